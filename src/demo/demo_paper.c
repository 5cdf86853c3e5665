/* SPDX-License-Identifier: Apache-2.0 */
/* Signed papers of what the demonstration has decided, by the door every decision takes. */
#include "audit/event.h"
#include "demo/demo_steps.h"
#include "law/access.h"

#define PAPERS_PEOPLE                                                                              \
	300 /* as many as make run brings; papers of the others are signed when first asked for */

static bool has_papers(const struct demo_town *town, int n)
{
	const struct demo_person *person = &town->person[n];

	return person->plan == PLAN_DITETAPKAN &&
	       (n < PAPERS_PEOPLE || n == town->asn || n == town->superior || n == town->head ||
		n == town->officer || n == town->manager || n == town->auditor);
}

/* Told as the appraiser would, who may read what is signed; who has none by those who record it. */
static enum err tell(const struct job *made, const struct demo_town *town, int n, struct arena *mem)
{
	struct actor appraiser = *made->actor;
	struct job job = *made;
	struct id skp = demo_id(town, THING_SKP, n);
	int penilai = town->person[n].penilai;
	enum err err;

	if (penilai >= 0)
		appraiser.pegawai_id = town->person[penilai].id;
	else
		appraiser.scopes[appraiser.scope_count++].peran = PERAN_PENGELOLA_KINERJA;
	job.actor = &appraiser;
	job.mem = mem;
	err = event_tell(&job, STR("skp.ditetapkan"), &skp);
	for (int quarter = 1; !err && penilai >= 0 && quarter <= town->closed; quarter++) {
		struct id id = demo_id(town, THING_EVALUASI, (int64_t)n * 8 + quarter);
		err = event_tell(&job, STR("evaluasi.ditetapkan"), &id);
	}
	return err;
}

enum err demo_write_papers(struct job *job, struct demo_batch *batch)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	enum err err = ERR_OK;

	for (int n = batch->from; !err && n < batch->to; n++) {
		if (has_papers(batch->town, n))
			err = tell(job, batch->town, n, mem);
		arena_clear(mem);
	}
	return err;
}
