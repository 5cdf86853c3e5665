/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of keys in and out of the store. */
#include "api/api_key_store.h"

#include "generated/api_sql.h"

#include <string.h>

#define KEYS_SHOWN 50 /* of one person: those that ended long ago are left out */

static struct str hash_str(const struct api_key_hash *hash)
{
	return (struct str){(const char *)hash->bytes, sizeof hash->bytes};
}

/* A person brings no role of their own along; a system has one, as far as its key reaches. */
static struct actor actor_of(const struct job *job, const struct api_holder_row *row)
{
	bool is_system = str_is(row->jenis, "sistem");
	struct actor actor = {
		.instansi_id = *db_instansi(job->db),
		.instansi_nama = row->instansi_nama,
		.kunci_id = row->kunci_id,
		.akun_id = row->akun_id,
		.nama = is_system ? row->akun_nama : row->nama,
		.pegawai_id = row->pegawai_id,
		.nip = row->nip,
		.jabatan = row->jabatan,
		.unit_id = row->unit_id,
		.unit_jalur = row->unit_jalur,
		.zona = ZONA_WIB,
		.is_signed_in = true,
		.scope_count = 1,
		.scopes = {{is_system ? PERAN_SISTEM : PERAN_PEGAWAI, row->jalur}},
	};

	if (!zona_parse(row->unit_zona, &actor.zona) &&
	    !zona_parse(row->instansi_zona, &actor.zona))
		actor.zona = ZONA_WIB;
	return actor;
}

enum err api_key_row_find(struct job *job, const struct api_key_hash *hash,
			  struct api_caller *caller, struct actor *actor)
{
	struct api_holder_row row;
	enum err err = sql_api_key_find(job, hash_str(hash), &row);

	if (err)
		return err;
	*caller = (struct api_caller){.kunci_id = row.kunci_id,
				      .cakupan = api_scopes_parse(row.cakupan),
				      .berakhir = row.berakhir,
				      .dipakai = row.dipakai};
	*actor = actor_of(job, &row);
	return ERR_OK;
}

enum err api_key_row_insert(struct job *job, const struct api_key *key,
			    const struct api_key_hash *hash)
{
	struct api_key_row row = {.key = *key,
				  .jenis = key->holder == HOLDER_SISTEM ? STR("sistem")
									: STR("orang"),
				  .cakupan = api_scopes_str(job->mem, key->cakupan)};

	return sql_api_key_insert(job, &row, hash_str(hash), &job->actor->akun_id);
}

static struct api_key key_of(const struct job *job, const struct api_key_row *row)
{
	struct api_key key = row->key;

	key.holder = str_is(row->jenis, "sistem") ? HOLDER_SISTEM : HOLDER_ORANG;
	key.cakupan = api_scopes_parse(row->cakupan);
	key.is_open = key.dicabut_at == 0 && date_compare(job->today, key.berakhir) <= 0;
	return key;
}

static void keys_of(const struct job *job, const struct api_key_row *rows, struct api_key **out,
		    int count)
{
	*out = arena_array(job->mem, struct api_key, count + 1);
	for (int i = 0; i < count; i++)
		(*out)[i] = key_of(job, &rows[i]);
}

enum err api_key_row_load(struct job *job, const struct id *kunci_id, struct api_key *out)
{
	struct api_key_row row;
	enum err err = sql_api_key_one(job, kunci_id, &row);

	if (!err)
		*out = key_of(job, &row);
	return err;
}

enum err api_key_rows_of(struct job *job, const struct id *akun_id, struct api_key **out,
			 int *count)
{
	struct api_key_row *rows;
	enum err err = sql_api_key_of_account(job, akun_id, KEYS_SHOWN, &rows, count);

	if (!err)
		keys_of(job, rows, out, *count);
	return err;
}

enum err api_key_rows_page(struct job *job, const struct id *after, struct api_key **out,
			   int *count)
{
	struct id before = *after;
	struct api_key_row *rows;

	if (id_is_none(after)) /* no key comes after this one */
		memset(before.bytes, 0xFF, sizeof before.bytes);
	enum err err = sql_api_key_page(job, &before, API_KEY_PAGE, &rows, count);
	if (!err)
		keys_of(job, rows, out, *count);
	return err;
}
