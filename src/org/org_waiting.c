/* SPDX-License-Identifier: Apache-2.0 */
/* What the agency still lacks. */
#include "org/org_waiting.h"

#include "db/query.h"
#include "generated/org_sql.h"
#include "org/org.h"

enum err org_waits_for_people(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ORG_WAITING_PEOPLE);

	out->count = query_next(q) && query_column_int(q, 0) < 2;
	return query_error(q);
}

enum err org_waits_for_year(struct job *job, struct waiting *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_ORG_WAITING_YEAR);

	query_int(q, 2, job->today.year);
	out->count = query_next(q) && query_column_int(q, 0) == 0;
	out->tahun = job->today.year;
	return query_error(q);
}

enum err org_waits_for_address(struct job *job, struct waiting *out)
{
	struct str address;
	enum err err = setelan_load(job, "alamat_publik", job->today, &address);

	out->count = !err && address.len == 0;
	return err;
}
