/* SPDX-License-Identifier: Apache-2.0 */
/* The answer to an err: a page, problem details, or the way to the sign-in page. */
#ifndef ABDI_APP_ANSWER_H
#define ABDI_APP_ANSWER_H
#include "http/exchange.h"

/* Fills the response unless the handler left one that fits the outcome. */
void answer_outcome(struct request *req, enum err err);
/* A form that was done is told so by its key, on the next page: an answer alone is no receipt. To
   the outbox the answer itself says so (204, Abdi-Outcome: kept). */
void answer_receipt(struct request *req);
/* Replaces the response by the page of this status. */
void answer_status(struct request *req, int status);

#endif
