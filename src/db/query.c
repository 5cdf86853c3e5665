/* SPDX-License-Identifier: Apache-2.0 */
/* Binds, runs and reads through the engine's driver; the first error stays. */
#include "db/query.h"

#include "base/log.h"
#include "db/driver.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct driver *driver_of(const struct query *q)
{
	return q->db->conn->driver;
}

static struct query *query_take(struct conn *conn)
{
	struct query *q = conn->spare;

	if (q) {
		conn->spare = q->next_spare;
		return q;
	}
	q = malloc(sizeof(*q));
	if (!q)
		abort();
	return q;
}

void conn_free_spares(struct conn *conn)
{
	while (conn->spare) {
		struct query *q = conn->spare;
		conn->spare = q->next_spare;
		free(q);
	}
}

struct query *query_open(struct db *db, const struct sql_block *block)
{
	struct query *q = query_take(db->conn);

	assert(block->param_count <= QUERY_PARAMS_MAX);
	q->db = db;
	q->block = block;
	q->err = db->failed;
	q->is_started = q->is_row = q->is_own_handle = q->is_waiting = false;
	q->handle = NULL;
	q->row = -1;
	q->changed = 0;
	for (int n = 1; n <= block->param_count; n++)
		q->params[n].kind = PARAM_UNSET;
	if (block->is_shared)
		return q;
	if (db->has_instansi) {
		query_id(q, 1, &db->instansi);
	} else {
		log_error("store.no_instansi", "block %s needs an agency", block->name);
		q->err = db->failed = ERR_STORE;
	}
	return q;
}

void query_close(struct query **q)
{
	struct query *closed = *q;

	if (!closed)
		return;
	if (closed->handle || closed->is_waiting)
		driver_of(closed)->finish(closed);
	struct conn *conn = closed->db->conn;
	closed->next_spare = conn->spare;
	conn->spare = closed;
	*q = NULL;
}

/* ---- Binding ---- */

static struct param *param_at(struct query *q, int n, enum param_kind kind)
{
	assert(n >= 1 && n <= q->block->param_count && !q->is_started);
	q->params[n].kind = kind;
	return &q->params[n];
}

void query_text(struct query *q, int n, struct str value)
{
	param_at(q, n, PARAM_TEXT)->text = value.at ? value : STR_NONE;
}

void query_int(struct query *q, int n, int64_t value)
{
	param_at(q, n, PARAM_INT)->number = value;
}

void query_id(struct query *q, int n, const struct id *value)
{
	if (!value || id_is_none(value)) {
		query_null(q, n);
		return;
	}
	struct param *param = param_at(q, n, PARAM_ID);
	memcpy(param->small, value->bytes, sizeof(value->bytes));
	param->text = (struct str){param->small, sizeof(value->bytes)};
}

void query_date(struct query *q, int n, struct date value)
{
	if (date_is_none(value)) {
		query_null(q, n);
		return;
	}
	struct param *param = param_at(q, n, PARAM_TEXT);
	date_write(value, param->small);
	param->text = (struct str){param->small, DATE_TEXT_LEN};
}

void query_bytes(struct query *q, int n, struct str value)
{
	param_at(q, n, PARAM_BYTES)->text = value.at ? value : STR_NONE;
}

void query_null(struct query *q, int n)
{
	param_at(q, n, PARAM_NULL);
}

/* ---- Running ---- */

/* A failed statement fails its item: PostgreSQL refuses what follows, so SQLite does too. */
static bool keep_error(struct query *q, enum err err)
{
	if (!err)
		return false;
	q->err = err;
	q->is_row = false;
	if (!q->db->failed)
		q->db->failed = err;
	return true;
}

static bool is_same_param(const struct param *a, const struct param *b)
{
	if (a->kind != b->kind || a->kind == PARAM_NULL)
		return a->kind == b->kind;
	return a->kind == PARAM_INT ? a->number == b->number : str_equal(a->text, b->text);
}

static bool is_same_question(const struct query *a, const struct query *b)
{
	bool is_same = a->block == b->block;

	for (int n = 1; is_same && n <= a->block->param_count; n++)
		is_same = is_same_param(&a->params[n], &b->params[n]);
	return is_same;
}

