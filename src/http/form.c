/* SPDX-License-Identifier: Apache-2.0 */
/* Fields of a form, percent signs and pluses undone. */
#include "http/form.h"

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

enum err form_unescape(struct arena *mem, struct str text, bool plus_is_space, struct str *out)
{
	char *at = arena_alloc(mem, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '+' && plus_is_space) {
			c = ' ';
		} else if (c == '%') {
			int high = i + 2 < text.len ? hex_of(text.at[i + 1]) : -1;
			int low = i + 2 < text.len ? hex_of(text.at[i + 2]) : -1;
			if (high < 0 || low < 0)
				return ERR_INVALID;
			c = (char)(high * 16 + low);
			i += 2;
		}
		if (c == '\0')
			return ERR_INVALID;
		if (c == '\n' && len > 0 && at[len - 1] == '\r')
			len--;
		at[len++] = c;
	}
	*out = (struct str){at, len};
	return str_is_utf8(*out) ? ERR_OK : ERR_INVALID;
}

enum err form_decode(struct str text, struct pairs *out)
{
	enum err err;

	while (text.len > 0) {
		struct str value, part = str_cut(text, '&', &text);
		struct str name = str_cut(part, '=', &value);
		if (part.len == 0)
			continue;
		if (out->count >= FORM_FIELDS_MAX)
			return ERR_TOO_LARGE;
		if ((err = form_unescape(out->mem, name, true, &name)))
			return err;
		if ((err = form_unescape(out->mem, value, true, &value)))
			return err;
		pairs_add(out, name, value);
	}
	return ERR_OK;
}

struct str form_escape(struct arena *mem, struct str text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *at = arena_alloc(mem, text.len * 3 + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
				(c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_' ||
				c == '~';
		if (is_plain) {
			at[len++] = (char)c;
		} else {
			at[len++] = '%';
			at[len++] = digits[c >> 4];
			at[len++] = digits[c & 15];
		}
	}
	return (struct str){at, len};
}
