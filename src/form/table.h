/* SPDX-License-Identifier: Apache-2.0 */
/* How a room writes a form's table: x_form.def, one row a field,

     FIELD(LONG, uraian, "Hasil kerja", .most = URAIAN_MAX, .lines = 2, NEEDED("Tulis hasil kerja
     unit."))

   and in one place the table itself:

     #define FORM_RECORD struct hasil_unit
     static const struct field fields[] = {
     #include the .def
     };
     const struct form_table hasil_unit_form = FORM_TABLE("hasil_unit", fields);

   A member whose type does not fit the kind is a compile error. What people read is said where it
   is shown. say: FIELD 3, FIELD_AS 4, NEEDED 1, WRONG 1, HINT 1, UNIT 1, NOTE 1, NONE 1 */
#ifndef ABDI_FORM_TABLE_H
#define ABDI_FORM_TABLE_H
#include "form/field.h"

#define FORM_TABLE(name_, fields_, ...)                                                            \
	{                                                                                          \
		.name = (name_), .fields = (fields_),                                              \
		.count = (int)(sizeof(fields_) / sizeof((fields_)[0])),                            \
		.record_size = sizeof(FORM_RECORD), ##__VA_ARGS__                                  \
	}

/* The kinds and the types a member may have for each. */
#define FIELD_HOLDS_TEXT(m) _Generic((m), struct str : HOLDS_TEXT)
#define FIELD_HOLDS_LONG(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_NIP(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_NIK(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_EMAIL(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_URL(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_PASSWORD(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_SEARCH(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_CLOCK(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_MOMENT(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_NUMBER(m) FIELD_HOLDS_TEXT(m)
#define FIELD_HOLDS_FILE(m) _Generic((m), const struct upload * : HOLDS_FILE)
#define FIELD_HOLDS_WHOLE(m) _Generic((m), int : HOLDS_INT, int64_t : HOLDS_INT64)
#define FIELD_HOLDS_HUNDREDTHS(m) _Generic((m), int64_t : HOLDS_INT64)
#define FIELD_HOLDS_DATE(m) _Generic((m), struct date : HOLDS_DATE)
#define FIELD_HOLDS_YES(m) _Generic((m), bool : HOLDS_BOOL)
#define FIELD_HOLDS_CHOICE(m)                                                                      \
	_Generic((m), struct str : HOLDS_TEXT, struct id : HOLDS_ID, unsigned : HOLDS_ENUM)
#define FIELD_HOLDS_RADIO(m) FIELD_HOLDS_CHOICE(m)
#define FIELD_HOLDS_PICK(m) _Generic((m), struct id : HOLDS_ID)
#define FIELD_HOLDS_HIDDEN(m)                                                                      \
	_Generic((m), struct str                                                                   \
		 : HOLDS_TEXT, struct id                                                           \
		 : HOLDS_ID, int                                                                   \
		 : HOLDS_INT, int64_t                                                              \
		 : HOLDS_INT64)

#define FIELD_HOLDS_ID(m) _Generic((m), struct id : HOLDS_ID)
#define FIELD_HOLDS_VERSION(m) _Generic((m), int64_t : HOLDS_INT64)

#define FORM_MEMBER(member) (((FORM_RECORD *)0)->member)
/* One row of the table: kind, member of FORM_RECORD, label, then what else there is to say. */
#define FIELD(kind, member, label, ...) FIELD_AS(kind, #member, member, label, __VA_ARGS__)
/* The same when the control has another name than the member. */
#define FIELD_AS(kind_, name_, member, label_, ...)                                                \
	{.kind = FIELD_##kind_,                                                                    \
	 .holds = FIELD_HOLDS_##kind_(FORM_MEMBER(member)),                                        \
	 .name = (name_),                                                                          \
	 .at = offsetof(FORM_RECORD, member),                                                      \
	 .label = STR(label_),                                                                     \
	 __VA_ARGS__},
/* Rows: their name, a list and its count in the record, the table of a row, how many at most, and
   what else. */
#define FIELD_LIST(name_, member, count_member, table, most_, ...)                                 \
	{.kind = FIELD_ROWS,                                                                       \
	 .holds = HOLDS_ROWS,                                                                      \
	 .name = (name_),                                                                          \
	 .at = offsetof(FORM_RECORD, member),                                                      \
	 .count_at = offsetof(FORM_RECORD, count_member),                                          \
	 .rows = &(table),                                                                         \
	 .most = (most_),                                                                          \
	 __VA_ARGS__},

/* Fits no stored version: the change is refused as one that somebody else overtook. A version that
   is missing, broken or came twice is none. */
#define VERSION_NONE (-1)
/* The member version, or another. */
#define VERSION(member)                                                                            \
	{.kind = FIELD_VERSION,                                                                    \
	 .holds = FIELD_HOLDS_VERSION(FORM_MEMBER(member)),                                        \
	 .name = "version",                                                                        \
	 .label = STR(""),                                                                         \
	 .at = offsetof(FORM_RECORD, member)},

#define LIMITS(least_, most_) .least = (least_), .most = (most_)
#define NEEDED(sentence) .is_needed = true, .missing = STR(sentence)
#define WRONG(sentence) .wrong = STR(sentence)
#define HINT(sentence) .hint = STR(sentence)
#define UNIT(word) .unit = STR(word)
#define NOTE(words) .note = STR(words)
#define NONE(words) .none = STR(words)
#define HAS(member) .has_at = offsetof(FORM_RECORD, member)
#define ONE_OF(list) .choices = &(list)
#define SURE_OF(member) .sure_of = offsetof(FORM_RECORD, member)

#define CHOICE_LIST(array)                                                                         \
	{                                                                                          \
		(array), (int)(sizeof(array) / sizeof((array)[0]))                                 \
	}

#endif
