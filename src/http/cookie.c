/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a cookie in its header. */
#include "http/cookie.h"

#define COOKIES_MAX 64

#define BOUND "__Host-"

static const char *const names[] = {
	[COOKIE_SESSION] = BOUND "abdi",	[COOKIE_GUEST] = BOUND "abdi-tamu",
	[COOKIE_NOTE] = BOUND "abdi-catatan",	[COOKIE_KNOWN] = BOUND "abdi-kenal",
	[COOKIE_RECEIPT] = BOUND "abdi-terima", [COOKIE_LANGUAGE] = BOUND "abdi-bahasa",
};

const char *cookie_name(enum cookie cookie, bool is_tls)
{
	return names[cookie] + (is_tls ? 0 : sizeof(BOUND) - 1);
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
