/* SPDX-License-Identifier: Apache-2.0 */
/* A form's fields made, filled from the record, narrowed for this time, and compared with what is
   stored. */
#include "form/form.h"

#include "base/say.h"
#include "form/form_own.h"
#include "render/conflict.h"

#include <assert.h>

/* "Indikator 3", the row's own name, or nothing for the form itself. */
static struct str row_says(struct arena *mem, const struct form_row *row)
{
	if (row->number < 0)
		return STR_NONE;
	if (row->names && row->number < row->names->count)
		return say(mem, row->names->at[row->number].label);
	return str_format(mem, "%s %d", say(mem, row->table->says).at, row->number + 1);
}

/* What the names of a row's controls end with. */
static struct str row_key(struct arena *mem, const struct form_row *row)
{
	if (row->table->is_keyed && row->names && row->number < row->names->count)
		return row->names->at[row->number].key;
	return str_format(mem, "%d", row->number + row->table->first);
}

struct asked form_asked(struct problems *faults, const struct form_row *row, int at)
{
	const struct form_table *table = row->table;
	const struct field *field = &table->fields[at];
	struct arena *mem = faults->mem;
	struct asked asked = {.field = field,
			      .faults = faults,
			      .choices = field->choices,
			      .row = row_says(mem, row),
			      .id = str_from(field->name)};

	if (row->number >= 0)
		asked.id = str_format(mem, "%s%s.%.*s", table->prefix ? table->prefix : "",
				      field->name, STR_ARG(row_key(mem, row)));
	asked.says = asked.row.len == 0	 ? say(mem, field->label)
		     : table->count == 1 ? asked.row
					 : str_format(mem, "%.*s, %.*s", STR_ARG(asked.row),
						      STR_ARG(say(mem, field->label)));
	return asked;
}

struct asked form_asked_at(const struct form *form, int at)
{
	return (struct asked){.field = &form->table->fields[at],
			      .at = at,
			      .choices = form->cells[at].choices,
			      .faults = form->faults,
			      .id = form->cells[at].id,
			      .says = form->cells[at].says,
			      .row = form->says};
}

static void make_cells(struct form *form, const struct form_row *row)
{
	form->table = row->table;
	form->cells = arena_array(form->mem, struct form_cell, row->table->count);
	for (int i = 0; i < row->table->count; i++) {
		const struct field *field = &row->table->fields[i];
		struct asked asked = form_asked(form->faults, row, i);
		form->cells[i] =
			(struct form_cell){.id = asked.id,
					   .says = asked.says,
					   .label = field->label.len > 0 ? field->label : asked.row,
					   .hint = field->hint,
					   .none = field->none,
					   .choices = field->choices,
					   .row_names = field->row_names,
					   .is_bare = row->table->is_table,
					   .is_out = row->columns_out >> i & 1};
		form->says = asked.row;
	}
}

void form_make(struct form *form, struct job *job, const struct form_table *table, void *record)
{
	*form = (struct form){.mem = job->mem, .faults = job->faults, .record = record};
	make_cells(form, &(struct form_row){.table = table, .number = -1});
}

int form_at(const struct form *form, size_t at)
{
	for (int i = 0; i < form->table->count; i++)
		if (form->table->fields[i].at == at)
			return i;
	assert(false && "the form's table has no such field");
	return 0;
}

static const struct choice_list *list_of(struct form *form, const struct choice *at, int count)
{
	struct choice_list *list = arena_new(form->mem, struct choice_list);

	*list = (struct choice_list){at, count};
	return list;
}

void form_choose(struct form *form, int at, const struct choice *choices, int count)
{
	form->cells[at].choices = list_of(form, choices, count);
}

void form_name_rows(struct form *form, int at, const struct choice *names, int count)
{
	form->cells[at].row_names = list_of(form, names, count);
}

void form_say(struct form *form, int at, struct str label, struct str hint)
{
	form->cells[at].label = form->cells[at].says = label;
	form->cells[at].hint = hint;
}

void form_say_none(struct form *form, int at, struct str none)
{
	form->cells[at].none = none;
}

void form_leave_out_of_rows(struct form *form, int at, int column)
{
	form->cells[at].columns_out |= (uint64_t)1 << column;
}

void form_leave_out(struct form *form, int at)
{
	form->cells[at].is_out = true;
}

void form_days(struct form *form, int at, struct date least, struct date most)
{
	form->cells[at].least = date_is_none(least) ? STR_NONE : date_iso(form->mem, least);
	form->cells[at].most = date_is_none(most) ? STR_NONE : date_iso(form->mem, most);
}

/* --- rows --- */

