/* SPDX-License-Identifier: Apache-2.0 */
/* Records and lists of records as the API answers them. */
#include "http/records.h"

#include "base/say.h"
#include "http/cursor.h"
#include "http/exchange.h"
#include "http/form.h"

enum err records_asked(struct request *req, struct records_ask *out)
{
	struct str limit = request_query(req, "limit"), cursor = request_query(req, "cursor");
	int64_t count = RECORDS_LIMIT_MAX;

	if (limit.len > 0 &&
	    (!str_parse_int(limit, &count) || count < 1 || count > RECORDS_LIMIT_MAX))
		problem_add(
			&req->faults, STR("limit"), "list.limit",
			say_format(req->mem, "Tulis angka dari 1 sampai %d", RECORDS_LIMIT_MAX));
	*out = (struct records_ask){.limit = (int)count, .after = STR_NONE};
	if (cursor.len > 0 && !cursor_read(req->mem, cursor, &out->after))
		problem_add(&req->faults, STR("cursor"), "list.cursor",
			    STR("Pakai nilai next dari halaman sebelumnya apa adanya"));
	return problems_any(&req->faults) ? ERR_INVALID : ERR_OK;
}

void respond_record(struct response *res, int status, const struct record *record, const void *row)
{
	struct json json;

	json_init(&json, respond_json(res, status));
	record_write(&json, record, row);
}

void respond_made(struct response *res, struct str location, const struct record *record,
		  const void *row)
{
	respond_record(res, 201, record, row);
	respond_header(res, "Location", location);
}

/* The same question, from this place on. */
static struct str next_address(const struct request *req, struct str place)
{
	struct buf out;

	buf_init(&out, req->mem);
	buf_add(&out, req->path);
	buf_add_char(&out, '?');
	for (int i = 0; i < req->query.count; i++) {
		const struct pair *part = &req->query.at[i];
		if (str_is(part->name, "cursor"))
			continue;
		buf_add(&out, form_escape(req->mem, part->name));
		buf_add_char(&out, '=');
		buf_add(&out, form_escape(req->mem, part->value));
		buf_add_char(&out, '&');
	}
	buf_add_cstr(&out, "cursor=");
	buf_add(&out, cursor_write(req->mem, place));
	return buf_str(&out);
}

void respond_records(struct response *res, const struct record *record,
		     const struct records_page *page)
{
	struct json json;
	const char *row = page->rows;

	json_init(&json, respond_json(res, 200));
	json_open_object(&json);
	json_key(&json, "data");
	json_open_array(&json);
	for (int i = 0; i < page->count; i++)
		record_write(&json, record, row + (size_t)i * record->size);
	json_close_array(&json);
	json_key(&json, "next");
	if (page->last.len > 0) {
		struct str next = next_address(res->req, page->last);
		json_text(&json, next);
		respond_header(res, "Link",
			       str_format(res->req->mem, "<%.*s>; rel=\"next\"", STR_ARG(next)));
	} else {
		json_null(&json);
	}
	json_close_object(&json);
}
