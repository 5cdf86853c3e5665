/* SPDX-License-Identifier: Apache-2.0 */
/* JPEG in and out, for image.c alone. */
#ifndef ABDI_RENDER_IMAGE_JPEG_H
#define ABDI_RENDER_IMAGE_JPEG_H
#include "render/image.h"

/* One kind of image_clean. */
MUST_CHECK enum err image_jpeg_clean(struct arena *mem, struct str bytes, struct str *out);

#endif
