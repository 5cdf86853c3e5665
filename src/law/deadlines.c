/* SPDX-License-Identifier: Apache-2.0 */
#include "law/deadlines.h"
#include "law/defaults.h"

struct deadline_limits deadline_limits_default(void)
{
	return (struct deadline_limits){
		.handover_working_days = LAW_DEFAULT_handover_working_days,
		.return_working_days = LAW_DEFAULT_return_working_days,
		.objection_days = LAW_DEFAULT_objection_days,
		.objection_decision_days = LAW_DEFAULT_objection_decision_days,
		.new_post_working_days = LAW_DEFAULT_new_post_working_days,
	};
}

struct date deadline_handover(const struct deadline_limits *limits, const struct calendar *calendar,
			      struct date signed_on)
{
	return calendar_add_working(calendar, signed_on, limits->handover_working_days);
}

struct date deadline_return(const struct deadline_limits *limits, const struct calendar *calendar,
			    struct date received_on)
{
	return calendar_add_working(calendar, received_on, limits->return_working_days);
}

struct date deadline_objection(const struct deadline_limits *limits, struct date received_on)
{
	return date_add_days(received_on, limits->objection_days);
}

/* Before receipt there is no document to object to. */
bool objection_is_in_time(const struct deadline_limits *limits, struct date received_on,
			  struct date filed_on)
{
	return date_compare(filed_on, received_on) >= 0 &&
	       date_compare(filed_on, deadline_objection(limits, received_on)) <= 0;
}

struct date deadline_objection_decision(const struct deadline_limits *limits, struct date filed_on)
{
	return date_add_days(filed_on, limits->objection_decision_days);
}

struct date deadline_new_post(const struct deadline_limits *limits, const struct calendar *calendar,
			      struct date tmt)
{
	return calendar_add_working(calendar, tmt, limits->new_post_working_days);
}

int64_t deadline_breach_notice(int64_t known_at, int hours)
{
	return known_at + hours * INT64_C(3600000000);
}
