/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL: transaction commands wait in `pending` and travel with the next statement; statements
   nobody waits for travel together. What an item left on its way when it ended is answered for with
   the first answer the next item takes: should it have failed, the server skipped what came behind
   it, so the savepoint is rolled back and what the next item has asked is asked again. The agency
   is told with set_config for row level security. */
#include "db/driver.h"

#include "base/log.h"
#include "db/postgres_link.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SENT_AT_ONCE 64 /* then the answers are taken, so that neither side's buffer fills */
#define PENDING_MAX 8
#define ASKED_MAX 16 /* questions of an item behind one not yet known; more are waited for */
#define MARK_COUNT ((size_t)SQL_BLOCK_COUNT + CONTROL_COUNT)

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
	bool is_last; /* of its item: its answer says that the item was kept */
	char agency[ID_TEXT_LEN + 1];
};

struct postgres_conn {
	struct conn base;
	struct link *link;
	char *url;
	struct pending pending[PENDING_MAX];
	int pending_count;
	bool is_item_moved; /* the agency changed inside a savepoint */
	bool has_agency; /* agency below is what the server holds */
	bool is_begun; /* the server has seen something of this transaction */
	enum err failed; /* of what was collected last: the first failure */
	struct link_answer *last; /* the last control's answer, as of COMMIT */
	struct id agency;
	/* of the item that ended before its outcome was known; NULL: all are known */
	enum err *late;
	bool is_released; /* and it was kept */
	bool is_saved; /* the savepoint of the item at hand is sent */
	struct query *asked[ASKED_MAX]; /* behind it, by the item at hand */
	int asked_count;
	bool *is_prepared; /* by block number, controls behind them; set when it is sent */
};

static struct postgres_conn *own(struct conn *conn)
{
	return (struct postgres_conn *)(void *)conn;
}

/* ---- Answers ---- */

static enum err err_of(const char *state, const char *what)
{
	if (strcmp(state, "23505") == 0 || strcmp(state, "23503") == 0)
		return ERR_CONFLICT;
	log_error("store.failed", "postgres %s: state %s", what, state);
	return ERR_STORE;
}

static bool is_mark(const struct postgres_conn *c, const void *owner)
{
	return (uintptr_t)owner - (uintptr_t)c->is_prepared < MARK_COUNT * sizeof(bool);
}

/* A statement's owner is its query, a preparation's the mark of what was prepared; controls and
   statements nobody waits for have none. */
static void outcome_take(void *arg, const struct link_outcome *outcome)
{
	struct postgres_conn *c = arg;
	bool is_preparing = is_mark(c, outcome->owner);
	struct query *q = is_preparing ? NULL : outcome->owner;

	if (!outcome->answer && outcome->state[0] && !c->failed)
		c->failed = err_of(outcome->state, q ? q->block->name : "statement");
	if (is_preparing && !outcome->answer)
		*(bool *)outcome->owner = false;
	if (outcome->owner == &c->is_released) {
		c->is_released = outcome->answer != NULL;
		q = NULL;
	}
	if (!q) {
		link_answer_free(c->last);
		c->last = outcome->answer;
		return;
	}
	q->handle = outcome->answer;
	q->is_waiting = false;
	q->changed = outcome->answer ? link_answer_changed(outcome->answer) : 0;
}

static enum err lose(struct postgres_conn *c)
{
	c->base.is_lost = true;
	c->pending_count = 0;
	log_error("store.lost", "postgres: the connection broke");
	return ERR_STORE;
}

/* Takes all answers; the first failure is told, and everything after it was not done. */
static enum err collect_sent(struct postgres_conn *c)
{
	c->failed = ERR_OK;
	if (c->base.is_lost || !link_collect(c->link, outcome_take, c))
		return c->base.is_lost ? ERR_STORE : lose(c);
	return c->failed;
}

/* ---- Connecting ---- */

