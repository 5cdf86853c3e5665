/* SPDX-License-Identifier: Apache-2.0 */
/* What of the open period waits for whom: the period, then one statement a question. */
#include "evaluation/evaluation_waiting.h"

#include "generated/evaluation_sql.h"
#include "law/access.h"
#include "law/kontrak.h"
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

/* The last days of the periods in which that person was evaluated. */
static int rated_of(const struct id *record, const struct waiting_rated *rated, int count,
		    struct date *days)
{
	int own = 0;

	for (int i = 0; i < count; i++)
		if (id_equal(&rated[i].record, record))
			days[own++] = rated[i].selesai;
	return own;
}

static enum err kontrak_waits(struct job *job, const struct id *penilai_id, struct waiting *out)
{
	struct waiting_kontrak *people;
	struct waiting_rated *rated;
	struct law_values law;
	int count = 0, rated_count = 0;
	enum err err = setelan_values_load(job, job->today, &law);
	struct date until = kontrak_shown_until(&law, job->today);

	if (err ||
	    (err = sql_kontrak_waiting(job, until, penilai_id, WAITING_MOST, &people, &count)) ||
	    count == 0 || (err = sql_kontrak_rated(job, until, penilai_id, &rated, &rated_count)))
		return err;
	struct date *days = arena_array(job->mem, struct date, rated_count + 1);
	for (int i = count - 1; i >= 0; i--) {
		struct kontrak kontrak = {people[i].kontrak_mulai, people[i].kontrak_selesai};
		int own = rated_of(&people[i].record, rated, rated_count, days);
		if (!kontrak_rate(&law, &kontrak, days, own, job->today).is_shown)
			continue;
		out->count++;
		out->record = people[i].record;
		out->who = people[i].who;
		out->until = kontrak.selesai;
	}
	return ERR_OK;
}

enum err kontrak_waits_for_penilai(struct job *job, struct waiting *out)
{
	return kontrak_waits(job, &job->actor->pegawai_id, out);
}

enum err kontrak_waits_for_office(struct job *job, struct waiting *out)
{
	static const struct id all;

	return kontrak_waits(job, &all, out);
}
