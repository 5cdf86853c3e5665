/* SPDX-License-Identifier: Apache-2.0 */
/* Opening hours: how a person writes them, and whether a counter is open now. */
#ifndef ABDI_KONTAK_JAM_H
#define ABDI_KONTAK_JAM_H
#include "base/date.h"

/* One day's hours in minutes of the day; both 0: closed. */
struct jam {
	int buka, tutup;
};

/* Days with hours of their own, as offices have them. */
enum jam_hari { JAM_KERJA, JAM_JUMAT, JAM_SABTU, JAM_MINGGU, JAM_HARI_COUNT };

/* "08.00-15.00", "8:00 – 15:30", "8-15"; empty is closed. False when it is none of these, or ends
   before it begins. */
MUST_CHECK bool jam_parse(struct str text, struct jam *out);
/* "14.30", "14:30", "9": a minute of the day. False when it is none. */
MUST_CHECK bool jam_clock_parse(struct str text, int *minute);
/* "08.00–15.00"; empty when closed. */
struct str jam_write(struct arena *mem, struct jam jam);
/* Which hours a day has: Monday to Thursday share theirs. */
enum jam_hari jam_of_day(struct date day);

#endif
