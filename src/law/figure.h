/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a figure can be (rulebook PK-13, PK-36, 1.7.3 [D]). What cannot be is refused where it is
   entered; what is unlikely is asked about once more, and never suggests a rating above
   expectation. Values angka_*, satuan_utuh_*. */
#ifndef ABDI_LAW_FIGURE_H
#define ABDI_LAW_FIGURE_H
#include "base/problems.h"
#include "law/values.h"

/* What a figure is, held against sign, unit, target and what is usual. */
enum figure_sense {
	FIGURE_SOUND,
	FIGURE_BELOW_ZERO, /* cannot be */
	FIGURE_SPLIT, /* cannot be: a part of what is counted whole */
	FIGURE_PAST_PERCENT, /* from here on: unlikely */
	FIGURE_PAST_DAY,
	FIGURE_PAST_TARGET,
	FIGURE_PAST_USUAL
};

/* A figure with what it is held against. Amounts are hundredths. */
struct figure {
	int64_t amount, target;
	struct str satuan;
	bool has_target;
	bool is_of_a_day; /* one work report */
	bool is_mean; /* worked out, so that whole things may come in parts */
	int64_t usual_sum; /* of usual_count earlier figures of the same indicator */
	int64_t usual_count;
	bool is_of_periods; /* those are realisations of earlier periods, not work reports */
};

/* The first thing wrong with it. */
enum figure_sense figure_judge(const struct law_values *law, const struct figure *figure);
bool figure_is_impossible(enum figure_sense sense);
/* As answered: "wajar", "di_bawah_nol", "pecahan", "persen", "sehari", "target", "riwayat". */
struct str figure_sense_key(enum figure_sense sense);
/* Does the unit take no fraction? */
bool figure_is_whole(const struct law_values *law, struct str satuan);
/* What the person who entered it reads: to mend it, or to say that it is right. */
struct str figure_asks(struct arena *mem, const struct law_values *law, enum figure_sense sense,
		       const struct figure *figure);
/* What stands beside the suggestion; STR_NONE for a sound one. */
struct str figure_flag(struct arena *mem, const struct law_values *law, enum figure_sense sense,
		       const struct figure *figure);
/* Where a figure was entered. */
struct figure_place {
	struct str field;
	struct str before; /* opens the sentence: "Indikator 2: " */
};
/* Refuses what cannot be, and asks about what is unlikely unless yakin, what the form sent along,
   is that same figure. */
void figure_check(const struct law_values *law, const struct figure *figure, struct str yakin,
		  const struct figure_place *place, struct problems *faults);

#endif
