/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps a form while its person signs in again. */
#include "app/resume.h"

#include "account/session.h"
#include "base/say.h"
#include "generated/app_templates.h"
#include "http/csrf.h"
#include "http/form.h"
#include "http/router.h"
#include "http/shell_web.h"
#include "law/access.h"

#define OWN_FIELDS "lanjut_"
#define US_A_SECOND INT64_C(1000000)

bool resume_claim(const struct request *req, struct id *akun_id)
{
	struct str claim = request_field(req, "lanjut_akun");

	if ((req->body_kind != BODY_FORM && req->body_kind != BODY_MULTIPART) ||
	    request_wants_json(req) || !csrf_origin_is_told(req))
		return false;
	return claim.len > 0 ? id_parse(claim, akun_id)
			     : session_csrf_account(request_field(req, "csrf"), akun_id);
}

bool resume_is_answered(const struct request *req)
{
	return request_has_field(req, "lanjut_sandi");
}

bool resume_is_own(struct str name)
{
	return str_starts(name, OWN_FIELDS) || str_is(name, "csrf");
}

void resume_strip(struct request *req)
{
	int kept = 0;

	for (int i = 0; i < req->fields.count; i++)
		if (!resume_is_own(req->fields.at[i].name))
			req->fields.at[kept++] = req->fields.at[i];
	req->fields.count = kept;
}

static struct str here_of(const struct request *req)
{
	return req->query_text.len == 0 ? req->path
					: str_format(req->mem, "%.*s?%.*s", STR_ARG(req->path),
						     STR_ARG(req->query_text));
}

static struct resume_view view_make(const struct request *req, enum resume mode)
{
	struct resume_view view = {.mode = mode,
				   .action = here_of(req),
				   .login = request_field(req, "lanjut_masuk"),
				   .file_count = req->upload_count};

	view.fields = arena_array(req->mem, struct pair, (size_t)req->fields.count + 1);
	for (int i = 0; i < req->fields.count; i++)
		if (!resume_is_own(req->fields.at[i].name) &&
		    !str_is(req->fields.at[i].name, "kunci"))
			view.fields[view.field_count++] = req->fields.at[i];
	return view;
}

static bool is_unkept(enum resume mode)
{
	return mode == RESUME_REFUSED || mode == RESUME_UNKNOWN;
}

static void answer_view(struct request *req, const struct resume_view *view, int status)
{
	struct shell shell;

	shell_make(req, &shell, "");
	if (is_unkept(view->mode))
		shell.csrf = request_field(req, "csrf");
	if (view->mode != RESUME_KEYLESS && view->mode != RESUME_CHANGED)
		shell.kept_key = request_field(req, "kunci");
	html_resume(respond_html(&req->response, status), &shell, view, &req->faults);
}

void resume_page(struct request *req, enum resume mode, const struct id *akun_id, int status)
{
	struct resume_view view = view_make(req, mode);

	if (!id_is_none(akun_id)) /* else a visitor's */
		view.account = id_str(req->mem, akun_id);
	answer_view(req, &view, status);
}

void resume_later(struct request *req, int seconds)
{
	struct resume_view view = view_make(req, RESUME_LIMITED);
	enum zona zona = req->job.actor->zona;
	/* The clock shows minutes: the next full one, so that it is never too early. */
	int64_t at = req->job.now + (seconds + 59) * US_A_SECOND;

	view.later = str_format(req->mem, "%.*s %.*s", STR_ARG(say_clock(req->mem, at, zona)),
				STR_ARG(zona_key(zona)));
	answer_view(req, &view, 429);
	respond_header(&req->response, "Retry-After", str_format(req->mem, "%d", seconds));
}

bool resume_can_keep(const struct request *req)
{
	return req->route && req->route->lane != LANE_PASSWORD &&
	       req->route->permission != PERM_ACCOUNT_OWN && !request_is_reading(req) &&
	       !request_wants_json(req) &&
	       (req->body_kind == BODY_FORM || req->body_kind == BODY_MULTIPART);
}

void resume_unkept(struct request *req, enum resume mode, int status)
{
	struct resume_view view = view_make(req, mode);

	answer_view(req, &view, status);
}

/* The page a download was asked from, when it is ours. */
static struct str page_before(const struct request *req)
{
	const char *scheme = req->is_tls ? "https://" : "http://";
	struct str host = request_header(req, "Host"), referer = request_header(req, "Referer");
	struct str start = str_format(req->mem, "%s%.*s/", scheme, STR_ARG(host));

	if (host.len == 0 || !str_starts(referer, str_cstr(req->mem, start)))
		return STR_NONE;
	return str_slice(referer, start.len - 1, referer.len);
}

static bool is_download(struct str path)
{
	while (str_has(path, "/"))
		(void)str_cut(path, '/', &path);
	return str_has(path, ".");
}

enum err resume_reading(struct request *req)
{
	struct str target = is_download(req->path) ? page_before(req) : STR_NONE;

	if (target.len == 0)
		target = here_of(req);
	return respond_see_other(&req->response,
				 str_format(req->mem, "/konfirmasi?ke=%.*s",
					    STR_ARG(form_escape(req->mem, target))));
}
