/* SPDX-License-Identifier: Apache-2.0 */
/* The yearly performance plan (SKP) of a person: draft, submit, return with comments, agree
   (rulebook 1.2–1.6). */
#ifndef ABDI_SKP_SKP_H
#define ABDI_SKP_SKP_H
#include "base/job.h"
#include "skp/skp_record.h"

/* The whole plan, after the access check (SKP_READ). */
MUST_CHECK enum err skp_load(struct job *job, const struct id *skp_id, struct skp **out);
/* The same without its attachment: what a period is rated by. */
MUST_CHECK enum err skp_load_results(struct job *job, const struct id *skp_id, struct skp **out);
/* The newest plan of a person for a year, whatever its state; ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err skp_load_of(struct job *job, const struct id *pegawai_id, int tahun,
				struct skp **out);
/* Makes the draft of the actor's own plan for a year (with the seven values and the default
   attachment). */
MUST_CHECK enum err skp_start(struct job *job, int tahun, struct id *out);
/* Replaces one result with its indicators in a draft (rhk_id none: adds one). version: what the
   page was made from. */
MUST_CHECK enum err skp_save_rhk(struct job *job, const struct id *skp_id, int64_t version,
				 struct rhk *rhk);
MUST_CHECK enum err skp_remove_rhk(struct job *job, const struct id *skp_id, int64_t version,
				   const struct id *rhk_id);
MUST_CHECK enum err skp_save_perilaku(struct job *job, const struct id *skp_id, int64_t version,
				      const struct skp_perilaku *perilaku, int count);
MUST_CHECK enum err skp_save_lampiran(struct job *job, const struct id *skp_id, int64_t version,
				      const struct skp_lampiran *lampiran, int count);
/* Adds to the job's faults what would keep this own draft from being sent. */
MUST_CHECK enum err skp_find_gaps(struct job *job, const struct skp *skp);
MUST_CHECK enum err skp_submit(struct job *job, const struct id *skp_id, int64_t version);
/* The appraiser's answer: back with a comment per row, or agreed (then ditetapkan, both having
   signed in). Who agrees writes no comment: it would go nowhere. */
MUST_CHECK enum err skp_return(struct job *job, const struct id *skp_id, int64_t version,
			       const struct skp_comment *comments, int count);
MUST_CHECK enum err skp_agree(struct job *job, const struct id *skp_id, int64_t version,
			      const struct skp_comment *comments, int count);

/* What a main result of this plan may support: the appraiser's agreed results, and those of the
   unit and above. */
MUST_CHECK enum err skp_list_sources(struct job *job, const struct skp *skp,
				     struct skp_source_list *out);

/* The people whose appraiser the actor is, with the newest plan of the year; skp_id none: not
   begun. after: the last person of the page before; none: from the first on. */
MUST_CHECK enum err skp_list_team(struct job *job, int tahun, const struct id *after,
				  struct skp_team *out);
/* The last day to send a plan of that year (PK-30); the none date when the year was not set up. */
MUST_CHECK enum err skp_load_batas(struct job *job, int tahun, struct date *out);
/* PK-32: also who appraises the person today, for that one rates what was agreed with another. */
bool skp_may_read(const struct job *job, const struct skp *skp);
/* May this actor change, or decide on, this plan? For showing buttons; the use cases check
   again. */
bool skp_may_edit(const struct job *job, const struct skp *skp);
bool skp_may_decide(const struct job *job, const struct skp *skp);

#endif
