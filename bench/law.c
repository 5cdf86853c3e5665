/* SPDX-License-Identifier: Apache-2.0 */
/* Ten million predikat decisions and one million working-day deadlines, CPU time of one core; limit one second each.
   Exit 1 when a limit is missed. */
#include "base/sys.h"
#include "law/calendar.h"
#include "law/predikat.h"

#include <stdio.h>

#define DECISIONS 10000000
#define DEADLINES 1000000
#define LIMIT_US 1000000

static int report(const char *name, int count, int64_t took_us, int64_t check)
{
	printf("%-12s %9d in %4d ms CPU, limit 1000 ms (check %lld)\n", name, count,
	       (int)(took_us / 1000), (long long)check);
	return took_us > LIMIT_US;
}

static int bench_predikat(void)
{
	int64_t began = clock_cpu(), sum = 0;
	uint32_t seed = 1;

	for (int i = 0; i < DECISIONS; i++) {
		seed = seed * 1664525 + 1013904223;
		sum += predikat_decide((enum rating)(seed >> 24) % RATING_COUNT,
				       (enum rating)(seed >> 16 & 255) % RATING_COUNT);
	}
	return report("predikat", DECISIONS, clock_cpu() - began, sum);
}

/* A full list: 25 free days a year over ten years, 14 working days each. */
static int bench_working_days(void)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct date libur[250];
	int32_t first = date_days(DATE(2020, 1, 1));

	for (int i = 0; i < 250; i++)
		libur[i] = date_from_days(first + i * 3653 / 250);
	struct calendar calendar = calendar_make(mem, libur, 250);
	int64_t began = clock_cpu(), sum = 0;
	for (int i = 0; i < DEADLINES; i++)
		sum += calendar_add_working(&calendar, date_from_days(first + i % 3653), 14).day;
	return report("hari kerja", DEADLINES, clock_cpu() - began, sum);
}

int main(void)
{
	int missed = bench_predikat();

	missed |= bench_working_days();
	return missed;
}
