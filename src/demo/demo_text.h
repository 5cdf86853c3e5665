/* SPDX-License-Identifier: Apache-2.0 */
/* The words the demonstration is made of: names of no one in particular, offices, results, days
   off. */
#ifndef ABDI_DEMO_DEMO_TEXT_H
#define ABDI_DEMO_DEMO_TEXT_H
#include "base/date.h"

#define DEMO_NAME_GROUPS 6
/* Given and family names to draw from. */
struct demo_names {
	const char *men[10], *women[10], *last[12];
};
extern const struct demo_names demo_names[DEMO_NAME_GROUPS];

/* One line of results from the head of an office down to who does the work. */
struct demo_theme {
	const char *objek; /* "akta kelahiran" */
	const char *head, *bidang, *seksi, *staf; /* the result at each level */
	const char *satuan;
	int target; /* of one person in a year */
	const char *laporan[2]; /* how a day's work sounds */
};

#define DEMO_THEMES 3
/* A kind of office with its duties. */
struct demo_office {
	const char *kode, *nama, *kepala, *bidang[4];
	const char *jf, *pelaksana;
	struct demo_theme theme[DEMO_THEMES];
};

#define DEMO_OFFICES 8
extern const struct demo_office demo_offices[DEMO_OFFICES];
/* Further offices of a large town; their work is that of the kind named by the number. */
struct demo_more {
	const char *kode, *nama;
	int kind;
};
#define DEMO_MORE 22
extern const struct demo_more demo_more[DEMO_MORE];

/* A free day of the demonstration. */
struct demo_holiday {
	struct date day;
	const char *nama, *jenis;
};
#define DEMO_HOLIDAYS 25
extern const struct demo_holiday demo_holidays[DEMO_HOLIDAYS];

#endif
