/* SPDX-License-Identifier: Apache-2.0 */
/* A list of names and values in the order they came: headers, cookies, query, form fields, route
   parameters. */
#ifndef ABDI_HTTP_PAIRS_H
#define ABDI_HTTP_PAIRS_H
#include "base/str.h"

/* A name and its value. */
struct pair {
	struct str name, value;
};

/* Pairs in the order they came. */
struct pairs {
	struct arena *mem;
	struct pair *at;
	int count;
};

/* Empty; its memory comes from mem. */
void pairs_init(struct pairs *pairs, struct arena *mem);
/* Adds one; a name may come more than once. */
void pairs_add(struct pairs *pairs, struct str name, struct str value);
/* The n-th value of that name, counted from 0; false when there are fewer. */
MUST_CHECK bool pairs_at(const struct pairs *pairs, struct str name, int n, struct str *out);
/* The same for header names, where case means nothing. */
MUST_CHECK bool pairs_at_nocase(const struct pairs *pairs, struct str name, int n, struct str *out);
int pairs_count_nocase(const struct pairs *pairs, struct str name);

#endif
