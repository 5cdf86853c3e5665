/* SPDX-License-Identifier: Apache-2.0 */
/* One form at work: what stands in its fields, the record that comes of it, its faults, what was
   saved meanwhile. */
#ifndef ABDI_FORM_FORM_H
#define ABDI_FORM_FORM_H
#include "base/job.h"
#include "form/field.h"

struct conflict;

/* Where values come from: a request's body or address, a JSON object, an example. The n-th value of
   a name, counted from 0; false past the last, and then *out is kept. */
struct form_source {
	bool (*at)(const void *from, const char *name, int n, struct str *out);
	const void *from;
};

/* What stands in one field now. */
struct form_cell {
	struct str id, text; /* id: of its control and its name, "uraian" or "iki_uraian.2" */
	struct str says; /* what it is called in sentences: "Target", "Indikator 3, Target" */
	struct str label, hint, none; /* the table's, or this page's own */
	const struct choice_list *choices, *row_names; /* the table's, or this page's own */
	struct str least, most; /* of a date: the days the calendar offers; empty: all */
	struct str stored; /* of FIELD_PICK: the name of what is stored meanwhile */
	struct form *rows;
	int row_count;
	bool is_out; /* not asked this time */
	bool is_line; /* of a long text: one line is enough here */
	uint64_t columns_out; /* of FIELD_ROWS, one bit a column */
	bool is_bare; /* stands in a table without a label of its own, so that its control is named
	                 by says */
};

/* A form: its table with what was typed or stored. */
struct form {
	struct arena *mem;
	const struct form_table *table;
	void *record;
	struct form_cell *cells; /* by the table's rows */
	struct problems *faults;
	struct conflict *conflict; /* NULL: nobody saved meanwhile */
	struct str says; /* begins its faults when it is a row: "Indikator 3" */
};

/* An empty form for that record. */
void form_make(struct form *form, struct job *job, const struct form_table *table, void *record);
/* Puts what the record holds into the fields. */
void form_fill(struct form *form);
/* Takes what was typed, into the fields and into the record, and lists what is wrong: a value that
   is none, outside its closed list, twice there, missing, too long, too small. */
void form_read(struct form *form, const struct form_source *source);
/* What is wrong with the record itself, whoever filled it; a field that has its fault already gets
   no second one. */
void form_check(const struct form_table *table, const void *record, struct problems *faults);

/* The record in one text, a line a field with its length: what the trail keeps the digest of. Not
   for rows. */
struct str form_canonical(struct arena *mem, const struct form_table *table, const void *record);

/* A field by the member it fills: form_at(form, offsetof(struct rhk, uraian)). */
int form_at(const struct form *form, size_t at);
#define FORM_AT(form, record, member) form_at((form), offsetof(record, member))
/* What the page knows and the table cannot: the list that is open now, other words, the names of
   the rows. */
void form_choose(struct form *form, int at, const struct choice *choices, int count);
void form_say(struct form *form, int at, struct str label, struct str hint);
void form_say_none(struct form *form, int at, struct str none);
void form_name_rows(struct form *form, int at, const struct choice *names, int count);
/* A field that is not asked this time, or one of every row: not shown, read, checked or
   compared. */
void form_leave_out(struct form *form, int at);
void form_leave_out_of_rows(struct form *form, int at, int column);
/* The days a date's calendar offers; what a day may be is the use case's to say. */
void form_days(struct form *form, int at, struct date least, struct date most);
/* Empty rows until there are so many, as far as the table lets. */
void form_rows_until(struct form *form, int at, int count);
/* The row of a list whose name has this key; NULL without one. */
struct form *form_row_of(const struct form *form, int at, struct str key);

/* What is sent next is made from what is stored now. */
void form_renew(struct form *form, const void *stored);
/* The same, and lists the fields in which stored and typed differ, by their labels. */
void form_compare(struct form *form, const void *stored);

/* Writes one field: label, hint, faults, what is stored meanwhile, control. Templates say "@field
   rhk.uraian in form". */
void form_place(struct buf *out, const struct form *form, int at);
/* For the templates of a field. */
struct str form_described_by(const struct form *form, int at); /* ids of its hint and its fault */
const char *form_input_type(const struct form *form, int at);
int form_input_most(const struct field *field); /* maxlength; 0: none */
bool form_has_letters(const struct form *form, int at); /* else a browser counts none */
bool form_is_wrong(const struct form *form, int at);
/* What a hidden field sends along: after the question whether a figure is right that figure, so
   that sending the form again says yes. */
struct str form_hidden_text(const struct form *form, int at);
/* Has a field of this row a fault, or does what is stored differ from what was typed? */
bool form_is_touched(const struct form *row);
/* The attributes that tie a control to its hint, its fault, its limits and the keyboard it
   wants. */
void form_ties(struct buf *out, const struct form *form, int at);

#endif