static bool connect(struct postgres_conn *c)
{
	link_close(c->link);
	memset(c->is_prepared, 0, MARK_COUNT * sizeof(bool));
	c->has_agency = c->is_item_moved = false;
	c->link = link_open(c->url, c->base.is_writer, "read-write");
	if (!c->link && !c->base.is_writer) /* reading goes on while no leader is there */
		c->link = link_open(c->url, false, "any");
	if (!c->link)
		log_error("store.open", "postgres: no connection");
	c->base.is_fresh = true;
	return c->link != NULL;
}

static void postgres_close(struct conn *conn)
{
	struct postgres_conn *c = own(conn);

	link_answer_free(c->last);
	link_close(c->link);
	conn_free_spares(conn);
	free(c->is_prepared);
	free(c->url);
	free(c);
}

static enum err postgres_open(const char *url, bool is_writer, struct conn **out)
{
	struct postgres_conn *c = calloc(1, sizeof(*c));

	if (!c || !(c->url = strdup(url)) || !(c->is_prepared = calloc(MARK_COUNT, sizeof(bool))))
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

/* ---- Sending ---- */

/* Sends a statement, prepared first when the server does not know it; block numbers below zero are
   never kept. */
static bool send_prepared(struct postgres_conn *c, struct link_statement *statement, int mark,
			  const struct wire *wire)
{
	if (mark >= 0) {
		statement->prepare_owner = &c->is_prepared[mark];
		if (c->is_prepared[mark])
			statement->text = NULL;
		c->is_prepared[mark] = true;
	}
	c->is_begun = true;
	return link_send(c->link, statement, wire);
}

static bool pending_send(struct postgres_conn *c)
{
	bool is_sent = true;

	for (int i = 0; is_sent && i < c->pending_count; i++) {
		enum control control = c->pending[i].control;
		struct link_statement statement = {.name = CONTROLS[control].name,
						   .text = CONTROLS[control].text,
						   .param_count = control == CONTROL_AGENCY,
						   .owner = c->pending[i].is_last ? &c->is_released
										  : NULL};
		struct wire wire = {.values = {c->pending[i].agency}};
		c->is_saved |= control == CONTROL_SAVEPOINT;
		is_sent = send_prepared(c, &statement, SQL_BLOCK_COUNT + (int)control, &wire);
	}
	c->pending_count = 0;
	return is_sent;
}

static bool query_send_now(struct postgres_conn *c, struct query *q)
{
	const struct sql_block *block = q->block;
	char name[16] = "";
	struct link_statement statement = {.name = name,
					   .text = block->postgres,
					   .param_count = block->param_count,
					   .owner = q};
	struct wire wire;

	if (block->number >= 0)
		snprintf(name, sizeof(name), "b%d", block->number);
	wire_fill(&wire, q);
	return send_prepared(c, &statement, block->number, &wire);
}

static void pend(struct postgres_conn *c, enum control control)
{
	assert(c->pending_count < PENDING_MAX);
	c->pending[c->pending_count++] = (struct pending){.control = control};
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

/* ---- An item whose outcome comes late ---- */

/* The server has skipped all that came behind the failure: undoes the item and asks again what the
   next one asked. */
static bool ask_again(struct postgres_conn *c)
{
	struct id agency = c->agency;
	struct pending waiting[PENDING_MAX];
	int count = c->pending_count;

	memcpy(waiting, c->pending, sizeof(waiting));
	c->pending_count = 0;
	c->has_agency = false;
	pend(c, CONTROL_ROLLBACK_TO);
	pend(c, CONTROL_RELEASE);
	pend_agency(c, id_is_none(&agency) ? NULL : &agency);
	if (c->is_saved)
		pend(c, CONTROL_SAVEPOINT);
	bool is_sent = pending_send(c);
	for (int i = 0; is_sent && i < c->asked_count; i++) {
		is_sent = query_send_now(c, c->asked[i]);
		c->asked[i]->is_waiting = true;
	}
	memcpy(c->pending, waiting, sizeof(waiting));
	c->pending_count = count;
	return is_sent;
}

static enum err collect(struct postgres_conn *c)
{
	enum err err = collect_sent(c);
	enum err *late = c->late;

	c->late = NULL;
	if (late && err && !c->is_released && !c->base.is_lost) {
		*late = err;
		err = ask_again(c) ? collect_sent(c) : lose(c);
	}
	c->asked_count = 0;
	return err;
}

static enum err pending_run(struct postgres_conn *c)
{
	if (c->base.is_lost)
		return ERR_STORE;
	return pending_send(c) ? collect(c) : lose(c);
}

/* Questions that could not be asked again must not be on their way behind an item not yet known. */
static enum err make_known(struct postgres_conn *c)
{
	return c->late && !c->base.is_lost ? collect(c) : ERR_OK;
}

static void postgres_settle(struct conn *conn)
{
	(void)make_known(own(conn)); /* what failed is told to the item, a lost connection to all */
}

/* ---- Transactions ---- */

static enum err postgres_begin(struct conn *conn, const struct id *instansi)
{
	struct postgres_conn *c = own(conn);

	if ((conn->is_lost || !c->link || !link_is_alive(c->link)) && !connect(c)) {
		conn->is_lost = true;
		return ERR_STORE;
	}
	conn->is_lost = c->has_agency = c->is_begun = false;
	c->late = NULL;
	c->asked_count = 0;
	c->pending_count = 0;
	pend(c, conn->is_writer ? CONTROL_BEGIN_WRITE : CONTROL_BEGIN_READ);
	if (conn->is_writer)
		pend(c, CONTROL_LOCK);
	pend_agency(c, instansi);
	return ERR_OK;
}

/* A reader needs no answer to its COMMIT: it is taken with the next statement's. */
static enum err reader_end(struct postgres_conn *c)
{
	pend(c, CONTROL_COMMIT);
	if (!pending_send(c) || !link_flush(c->link))
		c->base.is_lost = true;
	return ERR_OK;
}

static enum err postgres_end(struct conn *conn, bool keep)
{
	struct postgres_conn *c = own(conn);
	enum err err;

	if (conn->is_lost)
		return ERR_STORE;
	if (!c->is_begun) { /* the server has seen nothing */
		c->pending_count = 0;
		return ERR_OK;
	}
	if (!conn->is_writer)
		return reader_end(c);
	(void)link_was_warned(c->link);
	pend(c, keep ? CONTROL_COMMIT : CONTROL_ROLLBACK);
	if ((err = pending_run(c))) {
		conn->is_lost = true;
		return ERR_STORE;
	}
	/* A warning here says that the standby has not confirmed: unknown, so not acknowledged. */
	bool is_kept = !keep || (link_answer_is(c->last, "COMMIT") && !link_was_warned(c->link));
	return is_kept ? ERR_OK : ERR_STORE;
}

static enum err postgres_item_begin(struct conn *conn, const struct id *instansi)
{
	struct postgres_conn *c = own(conn);

	/* Before the savepoint, so that rolling back to it keeps the agency. */
	pend_agency(c, instansi);
	pend(c, CONTROL_SAVEPOINT);
	c->is_item_moved = c->is_saved = false;
	return ERR_OK;
}

/* What was sent and not waited for is on its way, and the server at work on it, while the next item
   begins. */
static enum err leave_open(struct postgres_conn *c, enum err *late)
{
	pend(c, CONTROL_RELEASE);
	c->pending[c->pending_count - 1].is_last = true;
	c->is_released = c->is_saved = false;
	c->late = late;
	return pending_send(c) && link_flush(c->link) ? ERR_OK : lose(c);
}

static enum err postgres_item_end(struct conn *conn, bool keep, enum err *late)
{
	struct postgres_conn *c = own(conn);
	enum err err = ERR_OK;

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
	assert(!c->late); /* it took an answer before it changed anything */
	if (link_waiting(c->link) > 0 && keep && late)
		return leave_open(c, late);
	if (link_waiting(c->link) > 0)
		err = pending_run(c);
	if (!keep || err)
		pend(c, CONTROL_ROLLBACK_TO);
	pend(c, CONTROL_RELEASE);
	return conn->is_lost ? ERR_STORE : err;
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

static struct link_answer *answer_of(const struct query *q)
{
	return q->handle;
}

static enum err postgres_start(struct query *q)
{
	struct postgres_conn *c = own(q->db->conn);
	enum err err;

	if (c->base.is_lost)
		return ERR_STORE;
	if (link_waiting(c->link) >= SENT_AT_ONCE && (err = collect(c)))
		return err;
	if (c->asked_count == ASKED_MAX && (err = make_known(c)))
		return err;
	if (!pending_send(c) || !query_send_now(c, q))
		return lose(c);
	if (c->late)
		c->asked[c->asked_count++] = q;
	q->is_waiting = true;
	q->row = -1;
	return ERR_OK;
}

static enum err postgres_answer(struct query *q)
{
	return q->is_waiting ? collect(own(q->db->conn)) : ERR_OK;
}

static enum err postgres_next(struct query *q)
{
	enum err err = postgres_answer(q);

	if (!err && !q->handle) /* it was skipped: something before it failed */
		err = ERR_STORE;
	q->is_row = !err && ++q->row < link_answer_rows(answer_of(q));
	return err;
}

/* Behind an item not yet known a statement nobody waits for is waited for after all: its query
   could not ask again. */
static void postgres_finish(struct query *q)
{
	struct postgres_conn *c = own(q->db->conn);
	enum err err = q->is_waiting ? make_known(c) : ERR_OK;

	if (err && !q->db->failed)
		q->db->failed = err;
	if (q->is_waiting)
		link_disown(c->link, q);
	link_answer_free(answer_of(q));
	q->handle = NULL;
	q->is_waiting = false;
}

static bool postgres_is_null(const struct query *q, int column)
{
	return link_answer_is_null(answer_of(q), q->row, column);
}

static struct str postgres_column_view(const struct query *q, int column)
{
	return link_answer_value(answer_of(q), q->row, column);
}

/* Truth is t or f; a sum of BIGINT is NUMERIC, written as digits too. */
static int64_t postgres_column_int(const struct query *q, int column)
{
	const char *text = postgres_column_view(q, column).at;

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
	char state[LINK_STATE_LEN + 1];
	enum err err = pending_run(c);

	if (err)
		return err;
	c->is_begun = true;
	if (!link_script(c->link, text, state))
		return lose(c);
	return state[0] ? err_of(state, "migration") : ERR_OK;
}

const struct driver DRIVER_POSTGRES = {
	.name = "postgres",
	.is_pipelined = true,
	.text_of = postgres_text_of,
	.open = postgres_open,
	.close = postgres_close,
	.begin = postgres_begin,
	.end = postgres_end,
	.item_begin = postgres_item_begin,
	.item_end = postgres_item_end,
	.settle = postgres_settle,
	.use_instansi = postgres_use_instansi,
	.idle = postgres_idle,
	.start = postgres_start,
	.answer = postgres_answer,
	.next = postgres_next,
	.finish = postgres_finish,
	.is_null = postgres_is_null,
	.column_int = postgres_column_int,
	.column_view = postgres_column_view,
	.column_bytes = postgres_column_bytes,
	.column_id = postgres_column_id,
	.type_id = "uuid",
	.type_bytes = "bytea",
	.table_clustered = "",
	.script_begin = "BEGIN; SET LOCAL statement_timeout = 0",
	.script_lock = "SELECT pg_advisory_xact_lock(7237002)",
	/* A role that may not create tables can still see that nothing is left to do. */
	.script_table = "DO $$ BEGIN IF to_regclass('migrasi') IS NULL THEN " MIGRATIONS_TABLE
			"; END IF; END $$",
	.script_after = POSTGRES_ROW_SECURITY,
	.script = postgres_script,
};
