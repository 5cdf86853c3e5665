/* SPDX-License-Identifier: Apache-2.0 */
/* PNG in and out, for image.c alone. */
#ifndef ABDI_RENDER_IMAGE_PNG_H
#define ABDI_RENDER_IMAGE_PNG_H
#include "render/image.h"

/* One kind of image_clean. */
MUST_CHECK enum err image_png_clean(struct arena *mem, struct str bytes, struct str *out);

#endif
