/* SPDX-License-Identifier: Apache-2.0 */
/* The law as calculators: a name, key=value inputs, one JSON object. Command line, page and case
   tables share them. */
#ifndef ABDI_LAW_CALCULATOR_H
#define ABDI_LAW_CALCULATOR_H
#include "base/date.h"
#include "base/problems.h"
#include "law/values.h"

/* What was asked, by key. */
struct calculator_input {
	struct str key, value;
};

/* A row of calculator.def. */
struct calculator {
	struct str name, title; /* "predikat", "Predikat kinerja" */
	struct str keys; /* required keys, separated by spaces */
	struct str optional; /* further keys; every calculator also takes "tanggal" */
	/* the key whose date tells the day, when "tanggal" is not given; empty: today */
	struct str day;
	struct str values; /* beginnings of the setting keys it asks (law/values.h), separated by
		           spaces */
	struct str rule; /* which rule answers, in plain Indonesian with its source */
};

/* What a calculator takes. */
struct calculator_question {
	const struct calculator_input *inputs;
	int count;
	/* identifiers are checked against it; its rules apply unless a day is given */
	struct date today;
	struct law_rows rows; /* what the agency set; none: the built-in values */
};

/* All calculators in the order of the rulebook. */
const struct calculator *calculator_list(int *count);
/* NULL when there is none of that name. */
const struct calculator *calculator_find(struct str name);
/* Does this calculator ask that value? */
bool calculator_asks(const struct calculator *calculator, enum law_value which);
/* The day whose rules answer: "tanggal", else the calculator's own date, else today; today when it
   is no date. */
struct date calculator_day(const struct calculator *calculator,
			   const struct calculator_question *question);
/* Writes the JSON object to json, or lists every fault (field: the key) and leaves json alone:
   ERR_INVALID. */
MUST_CHECK enum err calculator_run(const struct calculator *calculator,
				   const struct calculator_question *question, struct buf *json,
				   struct problems *faults);

#endif
