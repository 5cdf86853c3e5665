/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report_store.h"

#include "db/query.h"
#include "generated/report_sql.h"
#include "law/access.h"

#include <string.h>

/* Doubles an array in the arena when it is full; what it held before stays valid. */
static void *row_room(struct arena *mem, void *rows, int count, size_t size)
{
	if (count > 0 && (count & (count - 1)) != 0)
		return rows;
	int cap = count ? count * 2 : 1;
	void *more = arena_alloc(mem, (size_t)cap * size);
	if (count)
		memcpy(more, rows, (size_t)count * size);
	return more;
}

static enum err evidence_insert(struct job *job, const struct laporan *laporan,
				const struct bukti *bukti)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_EVIDENCE_INSERT);

	query_id(q, 2, &bukti->bukti_id);
	query_id(q, 3, &laporan->laporan_id);
	query_text(q, 4, bukti->jenis);
	query_text(q, 5, bukti->nama);
	query_text(q, 6, bukti->tautan);
	query_text(q, 7, bukti->mime);
	query_int(q, 8, bukti->ukuran);
	query_text(q, 9, bukti->sha256);
	return query_run_later(q);
}

static enum err laporan_insert(struct job *job, const struct laporan *laporan)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_INSERT);

	query_id(q, 2, &laporan->laporan_id);
	query_id(q, 3, &laporan->pegawai_id);
	query_id(q, 4, &laporan->rhk_id);
	query_id(q, 5, &laporan->iki_id);
	query_date(q, 6, laporan->tanggal);
	query_text(q, 7, laporan->uraian);
	if (laporan->has_jumlah)
		query_int(q, 8, laporan->jumlah);
	else
		query_null(q, 8);
	query_text(q, 9, laporan->satuan);
	query_int(q, 10, laporan->captured_at);
	query_int(q, 11, laporan->created_at);
	query_text(q, 12, laporan->nomor);
	query_text(q, 13, laporan->hash);
	return query_run_later(q);
}

enum err report_row_insert(struct job *job, const struct laporan *laporan)
{
	enum err err = laporan_insert(job, laporan);

	for (int i = 0; !err && i < laporan->bukti_count; i++)
		err = evidence_insert(job, laporan, &laporan->bukti[i]);
	return err;
}

/* The column order every block that lists reports shares. */
static void laporan_read(struct query *q, struct arena *mem, struct laporan *out)
{
	*out = (struct laporan){
		.laporan_id = query_column_id(q, 0),
		.pegawai_id = query_column_id(q, 1),
		.rhk_id = query_column_id(q, 2),
		.iki_id = query_column_id(q, 3),
		.tanggal = query_column_date(q, 4),
		.uraian = query_column_text(q, 5, mem),
		.satuan = query_column_text(q, 6, mem),
		.nomor = query_column_text(q, 7, mem),
		.hash = query_column_text(q, 8, mem),
		.rhk_uraian = query_column_text(q, 9, mem),
		.jumlah = query_column_int(q, 10),
		.has_jumlah = !query_is_null(q, 10),
		.captured_at = query_column_int(q, 11),
		.created_at = query_column_int(q, 12),
		.read_at = query_column_int(q, 13),
	};
}

static enum err evidence_list(struct job *job, struct laporan *laporan)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_EVIDENCE_LIST);
	int count = 0;

	query_id(q, 2, &laporan->laporan_id);
	while (query_next(q)) {
		laporan->bukti = row_room(job->mem, laporan->bukti, count, sizeof(struct bukti));
		laporan->bukti[count++] = (struct bukti){
			.bukti_id = query_column_id(q, 0),
			.jenis = query_column_text(q, 1, job->mem),
			.nama = query_column_text(q, 2, job->mem),
			.tautan = query_column_text(q, 3, job->mem),
			.mime = query_column_text(q, 4, job->mem),
			.sha256 = query_column_text(q, 5, job->mem),
			.ukuran = query_column_int(q, 6),
		};
	}
	laporan->bukti_count = count;
	return query_error(q);
}

