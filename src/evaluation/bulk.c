/* SPDX-License-Identifier: Apache-2.0 */
/* Writes evaluations that were decided elsewhere. */
#include "evaluation/bulk.h"

#include "generated/evaluation_sql.h"

enum err capaian_add(struct job *job, const struct capaian_made *capaian)
{
	return sql_capaian_bulk_add(job, capaian);
}

enum err evaluasi_add_decided(struct job *job, const struct evaluasi_made *evaluasi)
{
	enum err err;

	if ((err = sql_evaluasi_bulk_decided(job, evaluasi)) ||
	    (err = sql_evaluasi_bulk_items(job, evaluasi)))
		return err;
	return sql_evaluasi_bulk_values(job, evaluasi);
}

enum err evaluasi_add_begun(struct job *job, const struct evaluasi_made *evaluasi)
{
	enum err err = sql_evaluasi_bulk_begun(job, evaluasi);

	return err ? err : sql_evaluasi_bulk_entered(job, evaluasi);
}
