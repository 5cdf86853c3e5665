/* SPDX-License-Identifier: Apache-2.0 */
/* Who asks, and where we listen. */
#ifndef ABDI_HTTP_ADDRESS_H
#define ABDI_HTTP_ADDRESS_H
#include "base/str.h"

struct sockaddr;

/* The peer's address without its port. */
struct str address_of_peer(struct arena *mem, const struct sockaddr *peer);
/* The rightmost hop of X-Forwarded-For that is no proxy of ours, when the peer itself is one
   (reliability G3). */
struct str address_of_client(struct str peer, struct str forwarded, struct str proxies);
/* A listening socket for "host:port"; sets TCP_NODELAY, which accepted sockets inherit. */
MUST_CHECK enum err address_listen(struct str listen, int *fd);

#endif
