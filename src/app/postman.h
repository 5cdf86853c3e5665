/* SPDX-License-Identifier: Apache-2.0 */
/* Sends the daily digests of a serving process, on a thread of its own: a mail server that does not
   answer keeps nobody from anything. */
#ifndef ABDI_APP_POSTMAN_H
#define ABDI_APP_POSTMAN_H
#include "app/app.h"

struct postman;

/* NULL when no mail server is set. */
struct postman *postman_start(const struct app *app);
void postman_stop(struct postman *postman);

#endif
