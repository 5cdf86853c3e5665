/* SPDX-License-Identifier: Apache-2.0 */
/* Vulnerable groups, who are served first: UU 25/2009 art. 29 and PermenPANRB 11/2024 (rulebook 6.4
   [V]; the sick are our own addition [D]). Values prioritas_*. */
#ifndef ABDI_LAW_KELOMPOK_RENTAN_H
#define ABDI_LAW_KELOMPOK_RENTAN_H
#include "law/values.h"

/* The groups. Nobody is asked to prove one (AKS-04). */
enum kelompok_rentan {
#define KELOMPOK(key, label) KELOMPOK_##key,
#include "law/kelompok_rentan.def"
#undef KELOMPOK
	KELOMPOK_COUNT
};

/* As stored. */
struct str kelompok_rentan_key(enum kelompok_rentan kelompok);
/* False when it is no group. */
MUST_CHECK bool kelompok_rentan_parse(struct str key, enum kelompok_rentan *out);
bool kelompok_is_first(const struct law_values *law, enum kelompok_rentan kelompok);

#endif
