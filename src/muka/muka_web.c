/* SPDX-License-Identifier: Apache-2.0 */
/* Where "/" leads, and the first page of an agency for its public. */
#include "account/installation.h"
#include "generated/routes.h"
#include "generated/muka_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"

static enum err show(struct request *req, struct response *res)
{
	struct shell shell;

	shell_make(req, &shell, "");
	shell.is_visit = shell.is_wide = true;
	html_muka(respond_html(res, 200), &shell);
	return ERR_OK;
}

enum err muka_page(struct request *req, struct response *res)
{
	return show(req, res);
}

enum err muka_front_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	bool is_set_up;
	enum err err;

	if (job->actor->is_signed_in)
		return respond_see_other(res, STR("/beranda"));
	if (job->actor->instansi_slug.len > 0)
		return show(req, res);
	if ((err = installation_is_set_up(job, &is_set_up)))
		return err;
	return respond_see_other(res, is_set_up ? STR("/masuk") : STR("/mulai"));
}
