/* SPDX-License-Identifier: Apache-2.0 */
/* A server that runs: requests, limits, and stopping without losing one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/exchange.h"
#include "http/pool.h"
#include "http/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static const struct route routes[] = {
	{"GET", "/now", 0, LANE_READ, NULL, NULL, NULL},
	{"POST", "/later", 0, LANE_SLOW, NULL, NULL, NULL},
	{"POST", "/files", 0, LANE_INTAKE, NULL, NULL, NULL},
};
static const struct route_table table = {routes, 3};

struct house {
	struct server *server;
	struct pool *pool;
	int port;
};

static void answer(void *arg)
{
	struct request *req = arg;
	struct str name = request_field(req, "nama");

	if (req->upload_count > 0)
		name = req->uploads[0].path.len > 0 ? STR("disimpan") : STR("dilewati");
	buf_add(respond_html(&req->response, 200), name.len ? name : STR("halo"));
	server_answer(req);
}

static void handle(void *arg, struct request *req)
{
	struct house *house = arg;

	if (req->route->lane == LANE_READ)
		answer(req);
	else
		assert_int_equal(pool_submit(house->pool, answer, req), ERR_OK);
}

/* Who has a session may send files; said back is what has come of them. */
static enum files_verdict takes_files(void *arg, struct request *req)
{
	(void)arg;
	return request_cookie(req, COOKIE_SESSION).len > 0 ? FILES_KEEP : FILES_DROP;
}

static void refuse(void *arg, struct request *req, int status)
{
	(void)arg;
	(void)respond_html(&req->response, status);
}

static const struct deadlines PATIENT = {.idle_ms = 5000,
					 .head_ms = 5000,
					 .body_ms = 5000,
					 .send_ms = 5000,
					 .bytes_per_second = 1 << 20};

static void house_open(struct house *house, const struct deadlines *deadlines)
{
	struct server_config config = {.threads = 1,
				       .connection_max = 64,
				       .deadlines = *deadlines,
				       .tmp_dir = "/tmp",
				       .upload_max = 1000,
				       .routes = &table,
				       .takes_files = takes_files,
				       .handle = handle,
				       .refuse = refuse,
				       .gate = house};
	char listen_at[32];

	house->pool = pool_start(2, 16);
	house->port = 20000 + getpid() % 20000;
	(void)snprintf(listen_at, sizeof listen_at, "127.0.0.1:%d", house->port);
	config.listen = str_from(listen_at);
	assert_int_equal(server_start(&config, &house->server), ERR_OK);
}

static void house_close(struct house *house)
{
	server_drain(house->server, 5);
	pool_stop(house->pool);
	server_stop(house->server);
}

static int reach(const struct house *house, int *result)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)house->port)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	*result = connect(fd, (struct sockaddr *)(void *)&at, sizeof at) ? errno : 0;
	return fd;
}

/* Sends text and reads until the other side closes or is silent for half a second. */
static struct str exchange_text(struct arena *mem, const struct house *house, struct str text)
{
	struct timeval patience = {.tv_usec = 500000};
	struct buf out;
	char piece[4096];
	ssize_t n;
	int result, fd = reach(house, &result);

	buf_init(&out, mem);
	assert_int_equal(result, 0);
	(void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	assert_int_equal(send(fd, text.at, text.len, MSG_NOSIGNAL), (ssize_t)text.len);
	while ((n = recv(fd, piece, sizeof piece, 0)) > 0)
		buf_add(&out, (struct str){piece, (size_t)n});
	if (n == 0)
		buf_add_cstr(&out, "[closed]");
	(void)close(fd);
	return buf_str(&out);
}

static int count_of(struct str text, const char *needle)
{
	int count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += str_starts(str_slice(text, i, text.len), needle);
	return count;
}

static void two_readings_of_one_request_are_refused(void **state)
{
	static const char *const smuggled[] = {
		"POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: "
		"4\r\n\r\nabc",
		"POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
		"chunked\r\n\r\nabc",
		"POST /later HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\nabc",
		"GET /now HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
	};
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, &PATIENT);
	for (size_t i = 0; i < sizeof smuggled / sizeof smuggled[0]; i++) {
		struct str got = exchange_text(mem, &house, str_from(smuggled[i]));
		assert_true(str_starts(got, "HTTP/1.1 400") && str_ends(got, "[closed]"));
	}
	house_close(&house);
}

static void a_connection_carries_many_requests(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, &PATIENT);
	struct str got = exchange_text(mem, &house,
				       STR("GET /now HTTP/1.1\r\nHost: a\r\n\r\n"
					   "POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: "
					   "application/x-www-form-urlencoded\r\n"
					   "Content-Length: 9\r\n\r\nnama=Budi"
					   "GET /tidak-ada HTTP/1.1\r\nHost: a\r\n\r\n"
					   "GET /now HTTP/1.1\r\nHost: a\r\n\r\n"));
	assert_int_equal(count_of(got, "HTTP/1.1 200"), 3);
	assert_int_equal(count_of(got, "HTTP/1.1 404"), 1);
	assert_int_equal(count_of(got, "Budi"), 1);
	assert_false(str_ends(got, "[closed]"));
	house_close(&house);
}

