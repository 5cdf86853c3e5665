/* SPDX-License-Identifier: Apache-2.0 */
/* Which pages are told without the database (still.def). */
#ifndef ABDI_APP_STILL_H
#define ABDI_APP_STILL_H
#include "app/passage.h"

/* Can it be told while the database does not answer? */
bool still_is(const struct route *route);
/* Does this request need nothing of a database that may have to be waited for? Then the passage has
   arrived where it has come to. */
bool still_arrives(struct passage *p);

#endif
