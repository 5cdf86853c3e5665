/* SPDX-License-Identifier: Apache-2.0 */
#include "kalkulator/kalkulator_form.h"
#include "kalkulator/kalkulator_number.h"

#define BLOCKS_MAX 16
#define ROWS_MORE 3

static const struct kalk_field fields[] = {
#define FIELD(calculator, key, kind, choices, rows, names, group, label, unit, least, most, hint)  \
	{STR(calculator),                                                                          \
	 STR(key),                                                                                 \
	 KALK_##kind,                                                                              \
	 KALK_LIST_##choices,                                                                      \
	 rows,                                                                                     \
	 KALK_LIST_##names,                                                                        \
	 STR(group),                                                                               \
	 STR(label),                                                                               \
	 STR(unit),                                                                                \
	 least,                                                                                    \
	 most,                                                                                     \
	 STR(hint)},
#include "kalkulator/kalkulator_field.def"
#undef FIELD
};

#define FIELD_COUNT (int)(sizeof fields / sizeof fields[0])

/* Every calculator whose rule has numbers of its own also asks for the day they are of. */
static const struct kalk_field day_field = {
	.key = STR("tanggal"),
	.kind = KALK_DATE,
	.group = STR(""),
	.label = STR("Aturan yang berlaku pada tanggal"),
	.hint = STR(
		"Kosongkan untuk aturan hari ini, atau pada hari kejadiannya bila ditanyakan di atas."),
	.unit = STR(""),
};

static bool is_listed(struct str words, struct str key)
{
	while (words.len)
		if (str_equal(str_cut(words, ' ', &words), key))
			return true;
	return false;
}

/* --- reading --- */

static struct str ask(kalk_source *source, void *arg, struct arena *mem, struct str name)
{
	return source(arg, str_cstr(mem, name));
}

/* What was typed; a date at once as the browser writes it, so that it can show it again. */
static struct str typed(const struct kalk_form *form, const struct kalk_column *column,
			struct str value)
{
	struct str text = str_trim(value);
	return column->field->kind == KALK_DATE ? kalk_number_plain_date(form->mem, text) : text;
}

/* "rata.3", or "hasil-2.3" for the second part of a value. */
static struct str cell_name(struct arena *mem, const struct kalk_column *column, int row)
{
	struct str key = column->field->key;

	if (column->part == 0)
		return str_format(mem, "%.*s.%d", STR_ARG(key), row + 1);
	return str_format(mem, "%.*s-%d.%d", STR_ARG(key), column->part + 1, row + 1);
}

/* One part of "first:second", or the whole when the value has no parts. */
static struct str part_of(struct str value, int part, bool has_parts)
{
	struct str rest = value, piece = value;

	for (int i = 0; has_parts && i <= part; i++)
		piece = str_cut(rest, ':', &rest);
	return piece;
}

static bool has_parts(const struct kalk_block *block, int at)
{
	return block->columns[at].part ||
	       (at + 1 < block->column_count && block->columns[at + 1].part);
}

/* The whole list under its key; returns how many. What no longer fits stays in the last cell, where it is a fault. */
static int read_whole(const struct kalk_form *form, struct kalk_block *block, int at,
		      struct str list)
{
	struct kalk_column *column = &block->columns[at];
	int row = 0;

	while (row < FORM_ROWS_MAX) {
		struct str tail, part = str_cut(list, ',', &tail);
		bool is_end = part.len == list.len;
		struct kalk_cell *cell = &column->cells[row++];
		if (row == FORM_ROWS_MAX)
			part = list;
		cell->value = str_trim(part_of(part, column->part, has_parts(block, at)));
		if (column->field->kind == KALK_DECIMAL)
			cell->value = kalk_number_comma(form->mem, cell->value);
		if (is_end)
			break;
		list = tail;
	}
	return row;
}

static int read_column(struct kalk_form *form, struct kalk_block *block, int at,
		       kalk_source *source, void *arg)
{
	struct kalk_column *column = &block->columns[at];
	struct str list = ask(source, arg, form->mem, column->field->key);
	int used = 0;

	for (int row = 0; row < FORM_ROWS_MAX; row++)
		column->cells[row].name = cell_name(form->mem, column, row);
	if (list.len)
		return read_whole(form, block, at, list);
	for (int row = 0; row < FORM_ROWS_MAX; row++) {
		struct kalk_cell *cell = &column->cells[row];
		cell->value = typed(form, column, ask(source, arg, form->mem, cell->name));
		if (cell->value.len)
			used = row + 1;
	}
	return used;
}

