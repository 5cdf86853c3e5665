/* SPDX-License-Identifier: Apache-2.0 */
/* Amounts with their unit and direction, as the reader of the arena writes numbers. */
#include "law/skp_target.h"

#include "base/say.h"

struct str skp_amount_text(struct arena *mem, int64_t hundredths, struct str satuan)
{
	return str_format(mem, "%.*s %.*s", STR_ARG(say_hundredths(mem, hundredths)),
			  STR_ARG(satuan));
}

struct str skp_amounts_text(struct arena *mem, const struct iki *iki, int64_t least, int64_t value)
{
	struct str amount = skp_amount_text(mem, value, iki->satuan);

	if (str_is(iki->arah, "range"))
		return str_format(mem, "%.*s–%.*s", STR_ARG(say_hundredths(mem, least)),
				  STR_ARG(amount));
	return str_is(iki->arah, "lower_better") ? str_join(mem, STR("≤ "), amount) : amount;
}

struct str skp_target_text(struct arena *mem, const struct iki *iki)
{
	return iki->has_target ? skp_amounts_text(mem, iki, iki->target_min, iki->target)
			       : SAY(mem, "Sesuai uraian");
}
