/* SPDX-License-Identifier: Apache-2.0 */
/* Which pages are told without the database while it does not answer (still.def). */
#ifndef ABDI_APP_STILL_H
#define ABDI_APP_STILL_H
#include "http/router.h"

/* Is it one of them? */
bool still_is(const struct route *route);

#endif
