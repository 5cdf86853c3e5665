/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences in the language of who reads them. The Indonesian sentence stands where it is said
   and is the key; the others stand beside the room in <room>.say.tsv
   (docs/decisions/0020-two-languages.md). The arena of a request knows its reader's language;
   where none is set, and for what has no translation, the sentence stays as it is. */
#ifndef ABDI_BASE_SAY_H
#define ABDI_BASE_SAY_H
#include "base/bahasa.h"
#include "base/date.h"

#include <stdarg.h>

/* One sentence as it stands here: SAY(job->mem, "Tersimpan"). */
#define SAY(mem, literal) say((mem), STR(literal))
/* Marks a sentence of a table, which say() or a template says where it is shown. */
#define SAID(literal) literal

/* A sentence or label that is marked somewhere (SAID, a .def table, a *_label function). */
struct str say_str(struct arena *mem, struct str sentence);
struct str say_cstr(struct arena *mem, const char *sentence);
#define say(mem, sentence)                                                                         \
	_Generic((sentence), struct str: say_str, const char *: say_cstr, char *: say_cstr)(       \
		(mem), (sentence))
/* A sentence with values in it. "[report|reports]" in a translation is chosen by the number
   before it. */
struct str say_format(struct arena *mem, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_say_format(struct buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);

struct str say_date(struct arena *mem, struct date d); /* "24 November 2026" */
struct str say_date_short(struct arena *mem, struct date d); /* "24 Nov" */
struct str say_day_name(struct arena *mem, struct date d); /* "Selasa", "Tuesday" */
struct str say_month_name(struct arena *mem, int month); /* "Mei", "May" */
struct str say_period(struct arena *mem,
		      struct str name); /* "Triwulan III 2026", "Quarter III 2026" */
struct str say_clock(struct arena *mem, int64_t utc_us, enum zona zona); /* "08.42", "08:42" */
/* A number in the Indonesian writing as the reader writes it, and the reader's in the Indonesian
   one. */
struct str say_number(struct arena *mem, struct str number);
struct str say_hundredths(struct arena *mem, int64_t hundredths); /* "1.250,5", "1,250.5" */
/* A number as the reader writes it: str_parse_hundredths with the reader's marks. */
MUST_CHECK bool say_parse_hundredths(struct arena *mem, struct str s, int64_t *out);

extern const enum bahasa bahasa_all[BAHASA_COUNT];
struct str bahasa_key(enum bahasa bahasa); /* "id", for lang="" */
struct str bahasa_name(enum bahasa bahasa); /* in itself: "English" */
MUST_CHECK bool bahasa_parse(struct str key, enum bahasa *out);
/* The first language of an Accept-Language header that we speak, weighed; Indonesian when there
   is none. */
enum bahasa bahasa_accepted(struct str header);

/* What the build makes from the tables of all rooms: a closed hash of the sentences; an empty
   place says nothing. */
struct saying {
	struct str said[BAHASA_COUNT]; /* [BAHASA_ID] is the key */
};
extern const struct saying say_table[];
extern const size_t say_table_mask; /* its places, a power of two, less one */
/* FNV-1a, the same in the tool that lays the table. */
static inline uint32_t say_hash(const char *at, size_t len)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)at[i]) * 16777619u;
	return hash;
}

#endif
