/* SPDX-License-Identifier: Apache-2.0 */
/* Names of units as a field shows and takes them. */
#ifndef ABDI_ORG_UNIT_NAMES_H
#define ABDI_ORG_UNIT_NAMES_H
#include "org/org.h"

/* "Bidang Kepegawaian (BKD-B2)": no two units have the same. */
struct str unit_name_make(struct arena *mem, const struct unit *unit);
/* The unit of a whole name, else those that fit what was typed, at most FORM_PICK_MOST + 1, where
   the actor may do this deed. */
MUST_CHECK enum err unit_names_find(struct job *job, struct str typed, enum permission deed,
				    struct unit **out, int *count);

#endif
