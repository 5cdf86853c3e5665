/* SPDX-License-Identifier: Apache-2.0 */
#include "skp/skp_store.h"

#include "db/query.h"
#include "generated/sql_blocks.h"

static void text_or_null(struct query *q, int n, struct str value)
{
	if (value.len)
		query_text(q, n, value);
	else
		query_null(q, n);
}

static void time_or_null(struct query *q, int n, int64_t value)
{
	if (value)
		query_int(q, n, value);
	else
		query_null(q, n);
}

static enum err run(struct query *q)
{
	return query_run(q, NULL);
}

/* A statement that must meet exactly one row: none means that the row is newer than what we loaded. */
static enum err run_one(struct query *q)
{
	int64_t changed = 0;
	enum err err = query_run(q, &changed);

	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

static enum err load_head(struct job *job, const struct id *skp_id, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_FIND);
	enum err err;

	query_id(q, 2, skp_id);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	skp->skp_id = query_column_id(q, 0);
	skp->pegawai_id = query_column_id(q, 1);
	skp->penilai_id = query_column_id(q, 2);
	skp->jabatan_id = query_column_id(q, 3);
	skp->unit_id = query_column_id(q, 4);
	skp->unit_jalur = query_column_text(q, 5, job->mem);
	skp->tahun = (int)query_column_int(q, 6);
	skp->revisi = (int)query_column_int(q, 7);
	skp->pendekatan = query_column_text(q, 8, job->mem);
	skp->bentuk = query_column_text(q, 9, job->mem);
	if (!skp_state_parse(query_column_text(q, 10, job->mem), &skp->state))
		return ERR_STORE;
	skp->mulai = query_column_date(q, 11);
	skp->selesai = query_column_date(q, 12);
	skp->submitted_at = query_column_int(q, 13);
	skp->decided_at = query_column_int(q, 14);
	skp->version = query_column_int(q, 15);
	skp->receipt_nomor = query_column_text(q, 16, job->mem);
	skp->receipt_hash = query_column_text(q, 17, job->mem);
	skp->pegawai_nama = query_column_text(q, 18, job->mem);
	skp->pegawai_nip = query_column_text(q, 19, job->mem);
	skp->penilai_nama = query_column_text(q, 20, job->mem);
	skp->jabatan_nama = query_column_text(q, 21, job->mem);
	skp->unit_nama = query_column_text(q, 22, job->mem);
	skp->luar = (struct pejabat_luar){
		query_column_text(q, 23, job->mem), query_column_text(q, 24, job->mem),
		query_column_text(q, 25, job->mem), query_column_date(q, 26)};
	skp->penilai_kini_id = query_column_id(q, 27);
	return ERR_OK;
}

static enum err load_rhk(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_RHK_ROWS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		skp->rhk = arena_grow(job->mem, skp->rhk, skp->rhk_count, sizeof(struct rhk));
		skp->rhk[skp->rhk_count++] = (struct rhk){
			.rhk_id = query_column_id(q, 0),
			.jenis = query_column_text(q, 1, job->mem),
			.kelas = query_column_text(q, 2, job->mem),
			.uraian = query_column_text(q, 3, job->mem),
			.perspektif = query_column_text(q, 4, job->mem),
			.hasil_unit_id = query_column_id(q, 5),
			.rhk_pimpinan_id = query_column_id(q, 6),
			.komentar = query_column_text(q, 7, job->mem),
			.pimpinan_uraian = query_column_text(q, 8, job->mem),
			.hasil_unit_uraian = query_column_text(q, 9, job->mem),
			.hasil_unit_kini = query_column_text(q, 10, job->mem),
			.is_pimpinan_renewed = query_column_int(q, 11) != 0,
		};
	}
	return query_error(q);
}

static struct rhk *rhk_of(struct skp *skp, const struct id *rhk_id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, rhk_id))
			return &skp->rhk[i];
	return NULL;
}

static enum err load_iki(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_IKI_ROWS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		struct id rhk_id = query_column_id(q, 1);
		struct rhk *rhk = rhk_of(skp, &rhk_id);

		if (!rhk)
			continue;
		rhk->iki = arena_grow(job->mem, rhk->iki, rhk->iki_count, sizeof(struct iki));
		rhk->iki[rhk->iki_count++] = (struct iki){
			.iki_id = query_column_id(q, 0),
			.rhk_id = rhk_id,
			.aspek = query_column_text(q, 2, job->mem),
			.uraian = query_column_text(q, 3, job->mem),
			.target_min = query_column_int(q, 4),
			.target = query_column_int(q, 5),
			.has_target = !query_is_null(q, 5),
			.satuan = query_column_text(q, 6, job->mem),
			.arah = query_column_text(q, 7, job->mem),
		};
	}
	return query_error(q);
}

