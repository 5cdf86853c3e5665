/* SPDX-License-Identifier: Apache-2.0 */
/* What the trail tells of reading: trace.def. */
#ifndef ABDI_APP_TRACE_H
#define ABDI_APP_TRACE_H
#include "db/store.h"
#include "http/exchange.h"
#include "http/router.h"

struct reading;

/* A page was answered: if it showed somebody's data it is noted, and written within a minute. */
void trace_reading(struct reading *reading, const struct request *req);
/* A download is ready: its entry is written now, and without it the bytes do not leave. */
MUST_CHECK enum err trace_export(struct store *store, const struct request *req);
/* Does trace.def name this route? */
bool trace_knows(const struct route *route);

#endif
