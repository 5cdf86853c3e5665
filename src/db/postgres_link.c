/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libpq; nothing else does. */
#include "db/postgres_link.h"

#include "base/log.h"
#include "db/postgres_safety.h"

#include <assert.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#define SLICE_MS 100 /* so often somebody who waits looks whether the server is down */
#define OPEN_MS 2000 /* for each answer while a connection is made ready */
#define STATEMENT_SHOWN 30
#define VALUE_MAX 64 /* of an option */

#define SENT_MAX                                                                                   \
	128 /* a power of two; answers of so many small statements fit the socket's buffers */

struct link {
	PGconn *conn;
	const atomic_bool *is_down; /* the pulse says that the server answers nobody; NULL: none */
	int patience; /* ms for the next answer */
	bool is_pooled;
	void *owners[SENT_MAX]; /* ring: statements on their way, oldest first */
	unsigned first, count;
	int syncs; /* ends of portions on their way */
	bool is_open; /* something was sent after the last of them */
	bool is_warned;
};

/* ---- Waiting, never without end ---- */

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits for the socket a moment; false: the connection broke. */
static bool wait_a_slice(struct link *link, int64_t left)
{
	int unsent = PQflush(link->conn);
	short events = (short)(POLLIN | (unsent > 0 ? POLLOUT : 0));
	struct pollfd socket = {.fd = PQsocket(link->conn), .events = events};

	if (unsent < 0)
		return false;
	if (poll(&socket, 1, (int)(left < SLICE_MS ? left : SLICE_MS)) <= 0)
		return true;
	return !(socket.revents & (POLLIN | POLLERR | POLLHUP)) || PQconsumeInput(link->conn);
}

/* Until an answer can be taken without waiting; false: it broke, or nobody may wait longer. */
static bool wait_for_answer(struct link *link)
{
	int64_t until = now_ms() + link->patience;

	while (PQisBusy(link->conn)) {
		int64_t left = until - now_ms();
		bool is_down = link->is_down && atomic_load(link->is_down);
		if (left <= 0 || is_down) {
			log_error("store.silent", "postgres: no answer %s",
				  is_down ? "from the server at all" : "in time");
			return false;
		}
		if (!wait_a_slice(link, left))
			return false;
	}
	return true;
}

/* The last result of a text, outside the pipeline; NULL when it did not come. */
static PGresult *ask(struct link *link, const char *text)
{
	PGresult *last = NULL, *result;

	if (!PQsendQuery(link->conn, text))
		return NULL;
	while (wait_for_answer(link)) {
		if (!(result = PQgetResult(link->conn)))
			return last;
		PQclear(last);
		last = result;
	}
	PQclear(last);
	return NULL;
}

/* ---- Connecting ---- */

static void notice_take(void *arg, const PGresult *result)
{
	struct link *link = arg;
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

	if (state && strncmp(state, "01", 2) == 0)
		link->is_warned = true;
}

static PGconn *connect_to(const char *url, const char *attrs)
{
	const char *const names[] = {"connect_timeout",	     "tcp_user_timeout",
				     "keepalives_idle",	     "keepalives_interval",
				     "keepalives_count",     "application_name",
				     "client_encoding",	     "dbname",
				     "target_session_attrs", NULL};
	const char *const values[] = {"2", "3000", "1", "1", "3", "abdi", "UTF8", url, attrs, NULL};

	return PQconnectdbParams(names, values, 1);
}

/* What must hold in every session, or, behind a pooler, in every transaction. A peer that falls
   silent must not hold the others: the server ends what stands still inside a transaction. */
#define SETTINGS_OF_ALL(local)                                                                     \
	"SELECT set_config('client_min_messages', 'warning', " local "), "                         \
	"set_config('tcp_keepalives_idle', '5', " local "), "                                      \
	"set_config('tcp_keepalives_interval', '2', " local "), "                                  \
	"set_config('tcp_keepalives_count', '3', " local "), "                                     \
	"set_config('tcp_user_timeout', '10000', " local "), "
#define SETTINGS_OF_READER(local)                                                                  \
	SETTINGS_OF_ALL(local)                                                                     \
	"set_config('statement_timeout', '10s', " local "), "                                      \
	"set_config('idle_in_transaction_session_timeout', '60s', " local ")"
/* The writer looks up single rows: a plan made while a table was small must serve when it has
   grown. */
#define SETTINGS_OF_WRITER(local)                                                                  \
	SETTINGS_OF_ALL(local)                                                                     \
	"set_config('statement_timeout', '30s', " local "), "                                      \
	"set_config('idle_in_transaction_session_timeout', '5s', " local "), "                     \
	"set_config('plan_cache_mode', 'force_generic_plan', " local "), "                         \
	"set_config('enable_seqscan', 'off', " local "), "                                         \
	"set_config('enable_hashjoin', 'off', " local "), "                                        \
	"set_config('enable_mergejoin', 'off', " local "), "                                       \
	"set_config('synchronous_commit', 'on', " local ")"

