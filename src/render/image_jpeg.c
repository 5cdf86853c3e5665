/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libjpeg; nothing else does. */
#include "render/image_jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

#define SCANS_MAX 100 /* of a progressive picture; more are made to keep a decoder busy */

/* --- is it whole? every coefficient is decoded; the pixels at an eighth of the size, which costs
   little --- */

struct decoding {
	struct jpeg_error_mgr errors;
	struct jpeg_progress_mgr progress;
	struct jpeg_decompress_struct jpeg;
	jmp_buf refused;
};

static void refuse(j_common_ptr jpeg)
{
	longjmp(((struct decoding *)jpeg->client_data)->refused, 1);
}

/* Warnings of content that is missing or nonsense; others (bytes too many) are harmless. */
static void hear(j_common_ptr jpeg, int level)
{
	int code = jpeg->err->msg_code;

	if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER ||
			  code == JWRN_HUFF_BAD_CODE || code == JWRN_ARITH_BAD_CODE))
		refuse(jpeg);
}

static void count_scans(j_common_ptr jpeg)
{
	if (((struct decoding *)jpeg->client_data)->jpeg.input_scan_number > SCANS_MAX)
		refuse(jpeg);
}

static void decode(struct arena *mem, struct decoding *d, struct str bytes)
{
	struct jpeg_decompress_struct *jpeg = &d->jpeg;

	jpeg_create_decompress(jpeg);
	jpeg->mem->max_memory_to_use = IMAGE_MEMORY_MAX;
	jpeg->progress = &d->progress;
	jpeg_mem_src(jpeg, (const unsigned char *)bytes.at, bytes.len);
	(void)jpeg_read_header(jpeg, TRUE);
	if (!image_is_bearable(jpeg->image_width, jpeg->image_height))
		refuse((j_common_ptr)jpeg);
	jpeg->scale_num = 1;
	jpeg->scale_denom = 8;
	jpeg->do_fancy_upsampling = FALSE;
	jpeg->dct_method = JDCT_IFAST;
	(void)jpeg_start_decompress(jpeg);
	JSAMPROW row =
		arena_alloc(mem, (size_t)jpeg->output_width * (size_t)jpeg->output_components);
	while (jpeg->output_scanline < jpeg->output_height)
		(void)jpeg_read_scanlines(jpeg, &row, 1);
	(void)jpeg_finish_decompress(jpeg);
}

static bool is_whole(struct arena *mem, struct str bytes)
{
	struct decoding *d = arena_new(mem, struct decoding);
	volatile bool is_done = false;

	d->jpeg.err = jpeg_std_error(&d->errors);
	d->jpeg.client_data = d;
	d->errors.error_exit = refuse;
	d->errors.emit_message = hear;
	d->progress.progress_monitor = count_scans;
	if (setjmp(d->refused) == 0) {
		decode(mem, d, bytes);
		is_done = true;
	}
	jpeg_destroy_decompress(&d->jpeg);
	return is_done;
}

/* --- the copy without what stands beside the pixels --- */

#define MARK_EOI 0xd9
#define MARK_SOS 0xda
#define MARK_APP0 0xe0
#define MARK_APP1 0xe1
#define MARK_APP2 0xe2
#define MARK_APP14 0xee
#define MARK_APP15 0xef
#define MARK_COM 0xfe

/* What colours mean stays: the plain header, a colour profile, Adobe's word on how colours were
   stored. */
static bool is_kept(int mark, struct str segment)
{
	if (mark == MARK_COM)
		return false;
	if (mark < MARK_APP0 || mark > MARK_APP15)
		return true;
	return (mark == MARK_APP0 && str_starts(segment, "JFIF")) ||
	       (mark == MARK_APP2 && str_starts(segment, "ICC_PROFILE")) ||
	       (mark == MARK_APP14 && str_starts(segment, "Adobe"));
}

static uint32_t tiff_number(struct str tiff, size_t at, int len)
{
	uint32_t number = 0;

	if (tiff.at[0] == 'M')
		return image_number(tiff, at, len);
	for (int i = len; i-- > 0;)
		number = number << 8 | (unsigned char)tiff.at[at + (size_t)i];
	return number;
}

/* Which way is up, 1 to 8, as a camera notes it; 0: not said. */
static int orientation_of(struct str segment)
{
	struct str tiff = str_slice(segment, 6, segment.len);

	if (segment.len < 20 || memcmp(segment.at, "Exif\0\0", 6) != 0 ||
	    (tiff.at[0] != 'M' && tiff.at[0] != 'I'))
		return 0;
	size_t at = tiff_number(tiff, 4, 4);
	if (at > tiff.len - 2)
		return 0;
	uint32_t count = tiff_number(tiff, at, 2);
	for (at += 2; count-- > 0 && at + 12 <= tiff.len; at += 12) {
		uint32_t way = tiff_number(tiff, at + 8, 2);
		if (tiff_number(tiff, at, 2) == 0x0112)
			return way >= 1 && way <= 8 ? (int)way : 0;
	}
	return 0;
}

/* An EXIF segment that says this and nothing else. */
static void orientation_put(struct buf *out, int way)
{
	static const char before[] = "\xff\xe1\x00\x22"
				     "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";

	buf_add(out, (struct str){before, sizeof before - 1});
	buf_add_char(out, (char)way);
	buf_add(out, (struct str){"\0\0\0\0\0\0", 6});
}

/* Behind the coded pixels of a scan: at the next mark that is no restart and no stuffed byte. */
static size_t scan_end(struct str bytes, size_t at)
{
	for (; at + 1 < bytes.len; at++) {
		unsigned char next = (unsigned char)bytes.at[at + 1];
		if ((unsigned char)bytes.at[at] == 0xff && next != 0 && next != 0xff &&
		    (next < 0xd0 || next > 0xd7))
			return at;
	}
	return bytes.len;
}

/* One segment from *at on; false at the end of the picture, where what follows is left behind. */
static bool segment_copy(struct str bytes, size_t *at, struct buf *out)
{
	int mark = (int)image_number(bytes, *at + 1, 1);
	size_t len = image_number(bytes, *at + 2, 2), end = *at + 2 + len;

	if (end > bytes.len || len < 2)
		return false;
	struct str segment = str_slice(bytes, *at + 4, end);
	if (is_kept(mark, segment)) {
		if (mark == MARK_SOS)
			end = scan_end(bytes, end);
		buf_add(out, str_slice(bytes, *at, end));
	} else if (mark == MARK_APP1 && orientation_of(segment)) {
		orientation_put(out, orientation_of(segment));
	}
	*at = end;
	return true;
}

enum err image_jpeg_clean(struct arena *mem, struct str bytes, struct str *out)
{
	struct buf copy;
	size_t at = 2;

	if (!is_whole(mem, bytes))
		return ERR_INVALID;
	buf_init(&copy, mem);
	buf_add(&copy, str_slice(bytes, 0, 2));
	while (at + 4 <= bytes.len && (unsigned char)bytes.at[at] == 0xff) {
		if ((unsigned char)bytes.at[at + 1] == 0xff) /* fill */
			at++;
		else if ((unsigned char)bytes.at[at + 1] == MARK_EOI ||
			 !segment_copy(bytes, &at, &copy))
			break;
	}
	buf_add(&copy, STR("\xff\xd9"));
	*out = buf_str(&copy);
	return is_whole(mem, *out) ? ERR_OK : ERR_INVALID; /* what we keep is what we serve */
}
