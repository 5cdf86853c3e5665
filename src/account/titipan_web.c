/* SPDX-License-Identifier: Apache-2.0 */
/* For the script of our pages: who is signed in, and what was handed over at the last sign-out. */
#include "account/titipan.h"
#include "base/json.h"
#include "base/say.h"
#include "generated/routes.h"
#include "http/csrf.h"
#include "http/response.h"
#include "law/access.h"

static void begin(struct request *req, struct response *res, struct json *json)
{
	const struct actor *actor = request_job(req)->actor;

	respond_header(res, "Cache-Control", STR("no-store"));
	json_init(json, respond_json(res, 200));
	json_open_object(json);
	json_key(json, "akun");
	json_id(json, &actor->akun_id);
	json_key(json, "csrf");
	json_text(json, csrf_mask(request_mem(req), actor->csrf));
}

enum err titipan_ready_file(struct request *req, struct response *res)
{
	struct json json;

	begin(req, res, &json);
	json_close_object(&json);
	return ERR_OK;
}

enum err titipan_file(struct request *req, struct response *res)
{
	struct json json;
	struct str isi;
	enum err err = titipan_load(request_job(req), &isi);

	if (err)
		return err;
	begin(req, res, &json);
	json_key(&json, "isi");
	json_text(&json, isi);
	json_close_object(&json);
	return ERR_OK;
}

enum err titipan_send(struct request *req, struct response *res)
{
	enum err err = titipan_save(request_job(req), request_field(req, "isi"));

	return err ? err : titipan_ready_file(req, res);
}

enum err titipan_take_send(struct request *req, struct response *res)
{
	enum err err = titipan_drop(request_job(req));

	return err ? err : titipan_ready_file(req, res);
}