static int asked_rows(const struct kalk_form *form, const struct kalk_block *block,
		      kalk_source *source, void *arg)
{
	struct str key = block->field->key;
	int64_t rows;

	if (!str_parse_int(ask(source, arg, form->mem, str_join(form->mem, STR("baris-"), key)),
			   &rows))
		rows = block->field->rows;
	if (str_equal(source(arg, "tambah"), key))
		rows += ROWS_MORE;
	return rows < 1 ? 1 : rows > FORM_ROWS_MAX ? FORM_ROWS_MAX : (int)rows;
}

/* "Waktu Penyelesaian", "Tanggal 2", or "Baris 2" where several things stand in a row. */
static struct str row_name(const struct kalk_form *form, const struct kalk_block *block, int row)
{
	int count;
	const struct kalk_choice *names = kalk_choices_of(block->field->names, &count);

	if (row < count)
		return names[row].label;
	return str_format(form->mem, "%.*s %d",
			  STR_ARG(block->column_count == 1 ? block->field->label : STR("Baris")),
			  row + 1);
}

static void name_rows(struct kalk_form *form, struct kalk_block *block)
{
	block->row_names = arena_array(form->mem, struct str, block->row_count);
	for (int row = 0; row < block->row_count; row++)
		block->row_names[row] = row_name(form, block, row);
	for (int at = 0; at < block->column_count; at++)
		for (int row = 0; row < block->row_count; row++)
			block->columns[at].cells[row].says =
				block->column_count == 1
					? block->row_names[row]
					: str_format(form->mem, "%.*s, %.*s",
						     STR_ARG(block->row_names[row]),
						     STR_ARG(block->columns[at].field->label));
}

static void read_list(struct kalk_form *form, struct kalk_block *block, kalk_source *source,
		      void *arg)
{
	block->row_count = asked_rows(form, block, source, arg);
	for (int at = 0; at < block->column_count; at++) {
		block->columns[at].cells = arena_array(form->mem, struct kalk_cell, FORM_ROWS_MAX);
		int used = read_column(form, block, at, source, arg);
		if (used > block->row_count)
			block->row_count = used;
		form->is_asked |= used > 0;
	}
	name_rows(form, block);
}

static void read_single(struct kalk_form *form, struct kalk_block *block, kalk_source *source,
			void *arg)
{
	struct kalk_cell *cell = arena_new(form->mem, struct kalk_cell);

	block->row_count = 1;
	block->columns[0].cells = cell;
	cell->name = block->field->key;
	cell->says = block->field->label;
	cell->value = typed(form, &block->columns[0], ask(source, arg, form->mem, cell->name));
	form->is_asked |= cell->value.len > 0;
}

/* Beside the field before when both are rows of one group. */
static struct kalk_block *block_for(struct kalk_form *form, const struct kalk_field *field)
{
	struct kalk_block *last = form->block_count ? &form->blocks[form->block_count - 1] : NULL;

	if (last && last->is_list && str_equal(last->field->group, field->group))
		return last;
	last = &form->blocks[form->block_count++];
	last->field = field;
	last->is_list = field->rows > 0;
	return last;
}

static void add_field(struct kalk_form *form, const struct kalk_field *field, bool is_optional)
{
	struct kalk_block *block = block_for(form, field);
	struct kalk_column *column = &block->columns[block->column_count++];

	column->field = field;
	column->is_optional = is_optional;
	if (block->column_count > 1 && str_equal(column[-1].field->key, field->key))
		column->part = column[-1].part + 1;
}

/* The fields of its rule, and the day unless the rule itself asks for it. */
static void add_fields(struct kalk_form *form, const struct kalkulator *kalkulator)
{
	const struct calculator *law = kalkulator->law;
	bool has_day = is_listed(law->keys, day_field.key);

	for (int i = 0; i < FIELD_COUNT; i++) {
		bool is_optional = is_listed(law->optional, fields[i].key);
		if (str_equal(fields[i].calculator, kalkulator->name) &&
		    (is_optional || is_listed(law->keys, fields[i].key)))
			add_field(form, &fields[i], is_optional);
	}
	if (law->values.len && !has_day)
		add_field(form, &day_field, true);
}

void kalk_form_read(struct kalk_form *form, struct arena *mem, const struct kalkulator *kalkulator,
		    kalk_source *source, void *arg)
{
	*form = (struct kalk_form){.mem = mem, .kalkulator = kalkulator};
	form->blocks = arena_array(mem, struct kalk_block, BLOCKS_MAX);
	form->is_asked = source(arg, "hitung").len > 0;
	add_fields(form, kalkulator);
	for (int i = 0; i < form->block_count; i++) {
		if (form->blocks[i].is_list)
			read_list(form, &form->blocks[i], source, arg);
		else
			read_single(form, &form->blocks[i], source, arg);
	}
	if (source(arg, "tambah").len > 0)
		form->is_asked = false;
}

