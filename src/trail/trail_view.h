/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of the change history shows. */
#ifndef ABDI_TRAIL_TRAIL_VIEW_H
#define ABDI_TRAIL_TRAIL_VIEW_H
#include "form/list.h"
#include "render/shell.h"
#include "trail/trail.h"

/* An entry in words. */
struct trail_item {
	const struct trail_entry *entry;
	struct str label, day, clock, iso, who, roles;
	bool is_new_day; /* a heading of the day stands before it */
};

/* The page of the trail. */
struct trail_view {
	struct list list;
	struct trail_item *items;
	int count;
	struct str chain; /* what the last look over the chain found */
	bool is_whole;
};

#endif
