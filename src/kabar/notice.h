/* SPDX-License-Identifier: Apache-2.0 */
/* Notices: what was decided about the actor's records, told by events (notice.def), kept without
   names or words. */
#ifndef ABDI_KABAR_NOTICE_H
#define ABDI_KABAR_NOTICE_H
#include "audit/event.h"
#include "base/pace.h"
#include "base/waiting.h"

#define NOTICE_PAGE 25

struct store;

/* Every notice of notice.def. */
enum notice_name {
#define NOTICE(name, jenis, who, icon, tone, sentence, address) NOTICE_##name,
#include "kabar/notice.def"
#undef NOTICE
	NOTICE_COUNT
};

/* One notice in words. */
struct notice {
	struct id kabar_id;
	struct str title, path;
	const char *icon, *tone;
	int64_t at;
	bool is_read;
};

/* A page of them, newest first; next: where the older ones begin, none at the end. */
struct notice_list {
	int count;
	struct notice at[NOTICE_PAGE];
	struct id next;
};
MUST_CHECK enum err notice_list(struct job *job, const struct id *after, struct notice_list *out);
/* How many the actor has not opened. */
MUST_CHECK enum err notice_count_unread(struct job *job, int64_t *out);
/* Where a notice of the actor leads; ERR_NOT_FOUND for anybody else's. */
MUST_CHECK enum err notice_find(struct job *job, const struct id *kabar_id, struct notice *out);
/* Read by being opened; a second time changes nothing. kabar_id none: all of the actor. */
MUST_CHECK enum err notice_mark_read(struct job *job, const struct id *kabar_id);

/* Readers of events, one for each row (app/readers.def). */
#define NOTICE(name, jenis, who, icon, tone, sentence, address)                                    \
	MUST_CHECK enum err notice_tell_##name(struct job *job, const struct event *event);
#include "kabar/notice.def"
#undef NOTICE

/* Takes away what is older than so many days, in every agency. */
MUST_CHECK enum err notice_forget_old(struct store *store, int64_t now, int days,
				      const struct pace *pace);

#endif
