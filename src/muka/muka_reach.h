/* SPDX-License-Identifier: Apache-2.0 */
/* What several pages of the public front load and say. */
#ifndef ABDI_MUKA_MUKA_REACH_H
#define ABDI_MUKA_MUKA_REACH_H
#include "base/job.h"
#include "muka/muka_view.h"

/* How to reach a unit; none: the agency. */
MUST_CHECK enum err muka_reach_load(struct job *job, const struct id *unit_id,
				    struct muka_kontak *view);
/* At most so many services that are open to the public. */
MUST_CHECK enum err muka_layanan_load(struct job *job, int most, struct muka_layanan_list *out);

#endif
