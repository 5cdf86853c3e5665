/* SPDX-License-Identifier: Apache-2.0 */
/* How long a kind of record is kept, by the agency's schedule of retention (JRA; AUD-01 [V]). The
   years are the agency's to say; without them a record is kept. */
#ifndef ABDI_LAW_ARSIP_H
#define ABDI_LAW_ARSIP_H
#include "base/str.h"

/* What becomes of a record in the end. */
enum arsip_akhir { ARSIP_MUSNAH, ARSIP_PERMANEN, ARSIP_DINILAI_KEMBALI };
MUST_CHECK bool arsip_akhir_parse(struct str key, enum arsip_akhir *out);
struct str arsip_akhir_key(enum arsip_akhir akhir);

#define ARSIP_YEARS_MAX 200
#define ARSIP_KODE_MAX 40

/* One line of the schedule. */
struct arsip {
	struct str kode; /* kode_jra */
	int aktif, inaktif; /* years */
	enum arsip_akhir akhir;
};
/* "800.1.11; 2; 3; musnah": code, active years, inactive years, end. False when it is none. */
MUST_CHECK bool arsip_parse(struct str text, struct arsip *out);

#endif
