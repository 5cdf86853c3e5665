/* SPDX-License-Identifier: Apache-2.0 */
#include "kalkulator/kalkulator_number.h"

struct str kalk_number_comma(struct arena *mem, struct str plain)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < plain.len; i++)
		buf_add_char(&out, plain.at[i] == '.' ? ',' : plain.at[i]);
	return buf_str(&out);
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
