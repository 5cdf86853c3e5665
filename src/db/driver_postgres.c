/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL: transaction commands wait in `pending` and travel with the next statement; statements
   nobody waits for travel together. What an item left on its way when it ended is answered for with
   the first answer the next item takes: should it have failed, the server skipped what came behind
   it, so the savepoint is rolled back and what the next item has asked is asked again. The agency
   is told with set_config for row level security. */
#include "db/driver.h"

#include "base/log.h"
#include "db/postgres_column.h"
#include "db/postgres_link.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SENT_AT_ONCE 64 /* then the answers are taken, so that neither side's buffer fills */
#define PENDING_MAX 10
#define ASKED_MAX 16 /* questions of an item behind one not yet known; more are waited for */
/* Waiting ends by itself: a little later than the server's own limits (postgres_link.c), which tell
   more; a commit's wait for the standby has none there, and is never cancelled. */
#define READ_MS 12000
#define WRITE_MS 35000
#define COMMIT_MS 10000
#define RETRY_NS (1000 * 1000000L) /* between two tries to connect; who asks meanwhile is refused */
#define MARK_COUNT ((size_t)SQL_BLOCK_COUNT + CONTROL_COUNT)

enum control {
	CONTROL_BEGIN_WRITE,
	CONTROL_BEGIN_READ,
	CONTROL_SETTINGS_WRITE,
	CONTROL_SETTINGS_READ,
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
	/* behind a pooler */
	[CONTROL_SETTINGS_WRITE] = {"", LINK_SETTINGS_WRITER},
	[CONTROL_SETTINGS_READ] = {"", LINK_SETTINGS_READER},
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
	bool must_leave; /* the server said that it will not go on with this connection */
	int64_t retry_at; /* CLOCK_MONOTONIC, ns */
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

	c->must_leave |= !outcome->answer && postgres_is_farewell(outcome->state);
	if (!outcome->answer && outcome->state[0] && !c->failed)
		c->failed = postgres_err(outcome->state, q ? q->block->name : "statement");
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
	if (c->base.is_lost)
		return ERR_STORE;
	if (!link_collect(c->link, outcome_take, c) || c->must_leave)
		return lose(c);
	return c->failed;
}

/* ---- Connecting ---- */

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static bool connect(struct postgres_conn *c)
{
	link_close(c->link);
	c->link = NULL;
	if (now_ns() < c->retry_at)
		return false;
	c->must_leave = false;
	memset(c->is_prepared, 0, MARK_COUNT * sizeof(bool));
	c->has_agency = c->is_item_moved = false;
	c->link = link_open(c->url, c->base.is_writer, "read-write");
	if (!c->link && !c->base.is_writer) /* reading goes on while no leader is there */
		c->link = link_open(c->url, false, "any");
	c->retry_at = c->link ? 0 : now_ns() + RETRY_NS;
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
	if (link_is_pooled(c->link)) { /* the next transaction may meet another session */
		statement->name = "";
	} else if (mark >= 0) {
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

	bool is_down = conn->is_down && atomic_load(conn->is_down);
	if (is_down || ((conn->is_lost || !c->link || !link_is_alive(c->link)) && !connect(c))) {
		conn->is_lost = true;
		return ERR_STORE;
	}
	link_be_patient(c->link, conn->is_writer ? WRITE_MS : READ_MS, conn->is_down);
	conn->is_lost = c->has_agency = c->is_begun = false;
	c->late = NULL;
	c->asked_count = 0;
	c->pending_count = 0;
	pend(c, conn->is_writer ? CONTROL_BEGIN_WRITE : CONTROL_BEGIN_READ);
	if (link_is_pooled(c->link))
		pend(c, conn->is_writer ? CONTROL_SETTINGS_WRITE : CONTROL_SETTINGS_READ);
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

static enum err writer_undo(struct postgres_conn *c)
{
	enum err err;

	pend(c, CONTROL_ROLLBACK);
	if ((err = pending_run(c)))
		c->base.is_lost = true;
	return err ? ERR_STORE : ERR_OK;
}

/* Once COMMIT is on its way, silence says nothing. An answer does: an error, or "ROLLBACK", is a
   refusal; a warning says that the standby has not confirmed. */
static enum err writer_commit(struct postgres_conn *c)
{
	enum err err;

	(void)link_was_warned(c->link);
	pend(c, CONTROL_COMMIT);
	link_be_patient(c->link, COMMIT_MS, c->base.is_down);
	if ((err = pending_run(c))) {
		bool is_silent = c->base.is_lost;
		c->base.is_lost = true;
		return is_silent ? ERR_UNKNOWN : ERR_STORE;
	}
	if (link_was_warned(c->link))
		return ERR_UNKNOWN;
	return link_answer_is(c->last, "COMMIT") ? ERR_OK : ERR_STORE;
}

static enum err postgres_end(struct conn *conn, bool keep)
{
	struct postgres_conn *c = own(conn);

	if (conn->is_lost)
		return ERR_STORE;
	if (!c->is_begun) { /* the server has seen nothing */
		c->pending_count = 0;
		return ERR_OK;
	}
	if (!conn->is_writer)
		return reader_end(c);
	return keep ? writer_commit(c) : writer_undo(c);
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
	return state[0] ? postgres_err(state, "migration") : ERR_OK;
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
	.pulse = postgres_pulse,
	.pulse_end = postgres_pulse_end,
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
