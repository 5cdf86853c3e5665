/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of form/ share. */
#ifndef ABDI_FORM_FORM_OWN_H
#define ABDI_FORM_FORM_OWN_H
#include "form/form.h"

/* One field as its faults speak of it. */
struct asked {
	const struct field *field;
	const struct choice_list *choices;
	struct problems *faults;
	struct str id, says, row;
	int at; /* which of its form */
};

/* Which row of a form's table of rows, counted from 0; number -1: the form itself. */
struct form_row {
	const struct form_table *table;
	const struct choice_list *names;
	int number;
	uint64_t columns_out; /* one bit a field that is not asked */
};

/* What one field asks, of row at where there are rows. */
struct asked form_asked(struct problems *faults, const struct form_row *row, int at);
/* The same of a form that is made. */
struct asked form_asked_at(const struct form *form, int at);
/* Adds a fault, unless the field has one. own: the table's sentence; made: the end of a sentence
   that begins with the label, where own is empty. */
void form_complain(const struct asked *asked, const char *rule, struct str own, struct str made);

/* Carried along unseen: nobody typed it, no two of it are compared. */
bool field_is_carried(const struct field *field);

/* Behind the name of a FIELD_PICK: the control a part of the name is typed into. */
#define FORM_PICK_TYPED ".cari"

#endif
