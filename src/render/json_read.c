/* SPDX-License-Identifier: Apache-2.0 */
/* JSON by recursive descent: one function for each thing that may come next. */
#include "render/json_read.h"

struct reader {
	struct arena *mem;
	struct str rest;
	int depth;
};

static char next(const struct reader *in)
{
	return in->rest.len ? in->rest.at[0] : '\0';
}

static void step(struct reader *in, size_t bytes)
{
	in->rest = str_slice(in->rest, bytes, in->rest.len);
}

static void skip_space(struct reader *in)
{
	while (in->rest.len && memchr(" \t\r\n", in->rest.at[0], 4))
		step(in, 1);
}

static bool take(struct reader *in, const char *mark)
{
	if (!str_starts(in->rest, mark))
		return false;
	step(in, strlen(mark));
	return true;
}

/* --- texts --- */

static bool read_hex(struct reader *in, uint32_t *out)
{
	uint32_t code = 0;

	if (in->rest.len < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = in->rest.at[i], low = (char)(c | 0x20);
		bool is_digit = c >= '0' && c <= '9';
		if (!is_digit && (low < 'a' || low > 'f'))
			return false;
		code = code * 16 + (uint32_t)(is_digit ? c - '0' : low - 'a' + 10);
	}
	step(in, 4);
	*out = code;
	return true;
}

static void add_code(struct buf *out, uint32_t code)
{
	if (code < 0x80) {
		buf_add_char(out, (char)code);
	} else if (code < 0x800) {
		buf_add_char(out, (char)(0xC0 | code >> 6));
		buf_add_char(out, (char)(0x80 | (code & 0x3F)));
	} else {
		if (code < 0x10000) {
			buf_add_char(out, (char)(0xE0 | code >> 12));
		} else {
			buf_add_char(out, (char)(0xF0 | code >> 18));
			buf_add_char(out, (char)(0x80 | (code >> 12 & 0x3F)));
		}
		buf_add_char(out, (char)(0x80 | (code >> 6 & 0x3F)));
		buf_add_char(out, (char)(0x80 | (code & 0x3F)));
	}
}

/* \u0041, or two halves of what lies above the first plane; no half alone and no NUL. */
static bool read_code(struct reader *in, struct buf *out)
{
	uint32_t code, low;

	if (!read_hex(in, &code) || code == 0 || (code >= 0xDC00 && code <= 0xDFFF))
		return false;
	if (code >= 0xD800 && code <= 0xDBFF) {
		if (!take(in, "\\u") || !read_hex(in, &low) || low < 0xDC00 || low > 0xDFFF)
			return false;
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	add_code(out, code);
	return true;
}

static bool read_escape(struct reader *in, struct buf *out)
{
	static const char marks[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	char mark = next(in);
	const char *at = mark ? strchr(marks, mark) : NULL;

	if (mark == '\0' || (!at && mark != 'u'))
		return false;
	step(in, 1);
	if (!at)
		return read_code(in, out);
	buf_add_char(out, means[at - marks]);
	return true;
}

static bool read_text(struct reader *in, struct str *out)
{
	struct buf text;

	buf_init(&text, in->mem);
	if (!take(in, "\""))
		return false;
	while (in->rest.len && next(in) != '"') {
		unsigned char c = (unsigned char)next(in);
		step(in, 1);
		if (c < 0x20 || (c == '\\' && !read_escape(in, &text)))
			return false;
		if (c != '\\')
			buf_add_char(&text, (char)c);
	}
	*out = buf_str(&text);
	return take(in, "\"");
}

/* --- numbers --- */

static size_t digits_at(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.len && s.at[end] >= '0' && s.at[end] <= '9')
		end++;
	return end - at;
}

static bool read_number(struct reader *in, struct str *out)
{
	struct str s = in->rest;
	size_t at = s.len && s.at[0] == '-', digits = digits_at(s, at);

	if (digits == 0 || (digits > 1 && s.at[at] == '0'))
		return false;
	at += digits;
	if (at < s.len && s.at[at] == '.') {
		if ((digits = digits_at(s, at + 1)) == 0)
			return false;
		at += 1 + digits;
	}
	if (at < s.len && (s.at[at] | 0x20) == 'e') {
		at++;
		if (at < s.len && (s.at[at] == '+' || s.at[at] == '-'))
			at++;
		if ((digits = digits_at(s, at)) == 0)
			return false;
		at += digits;
	}
	*out = str_slice(s, 0, at);
	step(in, at);
	return true;
}

/* --- lists and objects --- */

static bool read_value(struct reader *in, struct json_value *out);

static bool read_item(struct reader *in, struct json_value *list)
{
	struct json_value item = {0};

	skip_space(in);
	if (list->type == JSON_OBJECT) {
		if (!read_text(in, &item.key) || json_find(list, item.key))
			return false;
		skip_space(in);
		if (!take(in, ":"))
			return false;
	}
	if (!read_value(in, &item))
		return false;
	list->items = arena_grow(in->mem, list->items, list->count, sizeof *list->items);
	list->items[list->count++] = item;
	skip_space(in);
	return true;
}

static bool read_items(struct reader *in, struct json_value *out, const char *end)
{
	step(in, 1);
	skip_space(in);
	if (take(in, end))
		return true;
	if (++in->depth > JSON_READ_DEPTH_MAX)
		return false;
	do {
		if (!read_item(in, out))
			return false;
	} while (take(in, ","));
	in->depth--;
	return take(in, end);
}

static bool read_value(struct reader *in, struct json_value *out)
{
	static const struct {
		const char *word;
		enum json_type type;
	} words[] = {{"null", JSON_NULL}, {"false", JSON_FALSE}, {"true", JSON_TRUE}};

	skip_space(in);
	switch (next(in)) {
	case '"': out->type = JSON_TEXT; return read_text(in, &out->text);
	case '[': out->type = JSON_ARRAY; return read_items(in, out, "]");
	case '{': out->type = JSON_OBJECT; return read_items(in, out, "}");
	default: break;
	}
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		out->type = words[i].type;
		if (take(in, words[i].word))
			return true;
	}
	out->type = JSON_NUMBER;
	return read_number(in, &out->text);
}

enum err json_read(struct arena *mem, struct str text, struct json_value *out)
{
	struct reader in = {.mem = mem, .rest = text};

	*out = (struct json_value){0};
	if (!str_is_utf8(text) || !read_value(&in, out))
		return ERR_INVALID;
	skip_space(&in);
	return in.rest.len ? ERR_INVALID : ERR_OK;
}

const struct json_value *json_find(const struct json_value *object, struct str key)
{
	for (int i = 0; i < object->count; i++)
		if (str_equal(object->items[i].key, key))
			return &object->items[i];
	return NULL;
}
