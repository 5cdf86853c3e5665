/* SPDX-License-Identifier: Apache-2.0 */
#include "law/golongan.h"

static const struct {
	struct str golongan, pangkat;
} ranks[] = {
#define GOLONGAN(golongan, pangkat) {STR(golongan), STR(pangkat)},
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

struct str pangkat_of_golongan(struct str golongan)
{
	int rank = golongan_rank(golongan);
	return rank < 0 ? STR_NONE : ranks[rank].pangkat;
}

bool golongan_is_pns(struct str golongan)
{
	return golongan_rank(golongan) >= 0;
}

bool golongan_is_pppk(struct str golongan)
{
	static const char *const romans[] = {
		"I", "II", "III", "IV",	  "V",	 "VI", "VII", "VIII", "IX",
		"X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
	};

	for (size_t i = 0; i < sizeof romans / sizeof romans[0]; i++)
		if (str_is(golongan, romans[i]))
			return true;
	return false;
}
