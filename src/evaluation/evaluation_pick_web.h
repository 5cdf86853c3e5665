/* SPDX-License-Identifier: Apache-2.0 */
/* What a page is about: ?periode=2026-4, else the period people work on now; or the person and
   period in its path. */
#ifndef ABDI_EVALUATION_EVALUATION_PICK_WEB_H
#define ABDI_EVALUATION_EVALUATION_PICK_WEB_H
#include "evaluation/evaluation_view.h"
#include "http/request.h"

/* A list of one period. */
MUST_CHECK enum err evaluation_pick(struct request *req, struct list *list,
				    struct evaluation_periode *out);
/* The same where what was sent names the period, as tahun and nomor of out; path: of the page. */
MUST_CHECK enum err evaluation_pick_sent(struct request *req, struct str path, struct list *list,
					 struct evaluation_periode *out);
/* The same of a list with filters of its own: the period is its field at. */
MUST_CHECK enum err evaluation_pick_in(struct job *job, struct form *form, int at,
				       struct evaluation_periode *out);
/* Of /nilai/:pegawai_id/:tahun/:nomor. */
MUST_CHECK enum err evaluation_key(struct request *req, struct id *pegawai_id, int *tahun,
				   int *nomor);

#endif
