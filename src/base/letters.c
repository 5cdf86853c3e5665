/* SPDX-License-Identifier: Apache-2.0 */
/* Calls utf8proc; nothing else does. */
#include "base/letters.h"

#include <stdlib.h>
#include <utf8proc.h>

#define POINT_BYTES_MAX 4
#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER 0x200D
#define WIDE_FIRST 0xFF01 /* "!" in full width; the rest follow as in ASCII */
#define WIDE_LAST 0xFF5E
#define WIDE_OFFSET 0xFEE0
#define LOST_LETTER 0xFFFD
#define GONE (-1)

static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] < ' ' || text.at[i] > '~' ||
		    (text.at[i] == ' ' && i > 0 && text.at[i - 1] == ' '))
			return false;
	return true;
}

/* The next point of UTF-8 text; *at moves behind it. */
static utf8proc_int32_t point_next(struct str text, size_t *at)
{
	utf8proc_int32_t point = -1;
	utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.at + *at,
						(utf8proc_ssize_t)(text.len - *at), &point);

	*at += len > 0 ? (size_t)len : 1;
	return point;
}

static void point_add(struct buf *out, utf8proc_int32_t point)
{
	utf8proc_uint8_t bytes[POINT_BYTES_MAX];
	utf8proc_ssize_t len = utf8proc_encode_char(point, bytes);

	buf_add(out, (struct str){(const char *)bytes, (size_t)len});
}

static bool is_line_break(utf8proc_int32_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 ||
	       point == 0x2029;
}

/* Format marks that are seen: signs written around Arabic and Indian numbers. */
static bool is_seen_format(utf8proc_int32_t point)
{
	return (point >= 0x600 && point <= 0x605) || point == 0x6DD || point == 0x70F ||
	       point == 0x8E2 || point == 0x110BD;
}

/* Fillers and selectors that are letters or marks by their kind and yet show nothing. */
static bool is_filler(utf8proc_int32_t point)
{
	return point == 0x34F || point == 0x115F || point == 0x1160 || point == 0x3164 ||
	       point == 0xFFA0 || point == 0x17B4 || point == 0x17B5 ||
	       (point >= 0x180B && point <= 0x180F) || (point >= 0xFE00 && point <= 0xFE0F) ||
	       (point >= 0xE0100 && point <= 0xE01EF);
}

/* Joins that make one picture out of several. */
static bool joins_pictures(utf8proc_int32_t point)
{
	return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER || point == 0xFE0F;
}

/* What stands for it in clean text, or GONE. */
static utf8proc_int32_t point_clean(utf8proc_int32_t point, bool keeps_lines)
{
	utf8proc_category_t kind = utf8proc_category(point);

	if (keeps_lines && (point == '\n' || point == '\r' || point == '\t'))
		return point;
	if (is_line_break(point))
		return keeps_lines ? '\n' : ' ';
	if (point == '\t' || kind == UTF8PROC_CATEGORY_ZS)
		return ' ';
	if (keeps_lines && joins_pictures(point))
		return point;
	if (kind == UTF8PROC_CATEGORY_CC || is_filler(point) ||
	    (kind == UTF8PROC_CATEGORY_CF && !is_seen_format(point)))
		return GONE;
	return point >= WIDE_FIRST && point <= WIDE_LAST ? point - WIDE_OFFSET : point;
}

static struct str mapped(struct arena *mem, struct str text, int options)
{
	utf8proc_uint8_t *made = NULL;
	utf8proc_ssize_t len =
		utf8proc_map((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.len, &made,
			     (utf8proc_option_t)options);

	if (len < 0)
		return text;
	struct str kept = str_copy(mem, (struct str){(const char *)made, (size_t)len});
	free(made);
	return kept;
}

struct str letters_plain(struct arena *mem, struct str text)
{
	return is_plain(text) || !str_is_utf8(text)
		       ? str_lower(mem, text)
		       : mapped(mem, text,
				UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
					UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
}

struct str letters_clean(struct arena *mem, struct str text, bool keeps_lines)
{
	struct buf out;

	if (is_plain(text) || !str_is_utf8(text))
		return str_trim(text);
	buf_init(&out, mem);
	for (size_t at = 0; at < text.len;) {
		utf8proc_int32_t point = point_clean(point_next(text, &at), keeps_lines);
		bool is_twice =
			point == ' ' && !keeps_lines && out.len > 0 && out.at[out.len - 1] == ' ';
		if (point != GONE && !is_twice)
			point_add(&out, point);
	}
	/* letters and marks that can stand as one letter do */
	return mapped(mem, str_trim(buf_str(&out)), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

static bool is_noncharacter(utf8proc_int32_t point)
{
	return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

static bool is_unshowable(utf8proc_int32_t point)
{
	return point < 0 || point == LOST_LETTER || is_noncharacter(point) ||
	       utf8proc_category(point) == UTF8PROC_CATEGORY_CO;
}

bool letters_unshowable(struct str text, int *point)
{
	for (size_t at = 0; at < text.len;) {
		utf8proc_int32_t each = point_next(text, &at);
		if (is_unshowable(each)) {
			*point = each < 0 ? LOST_LETTER : each;
			return true;
		}
	}
	return false;
}

struct str letters_marked(struct arena *mem, struct str text)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		utf8proc_int32_t point = point_next(text, &at);
		if (is_unshowable(point))
			buf_add_format(&out, "[U+%04X]", point < 0 ? LOST_LETTER : (int)point);
		else
			buf_add(&out, str_slice(text, from, at));
	}
	return buf_str(&out);
}

/* Where the letter that starts at a place ends, its marks and joined pictures with it. */
static size_t letter_end(struct str text, size_t at)
{
	utf8proc_int32_t before = point_next(text, &at), state = 0;

	while (at < text.len) {
		size_t next = at;
		utf8proc_int32_t point = point_next(text, &next);
		if (before < 0 || point < 0 ||
		    utf8proc_grapheme_break_stateful(before, point, &state))
			break;
		before = point;
		at = next;
	}
	return at;
}

struct str letters_cut(struct arena *mem, struct str text, size_t most)
{
	size_t at = 0, chars = 0;

	if (str_chars(text) <= most)
		return text;
	while (at < text.len) {
		size_t end = letter_end(text, at);
		chars += str_chars(str_slice(text, at, end));
		if (chars + 1 > most) /* one for the mark */
			break;
		at = end;
	}
	return str_join(mem, str_slice(text, 0, at), STR("…"));
}

static bool is_letter(utf8proc_int32_t point)
{
	utf8proc_category_t kind = point < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(point);

	return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO &&
	       kind != UTF8PROC_CATEGORY_LM;
}

struct str letters_first(struct arena *mem, struct str word)
{
	struct buf out;

	for (size_t at = 0; at < word.len;) {
		size_t next = at;
		utf8proc_int32_t point = point_next(word, &next);
		if (!is_letter(point)) {
			at = next;
			continue;
		}
		buf_init(&out, mem);
		point_add(&out, utf8proc_toupper(point));
		buf_add(&out, str_slice(word, next, letter_end(word, at)));
		return buf_str(&out);
	}
	return STR_NONE;
}
