/* SPDX-License-Identifier: Apache-2.0 */
/* A calculator's form: the table of what it asks, made from kalkulator_field.def, and its values as
   key=value for the law. All else a form does (form/form.h) it does here too. */
#ifndef ABDI_KALKULATOR_KALKULATOR_FORM_H
#define ABDI_KALKULATOR_KALKULATOR_FORM_H
#include "form/form.h"
#include "kalkulator/kalkulator.h"

/* What is kept of one field: the law reads texts. */
struct kalk_value {
	struct str text;
	struct kalk_value *rows;
	int row_count;
};

/* What a calculator asks, as the page shows it and as the law takes it. */
struct kalk_form {
	const struct kalkulator *kalkulator;
	struct form_table table;
	struct form form;
	bool is_asked; /* something was filled in, or the button pressed */
	struct calculator_input *inputs;
	int input_count;
};

/* Reads every field and makes the inputs; a whole list may also stand under its key, as on the
   command line. What cannot be an input is a fault beside its field, once the form is asked. */
void kalk_form_read(struct kalk_form *form, struct job *job, const struct kalkulator *kalkulator,
		    const struct form_source *source);
/* Takes the law's faults over, in the words of the form, beside the right field and none twice. */
void kalk_form_take_faults(const struct kalk_form *form, const struct problems *law,
			   struct problems *faults);

#endif
