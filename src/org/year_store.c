/* SPDX-License-Identifier: Apache-2.0 */
/* The year's calendar, settings with a date, and holidays: their SQL. */
#include "org/org_store.h"

#include "db/query.h"
#include "generated/org_sql.h"

#define PERIODE_MAX 13 /* the year and twelve months */
#define TAHUN_MAX 60

static void periode_read(const struct query *q, struct arena *mem, struct periode *out)
{
	*out = (struct periode){
		.tahun = (int)query_column_int(q, 0),
		.nomor = (int)query_column_int(q, 1),
		.nama = query_column_text(q, 2, mem),
		.status = query_column_text(q, 3, mem),
		.mulai = query_column_date(q, 4),
		.selesai = query_column_date(q, 5),
		.version = query_column_int(q, 6),
	};
}

static enum err tahun_head(struct job *job, int tahun, struct tahun_kinerja *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_TAHUN_BY_TAHUN);

	query_int(q, 2, tahun);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*out = (struct tahun_kinerja){
		.tahun = (int)query_column_int(q, 0),
		.pendekatan = query_column_text(q, 1, job->mem),
		.periode_jenis = query_column_text(q, 2, job->mem),
		.skp_batas = query_column_date(q, 3),
		.evaluasi_batas = query_column_date(q, 4),
		.version = query_column_int(q, 5),
	};
	return ERR_OK;
}

enum err org_tahun_load(struct job *job, int tahun, struct tahun_kinerja *out)
{
	enum err err = tahun_head(job, tahun, out);

	if (err)
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_PERIODE_OF_TAHUN);
	query_int(q, 2, tahun);
	out->periode = arena_array(job->mem, struct periode, PERIODE_MAX);
	while (out->periode_count < PERIODE_MAX && query_next(q))
		periode_read(q, job->mem, &out->periode[out->periode_count++]);
	return query_error(q);
}

enum err tahun_list(struct job *job, int **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_TAHUN_ALL);

	*out = arena_array(job->mem, int, TAHUN_MAX);
	*count = 0;
	while (*count < TAHUN_MAX && query_next(q))
		(*out)[(*count)++] = (int)query_column_int(q, 0);
	return query_error(q);
}

enum err org_tahun_add(struct db *db, const struct tahun_kinerja *tahun)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_TAHUN_ADD);

	query_int(q, 2, tahun->tahun);
	query_text(q, 3, tahun->pendekatan);
	query_text(q, 4, tahun->periode_jenis);
	query_date(q, 5, tahun->skp_batas);
	query_date(q, 6, tahun->evaluasi_batas);
	return query_run(q, NULL);
}

enum err org_tahun_save_batas(struct db *db, const struct tahun_kinerja *tahun)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_TAHUN_SAVE_BATAS);
	int64_t changed = 0;

	query_int(q, 2, tahun->tahun);
	query_int(q, 3, tahun->version);
	query_date(q, 4, tahun->skp_batas);
	query_date(q, 5, tahun->evaluasi_batas);
	enum err err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err org_periode_add(struct db *db, const struct periode *periode)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_PERIODE_ADD);

	query_int(q, 2, periode->tahun);
	query_int(q, 3, periode->nomor);
	query_text(q, 4, periode->nama);
	query_date(q, 5, periode->mulai);
	query_date(q, 6, periode->selesai);
	query_text(q, 7, periode->status);
	return query_run(q, NULL);
}

enum err org_periode_save_status(struct db *db, const struct periode_change *change)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_PERIODE_SAVE_STATUS);
	int64_t changed = 0;

	query_int(q, 2, change->tahun);
	query_int(q, 3, change->nomor);
	query_text(q, 4, change->status);
	query_int(q, 5, change->version);
	enum err err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err org_setelan_load(struct job *job, const char *kunci, struct date day, struct str *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SETELAN_IN_FORCE);

	query_text(q, 2, str_from(kunci));
	query_date(q, 3, day);
	if (query_next(q)) {
		*out = query_column_text(q, 0, job->mem);
		return ERR_OK;
	}
	enum err err = query_error(q);
	return err ? err : ERR_NOT_FOUND;
}

enum err setelan_rows_load(struct job *job, struct law_rows *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SETELAN_LIST);
	struct law_row *rows = NULL;
	int count = 0;

	while (query_next(q)) {
		rows = arena_grow(job->mem, rows, count, sizeof *rows);
		rows[count++] =
			(struct law_row){query_column_text(q, 0, job->mem), query_column_date(q, 1),
					 query_column_text(q, 2, job->mem)};
	}
	*out = (struct law_rows){rows, count};
	return query_error(q);
}

enum err org_setelan_add(struct db *db, const char *kunci, struct date from, struct str value)
{
	CLEANUP(query_close) struct query *q = query_open(db, &SQL_SETELAN_ADD);

	query_text(q, 2, str_from(kunci));
	query_date(q, 3, from);
	query_text(q, 4, value);
	return query_run(q, NULL);
}

enum err hari_libur_load(struct job *job, int tahun, struct hari_libur **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_LIBUR_BETWEEN);

	query_date(q, 2, DATE((int16_t)tahun, 1, 1));
	query_date(q, 3, DATE((int16_t)tahun, 12, 31));
	*out = arena_array(job->mem, struct hari_libur, 366);
	*count = 0;
	while (*count < 366 && query_next(q))
		(*out)[(*count)++] =
			(struct hari_libur){.tanggal = query_column_date(q, 0),
					    .nama = query_column_text(q, 1, job->mem),
					    .jenis = query_column_text(q, 2, job->mem)};
	return query_error(q);
}
