/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of a room, each called as somebody who holds one role, in an agency of its own. */
#ifndef ABDI_DB_CASE_TEST_SUPPORT_H
#define ABDI_DB_CASE_TEST_SUPPORT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/job.h"
#include "db/store_test_support.h"
#include "law/access.h"

struct case_room {
	struct store *store;
	struct id instansi_id; /* where the next use case runs */
	struct arena *mem;
	struct problems faults; /* of the last one */
};

typedef enum err use_case(struct job *job, void *arg);

/* cmocka's set-up and tear-down; *state is the room. */
int case_room_open(void **state);
int case_room_close(void **state);
/* A test between begin, which the program has, and the end. */
#define CASE(test) cmocka_unit_test_setup_teardown(test, begin, case_room_close)

/* Runs it on the writer on 2 April 2026, as an account with this role in the whole agency. */
enum err case_run(struct case_room *room, enum peran peran, use_case *run, void *arg);
/* How many faults the last one listed. */
int case_faults(const struct case_room *room);
/* From now on in another agency of the same store. */
void case_other_agency(struct case_room *room);

#endif