const char LINK_SETTINGS_READER[] = SETTINGS_OF_READER("true");
const char LINK_SETTINGS_WRITER[] = SETTINGS_OF_WRITER("true");

/* The first column of the answer, "" without one; false: it is no answer. */
static bool answer_of(struct link *link, const char *text, char found[VALUE_MAX])
{
	PGresult *result = ask(link, text);
	ExecStatusType status = PQresultStatus(result);
	bool is_done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;

	snprintf(found, VALUE_MAX, "%s", PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "");
	if (!is_done)
		log_error("store.open", "postgres: %.*s: %s", STATEMENT_SHOWN, text,
			  PQerrorMessage(link->conn));
	PQclear(result);
	return is_done;
}

static bool is_done(struct link *link, const char *text)
{
	char found[VALUE_MAX];

	return answer_of(link, text, found);
}

/* Is it on, or may it be off? Told either way. */
static bool holds(const char *option, struct str found, bool may_be_off)
{
	if (str_is(found, "on"))
		return true;
	log_error("store.unsafe",
		  "postgres: %s is \"%.*s\", it must be \"on\": a power loss would take changes "
		  "that were confirmed; %s",
		  option, STR_ARG(found),
		  may_be_off ? "served all the same, since ABDI_DB_MAY_BE_OFF names it"
			     : "not served");
	return may_be_off;
}

/* A change rests on the session's own option and on those of the whole server, in the order of
   postgres_safety. */
static bool is_safe(struct link *link)
{
	static const char asked[] =
		"SELECT concat_ws(',', current_setting('synchronous_commit'), "
		"current_setting('fsync'), current_setting('full_page_writes'))";
	char found[VALUE_MAX];
	struct str rest;

	if (!answer_of(link, asked, found))
		return false;
	bool is_good = holds("synchronous_commit", str_cut(str_from(found), ',', &rest), false);
	for (int i = 0; is_good && postgres_safety(i); i++)
		is_good = holds(postgres_safety(i), str_cut(rest, ',', &rest),
				postgres_is_let_off(i));
	return is_good;
}

/* A pooler in between gives a number of its own for the server's process. */
static bool find_pooler(struct link *link)
{
	char own[NUMBER_MAX];
	PGresult *result = ask(link, "SELECT pg_backend_pid()");
	bool is_known = PQntuples(result) == 1;

	snprintf(own, sizeof(own), "%d", PQbackendPID(link->conn));
	link->is_pooled = is_known && strcmp(own, PQgetvalue(result, 0, 0)) != 0;
	PQclear(result);
	return is_known;
}

/* Asked, not assumed: what is set is shown, in the kind of transaction that will rest on it. */
static bool settle_options(struct link *link, bool is_writer)
{
	const char *settings = link->is_pooled
				       ? (is_writer ? LINK_SETTINGS_WRITER : LINK_SETTINGS_READER)
			       : is_writer ? SETTINGS_OF_WRITER("false")
					   : SETTINGS_OF_READER("false");

	if (link->is_pooled && !is_done(link, "BEGIN"))
		return false;
	if (!is_done(link, settings))
		return false;
	if (is_writer && !is_safe(link))
		return false;
	return !link->is_pooled || is_done(link, "COMMIT");
}

struct link *link_open(const char *url, bool is_writer, const char *attrs)
{
	struct link *link = calloc(1, sizeof(*link));

	if (!link)
		abort();
	link->conn = connect_to(url, attrs);
	link->patience = OPEN_MS;
	if (PQstatus(link->conn) != CONNECTION_OK)
		log_error("store.open", "postgres: %s", PQerrorMessage(link->conn));
	else if (!PQsetnonblocking(link->conn, 1) && find_pooler(link) &&
		 settle_options(link, is_writer) && PQenterPipelineMode(link->conn)) {
		PQsetNoticeReceiver(link->conn, notice_take, link);
		return link;
	}
	link_close(link);
	return NULL;
}

bool link_is_pooled(const struct link *link)
{
	return link->is_pooled;
}

void link_be_patient(struct link *link, int milliseconds, const atomic_bool *is_down)
{
	link->patience = milliseconds;
	link->is_down = is_down;
}

bool link_server_answers(const char *url)
{
	const char *const names[] = {"connect_timeout", "dbname", NULL};
	const char *const values[] = {"2", url, NULL};

	return PQpingParams(names, values, 1) == PQPING_OK;
}

/* The socket first: a farewell must not wait for a server that stands still. */
void link_close(struct link *link)
{
	if (link && PQsocket(link->conn) >= 0 && link->count + (unsigned)link->syncs > 0)
		(void)shutdown(PQsocket(link->conn), SHUT_RDWR);
	if (link)
		PQfinish(link->conn);
	free(link);
}

