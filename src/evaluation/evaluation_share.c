/* SPDX-License-Identifier: Apache-2.0 */
/* Shares by whole months, and the words for them: the page and the signed paper say the same. */
#include "evaluation/evaluation_share.h"

#include "base/say.h"
#include "law/skp_target.h"

static int months_of(const struct periode *periode)
{
	int months = periode->selesai.month - periode->mulai.month + 1;

	return months > 0 ? months : 1;
}

bool iki_is_summed(const struct iki *iki)
{
	if (str_is(iki->aspek, "kualitas") || str_is(iki->aspek, "waktu"))
		return false;
	return !str_is(iki->satuan, "%") && !str_is(iki->satuan, "persen") &&
	       !str_is(iki->satuan, "indeks") && !str_is(iki->satuan, "nilai");
}

int64_t iki_share(const struct iki *iki, const struct periode *periode, int64_t amount)
{
	return iki_is_summed(iki) ? amount * months_of(periode) / 12 : amount;
}

struct str iki_share_text(struct arena *mem, const struct iki *iki, const struct periode *periode)
{
	int64_t share = iki_share(iki, periode, iki->target);
	int64_t least = iki_share(iki, periode, iki->target_min);

	if (!iki->has_target)
		return SAY(mem, "sesuai uraian");
	if (share == iki->target)
		return skp_target_text(mem, iki);
	return say_format(mem, "%.*s (setahun %.*s)",
			  STR_ARG(skp_amounts_text(mem, iki, least, share)),
			  STR_ARG(skp_target_text(mem, iki)));
}
