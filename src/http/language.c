/* SPDX-License-Identifier: Apache-2.0 */
/* Reads and keeps the language of a browser. */
#include "http/language.h"

#include "base/say.h"
#include "http/response.h"

#define LANGUAGE_SECONDS (365 * 86400)

enum bahasa request_language(const struct request *req, bool is_visitor)
{
	enum bahasa bahasa;

	if (bahasa_parse(request_cookie(req, COOKIE_LANGUAGE), &bahasa))
		return bahasa;
	return is_visitor ? bahasa_accepted(request_header(req, "Accept-Language")) : BAHASA_ID;
}

void respond_language(struct response *res, enum bahasa bahasa)
{
	respond_cookie(res, COOKIE_LANGUAGE, bahasa_key(bahasa), LANGUAGE_SECONDS);
}
