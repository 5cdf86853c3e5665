/* SPDX-License-Identifier: Apache-2.0 */
/* Writes reports that were sent elsewhere. */
#include "report/bulk.h"

#include "generated/report_sql.h"

enum err laporan_add(struct job *job, const struct laporan *laporan)
{
	enum err err = sql_report_bulk_add(job, laporan);

	for (int i = 0; !err && i < laporan->bukti_count; i++)
		err = sql_report_evidence_insert(job, &laporan->bukti[i], &laporan->laporan_id);
	return err;
}

enum err laporan_add_sum(struct job *job, const struct capaian_iki *sum, int tahun, int bulan)
{
	return sql_report_sum_add(job, sum, tahun, bulan);
}
