/* SPDX-License-Identifier: Apache-2.0 */
/* Writing plans and unit results as a demonstration brings them: in whatever state, agreed long
   ago. No right is asked and nothing is told to the trail: the caller does. */
#ifndef ABDI_SKP_BULK_H
#define ABDI_SKP_BULK_H
#include "skp/skp_record.h"

/* One result a unit promised. */
MUST_CHECK enum err hasil_unit_add(struct job *job, const struct hasil_unit *hasil);
/* With its results, their indicators and its attachment; of the seven values the first of
   skp->perilaku says what is expected. */
MUST_CHECK enum err skp_add(struct job *job, const struct skp *skp);

#endif
