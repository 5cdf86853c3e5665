/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of the change history shows. */
#ifndef ABDI_JEJAK_JEJAK_VIEW_H
#define ABDI_JEJAK_JEJAK_VIEW_H
#include "jejak/jejak.h"
#include "render/shell.h"

struct jejak_item {
	const struct jejak_entry *entry;
	struct str label, day, clock, iso, who, roles;
	bool is_new_day; /* a heading of the day stands before it */
};

struct jejak_view {
	const struct jejak_filter *filter;
	struct str hari; /* as typed */
	const struct jejak_bagian *bagian;
	int bagian_count;
	struct jejak_item *items;
	int count;
	struct str next_url;
	struct str chain; /* what the last look over the chain found */
	bool is_whole, is_filtered;
};

#endif
