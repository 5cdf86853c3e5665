/* SPDX-License-Identifier: Apache-2.0 */
/* One field between the record and the text a person reads and writes. */
#include "form/field.h"

#include "base/say.h"

#define YES STR("ya")

static const char *member(const struct field *field, const void *record)
{
	return (const char *)record + field->at;
}

static bool has_value(const struct field *field, const void *record)
{
	return field->has_at == 0 || *(const bool *)((const char *)record + field->has_at);
}

int choice_index(const struct choice_list *list, struct str key)
{
	for (int i = 0; list && i < list->count; i++)
		if (str_equal(list->at[i].key, key))
			return i;
	return -1;
}

struct str choice_label(const struct choice_list *list, struct str key)
{
	int i = choice_index(list, key);

	return i < 0 ? key : list->at[i].label;
}

static struct str number_text(struct arena *mem, const struct field *field, int64_t number)
{
	if (number == 0 && field->is_zero_blank)
		return STR_NONE;
	return field->kind == FIELD_HUNDREDTHS ? say_hundredths(mem, number)
					       : str_format(mem, "%lld", (long long)number);
}

struct str field_text(struct arena *mem, const struct field *field, const void *record)
{
	const void *at = member(field, record);

	if (!has_value(field, record))
		return STR_NONE;
	switch (field->holds) {
	case HOLDS_TEXT: return *(const struct str *)at;
	case HOLDS_INT: return number_text(mem, field, *(const int *)at);
	case HOLDS_INT64: return number_text(mem, field, *(const int64_t *)at);
	case HOLDS_BOOL: return *(const bool *)at ? YES : STR_NONE;
	case HOLDS_DATE: {
		const struct date *day = at;
		return date_is_none(*day) ? STR_NONE : date_iso(mem, *day);
	}
	case HOLDS_ID: return id_is_none(at) ? STR_NONE : id_str(mem, at);
	case HOLDS_ENUM: {
		unsigned place = *(const unsigned *)at;
		return place < (unsigned)field->choices->count ? field->choices->at[place].key
							       : STR_NONE;
	}
	case HOLDS_FILE:
	case HOLDS_ROWS: return STR_NONE;
	}
	__builtin_unreachable();
}

/* --- reading --- */

static bool number_parse(struct arena *mem, const struct field *field, struct str text,
			 int64_t *out)
{
	return field->kind == FIELD_HUNDREDTHS ? say_parse_hundredths(mem, text, out)
					       : str_parse_int(plain_whole(mem, text), out);
}

static bool put_number(const struct field *field, int64_t number, void *at)
{
	if (field->holds == HOLDS_INT64)
		*(int64_t *)at = number;
	else if (number >= INT32_MIN && number <= INT32_MAX)
		*(int *)at = (int)number;
	else
		return false;
	return true;
}

/* A number, NIP or NIK that is kept as text is kept in plain writing. */
static struct str plain(struct arena *mem, const struct field *field, struct str text)
{
	if (field->kind == FIELD_WHOLE)
		return plain_whole(mem, text);
	if (field->kind == FIELD_NUMBER)
		return plain_decimal(mem, text);
	return field->kind == FIELD_NIP || field->kind == FIELD_NIK ? str_digits(mem, text) : text;
}

static bool put_choice(const struct field *field, const struct choice_list *list, struct str text,
		       void *at)
{
	/* A page may offer fewer, or in another order; an enum is the place in the table's list. */
	int place = choice_index(field->holds == HOLDS_ENUM ? field->choices : list, text);

	if (list && text.len > 0 && (place < 0 || choice_index(list, text) < 0))
		return false;
	if (field->holds == HOLDS_ENUM)
		*(unsigned *)at = (unsigned)place;
	else
		*(struct str *)at = text;
	return true;
}

static bool is_listed(const struct choice_list *list, struct str text)
{
	return !list || choice_index(list, text) >= 0;
}

static bool put_value(struct arena *mem, const struct field *field, const struct choice_list *list,
		      struct str text, void *at)
{
	int64_t number = 0;