/* Steps a bound list query to its end; the evidence is read after it, for one statement may be open at a time. */
static enum err laporan_gather(struct job *job, struct query *q, struct laporan **out, int *count)
{
	struct laporan *rows = NULL;
	int n = 0;

	while (query_next(q)) {
		rows = row_room(job->mem, rows, n, sizeof *rows);
		laporan_read(q, job->mem, &rows[n++]);
	}
	*out = rows;
	*count = n;
	return query_error(q);
}

static enum err evidence_of_all(struct job *job, struct laporan *rows, int count)
{
	enum err err = ERR_OK;

	for (int i = 0; !err && i < count; i++)
		err = evidence_list(job, &rows[i]);
	return err;
}

static enum err only_row(struct job *job, enum err err, struct laporan **out, int count)
{
	if (err)
		return err;
	return count ? evidence_list(job, *out) : ERR_NOT_FOUND;
}

static enum err row_query(struct job *job, const struct id *laporan_id, struct laporan **out,
			  int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_LOAD);

	query_id(q, 2, laporan_id);
	return laporan_gather(job, q, out, count);
}

enum err report_row_load(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	int count = 0;
	enum err err = row_query(job, laporan_id, out, &count);

	return only_row(job, err, out, count);
}

static enum err last_query(struct job *job, const struct id *pegawai_id, struct laporan **out,
			   int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_LAST);

	query_id(q, 2, pegawai_id);
	query_date(q, 3, job->today);
	return laporan_gather(job, q, out, count);
}

enum err report_row_last(struct job *job, const struct id *pegawai_id, struct laporan **out)
{
	int count = 0;
	enum err err = last_query(job, pegawai_id, out, &count);

	return only_row(job, err, out, count);
}

static enum err newest_query(struct job *job, const struct id *pegawai_id,
			     const struct date span[2], struct laporan_kilas *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_NEWEST);

	query_id(q, 2, pegawai_id);
	query_date(q, 3, span[0]);
	query_date(q, 4, span[1]);
	query_int(q, 5, LAPORAN_KILAS);
	out->terbaru = arena_array(job->mem, struct laporan, LAPORAN_KILAS);
	out->count = 0;
	while (out->count < LAPORAN_KILAS && query_next(q)) {
		struct laporan *row = &out->terbaru[out->count++];
		laporan_read(q, job->mem, row);
		row->bukti_count = (int)query_column_int(q, 14);
	}
	return query_error(q);
}

enum err report_row_glance(struct job *job, const struct id *pegawai_id, const struct date span[2],
			   struct laporan_kilas *out)
{
	enum err err = newest_query(job, pegawai_id, span, out);

	if (err)
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_TOTALS);
	query_id(q, 2, pegawai_id);
	query_date(q, 3, span[0]);
	query_date(q, 4, span[1]);
	if (query_next(q)) {
		out->laporan = (int)query_column_int(q, 0);
		out->bukti = (int)query_column_int(q, 1);
	}
	return query_error(q);
}

static enum err page_query(struct job *job, const struct id *pegawai_id, const struct date span[2],
			   const struct laporan *after, struct laporan **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_PAGE);

	query_id(q, 2, pegawai_id);
	query_date(q, 3, span[0]);
	query_date(q, 4, span[1]);
	query_date(q, 5, after ? after->tanggal : DATE(9999, 12, 31));
	if (after)
		query_id(q, 6, &after->laporan_id);
	else
		query_null(q, 6);
	return laporan_gather(job, q, out, count);
}

enum err report_row_page(struct job *job, const struct id *pegawai_id, const struct date span[2],
			 const struct laporan *after, struct laporan **out, int *count)
{
	enum err err = page_query(job, pegawai_id, span, after, out, count);

	return err ? err : evidence_of_all(job, *out, *count);
}

static enum err delete_by(struct job *job, const struct sql_block *block, const struct id *id,
			  int64_t *changed)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);

	query_id(q, 2, id);
	return query_run(q, changed);
}

enum err report_row_delete(struct job *job, const struct id *laporan_id)
{
	int64_t changed = 0;
	enum err err = delete_by(job, &SQL_REPORT_EVIDENCE_DELETE, laporan_id, NULL);

