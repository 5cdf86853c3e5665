/* SPDX-License-Identifier: Apache-2.0 */
/* The scopes of API keys, read from their table. */
#include "law/api_scope.h"

static const struct {
	const char *key, *label;
	enum api_holder holder;
} scopes_all[SCOPE_COUNT] = {
	[SCOPE_NONE] = {"", "", HOLDER_SEMUA},
#define SCOPE(name, key, holder, label) [SCOPE_##name] = {key, label, HOLDER_##holder},
#include "law/rights.def"
};

const char *api_scope_key(enum api_scope scope)
{
	return scopes_all[scope].key;
}

const char *api_scope_label(enum api_scope scope)
{
	return scopes_all[scope].label;
}

bool api_scope_fits(enum api_scope scope, enum api_holder holder)
{
	return (scopes_all[scope].holder & holder) != 0;
}

bool api_scopes_have(api_scopes scopes, enum api_scope scope)
{
	return (scopes >> scope & 1U) != 0;
}

api_scopes api_scopes_with(api_scopes scopes, enum api_scope scope)
{
	return scopes | 1U << scope;
}

api_scopes api_scopes_parse(struct str text)
{
	api_scopes found = 0;

	while (text.len > 0) {
		struct str word = str_cut(text, ' ', &text);
		for (int scope = SCOPE_NONE + 1; scope < SCOPE_COUNT; scope++)
			if (str_is(word, scopes_all[scope].key))
				found = api_scopes_with(found, (enum api_scope)scope);
	}
	return found;
}

struct str api_scopes_str(struct arena *mem, api_scopes scopes)
{
	struct buf out;

	buf_init(&out, mem);
	for (int scope = SCOPE_NONE + 1; scope < SCOPE_COUNT; scope++) {
		if (!api_scopes_have(scopes, (enum api_scope)scope))
			continue;
		if (out.len > 0)
			buf_add_char(&out, ' ');
		buf_add_cstr(&out, scopes_all[scope].key);
	}
	return buf_str(&out);
}
