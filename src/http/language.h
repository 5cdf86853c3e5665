/* SPDX-License-Identifier: Apache-2.0 */
/* The language a browser asks for: what somebody chose in it, and for visitors what it prefers. */
#ifndef ABDI_HTTP_LANGUAGE_H
#define ABDI_HTTP_LANGUAGE_H
#include "base/bahasa.h"
#include "http/request.h"

/* Chosen in this browser (respond_language), else by Accept-Language for visitors, else
   Indonesian. */
enum bahasa request_language(const struct request *req, bool is_visitor);
/* Remembers the choice in the browser. */
void respond_language(struct response *res, enum bahasa bahasa);

#endif
