/* SPDX-License-Identifier: Apache-2.0 */
/* Records as JSON, and the schema of that JSON. */
#include "render/record.h"

static void write_rows(struct json *json, const struct record_member *member, const char *row)
{
	const char *at = *(const char *const *)(const void *)(row + member->at);
	int count = *(const int *)(const void *)(row + member->count);

	json_open_array(json);
	for (int i = 0; i < count; i++)
		record_write(json, member->rows, at + (size_t)i * member->rows->size);
	json_close_array(json);
}

static void write_value(struct json *json, const struct record_member *member, const char *row)
{
	const void *at = row + member->at;

	switch (member->kind) {
	case RECORD_TEXT: json_text(json, *(const struct str *)at); return;
	case RECORD_ID: json_id(json, at); return;
	case RECORD_DATE: json_date(json, *(const struct date *)at); return;
	case RECORD_WHOLE: json_int(json, *(const int *)at); return;
	case RECORD_BIG: json_int(json, *(const int64_t *)at); return;
	case RECORD_BOOL: json_bool(json, *(const bool *)at); return;
	case RECORD_HUNDREDTHS: json_hundredths(json, *(const int64_t *)at); return;
	case RECORD_MOMENT:
		if (*(const int64_t *)at == 0)
			json_null(json);
		else
			json_text(json, time_utc_iso(json->out->mem, *(const int64_t *)at));
		return;
	case RECORD_ROWS: write_rows(json, member, row); return;
	}
	__builtin_unreachable();
}

void record_write(struct json *json, const struct record *record, const void *row)
{
	json_open_object(json);
	for (int i = 0; i < record->count; i++) {
		const struct record_member *member = &record->members[i];
		json_key(json, member->name);
		if (member->has != 0 && !*(const bool *)((const char *)row + member->has))
			json_null(json);
		else
			write_value(json, member, row);
	}
	json_close_object(json);
}

/* ---- schema ---- */

struct json_type {
	const char *type, *format;
	bool may_be_null;
};

static struct json_type type_of(const struct record_member *member)
{
	bool has = member->has != 0;

	switch (member->kind) {
	case RECORD_TEXT: return (struct json_type){"string", NULL, has};
	case RECORD_ID: return (struct json_type){"string", "uuid", true};
	case RECORD_DATE: return (struct json_type){"string", "date", true};
	case RECORD_WHOLE:
	case RECORD_BIG: return (struct json_type){"integer", NULL, has};
	case RECORD_BOOL: return (struct json_type){"boolean", NULL, has};
	case RECORD_HUNDREDTHS: return (struct json_type){"number", NULL, has};
	case RECORD_MOMENT: return (struct json_type){"string", "date-time", true};
	case RECORD_ROWS: return (struct json_type){"array", NULL, has};
	}
	__builtin_unreachable();
}

struct str record_type(struct arena *mem, const struct record_member *member)
{
	struct json_type type = type_of(member);

	if (member->rows)
		return str_format(mem, "[%s]", member->rows->name);
	return str_format(mem, "%s%s", type.format ? type.format : type.type,
			  type.may_be_null ? ", null" : "");
}

static void write_type(struct json *json, const struct json_type *type)
{
	json_key(json, "type");
	if (type->may_be_null)
		json_open_array(json);
	json_text(json, str_from(type->type));
	if (type->may_be_null) {
		json_text(json, STR("null"));
		json_close_array(json);
	}
	if (type->format) {
		json_key(json, "format");
		json_text(json, str_from(type->format));
	}
}

static void write_member(struct json *json, const struct record_member *member)
{
	struct json_type type = type_of(member);

	json_key(json, member->name);
	json_open_object(json);
	write_type(json, &type);
	json_key(json, "description");
	json_text(json, str_from(member->words));
	if (member->rows) {
		json_key(json, "items");
		json_open_object(json);
		json_key(json, "$ref");
		json_text(json, str_format(json->out->mem, "#/components/schemas/%s",
					   member->rows->name));
		json_close_object(json);
	}
	json_close_object(json);
}

void record_schema(struct json *json, const struct record *record)
{
	json_open_object(json);
	json_key(json, "type");
	json_text(json, STR("object"));
	json_key(json, "description");
	json_text(json, str_from(record->words));
	json_key(json, "required");
	json_open_array(json);
	for (int i = 0; i < record->count; i++)
		json_text(json, str_from(record->members[i].name));
	json_close_array(json);
	json_key(json, "properties");
	json_open_object(json);
	for (int i = 0; i < record->count; i++)
		write_member(json, &record->members[i]);
	json_close_object(json);
	json_close_object(json);
}
