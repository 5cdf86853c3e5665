/* SPDX-License-Identifier: Apache-2.0 */
/* What a form asks, told once: one row a field. Reading, checking, control, comparison and schema
   follow from the row. How a table is written: form/table.h; rules beyond one field: law/. */
#ifndef ABDI_FORM_FIELD_H
#define ABDI_FORM_FIELD_H
#include "base/date.h"
#include "base/id.h"

/* What is asked, as people see it. */
enum field_kind {
	FIELD_TEXT, /* one line */
	FIELD_LONG, /* several lines */
	FIELD_WHOLE, /* a whole number */
	FIELD_HUNDREDTHS, /* a number with at most two decimals */
	FIELD_DATE,
	FIELD_CHOICE, /* one of a list, as a select */
	FIELD_RADIO, /* one of a short list, all in sight */
	FIELD_PICK, /* one of very many, looked for by a part of its name (form/pick.h) */
	FIELD_YES, /* a box to tick */
	FIELD_NIP,
	FIELD_NIK,
	FIELD_EMAIL,
	FIELD_URL,
	FIELD_PASSWORD, /* never shown again */
	FIELD_SEARCH,
	FIELD_HIDDEN, /* carried along unseen */
	FIELD_ID, /* of what the form is about: carried along, always sent, if only empty */
	FIELD_VERSION, /* carried along: what the page was made from, or VERSION_NONE */
	FIELD_CLOCK, /* "07:30"; kept as text, a rule judges it */
	FIELD_MOMENT, /* a day and an hour; the same */
	FIELD_NUMBER, /* a number kept as text: a rule with its own exactness judges it */
	FIELD_FILE, /* a file; most: bytes */
	FIELD_ROWS /* the same few fields, row after row */
};

/* What the record keeps it as. */
enum field_holds {
	HOLDS_TEXT,
	HOLDS_INT,
	HOLDS_INT64,
	HOLDS_DATE,
	HOLDS_BOOL,
	HOLDS_ID,
	HOLDS_ENUM, /* the place in its closed list */
	HOLDS_FILE, /* const struct upload *, taken by form_read_files */
	HOLDS_ROWS
};

/* One of a closed list: what is stored, what people read, and what may stand beside it. */
struct choice {
	struct str key, label;
	struct str means; /* what it means, in small */
	struct str tag; /* a word at the end, such as a unit */
};

/* The choices of a list. */
struct choice_list {
	const struct choice *at;
	int count;
};

struct form_table;
/* One row of a form's table. Lengths are in characters, limits of numbers in the number's own unit
   (hundredths for FIELD_HUNDREDTHS and FIELD_NUMBER); most 0: no limit of its own. Sentences that
   are not given are made from the label. */
struct field {
	enum field_kind kind;
	enum field_holds holds;
	const char *name; /* of the control, in JSON, and where faults point */
	size_t at; /* the member of the record */
	size_t has_at; /* the bool beside it that says whether there is a value; 0: there is none */
	struct str label, hint, unit;
	struct str note; /* in small behind the label: "(boleh kosong)" */
	struct str none; /* a select's line before a choice; empty: something always is chosen */
	bool is_needed;
	struct str missing, wrong; /* what to say */
	int64_t least, most;
	const struct choice_list *choices; /* NULL for a list that the page brings */
	int lines; /* of a long text */
	const char *autocomplete, *placeholder, *accept, *capture; /* the last two: of files */
	bool is_zero_blank, is_many; /* 0 is shown as nothing; several files may come */
	bool may_dash; /* "-" says that it does not apply */
	bool is_strict; /* the browser does not send the form without it */
	const char *capitals; /* "none", "characters": of sign-in names and codes; no spelling */
	const char *finder; /* of FIELD_PICK: address that completes what is typed; NULL: none */
	const struct form_table *rows;
	size_t count_at, sure_of; /* of FIELD_ROWS: how many; of FIELD_HIDDEN: what it confirms */
	const struct choice_list *row_names; /* of rows always the same; NULL: numbered */
};

/* A whole form, or one row of a form's FIELD_ROWS. */
struct form_table {
	const char *name; /* of its schema */
	const struct field *fields;
	int count;
	size_t record_size;
	const char *prefix; /* before the names of its controls, when it is a row's: "iki_" */
	const char *says; /* and before its faults and differences, with a number: "Indikator" */
	bool is_table, is_keyed; /* in a table, where a control has no label; names end with keys */
	int first; /* the number that ends the names of its first row's controls */
};

/* The label of a key, or the key itself when the list does not know it. */
struct str choice_label(const struct choice_list *list, struct str key);
/* Its place in the list, or -1. */
int choice_index(const struct choice_list *list, struct str key);
/* A field of a record as a person writes it: "12,5", "2026-11-24"; empty without a value. */
struct str field_text(struct arena *mem, const struct field *field, const void *record);
/* The other way; text is what a person wrote, trimmed. False when it can be none, and then the
   member keeps nothing. Empty text is no value. choices is the list that is open now. */
MUST_CHECK bool field_parse(struct arena *mem, const struct field *field,
			    const struct choice_list *choices, struct str text, void *record);
void field_clear(const struct field *field, void *record); /* the member keeps nothing */

/* Numbers and dates as people write them, in plain writing; what is neither stays as typed. */
struct str plain_whole(struct arena *mem, struct str typed); /* "5.000.000" -> "5000000" */
struct str plain_decimal(struct arena *mem, struct str typed); /* "1.250,5" -> "1250.5" */
struct str plain_date(struct arena *mem, struct str typed); /* "6/1/2025" -> "2025-01-06" */

#endif