	if (!err)
		err = delete_by(job, &SQL_REPORT_DELETE, laporan_id, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err report_row_mark(struct job *job, const struct id *pegawai_id, const struct id *laporan_id,
			 int64_t *changed)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_MARK_READ);

	query_id(q, 2, pegawai_id);
	query_id(q, 3, laporan_id);
	query_int(q, 4, job->now);
	return query_run(q, changed);
}

enum err report_row_owner(struct job *job, const struct id *pegawai_id, struct laporan_pemilik *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_OWNER);

	query_id(q, 2, pegawai_id);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*out = (struct laporan_pemilik){
		.pegawai_id = query_column_id(q, 0),
		.penilai_id = query_column_id(q, 1),
		.nama = query_column_text(q, 2, job->mem),
		.nip = query_column_text(q, 3, job->mem),
		.jabatan = query_column_text(q, 4, job->mem),
		.unit_nama = query_column_text(q, 5, job->mem),
		.unit_jalur = query_column_text(q, 6, job->mem),
	};
	return ERR_OK;
}

enum err report_row_skp_owner(struct job *job, const struct id *skp_id, struct id *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_SKP_OWNER);

	query_id(q, 2, skp_id);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*out = query_column_id(q, 0);
	return ERR_OK;
}

static struct laporan_pilihan choice_read(struct query *q, struct arena *mem)
{
	return (struct laporan_pilihan){
		.rhk_id = query_column_id(q, 0),
		.iki_id = query_column_id(q, 1),
		.uraian = query_column_text(q, 2, mem),
		.indikator = query_column_text(q, 3, mem),
		.satuan = query_column_text(q, 4, mem),
		.hitung = {query_column_text(q, 5, mem), (int)query_column_int(q, 6)},
		.is_ditutup = query_column_int(q, 7) != 0,
	};
}

/* A further row of the same result: its indicator may be the one that counts. */
static bool choice_joins(struct laporan_pilihan *known, const struct laporan_pilihan *row)
{
	if (!id_equal(&row->rhk_id, &known->rhk_id))
		return false;
	if (report_counts_before(&row->hitung, &known->hitung))
		*known = *row;
	return true;
}

static struct date earlier(struct date a, struct date b)
{
	return date_compare(a, b) < 0 ? a : b;
}

/* One question for all days that may still be reported: most people have one plan in them. */
enum err report_row_choices(struct job *job, struct date day, struct laporan_pilihan_hari *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_CHOICES);
	struct laporan_pilihan *rows = NULL;
	struct date first = date_add_days(job->today, -LAPORAN_HARI_MUNDUR);
	int n = 0;

	*out = (struct laporan_pilihan_hari){.count = 0};
	query_id(q, 2, &job->actor->pegawai_id);
	query_date(q, 3, earlier(first, day));
	query_date(q, 4, job->today);
	while (query_next(q)) {
		struct laporan_pilihan choice = choice_read(q, job->mem);
		struct date from = query_column_date(q, 8), to = query_column_date(q, 9);
		if (date_compare(day, from) < 0 || date_compare(day, to) > 0) {
			if (date_compare(to, first) >= 0)
				out->lain = earlier(to, job->today);
			continue;
		}
		if (n > 0 && choice_joins(&rows[n - 1], &choice))
			continue;
		rows = row_room(job->mem, rows, n, sizeof *rows);
		rows[n++] = choice;
	}
	out->at = rows;
	out->count = n;
	return query_error(q);
}

enum err report_row_evidence(struct job *job, const struct id *bukti_id, struct bukti *out,
			     struct id *pegawai_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_EVIDENCE_LOAD);

	query_id(q, 2, bukti_id);
	if (!query_next(q)) {
		enum err err = query_error(q);
		return err ? err : ERR_NOT_FOUND;
	}
	*out = (struct bukti){
		.bukti_id = query_column_id(q, 0),
		.jenis = query_column_text(q, 1, job->mem),
		.nama = query_column_text(q, 2, job->mem),
		.tautan = query_column_text(q, 3, job->mem),
		.mime = query_column_text(q, 4, job->mem),
		.sha256 = query_column_text(q, 5, job->mem),
		.ukuran = query_column_int(q, 6),
	};
	*pegawai_id = query_column_id(q, 7);
	return ERR_OK;
}

