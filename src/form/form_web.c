/* SPDX-License-Identifier: Apache-2.0 */
/* A request as the source of a form's values. */
#include "form/form_web.h"

#include "base/say.h"
#include "form/form_own.h"

static bool body_at(const void *from, const char *name, int n, struct str *out)
{
	return request_field_at(from, name, n, out);
}

static bool address_at(const void *from, const char *name, int n, struct str *out)
{
	struct str value;
	bool is_there = request_query_at(from, name, n, &value) && value.len > 0;

	if (is_there)
		*out = value;
	return is_there;
}

struct form *form_new(struct request *req, const struct form_table *table)
{
	struct arena *mem = request_mem(req);
	struct form *form = arena_new(mem, struct form);

	form_make(form, request_job(req), table, arena_alloc(mem, table->record_size));
	return form;
}

struct form_source form_from_body(const struct request *req)
{
	return (struct form_source){body_at, req};
}

struct form_source form_from_address(const struct request *req)
{
	return (struct form_source){address_at, req};
}

enum err form_read_address(struct request *req, const struct form_table *table, void *record)
{
	struct form_source source = form_from_address(req);
	struct form form;

	form_make(&form, request_job(req), table, record);
	form_read(&form, &source);
	return problems_any(form.faults) ? ERR_INVALID : ERR_OK;
}

static void read_file(struct form *form, const struct request *req, int at)
{
	const struct field *field = &form->table->fields[at];
	const char *name = str_cstr(form->mem, form->cells[at].id);
	const struct upload *file = request_upload(req, name, 0);
	struct asked asked = form_asked_at(form, at);

	*(const struct upload **)(void *)((char *)form->record + field->at) = file;
	if (!file && field->is_needed)
		form_complain(&asked, "form.missing", field->missing, STR("belum diisi."));
	else if (file && request_upload(req, name, 1))
		form_complain(&asked, "form.doubled", STR_NONE,
			      STR("terkirim dua kali; isi sekali."));
	else if (file && file->size == 0)
		form_complain(
			&asked, "form.file_empty",
			STR(SAID(
				"Berkas ini kosong (0 bita). Periksa berkasnya, lalu pilih lagi.")),
			STR_NONE);
	else if (file && field->most && file->size > field->most)
		form_complain(&asked, "form.file_large", field->wrong,
			      say_format(form->mem, "pilih berkas paling besar %lld KB.",
					 (long long)field->most / 1024));
}

void form_read_files(struct form *form, const struct request *req)
{
	for (int i = 0; i < form->table->count; i++)
		if (form->table->fields[i].kind == FIELD_FILE && !form->cells[i].is_out)
			read_file(form, req, i);
}
