/* SPDX-License-Identifier: Apache-2.0 */
/* The clock of one file, and what many of them tell: a promise that stood still while the citizen
   had to bring something, and exact middles from counted lengths (STD-06 [D], REG-01 [D]). */
#ifndef ABDI_LAW_LAMA_H
#define ABDI_LAW_LAMA_H
#include "law/janji.h"

/* Until when, of a promise that stood still from one minute to the next: what was left of it in
   opening minutes begins again with the second. A promise that had passed by then stays. False
   when the office is not open often enough. */
MUST_CHECK bool janji_resumed(const struct kantor_waktu *kantor, int64_t until, int64_t still_from,
			      int64_t still_to, int64_t *out);

/* So many files took so long. */
struct lama_hitung {
	int64_t lama;
	int64_t jumlah;
};

#define LAMA_MEDIAN 50
#define LAMA_P90 90
/* The shortest length within which so many per cent of all files were done: one that a file really
   took. rows ascend by length; 0 without any. */
int64_t lama_within(const struct lama_hitung *rows, int count, int percent);

#endif
