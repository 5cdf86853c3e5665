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
/* Of /nilai/:pegawai_id/:tahun/:nomor. */
MUST_CHECK enum err evaluation_key(struct request *req, struct id *pegawai_id, int *tahun,
				   int *nomor);

#endif
