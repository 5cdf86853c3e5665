/* SPDX-License-Identifier: Apache-2.0 */
/* The field that chooses a unit: a FIELD_PICK with .finder = UNIT_FINDER, in any room's form. */
#ifndef ABDI_ORG_UNIT_PICK_H
#define ABDI_ORG_UNIT_PICK_H
#include "base/job.h"
#include "form/pick.h"
#include "law/access.h"
#include "org/org.h"

#define UNIT_FINDER "/pilih/unit"

/* Looks up what was typed, or names what is chosen, among the units where the actor may do this
   deed. Faults stand by the field; ERR_OK also with faults. */
MUST_CHECK enum err unit_pick(struct job *job, struct form *form, int at, enum permission deed);
/* The same on a page that always shows one: without a choice it is the highest such unit. */
MUST_CHECK enum err unit_pick_or_highest(struct job *job, struct form *form, int at,
					 enum permission deed);

/* The open unit of that code. */
MUST_CHECK enum err unit_by_kode(struct job *job, struct str kode, struct unit *out);

#endif
