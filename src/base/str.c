/* SPDX-License-Identifier: Apache-2.0 */
/* Text and buffers. */
#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SHORT_TEXT 64 /* bytes a text may take before it has to move */

struct str str_from(const char *cstr)
{
	return cstr ? (struct str){cstr, strlen(cstr)} : STR_NONE;
}

bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_is(struct str a, const char *cstr)
{
	return str_equal(a, str_from(cstr));
}

int str_compare(struct str a, struct str b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared ? memcmp(a.at, b.at, shared) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, const char *prefix)
{
	size_t len = strlen(prefix);
	return len == 0 || (s.len >= len && memcmp(s.at, prefix, len) == 0);
}

bool str_ends(struct str s, const char *suffix)
{
	size_t len = strlen(suffix);
	return len == 0 || (s.len >= len && memcmp(s.at + s.len - len, suffix, len) == 0);
}

bool str_has(struct str s, const char *needle)
{
	size_t len = strlen(needle);
	return len == 0 || (s.len >= len && memmem(s.at, s.len, needle, len));
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
	while (s.len && is_blank(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len && is_blank(s.at[s.len - 1]))
		s.len--;
	return s;
}

struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	return from >= to ? STR_NONE : (struct str){s.at + from, to - from};
}

struct str str_cut(struct str s, char mark, struct str *rest)
{
	const char *at = s.len ? memchr(s.at, mark, s.len) : NULL;

	if (!at) {
		*rest = STR_NONE;
		return s;
	}
	size_t head = (size_t)(at - s.at);
	*rest = (struct str){at + 1, s.len - head - 1};
	return (struct str){s.at, head};
}

struct str str_copy(struct arena *mem, struct str s)
{
	return (struct str){str_cstr(mem, s), s.len};
}

const char *str_cstr(struct arena *mem, struct str s)
{
	char *copy = arena_alloc(mem, s.len + 1);

	if (s.len)
		memcpy(copy, s.at, s.len);
	return copy;
}

struct str str_join(struct arena *mem, struct str a, struct str b)
{
	char *joined = arena_alloc(mem, a.len + b.len + 1);

	if (a.len)
		memcpy(joined, a.at, a.len);
	if (b.len)
		memcpy(joined + a.len, b.at, b.len);
	return (struct str){joined, a.len + b.len};
}

struct str str_lower(struct arena *mem, struct str s)
{
	char *lower = arena_alloc(mem, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return (struct str){lower, s.len};
}

struct str str_groups(struct arena *mem, struct str s, size_t size)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t at = 0; at < s.len; at += size) {
		if (at > 0)
			buf_add_char(&out, ' ');
		buf_add(&out, str_slice(s, at, at + size));
	}
	return buf_str(&out);
}

struct str str_digits(struct arena *mem, struct str s)
{
	char *kept = arena_alloc(mem, s.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != ' ' && s.at[i] != '.' && s.at[i] != '-')
			kept[len++] = s.at[i];
	return (struct str){kept, len};
}

/* Bytes of the character that starts here, or 0: overlong forms, surrogates and stray bytes are
   refused. */
static size_t utf8_length(const unsigned char *at, size_t left)
{
	unsigned char c = at[0];
	unsigned char least = 0x80, most = 0xBF;
	size_t len;

	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		len = 2;
	else if (c >= 0xE0 && c <= 0xEF)
		len = 3;
	else if (c >= 0xF0 && c <= 0xF4)
		len = 4;
	else
		return 0;
	if (left < len)
		return 0;
	if (c == 0xE0)
		least = 0xA0;
	if (c == 0xED)
		most = 0x9F;
	if (c == 0xF0)
		least = 0x90;
	if (c == 0xF4)
		most = 0x8F;
	if (at[1] < least || at[1] > most)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	return len;
}

bool str_is_utf8(struct str s)
{
	for (size_t i = 0; i < s.len;) {
		size_t len = utf8_length((const unsigned char *)s.at + i, s.len - i);
		if (!len)
			return false;
		i += len;
	}
	return true;
}

size_t str_chars(struct str s)
{
	size_t chars = 0;

	for (size_t i = 0; i < s.len; i++)
		chars += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return chars;
}

