/* SPDX-License-Identifier: Apache-2.0 */
/* Pages travel compressed where the client takes it; files built in come compressed from the
   build. */
#ifndef ABDI_HTTP_GZIP_H
#define ABDI_HTTP_GZIP_H
#include "http/exchange.h"

/* Compresses a text answer in place when it is worth it; otherwise leaves it alone. */
void gzip_response(struct response *res);

#endif
