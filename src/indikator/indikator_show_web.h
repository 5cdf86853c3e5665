/* SPDX-License-Identifier: Apache-2.0 */
/* The page of one indicator, drawn also where a decision was refused. */
#ifndef ABDI_INDIKATOR_INDIKATOR_SHOW_WEB_H
#define ABDI_INDIKATOR_INDIKATOR_SHOW_WEB_H
#include "form/form.h"
#include "http/request.h"

/* refused: the form of a decision as it was sent; NULL: an empty one. */
MUST_CHECK enum err indikator_show(struct request *req, struct response *res, struct form *refused,
				   int status);

#endif
