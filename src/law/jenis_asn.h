/* SPDX-License-Identifier: Apache-2.0 */
/* PNS, CPNS, PPPK and PPPK paruh waktu (rulebook PK-01, 8.6 [V]): a closed list, jenis_asn.def. */
#ifndef ABDI_LAW_JENIS_ASN_H
#define ABDI_LAW_JENIS_ASN_H
#include "law/names.h"

/* The kinds. */
enum jenis_asn {
#define JENIS_ASN(key, name, on_contract) JENIS_ASN_##key,
#include "law/jenis_asn.def"
#undef JENIS_ASN
	JENIS_ASN_COUNT
};

/* By its key: "pppk_paruh_waktu". */
bool jenis_asn_parse(struct str key, enum jenis_asn *out);
/* As people read it; the key when it is none of the list. */
struct str jenis_asn_label(struct str key);
/* Works on a contract and has an NI PPPK instead of a NIP. */
bool jenis_asn_is_pppk(struct str key);

#endif
