/* SPDX-License-Identifier: Apache-2.0 */
/* Nine boxes, training hours and job match (rulebook 7: PermenPANRB 3/2020 [V], KOM-01 [K], KOM-03
   [V bands]). */
#ifndef ABDI_LAW_TALENT_H
#define ABDI_LAW_TALENT_H
#include "base/ratio.h"
#include "law/predikat.h"

/* The three levels of potential. */
enum potensi { POTENSI_RENDAH, POTENSI_MENENGAH, POTENSI_TINGGI };
#define POTENSI_COUNT 3

/* False when it is no level. */
MUST_CHECK bool potensi_parse(struct str key, enum potensi *out);
/* As stored. */
struct str potensi_key(enum potensi potensi);
/* As people read it. */
struct str potensi_label(enum potensi potensi);
/* 1 to 9 (TAL-01 [V]; values kotak_*). */
int talent_box(const struct law_values *law, enum predikat predikat, enum potensi potensi);
/* Rendah, menengah or tinggi of an assessment's score, hundredths of 0 to 100 (TAL-01 [D]). */
enum potensi potensi_of_score(const struct law_values *law, int64_t hundredths);
/* From 2026 on PermenPANRB 20/2025 has amended PermenPANRB 3/2020 (TAL-01; not read). */
bool talent_is_amended(const struct law_values *law);
/* Does the box enter the talent pool (TAL-02 [K])? */
bool talent_is_pool(const struct law_values *law, int box);
/* Does an assessment still count (TAL-02 [D])? */
bool talent_is_valid(const struct law_values *law, struct date assessed_on, struct date today);
/* Training hours a PNS still lacks in the year, and those a PPPK has beyond the most (KOM-01
   [K]). */
int training_shortfall(const struct law_values *law, int jp);
int training_excess(const struct law_values *law, int jp);
/* Whole training hours in minutes (KOM-01 [K]). */
int training_jp(const struct law_values *law, int minutes);
/* Levels missing in one competence; never negative (KOM-03). */
int competence_gap(int required, int assessed);
/* Sum of assessed levels capped at the required ones, over the required: percent, exact
   (KOM-03). */
struct ratio job_match(const int *required, const int *assessed, int count);
/* optimal, cukup_optimal, kurang_optimal (KOM-03 [V bands]) */
struct str job_match_key(const struct law_values *law, struct ratio percent);

#endif
