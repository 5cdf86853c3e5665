/* SPDX-License-Identifier: Apache-2.0 */
#include "http/csrf.h"

#include "base/crypto.h"
#include "http/exchange.h"

bool csrf_token_matches(const struct request *req, struct str token)
{
	struct str given = request_header(req, "X-CSRF");

	if (given.len == 0)
		given = request_field(req, "csrf");
	return token.len > 0 && crypto_equal(given, token);
}

bool csrf_origin_matches(const struct request *req)
{
	struct str origin = request_header(req, "Origin");
	struct str site = request_header(req, "Sec-Fetch-Site");
	const char *scheme = req->is_tls ? "https://" : "http://";

	if (site.len > 0 && !str_is(site, "same-origin") && !str_is(site, "none"))
		return false;
	if (origin.len == 0)
		return true;
	if (!str_starts(origin, scheme))
		return false;
	origin = str_slice(origin, str_from(scheme).len, origin.len);
	return str_equal(origin, request_header(req, "Host"));
}

bool csrf_origin_is_told(const struct request *req)
{
	return csrf_origin_matches(req) &&
	       (request_header(req, "Origin").len > 0 ||
		str_is(request_header(req, "Sec-Fetch-Site"), "same-origin"));
}
