/* SPDX-License-Identifier: Apache-2.0 */
/* Who is called next, how long it takes, how many places a slot has (rulebook 6.2, 6.4, 6.5, 6.8
   [D]; priority groups of UU 25/2009 art. 29 [K]). Values queue_*. */
#ifndef ABDI_LAW_QUEUE_ORDER_H
#define ABDI_LAW_QUEUE_ORDER_H
#include "base/ratio.h"
#include "law/values.h"

/* Somebody who waits. */
struct waiting {
	bool is_priority;
	bool is_booked; /* a booked ticket whose slot has begun */
	int64_t checkin_at; /* UTC µs; a smaller number was earlier */
};

/* Index of the ticket to call, -1 when nobody waits. priority_run: priority calls just made in a
   row. */
int queue_next(const struct law_values *law, const struct waiting *list, int count,
	       int priority_run);
/* Minutes until a newcomer is called: ahead x average / counters, rounded as queue_estimate_round
   says; counters at least 1. */
int64_t queue_estimate_minutes(const struct law_values *law, int64_t ahead,
			       struct ratio average_minutes, int64_t counters);
/* Median, or mean (queue_average_median), of the last finished of the service today (oldest first),
   or its usual minutes while there are too few. */
struct ratio queue_average_minutes(const struct law_values *law, struct arena *mem,
				   const int *finished, int count, int usual_minutes);

/* Places of a slot: counters x slot minutes / service minutes; online is its share of it. Both
   rounded down unless queue_slot_round and queue_online_round say otherwise. */
struct queue_quota {
	int total, online, walk_in;
};
struct queue_quota queue_slot_quota(const struct law_values *law, int counters,
				    int service_minutes);

/* What becomes of somebody who was called and did not come. */
enum recall { RECALL_WAIT, RECALL_AGAIN, RECALL_SKIPPED };
/* What to do with somebody who was called that often, last so many seconds ago, and has not come
   (6.5). */
enum recall queue_recall(const struct law_values *law, int calls_made, int seconds_since_call);
/* Places behind the current call for a skipped visitor who reports, or -1: tidak_hadir. */
int queue_return_places(const struct law_values *law, int minutes_since_skip, int returned_before);

#endif
