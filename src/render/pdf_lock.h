/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a PDF somebody sent opens for its reader. */
#ifndef ABDI_RENDER_PDF_LOCK_H
#define ABDI_RENDER_PDF_LOCK_H
#include "base/str.h"

/* True when it asks for a password; one that only forbids printing or copying opens for all. */
bool pdf_is_locked(struct arena *mem, struct str bytes);

#endif
