/* SPDX-License-Identifier: Apache-2.0 */
/* Days as numbers since 1970, by the proleptic Gregorian calendar. */
#include "base/date.h"

#include "base/say.h"

#define MINUTE_US INT64_C(60000000)
#define DAY_US (1440 * MINUTE_US)
/* Months counted from March, so that the leap day ends a year; days from 0000-03-01. */
#define DAYS_TO_1970 719468
#define DAYS_400_YEARS 146097

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_days(int year, int month)
{
	static const int8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month];
}

bool date_is_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.day >= 1 &&
	       d.day <= date_month_days(d.year, d.month);
}

bool date_is_none(struct date d)
{
	return d.year == 0 && d.month == 0 && d.day == 0;
}

int date_compare(struct date a, struct date b)
{
	int32_t left = a.year * 512 + a.month * 32 + a.day;
	int32_t right = b.year * 512 + b.month * 32 + b.day;
	return (left > right) - (left < right);
}

static int64_t floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int32_t date_days(struct date d)
{
	int year = d.month <= 2 ? d.year - 1 : d.year;
	int month = d.month <= 2 ? d.month + 9 : d.month - 3;
	int era = (int)floor_divide(year, 400);
	int year_of_era = year - era * 400;
	int day_of_year = (153 * month + 2) / 5 + d.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * DAYS_400_YEARS + day_of_era - DAYS_TO_1970;
}

struct date date_from_days(int32_t days)
{
	int64_t z = (int64_t)days + DAYS_TO_1970;
	int64_t era = floor_divide(z, DAYS_400_YEARS);
	int day_of_era = (int)(z - era * DAYS_400_YEARS);
	int leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
	int year_of_era = (day_of_era - leap_days) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	int day = day_of_year - (153 * month + 2) / 5 + 1;

	month = month < 10 ? month + 3 : month - 9;
	int64_t year = year_of_era + era * 400 + (month <= 2);
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

struct date date_add_days(struct date d, int32_t days)
{
	return date_from_days(date_days(d) + days);
}

struct date date_add_months(struct date d, int months)
{
	int count = d.year * 12 + d.month - 1 + months;
	int year = (int)floor_divide(count, 12);
	int month = count - year * 12 + 1;
	int last = date_month_days(year, month);
	return (struct date){(int16_t)year, (int8_t)month, (int8_t)(d.day < last ? d.day : last)};
}

/* 1970-01-01 was a Thursday. */
int date_weekday(struct date d)
{
	int64_t days = (int64_t)date_days(d) + 3;
	return (int)(days - floor_divide(days, 7) * 7) + 1;
}

static bool parse_digits(struct str s, int *out)
{
	int value = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		value = value * 10 + (s.at[i] - '0');
	}
	*out = value;
	return true;
}

bool date_parse(struct str iso, struct date *out)
{
	int year, month, day;

	if (iso.len != 10 || iso.at[4] != '-' || iso.at[7] != '-')
		return false;
	if (!parse_digits(str_slice(iso, 0, 4), &year) ||
	    !parse_digits(str_slice(iso, 5, 7), &month) ||
	    !parse_digits(str_slice(iso, 8, 10), &day))
		return false;
	struct date d = {(int16_t)year, (int8_t)month, (int8_t)day};
	if (!date_is_valid(d))
		return false;
	*out = d;
	return true;
}

void date_write(struct date d, char text[DATE_TEXT_LEN])
{
	int number = (d.year * 100 + d.month) * 100 + d.day;

	for (int at = DATE_TEXT_LEN - 1; at >= 0; at--) {
		if (at == 4 || at == 7) {
			text[at] = '-';
			continue;
		}
		text[at] = (char)('0' + number % 10);
		number /= 10;
	}
}

struct str date_iso(struct arena *mem, struct date d)
{
	char *text = arena_alloc(mem, DATE_TEXT_LEN + 1);

	date_write(d, text);
	return (struct str){text, DATE_TEXT_LEN};
}

static const char *const month_names[] = {
	"",
	SAID("Januari"),
	SAID("Februari"),
	SAID("Maret"),
	SAID("April"),
	SAID("Mei"),
	SAID("Juni"),
	SAID("Juli"),
	SAID("Agustus"),
	SAID("September"),
	SAID("Oktober"),
	SAID("November"),
	SAID("Desember"),
};

const char *date_month_name(int month)
{
	return month >= 1 && month <= 12 ? month_names[month] : "";
}

struct str date_long(struct arena *mem, struct date d)
{
	return str_format(mem, "%d %s %d", d.day, date_month_name(d.month), d.year);
}

/* The first three letters are the usual short names, Mei, Agu, Okt and Des among them. */
struct str date_day_name(struct date d)
{
	static const char *const names[] = {"",
					    SAID("Senin"),
					    SAID("Selasa"),
					    SAID("Rabu"),
					    SAID("Kamis"),
					    SAID("Jumat"),
					    SAID("Sabtu"),
					    SAID("Minggu")};
	return str_from(names[date_weekday(d)]);
}

static int64_t local_time(int64_t utc_us, enum zona zona)
{
	return utc_us + zona * MINUTE_US;
}

struct date date_of_time(int64_t utc_us, enum zona zona)
{
	return date_from_days((int32_t)floor_divide(local_time(utc_us, zona), DAY_US));
}

int time_minute_of_day(int64_t utc_us, enum zona zona)
{
	int64_t local = local_time(utc_us, zona);
	return (int)((local - floor_divide(local, DAY_US) * DAY_US) / MINUTE_US);
}

struct str time_iso(struct arena *mem, int64_t utc_us, enum zona zona)
{
	struct date d = date_of_time(utc_us, zona);
	int minute = time_minute_of_day(utc_us, zona);
	return str_format(mem, "%.*sT%02d:%02d+%02d:%02d", STR_ARG(date_iso(mem, d)), minute / 60,
			  minute % 60, zona / 60, zona % 60);
}

struct str time_utc_iso(struct arena *mem, int64_t utc_us)
{
	struct date d = date_from_days((int32_t)floor_divide(utc_us, DAY_US));
	int64_t rest = utc_us - floor_divide(utc_us, DAY_US) * DAY_US;
	return str_format(mem, "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", d.year, d.month, d.day,
			  (int)(rest / (60 * MINUTE_US)), (int)(rest / MINUTE_US % 60),
			  (int)(rest / 1000000 % 60), (int)(rest % 1000000));
}

int64_t time_of_date(struct date d, int minute_of_day, enum zona zona)
{
	return date_days(d) * DAY_US + (minute_of_day - (int)zona) * MINUTE_US;
}

struct str zona_key(enum zona zona)
{
	switch (zona) {
	case ZONA_WIB: return STR("WIB");
	case ZONA_WITA: return STR("WITA");
	case ZONA_WIT: return STR("WIT");
	}
	return STR_NONE; /* an actor not filled yet has no zone */
}

bool zona_parse(struct str name, enum zona *out)
{
	static const enum zona all[] = {ZONA_WIB, ZONA_WITA, ZONA_WIT};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (str_equal(name, zona_key(all[i]))) {
			*out = all[i];
			return true;
		}
	return false;
}
