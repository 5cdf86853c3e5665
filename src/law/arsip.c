/* SPDX-License-Identifier: Apache-2.0 */
/* A line of the schedule of retention. */
#include "law/arsip.h"

#include "law/names.h"

static const struct law_name ends[] = {
	[ARSIP_MUSNAH] = {STR("musnah"), STR("musnah")},
	[ARSIP_PERMANEN] = {STR("permanen"), STR("permanen")},
	[ARSIP_DINILAI_KEMBALI] = {STR("dinilai_kembali"), STR("dinilai kembali")},
};

LAW_NAMES(arsip_akhir, arsip_akhir, ends)

static bool take_years(struct str text, int *out)
{
	int64_t years;

	if (!str_parse_int(str_trim(text), &years) || years < 0 || years > ARSIP_YEARS_MAX)
		return false;
	*out = (int)years;
	return true;
}

bool arsip_parse(struct str text, struct arsip *out)
{
	struct str rest, aktif, inaktif;

	out->kode = str_trim(str_cut(text, ';', &rest));
	aktif = str_cut(rest, ';', &rest);
	inaktif = str_cut(rest, ';', &rest);
	return out->kode.len > 0 && out->kode.len <= ARSIP_KODE_MAX &&
	       take_years(aktif, &out->aktif) && take_years(inaktif, &out->inaktif) &&
	       arsip_akhir_parse(str_trim(rest), &out->akhir);
}
