/* SPDX-License-Identifier: Apache-2.0 */
/* What of the open period waits for whom: the period, then one statement a question. */
#include "evaluation/evaluation_waiting.h"

#include "db/query.h"
#include "generated/evaluation_sql.h"
#include "law/access.h"

/* ERR_NOT_FOUND while no period is open: nothing can be rated then, so nothing waits. */
static enum err load_periode(struct job *job, struct waiting *out)
{
	CLEANUP(query_close)
	struct query *q = query_open(job->db, &SQL_EVALUATION_WAITING_PERIODE);
	enum err err;

	query_int(q, 2, job->today.year - 1);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	out->tahun = (int)query_column_int(q, 0);
	out->nomor = (int)query_column_int(q, 1);
	out->what = query_column_text(q, 2, job->mem);
	out->until = query_column_date(q, 3);
	return ERR_OK;
}

static enum err count_rows(struct job *job, struct query *q, struct waiting *out)
{
	bool has_room = true;

	while (has_room && query_next(q)) {
		struct id record = query_column_id(q, 0);
		has_room = waiting_add(out, &record, query_column_text(q, 1, job->mem));
	}
	return query_error(q);
}

static enum err ask_realisasi(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REALISASI_WAITING);

	if (out->nomor == 0 ||
	    date_compare(out->until, date_add_days(job->today, REALISASI_DAYS)) > 0)
		return ERR_OK;
	query_int(q, 2, out->tahun);
	query_int(q, 3, out->nomor);
	query_id(q, 4, &job->actor->pegawai_id);
	out->count = query_next(q);
	return query_error(q);
}

static enum err ask_team(struct job *job, struct waiting *out)
{
	CLEANUP(query_close)
	struct query *q = query_open(job->db, &SQL_EVALUATION_WAITING_TEAM);

	query_id(q, 2, &job->actor->pegawai_id);
	query_int(q, 3, out->tahun);
	query_int(q, 4, out->nomor);
	for (; out->all < WAITING_MOST && query_next(q); out->all++) {
		struct id pegawai_id = query_column_id(q, 0);
		if (query_column_int(q, 2) == 0)
			(void)waiting_add(out, &pegawai_id, query_column_text(q, 1, job->mem));
	}
	return query_error(q);
}

static enum err ask_letter(struct job *job, struct waiting *out)
{
	CLEANUP(query_close)
	struct query *q = query_open(job->db, &SQL_EVALUATION_WAITING_LETTER);

	query_int(q, 2, out->tahun);
	query_int(q, 3, out->nomor);
	return count_rows(job, q, out);
}

static enum err ask_capaian(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_WAITING);

	query_text(q, 2, access_scope_jalur(job->actor, PERM_UNIT_ACHIEVEMENT));
	query_int(q, 3, out->tahun);
	query_int(q, 4, out->nomor);
	query_int(q, 5, WAITING_MOST);
	return count_rows(job, q, out);
}

static enum err ask_in_periode(struct job *job, waiting_ask *ask, struct waiting *out)
{
	enum err err = load_periode(job, out);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	return ask(job, out);
}

enum err realisasi_waits(struct job *job, struct waiting *out)
{
	return ask_in_periode(job, ask_realisasi, out);
}

enum err evaluation_waits_to_decide(struct job *job, struct waiting *out)
{
	return ask_in_periode(job, ask_team, out);
}

enum err evaluation_waits_for_letter(struct job *job, struct waiting *out)
{
	return ask_in_periode(job, ask_letter, out);
}

enum err capaian_waits(struct job *job, struct waiting *out)
{
	return ask_in_periode(job, ask_capaian, out);
}
