/* SPDX-License-Identifier: Apache-2.0 */
/* The plans of one person in one year: a move closes one and begins another (PK-32), and both stay
   readable. */
#ifndef ABDI_SKP_SKP_YEAR_H
#define ABDI_SKP_SKP_YEAR_H
#include "skp/skp.h"

/* A plan in one line. */
struct skp_ringkas {
	struct id skp_id;
	enum skp_state state;
	struct date mulai, selesai;
	struct str jabatan_nama, unit_nama;
};

/* The other plans of that person and year which the actor may read, newest first. */
MUST_CHECK enum err skp_list_others(struct job *job, const struct skp *skp,
				    struct skp_ringkas **out, int *count);

#endif
