/* SPDX-License-Identifier: Apache-2.0 */
/* The cookies of this service: all of one kind, so that none is bound less firmly than another. */
#ifndef ABDI_HTTP_COOKIE_H
#define ABDI_HTTP_COOKIE_H
#include "http/pairs.h"

/* What each is for. */
enum cookie {
	COOKIE_SESSION,
	COOKIE_GUEST, /* the CSRF token of a visitor without a session */
	COOKIE_NOTE, /* a sentence for the next page */
	COOKIE_RECEIPT, /* keys of forms that were done, until a page tells them; points between */
	COOKIE_KNOWN, /* a browser that has signed in: it waits for its own mistakes only, not for
			 those of strangers */
	COOKIE_LANGUAGE,
};

/* Its name. Behind TLS it begins with __Host-, which binds it to this host, to all its paths and to
   TLS; over plain HTTP, which is for loopback and trials, browsers would drop such a name. */
const char *cookie_name(enum cookie cookie, bool is_tls);
/* "a=1; b=2" into pairs; values stay as sent. Parts without a name are skipped. */
void cookie_parse(struct str header, struct pairs *out);

#endif