	switch (field->holds) {
	case HOLDS_TEXT:
	case HOLDS_ENUM: return put_choice(field, list, plain(mem, field, text), at);
	case HOLDS_INT:
	case HOLDS_INT64:
		return number_parse(mem, field, text, &number) && put_number(field, number, at);
	case HOLDS_BOOL: *(bool *)at = str_equal(text, YES); return *(bool *)at;
	case HOLDS_DATE: return date_parse(plain_date(mem, text), at);
	case HOLDS_ID: return is_listed(list, text) && id_parse(text, at);
	case HOLDS_FILE:
	case HOLDS_ROWS: return true;
	}
	__builtin_unreachable();
}

static void put_nothing(const struct field *field, void *at)
{
	switch (field->holds) {
	case HOLDS_TEXT: *(struct str *)at = STR_NONE; return;
	case HOLDS_INT: *(int *)at = 0; return;
	case HOLDS_ENUM: *(unsigned *)at = 0; return;
	case HOLDS_INT64: *(int64_t *)at = 0; return;
	case HOLDS_BOOL: *(bool *)at = false; return;
	case HOLDS_DATE: *(struct date *)at = (struct date){0}; return;
	case HOLDS_ID: *(struct id *)at = (struct id){{0}}; return;
	case HOLDS_FILE:
	case HOLDS_ROWS: return;
	}
}

void field_clear(const struct field *field, void *record)
{
	put_nothing(field, (char *)record + field->at);
	if (field->has_at)
		*(bool *)((char *)record + field->has_at) = false;
}

bool field_parse(struct arena *mem, const struct field *field, const struct choice_list *choices,
		 struct str text, void *record)
{
	void *at = (char *)record + field->at;
	bool is_given = text.len > 0 && put_value(mem, field, choices, text, at);

	if (!is_given)
		field_clear(field, record);
	else if (field->has_at)
		*(bool *)((char *)record + field->has_at) = true;
	return is_given || text.len == 0;
}

/* --- numbers and dates as people write them --- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Points or spaces that group by three; anything else is left for the law to refuse. */
static bool is_grouped(struct str typed)
{
	size_t run = 0, marks = 0;

	for (size_t i = 0; i < typed.len; i++) {
		if (is_digit(typed.at[i])) {
			run++;
			continue;
		}
		bool is_mark = typed.at[i] == '.' || typed.at[i] == ' ';
		if (!is_mark || run == 0 || run > 3 || (marks && run != 3))
			return false;
		marks++;
		run = 0;
	}
	return marks > 0 && run == 3;
}

static struct str without(struct arena *mem, struct str typed, char first, char second)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < typed.len; i++)
		if (typed.at[i] != first && typed.at[i] != second)
			buf_add_char(&out, typed.at[i]);
	return buf_str(&out);
}

static struct str replace(struct arena *mem, struct str text, char from, char to)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < text.len; i++)
		buf_add_char(&out, text.at[i] == from ? to : text.at[i]);
	return buf_str(&out);
}

struct str plain_whole(struct arena *mem, struct str typed)
{
	typed = say_number(mem, typed);
	typed = say_number(mem, typed);
	return is_grouped(typed) ? without(mem, typed, '.', ' ') : typed;
}

struct str plain_decimal(struct arena *mem, struct str typed)
{
	struct str decimals, whole;

	typed = say_number(mem, typed);
	whole = str_cut(typed, ',', &decimals);
	if (whole.len == typed.len)
		return typed;
	if (is_grouped(whole))
		whole = without(mem, whole, '.', ' ');
	return str_format(mem, "%.*s.%.*s", STR_ARG(whole),
			  STR_ARG(replace(mem, decimals, ',', '.')));
}

struct str plain_date(struct arena *mem, struct str typed)
{
	struct str rest, same = replace(mem, typed, '-', '/');
	struct str day = str_cut(same, '/', &rest);
	struct str month = str_cut(rest, '/', &rest);
	int64_t d, m, y;

	if (day.len > 2 || rest.len != 4 || !str_parse_int(day, &d) || !str_parse_int(month, &m) ||
	    !str_parse_int(rest, &y))
		return typed;
	return str_format(mem, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
}
