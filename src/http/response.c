/* SPDX-License-Identifier: Apache-2.0 */
/* Answers of every kind. */
#include "http/response.h"

#include "base/id.h"
#include "base/letters.h"
#include "base/say.h"
#include "http/exchange.h"
#include "http/form.h"

#define NOTE_SECONDS 60
#define NOTE_LONGEST 250 /* letters: a cookie holds some 4,000 bytes, escaped */
#define RECEIPT_SECONDS 86400
#define RECEIPTS_LONGEST                                                                           \
	370 /* ten keys; one that is crowded out is told when its form comes again */
#define PAGE_BYTES ((size_t)16 * 1024) /* most pages: they are written without moving once */

void response_reset(struct response *res)
{
	res->status = 0;
	res->content_type = NULL;
	res->file = res->note = STR_NONE;
	res->draw = NULL;
	buf_init(&res->body, res->req->mem);
	pairs_init(&res->headers, res->req->mem);
}

static struct buf *respond_typed(struct response *res, int status, const char *content_type)
{
	res->status = status;
	res->content_type = content_type;
	buf_reserve(&res->body, PAGE_BYTES);
	return &res->body;
}

struct buf *respond_html(struct response *res, int status)
{
	return respond_typed(res, status, "text/html; charset=utf-8");
}

struct buf *respond_json(struct response *res, int status)
{
	return respond_typed(res, status, "application/json");
}

struct buf *respond_text(struct response *res, int status)
{
	return respond_typed(res, status, "text/plain; charset=utf-8");
}

/* A path of ours: one slash, no second one that browsers read as another host, no control
   characters. */
static bool is_own_path(struct str path)
{
	if (path.len == 0 || path.at[0] != '/')
		return false;
	if (path.len > 1 && (path.at[1] == '/' || path.at[1] == '\\'))
		return false;
	for (size_t i = 0; i < path.len; i++) {
		if ((unsigned char)path.at[i] <= ' ' || path.at[i] == 0x7f || path.at[i] == '\\')
			return false;
	}
	return true;
}

enum err respond_see_other(struct response *res, struct str path)
{
	respond_text(res, 303);
	respond_header(res, "Location", is_own_path(path) ? path : STR("/"));
	return ERR_OK;
}

/* filename= for old clients in ASCII, filename*= (RFC 5987) with the name as it is. */
static void respond_attachment(struct response *res, struct str file_name)
{
	struct buf line;
	struct str escaped = form_escape(res->req->mem, file_name);

	buf_init(&line, res->req->mem);
	buf_add_cstr(&line, "attachment; filename=\"");
	for (size_t i = 0; i < file_name.len; i++) {
		char c = file_name.at[i];
		bool is_safe = c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/' && c != '%';
		buf_add_char(&line, is_safe ? c : '_');
	}
	buf_add_cstr(&line, "\"; filename*=UTF-8''");
	buf_add(&line, escaped);
	respond_header(res, "Content-Disposition", buf_str(&line));
}

enum err respond_bytes(struct response *res, const char *content_type, struct str file_name,
		       struct str body)
{
	respond_typed(res, 200, content_type);
	res->body = (struct buf){.mem = res->req->mem,
				 .at = (char *)(uintptr_t)body.at,
				 .len = body.len,
				 .cap = body.len};
	respond_attachment(res, file_name);
	return ERR_OK;
}

enum err respond_file(struct response *res, const char *content_type, struct str file_name,
		      struct str path)
{
	respond_typed(res, 200, content_type);
	res->file = path;
	respond_attachment(res, file_name);
	respond_header(res, "Content-Security-Policy", STR("sandbox; default-src 'none'"));
	return ERR_OK;
}

static bool has_control(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if ((unsigned char)s.at[i] < ' ' || s.at[i] == 0x7f)
			return true;
	}
	return false;
}

void respond_header(struct response *res, const char *name, struct str value)
{
	if (has_control(value) || has_control(str_from(name)))
		return;
	pairs_add(&res->headers, str_from(name), value);
}

/* The last word on a cookie counts: an earlier one of the same name is taken back. */
static void forget_cookie(struct response *res, const char *name)
{
	const char *begin = str_cstr(res->req->mem, str_format(res->req->mem, "%s=", name));
	int kept = 0;

	for (int i = 0; i < res->headers.count; i++) {
		struct pair *header = &res->headers.at[i];
		if (!str_is(header->name, "Set-Cookie") || !str_starts(header->value, begin))
			res->headers.at[kept++] = *header;
	}
	res->headers.count = kept;
}

void respond_cookie(struct response *res, enum cookie cookie, struct str value, int max_age)
{
	const char *name = cookie_name(cookie, res->req->is_tls);

	if (str_has(value, ";") || str_has(value, " "))
		return;
	forget_cookie(res, name);
	respond_header(res, "Set-Cookie",
		       str_format(res->req->mem,
				  "%s=%.*s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s", name,
				  STR_ARG(value), max_age, res->req->is_tls ? "; Secure" : ""));
}

void respond_session(struct response *res, struct str value, int max_age)
{
	respond_cookie(res, COOKIE_SESSION, value, max_age);
}

void respond_again(struct response *res, response_draw *draw, void *arg)
{
	res->draw = draw;
	res->draw_arg = arg;
}

void respond_note(struct response *res, struct str sentence)
{
	sentence = say(res->req->mem, sentence);
	res->note = sentence = letters_cut(res->req->mem, sentence, NOTE_LONGEST);
	respond_cookie(res, COOKIE_NOTE, form_escape(res->req->mem, sentence), NOTE_SECONDS);
}

void respond_receipt(struct response *res, struct str key)
{
	struct str before = request_cookie(res->req, COOKIE_RECEIPT);
	struct id id;

	if (!id_parse(key, &id))
		return;
	if (before.len > RECEIPTS_LONGEST)
		before = STR_NONE;
	respond_cookie(res, COOKIE_RECEIPT,
		       before.len > 0 ? str_format(res->req->mem, "%.*s.%.*s", STR_ARG(key),
						   STR_ARG(before))
				      : key,
		       RECEIPT_SECONDS);
}
