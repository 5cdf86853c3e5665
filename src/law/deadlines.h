/* SPDX-License-Identifier: Apache-2.0 */
/* Dates by which documents, answers and objections are due (rulebook 1.6 and 1.9). */
#ifndef ABDI_LAW_DEADLINES_H
#define ABDI_LAW_DEADLINES_H
#include "law/calendar.h"

/* Settings handover_working_days, return_working_days, objection_days, objection_decision_days, skp_start_days. */
struct deadline_limits {
	int handover_working_days; /* PK-50 [V] */
	int return_working_days; /* PK-50 [V] */
	int objection_days; /* PK-51, PP 30/2019 art. 59 [V "14 hari"; calendar days D] */
	int objection_decision_days; /* PK-52 [D] */
	int new_post_working_days; /* PK-32 [D] */
};
struct deadline_limits deadline_limits_default(void);

/* The appraiser hands the document over by then, counted from signing. */
struct date deadline_handover(const struct deadline_limits *limits, const struct calendar *calendar,
			      struct date signed_on);
/* The pegawai returns it by then, counted from receipt; afterwards it is dianggap_diterima. */
struct date deadline_return(const struct deadline_limits *limits, const struct calendar *calendar,
			    struct date received_on);
/* The last day to object. */
struct date deadline_objection(const struct deadline_limits *limits, struct date received_on);
bool objection_is_in_time(const struct deadline_limits *limits, struct date received_on,
			  struct date filed_on);
struct date deadline_objection_decision(const struct deadline_limits *limits, struct date filed_on);
/* SKP of somebody new in a post, from TMT. */
struct date deadline_new_post(const struct deadline_limits *limits, const struct calendar *calendar,
			      struct date tmt);
/* Notice of a data protection failure: calendar hours from when it was known (PDP-02 [V]). UTC µs. */
int64_t deadline_breach_notice(int64_t known_at, int hours);

#endif
