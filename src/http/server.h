/* SPDX-License-Identifier: Apache-2.0 */
/* The sockets: libmicrohttpd with epoll and a thread pool. It reads and bounds requests, keeps slow
   and writing ones aside while they work, and sends answers. What a request means is the gate's
   business. */
#ifndef ABDI_HTTP_SERVER_H
#define ABDI_HTTP_SERVER_H
#include "http/deadline.h"
#include "http/router.h"

struct server;

/* Are the files of a request worth keeping? LATER: that is not known without waiting. */
enum files_verdict { FILES_DROP, FILES_KEEP, FILES_LATER };

/* What a server is started with. */
struct server_config {
	struct str listen; /* "127.0.0.1:8080", "[::1]:8080" */
	int threads, connection_max, address_max; /* address_max 0: no limit an address */
	struct deadlines deadlines;
	const char *tmp_dir; /* uploads wait here */
	int64_t upload_max; /* bytes a file */
	bool is_tls; /* a proxy in front ends TLS */
	struct str proxies; /* addresses whose X-Forwarded-For is believed, with commas */
	const struct route_table *routes;
	/* Connections' threads never wait for the database: LANE_READ is set aside as others. */
	bool is_remote;
	/* The head of a request with files is here, on the connection's thread: keeps them on disk,
	   or reads the form without them. */
	enum files_verdict (*takes_files)(void *gate, struct request *req);
	/* FILES_LATER was said and the connection is set aside: must lead to one server_judged,
	   from any thread. */
	void (*judge)(void *gate, struct request *req);
	/* A complete request: on the connection's thread. Must lead to one server_answer, at once
	   where it is not set aside, from any thread for the others. */
	void (*handle)(void *gate, struct request *req);
	/* The response of a refused form is still to be drawn (respond_again): on the connection's
	   thread. */
	void (*draw)(void *gate, struct request *req);
	/* A request without a route or with faults: fill the response with this status, at once. */
	void (*refuse)(void *gate, struct request *req, int status);
	void *gate;
};

/* Listens; ERR_IO when the address is taken. */
MUST_CHECK enum err server_start(const struct server_config *config, struct server **out);
/* The response is complete; the request may not be touched after this call. */
void server_answer(struct request *req);
/* What became of server_config.judge. */
void server_judged(struct request *req, bool takes_files);
/* Has its asker left? Then nobody reads the answer. Only while the request is set aside. */
bool server_is_deserted(const struct request *req);
/* Takes no more connections and waits up to seconds until running requests are answered; false:
   some are not. */
bool server_drain(struct server *server, int seconds);
/* Ends the threads; call server_drain first. Accepts NULL. */
void server_stop(struct server *server);

#endif
