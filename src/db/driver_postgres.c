/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL, always in pipeline mode: transaction commands wait in `pending` and travel with
   the next statement, so a change of one statement costs one round trip. The agency is told with
   set_config for row level security. */
#include "db/driver.h"

#include "base/log.h"
#include "db/postgres_wire.h"
#include "generated/sql_blocks.h"

#include <assert.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PENDING_MAX 8

enum control {
	CONTROL_BEGIN_WRITE,
	CONTROL_BEGIN_READ,
	CONTROL_LOCK,
	CONTROL_AGENCY,
	CONTROL_SAVEPOINT,
	CONTROL_RELEASE,
	CONTROL_ROLLBACK_TO,
	CONTROL_COMMIT,
	CONTROL_ROLLBACK,
	CONTROL_COUNT
};

static const struct {
	const char *name, *text;
} CONTROLS[CONTROL_COUNT] = {
	[CONTROL_BEGIN_WRITE] = {"c_begin", "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"},
	[CONTROL_BEGIN_READ] = {"c_read", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"},
	/* Several application hosts write as one: each batch after the other, as on the embedded
	   engine. */
	[CONTROL_LOCK] = {"c_lock", "SELECT pg_advisory_xact_lock(7237001)"},
	[CONTROL_AGENCY] = {"c_agency", "SELECT set_config('abdi.instansi', $1, true)"},
	[CONTROL_SAVEPOINT] = {"c_save", "SAVEPOINT item"},
	[CONTROL_RELEASE] = {"c_release", "RELEASE SAVEPOINT item"},
	[CONTROL_ROLLBACK_TO] = {"c_back", "ROLLBACK TO SAVEPOINT item"},
	[CONTROL_COMMIT] = {"c_commit", "COMMIT"},
	[CONTROL_ROLLBACK] = {"c_rollback", "ROLLBACK"},
};

struct pending {
	enum control control;
	char agency[ID_TEXT_LEN + 1];
};

struct postgres_conn {
	struct conn base;
	PGconn *link;
	char *url;
	struct pending pending[PENDING_MAX];
	int pending_count;
	bool is_unread; /* a reader's COMMIT was sent, its answer not yet taken */
	bool is_item_moved; /* the agency changed inside a savepoint */
	bool has_agency; /* agency below is what the server holds */
	bool is_warned; /* a warning came, as when the wait for the standby was cancelled */
	int trips; /* round trips since begin */
	struct id agency;
	bool *is_prepared; /* by block number */
};

static struct postgres_conn *own(struct conn *conn)
{
	return (struct postgres_conn *)(void *)conn;
}

/* ---- Connecting ---- */

static void notice_take(void *arg, const PGresult *result)
{
	struct postgres_conn *c = arg;
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

	if (state && strncmp(state, "01", 2) == 0)
		c->is_warned = true;
}

/* What stands in the address itself wins over these. */
static PGconn *link_open(const char *url, bool is_writer, const char *attrs)
{
	const char *options = is_writer ? "-c synchronous_commit=on -c statement_timeout=30s -c "
					  "client_min_messages=warning"
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
	PGconn *link = PQconnectdbParams(names, values, 1);

	if (PQstatus(link) == CONNECTION_OK)
		return link;
	PQfinish(link);
	return NULL;
}

static bool controls_prepare(PGconn *link)
{
	for (int i = 0; i < CONTROL_COUNT; i++) {
		PGresult *result = PQprepare(link, CONTROLS[i].name, CONTROLS[i].text, 0, NULL);
		bool is_done = PQresultStatus(result) == PGRES_COMMAND_OK;
		PQclear(result);
		if (!is_done)
			return false;
	}
	return true;
}

static bool connect(struct postgres_conn *c)
{
	PQfinish(c->link);
	memset(c->is_prepared, 0, (size_t)SQL_BLOCK_COUNT * sizeof(*c->is_prepared));
	c->is_unread = c->has_agency = c->is_warned = c->is_item_moved = false;
	c->link = link_open(c->url, c->base.is_writer, "read-write");
	if (!c->link && !c->base.is_writer) /* reading goes on while no leader is there */
		c->link = link_open(c->url, false, "any");
	if (c->link && controls_prepare(c->link) && PQenterPipelineMode(c->link)) {
		PQsetNoticeReceiver(c->link, notice_take, c);
		return true;
	}
	log_error("store.open", "postgres: no connection");
	return false;
}

static void postgres_close(struct conn *conn)
{
	struct postgres_conn *c = own(conn);

	PQfinish(c->link);
	conn_free_spares(conn);
	free(c->is_prepared);
	free(c->url);
	free(c);
}

static enum err postgres_open(const char *url, bool is_writer, struct conn **out)
{
	struct postgres_conn *c = calloc(1, sizeof(*c));

	if (!c || !(c->url = strdup(url)) ||
	    !(c->is_prepared = calloc((size_t)SQL_BLOCK_COUNT + 1, sizeof(*c->is_prepared))))
		abort();
	c->base.driver = &DRIVER_POSTGRES;
	c->base.is_writer = is_writer;
	if (!connect(c)) {
		postgres_close(&c->base);
		return ERR_STORE;
	}
	*out = &c->base;
	return ERR_OK;
}

/* ---- One round trip ---- */

static enum err err_of(const char *state, const char *what)
{
	if (strcmp(state, "23505") == 0 || strcmp(state, "23503") == 0)
		return ERR_CONFLICT;
	log_error("store.failed", "postgres %s: state %s", what, state);
	return ERR_STORE;
}

static bool pending_send(struct postgres_conn *c)
{
	for (int i = 0; i < c->pending_count; i++) {
		const char *const agency = c->pending[i].agency;
		int count = c->pending[i].control == CONTROL_AGENCY ? 1 : 0;
		if (!PQsendQueryPrepared(c->link, CONTROLS[c->pending[i].control].name, count,
					 &agency, NULL, NULL, 0))
			return false;
	}
	return true;
}

static bool query_send(struct postgres_conn *c, const struct query *q)
{
	const struct sql_block *block = q->block;
	int number = block->number;
	char name[16] = "";
	struct wire wire;

	if (number >= 0)
		snprintf(name, sizeof(name), "b%d", number);
	if ((number < 0 || !c->is_prepared[number]) &&
	    !PQsendPrepare(c->link, name, block->postgres, 0, NULL))
		return false;
	wire_fill(&wire, q);
	return PQsendQueryPrepared(c->link, name, block->param_count, wire.values, wire.lengths,
				   wire.formats, 0);
}

struct answer {
	PGresult *last; /* of the last command that worked */
	int done; /* commands that worked */
	char state[6]; /* the first failure, "" when none */
	bool is_lost; /* the connection broke: nobody knows what was done */
};

static void answer_take(struct answer *answer, PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
		PQclear(answer->last);
		answer->last = result;
		answer->done++;
		return;
	}
	if (status == PGRES_FATAL_ERROR && !answer->state[0]) {
		const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
		snprintf(answer->state, sizeof(answer->state), "%s", state ? state : "?????");
	}
	PQclear(result);
}

