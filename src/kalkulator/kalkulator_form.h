/* SPDX-License-Identifier: Apache-2.0 */
/* A calculator's form: what was typed, cell by cell, and what that means as key=value for the law. */
#ifndef ABDI_KALKULATOR_KALKULATOR_FORM_H
#define ABDI_KALKULATOR_KALKULATOR_FORM_H
#include "kalkulator/kalkulator.h"

#define FORM_ROWS_MAX 366
#define FORM_COLUMNS_MAX 4

enum kalk_kind {
	KALK_RADIO,
	KALK_SELECT,
	KALK_NUMBER,
	KALK_DECIMAL,
	KALK_DATE,
	KALK_CLOCK,
	KALK_MOMENT,
	KALK_TEXT
};

/* One row of kalkulator_field.def. */
struct kalk_field {
	struct str calculator, key;
	enum kalk_kind kind;
	enum kalk_list choices;
	int rows; /* 0: asked once; else so many rows are shown in the beginning */
	enum kalk_list names; /* the rows' names; KALK_LIST_NONE numbers them */
	struct str group, label, unit;
	int64_t least, most; /* hundredths, of one cell; 0, 0: only the rule judges */
	struct str hint;
};

struct kalk_cell {
	struct str name, value, says; /* says: the cell's name for readers and in faults */
};

/* A column of a block: one field and its cell in every row. */
struct kalk_column {
	const struct kalk_field *field;
	int part; /* 1, 2 … when the same key stands in the column before: "first:second:third" */
	bool is_optional;
	struct kalk_cell *cells;
};

/* One field asked once (row_count 1, not is_list), or fields asked side by side in rows. */
struct kalk_block {
	const struct kalk_field *field; /* the first column's */
	bool is_list;
	int row_count, column_count;
	struct kalk_column columns[FORM_COLUMNS_MAX];
	struct str *row_names;
};

/* Where a value comes from: the address, the body, an example. STR_NONE when there is none. */
typedef struct str kalk_source(void *arg, const char *name);

struct kalk_form {
	struct arena *mem;
	const struct kalkulator *kalkulator;
	struct kalk_block *blocks;
	int block_count;
	bool is_asked; /* something was filled in, or the button pressed */
	struct calculator_input *inputs;
	int input_count;
};

/* Reads every cell; a whole list may also stand under its key, as on the command line. */
void kalk_form_read(struct kalk_form *form, struct arena *mem, const struct kalkulator *kalkulator,
		    kalk_source *source, void *arg);
/* Makes the inputs; what cannot be one is a fault beside its cell. */
void kalk_form_inputs(struct kalk_form *form, struct problems *faults);
/* Takes the law's faults over, in the words of the form, beside the right cell and none twice. */
void kalk_form_take_faults(const struct kalk_form *form, const struct problems *law,
			   struct problems *faults);
/* "abdi law predikat hasil=di_atas": the same question on the command line. */
struct str kalk_form_command(const struct kalk_form *form);

#endif
