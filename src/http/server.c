/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the library (microhttpd.h). Rules learned by measuring: never queue on the first call (MHD
   then closes the connection), suspend before the work is published, resume everything before
   stopping. */
#include "http/server.h"

#include "base/log.h"
#include "generated/assets.h"
#include "http/address.h"
#include "http/asset_answers.h"
#include "http/exchange.h"
#include "http/form.h"
#include "http/gzip.h"
#include "http/headers.h"
#include "http/linger.h"
#include "http/peer.h"
#include "http/piece.h"
#include "http/static.h"
#include "http/upload.h"

#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <poll.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define TEXT_BODY_MAX ((int64_t)1 << 20)
#define CONNECTION_MEMORY ((size_t)32 * 1024)
#define MULTIPART_BUFFER 8192
#define LINGER_WHOLE_MS 30000
#define LINGER_SILENT_MS 2000

struct server {
	struct server_config config;
	struct MHD_Daemon *daemon;
	struct line_watch *lines;
	struct linger_watch *linger;
	MHD_socket quiesced; /* the listening one, ours again once draining began; else invalid */
	struct asset_answers *assets;
	atomic_int running; /* requests whose handler has begun and whose answer is not sent */
	atomic_bool is_draining; /* every answer closes its connection */
	sem_t idle; /* posted when the last running request ends while draining */
};

enum stage { STAGE_NEW, STAGE_JUDGING, STAGE_JUDGED, STAGE_BODY, STAGE_WORKING, STAGE_READY };

/* One request and the connection it came by; req stands first, so that a request leads back to its
   exchange. */
struct exchange {
	struct request req;
	struct server *server;
	struct MHD_Connection *connection;
	struct line *line;
	struct wire *wire;
	int number; /* of this request on its connection, as the wire counts */
	struct MHD_PostProcessor *parts;
	struct upload_form form;
	struct buf text;
	int64_t body_bytes, body_max;
	int refused; /* status, 0 while all is well */
	int asset; /* -1: not a built-in file */
	bool is_suspended, is_closing, is_counted, takes_files;
	int socket; /* open as long as the connection is set aside */
	_Atomic enum stage stage;
};

static enum MHD_Result keep_header(void *cls, enum MHD_ValueKind kind, const char *name,
				   const char *value)
{
	struct exchange *ex = cls;

	(void)kind;
	pairs_add(&ex->req.headers, str_copy(ex->req.mem, str_from(name)),
		  str_copy(ex->req.mem, str_from(value)));
	return MHD_YES;
}

static int64_t body_most(const struct server_config *config)
{
	return TEXT_BODY_MAX + config->upload_max * UPLOAD_READ_FILES;
}

static int socket_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *socket =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	return socket ? socket->connect_fd : -1;
}

/* house: the library's callback; a connection came or goes, its socket still open */
static void peer_changed(void *cls, struct MHD_Connection *connection, void **context,
			 enum MHD_ConnectionNotificationCode what)
{
	struct server *server = cls;

	if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
		if (((const struct peer *)*context)->is_unread)
			linger_keep(server->linger, socket_of(connection));
		peer_close(server->lines, *context);
		return;
	}
	*context = peer_open(server->lines, socket_of(connection), body_most(&server->config));
}

static struct peer *peer_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *context =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return context->socket_context;
}

/* A head the wire never saw would be one nobody judged: the library reads in another way then. */
static int refusal_of(const struct exchange *ex)
{
	if (ex->number > 0)
		return wire_refusal(ex->req.path);
	log_error("wire", "a request came past the check of its head");
	return 500;
}

/* Called by MHD with the request line as it came, before anything else. */
static void *exchange_open(void *cls, const char *uri, struct MHD_Connection *connection)
{
	struct server *server = cls;
	struct exchange *ex = calloc(1, sizeof(*ex));
	struct arena *mem = arena_make();

	if (!ex)
		abort();
	request_init(&ex->req, mem);
	ex->server = server;
	ex->connection = connection;
	ex->line = peer_of(connection)->line;
	ex->wire = peer_of(connection)->wire;
	ex->number = wire_claim(ex->wire);
	ex->socket = socket_of(connection);
	line_enter(ex->line, LINE_HEAD, 0);
	ex->asset = -1;
	ex->req.path = str_cut(str_copy(mem, str_from(uri)), WIRE_QUERY, &ex->req.query_text);
	ex->req.is_tls = server->config.is_tls;
	ex->refused = refusal_of(ex);
	ex->is_closing = ex->refused != 0;
	return ex;
}

