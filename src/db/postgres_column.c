/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the columns of an answer, and what a failure means. */
#include "db/postgres_column.h"

#include "base/log.h"
#include "db/postgres_link.h"

#include <stdlib.h>
#include <string.h>

bool postgres_is_null(const struct query *q, int column)
{
	return link_answer_is_null(q->handle, q->row, column);
}

struct str postgres_column_view(const struct query *q, int column)
{
	return link_answer_value(q->handle, q->row, column);
}

/* Truth is t or f; a sum of BIGINT is NUMERIC, written as digits too. */
int64_t postgres_column_int(const struct query *q, int column)
{
	const char *text = postgres_column_view(q, column).at;

	return text[0] == 't' ? 1 : strtoll(text, NULL, 10);
}

struct str postgres_column_bytes(const struct query *q, int column, struct arena *mem)
{
	return wire_bytes(postgres_column_view(q, column), mem);
}

struct id postgres_column_id(const struct query *q, int column)
{
	struct id id;

	if (!id_parse(postgres_column_view(q, column), &id))
		return (struct id){{0}};
	return id;
}

enum err postgres_err(const char *state, const char *what)
{
	if (strcmp(state, "23505") == 0 || strcmp(state, "23503") == 0)
		return ERR_CONFLICT;
	log_error("store.failed", "postgres %s: state %s", what, state);
	return ERR_STORE;
}

bool postgres_is_farewell(const char *state)
{
	return strncmp(state, "57P", 3) == 0 || strncmp(state, "08", 2) == 0 ||
	       strcmp(state, "25006") == 0 || strcmp(state, "25P03") == 0;
}
