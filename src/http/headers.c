/* SPDX-License-Identifier: Apache-2.0 */
/* The headers every answer carries. */
#include "http/headers.h"

static const struct {
	const char *name, *value;
} always[] = {
	{"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
				    "img-src 'self' data: blob:; font-src 'self'; "
				    "connect-src 'self'; media-src 'self'; manifest-src 'self'; "
				    "worker-src 'self'; form-action 'self'; "
				    "base-uri 'none'; frame-ancestors 'none'; "
				    "require-trusted-types-for 'script'; trusted-types abdi"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)"},
	{"Cache-Control", "private, no-cache"},
};

static void add_missing(struct response *res, const char *name, const char *value)
{
	if (pairs_count_nocase(&res->headers, str_from(name)) == 0)
		pairs_add(&res->headers, str_from(name), str_from(value));
}

void headers_complete(struct response *res)
{
	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		add_missing(res, always[i].name, always[i].value);
	if (res->req->is_tls)
		add_missing(res, "Strict-Transport-Security", "max-age=31536000");
	if (res->content_type)
		add_missing(res, "Content-Type", res->content_type);
}
