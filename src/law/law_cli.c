/* SPDX-License-Identifier: Apache-2.0 */
/* A calculator asked from the command line. */
#include "law/law_cli.h"
#include "law/calculator.h"

#include <stdio.h>

#define EXIT_INPUT 2

static void print_names(void)
{
	int count;
	const struct calculator *list = calculator_list(&count);

	fprintf(stderr, "Pakai: abdi law NAMA kunci=nilai ...\n");
	for (int i = 0; i < count; i++) {
		bool has_optional = list[i].optional.len > 0;
		fprintf(stderr, "  %-16.*s %.*s%s%.*s%s  %.*s\n", STR_ARG(list[i].name),
			STR_ARG(list[i].keys), has_optional ? " [" : "", STR_ARG(list[i].optional),
			has_optional ? "]" : "", STR_ARG(list[i].title));
	}
	fprintf(stderr,
		"Yang di dalam [] boleh tidak diisi. Semua juga menerima tanggal=TTTT-BB-HH: aturan yang berlaku pada hari itu.\n");
}

/* A key as typed, on one line whatever was typed. */
static void print_key(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		fputc((unsigned char)key.at[i] < ' ' ? '?' : key.at[i], stderr);
}

static int print_faults(const struct problems *faults)
{
	for (int i = 0; i < faults->count; i++) {
		print_key(faults->at[i].field);
		fprintf(stderr, ": %.*s\n", STR_ARG(faults->at[i].sentence));
	}
	return EXIT_INPUT;
}

int law_cli(int argc, char **argv, struct date today)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const struct calculator *calculator = argc > 0 ? calculator_find(str_from(argv[0])) : NULL;
	struct problems faults;
	struct buf json;

	if (!calculator) {
		print_names();
		return EXIT_INPUT;
	}
	problems_init(&faults, mem);
	buf_init(&json, mem);
	struct calculator_input *inputs = arena_array(mem, struct calculator_input, argc);
	int count = 0;
	for (int i = 1; i < argc; i++) {
		struct str text = str_from(argv[i]), value;
		struct str key = str_cut(text, '=', &value);
		if (key.len < text.len)
			inputs[count++] = (struct calculator_input){key, value};
		else
			problem_add(&faults, text, "kalkulator.masukan",
				    STR("tulis sebagai kunci=nilai."));
	}
	struct calculator_question question = {
		.inputs = inputs,
		.count = count,
		.today = today,
	};
	if (calculator_run(calculator, &question, &json, &faults))
		return print_faults(&faults);
	printf("%.*s\n", STR_ARG(buf_str(&json)));
	return 0;
}
