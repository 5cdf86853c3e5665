/* SPDX-License-Identifier: Apache-2.0 */
/* The counts of the first page. */
#include "home/home_store.h"

#include "db/query.h"
#include "generated/home_sql.h"

#include <string.h>

#define RESULTS_MAX 40
#define TODAY_MAX 50

enum err home_load_plan(struct job *job, struct home *home, struct date span[2])
{
	CLEANUP(query_close)
	struct query *q = sql_home_plan(job, &job->actor->pegawai_id, job->today.year);
	struct skp skp;

	/* The plan in force, else the newest. */
	while (home->plan_state != SKP_DITETAPKAN && sql_home_plan_next(q, job->mem, &skp)) {
		if (home->has_plan && skp.state != SKP_DITETAPKAN)
			continue;
		home->has_plan = true;
		home->plan_state = skp.state;
		home->skp_id = skp.skp_id;
		span[0] = skp.mulai;
		span[1] = skp.selesai;
	}
	return query_error(q);
}

/* Puts the row to its result: a new one, or, with a further indicator, the one of the row before.
   Nothing when the page has enough. */
static void result_add(struct job *job, struct home *home, const struct home_result *row)
{
	struct home_result *last =
		home->result_count > 0 ? &home->results[home->result_count - 1] : NULL;

	if (last && id_equal(&row->rhk_id, &last->rhk_id)) {
		if (report_counts_before(&row->hitung, &last->hitung))
			*last = *row;
		return;
	}
	if (home->result_count == RESULTS_MAX)
		return;
	home->results =
		arena_grow(job->mem, home->results, home->result_count, sizeof(*home->results));
	home->results[home->result_count++] = *row;
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
	CLEANUP(query_close)
	struct query *q = sql_home_results(job, &home->skp_id, job->today.year);
	struct home_result row;

	while (sql_home_results_next(q, job->mem, &row)) {
		row.is_measured = row.is_measured && row.target > 0;
		result_add(job, home, &row);
	}
	put_utama_first(home);
	return query_error(q);
}

static void add_report_of_today(struct job *job, struct home *home, const struct laporan *laporan)
{
	if (home->today_count == TODAY_MAX)
		return;
	home->reports =
		arena_grow(job->mem, home->reports, home->today_count, sizeof(*home->reports));
	home->reports[home->today_count++] = *laporan;
}

enum err home_load_week(struct job *job, struct home *home)
{
	struct date monday = home->week[0].date;
	CLEANUP(query_close)
	struct query *q = sql_home_week(job, &job->actor->pegawai_id, monday,
					home->week[HOME_WEEK - 1].date, home->today);
	struct laporan row;

	while (sql_home_week_next(q, job->mem, &row)) {
		int day = date_days(row.tanggal) - date_days(monday);
		if (day >= 0 && day < HOME_WEEK)
			home->week[day].reports++;
		if (date_compare(row.tanggal, home->today) == 0)
			add_report_of_today(job, home, &row);
	}
	return query_error(q);
}

enum err home_load_year(struct job *job, struct home *home)
{
	enum err err = sql_home_year(job, home->today.year, home->today, &home->calendar);

	home->calendar.has_year = !err;
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err home_load_free_days(struct job *job, struct home *home)
{
	struct date monday = home->week[0].date;
	CLEANUP(query_close)
	struct query *q = sql_home_free_days(job, monday, home->week[HOME_WEEK - 1].date);
	struct hari_libur row;

	while (sql_home_free_days_next(q, job->mem, &row)) {
		int day = date_days(row.tanggal) - date_days(monday);
		if (day < 0 || day >= HOME_WEEK)
			continue;
		home->calendar.is_free[day] = true;
		home->calendar.free_name[day] = row.nama;
	}
	return query_error(q);
}

enum err home_load_predikat(struct job *job, struct home *home)
{
	struct home_predikat *newest;
	int count;
	enum err err = sql_home_predikat(job, &job->actor->pegawai_id, &newest, &count);

	for (int i = 0; i < count; i++)
		home->predikat[i] = newest[count - 1 - i];
	home->predikat_count = count;
	return err;
}

enum err home_load_office(struct job *job, struct home *home)
{
	enum err err = sql_home_office(job, home->week[0].date, home->week[HOME_WEEK - 1].date,
				       &home->office);
	struct home_state row;

	if (err)
		return err;
	CLEANUP(query_close) struct query *q = sql_home_office_plans(job, job->today.year);
	while (sql_home_office_plans_next(q, job->mem, &row))
		home->office.plans[row.state] = row.count;
	return query_error(q);
}
