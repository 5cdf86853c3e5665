/* SPDX-License-Identifier: Apache-2.0 */
/* What of the plans waits for whom, one statement a question. */
#include "skp/skp_waiting.h"

#include "generated/skp_sql.h"
#include "law/access.h"

/* The own plan in this state; "": none at all. */
static enum err own_waits(struct job *job, const char *state, struct waiting *out)
{
	struct waiting_own own;
	enum err err = sql_skp_waiting_own(job, &job->actor->pegawai_id, job->today.year, &own);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err; /* no year: nothing can be begun */
	out->count = str_is(own.state, state);
	out->record = own.skp_id;
	out->until = own.skp_batas;
	out->tahun = job->today.year;
	return ERR_OK;
}

enum err skp_waits_to_start(struct job *job, struct waiting *out)
{
	return own_waits(job, "", out);
}

enum err skp_waits_to_submit(struct job *job, struct waiting *out)
{
	return own_waits(job, "draf", out);
}

enum err skp_waits_to_mend(struct job *job, struct waiting *out)
{
	return own_waits(job, "dikembalikan", out);
}

enum err skp_waits_to_decide(struct job *job, struct waiting *out)
{
	struct waiting_row *rows;
	int count = 0;
	enum err err =
		sql_skp_waiting_decide(job, &job->actor->pegawai_id, WAITING_MOST, &rows, &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
}

enum err skp_waits_for_letter(struct job *job, struct waiting *out)
{
	struct waiting_row *rows;
	int count = 0;
	enum err err = sql_skp_waiting_letter(job, job->today.year, WAITING_MOST, &rows, &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
}

enum err hasil_unit_waits(struct job *job, struct waiting *out)
{
	bool is_missing = false;
	enum err err;

	if (access_reach(job->actor, PERM_UNIT_RESULT_EDIT) != REACH_INSTANSI)
		return ERR_OK;
	if ((err = sql_hasil_unit_waiting(job, job->today.year, &is_missing)))
		return err;
	out->count = is_missing;
	out->tahun = job->today.year;
	return ERR_OK;
}
