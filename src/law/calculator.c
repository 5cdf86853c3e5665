/* SPDX-License-Identifier: Apache-2.0 */
#include "law/calculator.h"
#include "law/calculator_input.h"

static const struct calculator calculators[] = {
#define CALCULATOR(name, run, keys, optional, title, rule)                                         \
	{STR(name), STR(title), STR(keys), STR(optional), STR(rule)},
#include "law/calculator.def"
#undef CALCULATOR
};

static void (*const runs[])(struct calc *calc) = {
#define CALCULATOR(name, run, keys, optional, title, rule) run,
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

static void check_keys(const struct calculator *calculator, struct calc *calc)
{
	struct str words = calculator->keys;

	while (words.len) {
		const char *key = str_cstr(calc->mem, str_cut(words, ' ', &words));
		if (!calc_has(calc, key))
			calc_fault(calc, key, STR("wajib diisi."));
	}
	for (int i = 0; i < calc->count; i++) {
		struct str key = calc->inputs[i].key;
		const char *name = str_cstr(calc->mem, key);
		if (!is_listed(calculator->keys, key) && !is_listed(calculator->optional, key))
			calc_fault(calc, name, STR("tidak dikenal oleh kalkulator ini."));
		for (int j = 0; j < i; j++)
			if (str_equal(calc->inputs[j].key, key))
				calc_fault(calc, name, STR("diisi lebih dari sekali."));
	}
}

enum err calculator_run(const struct calculator *calculator, const struct calculator_input *inputs,
			int count, struct date today, struct buf *json, struct problems *faults)
{
	struct calc calc = {json->mem, inputs, count, today, faults, {0}};

	buf_init(&calc.json, json->mem);
	check_keys(calculator, &calc);
	runs[calculator - calculators](&calc);
	if (problems_any(faults))
		return ERR_INVALID;
	buf_add_char(json, '{');
	buf_add(json, buf_str(&calc.json));
	buf_add_char(json, '}');
	return ERR_OK;
}
