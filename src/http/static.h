/* SPDX-License-Identifier: Apache-2.0 */
/* Which built-in file answers a path, and in which encoding. */
#ifndef ABDI_HTTP_STATIC_H
#define ABDI_HTTP_STATIC_H
#include "base/str.h"

/* How an embedded file is stored. */
enum encoding { ENCODING_PLAIN, ENCODING_GZIP, ENCODING_BR, ENCODING_COUNT };

/* Index in ASSETS, or -1. */
int static_find(struct str path);
/* The smallest form the client takes: "gzip, br;q=0" takes gzip. */
enum encoding static_encoding(struct str accept, bool has_br, bool has_gzip);

/* Does If-None-Match name this file, among others, in either strength, or by "*"? */
bool static_is_known(struct str if_none_match, const char *etag);

#endif
