/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures of a few bytes, made by the libraries' own writers, and what is done to them. */
#include "render/image.h"

#include "base/arena_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char baseline[] =
	"ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825"
	"2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab"
	"a4ffc0000b080010001001011100ffc40014000100000000000000000000000000000003ffc4002610000201"
	"02040505000000000000000000010211032100041231131422417142515291a1ffda0008010100003f001c82"
	"3ae4a8ad33a1ab4cd4f8a81733d8dc5fce153d401e1b35c49ea2771a9b79304c2dcfee0b2a68f2f444076e1a"
	"2b2907b1d513e4a7de1142b90da19e6642a1ea922fda2750916dc0f7c7ffd9";
static const char progressive[] =
	"ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028422b2825"
	"2528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780bcc9baa6c799a8ab"
	"a4ffc2000b080010001001011100ffc40014000100000000000000000000000000000002ffda000801010000"
	"000108afffc4001810000203000000000000000000000000000002111232ffda00080101000105024c0b153f"
	"ffc4001a100002020300000000000000000000000000011041115171ffda0008010100063f0258bb342e47ff"
	"c40020100100020005050000000000000000000001001121314191d1617181a1f0ffda0008010100013f2128"
	"381da21aea77f2f13aeb413df10a71a5ec67f5cfffda00080101000000104fffc4001d100100020300030100"
	"0000000000000000011121003141517191a1ffda0008010100013f107a2e4f805b3c6cbf79c876096cece92c"
	"2c59fdc50209903c693edfbc0a5acc8bb25f2261256c3ce7ffd9";
static const char png[] =
	"89504e470d0a1a0a0000000d4948445200000008000000080800000000e164e1570000004a4944415478da63"
	"6080034e2169155d337b06062115338fa89c3a060669b3c09cf6457b1918543c72266cb9f187814137aa7dcb"
	"433e6b0606b39c4537f85caa1818ecebf6feb1aeda0900f527139194f45a2e0000000049454e44ae426082";
static const char webp[] =
	"524946462e000000574542505650384c220000002f07c00100cd9421a2ff01356d1b415d339554f9a3ba9741"
	"444c807aea2f574e0500";

static struct str bytes_of(const char *hex)
{
	struct buf out;

	buf_init(&out, mem);
	for (; hex[0] && hex[1]; hex += 2) {
		int high = hex[0] <= '9' ? hex[0] - '0' : hex[0] - 'a' + 10;
		int low = hex[1] <= '9' ? hex[1] - '0' : hex[1] - 'a' + 10;
		buf_add_char(&out, (char)(high << 4 | low));
	}
	return buf_str(&out);
}

static struct str joined(struct str a, struct str b, struct str c)
{
	return str_join(mem, a, str_join(mem, b, c));
}

static struct str with(struct str bytes, size_t at, struct str piece)
{
	return joined(str_slice(bytes, 0, at), piece, str_slice(bytes, at, bytes.len));
}

/* Everything of these pictures is pixels: they come back as they are. */
static void a_plain_picture_stays_as_it_is(void **state)
{
	static const struct {
		enum image_kind kind;
		const char *hex;
	} all[] = {{IMAGE_JPEG, baseline},
		   {IMAGE_JPEG, progressive},
		   {IMAGE_PNG, png},
		   {IMAGE_WEBP, webp}};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		struct str bytes = bytes_of(all[i].hex), clean = STR_NONE;
		assert_int_equal(image_clean(mem, all[i].kind, bytes, &clean), ERR_OK);
		assert_true(str_equal(clean, bytes));
	}
}

/* Cut anywhere, or its pixels replaced by noise behind a right beginning. */
static void half_a_picture_and_noise_are_refused(void **state)
{
	static const struct {
		enum image_kind kind;
		const char *hex;
		size_t head;
	} all[] = {{IMAGE_JPEG, baseline, 4},
		   {IMAGE_JPEG, progressive, 4},
		   {IMAGE_PNG, png, 40},
		   {IMAGE_WEBP, webp, 30}};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		struct str bytes = bytes_of(all[i].hex), clean;
		for (size_t len = 0; len + 14 < bytes.len; len += 7)
			assert_int_equal(
				image_clean(mem, all[i].kind, str_slice(bytes, 0, len), &clean),
				ERR_INVALID);
		char *noise = memcpy(arena_alloc(mem, 4096), bytes.at, all[i].head);
		for (size_t n = all[i].head; n < 4096; n++)
			noise[n] = (char)(n * 73 + (n >> 3) * 31);
		assert_int_equal(image_clean(mem, all[i].kind, (struct str){noise, 4096}, &clean),
				 ERR_INVALID);
	}
}

