/* SPDX-License-Identifier: Apache-2.0 */
/* Reports with their evidence, and what may be reported on. */
#include "report/report_store.h"

#include "db/query.h"
#include "generated/report_sql.h"
#include "law/access.h"

enum err report_row_insert(struct job *job, const struct laporan *laporan)
{
	enum err err = sql_report_insert(job, laporan);

	for (int i = 0; !err && i < laporan->bukti_count; i++)
		err = sql_report_evidence_insert(job, &laporan->bukti[i], &laporan->laporan_id);
	return err;
}

static enum err with_evidence(struct job *job, struct laporan *laporan)
{
	return sql_report_evidence_list(job, &laporan->laporan_id, &laporan->bukti,
					&laporan->bukti_count);
}

enum err report_row_load(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	*out = arena_new(job->mem, struct laporan);
	enum err err = sql_report_load(job, laporan_id, *out);

	return err ? err : with_evidence(job, *out);
}

enum err report_row_last(struct job *job, const struct id *pegawai_id, struct laporan **out)
{
	*out = arena_new(job->mem, struct laporan);
	enum err err = sql_report_last(job, pegawai_id, job->today, *out);

	return err ? err : with_evidence(job, *out);
}

enum err report_row_glance(struct job *job, const struct id *pegawai_id, const struct date span[2],
			   struct laporan_kilas *out)
{
	enum err err = sql_report_newest(job, pegawai_id, span[0], span[1], LAPORAN_KILAS,
					 &out->terbaru, &out->count);

	return err ? err : sql_report_totals(job, pegawai_id, span[0], span[1], out);
}

enum err report_row_page(struct job *job, const struct id *pegawai_id, const struct date span[2],
			 const struct laporan *after, struct laporan **out, int *count)
{
	enum err err = sql_report_page(job, pegawai_id, span[0], span[1],
				       after ? after->tanggal : DATE(9999, 12, 31),
				       after ? &after->laporan_id : NULL, out, count);

	for (int i = 0; !err && i < *count; i++)
		err = with_evidence(job, &(*out)[i]);
	return err;
}

enum err report_row_load_old(struct job *job, const struct id *laporan_id, struct laporan **out)
{
	*out = arena_new(job->mem, struct laporan);
	return sql_report_old_load(job, laporan_id, *out);
}

enum err report_row_delete(struct job *job, const struct laporan *laporan,
			   const struct id *pengganti_id)
{
	struct laporan old = *laporan;
	enum err err;

	old.ditarik_at = job->now;
	old.pengganti_id = pengganti_id ? *pengganti_id : (struct id){{0}};
	if ((err = sql_report_old_insert(job, &old)))
		return err;
	if ((err = sql_report_evidence_delete(job, &laporan->laporan_id)))
		return err;
	return sql_report_delete(job, &laporan->laporan_id);
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
	int late_days;
	enum err err = report_late_days(job, &late_days);
	struct date first = date_add_days(job->today, -late_days);

	*out = (struct laporan_pilihan_hari){.count = 0};
	if (err)
		return err;
	CLEANUP(query_close)
	struct query *q =
		sql_report_choices(job, &job->actor->pegawai_id, earlier(first, day), job->today);
	struct laporan_pilihan row;

	while (sql_report_choices_next(q, job->mem, &row)) {
		if (date_compare(day, row.mulai) < 0 || date_compare(day, row.selesai) > 0) {
			if (date_compare(row.selesai, first) >= 0)
				out->lain = earlier(row.selesai, job->today);
			continue;
		}
		if (out->count > 0 && choice_joins(&out->at[out->count - 1], &row))
			continue;
		out->at = arena_grow(job->mem, out->at, out->count, sizeof row);
		out->at[out->count++] = row;
	}
	return query_error(q);
}

enum err report_sum_move(struct job *job, const struct laporan *laporan, int sign)
{
	struct capaian_iki sum = {laporan->iki_id, laporan->has_jumlah ? sign * laporan->jumlah : 0,
				  sign, sign * laporan->bukti_count};

	if (id_is_none(&laporan->iki_id))
		return ERR_OK;
	return sql_report_sum_add(job, &sum, laporan->tanggal.year, laporan->tanggal.month);
}

static struct query *day_query(struct job *job, const struct laporan *laporan)
{
	return sql_report_day(job, laporan->tanggal, &job->actor->pegawai_id);
}

static struct query *choice_query(struct job *job, const struct laporan *laporan)
{
	return sql_report_choice(job, &job->actor->pegawai_id, laporan->tanggal, &laporan->rhk_id);
}

void report_row_ask(struct job *job, const struct laporan *laporan)
{
	CLEANUP(query_close) struct query *day = day_query(job, laporan);
	CLEANUP(query_close) struct query *choice = choice_query(job, laporan);
	CLEANUP(query_close) struct query *law = sql_report_law(job);

	query_leave(&day);
	query_leave(&choice);
	query_leave(&law);
}

/* Both questions travel together. */
/* The agency's own values over the rest, as of today. */
static enum err take_law(struct job *job, struct query *law, struct law_values *out)
{
	struct law_row *rows = NULL, row;
	int count = 0;

	while (sql_report_law_next(law, job->mem, &row)) {
		rows = arena_grow(job->mem, rows, count, sizeof row);
		rows[count++] = row;
	}
	law_values_on(job->today, &(struct law_rows){rows, count}, out);
	return query_error(law);
}

enum err report_row_ground(struct job *job, const struct laporan *laporan,
			   struct report_ground *out)
{
	CLEANUP(query_close) struct query *day = day_query(job, laporan);
	CLEANUP(query_close) struct query *choice = choice_query(job, laporan);
	CLEANUP(query_close) struct query *law = sql_report_law(job);
	struct laporan_pilihan row;
	enum err err;

	*out = (struct report_ground){.closed = STR_NONE};
	query_send(day);
	query_send(choice);
	query_send(law);
	if (!sql_report_day_next(day, job->mem, out))
		return query_missing(day);
	while (sql_report_choice_next(choice, job->mem, &row)) {
		if (!out->has_choice || !choice_joins(&out->choice, &row))
			out->choice = row;
		out->has_choice = true;
	}
	if ((err = query_error(choice)))
		return err;
	return take_law(job, law, &out->law);
}
