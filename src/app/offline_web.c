/* SPDX-License-Identifier: Apache-2.0 */
/* Shown where a page can neither be fetched nor was kept (assets/sw.js): it names nobody. */
#include "generated/app_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"

enum err offline_page(struct request *req, struct response *res)
{
	struct shell shell;

	shell_make(req, &shell, "");
	html_offline(respond_html(res, 200), &shell);
	return ERR_OK;
}
