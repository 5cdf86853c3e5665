/* SPDX-License-Identifier: Apache-2.0 */
/* Who is called next, how long it takes, how many places a slot has (rulebook 6.2, 6.4, 6.8 [D]; priority groups of
   UU 25/2009 art. 29 [K]). */
#ifndef ABDI_LAW_QUEUE_ORDER_H
#define ABDI_LAW_QUEUE_ORDER_H
#include "base/ratio.h"

struct waiting {
	bool is_priority;
	bool is_booked; /* a booked ticket whose slot has begun */
	int64_t checkin_at; /* UTC µs; a smaller number was earlier */
};

/* Index of the ticket to call, -1 when nobody waits. priority_run: priority calls just made in a row. */
int queue_next(const struct waiting *list, int count, int priority_run, int run_max);
/* Minutes until a newcomer is called: ceil(ahead x average / counters). counters at least 1. */
int64_t queue_estimate_minutes(int64_t ahead, struct ratio average_minutes, int64_t counters);
/* Places of a slot: floor(counters x slot minutes / service minutes); online is the floor of its share. */
struct queue_quota {
	int total, online, walk_in;
};
struct queue_quota queue_slot_quota(int counters, int slot_minutes, int service_minutes,
				    int online_share_pct);

/* Settings queue_recalls, queue_recall_seconds, queue_skip_return_min, queue_skip_places (6.5 [D]). */
struct recall_limits {
	int recalls, seconds_apart, return_minutes, places;
};
struct recall_limits recall_limits_default(void);

enum recall { RECALL_WAIT, RECALL_AGAIN, RECALL_SKIPPED };
/* What to do with somebody who was called that often, last so many seconds ago, and has not come. */
enum recall queue_recall(const struct recall_limits *limits, int calls_made,
			 int seconds_since_call);
/* Places behind the current call for a skipped visitor who reports, or -1: tidak_hadir. Once only. */
int queue_return_places(const struct recall_limits *limits, int minutes_since_skip,
			bool has_returned_before);

#endif
