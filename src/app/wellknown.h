/* SPDX-License-Identifier: Apache-2.0 */
/* What /.well-known/security.txt says. */
#ifndef ABDI_APP_WELLKNOWN_H
#define ABDI_APP_WELLKNOWN_H
#include "base/str.h"

/* Once, before serving: who is told of a weakness (mailto:, https:// or tel:; empty: nobody, and
   there is no such page). ERR_INVALID when it is none of these. The text must last. */
MUST_CHECK enum err wellknown_configure(struct str security_contact);

#endif
