/* SPDX-License-Identifier: Apache-2.0 */
/* How a column finds its member, by the member's own type: what the functions made from .sql files
   are written in. A type that is not listed here does not compile. */
#ifndef ABDI_DB_MEMBER_H
#define ABDI_DB_MEMBER_H
#include "base/job.h"
#include "db/query.h"

/* A column into the member at *to. NULL gives 0, empty text, the none id, the none date. */

static inline void member_id(const struct query *q, int column, struct arena *mem, struct id *to)
{
	(void)mem;
	*to = query_column_id(q, column);
}

static inline void member_text(const struct query *q, int column, struct arena *mem, struct str *to)
{
	*to = query_column_text(q, column, mem);
}

static inline void member_date(const struct query *q, int column, struct arena *mem,
			       struct date *to)
{
	(void)mem;
	*to = query_column_date(q, column);
}

static inline void member_int(const struct query *q, int column, struct arena *mem, int *to)
{
	(void)mem;
	*to = (int)query_column_int(q, column);
}

static inline void member_int64(const struct query *q, int column, struct arena *mem, int64_t *to)
{
	(void)mem;
	*to = query_column_int(q, column);
}

static inline void member_bool(const struct query *q, int column, struct arena *mem, bool *to)
{
	(void)mem;
	*to = query_column_int(q, column) != 0;
}

#define COLUMN(q, n, mem, to)                                                                      \
	_Generic(*(to), struct id                                                                  \
		 : member_id, struct str                                                           \
		 : member_text, struct date                                                        \
		 : member_date, int                                                                \
		 : member_int, int64_t                                                             \
		 : member_int64, bool                                                              \
		 : member_bool)(q, n, mem, to)

static inline void member_bytes(const struct query *q, int column, struct arena *mem, void *to,
				size_t size)
{
	(void)size;
	*(struct str *)to = query_column_bytes(q, column, mem);
}

/* Bytes of a fixed length; others leave the member as it is, which no check of a hash then takes
   for sound. */
static inline void member_array(const struct query *q, int column, struct arena *mem, void *to,
				size_t size)
{
	struct str bytes = query_column_bytes(q, column, mem);

	if (bytes.len == size)
		memcpy(to, bytes.at, size);
}

#define COLUMN_BYTES(q, n, mem, to)                                                                \
	_Generic(*(to), struct str                                                                 \
		 : member_bytes, uint8_t *                                                         \
		 : member_array)(q, n, mem, to, sizeof *(to))

/* A key outside the closed list spoils the whole question: ERR_STORE. */
#define COLUMN_ENUM(q, n, parse, to)                                                               \
	do {                                                                                       \
		if (!query_is_null(q, n) && !parse(query_column_view(q, n), to))                   \
			query_spoil(q, n);                                                         \
	} while (0)

#endif
