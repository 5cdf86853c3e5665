/* SPDX-License-Identifier: Apache-2.0 */
/* Writes plans that were agreed elsewhere. */
#include "skp/bulk.h"

#include "generated/skp_sql.h"

enum err hasil_unit_add(struct job *job, const struct hasil_unit *hasil)
{
	return sql_hasil_unit_bulk_add(job, hasil);
}

static enum err rhk_add(struct job *job, const struct skp *skp, int n)
{
	const struct rhk *rhk = &skp->rhk[n];
	enum err err = sql_skp_bulk_rhk(job, rhk, &skp->skp_id, n + 1);

	for (int k = 0; !err && k < rhk->iki_count; k++)
		err = sql_skp_bulk_iki(job, &rhk->iki[k], &rhk->rhk_id, k + 1);
	return err;
}

/* Lines are numbered within their block, whose lines stand together. */
static enum err lampiran_add(struct job *job, const struct skp *skp)
{
	enum err err = ERR_OK;

	for (int i = 0, urut = 0; !err && i < skp->lampiran_count; i++) {
		bool is_same = i > 0 && str_equal(skp->lampiran[i].blok, skp->lampiran[i - 1].blok);
		urut = is_same ? urut + 1 : 1;
		err = sql_skp_bulk_lampiran(job, &skp->lampiran[i], &skp->skp_id, urut);
	}
	return err;
}

enum err skp_add(struct job *job, const struct skp *skp)
{
	enum err err = sql_skp_bulk_add(job, skp);

	for (int n = 0; !err && n < skp->rhk_count; n++)
		err = rhk_add(job, skp, n);
	if (err || (err = sql_skp_bulk_perilaku(job, &skp->perilaku[0], &skp->skp_id)))
		return err;
	return lampiran_add(job, skp);
}
