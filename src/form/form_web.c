/* SPDX-License-Identifier: Apache-2.0 */
/* A request as the source of a form's values. */
#include "form/form_web.h"

#include "base/say.h"
#include "form/form_own.h"
#include "form/table.h"

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
	else if (file && file->path.len == 0)
		form_complain(&asked, "form.file_kept", STR_NONE,
			      file->is_named
				      ? STR("belum sampai seluruhnya; pilih berkasnya lagi.")
				      : say_format(form->mem,
						   "%lld MB, terlalu besar; perkecil, lalu pilih "
						   "lagi.",
						   (long long)(file->size >> 20)));
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

static bool is_in(const struct str *list, int count, struct str text)
{
	for (int i = 0; i < count; i++)
		if (str_equal(list[i], text))
			return true;
	return false;
}

static bool is_offered(const struct field *field, struct str text)
{
	struct id id;

	return field->choices ? choice_index(field->choices, text) >= 0 : id_parse(text, &id);
}

int form_ticked(struct request *req, const struct field *field, struct str **out)
{
	struct problems *faults = request_job(req)->faults;
	struct asked asked = {.field = field,
			      .faults = faults,
			      .id = str_from(field->name),
			      .says = say(faults->mem, field->label)};
	struct str text;
	int kept = 0;

	*out = arena_array(request_mem(req), struct str, (size_t)field->most + 1);
	for (int i = 0; request_field_at(req, field->name, i, &text); i++) {
		if (i >= field->most || !is_offered(field, text))
			form_complain(&asked, "form.malformed", field->wrong,
				      STR("pilih salah satu dari daftar."));
		else if (is_in(*out, kept, text))
			form_complain(&asked, "form.doubled", STR_NONE,
				      STR("terkirim dua kali; isi sekali."));
		else
			(*out)[kept++] = text;
	}
	return kept;
}

struct versioned {
	int64_t version;
};
#define FORM_RECORD struct versioned
static const struct field version_fields[] = {VERSION(version)};
static const struct form_table version_form = FORM_TABLE("versi", version_fields);
#undef FORM_RECORD

int64_t form_version(struct request *req)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &version_form);
	const struct versioned *sent = form->record;

	form_read(form, &source);
	return sent->version;
}
