/* SPDX-License-Identifier: Apache-2.0 */
/* Dates by which plans, documents, answers and objections are due (rulebook 1.6, 1.9, 3.2, 9). */
#ifndef ABDI_LAW_DEADLINES_H
#define ABDI_LAW_DEADLINES_H
#include "law/calendar.h"
#include "law/values.h"

/* The plan of a year is agreed by then (PK-30 [K]), and its annual evaluation finished by then
   (PK-31 [K]). */
struct date deadline_skp(const struct law_values *law, int year);
struct date deadline_annual_evaluation(const struct law_values *law, int year);
/* SKP of somebody new in a post, from TMT (PK-32 [D]). */
struct date deadline_new_post(const struct law_values *law, const struct calendar *calendar,
			      struct date tmt);
/* The appraiser hands the document over by then, counted from signing (PK-50 [V]). */
struct date deadline_handover(const struct law_values *law, const struct calendar *calendar,
			      struct date signed_on);
/* The pegawai returns it by then, counted from receipt; afterwards it is dianggap_diterima (PK-50
   [V]). */
struct date deadline_return(const struct law_values *law, const struct calendar *calendar,
			    struct date received_on);
/* The last days to object, PP 30/2019 art. 59: sources read its 14 days as calendar and as working
   days (PK-51 [V conflict]). By objection_days_mode [D] one of them counts, or what comes between
   the two is taken with a flag. */
struct objection_terms {
	struct date calendar, working;
	struct date last; /* after it an objection is late */
};
struct objection_terms deadline_objection(const struct law_values *law,
					  const struct calendar *calendar, struct date received_on);
/* What a day of filing means. EARLY: before there was a document to object to. FLAGGED: the
   superior decides whether to take it. */
enum objection { OBJECTION_EARLY, OBJECTION_IN_TIME, OBJECTION_FLAGGED, OBJECTION_LATE };
enum objection objection_judge(const struct law_values *law, const struct calendar *calendar,
			       struct date received_on, struct date filed_on);
struct str objection_key(enum objection objection); /* "tepat_waktu", "lewat_14_hari_kalender" … */
/* PK-52 [D] */
struct date deadline_objection_decision(const struct law_values *law,
					const struct calendar *calendar, struct date filed_on);
/* The first day the examination may be held after a summons (DIS-01 [K]). */
struct date deadline_summons(const struct law_values *law, const struct calendar *calendar,
			     struct date summoned_on);
/* Notice of a data protection failure: calendar hours from when it was known (PDP-02 [V]). UTC
   µs. */
int64_t deadline_breach_notice(const struct law_values *law, int64_t known_at);

#endif