bool link_is_alive(const struct link *link)
{
	struct pollfd end = {.fd = PQsocket(link->conn), .events = POLLRDHUP};

	return PQstatus(link->conn) == CONNECTION_OK && poll(&end, 1, 0) == 0;
}

bool link_was_warned(struct link *link)
{
	bool is_warned = link->is_warned;

	link->is_warned = false;
	return is_warned;
}

/* ---- Sending ---- */

static void owner_add(struct link *link, void *owner)
{
	assert(link->count < SENT_MAX);
	link->owners[(link->first + link->count++) % SENT_MAX] = owner;
	link->is_open = true;
}

bool link_send(struct link *link, const struct link_statement *statement, const struct wire *wire)
{
	if (PQstatus(link->conn) != CONNECTION_OK)
		return false;
	if (statement->text) {
		if (!PQsendPrepare(link->conn, statement->name, statement->text, 0, NULL))
			return false;
		owner_add(link, statement->prepare_owner);
	}
	if (!PQsendQueryPrepared(link->conn, statement->name, statement->param_count, wire->values,
				 wire->lengths, wire->formats, 0))
		return false;
	owner_add(link, statement->owner);
	return true;
}

bool link_flush(struct link *link)
{
	if (!link->is_open)
		return true;
	link->is_open = false;
	link->syncs++;
	return PQpipelineSync(link->conn) != 0;
}

int link_waiting(const struct link *link)
{
	return (int)link->count;
}

void link_disown(struct link *link, const void *owner)
{
	for (unsigned i = 0; i < link->count; i++) {
		void **at = &link->owners[(link->first + i) % SENT_MAX];
		if (*at == owner)
			*at = NULL;
	}
}

/* ---- Taking answers ---- */

static void outcome_tell(struct link *link, PGresult *result, link_take *take, void *arg)
{
	struct link_outcome outcome = {.owner = link->owners[link->first % SENT_MAX]};
	ExecStatusType status = PQresultStatus(result);
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

	link->first++;
	link->count--;
	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
		outcome.answer = (struct link_answer *)result;
		take(arg, &outcome);
		return;
	}
	if (status != PGRES_PIPELINE_ABORTED)
		memcpy(outcome.state, state && strlen(state) == LINK_STATE_LEN ? state : "?????",
		       LINK_STATE_LEN);
	PQclear(result);
	take(arg, &outcome);
}

bool link_collect(struct link *link, link_take *take, void *arg)
{
	int nothing = 0; /* one closes each statement; two mean that the link is out of step */

	if (!link_flush(link))
		return false;
	while (link->syncs > 0 && PQstatus(link->conn) == CONNECTION_OK && nothing < 2) {
		if (!wait_for_answer(link))
			return false;
		PGresult *result = PQgetResult(link->conn);
		nothing = result ? 0 : nothing + 1;
		if (!result)
			continue;
		if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
			PQclear(result);
			link->syncs--;
		} else if (link->count > 0) {
			outcome_tell(link, result, take, arg);
		} else {
			PQclear(result); /* said without being asked, as on the server's way out */
		}
	}
	return link->syncs == 0 && PQstatus(link->conn) == CONNECTION_OK;
}

bool link_script(struct link *link, const char *text, char state[LINK_STATE_LEN + 1])
{
	assert(link->count == 0 && link->syncs == 0);
	memset(state, 0, LINK_STATE_LEN + 1);
	if (!PQexitPipelineMode(link->conn))
		return false;
	PGresult *result = PQexec(link->conn, text);
	ExecStatusType status = PQresultStatus(result);
	const char *found = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
		memcpy(state, found && strlen(found) == LINK_STATE_LEN ? found : "?????",
		       LINK_STATE_LEN);
	PQclear(result);
	return PQenterPipelineMode(link->conn) != 0;
}

/* ---- Answers ---- */

static PGresult *result_of(const struct link_answer *answer)
{
	return (PGresult *)(uintptr_t)answer; /* libpq's readers take no const where they could */
}

void link_answer_free(struct link_answer *answer)
{
	PQclear(result_of(answer));
}

int link_answer_rows(const struct link_answer *answer)
{
	return PQntuples(result_of(answer));
}

int64_t link_answer_changed(const struct link_answer *answer)
{
	return strtoll(PQcmdTuples(result_of(answer)), NULL, 10);
}

bool link_answer_is(const struct link_answer *answer, const char *command)
{
	return strcmp(PQcmdStatus(result_of(answer)), command) == 0;
}

bool link_answer_is_null(const struct link_answer *answer, int row, int column)
{
	assert(column < PQnfields(result_of(answer)));
	return PQgetisnull(result_of(answer), row, column) != 0;
}

struct str link_answer_value(const struct link_answer *answer, int row, int column)
{
	return (struct str){PQgetvalue(result_of(answer), row, column),
			    (size_t)PQgetlength(result_of(answer), row, column)};
}
