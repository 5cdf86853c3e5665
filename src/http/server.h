/* SPDX-License-Identifier: Apache-2.0 */
/* The sockets: libmicrohttpd with epoll and a thread pool. It reads and bounds requests, keeps slow
   and writing ones aside while they work, and sends answers. What a request means is the gate's
   business. */
#ifndef ABDI_HTTP_SERVER_H
#define ABDI_HTTP_SERVER_H
#include "http/deadline.h"
#include "http/router.h"

struct server;

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
	/* The head of a request with files is here, on the connection's thread: true keeps them on
	   disk, false reads the form without them. */
	bool (*takes_files)(void *gate, struct request *req);
	/* A complete request: on the connection's thread. Must lead to one server_answer, at once
	   for LANE_READ, from any thread for the others. */
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
/* Takes no more connections and waits up to seconds until running requests are answered. */
void server_drain(struct server *server, int seconds);
/* Ends the threads; call server_drain first. Accepts NULL. */
void server_stop(struct server *server);

#endif
