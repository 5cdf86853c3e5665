/* SPDX-License-Identifier: Apache-2.0 */
/* A form's schema, and its values out of JSON. Inside, a JSON value becomes the text a person would
   have typed, so that one reader checks both. */
#include "form/form_schema.h"

#include "base/say.h"
#include "render/json_read.h"

/* --- the schema --- */

static void key_text(struct json *json, const char *key, struct str text)
{
	if (text.len == 0)
		return;
	json_key(json, key);
	json_text(json, text);
}

static void key_int(struct json *json, const char *key, int64_t number)
{
	json_key(json, key);
	json_int(json, number);
}

static const char *type_of(const struct field *field)
{
	switch (field->holds) {
	case HOLDS_INT:
	case HOLDS_INT64: return field->kind == FIELD_HUNDREDTHS ? "number" : "integer";
	case HOLDS_BOOL: return "boolean";
	case HOLDS_ROWS: return "array";
	case HOLDS_TEXT:
	case HOLDS_DATE:
	case HOLDS_ID:
	case HOLDS_FILE:
	case HOLDS_ENUM: return "string";
	}
	__builtin_unreachable();
}

static struct str format_of(const struct field *field)
{
	if (field->holds == HOLDS_DATE)
		return STR("date");
	if (field->holds == HOLDS_ID)
		return STR("uuid");
	if (field->kind == FIELD_EMAIL)
		return STR("email");
	return field->kind == FIELD_URL ? STR("uri") : STR_NONE;
}

static void write_limits(struct json *json, const struct field *field)
{
	if (field->kind == FIELD_HUNDREDTHS) {
		json_key(json, "multipleOf");
		json_hundredths(json, 1);
		json_key(json, "minimum");
		json_hundredths(json, field->least);
		if (field->most) {
			json_key(json, "maximum");
			json_hundredths(json, field->most);
		}
	} else if (field->holds == HOLDS_INT || field->holds == HOLDS_INT64) {
		key_int(json, "minimum", field->least);
		if (field->most)
			key_int(json, "maximum", field->most);
	} else if (field->holds == HOLDS_TEXT && !field->choices) {
		if (field->least)
			key_int(json, "minLength", field->least);
		if (form_input_most(field))
			key_int(json, "maxLength", form_input_most(field));
	}
}

static void write_choices(struct json *json, const struct choice_list *list)
{
	if (!list)
		return;
	json_key(json, "enum");
	json_open_array(json);
	for (int i = 0; i < list->count; i++)
		json_text(json, list->at[i].key);
	json_close_array(json);
}

void form_schema_field(struct json *json, const struct field *field)
{
	json_open_object(json);
	key_text(json, "type", str_from(type_of(field)));
	key_text(json, "title", field->label);
	key_text(json, "description", field->hint);
	key_text(json, "format", format_of(field));
	write_limits(json, field);
	write_choices(json, field->choices);
	if (field->kind == FIELD_PASSWORD) {
		json_key(json, "writeOnly");
		json_bool(json, true);
	}
	if (field->kind == FIELD_ROWS) {
		key_int(json, "maxItems", field->most);
		json_key(json, "items");
		form_schema(json, field->rows);
	}
	json_close_object(json);
}

void form_schema(struct json *json, const struct form_table *table)
{
	json_open_object(json);
	key_text(json, "type", STR("object"));
	json_key(json, "additionalProperties");
	json_bool(json, false);
	json_key(json, "properties");
	json_open_object(json);
	for (int i = 0; i < table->count; i++) {
		json_key(json, table->fields[i].name);
		form_schema_field(json, &table->fields[i]);
	}
	json_close_object(json);
	json_key(json, "required");
	json_open_array(json);
	for (int i = 0; i < table->count; i++)
		if (table->fields[i].is_needed)
			json_text(json, str_from(table->fields[i].name));
	json_close_array(json);
	json_close_object(json);
}

/* --- reading --- */

/* A control's name and the text for it. */
struct sent {
	struct str name, text;
};

struct sent_list {
	struct arena *mem;
	struct sent *at;
	int count;
	struct problems *faults;
};

