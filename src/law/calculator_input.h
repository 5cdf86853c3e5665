/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a calculator's inputs and writing its answer. Every reader notes a fault and goes on with
   a harmless value, so that all faults show at once; calculator_run drops the answer when there is
   any. */
#ifndef ABDI_LAW_CALCULATOR_INPUT_H
#define ABDI_LAW_CALCULATOR_INPUT_H
#include "base/ratio.h"
#include "law/calculator.h"
#include "law/calendar.h"
#include "law/predikat.h"

#define CALC_LIST_MAX 366

/* A question being answered. */
struct calc {
	struct arena *mem;
	const struct calculator_input *inputs;
	int count;
	struct date today;
	struct problems *faults;
	struct buf json;
	struct law_values law; /* in force on the question's day */
};

/* Was it given? */
bool calc_has(const struct calc *calc, const char *key);
/* As it was typed; empty when it was not given. */
struct str calc_text(const struct calc *calc, const char *key);
/* say: calc_fault 3 */
void calc_fault(struct calc *calc, const char *key, struct str sentence);
int64_t calc_int(struct calc *calc, const char *key, int64_t least, int64_t most);
/* A value that is missing counts as fallback. */
int64_t calc_int_or(struct calc *calc, const char *key, int64_t most, int64_t fallback);
/* 0 or 1; a value that is missing counts as 0. */
bool calc_flag(struct calc *calc, const char *key);
/* A decimal number as hundredths, 0 to most hundredths. */
int64_t calc_hundredths(struct calc *calc, const char *key, int64_t most);
/* An exact number between two whole ones. */
struct ratio calc_ratio(struct calc *calc, const char *key, struct str text, int least, int most);
/* Seconds of the day. */
int calc_clock(struct calc *calc, const char *key);
/* The working days without the days listed under "libur". */
struct calendar calc_calendar(struct calc *calc);
struct date calc_date(struct calc *calc, const char *key);
/* Comma-separated; an empty value is an empty list. */
int calc_list(struct calc *calc, const char *key, struct str parts[CALC_LIST_MAX]);
int calc_int_list(struct calc *calc, const char *key, int64_t most, int numbers[CALC_LIST_MAX]);
int calc_date_list(struct calc *calc, const char *key, struct date dates[CALC_LIST_MAX]);
/* A closed list: parse is for example rating_parse; choices are named in the fault. */
void calc_wrong_choice(struct calc *calc, const char *key, const char *choices);

/* Adds text to the answer. */
void calc_put_str(struct calc *calc, const char *key, struct str value);
/* Adds a whole number. */
void calc_put_int(struct calc *calc, const char *key, int64_t value);
/* Adds yes or no. */
void calc_put_bool(struct calc *calc, const char *key, bool value);
/* Adds a fraction with so many decimals, halves up. */
void calc_put_decimal(struct calc *calc, const char *key, struct ratio value, int decimals);
/* Adds a day; none is null. */
void calc_put_date(struct calc *calc, const char *key, struct date value);
/* Adds texts. */
void calc_put_list(struct calc *calc, const char *key, const struct str *values, int count);

/* Adds whole numbers. */
void calc_put_int_list(struct calc *calc, const char *key, const int *values, int count);

/* Choices that several calculators take. */
enum predikat calc_choice_predikat(struct calc *calc, const char *key);
enum rating calc_choice_rating(struct calc *calc, const char *key);

/* The calculators themselves, one function each. */
#define CALCULATOR(name, run, keys, optional, day, values, title, rule) void run(struct calc *calc);
#include "law/calculator.def"
#undef CALCULATOR

#endif
