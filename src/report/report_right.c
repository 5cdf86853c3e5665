/* SPDX-License-Identifier: Apache-2.0 */
/* Who reports on which day, and who reads it. */
#include "report/report_right.h"

#include "law/access.h"
#include "generated/report_sql.h"
#include "report/report_store.h"

enum err report_may_read(struct job *job, const struct id *pegawai_id,
			 struct laporan_pemilik *owner)
{
	enum err err = sql_report_owner(job, pegawai_id, owner);

	if (err)
		return err;
	struct access_record record = {.pegawai_id = owner->pegawai_id,
				       .penilai_id = owner->penilai_id,
				       .unit_jalur = owner->unit_jalur};
	owner->is_own = id_equal(&owner->pegawai_id, &job->actor->pegawai_id);
	owner->is_penilai = !id_is_none(&owner->penilai_id) &&
			    id_equal(&owner->penilai_id, &job->actor->pegawai_id);
	return access_allows(job->actor, PERM_REPORT_READ, &record) ? ERR_OK : ERR_FORBIDDEN;
}

enum err report_may_write(struct job *job)
{
	struct access_record own = {.pegawai_id = job->actor->pegawai_id,
				    .unit_jalur = job->actor->unit_jalur};

	if (id_is_none(&own.pegawai_id) || !access_allows(job->actor, PERM_REPORT_OWN, &own))
		return ERR_FORBIDDEN;
	return ERR_OK;
}
