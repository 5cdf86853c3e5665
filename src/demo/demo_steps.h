/* SPDX-License-Identifier: Apache-2.0 */
/* The demonstration is written in steps, each over a span of its rows, each span one write with its
   audit entry. */
#ifndef ABDI_DEMO_DEMO_STEPS_H
#define ABDI_DEMO_DEMO_STEPS_H
#include "demo/demo_town.h"

struct job;

/* Rows of one statement that wait. */
struct demo_batch {
	struct demo_town *town;
	int from, to; /* of what the step counts: units, people */
	struct str hash; /* of everybody's password */
	int laporan_count, evaluasi_count;
};

typedef enum err demo_step(struct job *job, struct demo_batch *batch);

demo_step demo_write_agency, demo_write_units, demo_write_people, demo_write_accounts,
	demo_write_roles, demo_write_services, demo_write_counter, demo_write_indicators;
/* Of one year: batch->town or the one before it. */
demo_step demo_write_year, demo_write_unit_results, demo_write_plans, demo_write_reports,
	demo_write_achievements, demo_write_evaluations, demo_close_periods, demo_write_papers;
demo_step demo_write_growing_statistics, demo_write_statistics;

/* The result and the amount a year asks of a person's j-th result (j == rhk_count: the additional
   one). */
const char *demo_result_text(const struct demo_town *town, const struct demo_person *person, int j);
int demo_target(const struct demo_town *town, const struct demo_person *person, int j);
const char *demo_unit_of_amount(const struct demo_town *town, const struct demo_person *person,
				int j);
struct id demo_rhk_id(const struct demo_town *town, int person, int j);
struct id demo_iki_id(const struct demo_town *town, int person, int j, int k);
int demo_results(const struct demo_person *person);
/* The unit the person's post stands in; who heads the agency heads its root unit (rulebook 1.4). */
const struct id *demo_seat(const struct demo_town *town, const struct demo_person *person);
/* The ratings a person got in a closed quarter; both follow the unit's achievement and the spread
   of 1.7.2. */
void demo_ratings(const struct demo_town *town, int person, int quarter, enum rating out[2]);

#endif
