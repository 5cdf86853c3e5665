/* SPDX-License-Identifier: Apache-2.0 */
/* The counts of the first page. */
#include "home/home_store.h"

#include "db/query.h"
#include "generated/home_sql.h"
#include "law/access.h"

#include <string.h>

#define RESULTS_MAX 40
#define TODAY_MAX 50

static bool plan_state_parse(struct str key, enum skp_state *out)
{
	for (enum skp_state state = SKP_DRAF; state <= SKP_DITUTUP; state++) {
		if (!str_equal(key, skp_state_key(state)))
			continue;
		*out = state;
		return true;
	}
	return false;
}

enum err home_load_plan(struct job *job, struct home *home, struct date span[2])
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_PLAN);
	query_id(q, 2, &job->actor->pegawai_id);
	query_int(q, 3, job->today.year);
	/* The plan in force, else the newest. */
	while (home->plan_state != SKP_DITETAPKAN && query_next(q)) {
		enum skp_state state = SKP_DRAF;
		if (!plan_state_parse(query_column_text(q, 1, job->mem), &state) ||
		    (home->has_plan && state != SKP_DITETAPKAN))
			continue;
		home->has_plan = true;
		home->plan_state = state;
		home->skp_id = query_column_id(q, 0);
		span[0] = query_column_date(q, 2);
		span[1] = query_column_date(q, 3);
	}
	return query_error(q);
}

/* The result a row tells of: the one of the row before, or a new one; NULL when the page has
   enough. */
static struct home_result *result_of_row(struct home *home, const struct query *q, struct job *job)
{
	struct id rhk_id = query_column_id(q, 0);
	struct home_result *last =
		home->result_count > 0 ? &home->results[home->result_count - 1] : NULL;

	if (last && id_equal(&rhk_id, &last->rhk_id))
		return last;
	if (home->result_count == RESULTS_MAX)
		return NULL;
	home->results =
		arena_grow(job->mem, home->results, home->result_count, sizeof(*home->results));
	struct home_result *r = &home->results[home->result_count++];
	r->rhk_id = rhk_id;
	r->uraian = query_column_text(q, 1, job->mem);
	r->is_utama = str_is(query_column_text(q, 5, job->mem), "utama");
	return r;
}

/* Main results first, each kind in its own order. */
static void put_utama_first(struct home *home)
{
	int utama = 0;

	for (int i = 0; i < home->result_count; i++) {
		struct home_result moved = home->results[i];
		if (!moved.is_utama)
			continue;
		memmove(&home->results[utama + 1], &home->results[utama],
			(size_t)(i - utama) * sizeof(moved));
		home->results[utama++] = moved;
	}
}

enum err home_load_results(struct job *job, struct home *home)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_RESULTS);
	query_id(q, 2, &home->skp_id);
	query_int(q, 3, job->today.year);
	while (query_next(q)) {
		struct home_result *r = result_of_row(home, q, job);
		struct laporan_hitung hitung = {query_column_text(q, 6, job->mem),
						(int)query_column_int(q, 7)};
		if (!r || query_is_null(q, 7) || !report_counts_before(&hitung, &r->hitung))
			continue;
		r->hitung = hitung;
		r->satuan = query_column_text(q, 2, job->mem);
		r->target = query_column_int(q, 3);
		r->is_measured =
			r->target > 0 && str_is(query_column_text(q, 4, job->mem), "higher_better");
		r->jumlah = query_column_int(q, 8);
	}
	put_utama_first(home);
	return query_error(q);
}

static void add_report_of_today(struct job *job, struct home *home, const struct query *q)
{
	if (home->today_count == TODAY_MAX)
		return;
	home->reports =
		arena_grow(job->mem, home->reports, home->today_count, sizeof(*home->reports));
	home->reports[home->today_count++] = (struct laporan){
		.laporan_id = query_column_id(q, 1),
		.tanggal = home->today,
		.uraian = query_column_text(q, 2, job->mem),
		.has_jumlah = !query_is_null(q, 3),
		.jumlah = query_column_int(q, 3),
		.satuan = query_column_text(q, 4, job->mem),
		.created_at = query_column_int(q, 5),
		.rhk_uraian = query_column_text(q, 6, job->mem),
	};
}