/* The form shows a JPT's result together with its indicators (rulebook 1.2 [V S5]). */
static enum err load_pimpinan_iki(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_PIMPINAN_IKI_ROWS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		struct id pimpinan = query_column_id(q, 0);
		struct str uraian = query_column_text(q, 2, job->mem);

		for (int i = 0; i < skp->rhk_count; i++) {
			struct rhk *rhk = &skp->rhk[i];

			if (id_equal(&rhk->rhk_pimpinan_id, &pimpinan))
				rhk->pimpinan_uraian =
					str_format(job->mem, "%.*s; IKI: %.*s",
						   STR_ARG(rhk->pimpinan_uraian), STR_ARG(uraian));
		}
	}
	return query_error(q);
}

static enum err load_perilaku(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_PERILAKU_ROWS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		struct str nilai = query_column_text(q, 0, job->mem);
		int index = berakhlak_index(nilai);

		if (index >= 0)
			skp->perilaku[index] =
				(struct skp_perilaku){nilai, query_column_text(q, 1, job->mem),
						      query_column_text(q, 2, job->mem)};
	}
	return query_error(q);
}

static enum err load_lampiran(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_LAMPIRAN_ROWS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		skp->lampiran = arena_grow(job->mem, skp->lampiran, skp->lampiran_count,
					   sizeof(struct skp_lampiran));
		skp->lampiran[skp->lampiran_count++] = (struct skp_lampiran){
			query_column_text(q, 0, job->mem), query_column_text(q, 1, job->mem)};
	}
	return query_error(q);
}

static enum err load_blok_comments(struct job *job, struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_BLOK_COMMENTS);

	query_id(q, 2, &skp->skp_id);
	while (query_next(q)) {
		int n = skp_blok_index(query_column_text(q, 0, job->mem));

		if (n >= 0)
			skp->blok_komentar[n] = query_column_text(q, 1, job->mem);
	}
	return query_error(q);
}

enum err skp_find(struct job *job, const struct id *skp_id, struct skp **out)
{
	struct skp *skp = arena_new(job->mem, struct skp);
	enum err err;

	if ((err = load_head(job, skp_id, skp)) || (err = load_rhk(job, skp)) ||
	    (err = load_iki(job, skp)) || (err = load_pimpinan_iki(job, skp)) ||
	    (err = load_perilaku(job, skp)) || (err = load_lampiran(job, skp)) ||
	    (err = load_blok_comments(job, skp)))
		return err;
	*out = skp;
	return ERR_OK;
}

static enum err find_id(struct job *job, const struct sql_block *block, const struct id *pegawai_id,
			int tahun, struct id *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);
	enum err err;

	query_id(q, 2, pegawai_id);
	query_int(q, 3, tahun);
	if (!query_next(q))
		return (err = query_error(q)) ? err : ERR_NOT_FOUND;
	*out = query_column_id(q, 0);
	return ERR_OK;
}

enum err skp_find_newest(struct job *job, const struct id *pegawai_id, int tahun, struct id *out)
{
	return find_id(job, &SQL_SKP_FIND_NEWEST, pegawai_id, tahun, out);
}

enum err skp_insert(struct job *job, const struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_INSERT);

	query_id(q, 2, &skp->skp_id);
	query_id(q, 3, &skp->pegawai_id);
	query_id(q, 4, &skp->penilai_id);
	query_int(q, 5, skp->tahun);
	query_id(q, 6, &skp->jabatan_id);
	query_id(q, 7, &skp->unit_id);
	query_date(q, 8, skp->mulai);
	query_date(q, 9, skp->selesai);
	query_int(q, 10, skp->revisi);
	query_text(q, 11, skp->pendekatan);
	query_text(q, 12, skp->bentuk);
	return run_one(q);
}

enum err skp_touch(struct job *job, const struct id *skp_id, int64_t version)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_TOUCH);

	query_id(q, 2, skp_id);
	query_int(q, 3, version);
	return run_one(q);
}

enum err skp_save_state(struct job *job, const struct skp *skp, int64_t version)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_SAVE_STATE);

	query_id(q, 2, &skp->skp_id);
	query_int(q, 3, version);
	query_text(q, 4, skp_state_key(skp->state));
	query_id(q, 5, &skp->penilai_id);
	time_or_null(q, 6, skp->submitted_at);
	time_or_null(q, 7, skp->decided_at);
	text_or_null(q, 8, skp->receipt_nomor);
	text_or_null(q, 9, skp->receipt_hash);
	return run_one(q);
}

enum err skp_save_post(struct job *job, const struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_SAVE_POST);

	query_id(q, 2, &skp->skp_id);
	query_int(q, 3, skp->version);
	query_text(q, 4, skp_state_key(skp->state));
	query_id(q, 5, &skp->penilai_id);
	query_id(q, 6, &skp->jabatan_id);
	query_id(q, 7, &skp->unit_id);
	query_text(q, 8, skp->bentuk);
	query_date(q, 9, skp->mulai);
	query_date(q, 10, skp->selesai);
	return run_one(q);
}

