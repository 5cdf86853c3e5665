/* SPDX-License-Identifier: Apache-2.0 */
/* How values travel to and from PostgreSQL, and its row level security; nothing here needs
   libpq. */
#ifndef ABDI_DB_POSTGRES_WIRE_H
#define ABDI_DB_POSTGRES_WIRE_H
#include "db/driver.h"

#define NUMBER_MAX 24

/* A value as it travels: text or binary. */
struct wire {
	const char *values[QUERY_PARAMS_MAX];
	int lengths[QUERY_PARAMS_MAX], formats[QUERY_PARAMS_MAX];
	char numbers[QUERY_PARAMS_MAX][NUMBER_MAX];
};

/* Numbers travel as text, everything else as its bytes: no copies, no escaping. */
void wire_fill(struct wire *wire, const struct query *q);
/* The bytes of a bytea as it comes back: "\x" and hex digits. */
struct str wire_bytes(struct str hex, struct arena *mem);

/* Forces row level security on every table of an agency that has none yet. */
extern const char POSTGRES_ROW_SECURITY[];

#endif