static bool sent_at(const void *from, const char *name, int n, struct str *out)
{
	const struct sent_list *list = from;

	for (int i = 0; i < list->count && n == 0; i++)
		if (str_is(list->at[i].name, name)) {
			*out = list->at[i].text;
			return true;
		}
	return false;
}

static void put(struct sent_list *list, struct str name, struct str text)
{
	list->at = arena_grow(list->mem, list->at, list->count, sizeof *list->at);
	list->at[list->count++] = (struct sent){name, text};
}

/* "12.50" as people here write it, "12,5"; three decimals stay three and are refused. */
static struct str number_as_typed(struct arena *mem, struct str number)
{
	struct str decimals, whole = str_cut(number, '.', &decimals);

	while (decimals.len && decimals.at[decimals.len - 1] == '0')
		decimals.len--;
	return decimals.len ? str_format(mem, "%.*s,%.*s", STR_ARG(whole), STR_ARG(decimals))
			    : whole;
}

/* False when the JSON type is not the field's. */
static bool as_typed(struct arena *mem, const struct field *field, const struct json_value *value,
		     struct str *out)
{
	bool is_number = field->holds == HOLDS_INT || field->holds == HOLDS_INT64;

	*out = STR_NONE;
	switch (value->type) {
	case JSON_NULL: return true;
	case JSON_TRUE: *out = STR("ya"); return field->holds == HOLDS_BOOL;
	case JSON_FALSE: return field->holds == HOLDS_BOOL;
	case JSON_NUMBER: *out = number_as_typed(mem, value->text); return is_number;
	case JSON_TEXT: *out = value->text; return !is_number && field->holds != HOLDS_BOOL;
	case JSON_ARRAY:
	case JSON_OBJECT: return false;
	}
	__builtin_unreachable();
}

static void gather(struct sent_list *list, struct form *form, const struct json_value *object);

static void gather_rows(struct sent_list *list, struct form *form, int at,
			const struct json_value *value)
{
	struct str name = str_from(form->table->fields[at].name);

	if (value->type == JSON_ARRAY && value->count <= form->table->fields[at].most) {
		form_rows_until(form, at, value->count);
		for (int i = 0; i < value->count; i++)
			gather(list, &form->cells[at].rows[i], &value->items[i]);
		return;
	}
	if (value->type != JSON_NULL)
		problem_add(list->faults, name, "form.rows",
			    say_format(list->mem, "Kirim daftar dengan paling banyak %lld baris.",
				       (long long)form->table->fields[at].most));
}

static int field_named(const struct form_table *table, struct str name)
{
	for (int i = 0; i < table->count; i++)
		if (str_is(name, table->fields[i].name))
			return i;
	return -1;
}

static void gather_field(struct sent_list *list, struct form *form, int at,
			 const struct json_value *value)
{
	const struct form_cell *cell = &form->cells[at];
	struct str text;

	if (form->table->fields[at].kind == FIELD_ROWS)
		gather_rows(list, form, at, value);
	else if (as_typed(list->mem, &form->table->fields[at], value, &text))
		put(list, cell->id, text);
	else
		problem_add(list->faults, cell->id, "form.type",
			    say_format(list->mem, "%.*s: kirim sebagai %s.", STR_ARG(cell->says),
				       type_of(&form->table->fields[at])));
}

static void gather(struct sent_list *list, struct form *form, const struct json_value *object)
{
	for (int i = 0; i < object->count; i++) {
		struct str name = object->items[i].key;
		int at = field_named(form->table, name);
		if (at >= 0 && !form->cells[at].is_out)
			gather_field(list, form, at, &object->items[i]);
		else
			problem_add(list->faults, name, "form.unknown",
				    say_format(list->mem, "%.*s: tidak dikenal di sini.",
					       STR_ARG(name)));
	}
}

enum err form_read_json(struct form *form, struct str body)
{
	struct sent_list list = {.mem = form->mem, .faults = form->faults};
	struct json_value object;
	enum err err = json_read(form->mem, body, &object);

	if (err || object.type != JSON_OBJECT) {
		problem_add(form->faults, STR_NONE, "form.json", STR("Kirim satu objek JSON."));
		return ERR_INVALID;
	}
	gather(&list, form, &object);
	form_read(form, &(struct form_source){sent_at, &list});
	return problems_any(form->faults) ? ERR_INVALID : ERR_OK;
}
