/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of keys in and out of the store. */
#include "api/api_key_store.h"

#include "db/query.h"
#include "generated/api_sql.h"

#include <string.h>

#define KEYS_SHOWN 50 /* of one person: those that ended long ago are left out */

static struct str hash_str(const struct api_key_hash *hash)
{
	return (struct str){(const char *)hash->bytes, sizeof hash->bytes};
}

/* A person brings no role of their own along; a system has one, as far as its key reaches. */
static void read_actor(const struct query *q, struct job *job, struct actor *actor)
{
	struct arena *mem = job->mem;
	bool is_system = str_is(query_column_text(q, 4, mem), "sistem");

	*actor = (struct actor){
		.instansi_id = *db_instansi(job->db),
		.kunci_id = query_column_id(q, 0),
		.akun_id = query_column_id(q, 6),
		.nama = query_column_text(q, is_system ? 7 : 10, mem),
		.pegawai_id = query_column_id(q, 8),
		.nip = query_column_text(q, 9, mem),
		.jabatan = query_column_text(q, 11, mem),
		.unit_id = query_column_id(q, 12),
		.unit_jalur = query_column_text(q, 13, mem),
		.instansi_nama = query_column_text(q, 15, mem),
		.zona = ZONA_WIB,
		.is_signed_in = true,
		.scope_count = 1,
		.scopes = {{is_system ? PERAN_SISTEM : PERAN_PEGAWAI,
			    query_column_text(q, 5, mem)}},
	};
	if (!zona_parse(query_column_text(q, 14, mem), &actor->zona) &&
	    !zona_parse(query_column_text(q, 16, mem), &actor->zona))
		actor->zona = ZONA_WIB;
}

enum err api_key_row_find(struct job *job, const struct api_key_hash *hash,
			  struct api_caller *caller, struct actor *actor)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_FIND);
	enum err err;

	query_bytes(q, 2, hash_str(hash));
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*caller = (struct api_caller){
		.kunci_id = query_column_id(q, 0),
		.cakupan = api_scopes_parse(query_column_text(q, 1, job->mem)),
		.berakhir = query_column_date(q, 2),
		.dipakai = query_column_date(q, 3),
	};
	read_actor(q, job, actor);
	return ERR_OK;
}

enum err api_key_row_insert(struct job *job, const struct api_key *key,
			    const struct api_key_hash *hash)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_INSERT);

	query_id(q, 2, &key->kunci_id);
	query_bytes(q, 3, hash_str(hash));
	query_id(q, 4, &key->akun_id);
	query_text(q, 5, key->holder == HOLDER_SISTEM ? STR("sistem") : STR("orang"));
	query_text(q, 6, key->nama);
	query_text(q, 7, key->alasan);
	query_text(q, 8, api_scopes_str(job->mem, key->cakupan));
	query_id(q, 9, &key->unit_id);
	query_int(q, 10, job->now);
	query_id(q, 11, &job->actor->akun_id);
	query_date(q, 12, key->berakhir);
	return query_run(q, NULL);
}

static void read_key(const struct query *q, struct job *job, struct api_key *out)
{
	struct arena *mem = job->mem;
	bool is_system = str_is(query_column_text(q, 2, mem), "sistem");

	*out = (struct api_key){
		.kunci_id = query_column_id(q, 0),
		.akun_id = query_column_id(q, 1),
		.holder = is_system ? HOLDER_SISTEM : HOLDER_ORANG,
		.nama = query_column_text(q, 3, mem),
		.alasan = query_column_text(q, 4, mem),
		.cakupan = api_scopes_parse(query_column_text(q, 5, mem)),
		.unit_id = query_column_id(q, 6),
		.unit_nama = query_column_text(q, 7, mem),
		.pemilik = query_column_text(q, 8, mem),
		.pembuat = query_column_text(q, 9, mem),
		.berakhir = query_column_date(q, 10),
		.dipakai = query_column_date(q, 11),
		.created_at = query_column_int(q, 12),
		.dicabut_at = query_column_int(q, 13),
	};
	out->is_open = out->dicabut_at == 0 && date_compare(job->today, out->berakhir) <= 0;
}

static enum err read_keys(struct query *q, struct job *job, struct api_key **out, int *count)
{
	*out = NULL;
	*count = 0;
	while (query_next(q)) {
		*out = arena_grow(job->mem, *out, *count, sizeof **out);
		read_key(q, job, &(*out)[(*count)++]);
	}
	return query_error(q);
}

enum err api_key_row_load(struct job *job, const struct id *kunci_id, struct api_key *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_ONE);
	enum err err;

	query_id(q, 2, kunci_id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	read_key(q, job, out);
	return ERR_OK;
}

enum err api_key_row_revoke(struct job *job, const struct id *kunci_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_REVOKE);

	query_id(q, 2, kunci_id);
	query_int(q, 3, job->now);
	return query_run(q, NULL);
}

enum err api_key_rows_of(struct job *job, const struct id *akun_id, struct api_key **out,
			 int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_OF_ACCOUNT);

	query_id(q, 2, akun_id);
	query_int(q, 3, KEYS_SHOWN);
	return read_keys(q, job, out, count);
}

enum err api_key_rows_page(struct job *job, const struct id *after, struct api_key **out,
			   int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_PAGE);
	struct id last; /* no key comes after it */

	memset(last.bytes, 0xFF, sizeof last.bytes);
	query_id(q, 2, id_is_none(after) ? &last : after);
	query_int(q, 3, API_KEY_PAGE);
	return read_keys(q, job, out, count);
}

enum err api_key_rows_open(struct job *job, const struct id *akun_id, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_KEY_COUNT_OPEN);

	query_id(q, 2, akun_id);
	query_date(q, 3, job->today);
	*count = query_next(q) ? (int)query_column_int(q, 0) : 0;
	return query_error(q);
}

enum err api_key_row_unit(struct job *job, struct str kode, struct id *unit_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_API_UNIT_BY_KODE);
	enum err err;

	query_text(q, 2, kode);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*unit_id = query_column_id(q, 0);
	return query_error(q);
}

enum err api_key_row_touch(struct db *db, const struct id *kunci_id, struct date today)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_API_KEY_TOUCH);

	query_id(q, 2, kunci_id);
	query_date(q, 3, today);
	return query_run(q, NULL);
}