enum err home_load_week(struct job *job, struct home *home)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_WEEK);
	query_id(q, 2, &job->actor->pegawai_id);
	query_date(q, 3, home->week[0].date);
	query_date(q, 4, home->week[HOME_WEEK - 1].date);
	query_date(q, 5, home->today);
	while (query_next(q)) {
		struct date on = query_column_date(q, 0);
		int day = date_days(on) - date_days(home->week[0].date);
		if (day >= 0 && day < HOME_WEEK)
			home->week[day].reports++;
		if (date_compare(on, home->today) == 0)
			add_report_of_today(job, home, q);
	}
	return query_error(q);
}

enum err home_load_year(struct job *job, struct home *home)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_YEAR);
	query_int(q, 2, home->today.year);
	query_date(q, 3, home->today);
	struct home_calendar *calendar = &home->calendar;
	calendar->has_year = query_next(q);
	if (!calendar->has_year)
		return query_error(q);
	calendar->skp_batas = query_column_date(q, 0);
	calendar->periode_nomor = (int)query_column_int(q, 1);
	calendar->periode_nama = query_column_text(q, 2, job->mem);
	calendar->periode_selesai = query_column_date(q, 3);
	calendar->is_periode_open = query_column_int(q, 4) != 0;
	return ERR_OK;
}

enum err home_load_free_days(struct job *job, struct home *home)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_FREE_DAYS);
	query_date(q, 2, home->week[0].date);
	query_date(q, 3, home->week[HOME_WEEK - 1].date);
	while (query_next(q)) {
		int day = date_days(query_column_date(q, 0)) - date_days(home->week[0].date);
		if (day < 0 || day >= HOME_WEEK)
			continue;
		home->calendar.is_free[day] = true;
		home->calendar.free_name[day] = query_column_text(q, 1, job->mem);
	}
	return query_error(q);
}

enum err home_load_predikat(struct job *job, struct home *home)
{
	struct home_predikat newest[HOME_PREDIKAT_MAX];
	int count = 0;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_PREDIKAT);
	query_id(q, 2, &job->actor->pegawai_id);
	while (count < HOME_PREDIKAT_MAX && query_next(q)) {
		struct home_predikat *p = &newest[count];
		p->evaluasi_id = query_column_id(q, 0);
		p->tahun = (int)query_column_int(q, 1);
		p->periode = query_column_text(q, 3, job->mem);
		if (predikat_parse(query_column_text(q, 2, job->mem), &p->predikat))
			count++;
	}
	for (int i = 0; i < count; i++)
		home->predikat[i] = newest[count - 1 - i];
	home->predikat_count = count;
	return query_error(q);
}

static enum err load_office_plans(struct job *job, struct home_office *office)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_OFFICE_PLANS);
	query_int(q, 2, job->today.year);
	while (query_next(q)) {
		enum skp_state state;
		if (plan_state_parse(query_column_text(q, 0, job->mem), &state))
			office->plans[state] = query_column_int(q, 1);
	}
	return query_error(q);
}

static enum err load_office_reporting(struct job *job, struct home *home)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_OFFICE_REPORTING);
	query_date(q, 2, home->week[0].date);
	query_date(q, 3, home->week[HOME_WEEK - 1].date);
	if (query_next(q))
		home->office.melapor = query_column_int(q, 0);
	return query_error(q);
}

enum err home_load_office(struct job *job, struct home *home)
{
	enum err err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HOME_OFFICE);
	if (query_next(q)) {
		home->office.unit = query_column_int(q, 0);
		home->office.pegawai = query_column_int(q, 1);
	}
	if ((err = query_error(q)) || (err = load_office_plans(job, &home->office)))
		return err;
	return load_office_reporting(job, home);
}
