/* SPDX-License-Identifier: Apache-2.0 */
/* A page of units, for the public and for administrators. */
#ifndef ABDI_KONTAK_KONTAK_UNITS_WEB_H
#define ABDI_KONTAK_KONTAK_UNITS_WEB_H
#include "http/request.h"
#include "kontak/kontak_view.h"

/* As the address asks: those below a unit, or all that its search finds when that is none. */
MUST_CHECK enum err kontak_units_read(struct request *req, const struct id *induk_id,
				      struct str jalur, struct kontak_units *out);

#endif
