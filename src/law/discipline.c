/* SPDX-License-Identifier: Apache-2.0 */
/* Absence of a year and what it proposes. */
#include "law/discipline.h"

static const struct str ladder[] = {
#define HUKUMAN(name, key, level, label) STR(key),
#include "law/discipline.def"
#undef HUKUMAN
};

_Static_assert(LAW_disiplin_pdhtaps - LAW_disiplin_teguran_lisan ==
		       HUKUMAN_PDHTAPS - HUKUMAN_TEGURAN_LISAN,
	       "one value for each step, in their order");

struct str hukuman_key(enum hukuman hukuman)
{
	return ladder[hukuman];
}

bool discipline_concerns_behaviour(const struct law_values *law, enum hukuman hukuman)
{
	return (int)hukuman >= law->of[LAW_disiplin_rating_mulai];
}

struct discipline_proposal discipline_propose(const struct law_values *law, int days,
					      int consecutive)
{
	const int *from = &law->of[LAW_disiplin_teguran_lisan]; /* days from which a step applies */
	int step = HUKUMAN_PDHTAPS;

	if (consecutive >= law->of[LAW_disiplin_berturut])
		return (struct discipline_proposal){HUKUMAN_PDHTAPS, true};
	while (step > HUKUMAN_NONE && days < from[step - 1])
		step--;
	return (struct discipline_proposal){(enum hukuman)step, false};
}

/* Nothing between two absences: no working day, and where free days break a run no free day
   either. */
static bool follows(const struct law_values *law, const struct calendar *calendar,
		    struct date before, struct date absent)
{
	if (law->of[LAW_disiplin_libur_memutus])
		return date_days(absent) - date_days(before) == 1;
	return calendar_count_working(calendar, before, absent) == 1;
}

struct absence_standing discipline_stand(const struct law_values *law,
					 const struct calendar *calendar, const struct date *absent,
					 int count)
{
	struct absence_standing standing = {0};
	struct date before = {0};
	int run = 0;

	for (int i = 0; i < count; i++) {
		bool is_new_year = law->of[LAW_disiplin_per_tahun] && absent[i].year != before.year;
		if (!calendar_is_working(calendar, absent[i]))
			continue;
		bool is_next = run > 0 && follows(law, calendar, before, absent[i]);
		standing.days = is_new_year ? 1 : standing.days + 1;
		run = is_next ? run + 1 : 1;
		before = absent[i];
		if (run > standing.longest)
			standing.longest = run;
		if (run == law->of[LAW_disiplin_berturut])
			standing.reached = absent[i];
	}
	return standing;
}

struct date discipline_salary_stop(struct date reached)
{
	struct date next = date_add_months(reached, 1);
	return DATE(next.year, next.month, 1);
}
