/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluations, ratings and achievements as stored. */
#include "evaluation/evaluation_store.h"

#include "base/json.h"
#include "db/query.h"
#include "generated/evaluation_sql.h"

enum err evaluation_store_capaian_save(struct job *job, const struct capaian_organisasi *capaian,
				       int tahun, int nomor)
{
	const struct id *akun_id = &job->actor->akun_id;

	return capaian->version == 0
		       ? sql_capaian_insert(job, capaian, tahun, nomor, akun_id, job->now)
		       : sql_capaian_update(job, capaian, tahun, nomor, akun_id, job->now);
}

static enum err load_iki(struct job *job, struct evaluasi *e)
{
	CLEANUP(query_close) struct query *q = sql_evaluasi_iki_rows(job, &e->evaluasi_id);
	struct evaluasi_iki row;

	while (sql_evaluasi_iki_rows_next(q, job->mem, &row))
		for (int i = 0; i < e->iki_count; i++)
			if (id_equal(&e->iki[i].iki_id, &row.iki_id))
				e->iki[i] = row;
	return query_error(q);
}

static enum err load_perilaku(struct job *job, struct evaluasi *e)
{
	CLEANUP(query_close) struct query *q = sql_evaluasi_perilaku_rows(job, &e->evaluasi_id);
	struct evaluasi_perilaku row;

	while (sql_evaluasi_perilaku_rows_next(q, job->mem, &row))
		for (int i = 0; i < BERAKHLAK_COUNT; i++)
			if (str_equal(e->nilai[i].nilai, row.nilai)) {
				e->nilai[i] = row;
				e->nilai[i].is_stored = true;
			}
	return query_error(q);
}

enum err evaluation_store_load(struct job *job, struct evaluasi *e)
{
	enum err err = sql_evaluasi_find(job, &e->skp->skp_id, e->tahun, e->nomor, e);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	err = load_iki(job, e);
	return err ? err : load_perilaku(job, e);
}

static enum err insert_missing(struct job *job, struct evaluasi *e)
{
	if (!id_is_none(&e->evaluasi_id))
		return ERR_OK;
	e->evaluasi_id = id_make();
	e->version = 1;
	return sql_evaluasi_insert(job, e, &e->skp->skp_id, &e->pegawai->pegawai_id);
}

static void put_rating(struct json *json, struct rating_choice rating)
{
	if (rating.is_set)
		json_text(json, rating_key(rating.value));
	else
		json_null(json);
}

static void put_iki(struct json *json, struct buf *ids, const struct evaluasi_iki *iki)
{
	json_open_array(json);
	if (iki->has_realisasi)
		json_int(json, iki->realisasi);
	else
		json_null(json);
	json_text(json, iki->realisasi_teks);
	json_text(json, iki->umpan_balik);
	put_rating(json, iki->rating);
	put_rating(json, iki->saran);
	json_text(json, iki->sumber_data);
	if (iki->has_angka)
		json_int(json, iki->angka);
	else
		json_null(json);
	json_text(json, iki->sikap);
	json_text(json, iki->sikap_catatan);
	json_close_array(json);
	buf_add(ids, (struct str){(const char *)iki->iki_id.bytes, sizeof iki->iki_id.bytes});
	buf_add(ids, (struct str){(const char *)iki->realisasi_oleh.bytes,
				  sizeof iki->realisasi_oleh.bytes});
}

/* All rows in one statement, so that a plan of many indicators costs no more of them. */
static enum err save_iki(struct job *job, const struct evaluasi *e)
{
	struct buf rows, ids;
	struct json json;

	buf_init(&rows, job->mem);
	buf_init(&ids, job->mem);
	json_init(&json, &rows);
	json_open_array(&json);
	for (int i = 0; i < e->iki_count; i++)
		put_iki(&json, &ids, &e->iki[i]);
	json_close_array(&json);
	return sql_evaluasi_iki_save(job, &e->evaluasi_id, buf_str(&rows), buf_str(&ids));
}

/* A value nobody has said anything of needs no row. */
static enum err save_perilaku(struct job *job, const struct evaluasi *e)
{
	struct buf rows;
	struct json json;
	int count = 0;

	buf_init(&rows, job->mem);
	json_init(&json, &rows);
	json_open_array(&json);
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		const struct evaluasi_perilaku *said = &e->nilai[i];

		if (!said->is_stored && !said->rating.is_set && said->umpan_balik.len == 0)
			continue;
		json_open_array(&json);
		json_text(&json, said->nilai);
		put_rating(&json, said->rating);
		json_text(&json, said->umpan_balik);
		json_close_array(&json);
		count++;
	}
	json_close_array(&json);
	return count == 0 ? ERR_OK
			  : sql_evaluasi_perilaku_save(job, &e->evaluasi_id, buf_str(&rows));
}

enum err evaluation_store_save(struct job *job, struct evaluasi *e)
{
	enum err err;

	if ((err = insert_missing(job, e)) || (err = sql_evaluasi_save(job, e)) ||
	    (err = save_iki(job, e)))
		return err;
	e->version++;
	return save_perilaku(job, e);
}

enum err evaluation_store_spread(struct job *job, struct evaluasi *e)
{
	CLEANUP(query_close)
	struct query *q = sql_evaluasi_spread(job, &e->capaian.unit.unit_id, e->tahun, e->nomor,
					      &e->pegawai->pegawai_id);
	struct recap_count row;

	while (sql_evaluasi_spread_next(q, job->mem, &row))
		*(row.has_predikat ? &e->sebaran.of[row.predikat] : &e->sebaran_terbuka) +=
			row.count;
	return query_error(q);
}

/* A person with two plans in the year stands once: the later evaluation counts. */
static int each_once(struct evaluasi_ringkas *list, int count)
{
	int kept = 0;

	for (int i = 0; i < count; i++) {
		if (kept > 0 && id_equal(&list[kept - 1].pegawai_id, &list[i].pegawai_id))
			kept--;
		list[kept++] = list[i];
	}
	return kept;
}

enum err evaluation_store_team(struct job *job, const struct id *penilai_id, const int periode[2],
			       struct evaluasi_ringkas **out, int *count)
{
	enum err err =
		penilai_id ? sql_evaluasi_team(job, penilai_id, periode[0], periode[1], out, count)
			   : sql_evaluasi_luar(job, periode[0], periode[1], out, count);

	*count = each_once(*out, *count);
	for (int i = 0; i < *count; i++) {
		(*out)[i].tahun = periode[0];
		(*out)[i].nomor = periode[1];
	}
	return err;
}