/* --- checking --- */

static void cell_fault(const struct kalk_form *form, struct problems *faults,
		       const struct kalk_cell *cell, const char *sentence)
{
	problem_add(faults, cell->name, "kalkulator.masukan",
		    str_format(form->mem, "%.*s: %s", STR_ARG(cell->says), sentence));
}

static void check_choice(const struct kalk_form *form, const struct kalk_column *column,
			 const struct kalk_cell *cell, struct problems *faults)
{
	int count;
	int64_t score;
	const struct kalk_choice *choices = kalk_choices_of(column->field->choices, &count);

	for (int i = 0; i < count; i++)
		if (str_equal(choices[i].key, cell->value))
			return;
	if (column->field->most && str_parse_hundredths(cell->value, &score))
		return; /* a score the rule reads as one of them */
	cell_fault(form, faults, cell, "pilih salah satu dari daftar.");
}

/* Bounds of one cell, so that the fault stands in the right row. */
static void check_bounds(const struct kalk_form *form, const struct kalk_column *column,
			 struct str value, const struct kalk_cell *cell, struct problems *faults)
{
	const struct kalk_field *field = column->field;
	int64_t whole;
	struct ratio number;
	bool is_number = field->kind == KALK_NUMBER ? str_parse_int(value, &whole)
						    : ratio_parse(value, &number);

	if (field->kind == KALK_NUMBER && is_number)
		number = ratio_make(whole, 1);
	if (is_number && ratio_compare(number, ratio_make(field->least, 100)) >= 0 &&
	    ratio_compare(number, ratio_make(field->most, 100)) <= 0)
		return;
	cell_fault(form, faults, cell,
		   str_cstr(form->mem,
			    str_format(form->mem, "isi dengan %s %.*s sampai %.*s.",
				       field->kind == KALK_NUMBER ? "bilangan bulat" : "angka",
				       STR_ARG(str_hundredths(form->mem, field->least)),
				       STR_ARG(str_hundredths(form->mem, field->most)))));
}

static void check_cell(const struct kalk_form *form, const struct kalk_column *column,
		       struct str value, const struct kalk_cell *cell, struct problems *faults)
{
	const struct kalk_field *field = column->field;
	struct date day;

	switch (field->kind) {
	case KALK_RADIO:
	case KALK_SELECT: check_choice(form, column, cell, faults); break;
	case KALK_DATE:
		if (!date_parse(value, &day))
			cell_fault(form, faults, cell,
				   "isi dengan tanggal yang ada di kalender, misalnya 18/08/2025.");
		break;
	case KALK_CLOCK:
	case KALK_MOMENT: break; /* the rule judges */
	case KALK_TEXT:
		if (field->rows && str_has(value, ","))
			cell_fault(form, faults, cell, "tulis satu saja dalam setiap baris.");
		break;
	case KALK_NUMBER:
	case KALK_DECIMAL:
		if (field->most && !str_is(value, "-"))
			check_bounds(form, column, value, cell, faults);
		break;
	}
}

/* --- as key=value --- */

static struct str plain(const struct kalk_form *form, const struct kalk_column *column,
			struct str value)
{
	switch (column->field->kind) {
	case KALK_NUMBER: return kalk_number_plain_whole(form->mem, value);
	case KALK_DECIMAL: return kalk_number_plain_decimal(form->mem, value);
	case KALK_RADIO:
	case KALK_SELECT:
	case KALK_DATE:
	case KALK_CLOCK:
	case KALK_MOMENT:
	case KALK_TEXT: return value;
	}
	__builtin_unreachable();
}

static bool is_row_used(const struct kalk_block *block, int row)
{
	for (int at = 0; at < block->column_count; at++)
		if (block->columns[at].cells[row].value.len)
			return true;
	return false;
}

static bool is_block_used(const struct kalk_block *block)
{
	for (int row = 0; row < block->row_count; row++)
		if (is_row_used(block, row))
			return true;
	return false;
}

/* A row half filled is a fault; an empty one is nothing, unless the rows have names and all are asked. */
static bool is_cell_due(const struct kalk_block *block, const struct kalk_column *column, int row)
{
	if (column->is_optional)
		return false;
	return block->field->names != KALK_LIST_NONE ? is_block_used(block)
						     : is_row_used(block, row);
}

static struct str cell_text(const struct kalk_form *form, const struct kalk_block *block,
			    struct problems *faults, int at, int row)
{
	const struct kalk_column *column = &block->columns[at];
	const struct kalk_cell *cell = &column->cells[row];
	struct str value = plain(form, column, cell->value);

