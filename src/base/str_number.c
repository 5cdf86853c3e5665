/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers from and to text, the machine writing and the Indonesian one. Declared in str.h. */
#include "base/str.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool str_parse_int(struct str s, int64_t *out)
{
	bool is_negative = s.len && s.at[0] == '-';
	size_t i = is_negative ? 1 : 0;
	int64_t value = 0;

	if (i == s.len)
		return false;
	for (; i < s.len; i++) {
		if (!is_digit(s.at[i]))
			return false;
		/* counted downwards, so that INT64_MIN fits */
		if (__builtin_mul_overflow(value, 10, &value) ||
		    __builtin_sub_overflow(value, s.at[i] - '0', &value))
			return false;
	}
	if (!is_negative && __builtin_sub_overflow(0, value, &value))
		return false;
	*out = value;
	return true;
}

/* Digits, grouped by points in threes or not at all: "1.250", "12.500.000", "1250". */
static bool parse_grouped(struct str s, int64_t *out)
{
	struct str rest;
	struct str group = str_cut(s, '.', &rest);
	int64_t value = 0, part;

	if (group.len == 0 || !is_digit(group.at[0]) || !str_parse_int(group, &value))
		return false;
	if (group.len == s.len) {
		*out = value;
		return true;
	}
	if (group.len > 3 || group.at[0] == '0')
		return false;
	if (rest.len == 0)
		return false;
	while (rest.len) {
		group = str_cut(rest, '.', &rest);
		if (group.len != 3 || !is_digit(group.at[0]) || !str_parse_int(group, &part))
			return false;
		if (__builtin_mul_overflow(value, 1000, &value) ||
		    __builtin_add_overflow(value, part, &value))
			return false;
	}
	if (s.at[s.len - 1] == '.')
		return false;
	*out = value;
	return true;
}

/* One or two digits after the mark, as hundredths. */
static bool parse_fraction(struct str s, int64_t *out)
{
	if (s.len < 1 || s.len > 2 || !is_digit(s.at[0]) || !is_digit(s.at[s.len - 1]))
		return false;
	*out = (s.at[0] - '0') * 10 + (s.len == 2 ? s.at[1] - '0' : 0);
	return true;
}

/* Where the decimals begin: at the comma, or at a single point that cannot group thousands. s.len:
   nowhere. */
static size_t decimal_mark(struct str s)
{
	size_t points = 0, last_point = s.len;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == ',')
			return i;
		if (s.at[i] == '.') {
			points++;
			last_point = i;
		}
	}
	return points == 1 && s.len - last_point - 1 < 3 ? last_point : s.len;
}

bool str_parse_hundredths(struct str s, int64_t *out)
{
	s = str_trim(s);
	bool is_negative = s.len && s.at[0] == '-';
	if (is_negative)
		s = str_slice(s, 1, s.len);
	size_t mark = decimal_mark(s);
	int64_t whole, fraction = 0, value;

	if (!parse_grouped(str_slice(s, 0, mark), &whole))
		return false;
	if (mark < s.len && !parse_fraction(str_slice(s, mark + 1, s.len), &fraction))
		return false;
	if (__builtin_mul_overflow(whole, 100, &value) ||
	    __builtin_add_overflow(value, fraction, &value))
		return false;
	*out = is_negative ? -value : value;
	return true;
}

struct str str_hundredths(struct arena *mem, int64_t hundredths)
{
	uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
	uint64_t whole = size / 100;
	int fraction = (int)(size % 100);
	struct buf buf, whole_digits;

	buf_init(&buf, mem);
	buf_init(&whole_digits, mem);
	buf_add_int(&whole_digits, (int64_t)whole);
	struct str digits = buf_str(&whole_digits);
	if (hundredths < 0)
		buf_add_char(&buf, '-');
	for (size_t i = 0; i < digits.len; i++) {
		if (i && (digits.len - i) % 3 == 0)
			buf_add_char(&buf, '.');
		buf_add_char(&buf, digits.at[i]);
	}
	if (fraction % 10)
		buf_add_format(&buf, ",%02d", fraction);
	else if (fraction)
		buf_add_format(&buf, ",%d", fraction / 10);
	return buf_str(&buf);
}
