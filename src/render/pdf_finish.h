/* SPDX-License-Identifier: Apache-2.0 */
/* What a paper says of itself beside its pages. */
#ifndef ABDI_RENDER_PDF_FINISH_H
#define ABDI_RENDER_PDF_FINISH_H
#include "base/str.h"

/* The same paper with its language, its title in the window's head, and an id that follows from its
   content; packed. ERR_IO when the library refuses. */
MUST_CHECK enum err pdf_finish(struct arena *mem, struct str drawn, struct str *out);

#endif
