/* SPDX-License-Identifier: Apache-2.0 */
/* Filters that keep each other, and the way from page to page. */
#include "form/list.h"

#include "form/form_web.h"
#include "http/form.h"

#define AFTER "sesudah"

static void add(struct buf *out, struct arena *mem, struct str name, struct str value)
{
	if (value.len == 0)
		return;
	buf_add_format(out, "%s%.*s=%.*s", str_has(buf_str(out), "?") ? "&" : "?", STR_ARG(name),
		       STR_ARG(form_escape(mem, value)));
}

/* What a field is narrowed to, in an address: of one looked for by name its identifier. */
static struct str value_of(const struct form *form, int at)
{
	const struct field *field = &form->table->fields[at];

	return field->kind == FIELD_PICK ? field_text(form->mem, field, form->record)
					 : form->cells[at].text;
}

struct str list_url(const struct list *list, struct str path, struct str after)
{
	const struct form *form = &list->form;
	struct buf out;

	buf_init(&out, form->mem);
	buf_add(&out, path);
	for (int i = 0; i < form->table->count; i++)
		add(&out, form->mem, form->cells[i].id, value_of(form, i));
	add(&out, form->mem, STR(AFTER), after);
	return buf_str(&out);
}

void list_make(struct list *list, struct request *req, const struct form_table *filters,
	       void *record)
{
	*list = (struct list){.path = request_path(req),
			      .ask = {RECORDS_LIMIT_MAX, request_query(req, AFTER)}};
	form_make(&list->form, request_job(req), filters, record);
}

void list_take(struct list *list, struct request *req)
{
	struct form_source source = form_from_address(req);
	struct form *form = &list->form;
	struct str second;

	form_read(form, &source);
	for (int i = 0; i < form->table->count; i++) {
		if (form->cells[i].text.len > 0 || value_of(form, i).len > 0)
			list->reset_url = list->path;
		if (form_is_wrong(form, i)) /* what is none narrows nothing */
			field_clear(&form->table->fields[i], form->record);
	}
	if (list->ask.after.len > 0)
		list->first_url = list_url(list, list->path, STR_NONE);
	if (request_query_at(req, AFTER, 1, &second))
		list_begin_again(list);
}

void list_read(struct list *list, struct request *req, const struct form_table *filters,
	       void *record)
{
	list_make(list, req, filters, record);
	list_take(list, req);
}

void list_begin_again(struct list *list)
{
	list->ask.after = STR_NONE;
	list->is_lost = true;
}

struct id list_after_id(struct list *list)
{
	struct id after = {{0}};

	if (list->ask.after.len > 0 && !id_parse(list->ask.after, &after))
		list_begin_again(list);
	return after;
}

int64_t list_after_number(struct list *list)
{
	int64_t after = 0;

	if (list->ask.after.len > 0 && (!str_parse_int(list->ask.after, &after) || after < 0))
		list_begin_again(list);
	return list->is_lost ? 0 : after;
}

int list_status(const struct list *list)
{
	return list->is_lost || problems_any(list->form.faults) ? 422 : 200;
}

void list_go_on(struct list *list, struct str after)
{
	list->next_url = list_url(list, list->path, after);
}
