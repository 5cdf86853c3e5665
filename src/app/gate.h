/* SPDX-License-Identifier: Apache-2.0 */
/* Between the sockets and the rooms: session, actor, permission, proof of origin, handler, and the
   answer to an err. */
#ifndef ABDI_APP_GATE_H
#define ABDI_APP_GATE_H
#include "app/app.h"
#include "app/visit.h"
#include "base/limit.h"
#include "http/pool.h"
#include "http/server.h"
#include "http/turns.h"

/* What the gate rests on; the same for all requests. */
struct gate {
	struct store *store;
	struct pool *pool; /* the lanes SLOW and INTAKE, and taking in files */
	/* the lane PASSWORD: Argon2id takes memory and time, so few at once */
	struct turns *passwords;
	/* where the database has a server: all that may wait for it; NULL: nothing waits */
	struct pool *readers;
	struct session_cache *sessions;
	struct guard *guard; /* over the chains; NULL in tests */
	struct visits *visits; /* which agency somebody without session has come to */
	struct limiter *limiter; /* how often the public sends what */
	struct trail_looks *looks; /* who looked at whose data */
	const char *data_dir;
	bool tells_statements; /* each answer says how many it took */
	void (*answer)(struct request *req); /* server_answer, or a test's */
	void (*judged)(struct request *req, bool takes_files); /* the same for files */
	bool (*is_deserted)(const struct request *req);
};

extern const struct route_table app_routes;

/* The hooks of struct server_config. */
void gate_handle(void *gate, struct request *req);
/* The head of a request with files has come: are they worth keeping? Only from somebody who is
   signed in and may do the deed; a form of others is read without its files. */
enum files_verdict gate_takes_files(void *gate, struct request *req);
void gate_judge(void *gate, struct request *req);
/* A form was refused on the writer and its page is still to be drawn (respond_again). */
void gate_draw(void *gate, struct request *req);
void gate_refuse(void *gate, struct request *req, int status);

#endif
