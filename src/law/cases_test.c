/* SPDX-License-Identifier: Apache-2.0 */
/* Runs every row of the tables in src/law/cases through the calculator the file is named after.
   Columns: inputs by key (empty: not given; (kosong): given without a value), "=field" the expected
   answer, "#field" how many texts a list holds, "fault" the keys at fault, "sumber" where the row
   comes from. */
#include "law/calculator.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COLUMNS_MAX 24
#define ROWS_MAX 4000

/* A row that had an answer, kept for the test of the values. */
struct answered {
	const struct calculator *calculator;
	struct calculator_input *inputs;
	int count;
	struct str json;
};

static struct arena *kept_mem;
static struct answered *kept;
static int kept_count;

struct table {
	struct arena *mem;
	const char *name;
	const struct calculator *calculator;
	struct str head[COLUMNS_MAX];
	int columns, line, rows, wrong;
};

static struct str read_file(struct arena *mem, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct buf text;

	buf_init(&text, mem);
	if (!file)
		return STR_NONE;
	for (int c = fgetc(file); c != EOF; c = fgetc(file))
		buf_add_char(&text, (char)c);
	fclose(file);
	return buf_str(&text);
}

static int split(struct str line, struct str cells[COLUMNS_MAX])
{
	int count = 0;
	bool has_more = true;

	while (has_more && count < COLUMNS_MAX) {
		struct str rest;
		struct str cell = str_cut(line, '\t', &rest);
		has_more = cell.len < line.len;
		cells[count++] = str_trim(cell);
		line = rest;
	}
	return count;
}

/* The raw value of a field of a flat JSON object; text comes without its quotes, an absent field is
   empty. */
static struct str json_value(struct arena *mem, struct str json, struct str field)
{
	const char *mark = str_cstr(mem, str_format(mem, "\"%.*s\":", STR_ARG(field)));
	const char *at = strstr(str_cstr(mem, json), mark);

	if (!at)
		return STR_NONE;
	at += strlen(mark);
	const char *end = at;
	if (*at == '"')
		for (end = ++at; *end != '"'; end++)
			;
	else if (*at == '[')
		end = strstr(at, "]") + 1;
	else
		while (*end != ',' && *end != '}')
			end++;
	return (struct str){at, (size_t)(end - at)};
}

static int json_texts(struct str list)
{
	int quotes = 0;

	for (size_t i = 0; i < list.len; i++)
		quotes += list.at[i] == '"';
	return quotes / 2;
}

static void wrong(struct table *table, struct str column, struct str expected, struct str got)
{
	print_error("%s.tsv:%d: %.*s should be \"%.*s\" but is \"%.*s\"\n", table->name,
		    table->line, STR_ARG(column), STR_ARG(expected), STR_ARG(got));
	table->wrong++;
}

static struct str fault_keys(struct arena *mem, const struct problems *faults)
{
	struct buf keys;

	buf_init(&keys, mem);
	for (int i = 0; i < faults->count; i++) {
		if (i)
			buf_add_char(&keys, ' ');
		buf_add(&keys, faults->at[i].field);
	}
	return buf_str(&keys);
}

static void check_answer(struct table *table, const struct str *cells, struct str json,
			 struct str faults)
{
	for (int i = 0; i < table->columns; i++) {
		struct str column = table->head[i], got = faults;
		struct str field = str_slice(column, 1, column.len);

		if (str_starts(column, "=")) {
			got = json_value(table->mem, json, field);
		} else if (str_starts(column, "#")) {
			if (json.len == 0)
				continue;
			got = str_format(table->mem, "%d",
					 json_texts(json_value(table->mem, json, field)));
		} else if (!str_is(column, "fault")) {
			continue;
		}
		if (!str_equal(got, cells[i]))
			wrong(table, column, cells[i], got);
	}
}