/* Reads everything up to the sync. */
static void answer_read(struct postgres_conn *c, struct answer *answer)
{
	int nothing = 0;

	while (nothing < 2) {
		PGresult *result = PQgetResult(c->link);
		if (!result) {
			if (PQstatus(c->link) == CONNECTION_BAD)
				break;
			nothing++; /* one closes each command; two mean the link is out of step */
			continue;
		}
		nothing = 0;
		if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
			PQclear(result);
			return;
		}
		answer_take(answer, result);
		if (PQstatus(c->link) == CONNECTION_BAD)
			break;
	}
	answer->is_lost = true;
}

static void unread_take(struct postgres_conn *c)
{
	struct answer answer = {0};

	if (!c->is_unread)
		return;
	c->is_unread = false;
	answer_read(c, &answer);
	PQclear(answer.last);
}

static void answer_get(struct postgres_conn *c, const struct query *q, struct answer *answer)
{
	unread_take(c);
	if (PQstatus(c->link) == CONNECTION_OK && pending_send(c) && (!q || query_send(c, q)) &&
	    PQpipelineSync(c->link))
		answer_read(c, answer);
	else
		answer->is_lost = true;
}

static enum err lose(struct postgres_conn *c, struct answer *answer)
{
	PQclear(answer->last);
	answer->last = NULL;
	c->base.is_lost = true;
	c->pending_count = 0;
	log_error("store.lost", "postgres: the connection broke");
	return ERR_STORE;
}

