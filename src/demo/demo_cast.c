/* SPDX-License-Identifier: Apache-2.0 */
/* Who shows what: the people behind the logins, and the plans that still wait for somebody. */
#include "demo/demo_town.h"

#define ANY_KIND (-1)

static bool is_cast(const struct demo_town *town, int i)
{
	return i == town->asn || i == town->drafter || i == town->officer || i == town->manager ||
	       i == town->auditor || i == town->server || i == town->clerk || i == town->waiter;
}

static bool fits(const struct demo_town *town, int i, int kind)
{
	const struct demo_person *person = &town->person[i];
	const struct demo_unit *unit = &town->unit[person->unit];
	bool does_field_work = str_is(unit->jenis, "seksi") || str_is(unit->jenis, "bidang");

	return person->level == LEVEL_STAF && !is_cast(town, i) &&
	       (kind == ANY_KIND || (unit->kind == kind && person->slot != 2 && does_field_work));
}

/* The n-th fitting member of staff of an office kind, the last one of a smaller office, or whoever
   is free in a town without that office. */
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

/* A colleague of the ASN under the same superior; -1 when there is none left. */
static int colleague_of(const struct demo_town *town)
{
	for (int i = 0; i < town->person_count; i++)
		if (fits(town, i, ANY_KIND) && town->person[i].penilai == town->superior)
			return i;
	return -1;
}

static void logins_choose(struct demo_town *town)
{
	town->asn = town->drafter = town->officer = town->manager = town->auditor = -1;
	town->server = town->clerk = town->waiter = -1;
	town->asn = staff_of(town, 1, 2);
	town->superior = town->person[town->asn].penilai;
	town->drafter = colleague_of(town);
	town->waiter = colleague_of(town);
	town->officer = staff_of(town, 6, 1);
	town->manager = staff_of(town, 6, 3);
	town->auditor = staff_of(town, 0, 2);
	town->server = staff_of(town, 1, 4);
	town->clerk = staff_of(town, 1, 5);
	town->head = town->unit[demo_office_of(town, town->person[town->asn].unit)].head;
	town->person[town->asn].is_pppk = false;
}

/* A few plans are still on their way: always of staff, and never of one who signs in to show
   something. */
static void plans_make(struct demo_town *town)
{
	for (int i = 0; i < town->person_count; i++) {
		int luck = demo_roll(town, 100);
		if (fits(town, i, ANY_KIND))
			town->person[i].plan = luck < 2	  ? PLAN_DRAF
					       : luck < 5 ? PLAN_DIAJUKAN
					       : luck < 6 ? PLAN_DIKEMBALIKAN
							  : PLAN_DITETAPKAN;
	}
}

/* However small the town: one who signs in has a plan that came back, and the superior of both has
   one to decide. */
static void waiting_make(struct demo_town *town)
{
	town->person[town->drafter].plan = PLAN_DIKEMBALIKAN;
	if (town->waiter >= 0)
		town->person[town->waiter].plan = PLAN_DIAJUKAN;
}

void demo_town_cast(struct demo_town *town)
{
	logins_choose(town);
	plans_make(town);
	waiting_make(town);
}