static void keep(const struct calculator *calculator, const struct calculator_input *inputs,
		 int count, struct str json)
{
	struct answered *row = &kept[kept_count++];

	assert_true(kept_count < ROWS_MAX);
	*row = (struct answered){calculator, arena_array(kept_mem, struct calculator_input, count),
				 count, str_copy(kept_mem, json)};
	for (int i = 0; i < count; i++)
		row->inputs[i] = (struct calculator_input){str_copy(kept_mem, inputs[i].key),
							   str_copy(kept_mem, inputs[i].value)};
}

static void run_row(struct table *table, struct str line)
{
	struct calculator_input inputs[COLUMNS_MAX];
	struct str cells[COLUMNS_MAX] = {0};
	struct problems faults;
	struct buf json;
	int count = 0;

	problems_init(&faults, table->mem);
	buf_init(&json, table->mem);
	split(line, cells);
	for (int i = 0; i < table->columns; i++) {
		char first = table->head[i].at[0];
		bool is_answer = first == '=' || first == '#' || str_is(table->head[i], "fault") ||
				 str_is(table->head[i], "sumber");
		bool is_blank = str_is(cells[i], "(kosong)"); /* given, with nothing in it */
		if (!is_answer && cells[i].len)
			inputs[count++] = (struct calculator_input){table->head[i],
								    is_blank ? STR_NONE : cells[i]};
	}
	struct calculator_question question = {
		.inputs = inputs, .count = count, .today = DATE(2026, 11, 24)};
	enum err err = calculator_run(table->calculator, &question, &json, &faults);
	assert_int_equal(err == ERR_OK, faults.count == 0);
	if (!err)
		keep(table->calculator, inputs, count, buf_str(&json));
	check_answer(table, cells, buf_str(&json), fault_keys(table->mem, &faults));
	table->rows++;
}

static void run_table(const struct calculator *calculator, int *rows, int *wrongs)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const char *name = str_cstr(mem, calculator->name);
	struct str path = str_format(mem, "%s/src/law/cases/%s.tsv", ABDI_SOURCE_DIR, name);
	struct str text = read_file(mem, path.at);
	struct table table = {.mem = mem, .name = name, .calculator = calculator};

	while (text.len) {
		struct str line = str_cut(text, '\n', &text);
		table.line++;
		if (str_trim(line).len == 0 || str_starts(line, "#"))
			continue;
		if (table.columns == 0)
			table.columns = split(line, table.head);
		else
			run_row(&table, line);
	}
	if (table.rows == 0) {
		print_error("%s.tsv holds no row\n", name);
		table.wrong++;
	}
	*rows += table.rows;
	*wrongs += table.wrong;
}

static void every_row_of_every_table_gives_its_answer(void **state)
{
	int count, rows = 0, wrongs = 0;
	const struct calculator *list = calculator_list(&count);

	(void)state;
	for (int i = 0; i < count; i++)
		run_table(&list[i], &rows, &wrongs);
	print_message("%d rows in %d tables\n", rows, count);
	assert_int_equal(wrongs, 0);
}

/* The row's answer when an agency sets the value from that many days after the row's day. */
static struct str answer_with(struct arena *mem, const struct answered *row, enum law_value which,
			      int number, int days_later)
{
	struct calculator_question question = {
		.inputs = row->inputs, .count = row->count, .today = DATE(2026, 11, 24)};
	struct date day = calculator_day(row->calculator, &question);
	struct law_row set = {law_value_about(which)->key, date_add_days(day, days_later),
			      str_format(mem, "%d", number)};
	struct problems faults;
	struct buf json;

	question.rows = (struct law_rows){&set, 1};
	problems_init(&faults, mem);
	buf_init(&json, mem);
	if (calculator_run(row->calculator, &question, &json, &faults))
		return STR("fault");
	return buf_str(&json);
}