static void exchange_close(void *cls, struct MHD_Connection *connection, void **con_cls,
			   enum MHD_RequestTerminationCode why)
{
	struct exchange *ex = *con_cls;

	(void)cls;
	(void)connection;
	(void)why;
	if (!ex)
		return;
	*con_cls = NULL;
	line_enter(ex->line, LINE_IDLE, 0);
	if (ex->parts) {
		(void)MHD_destroy_post_processor(ex->parts);
		if (upload_end(&ex->form)) /* the client left in the middle; its files are dropped
			                   below */
			ex->refused = 400;
	}
	request_drop_uploads(&ex->req);
	if (ex->is_counted && atomic_fetch_sub(&ex->server->running, 1) == 1 &&
	    atomic_load(&ex->server->is_draining))
		(void)sem_post(&ex->server->idle);
	arena_free(ex->req.mem);
	free(ex);
}

/* house: the library's callback */
static enum MHD_Result keep_part(void *cls, enum MHD_ValueKind kind, const char *key,
				 const char *file_name, const char *type, const char *encoding,
				 const char *data, uint64_t offset, size_t size)
{
	struct exchange *ex = cls;

	(void)kind;
	(void)type;
	(void)encoding;
	upload_piece(&ex->form, key ? key : "", file_name, (struct str){data, size}, offset);
	return ex->form.err ? MHD_NO : MHD_YES;
}

static void parts_open(struct exchange *ex, bool takes_files)
{
	const struct server_config *config = &ex->server->config;

	ex->req.has_lost_files = !takes_files;
	upload_begin(&ex->form, &ex->req, takes_files ? config->tmp_dir : NULL, config->upload_max);
	ex->parts = MHD_create_post_processor(ex->connection, MULTIPART_BUFFER, keep_part, ex);
	if (!ex->parts)
		ex->refused = 400;
}

/* Nothing reaches the disk that nobody signed in has sent, nor where no files are asked for. */
static void parts_begin(struct exchange *ex)
{
	const struct server_config *config = &ex->server->config;

	if (!ex->req.route || !router_takes_files(ex->req.route->lane)) {
		ex->refused = ex->refused ? ex->refused : 415;
		return;
	}
	ex->req.body_kind = BODY_MULTIPART;
	ex->body_max = body_most(config);
	enum files_verdict verdict = config->takes_files(config->gate, &ex->req);
	if (verdict == FILES_LATER)
		atomic_store(&ex->stage, STAGE_JUDGING);
	else
		parts_open(ex, verdict == FILES_KEEP);
}

/* Decides how the body is read; sets a refusal for a kind we do not take. */
static void body_begin(struct exchange *ex)
{
	struct str rest, type = request_header(&ex->req, "Content-Type");

	type = str_lower(ex->req.mem, str_trim(str_cut(type, ';', &rest)));
	ex->body_max = TEXT_BODY_MAX;
	buf_init(&ex->text, ex->req.mem);
	if (str_is(type, "application/x-www-form-urlencoded")) {
		ex->req.body_kind = BODY_FORM;
	} else if (str_is(type, "application/json")) {
		ex->req.body_kind = BODY_JSON;
	} else if (str_is(type, "application/octet-stream")) {
		ex->req.body_kind = BODY_PIECE;
		ex->body_max = PIECE_MAX;
	} else if (str_is(type, "multipart/form-data")) {
		parts_begin(ex);
	} else if (type.len > 0) {
		ex->refused = 415;
	}
}

