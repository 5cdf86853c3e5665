/* SPDX-License-Identifier: Apache-2.0 */
/* One statement a question. */
#include "layanan/layanan_waiting.h"

#include "generated/layanan_sql.h"
#include "law/access.h"
#include "layanan/layanan_row.h"

enum err standar_waits(struct job *job, struct waiting *out)
{
	struct str jalur = access_scope_jalur(job->actor, PERM_LAYANAN_DECIDE);
	struct standar_tunggu *rows;
	int count = 0;
	enum err err =
		sql_standar_waiting(job, jalur, &job->actor->akun_id, WAITING_MOST, &rows, &count);

	if (err || count == 0)
		return err;
	out->count = count;
	out->record = rows[0].record;
	out->who = rows[0].who;
	out->nomor = rows[0].nomor;
	return ERR_OK;
}
