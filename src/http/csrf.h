/* SPDX-License-Identifier: Apache-2.0 */
/* Is a change asked for by our own page? Token and origin must both agree (reliability E1). */
#ifndef ABDI_HTTP_CSRF_H
#define ABDI_HTTP_CSRF_H
#include "http/request.h"

/* The field "csrf" or the header X-CSRF equals the session's token, in constant time. */
bool csrf_token_matches(const struct request *req, struct str token);
/* Origin (or, without one, Sec-Fetch-Site) names this very host. A client that sends neither is no browser. */
bool csrf_origin_matches(const struct request *req);
/* The same, and the client did say where it comes from: proof enough where no token can be compared. */
bool csrf_origin_is_told(const struct request *req);

#endif
