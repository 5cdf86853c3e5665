/* SPDX-License-Identifier: Apache-2.0 */
/* Where the next page of a list begins, in a form that promises nothing to who keeps it. */
#ifndef ABDI_HTTP_CURSOR_H
#define ABDI_HTTP_CURSOR_H
#include "base/str.h"

/* Any text as letters an address can carry. */
struct str cursor_write(struct arena *mem, struct str place);
/* False when it was not made by cursor_write. */
MUST_CHECK bool cursor_read(struct arena *mem, struct str cursor, struct str *place);

#endif
