/* SPDX-License-Identifier: Apache-2.0 */
/* The built-in files as answers of the library, made once: each plain, compressed, and as "you have
   it already". */
#ifndef ABDI_HTTP_ASSET_ANSWERS_H
#define ABDI_HTTP_ASSET_ANSWERS_H
#include "http/request.h"

struct MHD_Response;
struct asset_answers;

/* What is queued for one request. */
struct asset_answer {
	int status; /* 200 or 304 */
	struct MHD_Response *response;
};

/* All of ASSETS; is_tls: a proxy in front ends TLS. */
struct asset_answers *asset_answers_make(bool is_tls);
/* Accepts NULL. */
void asset_answers_free(struct asset_answers *answers);
/* The form that req takes of that asset. */
struct asset_answer asset_answers_find(const struct asset_answers *answers,
				       const struct request *req, int asset);

#endif
