/* SPDX-License-Identifier: Apache-2.0 */
/* Walks an office's days. */
#include "law/janji.h"

#define DAY_MINUTES 1440
#define HOUR_MINUTES 60
#define US_A_MINUTE INT64_C(60000000)
#define DAYS_AHEAD (JANJI_YEARS * 366)

static const char *const keys[JANJI_SATUAN_COUNT] = {
#define JANJI_SATUAN(name, key, label) key,
#include "law/janji_satuan.def"
#undef JANJI_SATUAN
};

struct str janji_satuan_key(enum janji_satuan satuan)
{
	return str_from(keys[satuan]);
}

bool janji_satuan_parse(struct str key, enum janji_satuan *out)
{
	for (int i = 0; i < JANJI_SATUAN_COUNT; i++) {
		if (!str_is(key, keys[i]))
			continue;
		*out = (enum janji_satuan)i;
		return true;
	}
	return false;
}

static int64_t divided(int64_t number, int64_t by)
{
	return number >= 0 ? number / by : -((by - 1 - number) / by);
}

int64_t janji_minute(int64_t utc_us, enum zona zona)
{
	return divided(utc_us, US_A_MINUTE) + (int)zona;
}

int64_t janji_moment(int64_t minute, enum zona zona)
{
	return (minute - (int)zona) * US_A_MINUTE;
}

static int32_t day_of(int64_t minute)
{
	return (int32_t)divided(minute, DAY_MINUTES);
}

static int clock_of(int64_t minute)
{
	return (int)(minute - (int64_t)day_of(minute) * DAY_MINUTES);
}

static struct kantor_jam hours_on(const struct kantor_waktu *kantor, int32_t day)
{
	for (int i = 0; i < kantor->tutup_count && kantor->tutup[i] <= day; i++)
		if (kantor->tutup[i] == day)
			return (struct kantor_jam){0, 0};
	return kantor->hari[date_weekday(date_from_days(day)) - 1];
}

struct kantor_jam kantor_jam_on(const struct kantor_waktu *kantor, struct date day)
{
	return hours_on(kantor, date_days(day));
}

static int at_least(int number, int least)
{
	return number > least ? number : least;
}

bool kantor_is_open(const struct kantor_waktu *kantor, int64_t minute)
{
	struct kantor_jam jam = hours_on(kantor, day_of(minute));

	return clock_of(minute) >= jam.buka && clock_of(minute) < jam.tutup;
}

/* A file that came after hours was received when the office opens again. */
static bool begin(const struct kantor_waktu *kantor, int64_t *minute)
{
	int32_t first = day_of(*minute);

	for (int32_t day = first; day < first + DAYS_AHEAD; day++) {
		struct kantor_jam jam = hours_on(kantor, day);
		int clock = day == first ? clock_of(*minute) : 0;
		if (clock >= jam.tutup)
			continue;
		*minute = (int64_t)day * DAY_MINUTES + at_least(clock, jam.buka);
		return true;
	}
	return false;
}

static bool minutes_until(const struct kantor_waktu *kantor, int64_t from, int64_t wanted,
			  int64_t *until)
{
	int32_t first = day_of(from);

	for (int32_t day = first; day < first + DAYS_AHEAD; day++) {
		struct kantor_jam jam = hours_on(kantor, day);
		int clock = at_least(day == first ? clock_of(from) : 0, jam.buka);
		int64_t open = jam.tutup > clock ? jam.tutup - clock : 0;
		if (open >= wanted) {
			*until = (int64_t)day * DAY_MINUTES + clock + wanted;
			return true;
		}
		wanted -= open;
	}
	return false;
}

/* The same clock of the n-th open day after; earlier where that day closes before it, later where
   it opens behind it. */
static bool days_until(const struct kantor_waktu *kantor, int64_t from, int wanted, int64_t *until)
{
	int32_t first = day_of(from);

	for (int32_t day = first + 1; day < first + DAYS_AHEAD; day++) {
		struct kantor_jam jam = hours_on(kantor, day);
		if (jam.tutup == 0 || --wanted > 0)
			continue;
		int clock = at_least(clock_of(from), jam.buka);
		*until = (int64_t)day * DAY_MINUTES + (clock < jam.tutup ? clock : jam.tutup);
		return true;
	}
	return false;
}

int64_t janji_size(struct janji janji)
{
	static const int of[JANJI_SATUAN_COUNT] = {
		[JANJI_MENIT] = 1, [JANJI_JAM_KERJA] = HOUR_MINUTES, [JANJI_HARI_KERJA] = 100};

	return (int64_t)janji.jumlah * of[janji.satuan];
}

bool janji_until(const struct kantor_waktu *kantor, int64_t from, struct janji janji,
		 int64_t *until)
{
	if (!begin(kantor, &from))
		return false;
	if (janji.satuan == JANJI_HARI_KERJA)
		return days_until(kantor, from, janji.jumlah, until);
	return minutes_until(kantor, from, janji_size(janji), until);
}

int64_t janji_lama(const struct kantor_waktu *kantor, enum janji_satuan satuan, int64_t from,
		   int64_t to)
{
	int64_t sum = 0;

	for (int32_t day = day_of(from); to > from && day <= day_of(to); day++) {
		struct kantor_jam jam = hours_on(kantor, day);
		int begins = day == day_of(from) ? at_least(clock_of(from), jam.buka) : jam.buka;
		int ends = day == day_of(to) && clock_of(to) < jam.tutup ? clock_of(to) : jam.tutup;
		int64_t open = ends > begins ? ends - begins : 0;
		int64_t hours = jam.tutup - jam.buka;
		/* a part of a day, half up */
		if (satuan == JANJI_HARI_KERJA && hours > 0)
			open = (open * 200 + hours) / (2 * hours);
		sum += open;
	}
	return sum;
}