static enum err ids_of(struct job *job, const struct sql_block *block, const struct id *pegawai_id,
		       struct id **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);

	*out = NULL;
	*count = 0;
	query_id(q, 2, pegawai_id);
	while (query_next(q)) {
		*out = arena_grow(job->mem, *out, *count, sizeof **out);
		(*out)[(*count)++] = query_column_id(q, 0);
	}
	return query_error(q);
}

enum err skp_list_elsewhere(struct job *job, const struct id *pegawai_id, struct id **out,
			    int *count)
{
	return ids_of(job, &SQL_SKP_ELSEWHERE, pegawai_id, out, count);
}

enum err skp_list_of_former(struct job *job, const struct id *pegawai_id, struct id **out,
			    int *count)
{
	return ids_of(job, &SQL_SKP_OF_FORMER, pegawai_id, out, count);
}

enum err skp_save_luar(struct job *job, const struct skp *skp)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_SAVE_LUAR);

	query_id(q, 2, &skp->skp_id);
	query_text(q, 3, skp->luar.nama);
	query_text(q, 4, skp->luar.jabatan);
	query_text(q, 5, skp->luar.surat_nomor);
	query_date(q, 6, skp->luar.surat_tanggal);
	return run_one(q);
}

static enum err insert_iki(struct job *job, const struct iki *iki, int urut)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_IKI_INSERT);

	query_id(q, 2, &iki->iki_id);
	query_id(q, 3, &iki->rhk_id);
	query_int(q, 4, urut);
	text_or_null(q, 5, iki->aspek);
	query_text(q, 6, iki->uraian);
	if (iki->has_target && str_is(iki->arah, "range"))
		query_int(q, 7, iki->target_min);
	else
		query_null(q, 7);
	if (iki->has_target)
		query_int(q, 8, iki->target);
	else
		query_null(q, 8);
	query_text(q, 9, iki->satuan);
	query_text(q, 10, iki->arah);
	return run_one(q);
}

static enum err delete_iki(struct job *job, const struct id *rhk_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_IKI_DELETE);

	query_id(q, 2, rhk_id);
	return run(q);
}

static enum err save_rhk_row(struct job *job, const struct id *skp_id, const struct rhk *rhk)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_RHK_SAVE);

	query_id(q, 2, &rhk->rhk_id);
	query_id(q, 3, skp_id);
	query_text(q, 4, rhk->jenis);
	query_text(q, 5, rhk->kelas);
	query_text(q, 6, rhk->uraian);
	text_or_null(q, 7, rhk->perspektif);
	query_id(q, 8, &rhk->hasil_unit_id);
	query_id(q, 9, &rhk->rhk_pimpinan_id);
	return run_one(q);
}

enum err skp_put_rhk(struct job *job, const struct id *skp_id, struct rhk *rhk)
{
	enum err err;

	if (id_is_none(&rhk->rhk_id))
		rhk->rhk_id = id_make();
	if ((err = save_rhk_row(job, skp_id, rhk)) || (err = delete_iki(job, &rhk->rhk_id)))
		return err;
	for (int i = 0; i < rhk->iki_count; i++) {
		rhk->iki[i].iki_id = id_make();
		rhk->iki[i].rhk_id = rhk->rhk_id;
		if ((err = insert_iki(job, &rhk->iki[i], i + 1)))
			return err;
	}
	return ERR_OK;
}

enum err skp_delete_rhk(struct job *job, const struct id *skp_id, const struct id *rhk_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_RHK_DELETE);
	enum err err;

	if ((err = delete_iki(job, rhk_id)))
		return err;
	query_id(q, 2, skp_id);
	query_id(q, 3, rhk_id);
	return run_one(q);
}

enum err skp_put_perilaku(struct job *job, const struct id *skp_id,
			  const struct skp_perilaku *perilaku)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_PERILAKU_SAVE);

	query_id(q, 2, skp_id);
	query_text(q, 3, perilaku->nilai);
	query_text(q, 4, perilaku->ekspektasi);
	return run_one(q);
}

static enum err insert_lampiran(struct job *job, const struct id *skp_id,
				const struct skp_lampiran *row, int urut)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_LAMPIRAN_INSERT);

	query_id(q, 2, skp_id);
	query_text(q, 3, row->blok);
	query_int(q, 4, urut);
	query_text(q, 5, row->uraian);
	return run_one(q);
}

static enum err run_on(struct job *job, const struct sql_block *block, const struct id *skp_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);

	query_id(q, 2, skp_id);
	return run(q);
}

enum err skp_unlink_rhk(struct job *job, const struct id *skp_id)
{
	return run_on(job, &SQL_SKP_UNLINK_RHK, skp_id);
}

