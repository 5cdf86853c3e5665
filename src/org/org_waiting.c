/* SPDX-License-Identifier: Apache-2.0 */
/* What the agency still lacks. */
#include "org/org_waiting.h"

#include "generated/org_sql.h"
#include "law/access.h"
#include "org/org.h"

enum err org_waits_for_people(struct job *job, struct waiting *out)
{
	int people = 0;
	enum err err = sql_org_waiting_people(job, &people);

	out->count = !err && people < 2;
	return err;
}

enum err org_waits_for_year(struct job *job, struct waiting *out)
{
	bool is_there = false;
	enum err err = sql_org_waiting_year(job, job->today.year, &is_there);

	out->count = !err && !is_there;
	out->tahun = job->today.year;
	return err;
}

enum err org_waits_for_address(struct job *job, struct waiting *out)
{
	struct str address;
	enum err err = public_address_load(job, &address);

	out->count = !err && address.len == 0;
	return err;
}
