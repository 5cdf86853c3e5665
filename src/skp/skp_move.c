/* SPDX-License-Identifier: Apache-2.0 */
/* Plans follow their people to new posts and new appraisers. */
#include "skp/skp_move.h"

#include "law/skp_move.h"
#include "org/org.h"
#include "skp/skp_audit.h"
#include "skp/skp_store.h"
#include "generated/skp_sql.h"

static struct str reason(struct arena *mem, struct date tmt)
{
	return str_format(mem, "Pindah jabatan, TMT %.*s", STR_ARG(date_iso(mem, tmt)));
}

static enum err close_plan(struct job *job, const struct skp *skp, const struct pegawai *pegawai)
{
	struct skp closed = *skp;
	enum err err;

	closed.state = SKP_DITUTUP;
	closed.selesai = date_add_days(pegawai->tmt, -1);
	if ((err = sql_skp_save_post(job, &closed)))
		return err;
	return skp_audit_change(job, "skp.close", skp, reason(job->mem, pegawai->tmt));
}

/* What the results supported belonged to the old post: it is chosen again. */
static enum err take_along(struct job *job, const struct skp *skp, const struct pegawai *pegawai)
{
	struct skp moved = *skp;
	enum err err;

	moved.jabatan_id = pegawai->jabatan_id;
	moved.unit_id = pegawai->unit_id;
	moved.penilai_id = pegawai->penilai_id;
	moved.bentuk = law_skp_bentuk(pegawai->jabatan_kelompok, pegawai->is_kepala,
				      pegawai->unit_is_mandiri);
	if (pegawai->tmt.year == skp->tahun)
		moved.mulai = pegawai->tmt;
	if (skp->state == SKP_DIAJUKAN)
		moved.state = SKP_DRAF; /* it lay before the former appraiser */
	if ((err = sql_skp_save_post(job, &moved)) || (err = sql_skp_unlink_rhk(job, &skp->skp_id)))
		return err;
	return skp_audit_change(job, "skp.move", skp, reason(job->mem, pegawai->tmt));
}

static enum err move_one(struct job *job, const struct id *skp_id, const struct pegawai *pegawai)
{
	struct skp *skp;
	enum err err = skp_find(job, skp_id, &skp);

	if (err)
		return err;
	switch (law_skp_on_move(skp, pegawai->tmt)) {
	case SKP_STAYS: return ERR_OK;
	case SKP_CLOSES: return close_plan(job, skp, pegawai);
	case SKP_GOES_ALONG: return take_along(job, skp, pegawai);
	}
	__builtin_unreachable();
}

/* The same post under another appraiser: what is not agreed yet goes to that one as it is, what is
   agreed keeps the name of who agreed [D]. */
static enum err follow_one(struct job *job, const struct id *skp_id, const struct pegawai *pegawai)
{
	struct skp *skp, followed;
	enum err err = skp_find(job, skp_id, &skp);

	if (err)
		return err;
	followed = *skp;
	followed.penilai_id = pegawai->penilai_id;
	if ((err = sql_skp_save_post(job, &followed)))
		return err;
	return skp_audit_change(job, "skp.appraiser", skp, STR("Pejabat penilai berganti"));
}

typedef enum err list_plans(const struct job *job, const struct id *pegawai_id, struct id **out,
			    int *count);
typedef enum err one_plan(struct job *job, const struct id *skp_id, const struct pegawai *pegawai);

static enum err each(struct job *job, const struct id *pegawai_id, list_plans *list, one_plan *one)
{
	struct pegawai *pegawai;
	struct id *plans;
	int count = 0;
	enum err err;

	if ((err = list(job, pegawai_id, &plans, &count)) || count == 0)
		return err;
	err = pegawai_load(job, pegawai_id, &pegawai);
	for (int i = 0; i < count && !err; i++)
		err = one(job, &plans[i], pegawai);
	return err;
}

enum err skp_person_changed(struct job *job, const struct event *event)
{
	enum err err = each(job, &event->objek_id, sql_skp_elsewhere, move_one);

	return err ? err : each(job, &event->objek_id, sql_skp_of_former, follow_one);
}
