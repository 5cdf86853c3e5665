/* SPDX-License-Identifier: Apache-2.0 */
/* How a value finds its parameter, by its own type: what the functions made from .sql files are
   written in. A type that is not listed here does not compile. */
#ifndef ABDI_DB_VALUE_H
#define ABDI_DB_VALUE_H
#include "db/query.h"

static inline void value_id(struct query *q, int n, struct id value)
{
	query_id(q, n, &value);
}

static inline void value_bool(struct query *q, int n, bool value)
{
	query_int(q, n, value);
}

static inline void value_int(struct query *q, int n, int value)
{
	query_int(q, n, value);
}

#define PARAM(q, n, value)                                                                         \
	_Generic((value),                                                                          \
		const struct id *: query_id,                                                       \
		struct id *: query_id,                                                             \
		struct id: value_id,                                                               \
		struct str: query_text,                                                            \
		struct date: query_date,                                                           \
		int: value_int,                                                                    \
		int64_t: query_int,                                                                \
		bool: value_bool)(q, n, value)

static inline void value_bytes(struct query *q, int n, const void *value, size_t size)
{
	(void)size;
	query_bytes(q, n, *(const struct str *)value);
}

static inline void value_array(struct query *q, int n, const void *value, size_t size)
{
	query_bytes(q, n, (struct str){value, size});
}

#define PARAM_BYTES(q, n, value)                                                                   \
	_Generic((value),                                                                          \
		struct str: value_bytes,                                                           \
		uint8_t *: value_array,                                                            \
		const uint8_t *: value_array)(q, n, &(value), sizeof(value))

/* The same for what may be absent: empty text and 0 are NULL. */
static inline void maybe_text(struct query *q, int n, struct str value)
{
	if (value.len > 0)
		query_text(q, n, value);
	else
		query_null(q, n);
}

static inline void maybe_bytes(struct query *q, int n, struct str value)
{
	if (value.len > 0)
		query_bytes(q, n, value);
	else
		query_null(q, n);
}

static inline void maybe_int64(struct query *q, int n, int64_t value)
{
	if (value != 0)
		query_int(q, n, value);
	else
		query_null(q, n);
}

static inline void maybe_int(struct query *q, int n, int value)
{
	maybe_int64(q, n, value);
}

#define PARAM_MAYBE(q, n, value)                                                                   \
	_Generic((value), struct str                                                               \
		 : maybe_text, int                                                                 \
		 : maybe_int, int64_t                                                              \
		 : maybe_int64)(q, n, value)

#define PARAM_BYTES_MAYBE(q, n, value) maybe_bytes(q, n, value)

#endif
