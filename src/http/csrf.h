/* SPDX-License-Identifier: Apache-2.0 */
/* Is a change asked for by our own page? Token and origin must both agree (reliability E1). */
#ifndef ABDI_HTTP_CSRF_H
#define ABDI_HTTP_CSRF_H
#include "http/request.h"

/* The token as a page carries it: another text each time, so that a page which is compressed and
   mirrors what was typed gives nothing of it away (BREACH). STR_NONE for a token that is not
   sound. */
struct str csrf_mask(struct arena *mem, struct str token);
/* Is it made of the letters tokens are made of? The one of a visitor comes from a cookie. */
bool csrf_token_is_sound(struct str token);
/* The field "csrf" or the header X-CSRF holds the session's token, masked; compared in constant
   time. */
bool csrf_token_matches(const struct request *req, struct str token);
/* Origin (or, without one, Sec-Fetch-Site) names this very host. A client that sends neither is no
   browser. */
bool csrf_origin_matches(const struct request *req);
/* The same, and the client did say where it comes from: proof enough where no token can be
   compared. */
bool csrf_origin_is_told(const struct request *req);

#endif
