/* SPDX-License-Identifier: Apache-2.0 */
/* What of the open period waits for whom: the period, then one statement a question. */
#include "evaluation/evaluation_waiting.h"

#include "generated/evaluation_sql.h"
#include "law/access.h"
#include "org/org.h"

/* ERR_NOT_FOUND while no period is open: nothing can be rated then, so nothing waits. */
static enum err load_periode(struct job *job, struct waiting *out)
{
	struct waiting_periode periode;
	enum err err = sql_evaluation_waiting_periode(job, job->today.year - 1, &periode);

	if (err)
		return err;
	out->tahun = periode.tahun;
	out->nomor = periode.nomor;
	out->what = periode.nama;
	out->until = periode.selesai;
	return ERR_OK;
}

static enum err ask_realisasi(struct job *job, struct waiting *out)
{
	bool is_missing = false;
	struct law_values law;
	enum err err;

	if (out->nomor == 0)
		return ERR_OK;
	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	int days = law.of[LAW_realisation_reminder_days];
	if (date_compare(out->until, date_add_days(job->today, days)) > 0)
		return ERR_OK;
	err = sql_realisasi_waiting(job, out->tahun, out->nomor, &job->actor->pegawai_id,
				    &is_missing);
	out->count = is_missing;
	return err;
}

static enum err ask_team(struct job *job, struct waiting *out)
{
	struct waiting_person *people;
	int count = 0;
	enum err err = sql_evaluation_waiting_team(job, &job->actor->pegawai_id, out->tahun,
						   out->nomor, WAITING_MOST, &people, &count);

	if (err)
		return err;
	for (int i = count - 1; i >= 0; i--) {
		if (people[i].is_rated)
			continue;
		out->count++;
		out->record = people[i].record;
		out->who = people[i].who;
	}
	out->all = count;
	return ERR_OK;
}

static enum err ask_letter(struct job *job, struct waiting *out)
{
	struct waiting_row *rows;
	int count = 0;
	enum err err = sql_evaluation_waiting_letter(job, out->tahun, out->nomor, WAITING_MOST,
						     &rows, &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
}

static enum err ask_capaian(struct job *job, struct waiting *out)
{
	struct str scope = access_scope_jalur(job->actor, PERM_UNIT_ACHIEVEMENT);
	struct waiting_row *rows;
	int count = 0;
	enum err err = sql_capaian_waiting(job, scope, out->tahun, out->nomor, WAITING_MOST, &rows,
					   &count);

	if (!err)
		waiting_fill(out, rows, count);
	return err;
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
