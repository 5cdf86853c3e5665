/* SPDX-License-Identifier: Apache-2.0 */
/* The words of deed.def. */
#ifndef ABDI_TRAIL_TRAIL_DEED_H
#define ABDI_TRAIL_TRAIL_DEED_H
#include "trail/trail.h"

/* Does this deed stand in that group? */
bool trail_is_in(struct str deed, struct str bagian);

#endif
