/* SPDX-License-Identifier: Apache-2.0 */
/* The law's JSON object read back, and each of its figures in words. */
#ifndef ABDI_KALKULATOR_KALKULATOR_ANSWER_H
#define ABDI_KALKULATOR_KALKULATOR_ANSWER_H
#include "kalkulator/kalkulator.h"

/* One value of the answer. */
struct kalk_answer_value {
	struct str key, text; /* a list has items instead of text */
	struct str *items;
	int item_count;
	bool is_list;
};

/* What a calculator answered. */
struct kalk_answer {
	struct kalk_answer_value *values;
	int count;
};

/* Reads what calculator_run wrote: one flat object of texts, numbers, booleans and lists of
   texts. */
struct kalk_answer kalk_answer_read(struct arena *mem, struct str json);
/* The value of a key as the law wrote it; STR_NONE when it is absent. */
struct str kalk_answer_text(const struct kalk_answer *answer, const char *key);
int64_t kalk_answer_int(const struct kalk_answer *answer, const char *key);
bool kalk_answer_is(const struct kalk_answer *answer, const char *key); /* is true */
const struct kalk_answer_value *kalk_answer_find(const struct kalk_answer *answer, struct str key);

/* A value with its words and its unit. */
struct kalk_figure {
	struct str label, value;
	struct str *items; /* a list instead of one value */
	int item_count;
};

/* The figures of this calculator that the answer has, in the order of kalkulator_answer.def. */
struct kalk_figure *kalk_figures_of(struct arena *mem, struct str calculator,
				    const struct kalk_answer *answer, int *count);

#endif
