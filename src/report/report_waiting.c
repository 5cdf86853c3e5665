/* SPDX-License-Identifier: Apache-2.0 */
/* Reports that wait to be read. */
#include "report/report_waiting.h"

#include "db/query.h"
#include "generated/report_sql.h"
#include "law/access.h"

enum err report_waits_to_be_read(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_REPORT_WAITING);
	bool has_room = true;

	query_id(q, 2, &job->actor->pegawai_id);
	query_date(q, 3, date_add_days(job->today, -REPORT_UNREAD_DAYS));
	query_int(q, 4, WAITING_MOST);
	while (has_room && query_next(q)) {
		struct id pegawai_id = query_column_id(q, 0);
		has_room = waiting_add(out, &pegawai_id, query_column_text(q, 1, job->mem));
	}
	return query_error(q);
}
