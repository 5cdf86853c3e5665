/* SPDX-License-Identifier: Apache-2.0 */
/* An entry is digested, chained to the newest and stored in the same transaction. */
#include "audit/audit.h"

#include "audit/audit_store.h"
#include "generated/audit_sql.h"
#include "db/store.h"
#include "law/access.h"

#include <string.h>

/* All roles the actor holds, as "pegawai+pejabat_penilai". */
static struct str roles_text(struct arena *mem, const struct actor *actor)
{
	struct buf buf;

	buf_init(&buf, mem);
	for (int i = 0; i < actor->scope_count; i++) {
		if (i > 0)
			buf_add_char(&buf, '+');
		buf_add(&buf, peran_key(actor->scopes[i].peran));
	}
	return buf_str(&buf);
}

/* Nothing stays nothing; the record itself is not kept. */
static struct str digest(struct arena *mem, struct str text)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	if (text.len == 0)
		return STR_NONE;
	crypto_hash256(STR_NONE, text, hash);
	return str_copy(mem, crypto_hash_str(hash));
}

/* The chain's end: what this batch has added to it, else as it stands in the table. */
static enum err head_find(struct job *job, struct audit_head *out)
{
	struct db_mark mark;

	if (!db_last_mark(job->db, &mark))
		return audit_head_load(job->db, job->mem, out);
	*out = (struct audit_head){.number = mark.number, .at = mark.at};
	memcpy(out->hash, mark.hash, sizeof(out->hash));
	return ERR_OK;
}

enum err audit_add(struct job *job, const struct audit_entry *entry)
{
	struct audit_head head;
	uint8_t hash[CRYPTO_HASH_LEN];
	enum err err;

	if ((err = head_find(job, &head)))
		return err;
	struct audit_row row = {
		.number = head.number + 1,
		.at = job->now, /* the wall clock, which may jump; the number alone is the order */
		.akun_id = job->actor->akun_id,
		.peran = roles_text(job->mem, job->actor),
		.deed = str_from(entry->deed),
		.object = id_is_none(&entry->object) ? STR_NONE : id_str(job->mem, &entry->object),
		.reason = entry->reason,
		.before = digest(job->mem, entry->before),
		.after = digest(job->mem, entry->after),
		.request_id = job->request_id,
	};
	if (head.number == 0)
		audit_chain_begin(db_instansi(job->db), hash);
	else
		memcpy(hash, head.hash, sizeof(hash));
	audit_chain_next(job->mem, &row, hash);
	row.hash = crypto_hash_str(hash);
	struct db_mark mark = {.number = row.number, .at = row.at};
	memcpy(mark.hash, hash, sizeof(mark.hash));
	db_mark(job->db, &mark);
	return sql_audit_insert(job, &row);
}

enum err audit_head(struct job *job, struct audit_head *out)
{
	return audit_head_load(job->db, job->mem, out);
}
