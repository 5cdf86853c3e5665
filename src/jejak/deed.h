/* SPDX-License-Identifier: Apache-2.0 */
/* The words of deed.def. */
#ifndef ABDI_JEJAK_DEED_H
#define ABDI_JEJAK_DEED_H
#include "jejak/jejak.h"

/* Does this deed stand in that group? */
bool jejak_is_in(struct str deed, struct str bagian);

#endif
