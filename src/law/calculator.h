/* SPDX-License-Identifier: Apache-2.0 */
/* The law as calculators: a name, key=value inputs, one JSON object. Command line, page and case tables share them. */
#ifndef ABDI_LAW_CALCULATOR_H
#define ABDI_LAW_CALCULATOR_H
#include "base/date.h"
#include "base/problems.h"

struct calculator_input {
	struct str key, value;
};

struct calculator {
	struct str name, title; /* "predikat", "Predikat kinerja" */
	struct str keys; /* required keys, separated by spaces */
	struct str optional; /* further keys */
	struct str rule; /* which rule answers, in plain Indonesian with its source */
};

/* All calculators in the order of the rulebook. */
const struct calculator *calculator_list(int *count);
/* NULL when there is none of that name. */
const struct calculator *calculator_find(struct str name);
/* Writes the JSON object to json, or lists every fault (field: the key) and leaves json alone: ERR_INVALID.
   today is what identifiers are checked against. */
MUST_CHECK enum err calculator_run(const struct calculator *calculator,
				   const struct calculator_input *inputs, int count,
				   struct date today, struct buf *json, struct problems *faults);

#endif
