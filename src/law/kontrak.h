/* SPDX-License-Identifier: Apache-2.0 */
/* The contract of a PPPK (rulebook 8.6). A PPPK paruh waktu has one of at most a year at a time, is
   evaluated every quarter whatever the agency chose, and the result decides about what follows:
   KepmenPANRB 16/2025 [V]. Who has no evaluation is shown some days before the end [D]. Values
   paruh_waktu_*. */
#ifndef ABDI_LAW_KONTRAK_H
#define ABDI_LAW_KONTRAK_H
#include "base/date.h"
#include "law/jenis_asn.h"
#include "law/values.h"

/* From its first to its last day; none where it is not known. */
struct kontrak {
	struct date mulai, selesai;
};

/* What is wrong with a contract. */
enum kontrak_sense {
	KONTRAK_SOUND,
	KONTRAK_NONE_OF_PNS, /* a PNS works without one */
	KONTRAK_NO_END, /* of a PPPK paruh waktu: nobody could be told in time */
	KONTRAK_TURNED, /* ends before it begins */
	KONTRAK_TOO_LONG /* of a PPPK paruh waktu: longer than one may be */
};
enum kontrak_sense kontrak_judge(const struct law_values *law, enum jenis_asn jenis,
				 const struct kontrak *kontrak);

/* Months of the periods in which this kind is evaluated, when the agency's have so many: never
   longer than the rule allows. */
int kontrak_period_months(const struct law_values *law, enum jenis_asn jenis, int months);

/* How the evaluations of a contract stand. */
struct kontrak_rated {
	struct date since; /* from that day on it is shown */
	int due, rated; /* periods of it that have ended; of those, with an evaluation */
	int all; /* evaluations in its time */
	bool is_shown; /* it ends soon, or has ended, and an evaluation is missing */
};
/* Of a contract with an end; evaluated: the last days of the periods that were decided. One without
   a first day is held for the longest a PPPK paruh waktu may have. */
struct kontrak_rated kontrak_rate(const struct law_values *law, const struct kontrak *kontrak,
				  const struct date *evaluated, int count, struct date today);
/* The last day a contract may have that today is shown if it lacks an evaluation. */
struct date kontrak_shown_until(const struct law_values *law, struct date today);

#endif
