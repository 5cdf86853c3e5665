/* SPDX-License-Identifier: Apache-2.0 */
/* One person moved or ended by another program, such as the agency's personnel system. */
#include "form/form_schema.h"
#include "generated/routes.h"
#include "http/records.h"
#include "import/import_one_form.h"
#include "org/org.h"

/* The deed, and the person as they stand after it. */
static enum err send(struct request *req, struct response *res, struct import_ask *ask,
		     struct form *form)
{
	struct job *job = request_job(req);
	struct pegawai *pegawai;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &id)) ||
	    (err = form_read_json(form, request_body(req))) || (err = import_one(job, &id, ask)) ||
	    (err = pegawai_load(job, &id, &pegawai)))
		return err;
	respond_record(res, 200, &pegawai_record, pegawai);
	return ERR_OK;
}

enum err import_move_api(struct request *req, struct response *res)
{
	struct import_ask ask = {.deed = IMPORT_MOVE};
	struct form form;

	form_make(&form, request_job(req), &import_pindah_form, &ask.pindah);
	return send(req, res, &ask, &form);
}

enum err import_end_api(struct request *req, struct response *res)
{
	struct import_ask ask = {.deed = IMPORT_END};
	struct form form;

	form_make(&form, request_job(req), &import_akhir_form, &ask.akhir);
	return send(req, res, &ask, &form);
}
