/* SPDX-License-Identifier: Apache-2.0 */
#include "skp/skp_year.h"

#include "db/query.h"
#include "generated/sql_blocks.h"

static struct skp_ringkas row_read(struct query *q, struct arena *mem)
{
	struct skp_ringkas row = {.skp_id = query_column_id(q, 0),
				  .mulai = query_column_date(q, 4),
				  .selesai = query_column_date(q, 5),
				  .jabatan_nama = query_column_text(q, 6, mem),
				  .unit_nama = query_column_text(q, 7, mem)};

	if (!skp_state_parse(query_column_text(q, 3, mem), &row.state))
		row.state = SKP_DRAF;
	return row;
}

enum err skp_list_others(struct job *job, const struct skp *skp, struct skp_ringkas **out,
			 int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_OTHERS);

	*out = NULL;
	*count = 0;
	query_id(q, 2, &skp->pegawai_id);
	query_int(q, 3, skp->tahun);
	query_id(q, 4, &skp->skp_id);
	while (query_next(q)) {
		struct skp other = {.pegawai_id = skp->pegawai_id,
				    .penilai_id = query_column_id(q, 1),
				    .penilai_kini_id = skp->penilai_kini_id,
				    .unit_jalur = query_column_text(q, 2, job->mem)};
		if (!skp_may_read(job, &other))
			continue;
		*out = arena_grow(job->mem, *out, *count, sizeof **out);
		(*out)[(*count)++] = row_read(q, job->mem);
	}
	return query_error(q);
}
