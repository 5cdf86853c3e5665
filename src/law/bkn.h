/* SPDX-License-Identifier: Apache-2.0 */
/* The monthly recap as e-Kinerja BKN writes it since 2026 (rulebook BKN-01 [V], the word for below
   expectation [K]): its head rows, columns and spellings, which are the format's and no language's.
   What is spelled in another way is refused, never guessed. */
#ifndef ABDI_LAW_BKN_H
#define ABDI_LAW_BKN_H
#include "base/date.h"
#include "law/predikat.h"

#define BKN_COLUMNS 7
/* "No", "NIP", … "Predikat Kinerja Periodik". */
struct str bkn_column(int n);
/* "Diatas Ekspektasi" */
struct str bkn_rating(enum rating rating);
MUST_CHECK bool bkn_rating_parse(struct str text, enum rating *out);
/* "Periode Bulanan 6 Tahun 2026" */
struct str bkn_period(struct arena *mem, struct date first);
/* Is this period one of the format: a whole month, from 2026 on? */
bool bkn_knows(struct date first, struct date last);

#endif
