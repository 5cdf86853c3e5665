/* SPDX-License-Identifier: Apache-2.0 */
/* Rows as they are brought. */
#include "indikator/bulk.h"

#include "generated/indikator_sql.h"

enum err wilayah_bulk_add(struct job *job, const struct wilayah *wilayah)
{
	return sql_wilayah_insert(job, wilayah);
}

enum err indikator_bulk_add(struct job *job, const struct indikator *indikator,
			    const struct id *oleh)
{
	enum err err = sql_indikator_insert(job, indikator);

	return err ? err
		   : sql_indikator_versi_insert(job, indikator, oleh, job->now, oleh, job->now);
}

enum err nilai_bulk_add(struct job *job, const struct nilai *nilai)
{
	return sql_nilai_insert(job, nilai, job->now);
}
