/* SPDX-License-Identifier: Apache-2.0 */
/* Until when a service was promised, and how long it took: the promise of the standard that held on
   the day the file was complete (STD-06 [D], REG-01 [D]). Minutes and hours run while the office is
   open; working days end at the same clock of a later open day. Moments are minutes of the office's
   own zone since 1970-01-01 00:00. */
#ifndef ABDI_LAW_JANJI_H
#define ABDI_LAW_JANJI_H
#include "base/date.h"

/* What a promise is counted in. */
enum janji_satuan {
#define JANJI_SATUAN(name, key, label) JANJI_##name,
#include "law/janji_satuan.def"
#undef JANJI_SATUAN
	JANJI_SATUAN_COUNT
};

/* As stored. */
struct str janji_satuan_key(enum janji_satuan satuan);
/* False when it is none. */
MUST_CHECK bool janji_satuan_parse(struct str key, enum janji_satuan *out);

/* A promise, from 1 to JANJI_MOST of its measure. */
struct janji {
	int jumlah;
	enum janji_satuan satuan;
};
#define JANJI_MOST 999

/* One day's hours in minutes of the day; both 0: closed. */
struct kantor_jam {
	int buka, tutup;
};

/* When an office is open: its hours by weekday, from Monday on, and the days it is closed
   nevertheless. */
struct kantor_waktu {
	struct kantor_jam hari[7];
	const int32_t *tutup; /* days since 1970, ascending */
	int tutup_count;
};

/* The minute of a moment in the office's zone, and back. */
int64_t janji_minute(int64_t utc_us, enum zona zona);
int64_t janji_moment(int64_t minute, enum zona zona);
/* Until when, of a file complete at that minute. False when the office is not open often enough
   within JANJI_YEARS years. */
#define JANJI_YEARS 4
MUST_CHECK bool janji_until(const struct kantor_waktu *kantor, int64_t from, struct janji janji,
			    int64_t *until);
/* What lies between: minutes the office was open, or of HARI_KERJA hundredths of a working day, a
   day open for 6 hours being as whole as one of 8. 0 when to is not after from. */
int64_t janji_lama(const struct kantor_waktu *kantor, enum janji_satuan satuan, int64_t from,
		   int64_t to);
/* The promise in the same measure: minutes, or hundredths of a day. */
int64_t janji_size(struct janji janji);
/* Its hours on a day; both 0: closed. */
struct kantor_jam kantor_jam_on(const struct kantor_waktu *kantor, struct date day);
/* Is it open at that minute? */
bool kantor_is_open(const struct kantor_waktu *kantor, int64_t minute);

#endif
