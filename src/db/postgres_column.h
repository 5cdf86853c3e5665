/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of an answer of PostgreSQL, and the pulse of its server: parts of its driver
   (driver.h). */
#ifndef ABDI_DB_POSTGRES_COLUMN_H
#define ABDI_DB_POSTGRES_COLUMN_H
#include "db/view.h"

/* struct driver says what each does. */
bool postgres_is_null(const struct query *q, int column);
struct str postgres_column_view(const struct query *q, int column);
int64_t postgres_column_int(const struct query *q, int column);
struct str postgres_column_bytes(const struct query *q, int column, struct arena *mem);
struct id postgres_column_id(const struct query *q, int column);
bool postgres_pulse(const char *url, void **beating);
void postgres_pulse_end(void *beating);

/* What an SQLSTATE means; the log tells of what is no conflict. */
MUST_CHECK enum err postgres_err(const char *state, const char *what);
/* The server shuts down, ended the session, or is no leader any more: another connection is
   needed. */
bool postgres_is_farewell(const char *state);

#endif
