/* SPDX-License-Identifier: Apache-2.0 */
/* Reports in figures, for ratings and for the first page. */
#include "report/report_sum.h"

#include "generated/report_sql.h"
#include "report/report_store.h"

enum err report_glance(struct job *job, const struct id *pegawai_id, struct date from,
		       struct date to, struct laporan_kilas *out)
{
	struct laporan_pemilik owner;
	struct date span[2] = {from, to};
	enum err err = report_owner(job, pegawai_id, &owner);

	*out = (struct laporan_kilas){0};
	return err ? err : report_row_glance(job, pegawai_id, span, out);
}

enum err report_capaian_sum(struct job *job, const struct id *skp_id, const int span[3],
			    struct capaian_iki **out, int *count)
{
	return sql_report_capaian(job, skp_id, span[0], span[1], span[2], out, count);
}
