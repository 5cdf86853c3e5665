/* SPDX-License-Identifier: Apache-2.0 */
/* Which groups are served first on a day. */
#include "law/kelompok_rentan.h"

#include "law/names.h"

static const struct law_name groups[KELOMPOK_COUNT] = {
#define KELOMPOK(key, label) [KELOMPOK_##key] = {STR(#key), STR(label)},
#include "law/kelompok_rentan.def"
#undef KELOMPOK
};

LAW_NAMES(kelompok_rentan, kelompok_rentan, groups)

static const enum law_value first[KELOMPOK_COUNT] = {
#define KELOMPOK(key, label) [KELOMPOK_##key] = LAW_prioritas_##key,
#include "law/kelompok_rentan.def"
#undef KELOMPOK
};

bool kelompok_is_first(const struct law_values *law, enum kelompok_rentan kelompok)
{
	return law->of[first[kelompok]] == 1;
}