enum err report_sum_move(struct job *job, const struct laporan *laporan, int sign)
{
	if (id_is_none(&laporan->iki_id))
		return ERR_OK;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_SUM_ADD);
	query_id(q, 2, &laporan->iki_id);
	query_int(q, 3, laporan->tanggal.year);
	query_int(q, 4, laporan->tanggal.month);
	query_int(q, 5, laporan->has_jumlah ? sign * laporan->jumlah : 0);
	query_int(q, 6, sign);
	query_int(q, 7, sign * laporan->bukti_count);
	return query_run_later(q);
}

enum err report_sum_list(struct job *job, const struct id *skp_id, const int span[3],
			 struct capaian_iki **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_CAPAIAN);
	struct capaian_iki *rows = NULL;
	int n = 0;

	query_id(q, 2, skp_id);
	for (int i = 0; i < 3; i++)
		query_int(q, 3 + i, span[i]);
	while (query_next(q)) {
		rows = row_room(job->mem, rows, n, sizeof *rows);
		rows[n++] = (struct capaian_iki){.iki_id = query_column_id(q, 0),
						 .jumlah = query_column_int(q, 1),
						 .banyak = (int)query_column_int(q, 2),
						 .bukti_banyak = (int)query_column_int(q, 3)};
	}
	*out = rows;
	*count = n;
	return query_error(q);
}

enum err report_row_draft_save(struct job *job, struct str isi)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_DRAFT_SAVE);

	query_id(q, 2, &job->actor->pegawai_id);
	query_text(q, 3, isi);
	query_int(q, 4, job->now);
	return query_run(q, NULL);
}

enum err report_row_draft_load(struct job *job, struct str *isi, int64_t *saved_at)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_DRAFT_LOAD);

	*isi = STR_NONE;
	*saved_at = 0;
	query_id(q, 2, &job->actor->pegawai_id);
	if (query_next(q)) {
		*isi = query_column_text(q, 0, job->mem);
		*saved_at = query_column_int(q, 1);
	}
	return query_error(q);
}

enum err report_row_draft_delete(struct job *job)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_DRAFT_DELETE);

	query_id(q, 2, &job->actor->pegawai_id);
	return query_run_later(q);
}

static struct query *day_query(struct job *job, const struct laporan *laporan)
{
	struct query *q = query_open(job->db, &SQL_REPORT_DAY);

	query_date(q, 2, laporan->tanggal);
	query_id(q, 3, &job->actor->pegawai_id);
	return q;
}

static struct query *choice_query(struct job *job, const struct laporan *laporan)
{
	struct query *q = query_open(job->db, &SQL_REPORT_CHOICE);

	query_id(q, 2, &job->actor->pegawai_id);
	query_date(q, 3, laporan->tanggal);
	query_id(q, 4, &laporan->rhk_id);
	return q;
}

void report_row_ask(struct job *job, const struct laporan *laporan)
{
	CLEANUP(query_close) struct query *day = day_query(job, laporan);
	CLEANUP(query_close) struct query *choice = choice_query(job, laporan);

	query_leave(&day);
	query_leave(&choice);
}

/* Both questions travel together. */
enum err report_row_ground(struct job *job, const struct laporan *laporan,
			   struct report_ground *out)
{
	CLEANUP(query_close) struct query *day = day_query(job, laporan);
	CLEANUP(query_close) struct query *choice = choice_query(job, laporan);
	enum err err;

	*out = (struct report_ground){.closed = STR_NONE};
	query_send(day);
	query_send(choice);
	if (query_next(day)) {
		out->closed = query_column_text(day, 0, job->mem);
		out->has_draft = query_column_int(day, 1) > 0;
	}
	if ((err = query_error(day)))
		return err;
	while (query_next(choice)) {
		struct laporan_pilihan row = choice_read(choice, job->mem);
		if (!out->has_choice || !choice_joins(&out->choice, &row))
			out->choice = row;
		out->has_choice = true;
	}
	return query_error(choice);
}
