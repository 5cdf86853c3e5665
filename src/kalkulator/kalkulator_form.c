/* SPDX-License-Identifier: Apache-2.0 */
/* A calculator's form table from the rows of its name, and what was typed as the law's inputs. */
#include "kalkulator/kalkulator_form.h"

#include "base/say.h"
#include "form/table.h"

#define FIELDS_MAX 16
#define COLUMNS_MAX 4
#define ROWS_MAX 366
#define ROWS_MORE 3

/* One row of kalkulator_field.def. */
static const struct ask {
	struct str calculator, group;
	int rows; /* 0: asked once; else so many rows are shown in the beginning */
	enum kalk_list choices, names;
	struct field field;
} asks[] = {
#define ASK(calculator, key, kind, choices, label, ...)                                            \
	ASK_ROW(calculator, "", 0, NONE, key, kind, choices, label, __VA_ARGS__)
#define ASK_ROW(calculator_, group_, rows_, names_, key, kind_, choices_, label_, ...)             \
	{.calculator = STR(calculator_),                                                           \
	 .group = STR(group_),                                                                     \
	 .rows = (rows_),                                                                          \
	 .choices = KALK_LIST_##choices_,                                                          \
	 .names = KALK_LIST_##names_,                                                              \
	 .field = {.kind = FIELD_##kind_, .name = (key), .label = STR(label_), __VA_ARGS__}},
#include "kalkulator/kalkulator_field.def"
#undef ASK
#undef ASK_ROW
};

#define ASK_COUNT (int)(sizeof asks / sizeof asks[0])

/* Every calculator whose rule has numbers of its own also asks for the day they are of. */
static const struct ask day_ask = {
	.field = {
		.kind = FIELD_DATE,
		.name = "tanggal",
		.label = STR(SAID("Aturan yang berlaku pada tanggal")),
		.hint = STR(
			"Kosongkan untuk aturan hari ini, atau pada hari kejadiannya bila ditanyakan di "
			"atas."),
	}};

static bool is_listed(struct str words, const char *key)
{
	while (words.len)
		if (str_is(str_cut(words, ' ', &words), key))
			return true;
	return false;
}

/* --- the table --- */

struct maker {
	struct arena *mem;
	struct field *fields;
	int count;
	struct form_table *rows; /* of the last field, when it is one in rows */
	struct field *columns;
};

static const struct choice_list *choices_of(struct arena *mem, enum kalk_list list)
{
	struct choice_list *out = arena_new(mem, struct choice_list);

	out->at = kalk_choices_of(list, &out->count);
	return list == KALK_LIST_NONE ? NULL : out;
}

/* The field as the law's text, with its list and whether it may stay empty. */
static struct field field_of(const struct maker *maker, const struct ask *ask, bool is_optional)
{
	struct field field = ask->field;

	field.holds = HOLDS_TEXT;
	field.choices = choices_of(maker->mem, ask->choices);
	if (field.kind == FIELD_CHOICE)
		field.none = STR(SAID("Pilih"));
	if (is_optional)
		field.note = STR(SAID("(boleh kosong)"));
	return field;
}

static void add_rows(struct maker *maker, const struct ask *ask, bool is_optional)
{
	struct field *field = &maker->fields[maker->count];
	size_t at = (size_t)maker->count++ * sizeof(struct kalk_value);

	maker->columns = arena_array(maker->mem, struct field, COLUMNS_MAX);
	maker->rows = arena_new(maker->mem, struct form_table);
	*maker->rows = (struct form_table){.fields = maker->columns,
					   .record_size = sizeof(struct kalk_value) * COLUMNS_MAX,
					   .is_table = true,
					   .first = 1};
	*field = (struct field){.kind = FIELD_ROWS,
				.holds = HOLDS_ROWS,
				.name = ask->field.name,
				.label = ask->group,
				.hint = ask->field.hint,
				.note = is_optional ? STR(SAID("(boleh kosong)")) : STR_NONE,
				.most = ROWS_MAX,
				.rows = maker->rows,
				.row_names = choices_of(maker->mem, ask->names),
				.at = at + offsetof(struct kalk_value, rows),
				.count_at = at + offsetof(struct kalk_value, row_count)};
}

/* One more column; the same key once more is the second part of its value: "hasil-2". */
static void add_column(struct maker *maker, const struct ask *ask, bool is_optional)
{
	struct form_table *table = maker->rows;
	struct field *column = &maker->columns[table->count];
	const char *key = ask->field.name;
	int part = 1;

	*column = field_of(maker, ask, false);
	for (int i = 0; i < table->count; i++)
		part += strncmp(maker->columns[i].name, key, strlen(key)) == 0;
	if (part > 1)
		column->name = str_cstr(maker->mem, str_format(maker->mem, "%s-%d", key, part));
	column->hint = STR_NONE;
	column->at = (size_t)table->count++ * sizeof(struct kalk_value);
	column->is_needed = !is_optional;
	table->says = table->count == 1 ? str_cstr(maker->mem, column->label) : "Baris";
}

/* Beside the field before when both are rows of one group. */
static void add_ask(struct maker *maker, const struct ask *ask, bool is_optional)
{
	struct field *field = &maker->fields[maker->count];

	if (ask->rows) {
		if (!maker->rows || !str_equal(field[-1].label, ask->group))
			add_rows(maker, ask, is_optional);
		add_column(maker, ask, is_optional);
		return;
	}
	*field = field_of(maker, ask, is_optional);
	field->at = (size_t)maker->count++ * sizeof(struct kalk_value);
	maker->rows = NULL;
}

/* The fields of its rule, and the day unless the rule itself asks for it. */
static void make_table(struct kalk_form *form, struct arena *mem)
{
	const struct calculator *law = form->kalkulator->law;
	struct maker maker = {.mem = mem, .fields = arena_array(mem, struct field, FIELDS_MAX)};

	for (int i = 0; i < ASK_COUNT; i++) {
		bool is_optional = is_listed(law->optional, asks[i].field.name);
		if (str_equal(asks[i].calculator, form->kalkulator->name) &&
		    (is_optional || is_listed(law->keys, asks[i].field.name)))
			add_ask(&maker, &asks[i], is_optional);
	}
	if (law->values.len && !is_listed(law->keys, day_ask.field.name))
		add_ask(&maker, &day_ask, true);
	form->table = (struct form_table){.name = str_cstr(mem, form->kalkulator->name),
					  .fields = maker.fields,
					  .count = maker.count,
					  .record_size = sizeof(struct kalk_value) * FIELDS_MAX};
}

/* --- reading --- */

/* A source in which a whole list may stand under its key: "rata=3,25,3,1" is "rata.1", "rata.2"
   … */
struct whole {
	struct form_source source;
	const struct kalk_form *form;
};

static const struct field *column_named(const struct kalk_form *form, struct str name)
{
	for (int i = 0; i < form->table.count; i++) {
		const struct form_table *rows = form->table.fields[i].rows;
		for (int at = 0; rows && at < rows->count; at++)
			if (str_is(name, rows->fields[at].name))
				return &rows->fields[at];
	}
	return NULL;
}

/* The n-th part of a list; what no longer fits stays in the last row, where it is a fault. */
static struct str item_of(struct str list, int64_t row)
{
	struct str rest = list, item = STR_NONE;

	for (int64_t i = 1; i <= row; i++)
		item = i == ROWS_MAX ? rest : str_cut(rest, ',', &rest);
	return item;
}

/* "second" of "first:second", or the whole when the value has no parts. */
static struct str part_of(const struct whole *whole, struct str key, int64_t part, struct str item)
{
	struct arena *mem = whole->form->form.mem;
	struct str rest = item, piece = item;

	if (part == 1 && !column_named(whole->form, str_join(mem, key, STR("-2"))))
		return item;
	for (int64_t i = 1; i <= part; i++)
		piece = str_cut(rest, ':', &rest);
	return piece;
}

static struct str with_comma(struct arena *mem, struct str plain)
{
	struct str decimals, whole = str_cut(plain, '.', &decimals);

	return decimals.len ? str_format(mem, "%.*s,%.*s", STR_ARG(whole), STR_ARG(decimals))
			    : plain;
}

static bool whole_at(const void *from, const char *name, int n, struct str *out)
{
	const struct whole *whole = from;
	struct arena *mem = whole->form->form.mem;
	struct str number, part_text, list, column = str_cut(str_from(name), '.', &number);
	struct str key = str_cut(column, '-', &part_text);
	int64_t row, part = 1;

	if (part_text.len && !str_parse_int(part_text, &part))
		return false;
	if (!str_parse_int(number, &row) ||
	    !whole->source.at(whole->source.from, str_cstr(mem, key), 0, &list) || list.len == 0)
		return whole->source.at(whole->source.from, name, n, out);
	struct str item = str_trim(part_of(whole, key, part, item_of(list, row)));
	if (n > 0 || item.len == 0)
		return false;
	*out = column_named(whole->form, column)->kind == FIELD_NUMBER ? with_comma(mem, item)
								       : item;
	return true;
}

static struct str ask_source(const struct form_source *source, const char *name)
{
	struct str value;

	return source->at(source->from, name, 0, &value) ? value : STR_NONE;
}

/* So many rows as the page had, and a few more where they were asked for. */
static void show_rows(struct kalk_form *form, const struct form_source *source, int at)
{
	const struct field *field = &form->table.fields[at];
	int64_t rows = 0;

	if (!str_parse_int(ask_source(source, str_cstr(form->form.mem,
						       str_format(form->form.mem, "baris-%s",
								  field->name))),
			   &rows))
		for (int i = 0; i < ASK_COUNT; i++)
			if (asks[i].rows && str_equal(asks[i].calculator, form->kalkulator->name) &&
			    strcmp(asks[i].field.name, field->name) == 0)
				rows = asks[i].rows;
	if (str_is(ask_source(source, "tambah"), field->name))
		rows += ROWS_MORE;
	form_rows_until(&form->form, at, rows < 1 ? 1 : rows > ROWS_MAX ? ROWS_MAX : (int)rows);
}

/* A score that the rule reads as one of the list is kept beside it. */
static void offer_score(struct kalk_form *form, const struct form_source *source, int at)
{
	const struct field *field = &form->table.fields[at];
	struct str typed = str_trim(ask_source(source, field->name));
	int64_t score;

	if (field->kind != FIELD_RADIO || !field->most || !str_parse_hundredths(typed, &score))
		return;
	struct choice *choices =
		arena_array(form->form.mem, struct choice, field->choices->count + 1);
	memcpy(choices, field->choices->at, sizeof *choices * (size_t)field->choices->count);
	choices[field->choices->count] = (struct choice){.key = typed, .label = typed};
	form_choose(&form->form, at, choices, field->choices->count + 1);
}

static bool is_any_typed(const struct kalk_form *form)
{
	const struct kalk_value *values = form->form.record;

	for (int i = 0; i < form->table.count; i++)
		if (values[i].row_count > 0 || form->form.cells[i].text.len > 0)
			return true;
	return false;
}

/* A list came whole, in a link, whatever its rows hold: asked is asked. */
static bool is_list_given(const struct kalk_form *form, const struct form_source *source)
{
	for (size_t i = 0; i < sizeof asks / sizeof asks[0]; i++)
		if (asks[i].rows && str_equal(asks[i].calculator, form->kalkulator->name) &&
		    ask_source(source, asks[i].field.name).len > 0)
			return true;
	return false;
}

static void make_inputs(struct kalk_form *form);

void kalk_form_read(struct kalk_form *form, struct job *job, const struct kalkulator *kalkulator,
		    const struct form_source *source)
{
	struct whole whole = {*source, form};

	*form = (struct kalk_form){.kalkulator = kalkulator};
	make_table(form, job->mem);
	form_make(&form->form, job, &form->table, arena_alloc(job->mem, form->table.record_size));
	for (int i = 0; i < form->table.count; i++)
		offer_score(form, source, i);
	form_read(&form->form, &(struct form_source){whole_at, &whole});
	for (int i = 0; i < form->table.count; i++)
		if (form->table.fields[i].kind == FIELD_ROWS)
			show_rows(form, source, i);
	form->is_asked = ask_source(source, "tambah").len == 0 &&
			 (ask_source(source, "hitung").len > 0 || is_any_typed(form) ||
			  is_list_given(form, source));
	if (form->is_asked)
		make_inputs(form);
	else
		problems_init(job->faults, job->mem);
}

/* --- as key=value --- */

static void add_input(struct kalk_form *form, const char *key, struct str value)
{
	if (value.len)
		form->inputs[form->input_count++] = (struct calculator_input){str_from(key), value};
}

static bool is_part(const struct field *column)
{
	return strchr(column->name, '-') != NULL;
}

/* A comma would make two rows of one. */
static void check_single(struct kalk_form *form, int at, int row, int column)
{
	struct form *sent = &form->form.cells[at].rows[row];

	if (sent->table->fields[column].kind == FIELD_TEXT &&
	    str_has(sent->cells[column].text, ",") && !form_is_wrong(sent, column))
		problem_add(form->form.faults, sent->cells[column].id, "kalkulator.masukan",
			    say_format(form->form.mem, "%.*s: tulis satu saja dalam setiap baris.",
				       STR_ARG(sent->cells[column].says)));
}

/* One row's value with all its parts; empty when none is filled in. */
static struct str row_text(const struct kalk_form *form, const struct form_table *table,
			   const struct kalk_value *row, int column)
{
	struct str value = row[column].text;
	bool is_used = value.len > 0;

	for (int next = column + 1; next < table->count && is_part(&table->fields[next]); next++) {
		is_used |= row[next].text.len > 0;
		value = str_format(form->form.mem, "%.*s:%.*s", STR_ARG(value),
				   STR_ARG(row[next].text));
	}
	return is_used ? value : STR_NONE;
}

static void rows_input(struct kalk_form *form, int at, int column)
{
	const struct form_table *table = form->table.fields[at].rows;
	const struct kalk_value *value = &((const struct kalk_value *)form->form.record)[at];
	struct buf out;

	buf_init(&out, form->form.mem);
	for (int row = 0; row < value->row_count; row++) {
		check_single(form, at, row, column);
		struct str text = row_text(form, table, &value->rows[row * COLUMNS_MAX], column);
		if (text.len && out.len)
			buf_add_char(&out, ',');
		buf_add(&out, text);
	}
	add_input(form, table->fields[column].name, buf_str(&out));
}

static void make_inputs(struct kalk_form *form)
{
	const struct kalk_value *values = form->form.record;

	form->inputs =
		arena_array(form->form.mem, struct calculator_input, FIELDS_MAX * COLUMNS_MAX);
	for (int i = 0; i < form->table.count; i++) {
		const struct form_table *rows = form->table.fields[i].rows;
		for (int column = 0; rows && column < rows->count; column++)
			if (!is_part(&rows->fields[column]))
				rows_input(form, i, column);
		if (!rows)
			add_input(form, form->table.fields[i].name, values[i].text);
	}
}

/* --- the law's faults in the form's words --- */

static bool is_told(const struct problems *faults, struct str key)
{
	for (int i = 0; i < faults->count; i++) {
		struct str field = faults->at[i].field;
		bool is_longer = field.len > key.len;
		if (str_equal(str_slice(field, 0, key.len), key) &&
		    (!is_longer || field.at[key.len] == '.' || field.at[key.len] == '-'))
			return true;
	}
	return false;
}

/* Where a fault of that key stands: its field, or the first row that has it; empty: not here. */
static struct str place_of(const struct kalk_form *form, int at, struct str key)
{
	const struct field *field = &form->table.fields[at];
	const struct form_cell *cell = &form->form.cells[at];

	for (int i = 0; field->rows && i < field->rows->count; i++)
		if (str_is(key, field->rows->fields[i].name))
			return cell->rows[0].cells[i].id;
	return !field->rows && str_is(key, field->name) ? cell->id : STR_NONE;
}

void kalk_form_take_faults(const struct kalk_form *form, const struct problems *law,
			   struct problems *faults)
{
	for (int i = 0; i < law->count; i++) {
		const struct problem *fault = &law->at[i];
		for (int at = 0; at < form->table.count; at++) {
			struct str place = place_of(form, at, fault->field);
			if (place.len > 0 && !is_told(faults, fault->field))
				problem_add(faults, place, "kalkulator.masukan",
					    str_format(form->form.mem, "%.*s: %.*s",
						       STR_ARG(form->table.fields[at].label),
						       STR_ARG(fault->sentence)));
		}
	}
}
