/* SPDX-License-Identifier: Apache-2.0 */
/* The headers every answer carries. */
#include "http/headers.h"

/* TLS for two years; not for the hosts below this one, which are not ours. */
static const struct header always[] = {
	{"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
				    "img-src 'self' data: blob:; font-src 'self'; "
				    "connect-src 'self'; media-src 'self'; manifest-src 'self'; "
				    "worker-src 'self'; form-action 'self'; "
				    "base-uri 'none'; frame-ancestors 'none'; "
				    "require-trusted-types-for 'script'; trusted-types abdi"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)"},
	{"Strict-Transport-Security", "max-age=63072000"}, /* the last: over TLS only */
};

const struct header *headers_always(bool is_tls, int *count)
{
	*count = (int)(sizeof always / sizeof *always) - !is_tls;
	return always;
}

static void add_missing(struct response *res, const char *name, const char *value)
{
	if (pairs_count_nocase(&res->headers, str_from(name)) == 0)
		pairs_add(&res->headers, str_from(name), str_from(value));
}

void headers_complete(struct response *res)
{
	int count;
	const struct header *all = headers_always(res->req->is_tls, &count);

	for (int i = 0; i < count; i++)
		add_missing(res, all[i].name, all[i].value);
	add_missing(res, "Cache-Control", "private, no-cache");
	if (res->content_type)
		add_missing(res, "Content-Type", res->content_type);
}
