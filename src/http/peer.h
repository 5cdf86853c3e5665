/* SPDX-License-Identifier: Apache-2.0 */
/* A connection: its clock, and what is read of it. */
#ifndef ABDI_HTTP_PEER_H
#define ABDI_HTTP_PEER_H
#include "http/deadline.h"
#include "http/wire.h"

/* A connection as long as its socket is open. */
struct peer {
	struct line *line;
	struct wire *wire; /* NULL: there was no room, and the socket is shut */
	bool is_unread; /* its last answer was given before all of the request was read */
};

/* A new connection; no body on it may have more bytes than body_most. */
MUST_CHECK struct peer *peer_open(struct line_watch *watch, int fd, int64_t body_most);
/* Before its socket is closed. */
void peer_close(struct line_watch *watch, struct peer *peer);

#endif