	if (cell->value.len)
		check_cell(form, column, value, cell, faults);
	else if (is_cell_due(block, column, row))
		cell_fault(form, faults, cell, "belum diisi.");
	return value;
}

static void add_input(struct kalk_form *form, struct str key, struct str value)
{
	form->inputs[form->input_count++] = (struct calculator_input){key, value};
}

/* One row's value with all its parts; empty when none is filled in. */
static struct str row_text(const struct kalk_form *form, const struct kalk_block *block,
			   struct problems *faults, int at, int row)
{
	struct str value = cell_text(form, block, faults, at, row);
	bool is_used = value.len > 0;

	for (int next = at + 1; next < block->column_count && block->columns[next].part; next++) {
		struct str part = cell_text(form, block, faults, next, row);
		is_used |= part.len > 0;
		value = str_format(form->mem, "%.*s:%.*s", STR_ARG(value), STR_ARG(part));
	}
	return is_used ? value : STR_NONE;
}

static void list_input(struct kalk_form *form, const struct kalk_block *block,
		       struct problems *faults, int at)
{
	struct buf out;

	buf_init(&out, form->mem);
	for (int row = 0; row < block->row_count; row++) {
		struct str value = row_text(form, block, faults, at, row);
		if (!value.len)
			continue;
		if (out.len)
			buf_add_char(&out, ',');
		buf_add(&out, value);
	}
	if (out.len)
		add_input(form, block->columns[at].field->key, buf_str(&out));
}

void kalk_form_inputs(struct kalk_form *form, struct problems *faults)
{
	form->inputs =
		arena_array(form->mem, struct calculator_input, BLOCKS_MAX * FORM_COLUMNS_MAX);
	for (int i = 0; i < form->block_count; i++) {
		const struct kalk_block *block = &form->blocks[i];
		for (int at = 0; at < block->column_count; at++) {
			if (block->columns[at].part)
				continue;
			if (block->is_list) {
				list_input(form, block, faults, at);
				continue;
			}
			struct str value = cell_text(form, block, faults, at, 0);
			if (block->columns[at].cells[0].value.len)
				add_input(form, block->field->key, value);
		}
	}
}

/* --- the law's faults in the form's words --- */

static bool is_told(const struct problems *faults, struct str key)
{
	for (int i = 0; i < faults->count; i++) {
		struct str field = faults->at[i].field;
		struct str head = str_slice(field, 0, key.len);
		bool is_longer = field.len > key.len;
		if (str_equal(head, key) &&
		    (!is_longer || field.at[key.len] == '.' || field.at[key.len] == '-'))
			return true;
	}
	return false;
}

static const struct kalk_column *column_of(const struct kalk_form *form, struct str key,
					   bool *is_list)
{
	for (int i = 0; i < form->block_count; i++)
		for (int at = 0; at < form->blocks[i].column_count; at++)
			if (str_equal(form->blocks[i].columns[at].field->key, key)) {
				*is_list = form->blocks[i].is_list;
				return &form->blocks[i].columns[at];
			}
	return NULL;
}

void kalk_form_take_faults(const struct kalk_form *form, const struct problems *law,
			   struct problems *faults)
{
	for (int i = 0; i < law->count; i++) {
		const struct problem *fault = &law->at[i];
		bool is_list = false;
		const struct kalk_column *column = column_of(form, fault->field, &is_list);
		if (!column || is_told(faults, fault->field))
			continue;
		struct str label = is_list ? column->field->group : column->field->label;
		problem_add(faults, is_list ? column->cells[0].name : fault->field,
			    "kalkulator.masukan",
			    str_format(form->mem, "%.*s: %.*s", STR_ARG(label),
				       STR_ARG(fault->sentence)));
	}
}

/* --- the command line --- */

static bool is_bare(struct str value)
{
	for (size_t i = 0; i < value.len; i++) {
		char c = value.at[i];
		bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool is_mark = c == '_' || c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
		if (!is_letter && !is_mark && !(c >= '0' && c <= '9'))
			return false;
	}
	return true;
}

struct str kalk_form_command(const struct kalk_form *form)
{
	struct buf out;

	buf_init(&out, form->mem);
	buf_add_format(&out, "abdi law %.*s", STR_ARG(form->kalkulator->name));
	for (int i = 0; i < form->input_count; i++) {
		const struct calculator_input *input = &form->inputs[i];
		const char *mark = is_bare(input->value) ? "" : "'";
		buf_add_format(&out, " %.*s=%s%.*s%s", STR_ARG(input->key), mark,
			       STR_ARG(input->value), mark);
	}
	return buf_str(&out);
}
