/* SPDX-License-Identifier: Apache-2.0 */
/* Survei Kepuasan Masyarakat, PermenPANRB 14/2017 (rulebook 4.2 and 4.3). */
#ifndef ABDI_LAW_SKM_H
#define ABDI_LAW_SKM_H
#include "base/ratio.h"
#include "law/values.h"

/* The nine elements of the survey. */
enum unsur {
#define UNSUR(name, key, label) UNSUR_##name,
#include "law/unsur.def"
#undef UNSUR
	UNSUR_COUNT
};

/* Setting skm_weight_mode: 0.111 as printed in official worksheets, or one ninth. */
enum skm_weight { SKM_WEIGHT_ROUNDED_0_111, SKM_WEIGHT_EXACT_1_9 };

/* As stored. */
struct str unsur_key(enum unsur unsur);
/* As people read it. */
struct str unsur_label(enum unsur unsur);
/* False when it is no element. */
MUST_CHECK bool unsur_parse(struct str key, enum unsur *out);
/* As stored. */
struct str skm_weight_key(enum skm_weight weight);
/* False for anything else. */
MUST_CHECK bool skm_weight_parse(struct str key, enum skm_weight *out);
/* What the agency set (skm_weight_exact [D]). */
enum skm_weight skm_weight_of(const struct law_values *law);

/* Means by element; an element that does not apply is left out and all weigh 1/k then [V]. */
struct skm_means {
	struct ratio mean[UNSUR_COUNT]; /* 1 to 4 */
	bool applies[UNSUR_COUNT];
};

/* The index 1 to 4, exact. 0 when no element applies. */
struct ratio skm_index(enum skm_weight weight, const struct skm_means *means);
/* The index x 25, rounded half up to hundredths: 8117 is 81.17. */
int64_t skm_converted(struct ratio index);
/* 'A' to 'D' of a converted value in hundredths (4.3 [V]); values skm_mutu_*, which once were other
   bands. */
char skm_mutu(const struct law_values *law, int64_t converted);
/* Fills the applying elements from the lowest mean up; equal means keep the lawful order. Returns
   how many. */
int skm_rank(const struct skm_means *means, enum unsur ranked[UNSUR_COUNT]);
/* May one officer's own figures be shown (4.6 [D])? */
bool skm_officer_is_shown(const struct law_values *law, int respondents);

/* One respondent: 1 to 4 for each element, 0 where it was not answered. */
struct skm_answers {
	int of[UNSUR_COUNT];
};
/* The mean of each element over those who answered it; an element nobody answered does not
   apply. */
struct skm_means skm_means_of(const struct skm_answers *answers, int count);

#endif