#define EXIF_GPS                                                                                   \
	STR("\xff\xe1\x00\x3d"                                                                     \
	    "Exif\0\0II\x2a\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"                   \
	    "\x25\x88\x04\0\x01\0\0"                                                               \
	    "\0\0\0\0\0\0\0\0\0JAYAPURA-2.53"                                                      \
	    "S\0")

static void a_photo_loses_its_place_and_keeps_which_way_is_up(void **state)
{
	struct str photo = with(bytes_of(baseline), 20, EXIF_GPS), clean, again;

	(void)state;
	photo = with(photo, 2, STR("\xff\xfe\x00\x09rahasia"));
	photo = joined(photo, STR("MotionPhoto"), STR("<script>"));
	assert_int_equal(image_clean(mem, IMAGE_JPEG, photo, &clean), ERR_OK);
	assert_false(str_has(clean, "JAYAPURA"));
	assert_false(str_has(clean, "rahasia"));
	assert_false(str_has(clean, "MotionPhoto"));
	assert_false(str_has(clean, "<script>"));
	/* the plain header, then orientation 6 and nothing else of what the camera said */
	assert_int_equal(clean.len, bytes_of(baseline).len + 36);
	assert_int_equal((unsigned char)clean.at[20 + 29], 6);
	assert_int_equal(image_clean(mem, IMAGE_JPEG, clean, &again), ERR_OK);
	assert_true(str_equal(clean, again));
}

static void a_png_loses_what_is_written_beside_its_pixels(void **state)
{
	/* a tEXt chunk "Comment\0Jayapura" with its checksum, before IDAT */
	struct str text = STR("\0\0\0\x10tEXtComment\0Jayapura"
			      "\x44\xe8\xf8\x4b"),
		   clean;
	struct str bytes = with(bytes_of(png), 33, text);

	(void)state;
	assert_int_equal(
		image_clean(mem, IMAGE_PNG, joined(bytes, STR("<html>"), STR_NONE), &clean),
		ERR_OK);
	assert_true(str_equal(clean, bytes_of(png)));
}

static void a_webp_loses_what_is_written_beside_its_pixels(void **state)
{
	/* VP8X with the flag of EXIF, 8 x 8; then the picture; then EXIF */
	struct str plain = bytes_of(webp), clean;
	struct str inside = joined(STR("VP8X\x0a\0\0\0\x08\0\0\0\x07\0\0\x07\0\0"),
				   str_slice(plain, 12, plain.len), STR("EXIF\x08\0\0\0Jayapura"));
	char head[13] = "RIFF....WEBP";

	(void)state;
	memset(head + 4, 0, 4);
	head[4] = (char)(inside.len + 4);
	struct str bytes = str_join(mem, (struct str){head, 12}, inside);
	assert_int_equal(image_clean(mem, IMAGE_WEBP, bytes, &clean), ERR_OK);
	assert_false(str_has(clean, "Jayapura"));
	assert_int_equal(clean.len, bytes.len - 16);
	assert_int_equal(clean.at[20], 0);
}

static void more_pixels_than_bearable_are_refused_before_they_are_decoded(void **state)
{
	struct str bomb = bytes_of(baseline), clean;
	struct str huge = bytes_of(png);
	char *jpeg = memcpy(arena_alloc(mem, bomb.len), bomb.at, bomb.len);
	char *sof = memmem(jpeg, bomb.len, "\xff\xc0", 2);

	(void)state;
	assert_false(image_is_bearable(8001, 8000));
	assert_true(image_is_bearable(8000, 8000));
	assert_non_null(sof);
	memcpy(sof + 5, "\xff\xf0\xff\xf0", 4);
	assert_int_equal(image_clean(mem, IMAGE_JPEG, (struct str){jpeg, bomb.len}, &clean),
			 ERR_INVALID);
	/* 40,000 x 40,000 with a right checksum of the header */
	char *large = memcpy(arena_alloc(mem, huge.len), huge.at, huge.len);
	memcpy(large + 16, "\x00\x00\x9c\x40\x00\x00\x9c\x40", 8);
	memcpy(large + 29, "\x74\x67\x51\xd9", 4);
	assert_int_equal(image_clean(mem, IMAGE_PNG, (struct str){large, huge.len}, &clean),
			 ERR_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_picture_stays_as_it_is),
		cmocka_unit_test(half_a_picture_and_noise_are_refused),
		cmocka_unit_test(a_photo_loses_its_place_and_keeps_which_way_is_up),
		cmocka_unit_test(a_png_loses_what_is_written_beside_its_pixels),
		cmocka_unit_test(a_webp_loses_what_is_written_beside_its_pixels),
		cmocka_unit_test(more_pixels_than_bearable_are_refused_before_they_are_decoded),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
