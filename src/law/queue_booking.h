/* SPDX-License-Identifier: Apache-2.0 */
/* Booking a place by NIK, checking in, and who may go ahead (rulebook 6.1-6.4 [D], lansia [K]).
   Values queue_*, layanan_*. */
#ifndef ABDI_LAW_QUEUE_BOOKING_H
#define ABDI_LAW_QUEUE_BOOKING_H
#include "base/problems.h"
#include "law/values.h"

/* The kinds of service a place is booked for. */
enum layanan {
#define LAYANAN(key, label) LAYANAN_##key,
#include "law/layanan.def"
#undef LAYANAN
	LAYANAN_COUNT
};

/* As stored. */
struct str layanan_key(enum layanan layanan);
/* As people read it. */
struct str layanan_label(enum layanan layanan);
/* False when it is no service. */
MUST_CHECK bool layanan_parse(struct str key, enum layanan *out);
char layanan_prefix(const struct law_values *law, enum layanan layanan); /* of its tickets: B007 */
int layanan_minutes(const struct law_values *law, enum layanan layanan); /* at the counter */

/* A booked place. */
struct booking {
	struct date today, service_day;
	int active; /* bookings this NIK has open */
	int active_same; /* of them for the same service and day */
	const struct date *no_shows; /* days it did not come, ascending */
	int no_show_count;
};
/* Every reason why this booking cannot be taken, under the fields "hari" and "nik". */
void booking_check(const struct law_values *law, const struct booking *booking,
		   struct problems *faults);
/* May it still be cancelled so many minutes before the slot? */
bool booking_may_cancel(const struct law_values *law, int minutes_before);

/* As what somebody who arrives is let in. */
enum checkin { CHECKIN_EARLY, CHECKIN_BOOKED, CHECKIN_WALK_IN };
/* minutes: after the slot's start; negative before it. Too late means walk-in order (6.3). */
enum checkin checkin_decide(const struct law_values *law, int minutes);
/* Lansia on that day, UU 13/1998 (6.4 [K]). */
bool visitor_is_elderly(const struct law_values *law, struct date lahir, struct date today);

#endif
