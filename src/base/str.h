/* SPDX-License-Identifier: Apache-2.0 */
/* Text: a view with a length (struct str) and a builder that grows in an arena (struct buf). UTF-8
   throughout. */
#ifndef ABDI_BASE_STR_H
#define ABDI_BASE_STR_H
#include "base/arena.h"
#include "base/err.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Text or bytes with a length; whoever made it owns the memory. */
struct str {
	const char *at;
	size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_NONE ((struct str){"", 0})
#define STR_ARG(s) (int)(s).len, (s).at /* for "%.*s" */

struct str str_from(const char *cstr); /* NULL gives STR_NONE */
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *cstr);
int str_compare(struct str a, struct str b);
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);
bool str_has(struct str s, const char *needle);
struct str str_trim(struct str s);
struct str str_slice(struct str s, size_t from, size_t to); /* clamps to the length */
/* Cuts at the first mark: returns the head, *rest becomes what follows (STR_NONE when the mark is
   absent). */
struct str str_cut(struct str s, char mark, struct str *rest);
struct str str_copy(struct arena *mem, struct str s);
const char *str_cstr(struct arena *mem, struct str s);
struct str str_join(struct arena *mem, struct str a, struct str b);
struct str str_lower(struct arena *mem, struct str s); /* ASCII only */
/* "a1b2c3d4" in groups of so many bytes: "a1b2 c3d4". */
struct str str_groups(struct arena *mem, struct str s, size_t size);
struct str str_digits(struct arena *mem, struct str s); /* drops spaces, dots and dashes */
struct str str_format(struct arena *mem, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool str_is_utf8(struct str s);
/* Characters, not bytes; s must be UTF-8. */
size_t str_chars(struct str s);
/* Whole text must be one number in range, else false and *out is kept. */
MUST_CHECK bool str_parse_int(struct str s, int64_t *out);
/* "12", "12,5", "12.50" as hundredths, at most two decimals; the comma is the decimal sign and a
   point is accepted when it can only be one ("1.250,5" groups by points). */
MUST_CHECK bool str_parse_hundredths(struct str s, int64_t *out);
/* 125000 -> "1.250", 1250 -> "12,5": the Indonesian writing, without trailing zeros. */
struct str str_hundredths(struct arena *mem, int64_t hundredths);

/* Text that grows in an arena. */
struct buf {
	struct arena *mem;
	char *at;
	size_t len, cap;
};

/* Empty; its memory comes from mem. */
void buf_init(struct buf *buf, struct arena *mem);
/* Makes room for that many more bytes. */
void buf_reserve(struct buf *buf, size_t more);
/* A page is some thousand of these: in place where there is room. */
static inline void buf_add(struct buf *buf, struct str s)
{
	if (buf->cap - buf->len < s.len)
		buf_reserve(buf, s.len);
	if (s.len > 0)
		memcpy(buf->at + buf->len, s.at, s.len);
	buf->len += s.len;
}
void buf_add_cstr(struct buf *buf, const char *cstr);
void buf_add_char(struct buf *buf, char c);
void buf_add_int(struct buf *buf, int64_t n);
void buf_add_format(struct buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_add_list(struct buf *buf, const char *fmt, va_list args) PRINTF_LIKE(2, 0);
void buf_add_hex(struct buf *buf, const void *bytes, size_t len);
struct str buf_str(const struct buf *buf);

#endif
