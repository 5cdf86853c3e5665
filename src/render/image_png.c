/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libpng; nothing else does. */
#include "render/image_png.h"

#include <setjmp.h>
#include <string.h>

#include <png.h>

#define HEAD_LEN 8
#define CHUNK_LEN 12 /* length, name and checksum beside the data */

struct decoding {
	struct str rest;
	png_structp png;
	png_infop info;
	png_bytep row;
};

static void feed(png_structp png, png_bytep into, size_t len)
{
	struct decoding *d = png_get_io_ptr(png);

	if (len > d->rest.len)
		png_error(png, "short");
	memcpy(into, d->rest.at, len);
	d->rest = str_slice(d->rest, len, d->rest.len);
}

static void refuse(png_structp png, png_const_charp words)
{
	(void)words;
	png_longjmp(png, 1);
}

static void silent(png_structp png, png_const_charp words)
{
	(void)png;
	(void)words;
}

static void decode(struct arena *mem, struct decoding *d)
{
	png_set_read_fn(d->png, d, feed);
	png_set_crc_action(d->png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
	png_read_info(d->png, d->info);
	uint32_t width = png_get_image_width(d->png, d->info);
	uint32_t height = png_get_image_height(d->png, d->info);
	if (!image_is_bearable(width, height))
		png_error(d->png, "large");
	int passes = png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
	d->row = arena_alloc(mem, png_get_rowbytes(d->png, d->info) + 8);
	for (; passes > 0; passes--)
		for (uint32_t y = 0; y < height; y++)
			png_read_row(d->png, d->row, NULL);
	png_read_end(d->png, NULL);
}

static bool is_whole(struct arena *mem, struct str bytes)
{
	struct decoding *d = arena_new(mem, struct decoding);
	volatile bool is_done = false;

	d->rest = bytes;
	d->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, refuse, silent);
	d->info = d->png ? png_create_info_struct(d->png) : NULL;
	if (d->info && setjmp(png_jmpbuf(d->png)) == 0) {
		decode(mem, d);
		is_done = true;
	}
	if (d->png)
		png_destroy_read_struct(&d->png, &d->info, NULL);
	return is_done;
}

/* Pixels, palette, transparency and what colours mean; no text, no time, no EXIF, no animation. */
static bool is_kept(struct str name)
{
	static const char *const kept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
					   "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"};

	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		if (str_is(name, kept[i]))
			return true;
	return false;
}

enum err image_png_clean(struct arena *mem, struct str bytes, struct str *out)
{
	struct buf copy;
	size_t at = HEAD_LEN;

	if (!is_whole(mem, bytes))
		return ERR_INVALID;
	buf_init(&copy, mem);
	buf_add(&copy, str_slice(bytes, 0, HEAD_LEN));
	while (at + CHUNK_LEN <= bytes.len) {
		size_t end = at + CHUNK_LEN + image_number(bytes, at, 4);
		struct str name = str_slice(bytes, at + 4, at + 8);
		if (end > bytes.len)
			return ERR_INVALID;
		if (is_kept(name))
			buf_add(&copy, str_slice(bytes, at, end));
		if (str_is(name, "IEND"))
			break;
		at = end;
	}
	*out = buf_str(&copy);
	return is_whole(mem, *out) ? ERR_OK : ERR_INVALID;
}
