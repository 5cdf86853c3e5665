/* SPDX-License-Identifier: Apache-2.0 */
/* /healthz: is this process able to answer from its database? */
#include "account/installation.h"
#include "generated/routes.h"
#include "http/response.h"
#include "base/json.h"

enum err health_page(struct request *req, struct response *res)
{
	struct json json;
	bool is_set_up;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err)
		return err;
	json_init(&json, respond_json(res, 200));
	json_open_object(&json);
	json_key(&json, "status");
	json_text(&json, STR("ok"));
	json_key(&json, "set_up");
	json_bool(&json, is_set_up);
	json_close_object(&json);
	return ERR_OK;
}
