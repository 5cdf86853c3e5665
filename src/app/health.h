/* SPDX-License-Identifier: Apache-2.0 */
/* What can be done here now: writable, read-only, halted, down. Known without asking the
   database. */
#ifndef ABDI_APP_HEALTH_H
#define ABDI_APP_HEALTH_H
#include "app/gate.h"

/* "writable", "full", "halted", "down" or "failed". */
const char *health_key(const struct gate *gate);
/* The banner of every page, a literal to be said; NULL while all is well. */
const char *health_trouble(const struct gate *gate);

#endif
