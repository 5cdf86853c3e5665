/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of plans when their person comes to another post (PK-32) or under another
   appraiser. */
#ifndef ABDI_SKP_SKP_MOVE_H
#define ABDI_SKP_SKP_MOVE_H
#include "audit/event.h"
#include "skp/skp.h"

/* Reader of "pegawai.berubah" (app/readers.def): closes the agreed plan of the post left behind on
   the day before the new one began; what was not agreed yet goes along as a draft. At the same post
   what is not agreed goes to who appraises the person now. */
MUST_CHECK enum err skp_person_changed(struct job *job, const struct event *event);

#endif