enum err skp_put_lampiran(struct job *job, const struct id *skp_id, const struct skp_lampiran *rows,
			  int count)
{
	enum err err = run_on(job, &SQL_SKP_LAMPIRAN_DELETE, skp_id);

	for (int i = 0; i < count && !err; i++)
		err = insert_lampiran(job, skp_id, &rows[i], i + 1);
	return err;
}

static enum err put_comment(struct job *job, const struct id *skp_id,
			    const struct skp_comment *comment)
{
	bool is_rhk = !id_is_none(&comment->rhk_id), is_blok = comment->blok.len > 0;
	const struct sql_block *block = is_rhk	  ? &SQL_SKP_RHK_COMMENT
					: is_blok ? &SQL_SKP_BLOK_COMMENT
						  : &SQL_SKP_PERILAKU_COMMENT;
	CLEANUP(query_close) struct query *q = query_open(job->db, block);
	enum err err;

	query_id(q, 2, skp_id);
	if (is_rhk)
		query_id(q, 3, &comment->rhk_id);
	else
		query_text(q, 3, is_blok ? comment->blok : comment->nilai);
	query_text(q, 4, comment->text);
	err = run_one(q);
	return err == ERR_CONFLICT ? ERR_NOT_FOUND : err;
}

enum err skp_put_comments(struct job *job, const struct id *skp_id,
			  const struct skp_comment *comments, int count)
{
	enum err err;

	if ((err = run_on(job, &SQL_SKP_RHK_CLEAR_COMMENTS, skp_id)) ||
	    (err = run_on(job, &SQL_SKP_PERILAKU_CLEAR_COMMENTS, skp_id)) ||
	    (err = run_on(job, &SQL_SKP_BLOK_CLEAR_COMMENTS, skp_id)))
		return err;
	for (int i = 0; i < count && !err; i++)
		if (comments[i].text.len)
			err = put_comment(job, skp_id, &comments[i]);
	return err;
}

static enum err list_sources(struct job *job, struct query *q, struct skp_source **out, int *count)
{
	*out = NULL;
	*count = 0;
	while (query_next(q)) {
		*out = arena_grow(job->mem, *out, *count, sizeof(struct skp_source));
		(*out)[(*count)++] = (struct skp_source){query_column_id(q, 0),
							 query_column_text(q, 1, job->mem),
							 query_column_text(q, 2, job->mem)};
	}
	return query_error(q);
}

enum err skp_list_pimpinan(struct job *job, const struct id *pegawai_id, int tahun,
			   struct skp_source **out, int *count)
{
	struct id skp_id;
	enum err err = find_id(job, &SQL_SKP_FIND_AGREED, pegawai_id, tahun, &skp_id);

	*out = NULL;
	*count = 0;
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;

	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_PIMPINAN_ROWS);

	query_id(q, 2, &skp_id);
	return list_sources(job, q, out, count);
}

enum err skp_list_unit(struct job *job, struct str jalur, int tahun, struct skp_source **out,
		       int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_HASIL_UNIT_ABOVE);

	query_int(q, 2, tahun);
	query_text(q, 3, jalur);
	return list_sources(job, q, out, count);
}

static enum err team_rows(struct job *job, struct query *q, struct skp_team_row **out, int *count)
{
	*out = NULL;
	*count = 0;
	while (query_next(q)) {
		struct skp_team_row row = {.pegawai_id = query_column_id(q, 0),
					   .nip = query_column_text(q, 1, job->mem),
					   .nama = query_column_text(q, 2, job->mem),
					   .jabatan_nama = query_column_text(q, 3, job->mem),
					   .skp_id = query_column_id(q, 4),
					   .submitted_at = query_column_int(q, 6),
					   .needs_sync = query_column_int(q, 7) != 0};

		if (!id_is_none(&row.skp_id) &&
		    !skp_state_parse(query_column_text(q, 5, job->mem), &row.state))
			return ERR_STORE;
		*out = arena_grow(job->mem, *out, *count, sizeof row);
		(*out)[(*count)++] = row;
	}
	return query_error(q);
}

enum err skp_team_rows(struct job *job, const struct id *penilai_id, int tahun,
		       struct skp_team_row **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_TEAM_ROWS);

	query_id(q, 2, penilai_id);
	query_int(q, 3, tahun);
	return team_rows(job, q, out, count);
}

enum err skp_luar_rows(struct job *job, int tahun, struct skp_team_row **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_LUAR_ROWS);

	query_int(q, 2, tahun);
	return team_rows(job, q, out, count);
}

enum err skp_waiting(struct job *job, const struct id *penilai_id, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_SKP_WAITING);

	query_id(q, 2, penilai_id);
	if (!query_next(q))
		return query_error(q);
	*count = (int)query_column_int(q, 0);
	return ERR_OK;
}
