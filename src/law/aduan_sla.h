/* SPDX-License-Identifier: Apache-2.0 */
/* By when an aduan is verified, answered, resolved and raised to somebody higher (rulebook 5).
   Values aduan_*; days are working days unless aduan_in_working_days says otherwise (ADU-02
   [D]). */
#ifndef ABDI_LAW_ADUAN_SLA_H
#define ABDI_LAW_ADUAN_SLA_H
#include "law/calendar.h"
#include "law/values.h"

/* The kinds of complaint, each with its own time. */
enum aduan_jenis {
	ADUAN_BERKADAR_PENGAWASAN,
	ADUAN_TIDAK_BERKADAR_PENGAWASAN,
	ADUAN_ASPIRASI,
	ADUAN_PERMINTAAN_INFORMASI,
	ADUAN_JENIS_COUNT
};

/* False when it is no kind. */
MUST_CHECK bool aduan_jenis_parse(struct str key, enum aduan_jenis *out);
/* As stored. */
struct str aduan_jenis_key(enum aduan_jenis jenis);

/* The beginnings of the limit to resolve (ADU-02): value aduan_selesai_sejak. */
enum aduan_sejak { SEJAK_VERIFIKASI, SEJAK_DITERIMA, SEJAK_BERKAS_LENGKAP };
MUST_CHECK bool aduan_sejak_parse(struct str key, enum aduan_sejak *out);
struct str aduan_sejak_key(enum aduan_sejak sejak);
enum aduan_sejak aduan_sejak_of(const struct law_values *law);
/* Which regulation names the limits on the values' day: "permenpanrb_62_2018" or, from mid-2025,
   "permenpanrb_5_2025". */
struct str aduan_aturan_key(const struct law_values *law);

/* The days of one complaint. */
struct aduan_days {
	struct date received, verified;
	struct date complete; /* the file; the day of verification when nothing was missing */
};
struct date aduan_begins(enum aduan_sejak sejak, const struct aduan_days *days);

/* ADU-02 */
struct date aduan_verify_due(const struct law_values *law, const struct calendar *calendar,
			     struct date received_on);
struct date aduan_reply_due(const struct law_values *law, const struct calendar *calendar,
			    struct date verified_on);
/* begins: aduan_begins. */
struct date aduan_resolve_due(const struct law_values *law, const struct calendar *calendar,
			      enum aduan_jenis jenis, struct date begins);
/* The outer limit of Perpres 76/2013 [V], calendar days from the complete file [K]: a warning of
   its own, never met because the working days still run. */
struct date aduan_outer_limit(const struct law_values *law, const struct calendar *calendar,
			      struct date complete);
/* By then the provider says whether the complaint is complete, and by then the reporter completes
   it; afterwards it counts as withdrawn (ADU-10 [K], UU 25/2009 art. 44). */
struct date aduan_checked_by(const struct law_values *law, const struct calendar *calendar,
			     struct date received_on);
struct date aduan_complete_by(const struct law_values *law, const struct calendar *calendar,
			      struct date asked_on);
/* The day it closes by itself when the reporter stays silent after the reply (ADU-02 [V]). */
struct date aduan_autoclose_on(const struct law_values *law, const struct calendar *calendar,
			       struct date replied_on);
/* Within its days after closing, and not more often than allowed (ADU-08 [D]). */
bool aduan_may_reopen(const struct law_values *law, const struct calendar *calendar,
		      struct date closed_on, struct date today, int reopened_before);

/* Who is told when (ADU-06 [D]; Ombudsman [K]; outer_limit Perpres 76/2013 [V], calendar days). */
struct aduan_escalation {
	struct date handler, head_of_unit, head_of_agency, ombudsman, outer_limit;
};
struct aduan_escalation aduan_escalate(const struct law_values *law,
				       const struct calendar *calendar, enum aduan_jenis jenis,
				       enum aduan_sejak sejak, const struct aduan_days *days);
/* Later than the law foresees after the service [V]; it is accepted with a flag [D]. */
bool aduan_is_late(const struct law_values *law, const struct calendar *calendar,
		   struct date served_on, struct date received_on);
/* responsif_pct and selesai_pct in hundredths of a percent, half up (ADU-09 [D]);
   aduan_nothing_due_pct when nothing was due. */
int64_t aduan_on_time(const struct law_values *law, int64_t on_time, int64_t due);

#endif
