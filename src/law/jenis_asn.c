/* SPDX-License-Identifier: Apache-2.0 */
/* Walks the list of kinds. */
#include "law/jenis_asn.h"

static const struct law_name kinds[JENIS_ASN_COUNT] = {
#define JENIS_ASN(key, name, on_contract) [JENIS_ASN_##key] = {STR(#key), STR(name)},
#include "law/jenis_asn.def"
#undef JENIS_ASN
};

static const bool on_contract[JENIS_ASN_COUNT] = {
#define JENIS_ASN(key, name, on_contract) [JENIS_ASN_##key] = (on_contract),
#include "law/jenis_asn.def"
#undef JENIS_ASN
};

bool jenis_asn_parse(struct str key, enum jenis_asn *out)
{
	int at = law_name_find(kinds, JENIS_ASN_COUNT, key);

	if (at >= 0)
		*out = (enum jenis_asn)at;
	return at >= 0;
}

struct str jenis_asn_label(struct str key)
{
	int at = law_name_find(kinds, JENIS_ASN_COUNT, key);

	return at < 0 ? key : kinds[at].label;
}

bool jenis_asn_is_pppk(struct str key)
{
	int at = law_name_find(kinds, JENIS_ASN_COUNT, key);

	return at >= 0 && on_contract[at];
}
