/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps of a photo what is to be kept: no place, no device. */
#include "render/image.h"

#include "render/image_jpeg.h"
#include "render/image_png.h"
#include "render/image_webp.h"

uint32_t image_number(struct str bytes, size_t at, int len)
{
	uint32_t number = 0;

	for (int i = 0; i < len; i++)
		number = number << 8 | (unsigned char)bytes.at[at + (size_t)i];
	return number;
}

bool image_is_bearable(uint32_t width, uint32_t height)
{
	return width > 0 && height > 0 && (uint64_t)width * height <= IMAGE_PIXELS_MAX;
}

enum err image_clean(struct arena *mem, enum image_kind kind, struct str bytes, struct str *out)
{
	switch (kind) {
	case IMAGE_JPEG: return image_jpeg_clean(mem, bytes, out);
	case IMAGE_PNG: return image_png_clean(mem, bytes, out);
	case IMAGE_WEBP: return image_webp_clean(mem, bytes, out);
	}
	return ERR_INVALID;
}
