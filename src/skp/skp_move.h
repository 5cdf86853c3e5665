/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of plans when their person comes to another post (PK-32). */
#ifndef ABDI_SKP_SKP_MOVE_H
#define ABDI_SKP_SKP_MOVE_H
#include "skp/skp.h"

/* Reader of "pegawai.berubah" (app/readers.def): closes the agreed plan of the post left behind on the day before the
   new one began; what was not agreed yet goes along as a draft. Does nothing when the post is the same. */
MUST_CHECK enum err skp_person_changed(struct job *job, const struct id *pegawai_id);

#endif
