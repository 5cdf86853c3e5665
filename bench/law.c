/* SPDX-License-Identifier: Apache-2.0 */
/* Ten million predikat decisions and one million working-day computations, CPU time of one core;
   limit one second each. One line a figure; exit 1 when a limit is missed. */
#include "base/sys.h"
#include "law/calendar.h"
#include "law/predikat.h"

#include <stdio.h>

#define DECISIONS 10000000
#define COMPUTATIONS 1000000
#define LIMIT_US 1000000
#define FIRST_YEAR 2020
#define YEARS 10
#define LIBUR_A_YEAR 25

static uint32_t seed = 20261124;

/* The same numbers in every run. */
static uint32_t draw(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % below;
}

static int report(const char *name, int count, int64_t took_us, int64_t check)
{
	printf("%-12s %9d in %4d ms CPU, limit 1000 ms (check %lld)\n", name, count,
	       (int)(took_us / 1000), (long long)check);
	return took_us > LIMIT_US;
}

static int bench_predikat(void)
{
	int64_t began = clock_cpu(), sum = 0;

	for (int i = 0; i < DECISIONS; i++) {
		uint32_t cell = draw(RATING_COUNT * RATING_COUNT);
		sum += predikat_decide((enum rating)(cell / RATING_COUNT),
				       (enum rating)(cell % RATING_COUNT));
	}
	return report("predikat", DECISIONS, clock_cpu() - began, sum);
}

/* Free days as an agency has them: drawn all over ten years, some on a weekend, some side by side,
   one named twice. */
static struct calendar calendar_of(struct arena *mem)
{
	struct date libur[YEARS * LIBUR_A_YEAR];
	struct law_values law;

	for (int i = 0; i < YEARS * LIBUR_A_YEAR; i++) {
		int32_t first = date_days(DATE((int16_t)(FIRST_YEAR + i / LIBUR_A_YEAR), 1, 1));
		int32_t day = first + (int32_t)draw(365);
		libur[i] = date_from_days(i % 5 ? day : date_days(libur[i > 0 ? i - 1 : 0]) + 1);
	}
	libur[0] = libur[1];
	law_values_on(DATE(FIRST_YEAR, 1, 1), &(struct law_rows){0}, &law);
	return calendar_make(mem, &law, libur, YEARS * LIBUR_A_YEAR);
}

/* The limits the rulebook knows (3, 5, 7, 10, 14 and 60 working days), how many lie between two
   days up to a quarter apart, and whether a day is one; from any day of the ten years, a third of
   each. */
static int bench_working_days(void)
{
	static const int limits[] = {3, 5, 7, 10, 14, 60};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct calendar calendar = calendar_of(mem);
	int32_t first = date_days(DATE(FIRST_YEAR, 1, 1));
	int64_t began = clock_cpu(), sum = 0;

	for (int i = 0; i < COMPUTATIONS; i++) {
		struct date day = date_from_days(first + (int32_t)draw(YEARS * 365));
		if (i % 3 == 0)
			sum += calendar_add_working(&calendar, day, limits[draw(6)]).day;
		else if (i % 3 == 1)
			sum += calendar_count_working(&calendar, day,
						      date_add_days(day, (int32_t)draw(92)));
		else
			sum += calendar_is_working(&calendar, day);
	}
	return report("hari kerja", COMPUTATIONS, clock_cpu() - began, sum);
}

int main(void)
{
	int missed = bench_predikat();

	missed |= bench_working_days();
	return missed;
}
