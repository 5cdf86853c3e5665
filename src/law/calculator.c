/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a calculator and answers a question. */
#include "law/calculator.h"
#include "law/calculator_input.h"

static const struct calculator calculators[] = {
#define CALCULATOR(name, run, keys, optional, day, values, title, rule)                            \
	{STR(name), STR(title), STR(keys), STR(optional), STR(day), STR(values), STR(rule)},
#include "law/calculator.def"
#undef CALCULATOR
};

static void (*const runs[])(struct calc *calc) = {
#define CALCULATOR(name, run, keys, optional, day, values, title, rule) run,
#include "law/calculator.def"
#undef CALCULATOR
};

#define CALCULATOR_COUNT (int)(sizeof calculators / sizeof calculators[0])

const struct calculator *calculator_list(int *count)
{
	*count = CALCULATOR_COUNT;
	return calculators;
}

const struct calculator *calculator_find(struct str name)
{
	for (int i = 0; i < CALCULATOR_COUNT; i++)
		if (str_equal(calculators[i].name, name))
			return &calculators[i];
	return NULL;
}

static bool is_listed(struct str words, struct str key)
{
	while (words.len)
		if (str_equal(str_cut(words, ' ', &words), key))
			return true;
	return false;
}

bool calculator_asks(const struct calculator *calculator, enum law_value which)
{
	struct str words = calculator->values, key = law_value_about(which)->key;

	while (words.len) {
		struct str start = str_cut(words, ' ', &words);
		if (str_equal(str_slice(key, 0, start.len), start))
			return true;
	}
	return false;
}

/* A value given under the key, read as a day. */
static bool day_of(const struct calculator_question *question, struct str key, struct date *out)
{
	for (int i = 0; i < question->count; i++)
		if (str_equal(question->inputs[i].key, key))
			return date_parse(str_trim(question->inputs[i].value), out);
	return false;
}

struct date calculator_day(const struct calculator *calculator,
			   const struct calculator_question *question)
{
	struct date day;

	if (day_of(question, STR("tanggal"), &day) || day_of(question, calculator->day, &day))
		return day;
	return question->today;
}

static void check_missing(const struct calculator *calculator, struct calc *calc)
{
	struct str words = calculator->keys;

	while (words.len) {
		const char *key = str_cstr(calc->mem, str_cut(words, ' ', &words));
		if (!calc_has(calc, key))
			calc_fault(calc, key, STR("wajib diisi."));
	}
}

static void check_given(const struct calculator *calculator, struct calc *calc)
{
	for (int i = 0; i < calc->count; i++) {
		struct str key = calc->inputs[i].key;
		const char *name = str_cstr(calc->mem, key);
		if (!str_is(key, "tanggal") && !is_listed(calculator->keys, key) &&
		    !is_listed(calculator->optional, key))
			calc_fault(calc, name, STR("tidak dikenal oleh kalkulator ini."));
		for (int j = 0; j < i; j++)
			if (str_equal(calc->inputs[j].key, key)) {
				calc_fault(calc, name, STR("diisi lebih dari sekali."));
				break;
			}
	}
	calc_date(calc, "tanggal");
}

enum err calculator_run(const struct calculator *calculator,
			const struct calculator_question *question, struct buf *json,
			struct problems *faults)
{
	struct calc calc = {.mem = json->mem,
			    .inputs = question->inputs,
			    .count = question->count,
			    .today = question->today,
			    .faults = faults};

	buf_init(&calc.json, json->mem);
	check_missing(calculator, &calc);
	check_given(calculator, &calc);
	law_values_on(calculator_day(calculator, question), &question->rows, &calc.law);
	runs[calculator - calculators](&calc);
	if (problems_any(faults))
		return ERR_INVALID;
	buf_add_char(json, '{');
	buf_add(json, buf_str(&calc.json));
	buf_add_char(json, '}');
	return ERR_OK;
}
