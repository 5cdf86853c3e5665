/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as people type them. */
#include "kalkulator/kalkulator_number.h"

#include "base/say.h"

struct str kalk_number_comma(struct arena *mem, struct str plain)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < plain.len; i++)
		buf_add_char(&out, plain.at[i] == '.' ? ',' : plain.at[i]);
	return say_number(mem, buf_str(&out));
}

struct str kalk_number_group(struct arena *mem, int64_t number)
{
	return say_hundredths(mem, number * 100);
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
	return str_format(mem, "%.*s, %.*s", STR_ARG(say_day_name(mem, day)),
			  STR_ARG(say_date(mem, day)));
}
