/* SPDX-License-Identifier: Apache-2.0 */
/* Embedded files by their name, in the best encoding the browser takes. */
#include "http/static.h"

#include "generated/assets.h"

int static_find(struct str path)
{
	for (int i = 0; i < ASSET_COUNT; i++) {
		if (str_is(path, ASSETS[i].path))
			return i;
	}
	return -1;
}

static bool takes(struct str accept, const char *coding)
{
	while (accept.len > 0) {
		struct str weight, part = str_trim(str_cut(accept, ',', &accept));
		struct str name = str_trim(str_cut(part, ';', &weight));
		weight = str_trim(weight);
		if (str_is(name, coding))
			return !(str_is(weight, "q=0") || str_starts(weight, "q=0.0"));
	}
	return false;
}

/* Strength does not count here (RFC 9110, 13.1.2). */
static struct str opaque(struct str tag)
{
	return str_starts(tag, "W/") ? str_slice(tag, 2, tag.len) : tag;
}

bool static_is_known(struct str if_none_match, const char *etag)
{
	struct str ours = opaque(str_from(etag));

	if (str_is(str_trim(if_none_match), "*"))
		return true;
	while (if_none_match.len > 0) {
		struct str tag = str_trim(str_cut(if_none_match, ',', &if_none_match));
		if (str_equal(opaque(tag), ours))
			return true;
	}
	return false;
}

enum encoding static_encoding(struct str accept, bool has_br, bool has_gzip)
{
	if (has_br && takes(accept, "br"))
		return ENCODING_BR;
	return has_gzip && takes(accept, "gzip") ? ENCODING_GZIP : ENCODING_PLAIN;
}
