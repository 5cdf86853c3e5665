/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a cookie in its header. */
#include "http/cookie.h"

#define COOKIES_MAX 64

const char *cookie_session_name(bool is_tls)
{
	return is_tls ? "__Host-abdi" : "abdi";
}

const char *cookie_guest_name(bool is_tls)
{
	return is_tls ? "__Host-abdi-tamu" : "abdi-tamu";
}

void cookie_parse(struct str header, struct pairs *out)
{
	while (header.len > 0 && out->count < COOKIES_MAX) {
		struct str value, part = str_trim(str_cut(header, ';', &header));
		struct str name = str_cut(part, '=', &value);
		if (name.len > 0)
			pairs_add(out, name, value);
	}
}
