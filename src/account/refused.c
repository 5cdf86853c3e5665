/* SPDX-License-Identifier: Apache-2.0 */
/* A table of fixed size: what does not fit, in a minute of very many accounts, is in the log's
   numbers alone. */
#include "account/refused.h"

#include "audit/audit.h"
#include "base/log.h"
#include "law/access.h"

#include <pthread.h>
#include <string.h>

#define ROWS_MAX 1000
#define MINUTE_US INT64_C(60000000)

struct row {
	struct id instansi_id, akun_id;
	enum refused what;
	int count;
	int64_t now;
};

/* What was counted since it was last told. */
struct counted {
	struct row rows[ROWS_MAX];
	int row_count;
	int64_t sums[REFUSED_COUNT], since; /* since 0: nothing */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct counted counted; /* under lock */

static const char *const deeds[REFUSED_COUNT] = {
	[REFUSED_PASSWORD] = "account.wrong_password", [REFUSED_DEED] = "account.refused"};

static void add(struct counted *c, const struct row *more)
{
	for (int i = 0; i < c->row_count; i++) {
		struct row *row = &c->rows[i];
		if (row->what == more->what && id_equal(&row->akun_id, &more->akun_id) &&
		    id_equal(&row->instansi_id, &more->instansi_id)) {
			row->count += more->count;
			return;
		}
	}
	if (c->row_count < ROWS_MAX)
		c->rows[c->row_count++] = *more;
}

void refused_note(enum refused what, const struct id *instansi_id, const struct id *akun_id,
		  int64_t now)
{
	pthread_mutex_lock(&lock);
	if (counted.since == 0)
		counted.since = now;
	counted.sums[what]++;
	if (deeds[what] && !id_is_none(akun_id))
		add(&counted, &(struct row){*instansi_id, *akun_id, what, 1, now});
	pthread_mutex_unlock(&lock);
}

bool refused_is_due(int64_t now)
{
	pthread_mutex_lock(&lock);
	bool is_due = counted.since > 0 && now - counted.since >= MINUTE_US;
	pthread_mutex_unlock(&lock);
	return is_due;
}

static enum err tell_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const struct row *row = arg;
	/* Whose password was tried is known, not who tried. */
	struct actor actor = {.instansi_id = row->instansi_id};
	struct job job = {.mem = mem,
			  .db = db,
			  .actor = &actor,
			  .now = row->now,
			  .request_id = STR("ditolak")};
	struct audit_entry entry = {.deed = deeds[row->what],
				    .object = row->akun_id,
				    .reason = str_format(mem, "%d kali", row->count)};

	if (row->what == REFUSED_DEED)
		actor.akun_id = row->akun_id;
	return audit_add(&job, &entry);
}

/* Rows that are still to be told go back, beside those that came meanwhile. */
static void give_back(const struct counted *c, int from)
{
	pthread_mutex_lock(&lock);
	for (int i = from; i < c->row_count; i++)
		add(&counted, &c->rows[i]);
	if (from < c->row_count && counted.since == 0)
		counted.since = c->rows[from].now;
	pthread_mutex_unlock(&lock);
}

enum err refused_tell(struct store *store)
{
	static struct counted taken; /* the caretaker's alone */
	enum err err = ERR_OK;
	int done = 0;

	pthread_mutex_lock(&lock);
	taken = counted;
	memset(&counted, 0, sizeof(counted));
	pthread_mutex_unlock(&lock);
	if (taken.sums[REFUSED_PASSWORD] + taken.sums[REFUSED_NAME] + taken.sums[REFUSED_WAIT] +
		    taken.sums[REFUSED_DEED] >
	    0)
		log_info("refused", "passwords=%d names=%d waits=%d deeds=%d",
			 (int)taken.sums[REFUSED_PASSWORD], (int)taken.sums[REFUSED_NAME],
			 (int)taken.sums[REFUSED_WAIT], (int)taken.sums[REFUSED_DEED]);
	while (done < taken.row_count && !err) {
		struct row *row = &taken.rows[done];
		if (!(err = store_write(store, &row->instansi_id, tell_work, row)))
			done++;
	}
	give_back(&taken, done);
	return err;
}
