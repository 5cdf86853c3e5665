/* SPDX-License-Identifier: Apache-2.0 */
/* A writer held inside one work, so that everything submitted next queues up behind it. One at a
   time. */
#ifndef ABDI_DB_HELD_WRITER_TEST_SUPPORT_H
#define ABDI_DB_HELD_WRITER_TEST_SUPPORT_H
#include "db/store.h"

void writer_hold(struct store *store, const struct id *instansi);
/* For the works that queue up: what became of one is written to its argument, which begins with an
   enum err. */
void held_done(void *arg, enum err err);
/* Lets the writer go on and waits until so many of them are done. */
void writer_release(int works);

#endif