static void bodies_have_a_limit(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, &PATIENT);
	struct str got = exchange_text(mem, &house,
				       STR("POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: "
					   "application/json\r\nContent-Length: 1048577\r\n\r\n"));
	assert_true(str_starts(got, "HTTP/1.1 413"));
	got = exchange_text(mem, &house,
			    STR("POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: text/x\r\n"
				"Content-Length: 1\r\n\r\na"));
	assert_true(str_starts(got, "HTTP/1.1 415"));
	house_close(&house);
}

/* The client sends all it announced before it reads: nothing is torn down below it. */
static void an_answer_before_the_body_reaches_who_still_sends(void **state)
{
	static const char head[] = "POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: text/x\r\n"
				   "Content-Length: 8000000\r\n\r\n";
	static const char piece[50000];
	char got[4096];
	struct house house;
	ssize_t n;
	int result;

	(void)state;
	house_open(&house, &PATIENT);
	int fd = reach(&house, &result);
	assert_int_equal(send(fd, head, sizeof head - 1, MSG_NOSIGNAL), sizeof head - 1);
	assert_true(recv(fd, got, sizeof got, MSG_PEEK) > 0); /* it is answered already */
	for (int i = 0; i < 160; i++)
		assert_int_equal(send(fd, piece, sizeof piece, MSG_NOSIGNAL), sizeof piece);
	n = recv(fd, got, sizeof got, MSG_WAITALL);
	assert_true(n > 12 && memcmp(got, "HTTP/1.1 413", 12) == 0);
	assert_int_equal(recv(fd, got, sizeof got, 0), 0); /* an end, no reset */
	(void)close(fd);
	house_close(&house);
}

static void who_comes_while_it_drains_is_refused_at_once(void **state)
{
	struct house house;
	int result;

	(void)state;
	house_open(&house, &PATIENT);
	server_drain(house.server, 5);
	(void)close(reach(&house, &result));
	assert_int_equal(result, ECONNREFUSED);
	pool_stop(house.pool);
	server_stop(house.server);
}

#define FILE_FORM                                                                                  \
	"--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\n"       \
	"Content-Type: application/pdf\r\n\r\nisi\r\n--batas--\r\n"

static struct str send_file(struct arena *mem, const struct house *house, const char *path,
			    const char *cookie)
{
	return exchange_text(
		mem, house,
		str_format(mem,
			   "POST %s HTTP/1.1\r\nHost: a\r\n%sContent-Type: multipart/form-data; "
			   "boundary=batas\r\nContent-Length: %zu\r\n\r\n" FILE_FORM,
			   path, cookie, sizeof(FILE_FORM) - 1));
}

static void files_are_kept_only_from_who_may_and_where_they_belong(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct house house;

	(void)state;
	house_open(&house, &PATIENT);
	struct str got = send_file(mem, &house, "/files", "Cookie: abdi=ada\r\n");
	assert_true(str_has(got, "disimpan"));
	got = send_file(mem, &house, "/files", "");
	assert_true(str_starts(got, "HTTP/1.1 200") && str_has(got, "dilewati"));
	got = send_file(mem, &house, "/later", "Cookie: abdi=ada\r\n");
	assert_true(str_starts(got, "HTTP/1.1 415"));
	got = send_file(mem, &house, "/tidak-ada", "Cookie: abdi=ada\r\n");
	assert_true(str_starts(got, "HTTP/1.1 404"));
	house_close(&house);
}

/* Says a little, then nothing: true when the server ends the connection, and does not just fall
   silent. */
static bool is_cut(struct arena *mem, const struct deadlines *deadlines, const char *text)
{
	struct house house;

	house_open(&house, deadlines);
	struct str got = exchange_text(mem, &house, str_from(text));
	house_close(&house);
	return str_is(got, "[closed]");
}

static void who_is_too_slow_is_cut_in_each_phase(void **state)
{
	static const char half_head[] = "GET /now HTTP/1.1\r\nHost: a\r\nX-";
	static const char half_body[] =
		"POST /later HTTP/1.1\r\nHost: a\r\nContent-Type: "
		"application/x-www-form-urlencoded\r\nContent-Length: 90\r\n\r\nnama=B";
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct deadlines hasty = PATIENT;

	(void)state;
	hasty.head_ms = 10;
	assert_true(is_cut(mem, &hasty, half_head));
	assert_false(is_cut(mem, &PATIENT, half_head));
	hasty = PATIENT;
	hasty.body_ms = 10;
	assert_true(is_cut(mem, &hasty, half_body));
	assert_false(is_cut(mem, &PATIENT, half_body));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_readings_of_one_request_are_refused),
		cmocka_unit_test(who_comes_while_it_drains_is_refused_at_once),
		cmocka_unit_test(a_connection_carries_many_requests),
		cmocka_unit_test(bodies_have_a_limit),
		cmocka_unit_test(an_answer_before_the_body_reaches_who_still_sends),
		cmocka_unit_test(files_are_kept_only_from_who_may_and_where_they_belong),
		cmocka_unit_test(who_is_too_slow_is_cut_in_each_phase),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
