/* SPDX-License-Identifier: Apache-2.0 */
/* One connection to PostgreSQL, always in pipeline mode: statements are sent without waiting, and
   their answers are taken together, in order, when someone needs one. The only part of the house
   that knows libpq. */
#ifndef ABDI_DB_POSTGRES_LINK_H
#define ABDI_DB_POSTGRES_LINK_H
#include "db/postgres_wire.h"

#include <stdatomic.h>

#define LINK_STATE_LEN 5 /* an SQLSTATE */

struct link;
struct link_answer; /* the rows or the outcome of one statement */

/* How one statement ended. answer: NULL when it failed (state says how) or was skipped after a
   failure (state ""). */
struct link_outcome {
	void *owner; /* as given to link_send */
	struct link_answer *answer; /* the taker's from now on */
	char state[LINK_STATE_LEN + 1];
};
typedef void link_take(void *arg, const struct link_outcome *outcome);

/* NULL when no server answers, or one that does not hold what must hold; the log says why.
   attrs as in target_session_attrs. What stands in the address itself
   wins. */
struct link *link_open(const char *url, bool is_writer, const char *attrs);
void link_close(struct link *link); /* NULL is fine */
/* Is there a pooler in between, which may give each transaction another session? Then nothing may
   be prepared, and what must hold (below) is set in each transaction. */
bool link_is_pooled(const struct link *link);
extern const char LINK_SETTINGS_READER[], LINK_SETTINGS_WRITER[];
/* How long the next answers are waited for, each; *is_down: nobody waits any more. May be NULL. */
void link_be_patient(struct link *link, int milliseconds, const atomic_bool *is_down);
/* Does a server take connections there, be it none of ours? Waits two seconds a host at most. */
bool link_server_answers(const char *url);
/* False once the other side has closed, as far as this side can know without asking. */
bool link_is_alive(const struct link *link);

/* Puts a statement on its way; with text it is prepared under its name first, and prepare_owner
   gets that outcome. */
struct link_statement {
	const char *name, *text; /* text NULL: prepared before */
	int param_count;
	void *owner, *prepare_owner;
};
MUST_CHECK bool link_send(struct link *link, const struct link_statement *statement,
			  const struct wire *wire);
/* Ends what was sent without waiting for it: the answers are taken with the next link_collect. */
MUST_CHECK bool link_flush(struct link *link);
/* Waits for everything sent and tells each outcome in order; false: the connection broke and nobody
   knows. */
MUST_CHECK bool link_collect(struct link *link, link_take *take, void *arg);
/* Statements sent and not collected. */
int link_waiting(const struct link *link);
/* Gives the owner of a statement on its way: nobody waits for it any more. */
void link_disown(struct link *link, const void *owner);
/* Whether a warning came since the last call, as when waiting for the standby was cancelled. */
bool link_was_warned(struct link *link);
/* Several statements in one text, outside the pipeline; nothing may be waiting. state gets the
   failure, "" when none. */
MUST_CHECK bool link_script(struct link *link, const char *text, char state[LINK_STATE_LEN + 1]);

/* Accepts NULL. */
void link_answer_free(struct link_answer *answer);
/* How many rows came. */
int link_answer_rows(const struct link_answer *answer);
/* How many rows a change met. */
int64_t link_answer_changed(const struct link_answer *answer);
bool link_answer_is(const struct link_answer *answer, const char *command); /* "COMMIT" */
bool link_answer_is_null(const struct link_answer *answer, int row, int column);
/* As text, until the answer is freed. */
struct str link_answer_value(const struct link_answer *answer, int row, int column);

#endif
