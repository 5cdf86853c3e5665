/* SPDX-License-Identifier: Apache-2.0 */
/* Who shows what: the people behind the logins, and the plans that still wait for somebody. */
#include "demo/demo_town.h"

#define ANY_KIND (-1)

static bool is_cast(const struct demo_town *town, int i)
{
	return i == town->asn || i == town->officer || i == town->manager || i == town->auditor;
}

static bool fits(const struct demo_town *town, int i, int kind)
{
	const struct demo_person *person = &town->person[i];
	const struct demo_unit *unit = &town->unit[person->unit];
	bool does_field_work = str_is(unit->jenis, "seksi") || str_is(unit->jenis, "bidang");

	return person->level == LEVEL_STAF && !is_cast(town, i) &&
	       (kind == ANY_KIND || (unit->kind == kind && person->slot != 2 && does_field_work));
}

/* The n-th fitting member of staff of an office kind, the last one of a smaller office, or whoever is free in a town
   without that office. */
static int staff_of(const struct demo_town *town, int kind, int n)
{
	int last = -1;

	for (int i = 0; i < town->person_count && n >= 0; i++)
		if (fits(town, i, kind)) {
			last = i;
			n--;
		}
	return last >= 0 || kind == ANY_KIND ? last : staff_of(town, ANY_KIND, 0);
}

static void logins_choose(struct demo_town *town)
{
	town->asn = town->officer = town->manager = town->auditor = -1;
	town->asn = staff_of(town, 1, 2);
	town->superior = town->person[town->asn].penilai;
	town->officer = staff_of(town, 6, 1);
	town->manager = staff_of(town, 6, 3);
	town->auditor = staff_of(town, 0, 2);
	town->head = town->unit[demo_office_of(town, town->person[town->asn].unit)].head;
	town->person[town->asn].is_pppk = false;
}

static bool may_wait(const struct demo_town *town, int i)
{
	return town->person[i].level == LEVEL_STAF && !is_cast(town, i);
}

/* A few plans are still on their way: always of staff, and never of one who signs in to show something. */
static void plans_make(struct demo_town *town)
{
	for (int i = 0; i < town->person_count; i++) {
		int luck = demo_roll(town, 100);
		if (may_wait(town, i))
			town->person[i].plan = luck < 2	  ? PLAN_DRAF
					       : luck < 5 ? PLAN_DIAJUKAN
					       : luck < 6 ? PLAN_DIKEMBALIKAN
							  : PLAN_DITETAPKAN;
	}
}

/* However small the town: the superior who signs in has a plan to decide, and one plan somewhere came back. */
static void waiting_make(struct demo_town *town)
{
	bool has_waiting = false, has_returned = false;

	for (int i = 0; i < town->person_count; i++)
		if (may_wait(town, i) && town->person[i].penilai == town->superior &&
		    !has_waiting) {
			town->person[i].plan = PLAN_DIAJUKAN;
			has_waiting = true;
		} else if (may_wait(town, i) && !has_returned) {
			town->person[i].plan = PLAN_DIKEMBALIKAN;
			has_returned = true;
		}
}

void demo_town_cast(struct demo_town *town)
{
	logins_choose(town);
	plans_make(town);
	waiting_make(town);
}
