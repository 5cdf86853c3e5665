/* SPDX-License-Identifier: Apache-2.0 */
/* Every request of src/http/cases/heads.tsv through a server that runs: in one piece, byte by byte,
   and in the middle of a line of requests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/exchange.h"
#include "http/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PROBE "GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
#define PATIENCE_MS 20000 /* for one answer of a machine at work */
#define CASES_LEAST 65

static const struct route routes[] = {
	{"GET", "/now", 0, LANE_READ, NULL, NULL, NULL},
	{"POST", "/later", 0, LANE_READ, NULL, NULL, NULL},
};
static const struct route_table table = {routes, 2};

static void handle(void *arg, struct request *req)
{
	(void)arg;
	(void)respond_html(&req->response, 200);
}

static void refuse(void *arg, struct request *req, int status)
{
	(void)arg;
	(void)respond_html(&req->response, status);
}

static int open_house(void **state)
{
	static struct server *server;
	static int port;
	struct server_config config = {.threads = 1,
				       .connection_max = 64,
				       .deadlines = {.idle_ms = PATIENCE_MS,
						     .head_ms = PATIENCE_MS,
						     .body_ms = PATIENCE_MS,
						     .send_ms = PATIENCE_MS,
						     .bytes_per_second = 1 << 20},
				       .upload_max = 1000,
				       .routes = &table,
				       .handle = handle,
				       .refuse = refuse};
	char listen_at[32];

	port = 20000 + getpid() % 20000;
	(void)snprintf(listen_at, sizeof listen_at, "127.0.0.1:%d", port);
	config.listen = str_from(listen_at);
	assert_int_equal(server_start(&config, &server), ERR_OK);
	*state = &port;
	return 0;
}

/* --- the table --- */

static int hex_of(char c)
{
	return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

static void add_unescaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '\\') {
			c = text.at[++i];
			if (c == 'x') {
				c = (char)(hex_of(text.at[i + 1]) * 16 + hex_of(text.at[i + 2]));
				i += 2;
			} else {
				c = c == 'r' ? '\r' : c == 'n' ? '\n' : c == 't' ? '\t' : '\0';
			}
		}
		buf_add_char(out, c);
	}
}

/* "a{3*bc}d" is abcbcbcd. */
static struct str bytes_of(struct arena *mem, struct str text)
{
	struct buf out;

	buf_init(&out, mem);
	while (text.len > 0) {
		struct str group, words;
		int64_t times = 0;
		add_unescaped(&out, str_cut(text, '{', &text));
		if (text.len == 0)
			break;
		group = str_cut(text, '}', &text);
		group = str_cut(group, '*', &words);
		assert_true(str_parse_int(group, &times));
		while (times-- > 0)
			add_unescaped(&out, words);
	}
	return buf_str(&out);
}

static struct str read_table(struct arena *mem)
{
	FILE *file = fopen(ABDI_SOURCE_DIR "/src/http/cases/heads.tsv", "r");
	struct buf out;
	char piece[4096];
	size_t n;

	assert_non_null(file);
	buf_init(&out, mem);
	while ((n = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(&out, (struct str){piece, n});
	assert_int_equal(fclose(file), 0);
	return buf_str(&out);
}

/* --- a connection --- */

static int reach(int port)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
	int yes = 1, fd = socket(AF_INET, SOCK_STREAM, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(connect(fd, (struct sockaddr *)(void *)&at, sizeof at), 0);
	assert_int_equal(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes), 0);
	return fd;
}

/* A refused one may be closed while we still send. */
static void say_in_pieces(int fd, struct str text, size_t piece)
{
	for (size_t i = 0; i < text.len; i += piece) {
		struct str part = str_slice(text, i, i + piece);
		if (send(fd, part.at, part.len, MSG_NOSIGNAL) < 0)
			return;
	}
}

static struct str hear(struct arena *mem, int fd)
{
	struct pollfd wait = {.fd = fd, .events = POLLIN};
	struct buf out;
	char piece[4096];
	ssize_t n;

	buf_init(&out, mem);
	while (poll(&wait, 1, PATIENCE_MS) == 1 &&
	       (n = recvfrom(fd, piece, sizeof piece, 0, NULL, NULL)) > 0)
		buf_add(&out, (struct str){piece, (size_t)n});
	return buf_str(&out);
}

/* "200 400": every status, and "?" behind one that is not our own answer. */
static struct str statuses_of(struct arena *mem, struct str got)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i + 12 <= got.len; i++) {
		struct str from = str_slice(got, i, got.len);
		if (!str_starts(from, "HTTP/1.1 ") && !str_starts(from, "HTTP/1.0 "))
			continue;
		const char *end = memmem(from.at, from.len, "\r\n\r\n", 4);
		buf_add_cstr(&out, out.len > 0 ? " " : "");
		buf_add(&out, str_slice(from, 9, 12));
		if (!end || !str_has((struct str){from.at, (size_t)(end - from.at)},
				     "Content-Security-Policy"))
			buf_add_char(&out, '?');
	}
	return buf_str(&out);
}

