/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libwebp; nothing else does. */
#include "render/image_webp.h"

#include <string.h>

#include <webp/decode.h>

#define HEAD_LEN 12 /* RIFF, length, WEBP */
#define CHUNK_HEAD 8
#define FLAGS_KEPT 0x30 /* of VP8X: a colour profile, transparency */

/* Decoded at a small size: the decoder still reads every bit of the picture. */
static bool is_whole(struct str bytes)
{
	WebPDecoderConfig config;
	const uint8_t *data = (const uint8_t *)bytes.at;

	if (!WebPInitDecoderConfig(&config) ||
	    WebPGetFeatures(data, bytes.len, &config.input) != VP8_STATUS_OK)
		return false;
	int width = config.input.width, height = config.input.height;
	if (config.input.has_animation || !image_is_bearable((uint32_t)width, (uint32_t)height) ||
	    (int64_t)width * height * 4 > IMAGE_MEMORY_MAX)
		return false;
	config.options.use_scaling = 1;
	config.options.scaled_width = width > 8 ? width / 8 : 1;
	config.options.scaled_height = height > 8 ? height / 8 : 1;
	config.output.colorspace = MODE_RGBA;
	bool is_done = WebPDecode(data, bytes.len, &config) == VP8_STATUS_OK;
	WebPFreeDecBuffer(&config.output);
	return is_done;
}

static uint32_t little(struct str bytes, size_t at)
{
	uint32_t number = 0;

	for (int i = 4; i-- > 0;)
		number = number << 8 | (unsigned char)bytes.at[at + (size_t)i];
	return number;
}

static bool is_kept(struct str name)
{
	return str_is(name, "VP8 ") || str_is(name, "VP8L") || str_is(name, "VP8X") ||
	       str_is(name, "ALPH") || str_is(name, "ICCP");
}

static void length_put(char *at, size_t len)
{
	for (int i = 0; i < 4; i++, len >>= 8)
		at[i] = (char)(len & 255);
}

enum err image_webp_clean(struct arena *mem, struct str bytes, struct str *out)
{
	struct buf copy;

	if (bytes.len < HEAD_LEN || !is_whole(bytes))
		return ERR_INVALID;
	buf_init(&copy, mem);
	buf_add(&copy, str_slice(bytes, 0, HEAD_LEN));
	for (size_t at = HEAD_LEN; at + CHUNK_HEAD <= bytes.len;) {
		size_t len = little(bytes, at + 4), end = at + CHUNK_HEAD + len + (len & 1);
		struct str name = str_slice(bytes, at, at + 4);
		size_t start = copy.len;
		if (at + CHUNK_HEAD + len > bytes.len)
			break;
		if (is_kept(name))
			buf_add(&copy, str_slice(bytes, at, end));
		if (str_is(name, "VP8X") && len >= 1)
			copy.at[start + CHUNK_HEAD] =
				(char)(copy.at[start + CHUNK_HEAD] & FLAGS_KEPT);
		at = end;
	}
	if (copy.len & 1)
		buf_add_char(&copy, 0);
	length_put(copy.at + 4, copy.len - 8);
	*out = buf_str(&copy);
	return is_whole(*out) ? ERR_OK : ERR_INVALID;
}
