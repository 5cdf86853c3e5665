/* SPDX-License-Identifier: Apache-2.0 */
#include "law/discipline.h"

/* PP 94/2021 art. 15 (2) [V] */
#define DISMISSAL_RUN 10

static const struct {
	int days;
	struct str key, level, label;
} ladder[] = {
#define HUKUMAN(days, name, key, level, label) {days, STR(key), STR(level), STR(label)},
#include "law/discipline.def"
#undef HUKUMAN
};

struct str hukuman_key(enum hukuman hukuman)
{
	return ladder[hukuman].key;
}

struct str hukuman_level(enum hukuman hukuman)
{
	return ladder[hukuman].level;
}

struct str hukuman_label(enum hukuman hukuman)
{
	return ladder[hukuman].label;
}

struct discipline_proposal discipline_propose(int days, int consecutive)
{
	int step = 0;

	if (consecutive >= DISMISSAL_RUN)
		return (struct discipline_proposal){HUKUMAN_PDHTAPS, true};
	while (step + 1 < HUKUMAN_COUNT && days >= ladder[step + 1].days)
		step++;
	return (struct discipline_proposal){(enum hukuman)step, false};
}

int discipline_longest_run(const struct calendar *calendar, const struct date *absent, int count)
{
	struct date before = {0};
	int run = 0, longest = 0;

	for (int i = 0; i < count; i++) {
		if (!calendar_is_working(calendar, absent[i]))
			continue;
		bool follows = run > 0 && calendar_count_working(calendar, before, absent[i]) == 1;
		run = follows ? run + 1 : 1;
		before = absent[i];
		if (run > longest)
			longest = run;
	}
	return longest;
}

struct date discipline_salary_stop(struct date tenth_day)
{
	struct date next = date_add_months(tenth_day, 1);
	return DATE(next.year, next.month, 1);
}
