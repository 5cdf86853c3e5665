/* SPDX-License-Identifier: Apache-2.0 */
/* What a NIK tells (rulebook 8.2 [K]): place of first registration, birth, sex. No proof of
   identity. */
#ifndef ABDI_LAW_NIK_H
#define ABDI_LAW_NIK_H
#include "law/values.h"

/* What a NIK tells. */
struct nik {
	int provinsi, kabupaten, kecamatan;
	struct date lahir;
	char kelamin; /* 'l' or 'p' */
	int urut;
};

/* Exactly 16 digits. When false, *sebab is the sentence that says why. today settles the
   century. */
MUST_CHECK bool nik_parse(const struct law_values *law, struct str text, struct date today,
			  struct nik *out, struct str *sebab);

#endif
