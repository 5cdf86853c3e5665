/* SPDX-License-Identifier: Apache-2.0 */
/* Reports that wait to be read. */
#include "report/report_waiting.h"

#include "generated/report_sql.h"
#include "law/access.h"
#include "org/org.h"

enum err report_waits_to_be_read(struct job *job, struct waiting *out)
{
	struct law_values law;
	struct waiting_row *rows;
	int count = 0;
	enum err err = setelan_values_load(job, job->today, &law);

	if (err)
		return err;
	err = sql_report_waiting(job, &job->actor->pegawai_id,
				 date_add_days(job->today, -law.of[LAW_unread_report_days]),
				 WAITING_MOST, &rows, &count);
	if (!err)
		waiting_fill(out, rows, count);
	return err;
}