void buf_init(struct buf *buf, struct arena *mem)
{
	*buf = (struct buf){.mem = mem};
}

void buf_reserve(struct buf *buf, size_t more)
{
	if (buf->cap - buf->len >= more)
		return;
	size_t cap = buf->cap ? buf->cap : 256;
	while (cap - buf->len < more)
		cap *= 2;
	char *grown = arena_room(buf->mem, cap);
	if (buf->len)
		memcpy(grown, buf->at, buf->len);
	buf->at = grown;
	buf->cap = cap;
}

void buf_add_cstr(struct buf *buf, const char *cstr)
{
	buf_add(buf, str_from(cstr));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->at[buf->len++] = c;
}

void buf_add_int(struct buf *buf, int64_t n)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (n < 0)
		buf_add_char(buf, '-');
	buf_add(buf, (struct str){digits + at, sizeof(digits) - at});
}

PRINTF_LIKE(2, 0)
static void add_printf(struct buf *buf, const char *fmt, va_list args)
{
	va_list again;

	va_copy(again, args);
	buf_reserve(buf, SHORT_TEXT);
	int len = vsnprintf(buf->at + buf->len, buf->cap - buf->len, fmt, args);
	assert(len >= 0);
	if ((size_t)len >= buf->cap - buf->len) {
		buf_reserve(buf, (size_t)len + 1);
		vsnprintf(buf->at + buf->len, (size_t)len + 1, fmt, again);
	}
	buf->len += (size_t)len;
	va_end(again);
}

static void add_two_digits(struct buf *buf, int n)
{
	if (n >= 0 && n < 10)
		buf_add_char(buf, '0');
	buf_add_int(buf, n);
}

/* What nearly every text is made of goes straight into it, a page holds hundreds; from the first
   other conversion on the C library writes. */
void buf_add_list(struct buf *buf, const char *fmt, va_list given)
{
	va_list args;

	va_copy(args, given);
	for (;;) {
		const char *mark = strchrnul(fmt, '%');
		buf_add(buf, (struct str){fmt, (size_t)(mark - fmt)});
		fmt = mark;
		if (fmt[0] && fmt[1] == '.' && fmt[2] == '*' && fmt[3] == 's') {
			int len = va_arg(args, int);
			buf_add(buf, (struct str){va_arg(args, const char *), (size_t)len});
			fmt += 4;
		} else if (fmt[0] && fmt[1] == '0' && fmt[2] == '2' && fmt[3] == 'd') {
			add_two_digits(buf, va_arg(args, int));
			fmt += 4;
		} else if (fmt[0] && fmt[1] == 'd') {
			buf_add_int(buf, va_arg(args, int));
			fmt += 2;
		} else if (fmt[0] && fmt[1] == 's') {
			buf_add_cstr(buf, va_arg(args, const char *));
			fmt += 2;
		} else if (fmt[0] && fmt[1] == '%') {
			buf_add_char(buf, '%');
			fmt += 2;
		} else {
			break;
		}
	}
	if (*fmt)
		add_printf(buf, fmt, args);
	va_end(args);
}

void buf_add_format(struct buf *buf, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buf_add_list(buf, fmt, args);
	va_end(args);
}

/* The result ends in a NUL that is not counted: it may be handed to a library that wants one. */
struct str str_format(struct arena *mem, const char *fmt, ...)
{
	struct buf buf = {mem, arena_room(mem, SHORT_TEXT), 0, SHORT_TEXT};
	va_list args;

	va_start(args, fmt);
	buf_add_list(&buf, fmt, args);
	va_end(args);
	buf_reserve(&buf, 1);
	buf.at[buf.len] = '\0';
	return (struct str){buf.at, buf.len};
}

void buf_add_hex(struct buf *buf, const void *bytes, size_t len)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *at = bytes;

	buf_reserve(buf, len * 2);
	for (size_t i = 0; i < len; i++) {
		buf->at[buf->len++] = digits[at[i] >> 4];
		buf->at[buf->len++] = digits[at[i] & 15];
	}
}

struct str buf_str(const struct buf *buf)
{
	return buf->len ? (struct str){buf->at, buf->len} : STR_NONE;
}
