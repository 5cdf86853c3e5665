/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluations, ratings and achievements as stored. */
#include "evaluation/evaluation_store.h"

#include "db/query.h"
#include "generated/evaluation_sql.h"

/* Nothing stored is no error: it stays as it was laid out. */
static enum err or_none(enum err err)
{
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err evaluation_store_capaian(struct job *job, const struct id *unit_id, int tahun, int nomor,
				  struct capaian_organisasi *out)
{
	out->is_set = false;
	out->version = 0;
	return or_none(sql_capaian_find(job, unit_id, tahun, nomor, out));
}

enum err evaluation_store_capaian_unit(struct job *job, struct str jalur, int tahun, int nomor,
				       struct id *out)
{
	*out = (struct id){0};
	return or_none(sql_capaian_nearest(job, jalur, tahun, nomor, out));
}

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
			if (str_equal(e->nilai[i].nilai, row.nilai))
				e->nilai[i] = row;
	return query_error(q);
}

enum err evaluation_store_load(struct job *job, struct evaluasi *e)
{
	enum err err = sql_evaluasi_find(job, &e->skp->skp_id, e->tahun, e->nomor, e);

	if (err)
		return or_none(err);
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

enum err evaluation_store_save(struct job *job, struct evaluasi *e)
{
	enum err err = insert_missing(job, e);

	if (err || (err = sql_evaluasi_save(job, e)))
		return err;
	e->version++;
	for (int i = 0; !err && i < e->iki_count; i++)
		err = sql_evaluasi_iki_save(job, &e->iki[i], &e->evaluasi_id);
	for (int i = 0; !err && i < BERAKHLAK_COUNT; i++)
		err = sql_evaluasi_perilaku_save(job, &e->nilai[i], &e->evaluasi_id);
	return err;
}

enum err evaluation_store_spread(struct job *job, struct str jalur, struct evaluasi *e)
{
	CLEANUP(query_close)
	struct query *q =
		sql_evaluasi_spread(job, jalur, e->tahun, e->nomor, &e->pegawai->pegawai_id);
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
