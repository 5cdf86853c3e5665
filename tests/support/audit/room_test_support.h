/* SPDX-License-Identifier: Apache-2.0 */
/* An agency with a chain of entries, for tests of what the trail is. */
#ifndef ABDI_AUDIT_ROOM_TEST_SUPPORT_H
#define ABDI_AUDIT_ROOM_TEST_SUPPORT_H
#include "base/job.h"
#include "db/store_test_support.h"

struct room {
	struct store *store;
	struct id instansi;
	struct arena *mem;
};

typedef enum err room_step(struct job *job, void *arg);

/* A step on the writer at that time, and one that reads. */
enum err room_change(struct room *room, int64_t now, room_step *run, void *arg);
enum err room_look(struct room *room, room_step *run, void *arg);
/* One entry more; arg: the text after the deed. */
enum err room_add(struct job *job, void *arg);
/* An agency with so many entries, a millisecond apart. */
struct room room_open(int entries);
/* Ten entries, and two signed heads. */
struct room room_signed(void);
void room_close(struct room *room);

#endif