static void route(struct exchange *ex)
{
	struct route_match found;
	enum err err;

	if (str_is(ex->req.path, "*")) { /* OPTIONS of the server as a whole */
		ex->refused = 405;
		respond_header(&ex->req.response, "Allow", STR("GET, HEAD, POST"));
		return;
	}
	if (str_is(ex->req.method, "GET") || str_is(ex->req.method, "HEAD"))
		ex->asset = static_find(ex->req.path);
	if (ex->asset >= 0)
		return;
	err = router_find(ex->server->config.routes, ex->req.method, ex->req.path, &ex->req.params,
			  &found);
	ex->req.route = found.route;
	if (err) {
		ex->refused = err == ERR_INVALID ? 405 : 404;
		if (found.allow.len > 0)
			respond_header(&ex->req.response, "Allow", found.allow);
	} else if ((err = request_parse(&ex->req))) {
		ex->refused = err == ERR_TOO_LARGE ? 414 : 400;
	}
}

/* First call: headers are here, the body is not. */
static void head_arrived(struct exchange *ex, const char *method)
{
	const struct server_config *config = &ex->server->config;
	const union MHD_ConnectionInfo *peer =
		MHD_get_connection_info(ex->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	int64_t length = 0;

	ex->req.method = str_copy(ex->req.mem, str_from(method));
	MHD_get_connection_values(ex->connection, MHD_HEADER_KIND, keep_header, ex);
	struct str address = address_of_peer(ex->req.mem, peer ? peer->client_addr : NULL);
	ex->req.address = address_of_client(address, request_header(&ex->req, "X-Forwarded-For"),
					    config->proxies);
	if (ex->refused)
		return;
	route(ex);
	body_begin(ex);
	if (str_parse_int(request_header(&ex->req, "Content-Length"), &length) &&
	    length > ex->body_max) {
		ex->refused = 413;
		ex->is_closing = true;
	}
}

/* A piece of the body. */
static void body_arrived(struct exchange *ex, struct str piece)
{
	ex->body_bytes += (int64_t)piece.len;
	line_moved(ex->line, (int64_t)piece.len);
	if (ex->body_bytes > ex->body_max) {
		ex->refused = 413; /* told when all is here; the wire ends what never would be */
		ex->is_closing = true;
	}
	if (ex->refused)
		return;
	if (ex->req.body_kind == BODY_MULTIPART) {
		if (MHD_post_process(ex->parts, piece.at, piece.len) != MHD_YES)
			ex->refused = ex->form.err == ERR_TOO_LARGE ? 413
				      : ex->form.err == ERR_IO	    ? 503
								    : 400;
	} else if (ex->req.body_kind == BODY_NONE) {
		ex->refused = 415;
	} else {
		buf_add(&ex->text, piece);
	}
}

static void body_complete(struct exchange *ex)
{
	int broken = wire_broken(ex->wire, ex->number);
	enum err err = ERR_OK;

	if (ex->parts) {
		(void)MHD_destroy_post_processor(ex->parts);
		ex->parts = NULL;
		err = upload_end(&ex->form);
	}
	if (broken) {
		ex->refused = broken;
		ex->is_closing = true;
	}
	if (ex->refused)
		return;
	ex->req.body = buf_str(&ex->text);
	if (ex->req.body_kind == BODY_FORM)
		err = form_decode(ex->req.body, &ex->req.fields);
	if (err)
		ex->refused = err == ERR_TOO_LARGE ? 413 : err == ERR_IO ? 503 : 400;
}

static struct MHD_Response *file_response(struct response *res, int64_t *size)
{
	struct stat info;
	int fd = open(str_cstr(res->req->mem, res->file), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
		*size = info.st_size;
		return MHD_create_response_from_fd64((uint64_t)info.st_size, fd); /* closes fd */
	}
	(void)close(fd);
	return NULL;
}

static enum MHD_Result send_response(struct exchange *ex)
{
	struct response *res = &ex->req.response;
	struct MHD_Response *out = NULL;
	int64_t size = 0;

	if (res->draw)
		ex->server->config.draw(ex->server->config.gate, &ex->req);
	if (res->file.len > 0) {
		out = file_response(res, &size);
		if (!out) {
			log_error("answer", "a file to send is missing");
			response_reset(res);
			ex->server->config.refuse(ex->server->config.gate, &ex->req, 404);
		}
	}
	if (!out) { /* the arena outlives the sending: exchange_close comes after it */
		gzip_response(res);
		size = (int64_t)res->body.len;
		out = MHD_create_response_from_buffer(res->body.len, res->body.at,
						      MHD_RESPMEM_PERSISTENT);
	}
	if (!out)
		return MHD_NO;
	headers_complete(res);
	for (int i = 0; i < res->headers.count; i++) {
		(void)MHD_add_response_header(out, str_cstr(ex->req.mem, res->headers.at[i].name),
					      str_cstr(ex->req.mem, res->headers.at[i].value));
	}
	if (ex->is_closing)
		(void)MHD_add_response_header(out, "Connection", "close");
	line_enter(ex->line, LINE_SEND, size);
	enum MHD_Result result = MHD_queue_response(ex->connection, (unsigned)res->status, out);
	MHD_destroy_response(out);
	return result;
}

static enum MHD_Result send_asset(struct exchange *ex)
{
	const struct asset_answer answer =
		asset_answers_find(ex->server->assets, &ex->req, ex->asset);

	line_enter(ex->line, LINE_SEND, (int64_t)ASSETS[ex->asset].len);
	return MHD_queue_response(ex->connection, (unsigned)answer.status, answer.response);
}

/* The whole request is here. READ answers now; the other lanes are set aside first, then
   published. */
static enum MHD_Result begin_work(struct exchange *ex)
{
	const struct server_config *config = &ex->server->config;

	body_complete(ex);
	if (ex->refused) {
		config->refuse(config->gate, &ex->req, ex->refused);
		return send_response(ex);
	}
	if (ex->asset >= 0)
		return send_asset(ex);
	ex->is_counted = true;
	ex->is_closing = atomic_load(&ex->server->is_draining);
	atomic_fetch_add(&ex->server->running, 1);
	enum lane lane = ex->req.route->lane;
	ex->is_suspended = lane != LANE_ALIVE && (lane != LANE_READ || config->is_remote);
	line_enter(ex->line, LINE_WORK, 0);
	atomic_store(&ex->stage, STAGE_WORKING);
	if (ex->is_suspended) {
		MHD_suspend_connection(ex->connection);
		config->handle(config->gate,
			       &ex->req); /* from here the exchange may already be someone else's */
		return MHD_YES;
	}
	config->handle(config->gate, &ex->req);
	return send_response(ex);
}

/* Who sends files is found out where waiting is allowed. */
static enum MHD_Result wait_for_verdict(struct exchange *ex)
{
	line_enter(ex->line, LINE_WORK, 0);
	MHD_suspend_connection(ex->connection);
	ex->server->config.judge(ex->server->config.gate, &ex->req);
	return MHD_YES;
}

/* house: the library's callback */
static enum MHD_Result on_request(void *cls, struct MHD_Connection *connection, const char *url,
				  const char *method, const char *version, const char *data,
				  size_t *size, void **con_cls)
{
	struct exchange *ex = *con_cls;

	(void)cls;
	(void)connection;
	(void)url;
	(void)version;
	switch (atomic_load(&ex->stage)) {
	case STAGE_NEW:
		head_arrived(ex, method);
		if (atomic_load(&ex->stage) == STAGE_JUDGING && !ex->refused && !ex->is_closing)
			return wait_for_verdict(ex);
		atomic_store(&ex->stage, STAGE_BODY);
		line_enter(ex->line, LINE_BODY, 0);
		if (!ex->is_closing)
			return MHD_YES; /* never answer on the first call, unless the connection
			                   shall close */
		peer_of(connection)->is_unread = true;
		ex->server->config.refuse(ex->server->config.gate, &ex->req, ex->refused);
		return send_response(ex);
	case STAGE_JUDGED: /* called again as at first: the body is still to come */
		parts_open(ex, ex->takes_files);
		atomic_store(&ex->stage, STAGE_BODY);
		line_enter(ex->line, LINE_BODY, 0);
		return MHD_YES;
	case STAGE_BODY:
		if (*size == 0)
			return begin_work(ex);
		body_arrived(ex, (struct str){data, *size});
		*size = 0;
		return MHD_YES;
	case STAGE_READY: return send_response(ex);
	case STAGE_JUDGING:
	case STAGE_WORKING: return MHD_YES; /* still suspended */
	}
	return MHD_NO;
}

void server_answer(struct request *req)
{
	struct exchange *ex = (struct exchange *)(void *)req;
	struct MHD_Connection *connection = ex->connection;

	if (!ex->is_suspended)
		return;
	atomic_store(&ex->stage, STAGE_READY);
	MHD_resume_connection(connection);
}

void server_judged(struct request *req, bool takes_files)
{
	struct exchange *ex = (struct exchange *)(void *)req;
	struct MHD_Connection *connection = ex->connection;

	ex->takes_files = takes_files;
	atomic_store(&ex->stage, STAGE_JUDGED);
	MHD_resume_connection(connection);
}

bool server_is_deserted(const struct request *req)
{
	const struct exchange *ex = (const struct exchange *)(const void *)req;
	struct pollfd end = {.fd = ex->socket, .events = POLLRDHUP};

	return poll(&end, 1, 0) > 0 && (end.revents & (POLLRDHUP | POLLHUP | POLLERR));
}

/* Escapes stay as they came: the router and the form decoder undo them, strictly. */
static size_t keep_escapes(void *cls, struct MHD_Connection *connection, char *text)
{
	(void)cls;
	(void)connection;
	return strlen(text);
}

/* MHD ends a silent line by itself; ours ends one that is not silent enough. */
static unsigned idle_seconds(const struct server_config *config)
{
	return (unsigned)((config->deadlines.idle_ms + 999) / 1000);
}

enum err server_start(const struct server_config *config, struct server **out)
{
	struct server *server = calloc(1, sizeof(*server));
	int fd = -1;
	enum err err = address_listen(config->listen, &fd);

	if (!server)
		abort();
	server->config = *config;
	server->quiesced = MHD_INVALID_SOCKET;
	if (err) {
		free(server);
		return err;
	}
	(void)sem_init(&server->idle, 0, 0);
	server->assets = asset_answers_make(config->is_tls);
	server->lines = line_watch_start(&config->deadlines);
	server->linger = linger_start(&(struct linger_limits){LINGER_WHOLE_MS, LINGER_SILENT_MS});
	server->daemon = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL,
		NULL, on_request, server, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_THREAD_POOL_SIZE,
		(unsigned)config->threads, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)config->connection_max, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
		(unsigned)config->address_max, MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds(config),
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY, MHD_OPTION_STRICT_FOR_CLIENT,
		1, MHD_OPTION_URI_LOG_CALLBACK, exchange_open, server, MHD_OPTION_NOTIFY_COMPLETED,
		exchange_close, server, MHD_OPTION_NOTIFY_CONNECTION, peer_changed, server,
		MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, NULL, MHD_OPTION_END);
	if (server->daemon) {
		*out = server;
		return ERR_OK;
	}
	log_error("serve", "the HTTP server did not start");
	(void)close(fd);
	server_stop(server);
	return ERR_IO;
}

bool server_drain(struct server *server, int seconds)
{
	struct timespec until;

	atomic_store(&server->is_draining, true);
	/* Who knocks now is refused at once. Closed after the daemon's threads, which may still
	   name it, are gone. */
	server->quiesced = MHD_quiesce_daemon(server->daemon);
	if (server->quiesced != MHD_INVALID_SOCKET)
		(void)shutdown(server->quiesced, SHUT_RDWR);
	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += seconds;
	while (atomic_load(&server->running) > 0) {
		if (sem_clockwait(&server->idle, CLOCK_MONOTONIC, &until) && errno != EINTR)
			return false;
	}
	return true;
}

void server_stop(struct server *server)
{
	if (!server)
		return;
	if (server->daemon)
		MHD_stop_daemon(server->daemon);
	if (server->quiesced != MHD_INVALID_SOCKET)
		(void)close(server->quiesced);
	linger_stop(server->linger);
	line_watch_stop(server->lines);
	asset_answers_free(server->assets);
	(void)sem_destroy(&server->idle);
	free(server);
}
