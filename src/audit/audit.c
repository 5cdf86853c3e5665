/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/audit.h"

#include "audit/audit_store.h"
#include "db/store.h"
#include "law/access.h"

#include <string.h>

#define ONCE_KEY_MAX 100
#define VERIFY_ROWS 4096

static const char *const PERAN_KEYS[] = {
#define ROLE(name, key, label) key,
#include "law/role.def"
#undef ROLE
};

/* ---- Adding ---- */

/* All roles the actor holds, as "pegawai+pejabat_penilai". */
static struct str roles_text(struct arena *mem, const struct actor *actor)
{
	struct buf buf;

	buf_init(&buf, mem);
	for (int i = 0; i < actor->scope_count; i++) {
		if (i > 0)
			buf_add_char(&buf, '+');
		buf_add_cstr(&buf, PERAN_KEYS[actor->scopes[i].peran]);
	}
	return buf_str(&buf);
}

static struct str hash_str(const uint8_t hash[CRYPTO_HASH_LEN])
{
	return (struct str){(const char *)hash, CRYPTO_HASH_LEN};
}

/* Nothing stays nothing; the record itself is not kept. */
static struct str digest(struct arena *mem, struct str text)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	if (text.len == 0)
		return STR_NONE;
	crypto_hash256(STR_NONE, text, hash);
	return str_copy(mem, hash_str(hash));
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
		.at = job->now > head.at ? job->now : head.at,
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
	row.hash = hash_str(hash);
	struct db_mark mark = {.number = row.number, .at = row.at};
	memcpy(mark.hash, hash, sizeof(mark.hash));
	db_mark(job->db, &mark);
	return audit_insert(job->db, &row);
}

/* ---- Verifying ---- */

struct verification {
	struct arena *mem;
	const struct audit_head *anchor; /* may be NULL */
	struct audit_verdict *verdict;
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t at;
	int rows; /* in this portion */
};

static void blame(struct verification *v, int64_t number, struct str why)
{
	if (v->verdict->first_bad == 0) {
		v->verdict->first_bad = number;
		v->verdict->why = why;
	}
}

static void row_verify(void *arg, const struct audit_row *row)
{
	struct verification *v = arg;
	struct audit_verdict *verdict = v->verdict;

	v->rows++;
	if (verdict->first_bad)
		return;
	int64_t expected = verdict->count + 1;
	if (row->number != expected) {
		blame(v, expected, STR("entri hilang"));
		return;
	}
	if (row->at < v->at)
		blame(v, row->number, STR("waktu mundur"));
	audit_chain_next(v->mem, row, v->hash);
	if (!str_equal(row->hash, hash_str(v->hash)))
		blame(v, row->number, STR("isi atau urutan entri berubah"));
	if (v->anchor && row->number == v->anchor->number &&
	    !str_equal(row->hash, hash_str(v->anchor->hash)))
		blame(v, row->number, STR("berbeda dari kepala rantai yang disimpan di luar"));
	v->at = row->at;
	verdict->count = row->number;
}

enum err audit_verify_against(struct job *job, const struct audit_head *anchor,
			      struct audit_verdict *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct verification v = {.mem = mem, .anchor = anchor, .verdict = out};
	enum err err;

	memset(out, 0, sizeof(*out));
	audit_chain_begin(db_instansi(job->db), v.hash);
	do {
		v.rows = 0;
		if ((err = audit_each_after(job->db, out->count, VERIFY_ROWS, row_verify, &v)))
			return err;
		arena_clear(mem);
	} while (v.rows == VERIFY_ROWS && !out->first_bad);
	if (anchor && anchor->number > out->count)
		blame(&v, out->count + 1, STR("ujung rantai hilang"));
	return ERR_OK;
}

enum err audit_verify(struct job *job, struct audit_verdict *out)
{
	return audit_verify_against(job, NULL, out);
}

enum err audit_head(struct job *job, struct audit_head *out)
{
	return audit_head_load(job->db, job->mem, out);
}

struct instansi_list {
	struct arena *mem;
	struct audit_instansi *at;
	int count;
};

static enum err list_work(struct db *db, void *arg)
{
	struct instansi_list *list = arg;

	return audit_instansi_all(db, list->mem, &list->at, &list->count);
}

struct report_job {
	struct arena *mem;
	struct audit_report *report;
};

static enum err report_work(struct db *db, void *arg)
{
	struct report_job *work = arg;
	struct job job = {.mem = work->mem, .db = db};
	enum err err;

	if ((err = audit_verify(&job, &work->report->verdict)))
		return err;
	return audit_head(&job, &work->report->head);
}

enum err audit_verify_all(struct store *store,
			  void (*tell)(void *arg, const struct audit_report *report), void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct instansi_list list = {.mem = mem};
	enum err err;

	if ((err = store_read(store, NULL, list_work, &list)))
		return err;
	for (int i = 0; i < list.count; i++) {
		struct audit_report report = {.kode = list.at[i].kode};
		struct report_job work = {mem, &report};
		if ((err = store_read(store, &list.at[i].id, report_work, &work)))
			return err;
		tell(arg, &report);
	}
	return ERR_OK;
}

/* ---- Once ---- */

/* The public has no account; its random keys stand under the agency itself. */
static struct id once_owner(const struct job *job)
{
	return id_is_none(&job->actor->akun_id) ? *db_instansi(job->db) : job->actor->akun_id;
}

enum err once_begin(struct job *job, struct str key, const char *deed, bool *found,
		    struct str *result)
{
	struct once_row row = {.akun_id = once_owner(job), .key = key};
	enum err err;

	*found = false;
	if (key.len == 0)
		return ERR_OK;
	if (key.len > ONCE_KEY_MAX)
		return ERR_TOO_LARGE;
	if ((err = once_find(job->db, job->mem, &row, found)) || !*found)
		return err;
	*result = row.result;
	return str_is(row.deed, deed) ? ERR_OK : ERR_CONFLICT;
}

enum err once_keep(struct job *job, struct str key, const char *deed, struct str result)
{
	struct once_row row = {
		.akun_id = once_owner(job), .key = key, .deed = str_from(deed), .result = result};

	return key.len == 0 ? ERR_OK : once_insert(job->db, &row, job->now);
}

enum err once_forget(struct job *job, int days)
{
	return once_delete_before(job->db, job->now - (int64_t)days * 86400 * 1000000);
}
