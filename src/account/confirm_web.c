/* SPDX-License-Identifier: Apache-2.0 */
/* The page that asks for the password before what decides about people, and goes back to where one came from. */
#include "account/account.h"
#include "account/account_view.h"
#include "account/session.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "http/status.h"

static enum err confirm_form(struct request *req, struct response *res, struct str target,
			     enum err err)
{
	struct shell shell;
	int status = err == ERR_BUSY ? 429 : err ? http_status_of(err) : 200;

	shell_make(req, &shell, "");
	html_confirm(respond_html(res, status), &shell, target, request_job(req)->faults);
	return err;
}

enum err confirm_page(struct request *req, struct response *res)
{
	return confirm_form(req, res, request_query(req, "ke"), ERR_OK);
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
	struct str target = request_field(req, "ke");
	struct confirm_write write = {.who = {.password = request_field(req, "sandi")},
				      .device = request_header(req, "User-Agent"),
				      .old = request_session(req)};
	enum err err = account_confirm(request_job(req), STR("sandi"), &write.who);

	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return confirm_form(req, res, target, err);
	if (err || (err = request_write(req, confirm_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	return respond_see_other(res, target.len > 0 ? target : STR("/beranda"));
}
