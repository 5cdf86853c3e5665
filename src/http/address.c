/* SPDX-License-Identifier: Apache-2.0 */
/* Reads addresses of peers and headers, and listens. */
#include "http/address.h"

#include "base/log.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 1024

struct str address_of_peer(struct arena *mem, const struct sockaddr *peer)
{
	char text[INET6_ADDRSTRLEN] = "";

	if (peer && peer->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)peer)->sin_addr,
			  text, sizeof(text));
	else if (peer && peer->sa_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)peer)->sin6_addr,
			  text, sizeof(text));
	return str_copy(mem, str_from(text));
}

static bool is_proxy(struct str address, struct str proxies)
{
	while (proxies.len > 0) {
		if (str_equal(str_trim(str_cut(proxies, ',', &proxies)), address))
			return true;
	}
	return false;
}

struct str address_of_client(struct str peer, struct str forwarded, struct str proxies)
{
	struct str client = peer;

	while (is_proxy(client, proxies) && forwarded.len > 0) {
		size_t from = forwarded.len;
		while (from > 0 && forwarded.at[from - 1] != ',')
			from--;
		client = str_trim(str_slice(forwarded, from, forwarded.len));
		forwarded = from > 0 ? str_slice(forwarded, 0, from - 1) : STR_NONE;
	}
	return client.len > 0 && client.len < INET6_ADDRSTRLEN ? client : peer;
}

static int listen_on(const struct addrinfo *info)
{
	int yes = 1, fd = socket(info->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return -1;
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) == 0 &&
	    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes)) == 0 &&
	    bind(fd, info->ai_addr, info->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	int kept = errno;
	(void)close(fd);
	errno = kept;
	return -1;
}

enum err address_listen(struct str listen_at, int *fd)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	size_t colon = listen_at.len;
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
				 .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE};
	struct addrinfo *info = NULL;

	while (colon > 0 && listen_at.at[colon - 1] != ':')
		colon--;
	struct str port = str_slice(listen_at, colon, listen_at.len);
	struct str host = str_slice(listen_at, 0, colon > 0 ? colon - 1 : 0);
	if (str_starts(host, "[") && str_ends(host, "]"))
		host = str_slice(host, 1, host.len - 1);
	if (getaddrinfo(host.len ? str_cstr(mem, host) : NULL, str_cstr(mem, port), &hints,
			&info) != 0) {
		log_error("listen", "not an address with a port: %.*s", STR_ARG(listen_at));
		return ERR_INVALID;
	}
	*fd = listen_on(info);
	freeaddrinfo(info);
	if (*fd >= 0)
		return ERR_OK;
	log_error("listen", "%.*s: %s", STR_ARG(listen_at), strerror(errno));
	return ERR_IO;
}
