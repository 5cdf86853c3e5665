/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of keys show, made ready for their templates. */
#ifndef ABDI_API_API_KEY_VIEW_H
#define ABDI_API_API_KEY_VIEW_H
#include "api/api_key.h"
#include "form/list.h"
#include "render/shell.h"

/* A key in the list. */
struct api_key_item {
	const struct api_key *key;
	struct str state, made, last, used; /* used: empty when it never was */
	struct str scopes; /* what it may, in words */
	struct str url_revoke;
};

/* A scope one may choose; key is what the form sends. */
struct api_scope_choice {
	struct str key, label;
	bool is_chosen;
};

/* The page of keys, of a person or of the agency's systems. */
struct api_key_view {
	bool is_system; /* every key of the agency, and the form for a system's */
	struct str action; /* "/kunci" or "/kunci-sistem" */
	struct api_key_item *items;
	int count;
	struct list list; /* of the agency's; one's own are few */
	struct form form;
	struct api_scope_choice choices[SCOPE_COUNT];
	int choice_count;
};

#endif
