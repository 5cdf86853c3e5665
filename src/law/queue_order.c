/* SPDX-License-Identifier: Apache-2.0 */
#include "law/queue_order.h"
#include "law/defaults.h"

/* Booked before walk-in, then by check-in; equal ones keep the order of the list. */
static bool is_before(const struct waiting *a, const struct waiting *b)
{
	if (a->is_booked != b->is_booked)
		return a->is_booked;
	return a->checkin_at < b->checkin_at;
}

static int first_of(const struct waiting *list, int count, bool is_priority)
{
	int first = -1;

	for (int i = 0; i < count; i++)
		if (list[i].is_priority == is_priority &&
		    (first < 0 || is_before(&list[i], &list[first])))
			first = i;
	return first;
}

int queue_next(const struct waiting *list, int count, int priority_run, int run_max)
{
	int priority = first_of(list, count, true);
	int regular = first_of(list, count, false);

	if (priority < 0)
		return regular;
	return regular >= 0 && priority_run >= run_max ? regular : priority;
}

int64_t queue_estimate_minutes(int64_t ahead, struct ratio average_minutes, int64_t counters)
{
	struct ratio work = ratio_mul(ratio_make(ahead, 1), average_minutes);
	return ratio_ceil(ratio_div(work, ratio_make(counters, 1)));
}

struct queue_quota queue_slot_quota(int counters, int slot_minutes, int service_minutes,
				    int online_share_pct)
{
	struct queue_quota quota = {.total = counters * slot_minutes / service_minutes};

	quota.online = (int)((int64_t)quota.total * online_share_pct / 100);
	quota.walk_in = quota.total - quota.online;
	return quota;
}

struct recall_limits recall_limits_default(void)
{
	return (struct recall_limits){
		.recalls = LAW_DEFAULT_queue_recalls,
		.seconds_apart = LAW_DEFAULT_queue_recall_seconds,
		.return_minutes = LAW_DEFAULT_queue_skip_return_min,
		.places = LAW_DEFAULT_queue_skip_places,
	};
}

enum recall queue_recall(const struct recall_limits *limits, int calls_made, int seconds_since_call)
{
	if (seconds_since_call < limits->seconds_apart)
		return RECALL_WAIT;
	return calls_made > limits->recalls ? RECALL_SKIPPED : RECALL_AGAIN;
}

int queue_return_places(const struct recall_limits *limits, int minutes_since_skip,
			bool has_returned_before)
{
	if (has_returned_before || minutes_since_skip > limits->return_minutes)
		return -1;
	return limits->places;
}
