/* SPDX-License-Identifier: Apache-2.0 */
/* Calendar dates, free of zones; time points are UTC microseconds (int64_t) and become dates in a
   zone here. */
#ifndef ABDI_BASE_DATE_H
#define ABDI_BASE_DATE_H
#include "base/str.h"

/* A day of the calendar. */
struct date {
	int16_t year;
	int8_t month, day;
};

#define DATE(y, m, d) ((struct date){(y), (m), (d)})

/* Indonesia's three zones, as minutes east of UTC. */
enum zona { ZONA_WIB = 420, ZONA_WITA = 480, ZONA_WIT = 540 };

/* Is there such a day? */
bool date_is_valid(struct date d);
/* All zeros: no day was given. */
bool date_is_none(struct date d);
/* Below 0 when a is earlier, 0 on the same day. */
int date_compare(struct date a, struct date b);
int32_t date_days(struct date d); /* days since 1970-01-01 */
struct date date_from_days(int32_t days);
struct date date_add_days(struct date d, int32_t days);
struct date date_add_months(struct date d, int months); /* clamps to the month's last day */
int date_weekday(struct date d); /* 1 Monday … 7 Sunday */
int date_month_days(int year, int month);
MUST_CHECK bool date_parse(struct str iso, struct date *out); /* YYYY-MM-DD only */
struct str date_iso(struct arena *mem, struct date d);
#define DATE_TEXT_LEN 10
void date_write(struct date d, char text[DATE_TEXT_LEN]); /* the same, in memory of yours */
struct str date_long(struct arena *mem, struct date d); /* "24 November 2026" */
struct str date_day_name(struct date d); /* "Selasa" */
const char *date_month_name(int month); /* "Mei"; "" when there is none */
struct date date_of_time(int64_t utc_us, enum zona zona);
int time_minute_of_day(int64_t utc_us, enum zona zona);
struct str time_iso(struct arena *mem, int64_t utc_us,
		    enum zona zona); /* "2026-11-24T08:42+09:00" */
struct str time_utc_iso(struct arena *mem, int64_t utc_us); /* "2026-11-23T23:42:00.000000Z" */
int64_t time_of_date(struct date d, int minute_of_day, enum zona zona); /* UTC µs */
struct str zona_key(enum zona zona); /* "WIT" */
MUST_CHECK bool zona_parse(struct str name, enum zona *out);

#endif
