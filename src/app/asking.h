/* SPDX-License-Identifier: Apache-2.0 */
/* Which forms are asked for several at once (asking.def). */
#ifndef ABDI_APP_ASKING_H
#define ABDI_APP_ASKING_H
#include "http/router.h"

/* Sends the questions of the route's handler ahead; NULL for most routes. */
request_ask *asking_of(const struct route *route);

#endif
