/* SPDX-License-Identifier: Apache-2.0 */
/* What the public pages of an agency share. */
#ifndef ABDI_MUKA_MUKA_WEB_H
#define ABDI_MUKA_MUKA_WEB_H
#include "http/request.h"
#include "http/response.h"

/* The database does not answer: who the agency is may be in memory, what it offers is not. */
MUST_CHECK enum err muka_unread(struct request *req, struct response *res);

#endif
