/* SPDX-License-Identifier: Apache-2.0 */
/* One arena for all tests of a program, and text compared as it reads. */
#ifndef ABDI_BASE_ARENA_TEST_SUPPORT_H
#define ABDI_BASE_ARENA_TEST_SUPPORT_H
#include "base/str.h"

extern struct arena *mem;

/* Before the first test and after the last. */
int open_arena(void **state);
int close_arena(void **state);

void assert_text(struct str got, const char *expected);

#endif
