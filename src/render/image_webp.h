/* SPDX-License-Identifier: Apache-2.0 */
/* WebP in, for image.c alone. */
#ifndef ABDI_RENDER_IMAGE_WEBP_H
#define ABDI_RENDER_IMAGE_WEBP_H
#include "render/image.h"

/* One kind of image_clean. */
MUST_CHECK enum err image_webp_clean(struct arena *mem, struct str bytes, struct str *out);

#endif
