/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this room share. */
#ifndef ABDI_SUARA_SUARA_OWN_H
#define ABDI_SUARA_SUARA_OWN_H
#include "suara/suara.h"
#include "suara/suara_mask.h"

/* What came of one place on one day, about one thing. */
struct kelompok {
	struct str asal;
	struct date hari;
	struct id lingkup_id, unit_id;
	int64_t jumlah;
};

/* The same ticks about the same thing, within an hour. */
struct serupa {
	struct id lingkup_id, unit_id;
	struct date hari;
	int jam;
	int persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras;
	int percaya;
	int64_t jumlah;
};

/* A voice that counts. */
struct suara_jawaban {
	struct id suara_id, unit_id, lingkup_id;
	int bulan;
	struct str bentuk;
	int persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarpras;
	int percaya;
};

/* Words of somebody. */
struct kata_baris {
	struct id kata_id, unit_id, lingkup_id;
	int bulan;
	struct str isi;
};

/* A unit with its place in the tree. */
struct suara_unit {
	struct id unit_id, induk_id;
	struct str nama, jalur;
};

#define BULAN(day) ((day).year * 100 + (day).month)
/* The first month whose figures are not open yet: a month ends a day later than the calendar says,
   for the night comes later in the west. */
struct date suara_month_closed(struct date today);

/* Random, not grown with time as id_make's are: it must not tell when. */
struct id suara_random_id(void);
/* Staff's names among the words of a text. */
MUST_CHECK enum err suara_names_in(struct job *job, struct str text, struct suara_names *out);
/* Lays the links of themes, and their counts, of one month anew. */
MUST_CHECK enum err suara_tema_month(struct job *job, int bulan);
/* The agency's themes, or those it begins with. */
struct suara_tema;
MUST_CHECK enum err suara_tema_begin(struct job *job);

#endif
