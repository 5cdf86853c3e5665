/* SPDX-License-Identifier: Apache-2.0 */
/* Nine boxes, training hours and job match (rulebook 7: PermenPANRB 3/2020 [V], KOM-01 [K], KOM-03 [V bands]). */
#ifndef ABDI_LAW_TALENT_H
#define ABDI_LAW_TALENT_H
#include "base/ratio.h"
#include "law/predikat.h"

enum potensi { POTENSI_RENDAH, POTENSI_MENENGAH, POTENSI_TINGGI };
#define POTENSI_COUNT 3

MUST_CHECK bool potensi_parse(struct str key, enum potensi *out);
struct str potensi_key(enum potensi potensi);
/* The performance axis: Sangat Baik above, Baik meets, the others below (TAL-01 [V]). */
enum rating talent_performance(enum predikat predikat);
/* 1 to 9 (TAL-01 [V]). */
int talent_box(enum predikat predikat, enum potensi potensi);
/* Hours still missing in the year: max(0, minimum - hours). */
int training_shortfall(int minimum_jp, int jp);
/* Sum of assessed levels capped at the required ones, over the required: percent, exact (KOM-03). */
struct ratio job_match(const int *required, const int *assessed, int count);
struct str job_match_key(struct ratio percent); /* optimal, cukup_optimal, kurang_optimal */

#endif
