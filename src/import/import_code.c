/* SPDX-License-Identifier: Apache-2.0 */
/* Finds records by their codes as people write them. */
#include "import/import_code.h"

#include "base/fold.h"

void import_code_put(struct table *codes, struct arena *mem, struct str kode, int at)
{
	struct str folded = fold_code(mem, kode);
	int64_t before = -1;

	if (!table_get(codes, folded, &before))
		table_put(codes, folded, at);
	table_put(codes, kode, at);
}

bool import_code_find(const struct table *codes, struct arena *mem, struct str kode, int *at)
{
	int64_t found = -1;

	if (kode.len == 0 ||
	    (!table_get(codes, kode, &found) && !table_get(codes, fold_code(mem, kode), &found)))
		return false;
	*at = (int)found;
	return true;
}

struct str import_unit_code(const struct import_plan *plan, struct str kode)
{
	int at;

	return import_code_find(&plan->unit_of, plan->job->mem, kode, &at) ? plan->units[at].kode
									   : kode;
}

struct str import_jabatan_code(const struct import_plan *plan, struct str kode)
{
	int at;

	return import_code_find(&plan->jabatan_of, plan->job->mem, kode, &at)
		       ? plan->jabatans[at].kode
		       : kode;
}
