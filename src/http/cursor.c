/* SPDX-License-Identifier: Apache-2.0 */
/* Cursors of lists: base64url (RFC 4648, section 5) without padding. */
#include "http/cursor.h"

#define LONGEST 400

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

struct str cursor_write(struct arena *mem, struct str place)
{
	struct buf out;
	unsigned bits = 0;
	int held = 0;

	buf_init(&out, mem);
	for (size_t i = 0; i < place.len; i++) {
		bits = bits << 8 | (unsigned char)place.at[i];
		for (held += 8; held >= 6; held -= 6)
			buf_add_char(&out, letters[bits >> (held - 6) & 63]);
	}
	if (held > 0)
		buf_add_char(&out, letters[bits << (6 - held) & 63]);
	return buf_str(&out);
}

bool cursor_read(struct arena *mem, struct str cursor, struct str *place)
{
	struct buf out;
	unsigned bits = 0;
	int held = 0;

	buf_init(&out, mem);
	for (size_t i = 0; i < cursor.len; i++) {
		const char *letter = memchr(letters, cursor.at[i], sizeof letters - 1);
		if (!letter || cursor.len > LONGEST)
			return false;
		bits = bits << 6 | (unsigned)(letter - letters);
		held += 6;
		if (held >= 8) {
			held -= 8;
			buf_add_char(&out, (char)(bits >> held & 0xFF));
		}
	}
	*place = buf_str(&out);
	return place->len > 0 && str_is_utf8(*place);
}
