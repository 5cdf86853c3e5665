/* SPDX-License-Identifier: Apache-2.0 */
#include "kalkulator/kalkulator_number.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Points or spaces that group by three; anything else is left for the law to refuse. */
static bool is_grouped(struct str typed)
{
	size_t run = 0, marks = 0;

	for (size_t i = 0; i < typed.len; i++) {
		if (is_digit(typed.at[i])) {
			run++;
			continue;
		}
		bool is_mark = typed.at[i] == '.' || typed.at[i] == ' ';
		if (!is_mark || run == 0 || run > 3 || (marks && run != 3))
			return false;
		marks++;
		run = 0;
	}
	return marks > 0 && run == 3;
}

static struct str without(struct arena *mem, struct str typed, char first, char second)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < typed.len; i++)
		if (typed.at[i] != first && typed.at[i] != second)
			buf_add_char(&out, typed.at[i]);
	return buf_str(&out);
}

static struct str replace(struct arena *mem, struct str text, char from, char to)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < text.len; i++)
		buf_add_char(&out, text.at[i] == from ? to : text.at[i]);
	return buf_str(&out);
}

struct str kalk_number_plain_whole(struct arena *mem, struct str typed)
{
	return is_grouped(typed) ? without(mem, typed, '.', ' ') : typed;
}

struct str kalk_number_plain_decimal(struct arena *mem, struct str typed)
{
	struct str decimals, whole = str_cut(typed, ',', &decimals);

	if (whole.len == typed.len)
		return typed;
	if (is_grouped(whole))
		whole = without(mem, whole, '.', ' ');
	return str_format(mem, "%.*s.%.*s", STR_ARG(whole),
			  STR_ARG(replace(mem, decimals, ',', '.')));
}

struct str kalk_number_plain_date(struct arena *mem, struct str typed)
{
	struct str rest, same = replace(mem, typed, '-', '/');
	struct str day = str_cut(same, '/', &rest);
	struct str month = str_cut(rest, '/', &rest);
	int64_t d, m, y;

	if (day.len > 2 || rest.len != 4 || !str_parse_int(day, &d) || !str_parse_int(month, &m) ||
	    !str_parse_int(rest, &y))
		return typed;
	return str_format(mem, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
}

struct str kalk_number_comma(struct arena *mem, struct str plain)
{
	return replace(mem, plain, '.', ',');
}

struct str kalk_number_group(struct arena *mem, int64_t number)
{
	return str_hundredths(mem, number * 100);
}

struct str kalk_number_rupiah(struct arena *mem, int64_t rupiah)
{
	return str_join(mem, STR("Rp"), kalk_number_group(mem, rupiah));
}

struct str kalk_number_ratio(struct arena *mem, struct ratio number, int decimals)
{
	return kalk_number_comma(mem, ratio_decimal(mem, number, decimals));
}

struct str kalk_number_day(struct arena *mem, struct date day)
{
	return str_format(mem, "%.*s, %.*s", STR_ARG(date_day_name(day)),
			  STR_ARG(date_long(mem, day)));
}
