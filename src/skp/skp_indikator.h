/* SPDX-License-Identifier: Apache-2.0 */
/* A row of the plan that hangs on an indicator of the catalogue: taken over from it, and held to
   it. */
#ifndef ABDI_SKP_SKP_INDIKATOR_H
#define ABDI_SKP_SKP_INDIKATOR_H
#include "skp/skp.h"

/* What is taken from the catalogue into a result. */
struct skp_ambil {
	int64_t version; /* of the plan */
	struct id rhk_id, indikator_id, wilayah_id; /* wilayah: none for all */
	int64_t target; /* hundredths; the person's own, else the indicator's */
	bool has_target;
	struct str yakin; /* the target once more, when asked whether it is right */
};

/* Rows that hang on an indicator use one of the unit that holds, with its unit of measure and
   direction; what is wrong stands beside the row. */
MUST_CHECK enum err skp_check_indikator(struct job *job, const struct skp *skp,
					const struct rhk *rhk);
/* Adds a row to a result of a draft: name, aspect, unit, direction and target come from the
   indicator. */
MUST_CHECK enum err skp_take_indikator(struct job *job, const struct id *skp_id,
				       const struct skp_ambil *ambil);

#endif