/* Sends what waits and the statement (or NULL); *out is the last command's result. A connection
   found broken before anything of this transaction was seen is opened anew. */
static enum err exchange(struct postgres_conn *c, const struct query *q, PGresult **out)
{
	struct answer answer = {0};
	bool is_first = c->trips == 0;

	if (c->base.is_lost)
		return ERR_STORE;
	c->trips++;
	answer_get(c, q, &answer);
	if (answer.is_lost && is_first && connect(c)) {
		PQclear(answer.last);
		answer = (struct answer){0};
		answer_get(c, q, &answer);
	}
	if (answer.is_lost || answer.done < c->pending_count)
		return lose(c, &answer);
	if (q && q->block->number >= 0 && answer.done > c->pending_count)
		c->is_prepared[q->block->number] = true; /* also when only running it failed */
	c->pending_count = 0;
	if (answer.state[0]) {
		PQclear(answer.last);
		return err_of(answer.state, q ? q->block->name : "control");
	}
	*out = answer.last;
	return ERR_OK;
}

static void pend(struct postgres_conn *c, enum control control)
{
	assert(c->pending_count < PENDING_MAX);
	c->pending[c->pending_count++].control = control;
}

static bool pends(const struct postgres_conn *c, enum control control)
{
	return c->pending_count > 0 && c->pending[c->pending_count - 1].control == control;
}

/* Waits with the rest; nothing when the server holds this agency already. */
static void pend_agency(struct postgres_conn *c, const struct id *instansi)
{
	static const struct id none;
	const struct id *wanted = instansi ? instansi : &none;

	if (c->has_agency && id_equal(&c->agency, wanted))
		return;
	if (!pends(c, CONTROL_AGENCY))
		pend(c, CONTROL_AGENCY);
	char *text = c->pending[c->pending_count - 1].agency;
	memset(text, 0, ID_TEXT_LEN + 1);
	if (instansi)
		id_write(instansi, text);
	c->agency = *wanted;
	c->has_agency = true;
}

/* ---- Transactions ---- */

static enum err postgres_begin(struct conn *conn, const struct id *instansi)
{
	struct postgres_conn *c = own(conn);

	if (conn->is_lost && !connect(c))
		return ERR_STORE;
	conn->is_lost = c->is_warned = c->has_agency = false;
	c->trips = c->pending_count = 0;
	pend(c, conn->is_writer ? CONTROL_BEGIN_WRITE : CONTROL_BEGIN_READ);
	if (conn->is_writer)
		pend(c, CONTROL_LOCK);
	pend_agency(c, instansi);
	return ERR_OK;
}

/* A reader needs no answer to its COMMIT: it is taken before the next statement. */
static enum err reader_end(struct postgres_conn *c)
{
	pend(c, CONTROL_COMMIT);
	if (PQstatus(c->link) == CONNECTION_OK && pending_send(c) && PQpipelineSync(c->link))
		c->is_unread = true;
	else
		c->base.is_lost = true;
	c->pending_count = 0;
	return ERR_OK;
}

static enum err postgres_end(struct conn *conn, bool keep)
{
	struct postgres_conn *c = own(conn);
	PGresult *result = NULL;
	enum err err;

	if (conn->is_lost)
		return ERR_STORE;
	if (c->trips == 0) { /* the server has seen nothing */
		c->pending_count = 0;
		return ERR_OK;
	}
	if (!conn->is_writer)
		return reader_end(c);
	c->is_warned = false;
	pend(c, keep ? CONTROL_COMMIT : CONTROL_ROLLBACK);
	if ((err = exchange(c, NULL, &result))) {
		conn->is_lost = true;
		return ERR_STORE;
	}
	/* A warning here says that the standby has not confirmed: unknown, so not acknowledged. */
	bool is_kept = !keep || (strcmp(PQcmdStatus(result), "COMMIT") == 0 && !c->is_warned);
	PQclear(result);
	return is_kept ? ERR_OK : ERR_STORE;
}

static enum err postgres_item_begin(struct conn *conn, const struct id *instansi)
{
	struct postgres_conn *c = own(conn);

	/* Before the savepoint, so that rolling back to it keeps the agency. */
	pend_agency(c, instansi);
	pend(c, CONTROL_SAVEPOINT);
	c->is_item_moved = false;
	return ERR_OK;
}

static enum err postgres_item_end(struct conn *conn, bool keep)
{
	struct postgres_conn *c = own(conn);

