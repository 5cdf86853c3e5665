/* SPDX-License-Identifier: Apache-2.0 */
/* What a page is about: ?periode=2026-4, else the period people work on now; or the person and
   period in its path. */
#ifndef ABDI_EVALUATION_EVALUATION_PICK_WEB_H
#define ABDI_EVALUATION_EVALUATION_PICK_WEB_H
#include "evaluation/evaluation_view.h"
#include "http/request.h"

/* action: the page's own path, for its form of periods. */
MUST_CHECK enum err evaluation_pick(struct request *req, struct str action,
				    struct evaluation_periode *out);
/* The same of a list whose filters are a form: the period is its field at. */
MUST_CHECK enum err evaluation_pick_in(struct job *job, struct form *form, int at,
				       struct evaluation_periode *out);
/* 422 when the address names a period that is none. */
int evaluation_pick_status(const struct evaluation_periode *periode);
/* Of /nilai/:pegawai_id/:tahun/:nomor. */
MUST_CHECK enum err evaluation_key(struct request *req, struct id *pegawai_id, int *tahun,
				   int *nomor);

#endif
