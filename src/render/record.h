/* SPDX-License-Identifier: Apache-2.0 */
/* What the API tells of a record, told once: one table a record, from which its JSON and its JSON
   schema follow. A room writes one row a member; the kind follows from the member's type, so that
   a row and its record cannot disagree:

     #define RECORD_OF struct pegawai
     static const struct record_member members[] = {
	     MEMBER(nip, "NIP, 18 angka"),
	     MEMBER_AS(HUNDREDTHS, jumlah, "Jumlah", .has = RECORD_HAS(has_jumlah)),
     };
     const struct record pegawai_record = RECORD("pegawai", members, "Seorang pegawai");

   say: MEMBER 2, MEMBER_NAMED 3, MEMBER_AS 3, MEMBER_ROWS 4, RECORD 3 */
#ifndef ABDI_RENDER_RECORD_H
#define ABDI_RENDER_RECORD_H
#include "base/date.h"
#include "base/id.h"
#include "base/json.h"

/* How a member is told. */
enum record_kind {
	RECORD_TEXT,
	RECORD_ID, /* the none id is null */
	RECORD_DATE, /* the none date is null */
	RECORD_WHOLE, /* int */
	RECORD_BIG, /* int64_t */
	RECORD_BOOL,
	RECORD_HUNDREDTHS, /* int64_t, told as a number with two decimals */
	RECORD_MOMENT, /* int64_t UTC µs, told as RFC 3339; 0 is null */
	RECORD_ROWS /* a list of records: a pointer, and its count in an int */
};

/* A member of a record, by name. */
struct record_member {
	const char *name, *words; /* in JSON; what it means, in the reader's words */
	enum record_kind kind;
	size_t at, has; /* offsets; has: of the bool that says whether there is a value, 0: there
		        always is */
	size_t count; /* of RECORD_ROWS: the offset of how many */
	const struct record *rows;
};

/* A record as the API tells it. */
struct record {
	const char *name, *words; /* of its schema */
	const struct record_member *members;
	int count;
	size_t size;
};

#define RECORDS_LIMIT_MAX 25 /* rows of a page, at either door */

/* How much of a list is asked for, and after what. */
struct records_ask {
	int limit;
	struct str after; /* the place the page before ended; STR_NONE: from the beginning */
};

/* A page of a list, as a use case gives it to both doors. */
struct records_page {
	const void *rows;
	int count;
	/* the place of its last row, when there is more; STR_NONE: this is the end */
	struct str last;
};

#define RECORD_KIND_OF(value)                                                                      \
	_Generic((value), struct str                                                               \
		 : RECORD_TEXT, struct id                                                          \
		 : RECORD_ID, struct date                                                          \
		 : RECORD_DATE, int                                                                \
		 : RECORD_WHOLE, bool                                                              \
		 : RECORD_BOOL)
/* The kinds an int64_t may be told as. */
#define RECORD_KIND_CHECKED(kind, value) _Generic((value), int64_t : RECORD_##kind)
#define RECORD_VALUE(member) (((RECORD_OF *)0)->member)
#define RECORD_HAS(member) offsetof(RECORD_OF, member)

#define MEMBER(member, words_) MEMBER_NAMED(#member, member, words_)
#define MEMBER_NAMED(name_, member, words_)                                                        \
	{                                                                                          \
		.name = (name_), .words = (words_), .kind = RECORD_KIND_OF(RECORD_VALUE(member)),  \
		.at = offsetof(RECORD_OF, member)                                                  \
	}
#define MEMBER_AS(kind_, member, words_, ...)                                                      \
	{                                                                                          \
		.name = #member, .words = (words_),                                                \
		.kind = RECORD_KIND_CHECKED(kind_, RECORD_VALUE(member)),                          \
		.at = offsetof(RECORD_OF, member), ##__VA_ARGS__                                   \
	}
#define MEMBER_ROWS(member, count_, record_, words_)                                               \
	{                                                                                          \
		.name = #member, .words = (words_), .kind = RECORD_ROWS,                           \
		.at = offsetof(RECORD_OF, member), .count = offsetof(RECORD_OF, count_),           \
		.rows = &(record_)                                                                 \
	}
#define RECORD(name_, members_, words_)                                                            \
	{                                                                                          \
		.name = (name_), .words = (words_), .members = (members_),                         \
		.count = (int)(sizeof(members_) / sizeof((members_)[0])),                          \
		.size = sizeof(RECORD_OF)                                                          \
	}

/* One record as a JSON object. */
void record_write(struct json *json, const struct record *record, const void *row);
/* What a member holds, in the words of JSON schema: "date-time, null"; "[bukti]" for rows. */
struct str record_type(struct arena *mem, const struct record_member *member);
/* Its JSON schema (2020-12); records it has rows of are named by "#/components/schemas/<name>". */
void record_schema(struct json *json, const struct record *record);

#endif