	if (conn->is_lost)
		return ERR_STORE;
	if (c->is_item_moved && pends(c, CONTROL_AGENCY))
		c->pending_count--;
	if (c->is_item_moved)
		c->has_agency = false;
	if (pends(c, CONTROL_SAVEPOINT)) { /* it asked nothing */
		c->pending_count--;
		return ERR_OK;
	}
	if (!keep)
		pend(c, CONTROL_ROLLBACK_TO);
	pend(c, CONTROL_RELEASE);
	return ERR_OK;
}

static void postgres_use_instansi(struct conn *conn, const struct id *instansi)
{
	own(conn)->is_item_moved = true;
	pend_agency(own(conn), instansi);
}

static void postgres_idle(struct conn *conn)
{
	(void)conn;
}

/* ---- Statements ---- */

static const char *postgres_text_of(const struct sql_block *block)
{
	return block->postgres;
}

static PGresult *rows_of(const struct query *q)
{
	return q->handle;
}

static enum err postgres_start(struct query *q)
{
	PGresult *result = NULL;
	enum err err;

	if ((err = exchange(own(q->db->conn), q, &result)))
		return err;
	q->handle = result;
	q->row = -1;
	q->changed = strtoll(PQcmdTuples(result), NULL, 10);
	return ERR_OK;
}

static enum err postgres_next(struct query *q)
{
	q->is_row = ++q->row < PQntuples(rows_of(q));
	return ERR_OK;
}

static void postgres_finish(struct query *q)
{
	PQclear(rows_of(q));
	q->handle = NULL;
}

static bool postgres_is_null(const struct query *q, int column)
{
	assert(column < PQnfields(rows_of(q)));
	return PQgetisnull(rows_of(q), q->row, column) != 0;
}

static struct str postgres_column_view(const struct query *q, int column)
{
	return (struct str){PQgetvalue(rows_of(q), q->row, column),
			    (size_t)PQgetlength(rows_of(q), q->row, column)};
}

/* Truth is t or f; a sum of BIGINT is NUMERIC, written as digits too. */
static int64_t postgres_column_int(const struct query *q, int column)
{
	const char *text = PQgetvalue(rows_of(q), q->row, column);

	return text[0] == 't' ? 1 : strtoll(text, NULL, 10);
}

static struct str postgres_column_bytes(const struct query *q, int column, struct arena *mem)
{
	return wire_bytes(postgres_column_view(q, column), mem);
}

static struct id postgres_column_id(const struct query *q, int column)
{
	struct id id;

	if (!id_parse(postgres_column_view(q, column), &id))
		return (struct id){{0}};
	return id;
}

/* ---- Migration ---- */

/* Several statements in one text travel outside the pipeline. */
static enum err postgres_script(struct conn *conn, const char *text)
{
	struct postgres_conn *c = own(conn);

	unread_take(c);
	c->trips++; /* no opening anew in the middle of it */
	if (!PQexitPipelineMode(c->link))
		return ERR_STORE;
	PGresult *result = PQexec(c->link, text);
	ExecStatusType status = PQresultStatus(result);
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	enum err err = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
			       ? ERR_OK
			       : err_of(state ? state : "?????", "migration");
	PQclear(result);
	return PQenterPipelineMode(c->link) ? err : ERR_STORE;
}

const struct driver DRIVER_POSTGRES = {
	.name = "postgres",
	.text_of = postgres_text_of,
	.open = postgres_open,
	.close = postgres_close,
	.begin = postgres_begin,
	.end = postgres_end,
	.item_begin = postgres_item_begin,
	.item_end = postgres_item_end,
	.use_instansi = postgres_use_instansi,
	.idle = postgres_idle,
	.start = postgres_start,
	.next = postgres_next,
	.finish = postgres_finish,
	.is_null = postgres_is_null,
	.column_int = postgres_column_int,
	.column_view = postgres_column_view,
	.column_bytes = postgres_column_bytes,
	.column_id = postgres_column_id,
	.type_id = "uuid",
	.type_bytes = "bytea",
	.script_begin = "BEGIN; SET LOCAL statement_timeout = 0",
	.script_lock = "SELECT pg_advisory_xact_lock(7237002)",
	.script_after = POSTGRES_ROW_SECURITY,
	.script = postgres_script,
};
