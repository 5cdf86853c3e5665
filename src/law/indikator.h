/* SPDX-License-Identifier: Apache-2.0 */
/* Performance indicators as the agency defines them [D]: which definitions make sense, and how the
   values of months are put together. PermenPANRB 6/2022 leaves the indicators to the agency; aspect
   and target are those of the plan (PK-12, PK-13). */
#ifndef ABDI_LAW_INDIKATOR_H
#define ABDI_LAW_INDIKATOR_H
#include "base/date.h"
#include "base/problems.h"

/* How values of several months, units and areas become one. */
enum indikator_gabung {
	GABUNG_JUMLAH, /* they add up */
	GABUNG_BAGIAN, /* numerators by denominators, each added up */
	GABUNG_RATA, /* the mean, weighed by the cases behind each */
	GABUNG_AKHIR, /* what stood in the last month */
	GABUNG_COUNT
};

/* Who of a self-filling source says what. */
enum indikator_sumber {
#define SUMBER(name, key, label, gabung) SUMBER_##name,
#include "law/indikator_sumber.def"
#undef SUMBER
	SUMBER_COUNT
};

/* Amounts are hundredths; so large is the largest one taken (100 million), and the most cases
   behind one. */
#define INDIKATOR_MOST INT64_C(10000000000)
#define INDIKATOR_CACAH_MOST 100000
/* Years of which there may be values. */
#define INDIKATOR_TAHUN_FIRST 2000
#define INDIKATOR_TAHUN_LAST 2100

/* What of a definition decides about its figures. */
struct indikator_rumus {
	struct str jenis, aspek, arah, satuan, sumber, gabung, pembilang, penyebut, unsur;
};

/* The values of one month, added up over units and areas. */
struct indikator_bulan {
	int bulan; /* 202611 */
	int banyak, impor; /* values, and how many of them came from a file of earlier years */
	int64_t pembilang, penyebut;
	int64_t timbang, bobot; /* each value times its cases, and the cases; none counts as one */
	int64_t cacah; /* cases; 0: not told */
};

/* One figure. */
struct indikator_hasil {
	bool is_set; /* false: no value, or nothing to divide by */
	int64_t nilai; /* hundredths */
	int64_t pembilang, penyebut, cacah;
	int banyak, impor, bulan_count, bulan_akhir;
};

/* As stored. */
struct str gabung_key(enum indikator_gabung gabung);
/* As people read it. */
struct str gabung_label(enum indikator_gabung gabung);
/* False when it is none. */
MUST_CHECK bool gabung_parse(struct str key, enum indikator_gabung *out);
struct str sumber_key(enum indikator_sumber sumber);
struct str sumber_label(enum indikator_sumber sumber);
MUST_CHECK bool sumber_parse(struct str key, enum indikator_sumber *out);
/* How months of this source are put together; false when whoever defines it chooses. */
MUST_CHECK bool sumber_gabung(enum indikator_sumber sumber, enum indikator_gabung *out);

/* "persen" or "%": a part of a hundred. */
bool satuan_is_persen(struct str satuan);
/* Everything that does not fit together, beside its field. */
void indikator_check(const struct indikator_rumus *rumus, struct problems *faults);
/* How its months are put together; what is no key adds up. */
enum indikator_gabung rumus_gabung(const struct indikator_rumus *rumus);
/* Do figures of the two measure the same, so that months of both may be put together? */
bool indikator_is_alike(const struct indikator_rumus *a, const struct indikator_rumus *b);
/* The months, oldest first, as one figure. */
void indikator_hitung(enum indikator_gabung gabung, bool is_persen,
		      const struct indikator_bulan *bulan, int count, struct indikator_hasil *out);
/* A year's target on one month: a twelfth of what adds up, else the whole. */
int64_t indikator_target_bulan(enum indikator_gabung gabung, int64_t target);

/* "202611" as a number: 2026 and 11. */
int bulan_of(int year, int month);
int bulan_of_date(struct date day);
bool bulan_is_valid(int bulan);
/* The last day of the month: the definition in force then is the one of the month. */
struct date bulan_last_day(int bulan);
int bulan_add(int bulan, int months);
/* "November 2026", "Nov 2026" in the reader's language. */
struct str bulan_text(struct arena *mem, int bulan);
struct str bulan_short(struct arena *mem, int bulan);

#endif
