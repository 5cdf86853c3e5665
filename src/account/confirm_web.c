/* SPDX-License-Identifier: Apache-2.0 */
/* The page that asks for the password before what decides about people, and goes back to where one
   came from. */
#include "account/account.h"
#include "account/account_view.h"
#include "account/session.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "http/status.h"

static enum err confirm_show(struct request *req, struct response *res,
			     const struct sign_in_view *view, enum err err)
{
	struct shell shell;
	int status = err == ERR_BUSY ? 429 : err ? http_status_of(err) : 200;

	shell_make(req, &shell, "");
	html_confirm(respond_html(res, status), &shell, view, request_job(req)->faults);
	return err;
}

enum err confirm_page(struct request *req, struct response *res)
{
	struct sign_in_view view = {.target = request_query(req, "ke")};
	struct sign_in who = {.must_change = false};

	form_make(&view.form, request_job(req), &confirm_form, &who);
	return confirm_show(req, res, &view, ERR_OK);
}

struct confirm_write {
	struct sign_in who;
	struct str device, old, cookie;
};

static enum err confirm_work(struct job *job, void *arg)
{
	struct confirm_write *write = arg;
	return account_sign_in(job, &write->who, write->device, write->old, &write->cookie);
}

enum err confirm_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct sign_in_view view = {.target = request_field(req, "ke")};
	struct confirm_write write = {.device = request_header(req, "User-Agent"),
				      .old = request_session(req)};
	enum err err;

	form_make(&view.form, request_job(req), &confirm_form, &write.who);
	form_read(&view.form, &source);
	err = account_confirm(request_job(req), STR("sandi"), &write.who);
	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return confirm_show(req, res, &view, err);
	if (err || (err = request_write(req, confirm_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	return respond_see_other(res, view.target.len > 0 ? view.target : STR("/beranda"));
}
