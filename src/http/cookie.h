/* SPDX-License-Identifier: Apache-2.0 */
/* Cookie names and their reading; respond_cookie writes them. */
#ifndef ABDI_HTTP_COOKIE_H
#define ABDI_HTTP_COOKIE_H
#include "http/pairs.h"

#define COOKIE_NOTE "abdi-catatan"
/* A browser that has signed in before: it waits for its own mistakes only, not for those of
   strangers. */
#define COOKIE_KNOWN "abdi-kenal"

/* The __Host- prefix binds the cookie to this host, but browsers accept it over TLS only. */
const char *cookie_session_name(bool is_tls);
/* Holds the CSRF token of visitors without a session. */
const char *cookie_guest_name(bool is_tls);
/* "a=1; b=2" into pairs; values stay as sent. Parts without a name are skipped. */
void cookie_parse(struct str header, struct pairs *out);

#endif
