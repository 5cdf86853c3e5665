/* SPDX-License-Identifier: Apache-2.0 */
/* What the templates of a field ask about it. */
#include "form/form_own.h"

#include "generated/form_templates.h"
#include "render/conflict.h"
#include "render/html.h"

bool field_is_carried(const struct field *field)
{
	return field->kind == FIELD_HIDDEN || field->kind == FIELD_ID ||
	       field->kind == FIELD_VERSION;
}

bool form_is_wrong(const struct form *form, int at)
{
	return problem_for(form->faults, form->cells[at].id).len > 0;
}

struct str form_hidden_text(const struct form *form, int at)
{
	const struct form_cell *told = &form->cells[at];
	size_t sure_of = form->table->fields[at].sure_of;

	if (sure_of) {
		const struct form_cell *figure = &form->cells[form_at(form, sure_of)];
		if (problem_is(form->faults, figure->id, PROBLEM_UNSURE))
			told = figure;
	}
	return told->text;
}

bool form_is_touched(const struct form *row)
{
	for (int i = 0; i < row->table->count; i++)
		if (form_is_wrong(row, i) || conflict_for(row->conflict, row->cells[i].id))
			return true;
	return false;
}

struct str form_described_by(const struct form *form, int at)
{
	struct str id = form->cells[at].id;
	bool has_hint = form->cells[at].hint.len > 0;
	bool is_wrong = form_is_wrong(form, at);

	return str_format(form->mem, "%.*s%s%s%.*s%s", STR_ARG(has_hint ? id : STR_NONE),
			  has_hint ? "-petunjuk" : "", has_hint && is_wrong ? " " : "",
			  STR_ARG(is_wrong ? id : STR_NONE), is_wrong ? "-salah" : "");
}

/* A day or an hour that the browser's own control could not show stays readable as text. */
static const char *text_unless(bool is_fit, const char *type)
{
	return is_fit ? type : "text";
}

const char *form_input_type(const struct form *form, int at)
{
	struct str value = form->cells[at].text;
	struct date day;

	switch (form->table->fields[at].kind) {
	case FIELD_DATE: return text_unless(value.len == 0 || date_parse(value, &day), "date");
	case FIELD_CLOCK:
		return text_unless(value.len == 0 || ((value.len == 5 || value.len == 8) &&
						      value.at[2] == ':'),
				   "time");
	case FIELD_MOMENT:
		return text_unless(value.len == 0 || (value.len == 16 && value.at[10] == 'T'),
				   "datetime-local");
	case FIELD_URL: return "url";
	case FIELD_PASSWORD: return "password";
	case FIELD_FILE: return "file";
	case FIELD_SEARCH:
	case FIELD_PICK: return "search";
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_WHOLE:
	case FIELD_HUNDREDTHS:
	case FIELD_CHOICE:
	case FIELD_RADIO:
	case FIELD_YES:
	case FIELD_NIP:
	case FIELD_NIK:
	case FIELD_EMAIL:
	case FIELD_NUMBER:
	case FIELD_HIDDEN:
	case FIELD_ID:
	case FIELD_VERSION:
	case FIELD_ROWS: return "text";
	}
	__builtin_unreachable();
}

static const char *keyboard(const struct field *field)
{
	switch (field->kind) {
	case FIELD_WHOLE:
	case FIELD_NIP:
	case FIELD_NIK: return "numeric";
	case FIELD_HUNDREDTHS:
	case FIELD_NUMBER: return "decimal";
	case FIELD_EMAIL: return "email";
	case FIELD_URL: return "url";
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_DATE:
	case FIELD_CHOICE:
	case FIELD_RADIO:
	case FIELD_YES:
	case FIELD_PASSWORD:
	case FIELD_SEARCH:
	case FIELD_PICK:
	case FIELD_HIDDEN:
	case FIELD_ID:
	case FIELD_VERSION:
	case FIELD_CLOCK:
	case FIELD_MOMENT:
	case FIELD_FILE:
	case FIELD_ROWS: return "";
	}
	__builtin_unreachable();
}

/* Names and e-mail addresses may be filled in by the browser where the table says so; numbers never
   are. */
static const char *autocomplete(const struct field *field)
{
	bool is_list = field->kind == FIELD_CHOICE || field->kind == FIELD_LONG ||
		       field->kind == FIELD_FILE || field->kind == FIELD_YES;

	if (field->autocomplete)
		return field->autocomplete;
	return is_list ? "" : field->kind == FIELD_PASSWORD ? "current-password" : "off";
}

static void attribute(struct buf *out, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	buf_add_format(out, " %s=\"", name);
	html_text(out, value);
	buf_add_char(out, '"');
}

bool form_has_letters(const struct form *form, int at)
{
	struct str type = str_from(form_input_type(form, at));

	return !str_is(type, "date") && !str_is(type, "time") && !str_is(type, "datetime-local") &&
	       !str_is(type, "number");
}

void form_ties(struct buf *out, const struct form *form, int at)
{
	const struct field *field = &form->table->fields[at];
	const struct form_cell *cell = &form->cells[at];

	attribute(out, "inputmode", str_from(keyboard(field)));
	attribute(out, "autocomplete", str_from(autocomplete(field)));
	attribute(out, "accept", str_from(field->accept));
	attribute(out, "capture", str_from(field->capture));
	if (field->is_many)
		buf_add(out, STR(" multiple"));
	attribute(out, "placeholder", str_from(field->placeholder));
	attribute(out, "data-pick", str_from(field->finder));
	attribute(out, "min", cell->least);
	attribute(out, "max", cell->most);
	attribute(out, "step", field->kind == FIELD_CLOCK ? STR("1") : STR_NONE);
	attribute(out, "aria-label", cell->is_bare ? cell->says : STR_NONE);
	attribute(out, "aria-describedby", form_described_by(form, at));
	if (form_is_wrong(form, at))
		buf_add(out, STR(" aria-invalid=\"true\""));
	if (field->is_needed && field->is_strict)
		buf_add(out, STR(" required"));
	attribute(out, "autocapitalize", str_from(field->capitals));
	if (field->capitals)
		buf_add(out, STR(" spellcheck=\"false\""));
}

void form_place(struct buf *out, const struct form *form, int at)
{
	if (form->cells[at].is_out)
		return;
	if (form->table->fields[at].kind == FIELD_RADIO)
		html_form_radio(out, form, at);
	else if (form->table->fields[at].kind == FIELD_YES)
		html_form_yes(out, form, at);
	else if (form->table->fields[at].kind == FIELD_ROWS)
		html_form_rows(out, form, at);
	else if (form->table->fields[at].kind == FIELD_PICK)
		html_form_pick(out, form, at);
	else if (field_is_carried(&form->table->fields[at]))
		html_form_control(out, form, at);
	else
		html_form_field(out, form, at);
}
