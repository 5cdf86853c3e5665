/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers what the first page shows. */
#include "home/home.h"

#include "home/home_calendar.h"
#include "home/home_store.h"
#include "law/access.h"

static void set_week(struct home *home)
{
	struct date monday = date_add_days(home->today, 1 - date_weekday(home->today));
	for (int i = 0; i < HOME_WEEK; i++) {
		home->week[i].date = date_add_days(monday, i);
		home->calendar.is_free[i] = i >= 5;
	}
}

/* How much of the span lies behind, in percent; today counts. */
static int pace_of(struct date today, const struct date span[2])
{
	int whole = date_days(span[1]) - date_days(span[0]) + 1;
	int behind = date_days(today) - date_days(span[0]) + 1;
	if (whole <= 0 || behind <= 0)
		return 0;
	return behind >= whole ? 100 : behind * 100 / whole;
}

static int percent_of(const struct home_result *r)
{
	if (r->jumlah <= 0)
		return 0;
	return r->jumlah / r->target >= 10 ? 999 : (int)(r->jumlah * 100 / r->target);
}

/* The ring is the plain mean of results with a number, each counted to 100 at most: a picture for
   oneself, no rating. */
static void sum_up(struct home *home)
{
	int sum = 0;
	for (int i = 0; i < home->result_count; i++) {
		struct home_result *r = &home->results[i];
		if (!r->is_measured)
			continue;
		r->percent = percent_of(r);
		sum += r->percent > 100 ? 100 : r->percent;
		home->measured_count++;
	}
	if (home->measured_count > 0)
		home->percent = sum / home->measured_count;
}

static enum err load_own_plan(struct job *job, struct home *home)
{
	struct date span[2] = {{0}};
	enum err err;
	if ((err = home_load_plan(job, home, span)) || !home->has_plan)
		return err;
	home->pace = pace_of(home->today, span);
	if (home->plan_state != SKP_DITETAPKAN)
		return ERR_OK;
	if ((err = home_load_results(job, home)))
		return err;
	sum_up(home);
	return ERR_OK;
}

static enum err load_own_work(struct job *job, struct home *home)
{
	enum err err;
	if ((err = home_load_week(job, home)))
		return err;
	if ((err = load_own_plan(job, home)))
		return err;
	if ((err = home_load_predikat(job, home)))
		return err;
	err = report_draft_load(job, &home->draft);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err home_load(struct job *job, struct home *out)
{
	const struct actor *actor = job->actor;
	enum err err;
	if (!access_may(actor, PERM_HOME_READ))
		return ERR_FORBIDDEN;
	*out = (struct home){.today = job->today};
	out->is_pegawai = !id_is_none(&actor->pegawai_id);
	out->is_office = access_reach(actor, PERM_SETTING_MANAGE) == REACH_INSTANSI;
	set_week(out);
	if ((err = home_load_calendar(job, out)))
		return err;
	if (out->is_pegawai && (err = load_own_work(job, out)))
		return err;
	if ((err = duty_list(job, &out->duties)))
		return err;
	return out->is_office ? home_load_office(job, out) : ERR_OK;
}
