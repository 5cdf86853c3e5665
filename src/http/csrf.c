/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens masked anew for every page. */
#include "http/csrf.h"

#include "base/crypto.h"
#include "http/exchange.h"

#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* The six bits of a letter of crypto_token; -1: none of them. */
static int bits_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '-' ? 62 : c == '_' ? 63 : -1;
}

/* "account.secret": what stands before the point is no secret. */
static size_t secret_from(struct str token)
{
	size_t from = token.len;

	while (from > 0 && token.at[from - 1] != '.')
		from--;
	return from;
}

bool csrf_token_is_sound(struct str token)
{
	size_t from = secret_from(token);

	for (size_t i = from; i < token.len; i++)
		if (bits_of(token.at[i]) < 0)
			return false;
	return from < token.len;
}

static void mix(const char *a, const char *b, size_t count, char *out)
{
	for (size_t i = 0; i < count; i++)
		out[i] = letters[(bits_of(a[i]) ^ bits_of(b[i])) & 63];
}

struct str csrf_mask(struct arena *mem, struct str token)
{
	size_t from = secret_from(token), count = token.len - from;

	if (!csrf_token_is_sound(token))
		return STR_NONE;
	struct str pad = crypto_token(mem, (count * 3 + 3) / 4);
	char *out = arena_alloc(mem, from + 2 * count);
	memcpy(out, token.at, from);
	memcpy(out + from, pad.at, count);
	mix(token.at + from, pad.at, count, out + from + count);
	return (struct str){out, from + 2 * count};
}

/* STR_NONE when it was not made by csrf_mask. */
static struct str unmask(struct arena *mem, struct str masked)
{
	size_t from = secret_from(masked), count = (masked.len - from) / 2;

	if (!csrf_token_is_sound(masked) || (masked.len - from) % 2 != 0)
		return STR_NONE;
	char *out = arena_alloc(mem, from + count);
	memcpy(out, masked.at, from);
	mix(masked.at + from, masked.at + from + count, count, out + from);
	return (struct str){out, from + count};
}

bool csrf_token_matches(const struct request *req, struct str token)
{
	struct str given = request_header(req, "X-CSRF");

	if (given.len == 0)
		given = request_field(req, "csrf");
	return token.len > 0 && crypto_equal(unmask(req->mem, given), token);
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
