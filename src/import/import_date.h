/* SPDX-License-Identifier: Apache-2.0 */
/* Days as people write them. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_DATE_H
#define ABDI_IMPORT_IMPORT_DATE_H
#include "base/date.h"

/* What became of a text that should be a day. */
enum import_day { IMPORT_DAY_READ, IMPORT_DAY_WRONG, IMPORT_DAY_TWO_WAYS, IMPORT_DAY_MONTH_FIRST };

/* Reads 2024-01-02, 2/1/2024, 02.01.2024, 2 Januari 2024, 02-Jan-24, 20240102, a spreadsheet's
   number of the day, each with a time of day behind it or none. A year of two digits needs a month
   in words, or a day that can be nothing else. A time of UTC counts in the zone. */
enum import_day import_day_parse(struct str text, struct date today, enum zona zona,
				 struct date *out);
/* Is it written month first, as in 12/31/2024, and can be read in no other way? */
bool import_day_is_month_first(struct str text);

/* Numbers only, with the year last: what two orders can be read in. */
bool import_day_ends_in_year(struct str text);

#endif
