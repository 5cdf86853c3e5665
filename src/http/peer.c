/* SPDX-License-Identifier: Apache-2.0 */
/* Opens and closes what goes with a connection. */
#include "http/peer.h"

#include <stdlib.h>
#include <sys/socket.h>

struct peer *peer_open(struct line_watch *watch, int fd, int64_t body_most)
{
	struct peer *peer = calloc(1, sizeof(*peer));

	if (!peer)
		abort();
	peer->line = line_open(watch, fd);
	peer->wire = wire_open(fd, peer->line, body_most);
	if (!peer->wire)
		(void)shutdown(fd, SHUT_RDWR);
	return peer;
}

void peer_close(struct line_watch *watch, struct peer *peer)
{
	wire_close(peer->wire);
	line_close(watch, peer->line);
	free(peer);
}
