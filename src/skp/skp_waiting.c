/* SPDX-License-Identifier: Apache-2.0 */
/* What of the plans waits for whom, one statement a question. */
#include "skp/skp_waiting.h"

#include "db/query.h"
#include "generated/skp_sql.h"
#include "law/access.h"
#include "skp/skp.h"

/* The own plan in a state, or (SKP_NONE) none at all. */
#define SKP_NONE ""

static enum err own_waits(struct job *job, const char *state, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_WAITING_OWN);

	query_id(q, 2, &job->actor->pegawai_id);
	query_int(q, 3, job->today.year);
	if (!query_next(q))
		return query_error(q); /* the year was not set up: nothing can be begun */
	out->count = str_is(query_column_text(q, 2, job->mem), state);
	out->record = query_column_id(q, 1);
	out->until = query_column_date(q, 0);
	out->tahun = job->today.year;
	return ERR_OK;
}

enum err skp_waits_to_start(struct job *job, struct waiting *out)
{
	return own_waits(job, SKP_NONE, out);
}

enum err skp_waits_to_submit(struct job *job, struct waiting *out)
{
	return own_waits(job, "draf", out);
}

enum err skp_waits_to_mend(struct job *job, struct waiting *out)
{
	return own_waits(job, "dikembalikan", out);
}

static enum err count_rows(struct job *job, struct query *q, struct waiting *out)
{
	bool has_room = true;

	while (has_room && query_next(q)) {
		struct id skp_id = query_column_id(q, 0);
		has_room = waiting_add(out, &skp_id, query_column_text(q, 1, job->mem));
	}
	return query_error(q);
}

enum err skp_waits_to_decide(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_WAITING_DECIDE);

	query_id(q, 2, &job->actor->pegawai_id);
	query_int(q, 3, WAITING_MOST);
	return count_rows(job, q, out);
}

enum err skp_waits_for_letter(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_WAITING_LETTER);

	query_int(q, 2, job->today.year);
	query_int(q, 3, WAITING_MOST);
	return count_rows(job, q, out);
}

enum err hasil_unit_waits(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_WAITING);

	if (access_reach(job->actor, PERM_UNIT_RESULT_EDIT) != REACH_INSTANSI)
		return ERR_OK;
	query_int(q, 2, job->today.year);
	out->count = query_next(q);
	out->tahun = job->today.year;
	return query_error(q);
}