/* The answer of the same question sent ahead becomes q's; false when there is none. */
static bool take_asked(struct query *q)
{
	struct db *db = q->db;

	for (int i = 0; i < db->asked_count; i++) {
		struct query *asked = db->asked[i];
		if (!asked || !is_same_question(asked, q))
			continue;
		(void)keep_error(q, driver_of(asked)->answer(asked));
		q->handle = asked->handle;
		asked->handle = NULL;
		query_close(&db->asked[i]);
		return true;
	}
	return false;
}

static bool start(struct query *q)
{
	if (q->err || keep_error(q, q->db->failed))
		return false;
	for (int n = 1; n <= q->block->param_count; n++)
		assert(q->params[n].kind != PARAM_UNSET);
	q->is_started = true;
	if (take_asked(q))
		return !q->err;
	q->db->statements++;
	q->db->conn->changed |= q->block->changes;
	return !keep_error(q, driver_of(q)->start(q));
}

bool query_next(struct query *q)
{
	if (!q->is_started && !start(q))
		return false;
	if (q->err || keep_error(q, driver_of(q)->next(q)))
		return false;
	return q->is_row;
}

void query_leave(struct query **q)
{
	struct db *db = (*q)->db;

	query_send(*q);
	if (!(*q)->is_started || (*q)->err || db->asked_count == DB_ASKED_MAX) {
		query_close(q);
		return;
	}
	db->asked[db->asked_count++] = *q;
	*q = NULL;
}

void db_drop_asked(struct db *db)
{
	for (int i = 0; i < db->asked_count; i++)
		query_close(&db->asked[i]);
	db->asked_count = 0;
}

void query_send(struct query *q)
{
	if (driver_of(q)->is_pipelined && !q->is_started)
		(void)start(q); /* a failure is kept and told by query_next */
}

enum err query_run_later(struct query *q)
{
	if (!driver_of(q)->is_pipelined)
		return query_run(q, NULL);
	query_send(q);
	return q->err;
}

enum err query_error(const struct query *q)
{
	return q->err;
}

enum err query_run(struct query *q, int64_t *changed)
{
	while (query_next(q))
		;
	if (changed)
		*changed = q->err ? 0 : q->changed;
	return q->err;
}

enum err query_run_one(struct query *q)
{
	int64_t changed = 0;
	enum err err = query_run(q, &changed);

	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err query_missing(const struct query *q)
{
	return q->err ? q->err : ERR_NOT_FOUND;
}

/* ---- Columns ---- */

bool query_is_null(const struct query *q, int column)
{
	assert(q->is_row);
	return driver_of(q)->is_null(q, column);
}

struct str query_column_view(const struct query *q, int column)
{
	return query_is_null(q, column) ? STR_NONE : driver_of(q)->column_view(q, column);
}

void query_spoil(struct query *q, int column)
{
	log_error("store.unknown_key", "block %s, column %d holds no key of its list",
		  q->block->name, column);
	(void)keep_error(q, ERR_STORE);
}

int64_t query_column_int(const struct query *q, int column)
{
	return query_is_null(q, column) ? 0 : driver_of(q)->column_int(q, column);
}

struct str query_column_text(const struct query *q, int column, struct arena *mem)
{
	return query_is_null(q, column) ? STR_NONE
					: str_copy(mem, driver_of(q)->column_view(q, column));
}

struct str query_column_bytes(const struct query *q, int column, struct arena *mem)
{
	return query_is_null(q, column) ? STR_NONE : driver_of(q)->column_bytes(q, column, mem);
}

struct id query_column_id(const struct query *q, int column)
{
	return query_is_null(q, column) ? (struct id){{0}} : driver_of(q)->column_id(q, column);
}

struct date query_column_date(const struct query *q, int column)
{
	struct date date = {0};

	if (query_is_null(q, column))
		return date;
	if (!date_parse(driver_of(q)->column_view(q, column), &date))
		return (struct date){0};
	return date;
}

struct str query_pattern(struct arena *mem, struct str search)
{
	struct str lower = str_lower(mem, str_trim(search));
	struct buf out;

	buf_init(&out, mem);
	buf_add_char(&out, '%');
	for (size_t i = 0; i < lower.len; i++) {
		if (lower.at[i] == '%' || lower.at[i] == '_' || lower.at[i] == '!')
			buf_add_char(&out, '!');
		buf_add_char(&out, lower.at[i]);
	}
	buf_add_char(&out, '%');
	return buf_str(&out);
}
