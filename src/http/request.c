/* SPDX-License-Identifier: Apache-2.0 */
/* What handlers may ask of a request. */
#include "http/request.h"

#include "http/exchange.h"
#include "http/form.h"
#include "http/public_form.h"

#include <string.h>
#include <unistd.h>

void request_init(struct request *req, struct arena *mem)
{
	*req = (struct request){.mem = mem};
	problems_init(&req->faults, mem);
	req->job.mem = mem;
	req->job.faults = &req->faults;
	pairs_init(&req->headers, mem);
	pairs_init(&req->query, mem);
	pairs_init(&req->fields, mem);
	pairs_init(&req->params, mem);
	pairs_init(&req->cookies, mem);
	req->response.req = req;
	response_reset(&req->response);
}

enum err request_parse(struct request *req)
{
	struct str value;

	for (int n = 0; pairs_at_nocase(&req->headers, STR("Cookie"), n, &value); n++)
		cookie_parse(value, &req->cookies);
	return form_decode(req->query_text, &req->query);
}

struct job *request_job(struct request *req)
{
	return &req->job;
}

bool request_is_reading(const struct request *req)
{
	return str_is(req->method, "GET") || str_is(req->method, "HEAD");
}

struct arena *request_mem(struct request *req)
{
	return req->mem;
}

struct str request_method(const struct request *req)
{
	return req->method;
}

struct str request_path(const struct request *req)
{
	return req->path;
}

static struct str first_of(const struct pairs *pairs, const char *name)
{
	struct str value;
	return pairs_at(pairs, str_from(name), 0, &value) ? value : STR_NONE;
}

struct str request_param(const struct request *req, const char *name)
{
	struct str value, key = str_from(name);

	if (pairs_at(&req->params, key, 0, &value) || pairs_at(&req->query, key, 0, &value) ||
	    pairs_at(&req->fields, key, 0, &value))
		return value;
	return STR_NONE;
}

struct str request_route_param(const struct request *req, const char *name)
{
	return first_of(&req->params, name);
}

struct str request_query(const struct request *req, const char *name)
{
	return first_of(&req->query, name);
}

bool request_query_at(const struct request *req, const char *name, int n, struct str *out)
{
	return pairs_at(&req->query, str_from(name), n, out);
}

struct str request_field(const struct request *req, const char *name)
{
	return first_of(&req->fields, name);
}

bool request_has_field(const struct request *req, const char *name)
{
	struct str value;
	return pairs_at(&req->fields, str_from(name), 0, &value);
}

bool request_field_at(const struct request *req, const char *name, int n, struct str *out)
{
	return pairs_at(&req->fields, str_from(name), n, out);
}

bool request_nth_field(const struct request *req, int n, struct str *name, struct str *out)
{
	if (n >= req->fields.count)
		return false;
	*name = req->fields.at[n].name;
	*out = req->fields.at[n].value;
	return true;
}

enum err request_id_param(const struct request *req, const char *name, struct id *out)
{
	struct str value;

	if (!pairs_at(&req->params, str_from(name), 0, &value))
		value = request_param(req, name);
	return id_parse(value, out) ? ERR_OK : ERR_NOT_FOUND;
}

const struct upload *request_upload(const struct request *req, const char *field, int n)
{
	for (int i = 0; i < req->upload_count; i++) {
		const struct upload *upload = &req->uploads[i];
		bool is_chosen = upload->file_name.len > 0 || upload->size > 0;
		if (is_chosen && str_is(upload->field, field) && n-- == 0)
			return upload;
	}
	return NULL;
}

void request_add_upload(struct request *req, const struct upload *upload)
{
	req->uploads = arena_grow(req->mem, req->uploads, req->upload_count, sizeof *req->uploads);
	req->uploads[req->upload_count++] = *upload;
}

void request_drop_uploads(struct request *req)
{
	for (int i = 0; i < req->upload_count; i++)
		if (req->uploads[i].path.len > 0) /* ENOENT: a handler moved it */
			(void)unlink(str_cstr(req->mem, req->uploads[i].path));
	req->upload_count = 0;
}

void request_refuse_upload(struct request *req, const struct upload *upload)
{
	req->uploads[upload - req->uploads].is_refused = true;
}

bool request_kept_upload(const struct request *req, int n, struct str *value, struct str *name)
{
	for (int i = 0; i < req->upload_count; i++) {
		const struct upload *upload = &req->uploads[i];
		if (!upload->is_named || upload->is_refused || n-- > 0)
			continue;
		*name = upload->file_name;
		*value = str_format(req->mem, "%.*s %lld %.*s %.*s",
				    STR_ARG(id_str(req->mem, &upload->file)),
				    (long long)upload->size, STR_ARG(upload->field),
				    STR_ARG(upload->file_name));
		return true;
	}
	return false;
}

struct date request_deleted_on(const struct request *req)
{
	return date_add_days(req->job.today, req->public_form->days);
}

struct str request_header(const struct request *req, const char *name)
{
	struct str value;
	return pairs_at_nocase(&req->headers, str_from(name), 0, &value) ? value : STR_NONE;
}

struct str request_cookie(const struct request *req, enum cookie cookie)
{
	return first_of(&req->cookies, cookie_name(cookie, req->is_tls));
}

struct str request_address(const struct request *req)
{
	return req->address;
}

struct str request_body(const struct request *req)
{
	return req->body_kind == BODY_JSON ? req->body : STR_NONE;
}

struct str request_piece(const struct request *req)
{
	return req->body_kind == BODY_PIECE ? req->body : STR_NONE;
}

bool request_wants_json(const struct request *req)
{
	return str_starts(req->path, "/api/") ||
	       str_has(request_header(req, "Accept"), "application/json");
}

struct str request_session(const struct request *req)
{
	return request_cookie(req, COOKIE_SESSION);
}

bool request_is_for_keeping(const struct request *req)
{
	return request_header(req, KEEPING).len > 0;
}

bool request_is_queued(const struct request *req)
{
	return request_header(req, "X-Antrean").len > 0;
}

struct str request_note(struct request *req)
{
	struct str note = request_cookie(req, COOKIE_NOTE);

	if (note.len == 0 || request_is_for_keeping(req) ||
	    form_unescape(req->mem, note, false, &note))
		return STR_NONE;
	respond_cookie(&req->response, COOKIE_NOTE, STR_NONE, 0);
	return note;
}

/* Only what can be keys: whoever wrote the cookie writes into the page with it. */
static bool is_keys(struct str text)
{
	struct id id;

	while (text.len > 0)
		if (!id_parse(str_cut(text, '.', &text), &id))
			return false;
	return true;
}

struct str request_receipts(struct request *req)
{
	struct str keys = request_cookie(req, COOKIE_RECEIPT);

	if (keys.len == 0 || request_is_for_keeping(req) ||
	    request_header(req, "X-Fragmen").len > 0)
		return STR_NONE;
	respond_cookie(&req->response, COOKIE_RECEIPT, STR_NONE, 0);
	return is_keys(keys) ? keys : STR_NONE;
}

void request_set_prepared(struct request *req, void *prepared)
{
	req->prepared = prepared;
}

void *request_prepared(const struct request *req)
{
	return req->prepared;
}

enum err request_write(struct request *req, enum err (*work)(struct job *job, void *arg), void *arg)
{
	return req->write(req, work, arg);
}
