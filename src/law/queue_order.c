/* SPDX-License-Identifier: Apache-2.0 */
/* Whose turn it is. */
#include "law/queue_order.h"
#include "law/rounding.h"

/* Booked before walk-in, then by check-in; equal ones keep the order of the list. */
static bool is_before(const struct law_values *law, const struct waiting *a,
		      const struct waiting *b)
{
	if (law->of[LAW_queue_booked_first] && a->is_booked != b->is_booked)
		return a->is_booked;
	return a->checkin_at < b->checkin_at;
}

static int first_of(const struct law_values *law, const struct waiting *list, int count,
		    bool is_priority)
{
	int first = -1;

	for (int i = 0; i < count; i++)
		if (list[i].is_priority == is_priority &&
		    (first < 0 || is_before(law, &list[i], &list[first])))
			first = i;
	return first;
}

int queue_next(const struct law_values *law, const struct waiting *list, int count,
	       int priority_run)
{
	int priority = first_of(law, list, count, true);
	int regular = first_of(law, list, count, false);

	if (priority < 0)
		return regular;
	return regular >= 0 && priority_run >= law->of[LAW_queue_priority_run_max] ? regular
										   : priority;
}

int64_t queue_estimate_minutes(const struct law_values *law, int64_t ahead,
			       struct ratio average_minutes, int64_t counters)
{
	struct ratio work = ratio_mul(ratio_make(ahead, 1), average_minutes);
	return rounding_apply(law->of[LAW_queue_estimate_round],
			      ratio_div(work, ratio_make(counters, 1)));
}

/* The middle of a sorted copy, the mean of the two middle ones when they are even. */
static struct ratio median(int *sorted, int count)
{
	for (int i = 1; i < count; i++)
		for (int j = i; j > 0 && sorted[j] < sorted[j - 1]; j--) {
			int larger = sorted[j - 1];
			sorted[j - 1] = sorted[j];
			sorted[j] = larger;
		}
	return ratio_make(sorted[(count - 1) / 2] + sorted[count / 2], 2);
}

static struct ratio mean(const int *minutes, int count)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += minutes[i];
	return ratio_make(sum, count);
}

struct ratio queue_average_minutes(const struct law_values *law, struct arena *mem,
				   const int *finished, int count, int usual_minutes)
{
	int most = law->of[LAW_queue_average_of], last = count < most ? count : most;

	if (count < law->of[LAW_queue_average_min])
		return ratio_make(usual_minutes, 1);
	int *minutes = arena_array(mem, int, last);
	for (int i = 0; i < last; i++)
		minutes[i] = finished[count - last + i];
	return law->of[LAW_queue_average_median] ? median(minutes, last) : mean(minutes, last);
}

struct queue_quota queue_slot_quota(const struct law_values *law, int counters, int service_minutes)
{
	struct queue_quota quota = {0};

	quota.total = (int)rounding_apply(
		law->of[LAW_queue_slot_round],
		ratio_make((int64_t)counters * law->of[LAW_queue_slot_min], service_minutes));
	quota.online = (int)rounding_apply(
		law->of[LAW_queue_online_round],
		ratio_make((int64_t)quota.total * law->of[LAW_queue_online_share_pct], 100));
	quota.walk_in = quota.total - quota.online;
	return quota;
}

enum recall queue_recall(const struct law_values *law, int calls_made, int seconds_since_call)
{
	if (seconds_since_call < law->of[LAW_queue_recall_seconds])
		return RECALL_WAIT;
	return calls_made > law->of[LAW_queue_recalls] ? RECALL_SKIPPED : RECALL_AGAIN;
}

int queue_return_places(const struct law_values *law, int minutes_since_skip, int returned_before)
{
	if (returned_before >= law->of[LAW_queue_skip_returns_max] ||
	    minutes_since_skip > law->of[LAW_queue_skip_return_min])
		return -1;
	return law->of[LAW_queue_skip_places];
}
