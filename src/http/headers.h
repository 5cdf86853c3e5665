/* SPDX-License-Identifier: Apache-2.0 */
/* Headers every answer carries (reliability F2, F3; the page policy allows nothing inline). */
#ifndef ABDI_HTTP_HEADERS_H
#define ABDI_HTTP_HEADERS_H
#include "http/exchange.h"

/* A header and its value. */
struct header {
	const char *name, *value;
};

/* What every answer says, pages and built-in files. */
const struct header *headers_always(bool is_tls, int *count);
/* Adds what the handler has not set itself: security headers, Content-Type, Cache-Control. */
void headers_complete(struct response *res);

#endif
