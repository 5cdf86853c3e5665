/* SPDX-License-Identifier: Apache-2.0 */
/* Puts a plan together from its rows and takes it apart again. */
#include "skp/skp_store.h"

#include "generated/skp_sql.h"

static struct rhk *rhk_of(struct skp *skp, const struct id *rhk_id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, rhk_id))
			return &skp->rhk[i];
	return NULL;
}

static enum err load_iki(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = sql_skp_iki_rows(job, &skp->skp_id);
	struct iki iki;

	while (sql_skp_iki_rows_next(q, job->mem, &iki)) {
		struct rhk *rhk = rhk_of(skp, &iki.rhk_id);

		if (!rhk)
			continue;
		rhk->iki = arena_grow(job->mem, rhk->iki, rhk->iki_count, sizeof iki);
		iki.has_target_min = str_is(iki.arah, "range"); /* it was asked for */
		rhk->iki[rhk->iki_count++] = iki;
	}
	return query_error(q);
}

/* The form shows a JPT's result together with its indicators (rulebook 1.2 [V S5]). */
static enum err load_pimpinan_iki(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = sql_skp_pimpinan_iki_rows(job, &skp->skp_id);
	struct iki iki;

	while (sql_skp_pimpinan_iki_rows_next(q, job->mem, &iki))
		for (int i = 0; i < skp->rhk_count; i++) {
			struct rhk *rhk = &skp->rhk[i];

			if (id_equal(&rhk->rhk_pimpinan_id, &iki.rhk_id))
				rhk->pimpinan_uraian = str_format(job->mem, "%.*s; IKI: %.*s",
								  STR_ARG(rhk->pimpinan_uraian),
								  STR_ARG(iki.uraian));
		}
	return query_error(q);
}

static enum err load_perilaku(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = sql_skp_perilaku_rows(job, &skp->skp_id);
	struct skp_perilaku perilaku;

	while (sql_skp_perilaku_rows_next(q, job->mem, &perilaku)) {
		int index = berakhlak_index(perilaku.nilai);

		if (index >= 0)
			skp->perilaku[index] = perilaku;
	}
	return query_error(q);
}

static enum err load_blok_comments(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = sql_skp_blok_comments(job, &skp->skp_id);
	struct skp_comment comment;

	while (sql_skp_blok_comments_next(q, job->mem, &comment)) {
		int n = skp_blok_index(comment.blok);

		if (n >= 0)
			skp->blok_komentar[n] = comment.text;
	}
	return query_error(q);
}

static bool has_pimpinan(const struct skp *skp)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (!id_is_none(&skp->rhk[i].rhk_pimpinan_id))
			return true;
	return false;
}

enum err skp_find_results(struct job *job, const struct id *skp_id, struct skp **out)
{
	struct skp *skp = arena_new(job->mem, struct skp);
	enum err err;

	if ((err = sql_skp_find(job, skp_id, skp)) ||
	    (err = sql_skp_rhk_rows(job, skp_id, &skp->rhk, &skp->rhk_count)) ||
	    (err = load_iki(job, skp)) ||
	    (has_pimpinan(skp) && (err = load_pimpinan_iki(job, skp))) ||
	    (err = load_perilaku(job, skp)))
		return err;
	*out = skp;
	return ERR_OK;
}

enum err skp_find(struct job *job, const struct id *skp_id, struct skp **out)
{
	struct skp *skp;
	enum err err = skp_find_results(job, skp_id, out);

	if (err)
		return err;
	skp = *out;
	err = sql_skp_lampiran_rows(job, skp_id, &skp->lampiran, &skp->lampiran_count);
	return err ? err : load_blok_comments(job, skp);
}

enum err skp_put_rhk(struct job *job, const struct id *skp_id, struct rhk *rhk)
{
	enum err err;

	if (id_is_none(&rhk->rhk_id))
		rhk->rhk_id = id_make();
	if ((err = sql_skp_rhk_save(job, rhk, skp_id)) ||
	    (err = sql_skp_iki_delete(job, &rhk->rhk_id)))
		return err;
	for (int i = 0; i < rhk->iki_count; i++) {
		rhk->iki[i].iki_id = id_make();
		rhk->iki[i].rhk_id = rhk->rhk_id;
		if (!str_is(rhk->iki[i].arah, "range"))
			rhk->iki[i].target_min = 0;
		if ((err = sql_skp_iki_insert(job, &rhk->iki[i], i + 1)))
			return err;
	}
	return ERR_OK;
}

enum err skp_delete_rhk(struct job *job, const struct id *skp_id, const struct id *rhk_id)
{
	enum err err = sql_skp_iki_delete(job, rhk_id);

	return err ? err : sql_skp_rhk_delete(job, skp_id, rhk_id);
}

enum err skp_put_lampiran(struct job *job, const struct id *skp_id, const struct skp_lampiran *rows,
			  int count)
{
	enum err err = sql_skp_lampiran_delete(job, skp_id);

	for (int i = 0; i < count && !err; i++)
		err = sql_skp_lampiran_insert(job, &rows[i], skp_id, i + 1);
	return err;
}

static enum err put_comment(struct job *job, const struct id *skp_id,
			    const struct skp_comment *comment)
{
	enum err err = !id_is_none(&comment->rhk_id) ? sql_skp_rhk_comment(job, comment, skp_id)
		       : comment->blok.len > 0	     ? sql_skp_blok_comment(job, comment, skp_id)
					       : sql_skp_perilaku_comment(job, comment, skp_id);

	return err == ERR_CONFLICT ? ERR_NOT_FOUND : err;
}

enum err skp_put_comments(struct job *job, const struct id *skp_id,
			  const struct skp_comment *comments, int count)
{
	enum err err;

	if ((err = sql_skp_rhk_clear_comments(job, skp_id)) ||
	    (err = sql_skp_perilaku_clear_comments(job, skp_id)) ||
	    (err = sql_skp_blok_clear_comments(job, skp_id)))
		return err;
	for (int i = 0; i < count && !err; i++)
		if (comments[i].text.len)
			err = put_comment(job, skp_id, &comments[i]);
	return err;
}

enum err skp_list_pimpinan(struct job *job, const struct id *pegawai_id, int tahun,
			   struct skp_source **out, int *count)
{
	struct id skp_id;
	enum err err = sql_skp_find_agreed(job, pegawai_id, tahun, &skp_id);

	*out = NULL;
	*count = 0;
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	return sql_skp_pimpinan_rows(job, &skp_id, out, count);
}
