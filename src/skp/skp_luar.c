/* SPDX-License-Identifier: Apache-2.0 */
/* Plans agreed by letter, by somebody outside. */
#include "skp/skp_luar.h"

#include "audit/event.h"
#include "law/access.h"
#include "law/skp_record.h"
#include "skp/skp_audit.h"
#include "skp/skp_store.h"
#include "generated/skp_sql.h"

static bool allows(const struct job *job, const struct skp *skp)
{
	struct access_record record = {skp->pegawai_id, skp->penilai_id, skp->unit_jalur};

	return access_allows(job->actor, PERM_SKP_RECORD, &record);
}

bool skp_may_record(const struct job *job, const struct skp *skp)
{
	return law_skp_may_record(skp) && allows(job, skp);
}

enum err skp_list_luar(struct job *job, int tahun, struct skp_team_row **out, int *count)
{
	if (!access_may(job->actor, PERM_SKP_RECORD))
		return ERR_FORBIDDEN;
	return sql_skp_luar_rows(job, tahun, out, count);
}

static enum err load(struct job *job, const struct id *skp_id, int64_t version, struct skp **out)
{
	enum err err = skp_find(job, skp_id, out);

	if (err)
		return err;
	if (!allows(job, *out))
		return ERR_FORBIDDEN;
	return (*out)->version == version ? ERR_OK : ERR_CONFLICT;
}

enum err skp_record(struct job *job, const struct id *skp_id, int64_t version,
		    const struct pejabat_luar *luar)
{
	struct skp *skp, before;
	enum err err;

	if ((err = load(job, skp_id, version, &skp)))
		return err;
	before = *skp;
	if ((err = law_skp_record(skp, luar, job->today, job->faults)))
		return err;
	skp->decided_at = job->now;
	if ((err = sql_skp_save_state(job, skp, version)) || (err = sql_skp_save_luar(job, skp)) ||
	    (err = skp_put_comments(job, skp_id, NULL, 0)) ||
	    (err = skp_audit_change(job, "skp.record", &before, skp->luar.surat_nomor)))
		return err;
	return event_tell(job, STR("skp.ditetapkan"), skp_id);
}

enum err skp_record_return(struct job *job, const struct id *skp_id, int64_t version,
			   struct str note)
{
	struct skp *skp, before;
	struct skp_comment comment = {.text = str_trim(note)};
	enum err err;

	if ((err = load(job, skp_id, version, &skp)))
		return err;
	if (!str_is_utf8(comment.text) || str_chars(comment.text) > SKP_TEXT_MAX)
		problem_add(job->faults, STR("catatan"), "skp.text_too_long",
			    STR("Ringkas catatan menjadi paling banyak 500 huruf."));
	else if (comment.text.len == 0)
		problem_add(job->faults, STR("catatan"), "skp.comment_missing",
			    STR("Tulis catatan atasan agar jelas apa yang perlu diperbaiki."));
	before = *skp;
	if (skp->rhk_count > 0)
		comment.rhk_id = skp->rhk[0].rhk_id;
	if ((err = law_skp_return(skp, 1, job->faults)))
		return err;
	skp->decided_at = job->now;
	if ((err = sql_skp_save_state(job, skp, version)) ||
	    (err = skp_put_comments(job, skp_id, &comment, 1)))
		return err;
	return skp_audit_change(job, "skp.record_return", &before, STR_NONE);
}
