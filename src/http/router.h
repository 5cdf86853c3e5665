/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the route of a path. Literal segments win over :parameters. */
#ifndef ABDI_HTTP_ROUTER_H
#define ABDI_HTTP_ROUTER_H
#include "http/pairs.h"
#include "http/request.h"

struct form_table;
struct record;

/* Where a handler runs. */
enum lane {
	LANE_ALIVE, /* on the connection's thread, without the database: how is this process? */
	LANE_READ, /* in a read snapshot: on the connection's thread where the database is a file of
	              ours, else on one of the few threads that may wait for its server */
	LANE_WRITE, /* whole on the writer, answered after its commit */
	LANE_FILES, /* the same, after the pool has taken in the files that came along */
	LANE_SLOW, /* in the bounded pool: documents, downloads */
	LANE_INTAKE, /* the same, and files come along: imports */
	LANE_PASSWORD, /* in a bounded pool of their own, so that no import holds up a sign-in */
};

/* What the API's routes say more (app/routes.def). */
struct route_api {
	int scope; /* enum api_scope that the key must have; SCOPE_NONE: no key is asked for */
	const struct form_table *asks; /* the fields of the query, or of the body */
	const struct record *tells; /* what is answered */
	bool is_list; /* a page of such records, with a cursor */
	const char *words; /* what it is for */
};

/* A row of routes.def. */
struct route {
	const char *method, *path;
	int permission; /* enum permission; http does not judge it */
	enum lane lane;
	request_handler *handler;
	request_prepare *prepare; /* LANE_FILES: <handler>_files; else NULL */
	const struct route_api *api; /* of app/routes.def; NULL: a page, which a cookie opens */
};

/* All rows. */
struct route_table {
	const struct route *at;
	int count;
};

/* An agency's pages for its public begin so. They answer without it too, where a host name or being
   the only agency says whose they are. */
#define ROUTER_VISIT "/w/:instansi"

/* The row that fits, with what its parameters hold. */
struct route_match {
	const struct route *route;
	struct str allow; /* the methods of this path: "GET, POST" */
};

/* Do files come along on this lane? Elsewhere a multipart form is refused. */
bool router_takes_files(enum lane lane);
/* Is this one of an agency's pages for its public? */
bool router_is_visit(const struct route *route);
/* ERR_NOT_FOUND: no such path. ERR_INVALID: the path exists for other methods, listed in
   out->allow. HEAD is answered by GET routes. Segments are decoded into params; a malformed one
   matches nothing. */
MUST_CHECK enum err router_find(const struct route_table *table, struct str method, struct str path,
				struct pairs *params, struct route_match *out);

#endif
