/* SPDX-License-Identifier: Apache-2.0 */
/* For the script of our pages: who is signed in, and what was handed over at the last sign-out. */
#include "account/titipan.h"
#include "base/json.h"
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
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

/* What the page's script hands over. */
struct titipan_form {
	struct str isi;
};
#define FORM_RECORD struct titipan_form
static const struct field titipan_fields[] = {FIELD(HIDDEN, isi, "Isian", .most = TITIPAN_BYTES_MAX,
						    NEEDED("Tidak ada yang dititipkan."),
						    WRONG("Tidak ada yang dititipkan."))};
static const struct form_table titipan_form = FORM_TABLE("titipan", titipan_fields);
#undef FORM_RECORD

enum err titipan_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct titipan_form typed = {.isi = STR_NONE};
	struct form form;
	enum err err;

	form_make(&form, request_job(req), &titipan_form, &typed);
	form_read(&form, &source);
	if (problems_any(request_job(req)->faults))
		return ERR_INVALID;
	err = titipan_save(request_job(req), typed.isi);

	return err ? err : titipan_ready_file(req, res);
}

enum err titipan_take_send(struct request *req, struct response *res)
{
	enum err err = titipan_drop(request_job(req));

	return err ? err : titipan_ready_file(req, res);
}
