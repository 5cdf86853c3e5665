/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures somebody sent us: decoded to the end to know that they are pictures, and copied without
   what a camera or a program wrote beside the pixels: place, time, device, thumbnails, comments
   (reliability F3). The pixels stay as they are, bit for bit; a JPEG keeps which way is up. */
#ifndef ABDI_RENDER_IMAGE_H
#define ABDI_RENDER_IMAGE_H
#include "base/err.h"
#include "base/str.h"

#define IMAGE_PIXELS_MAX (64 * 1000 * 1000)
#define IMAGE_MEMORY_MAX (128 << 20) /* bytes a decoder may take */

/* The formats of photos that are taken in. */
enum image_kind { IMAGE_JPEG, IMAGE_PNG, IMAGE_WEBP };

/* ERR_INVALID: no whole picture of that kind, an animation, or more pixels or memory than
   allowed. */
MUST_CHECK enum err image_clean(struct arena *mem, enum image_kind kind, struct str bytes,
				struct str *out);

/* Big-endian number of len bytes at at; the caller has looked at the length. */
uint32_t image_number(struct str bytes, size_t at, int len);
bool image_is_bearable(uint32_t width, uint32_t height);

#endif
