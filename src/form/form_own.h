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

#endif
