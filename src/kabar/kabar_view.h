/* SPDX-License-Identifier: Apache-2.0 */
/* The list of duties and notices as its template sees it. */
#ifndef ABDI_KABAR_KABAR_VIEW_H
#define ABDI_KABAR_KABAR_VIEW_H
#include "form/list.h"
#include "kabar/digest.h"
#include "kabar/duty.h"
#include "kabar/notice.h"
#include "render/shell.h"

/* One notice with the words around it. */
struct kabar_item {
	const struct notice *notice;
	struct str when, day; /* day: the heading above it, empty under the same one */
};

/* Duties stand on the first page of notices alone. */
struct kabar_view {
	const struct duty_list *duties;
	int count;
	struct kabar_item items[NOTICE_PAGE];
	bool is_first;
	int64_t unread;
	bool has_mail; /* the installation sends digests */
	struct digest_choice digest;
	struct list list;
};

#endif
