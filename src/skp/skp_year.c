/* SPDX-License-Identifier: Apache-2.0 */
/* The other plans of a person in a year, as far as the actor may read them. */
#include "skp/skp_year.h"

#include "generated/skp_sql.h"

enum err skp_list_others(struct job *job, const struct skp *skp, struct skp_ringkas **out,
			 int *count)
{
	CLEANUP(query_close)
	struct query *q = sql_skp_others(job, &skp->pegawai_id, skp->tahun, &skp->skp_id);
	struct skp other;

	*out = NULL;
	*count = 0;
	while (sql_skp_others_next(q, job->mem, &other)) {
		other.pegawai_id = skp->pegawai_id;
		other.penilai_kini_id = skp->penilai_kini_id;
		if (!skp_may_read(job, &other))
			continue;
		*out = arena_grow(job->mem, *out, *count, sizeof **out);
		(*out)[(*count)++] =
			(struct skp_ringkas){other.skp_id,  other.state,	other.mulai,
					     other.selesai, other.jabatan_nama, other.unit_nama};
	}
	return query_error(q);
}