void form_rows_until(struct form *form, int at, int count)
{
	const struct field *field = &form->table->fields[at];
	struct form_cell *cell = &form->cells[at];

	if (!cell->rows)
		cell->rows = arena_array(form->mem, struct form, (size_t)field->most);
	for (; cell->row_count < count && cell->row_count < field->most; cell->row_count++) {
		struct form *row = &cell->rows[cell->row_count];
		*row = (struct form){.mem = form->mem, .faults = form->faults};
		make_cells(row, &(struct form_row){field->rows, cell->row_names, cell->row_count,
						   cell->columns_out});
	}
}

struct form *form_row_of(const struct form *form, int at, struct str key)
{
	const struct form_cell *cell = &form->cells[at];
	int n = choice_index(cell->row_names, key);

	return n >= 0 && n < cell->row_count ? &cell->rows[n] : NULL;
}

static void fill_rows(struct form *form, int at)
{
	const struct field *field = &form->table->fields[at];
	char *list = *(char **)((char *)form->record + field->at);
	int count = *(const int *)((const char *)form->record + field->count_at);

	form_rows_until(form, at, count);
	for (int i = 0; i < form->cells[at].row_count; i++) {
		form->cells[at].rows[i].record = list + (size_t)i * field->rows->record_size;
		form_fill(&form->cells[at].rows[i]);
	}
}

void form_fill(struct form *form)
{
	for (int i = 0; i < form->table->count; i++) {
		if (form->table->fields[i].kind == FIELD_ROWS)
			fill_rows(form, i);
		else if (form->table->fields[i].kind != FIELD_PICK) /* its name: form_pick_chosen */
			form->cells[i].text =
				field_text(form->mem, &form->table->fields[i], form->record);
	}
}

/* --- two versions --- */

/* What a person reads of a value: the label of a choice, a text as it is. */
static struct str told(const struct form *form, int at, struct str text)
{
	enum field_kind kind = form->table->fields[at].kind;

	if (kind != FIELD_CHOICE && kind != FIELD_RADIO)
		return text;
	if (text.len > 0 && choice_index(form->cells[at].choices, text) < 0)
		return SAY(form->mem, "pilihan yang sudah tidak tersedia");
	return say(form->mem, choice_label(form->cells[at].choices, text));
}

/* Of what is looked for by name only who owns it knows the name (form_pick_stored). */
static struct str stored_text(const struct form *form, int at, const void *stored)
{
	const struct field *field = &form->table->fields[at];
	struct str text = field_text(form->mem, field, stored);

	if (field->kind != FIELD_PICK)
		return told(form, at, text);
	if (text.len == 0 || str_equal(text, field_text(form->mem, field, form->record)))
		return text.len == 0 ? text : form->cells[at].text;
	if (form->cells[at].stored.len > 0)
		return form->cells[at].stored;
	return SAY(form->mem, "pilihan yang sudah tidak tersedia");
}

static void compare(struct form *form, struct conflict *conflict, const void *stored);

static void compare_rows(struct form *form, struct conflict *conflict, int at, const void *stored)
{
	const struct field *field = &form->table->fields[at];
	const char *list = *(const char *const *)((const char *)stored + field->at);
	int count = *(const int *)((const char *)stored + field->count_at);
	const void *none = arena_alloc(form->mem, field->rows->record_size);

	form_rows_until(form, at, count); /* rows that are only in what is stored show too */
	for (int i = 0; i < form->cells[at].row_count; i++)
		compare(&form->cells[at].rows[i], conflict,
			i < count ? list + (size_t)i * field->rows->record_size : none);
}

static void compare(struct form *form, struct conflict *conflict, const void *stored)
{
	form->conflict = conflict; /* of a row too: its controls show what is stored */
	for (int i = 0; i < form->table->count; i++) {
		const struct field *field = &form->table->fields[i];
		if (form->cells[i].is_out || field_is_carried(field))
			continue;
		if (field->kind == FIELD_ROWS)
			compare_rows(form, conflict, i, stored);
		else
			conflict_compare(conflict, form->cells[i].id, form->cells[i].says,
					 stored_text(form, i, stored),
					 told(form, i, form->cells[i].text));
	}
}

void form_renew(struct form *form, const void *stored)
{
	for (int i = 0; i < form->table->count; i++)
		if (form->table->fields[i].kind == FIELD_VERSION)
			form->cells[i].text =
				field_text(form->mem, &form->table->fields[i], stored);
}

void form_compare(struct form *form, const void *stored)
{
	form_renew(form, stored);
	compare(form, form->conflict, stored);
}

struct str form_canonical(struct arena *mem, const struct form_table *table, const void *record)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_format(&out, "%s 1\n", table->name);
	for (int i = 0; i < table->count; i++) {
		struct str text = field_text(mem, &table->fields[i], record);

		assert(table->fields[i].holds != HOLDS_ROWS);
		buf_add_format(&out, "%s %zu:%.*s\n", table->fields[i].name, text.len,
			       STR_ARG(text));
	}
	return buf_str(&out);
}
