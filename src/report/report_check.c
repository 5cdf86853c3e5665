/* SPDX-License-Identifier: Apache-2.0 */
/* Compares every stored report with the digest its entry holds. */
#include "report/report_check.h"

#include "generated/report_sql.h"
#include "report/report_seal.h"

#define PORTION 500

static void report_one(struct arena *mem, struct audit_compare *compare, const struct laporan *l)
{
	struct audit_trail_object *told = audit_trail_find(compare->trail, &l->laporan_id);

	if (told)
		told->is_met = true;
	if (told && audit_trail_tells(told, report_text(mem, l)))
		compare->equal++;
	else if (told)
		audit_find(compare, "laporan", &l->laporan_id, told, "isinya bukan yang dikirim");
	else if (compare->trail->has_demo)
		compare->untold++;
	else
		audit_find(compare, "laporan", &l->laporan_id, NULL,
			   "tidak ada pengirimannya di jejak audit");
}

static enum err portion(const struct job *job, struct audit_compare *compare, struct id *after,
			int *count)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job own = *job;
	struct laporan *rows;
	enum err err;

	own.mem = mem;
	if ((err = sql_report_check(&own, after, PORTION, &rows, count)))
		return err;
	for (int i = 0; i < *count; i++) {
		struct laporan *l = &rows[i];
		if (l->bukti_count && (err = sql_report_evidence_list(&own, &l->laporan_id,
								      &l->bukti, &l->bukti_count)))
			return err;
		report_one(mem, compare, l);
		*after = l->laporan_id;
	}
	return ERR_OK;
}

static bool is_sent(struct str deed)
{
	return str_is(deed, "report.send") || str_is(deed, "report.replace");
}

/* What was sent, neither taken back nor replaced, and is there no more. */
static void missing_find(struct audit_compare *compare)
{
	const struct audit_trail *trail = compare->trail;

	for (int i = 0; i < trail->count; i++) {
		const struct audit_trail_object *told = trail->objects[i];
		int64_t entry;
		if (told->is_met || !told->digests || !is_sent(told->deed))
			continue;
		struct str digest = {(const char *)told->digests->hash, CRYPTO_HASH_LEN};
		if (!table_get(&trail->replaced, digest, &entry))
			audit_find(compare, "laporan", &told->object, told,
				   "hilang dari basis data");
	}
}

enum err report_check(struct job *job, struct audit_compare *compare)
{
	struct id after = {.bytes = {[15] = 1}}; /* before every id; the none id would bind NULL */
	int count = PORTION;
	enum err err = ERR_OK;

	while (count == PORTION && !err)
		err = portion(job, compare, &after, &count);
	if (!err)
		missing_find(compare);
	return err;
}
