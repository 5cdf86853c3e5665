/* SPDX-License-Identifier: Apache-2.0 */
/* Between the sockets and the rooms: session, actor, permission, proof of origin, handler, and the answer to an err. */
#ifndef ABDI_APP_GATE_H
#define ABDI_APP_GATE_H
#include "app/app.h"
#include "http/pool.h"
#include "http/server.h"

struct gate {
	struct store *store;
	struct pool *pool; /* the SLOW lane */
	struct session_cache *sessions;
	struct reading *reading; /* who looked at whose data */
	const char *data_dir;
	void (*answer)(struct request *req); /* server_answer, or a test's */
};

extern const struct route_table app_routes;

/* The hooks of struct server_config. */
void gate_handle(void *gate, struct request *req);
void gate_refuse(void *gate, struct request *req, int status);

#endif
