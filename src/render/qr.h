/* SPDX-License-Identifier: Apache-2.0 */
/* QR codes as a square of modules, and as one SVG path. */
#ifndef ABDI_RENDER_QR_H
#define ABDI_RENDER_QR_H
#include "base/str.h"

/* A code as a square of dots. */
struct qr {
	int size; /* modules a side, without the quiet zone */
	const uint8_t *module; /* size × size, 1 is dark, row by row */
};

/* Medium error correction. ERR_TOO_LARGE when the text does not fit a code. */
MUST_CHECK enum err qr_make(struct arena *mem, struct str text, struct qr *out);
/* The dark modules as the path of an SVG, a module one unit wide: runs along rows. */
struct str qr_path(struct arena *mem, const struct qr *qr);
bool qr_is_dark(const struct qr *qr, int x, int y);

#endif
