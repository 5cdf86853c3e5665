/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libpq; nothing else does. */
#include "db/postgres_link.h"

#include <assert.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#define SENT_MAX                                                                                   \
	128 /* a power of two; answers of so many small statements fit the socket's buffers */

struct link {
	PGconn *conn;
	void *owners[SENT_MAX]; /* ring: statements on their way, oldest first */
	unsigned first, count;
	int syncs; /* ends of portions on their way */
	bool is_open; /* something was sent after the last of them */
	bool is_warned;
};

/* ---- Connecting ---- */

static void notice_take(void *arg, const PGresult *result)
{
	struct link *link = arg;
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

	if (state && strncmp(state, "01", 2) == 0)
		link->is_warned = true;
}

static PGconn *connect_to(const char *url, bool is_writer, const char *attrs)
{
	/* The writer looks up single rows: a plan made while a table was small must serve when it
	   has grown. */
	const char *options =
		is_writer ? "-c synchronous_commit=on -c statement_timeout=30s "
			    "-c client_min_messages=warning "
			    "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off "
			    "-c enable_hashjoin=off -c enable_mergejoin=off"
			  : "-c statement_timeout=10s -c client_min_messages=warning";
	const char *const names[] = {"connect_timeout",
				     "tcp_user_timeout",
				     "keepalives_idle",
				     "keepalives_interval",
				     "keepalives_count",
				     "application_name",
				     "client_encoding",
				     "options",
				     "dbname",
				     "target_session_attrs",
				     NULL};
	const char *const values[] = {"2",    "3000",  "1", "1",   "3", "abdi",
				      "UTF8", options, url, attrs, NULL};

	return PQconnectdbParams(names, values, 1);
}

struct link *link_open(const char *url, bool is_writer, const char *attrs)
{
	struct link *link = calloc(1, sizeof(*link));

	if (!link)
		abort();
	link->conn = connect_to(url, is_writer, attrs);
	if (PQstatus(link->conn) == CONNECTION_OK && PQenterPipelineMode(link->conn)) {
		PQsetNoticeReceiver(link->conn, notice_take, link);
		return link;
	}
	link_close(link);
	return NULL;
}

void link_close(struct link *link)
{
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
