/* SPDX-License-Identifier: Apache-2.0 */
/* Why the rule gave this answer: sentences with their source and how sure it is, and tables with
   the place marked. */
#ifndef ABDI_KALKULATOR_KALKULATOR_WHY_H
#define ABDI_KALKULATOR_KALKULATOR_WHY_H
#include "kalkulator/kalkulator_answer.h"
#include "kalkulator/kalkulator_number.h"
#include "law/calculator_input.h"
#include "law/calendar.h"

/* [V], [K], [D] of the rulebook, in words. */
enum kalk_basis { BASIS_TERTULIS, BASIS_KESEPAKATAN, BASIS_BAWAAN };
struct str kalk_basis_label(enum kalk_basis basis);
const char *kalk_basis_class(enum kalk_basis basis); /* of the tag */

#define WHY_REASONS_MAX 16
#define WHY_TABLES_MAX 4
#define WHY_COLUMNS_MAX 5

/* One sentence of the why, with its source. */
struct kalk_reason {
	struct str sentence, source;
	enum kalk_basis basis;
};

/* A line of a reckoning. */
struct kalk_line {
	struct str cells[WHY_COLUMNS_MAX]; /* the first is the row's name */
	const char *tones[WHY_COLUMNS_MAX]; /* a grid's colours, "r1" to "r5" */
	bool is_marked; /* the whole row */
	int marked; /* one cell of it; 0 none */
};

/* A table the answer was read from. */
struct kalk_why_table {
	struct str caption, heads[WHY_COLUMNS_MAX];
	int column_count, line_count, line_cap;
	bool is_folded; /* long: opened on demand */
	bool is_grid; /* nine cells: columns from the left, rows from the top */
	struct kalk_line *lines;
	struct arena *mem;
};

/* tone of the answer: "ok", "wait", "bad" or "info" */
struct kalk_why {
	struct arena *mem;
	const struct kalkulator *kalkulator;
	struct calculator_question question;
	struct calc calc; /* for the law's own readers: the inputs, right already, and the values in
		         force */
	struct kalk_answer answer;
	struct str headline; /* STR_NONE: the first figure */
	bool is_labelled; /* … with its label before it */
	const char *tone;
	struct kalk_reason reasons[WHY_REASONS_MAX];
	int reason_count;
	struct kalk_why_table tables[WHY_TABLES_MAX];
	int table_count;
};

/* say: why_say 3 4 */
void why_say(struct kalk_why *why, enum kalk_basis basis, const char *source, const char *fmt, ...)
	PRINTF_LIKE(4, 5);
/* heads: column_count of them, separated by "|". say: why_table 2 3 */
struct kalk_why_table *why_table(struct kalk_why *why, const char *caption, const char *heads);
/* say: why_line 2, why_walk 2 */
/* A new row; its cells are empty until set. */
struct kalk_line *why_line(struct kalk_why_table *table, struct str name);
/* The nine cells of the predikat with one marked. */
void why_grid(struct kalk_why *why, struct str hasil, struct str perilaku);
/* How n working days after event were counted, and which days were skipped. */
void why_walk(struct kalk_why *why, const char *what, const struct calendar *calendar,
	      struct date event, int n);
void why_counting(struct kalk_why *why); /* what a working day is */
const char *why_rounding(const struct kalk_why *why,
			 const char *key); /* "ke bawah", of a rounding value */
struct str why_day(const struct kalk_why *why, const char *key); /* a day of the answer, in words */
struct str why_given_day(struct kalk_why *why, const char *key); /* a day that was asked with */
struct calendar why_calendar(struct kalk_why *why);
/* A value in force on the question's day, by its setting key ("item_rating_above"); 0 when there is
   none. */
int why_value(const struct kalk_why *why, const char *key);
/* And by a key in two parts: "ak_percent_" and "baik". */
int why_value_of(const struct kalk_why *why, const char *start, struct str rest);
/* The law's answer to the same question with one or two inputs changed: what a drawing shows is
   asked, not copied. */
struct kalk_answer why_ask(const struct kalk_why *why, const struct calculator_input *changed,
			   int count);
const char *kalk_tone_of_predikat(struct str predikat);

/* For rules whose own sentence says enough: that sentence, the numbers it used, and how sure each
   is. */
void why_rule(struct kalk_why *why);

#define KALKULATOR(name, subject, privacy, function, example, purpose)                             \
	void function(struct kalk_why *why);
#include "kalkulator/kalkulator.def"
#undef KALKULATOR

#endif
