/* SPDX-License-Identifier: Apache-2.0 */
/* Ranks and their names, with the day each begins. */
#include "law/golongan.h"

static const struct golongan_row ranks[] = {
#define GOLONGAN(golongan, pangkat, year, month, day)                                              \
	{STR(golongan), STR(pangkat), {(year), (month), (day)}},
#include "law/golongan.def"
#undef GOLONGAN
};

#define RANK_COUNT (int)(sizeof ranks / sizeof ranks[0])

int golongan_rank(struct str golongan)
{
	for (int i = 0; i < RANK_COUNT; i++)
		if (str_equal(ranks[i].golongan, golongan))
			return i;
	return -1;
}

struct str golongan_read(const struct golongan_row *rows, int count, struct str golongan,
			 struct date day)
{
	struct str pangkat = STR_NONE;

	for (int i = 0; i < count; i++)
		if (str_equal(rows[i].golongan, golongan) && date_compare(rows[i].from, day) <= 0)
			pangkat = rows[i].pangkat;
	return pangkat;
}

struct str pangkat_of_golongan(struct str golongan, struct date day)
{
	return golongan_read(ranks, RANK_COUNT, golongan, day);
}

bool golongan_is_pns(struct str golongan, struct date day)
{
	return pangkat_of_golongan(golongan, day).len > 0;
}

/* A Roman number below forty: its tens are so many X, its ones one of these. */
bool golongan_is_pppk(const struct law_values *law, struct str golongan)
{
	static const char *const ones[] = {"",	"I",  "II",  "III",  "IV",
					   "V", "VI", "VII", "VIII", "IX"};
	int number = 0;

	while (str_starts(golongan, "X")) {
		golongan = str_slice(golongan, 1, golongan.len);
		number += 10;
	}
	for (int i = 0; i <= 9; i++)
		if (str_is(golongan, ones[i]) && number + i > 0)
			return number + i <= law->of[LAW_pppk_golongan_most];
	return false;
}
