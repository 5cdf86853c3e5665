/* SPDX-License-Identifier: Apache-2.0 */
/* Compares paths part by part; a fixed part goes before a parameter. */
#include "http/router.h"

#include "http/form.h"

#include <string.h>

/* Compares segment by segment. The score has one bit a segment, set for literals, the first segment
   highest; -1: no. */
static int64_t match_score(struct str pattern, struct str path)
{
	int64_t score = 1;

	if (path.len == 0 || path.at[0] != '/')
		return -1;
	pattern = str_slice(pattern, 1, pattern.len);
	path = str_slice(path, 1, path.len);
	for (;;) {
		bool pattern_more = str_has(pattern, "/"), path_more = false;
		for (size_t i = 0; i < path.len && !path_more; i++)
			path_more = path.at[i] == '/';
		struct str want = str_cut(pattern, '/', &pattern), have = str_cut(path, '/', &path);
		bool is_param = want.len > 0 && want.at[0] == ':';
		if (is_param ? have.len == 0 : !str_equal(want, have))
			return -1;
		if (score >= INT64_C(1) << 40)
			return -1;
		score = score * 2 + !is_param;
		if (pattern_more != path_more)
			return -1;
		if (!pattern_more)
			return score;
	}
}

bool router_is_visit(const struct route *route)
{
	return strncmp(route->path, ROUTER_VISIT, sizeof(ROUTER_VISIT) - 1) == 0;
}

/* Most routes differ in their first letter already: seen before their length is asked. */
static bool may_match(const char *pattern, struct str path)
{
	return path.len < 2 || pattern[0] != '/' || !pattern[1] || pattern[1] == path.at[1] ||
	       pattern[1] == ':';
}

/* The route's pattern as this path writes it, with or without the agency; the score orders as that
   of match_score, and what names the agency goes before what leaves it out: /layanan is the
   staff's, /w/<slug>/layanan the public's. */
static int64_t route_score(const struct route *route, struct str path, struct str *pattern)
{
	int64_t score = -1;

	if (may_match(route->path, path)) {
		*pattern = str_from(route->path);
		score = match_score(*pattern, path);
	}
	if (score >= 0 || !router_is_visit(route))
		return score >= 0 ? score * 2 + 1 : -1;
	*pattern = str_from(route->path + sizeof(ROUTER_VISIT) - 1);
	score = pattern->len > 0 ? match_score(*pattern, path) : -1; /* "/" has its own row */
	return score >= 0 ? score * 2 : -1;
}

bool router_takes_files(enum lane lane)
{
	return lane == LANE_FILES || lane == LANE_INTAKE;
}

static enum err read_params(struct str pattern, struct str path, struct pairs *params)
{
	enum err err;

	while (pattern.len > 0) {
		struct str want = str_cut(pattern, '/', &pattern), have = str_cut(path, '/', &path),
			   value;
		if (want.len == 0 || want.at[0] != ':')
			continue;
		if ((err = form_unescape(params->mem, have, false, &value)))
			return ERR_NOT_FOUND;
		pairs_add(params, str_slice(want, 1, want.len), value);
	}
	return ERR_OK;
}

static struct str allow_add(struct arena *mem, struct str allow, struct str method)
{
	if (str_has(allow, str_cstr(mem, method)))
		return allow;
	return allow.len ? str_format(mem, "%.*s, %.*s", STR_ARG(allow), STR_ARG(method)) : method;
}

enum err router_find(const struct route_table *table, struct str method, struct str path,
		     struct pairs *params, struct route_match *out)
{
	int64_t best_score = -1;
	struct str wanted = str_is(method, "HEAD") ? STR("GET") : method, pattern, best = STR_NONE;

	*out = (struct route_match){.allow = STR_NONE};
	for (int i = 0; i < table->count; i++) {
		const struct route *route = &table->at[i];
		int64_t score = route_score(route, path, &pattern);
		if (score < 0)
			continue;
		out->allow = allow_add(params->mem, out->allow, str_from(route->method));
		if (score > best_score && str_is(wanted, route->method)) {
			out->route = route;
			best_score = score;
			best = pattern;
		}
	}
	if (!out->route)
		return out->allow.len ? ERR_INVALID : ERR_NOT_FOUND;
	return read_params(best, path, params);
}
