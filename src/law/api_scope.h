/* SPDX-License-Identifier: Apache-2.0 */
/* What a key of the API is for (rights.def). A scope only narrows: what its holder may do to
   whose record is still judged by access_allows. */
#ifndef ABDI_LAW_API_SCOPE_H
#define ABDI_LAW_API_SCOPE_H
#include "base/str.h"

/* What a key of the API may be given. */
enum api_scope {
	SCOPE_NONE, /* a route that asks for no key */
#define SCOPE(name, key, holder, label) SCOPE_##name,
#include "law/rights.def"
	SCOPE_COUNT
};

/* Who may hold a key: a person for themselves, or another system. */
enum api_holder { HOLDER_ORANG = 1, HOLDER_SISTEM = 2, HOLDER_SEMUA = 3 };

/* A set of scopes: a bit for each. */
typedef unsigned api_scopes;

/* "laporan.kirim", as keys are stored and the OpenAPI text names it; "" for SCOPE_NONE. */
const char *api_scope_key(enum api_scope scope);
/* What it allows, in the user's words. */
const char *api_scope_label(enum api_scope scope);
/* May such a holder be given this scope? */
bool api_scope_fits(enum api_scope scope, enum api_holder holder);
bool api_scopes_have(api_scopes scopes, enum api_scope scope);
api_scopes api_scopes_with(api_scopes scopes, enum api_scope scope);
/* "laporan.baca laporan.kirim" as a set; words that are no scope are left out. */
api_scopes api_scopes_parse(struct str text);
struct str api_scopes_str(struct arena *mem, api_scopes scopes);

#endif
