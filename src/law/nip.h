/* SPDX-License-Identifier: Apache-2.0 */
/* What a NIP or NI PPPK tells, Perka BKN 22/2007 and 43/2007 (rulebook 8.1 [V]; contract code
   [K]). */
#ifndef ABDI_LAW_NIP_H
#define ABDI_LAW_NIP_H
#include "law/values.h"

/* Of a civil servant, or of somebody on a contract. */
enum nip_jenis { NIP_PNS, NIP_PPPK };

/* What a NIP tells. */
struct nip {
	enum nip_jenis jenis;
	struct date lahir;
	int tmt_year, tmt_month; /* PNS: TMT CPNS; PPPK: year of the first appointment, month 0 */
	int kontrak; /* PPPK: 1 for the code 21, 2 for 22 …; PNS: 0 */
	char kelamin; /* 'l' or 'p' */
	int urut;
	bool is_late; /* a PNS appointed above the usual age: a warning, the law knows exceptions
	                 [K] */
};

/* Exactly 18 digits; drop spaces with str_digits before. When false, *sebab is the sentence that
   says why. */
MUST_CHECK bool nip_parse(const struct law_values *law, struct str text, struct date today,
			  struct nip *out, struct str *sebab);
/* May a post have begun that day, by what the NIP tells of birth and appointment? When false,
   *sebab is the sentence that says why. */
MUST_CHECK bool nip_allows_tmt(const struct nip *nip, struct date tmt, struct str *sebab);
/* "19860926 201505 1 001"; text that is not 18 bytes comes back as it is. */
struct str nip_display(struct arena *mem, struct str nip);

#endif