/* What the verdict of the table comes to with the good request behind it. */
static struct str wanted_of(struct arena *mem, struct str verdict)
{
	if (str_ends(verdict, "."))
		return str_slice(verdict, 0, verdict.len - 1);
	return str_join(mem, verdict, STR(" 200"));
}

static int ask(int port, struct str line, size_t piece)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str rest, bytes, verdict = str_cut(line, '\t', &rest),
				name = str_cut(rest, '\t', &bytes);
	int fd = reach(port);

	bytes = str_join(mem, bytes_of(mem, bytes), STR(PROBE));
	say_in_pieces(fd, bytes, piece ? piece : bytes.len);
	struct str got = statuses_of(mem, hear(mem, fd)), wanted = wanted_of(mem, verdict);
	(void)close(fd);
	if (str_equal(got, wanted))
		return 0;
	print_error("%.*s, in pieces of %zu: wanted %.*s, got %.*s\n", STR_ARG(name), piece,
		    STR_ARG(wanted), STR_ARG(got));
	return 1;
}

static int ask_all(int port, size_t piece, size_t longest)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct str line, rest = read_table(mem);
	int rows = 0, wrong = 0;

	while (rest.len > 0) {
		line = str_cut(rest, '\n', &rest);
		if (str_starts(line, "#") || str_starts(line, "verdict") || line.len == 0)
			continue;
		rows++;
		if (bytes_of(mem, line).len <= longest)
			wrong += ask(port, line, piece);
	}
	assert_true(rows >= CASES_LEAST);
	return wrong;
}

static void every_head_gets_its_answer(void **state)
{
	assert_int_equal(ask_all(*(int *)*state, 0, SIZE_MAX), 0);
}

static void pieces_make_no_difference(void **state)
{
	assert_int_equal(ask_all(*(int *)*state, 1, 1000), 0);
	assert_int_equal(ask_all(*(int *)*state, 7, 3000), 0);
	assert_int_equal(ask_all(*(int *)*state, 4099, SIZE_MAX), 0);
}

/* More than the library takes at once, so that heads end anywhere in what it is given. */
static void a_long_line_of_requests_is_answered_to_the_last(void **state)
{
	enum { COUNT = 3000 };
	CLEANUP(arena_close) struct arena *mem = arena_make();
	int fd = reach(*(int *)*state), count = 0;
	struct buf out;

	buf_init(&out, mem);
	for (int i = 0; i < COUNT; i++)
		buf_add_format(&out, "GET %s/now?%d HTTP/1.1\r\nHost: a\r\n\r\n",
			       i % 3 ? "" : "http://b", i);
	buf_add_cstr(&out, PROBE);
	if (fork() == 0) { /* sends while the other reads: neither side waits for the other */
		say_in_pieces(fd, buf_str(&out), out.len);
		_exit(0);
	}
	struct str statuses = statuses_of(mem, hear(mem, fd));
	(void)close(fd);
	for (struct str rest = statuses; rest.len > 0; count++)
		assert_true(str_is(str_cut(rest, ' ', &rest), "200"));
	assert_int_equal(count, COUNT + 1);
}

/* All of it in one piece, the end with it: nothing that comes later tells of it. */
static void who_leaves_in_the_middle_is_let_go(void **state)
{
	static const char half[] = "POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: "
				   "application/json\r\nContent-Length: 9\r\n\r\n{";
	enum { TIMES = 100 };

	for (int i = 0; i < TIMES; i++) {
		struct pollfd wait = {.events = POLLIN};
		char piece;
		wait.fd = reach(*(int *)*state);
		say_in_pieces(wait.fd, str_from(half), sizeof half);
		assert_int_equal(shutdown(wait.fd, SHUT_WR), 0);
		assert_int_equal(poll(&wait, 1, PATIENCE_MS / 2), 1);
		assert_int_equal(recvfrom(wait.fd, &piece, 1, 0, NULL, NULL), 0);
		(void)close(wait.fd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_head_gets_its_answer),
		cmocka_unit_test(pieces_make_no_difference),
		cmocka_unit_test(who_leaves_in_the_middle_is_let_go),
		cmocka_unit_test(a_long_line_of_requests_is_answered_to_the_last),
	};
	return cmocka_run_group_tests(tests, open_house, NULL);
}