/* 1 when the value decides the row's answer from its day on; it must never decide it before. */
static bool value_decides(const struct answered *row, enum law_value which)
{
	const struct law_value_about *about = law_value_about(which);
	int tries[] = {about->least, about->most, about->value - 1, about->value + 1};
	bool decides = false;

	for (size_t i = 0; i < sizeof tries / sizeof tries[0] && !decides; i++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		if (tries[i] < about->least || tries[i] > about->most)
			continue;
		decides = !str_equal(answer_with(mem, row, which, tries[i], 0), row->json);
		if (!str_equal(answer_with(mem, row, which, tries[i], 1), row->json))
			fail_msg("%s decides before its day", about->key.at);
	}
	return decides;
}

/* Values no calculator answers with: rooms of the program take them, other tests ask them. */
static bool is_of_a_room(enum law_value which)
{
	static const bool of_a_room[LAW_VALUE_COUNT] = {
#define DEFAULT(key, ...)
#define ROOM_DEFAULT(key, ...) [LAW_##key] = true,
#include "law/defaults.def"
#undef DEFAULT
	};

	return of_a_room[which];
}

static void every_value_changes_answers_from_its_day_on_only(void **state)
{
	int idle = 0;

	(void)state;
	for (int v = 0; v < LAW_VALUE_COUNT; v++) {
		enum law_value which = (enum law_value)v;
		bool decides = is_of_a_room(which);
		for (int i = 0; i < kept_count && !decides; i++)
			if (calculator_asks(kept[i].calculator, which))
				decides = value_decides(&kept[i], which);
		if (!decides) {
			print_error("no case depends on %s\n", law_value_about(which)->key.at);
			idle++;
		}
	}
	assert_int_equal(idle, 0);
}

/* The other way round: a calculator names every value that can change one of its answers. */
static void calculators_name_the_values_they_ask(void **state)
{
	int unnamed = 0;

	(void)state;
	for (int i = 0; i < kept_count;
	     i += 1 + i % 7) /* a spread of them: the full product is long */
		for (int v = 0; v < LAW_VALUE_COUNT; v++)
			if (!calculator_asks(kept[i].calculator, (enum law_value)v) &&
			    value_decides(&kept[i], (enum law_value)v)) {
				print_error("%s asks %s\n", kept[i].calculator->name.at,
					    law_value_about((enum law_value)v)->key.at);
				unnamed++;
			}
	assert_int_equal(unnamed, 0);
}

static void unknown_and_repeated_keys_are_named(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct calculator_input inputs[] = {
		{STR("hasil"), STR("sesuai")},
		{STR("hasil"), STR("sesuai")},
		{STR("perilaku"), STR("sesuai")},
		{STR("nilai"), STR("90")},
	};
	struct problems faults;
	struct buf json;

	(void)state;
	problems_init(&faults, mem);
	buf_init(&json, mem);
	struct calculator_question question = {
		.inputs = inputs, .count = 4, .today = DATE(2026, 1, 1)};
	assert_int_equal(
		calculator_run(calculator_find(STR("predikat")), &question, &json, &faults),
		ERR_INVALID);
	assert_int_equal(faults.count, 2);
	assert_true(problem_for(&faults, STR("hasil")).len > 0);
	assert_true(problem_for(&faults, STR("nilai")).len > 0);
	assert_int_equal(json.len, 0);
	assert_null(calculator_find(STR("skor")));
}

static int open_kept(void **state)
{
	(void)state;
	kept_mem = arena_make();
	kept = arena_array(kept_mem, struct answered, ROWS_MAX);
	return 0;
}

static int close_kept(void **state)
{
	(void)state;
	arena_free(kept_mem);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_of_every_table_gives_its_answer),
		cmocka_unit_test(every_value_changes_answers_from_its_day_on_only),
		cmocka_unit_test(calculators_name_the_values_they_ask),
		cmocka_unit_test(unknown_and_repeated_keys_are_named),
	};
	return cmocka_run_group_tests(tests, open_kept, close_kept);
}
