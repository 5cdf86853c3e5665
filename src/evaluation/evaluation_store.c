/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluations, ratings and achievements as stored. */
#include "evaluation/evaluation_store.h"

#include "db/query.h"
#include "generated/evaluation_sql.h"

static struct rating_choice column_choice(struct query *q, int column, struct arena *mem)
{
	struct rating_choice choice = {0};
	choice.is_set = rating_parse(query_column_text(q, column, mem), &choice.value);
	return choice;
}

static void bind_choice(struct query *q, int n, struct rating_choice choice)
{
	if (choice.is_set)
		query_text(q, n, rating_key(choice.value));
	else
		query_null(q, n);
}

static enum evaluasi_state state_of(struct str key)
{
	enum evaluasi_state state;

	return evaluasi_state_parse(key, &state) ? state : EVALUASI_BELUM;
}

static void column_capaian(struct query *q, int from, struct arena *mem,
			   struct capaian_organisasi *out)
{
	out->is_set = capaian_parse(query_column_text(q, from, mem), &out->predikat);
	out->dasar = query_column_text(q, from + 1, mem);
	out->ditetapkan_oleh = query_column_id(q, from + 2);
	out->ditetapkan_at = query_column_int(q, from + 3);
	out->version = query_column_int(q, from + 4);
	out->penetap_nama = query_column_text(q, from + 5, mem);
}

enum err evaluation_store_capaian(struct job *job, const struct id *unit_id, int tahun, int nomor,
				  struct capaian_organisasi *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_LOAD);
	query_id(q, 2, unit_id);
	query_int(q, 3, tahun);
	query_int(q, 4, nomor);
	out->is_set = false;
	out->version = 0;
	if (query_next(q))
		column_capaian(q, 0, job->mem, out);
	return query_error(q);
}

enum err evaluation_store_capaian_unit(struct job *job, struct str jalur, int tahun, int nomor,
				       struct id *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_NEAREST);
	query_text(q, 2, jalur);
	query_int(q, 3, tahun);
	query_int(q, 4, nomor);
	*out = (struct id){0};
	if (query_next(q))
		*out = query_column_id(q, 0);
	return query_error(q);
}

enum err evaluation_store_capaian_all(struct job *job, int tahun, int nomor,
				      struct capaian_organisasi **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_LIST);
	struct capaian_organisasi *list = NULL;

	query_int(q, 2, tahun);
	query_int(q, 3, nomor);
	*count = 0;
	while (query_next(q)) {
		list = arena_grow(job->mem, list, *count, sizeof *list);
		struct capaian_organisasi *row = &list[(*count)++];
		*row = (struct capaian_organisasi){.unit.unit_id = query_column_id(q, 0)};
		column_capaian(q, 1, job->mem, row);
	}
	*out = list;
	return query_error(q);
}

enum err evaluation_store_capaian_page(struct job *job, const struct capaian_span *span,
				       struct capaian_organisasi **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_PAGE);

	query_text(q, 2, span->scope);
	query_int(q, 3, span->tahun);
	query_int(q, 4, span->nomor);
	query_text(q, 5, span->after);
	query_int(q, 6, CAPAIAN_PAGE + 1);
	*out = arena_array(job->mem, struct capaian_organisasi, CAPAIAN_PAGE + 1);
	*count = 0;
	while (*count <= CAPAIAN_PAGE && query_next(q)) {
		struct capaian_organisasi *row = &(*out)[(*count)++];
		row->unit.unit_id = query_column_id(q, 0);
		row->unit.nama = query_column_text(q, 1, job->mem);
		row->unit.jalur = query_column_text(q, 2, job->mem);
		column_capaian(q, 3, job->mem, row);
	}
	return query_error(q);
}

enum err evaluation_store_capaian_count(struct job *job, const struct capaian_span *span,
					int *units, int *said)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_COUNT);

	*units = *said = 0;
	query_text(q, 2, span->scope);
	query_int(q, 3, span->tahun);
	query_int(q, 4, span->nomor);
	if (query_next(q)) {
		*units = (int)query_column_int(q, 0);
		*said = (int)query_column_int(q, 1);
	}
	return query_error(q);
}

enum err evaluation_store_capaian_save(struct job *job, const struct capaian_organisasi *capaian,
				       int tahun, int nomor)
{
	bool is_new = capaian->version == 0;
	CLEANUP(query_close)
	struct query *q = query_open(job->db, is_new ? &SQL_CAPAIAN_INSERT : &SQL_CAPAIAN_UPDATE);
	int64_t changed = 0;

	query_id(q, 2, &capaian->unit.unit_id);
	query_int(q, 3, tahun);
	query_int(q, 4, nomor);
	query_text(q, 5, capaian_key(capaian->predikat));
	query_text(q, 6, capaian->dasar);
	query_id(q, 7, &job->actor->akun_id);
	query_int(q, 8, job->now);
	if (!is_new)
		query_int(q, 9, capaian->version);
	enum err err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err evaluation_store_decided_below(struct job *job, const struct id *unit_id,
					const struct periode *periode, int *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_CAPAIAN_DECIDED_BELOW);

	query_id(q, 2, unit_id);
	query_int(q, 3, periode->tahun);
	query_int(q, 4, periode->nomor);
	*out = query_next(q) ? (int)query_column_int(q, 0) : 0;
	return query_error(q);
}

/* A decided evaluation keeps its plan even when the plan was revised afterwards. */
static enum err skp_evaluated(struct job *job, const struct id *pegawai_id,
			      const struct periode *periode, struct id *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_SKP_EVALUATED);
	query_id(q, 2, pegawai_id);
	query_int(q, 3, periode->tahun);
	query_int(q, 4, periode->nomor);
	*out = (struct id){0};
	if (query_next(q))
		*out = query_column_id(q, 0);
	return query_error(q);
}

enum err evaluation_store_skp(struct job *job, const struct id *pegawai_id,
			      const struct periode *periode, struct id *out)
{
	enum err err = skp_evaluated(job, pegawai_id, periode, out);
	if (err || !id_is_none(out))
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_SKP_OF);
	query_id(q, 2, pegawai_id);
	query_int(q, 3, periode->tahun);
	query_date(q, 4, periode->mulai);
	query_date(q, 5, periode->selesai);
	if (!query_next(q))
		return query_error(q) ? query_error(q) : ERR_NOT_FOUND;
	*out = query_column_id(q, 0);
	return ERR_OK;
}

enum err evaluation_store_key(struct job *job, const struct id *evaluasi_id, struct id *pegawai_id,
			      int *tahun, int *nomor)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_KEY);
	query_id(q, 2, evaluasi_id);
	if (!query_next(q))
		return query_error(q) ? query_error(q) : ERR_NOT_FOUND;
	*pegawai_id = query_column_id(q, 0);
	*tahun = (int)query_column_int(q, 1);
	*nomor = (int)query_column_int(q, 2);
	return ERR_OK;
}

static enum err periode_of_report(struct job *job, const struct sql_block *block,
				  const struct id *laporan_id, struct str *out)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, block);
	query_id(q, 2, laporan_id);
	*out = query_next(q) ? query_column_text(q, 0, job->mem) : STR_NONE;
	return query_error(q);
}

enum err evaluation_store_of_report(struct job *job, const struct id *laporan_id, struct str *out)
{
	return periode_of_report(job, &SQL_EVALUASI_OF_LAPORAN, laporan_id, out);
}

enum err evaluation_store_with_report(struct job *job, const struct id *laporan_id, struct str *out)
{
	return periode_of_report(job, &SQL_EVALUASI_WITH_LAPORAN, laporan_id, out);
}

enum err evaluation_store_load(struct job *job, struct evaluasi *e, struct id *penilai_id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_LOAD);
	struct arena *mem = job->mem;

	query_id(q, 2, &e->skp->skp_id);
	query_int(q, 3, e->tahun);
	query_int(q, 4, e->nomor);
	if (!query_next(q))
		return query_error(q);
	e->evaluasi_id = query_column_id(q, 0);
	e->state = state_of(query_column_text(q, 1, mem));
	e->hasil = column_choice(q, 2, mem);
	e->perilaku = column_choice(q, 3, mem);
	e->saran_hasil = column_choice(q, 4, mem);
	e->saran_perilaku = column_choice(q, 5, mem);
	e->has_predikat = predikat_parse(query_column_text(q, 6, mem), &e->predikat);
	e->alasan = query_column_text(q, 7, mem);
	e->catatan_kuat = query_column_text(q, 8, mem);
	e->catatan_kembang = query_column_text(q, 9, mem);
	e->rekomendasi = query_column_text(q, 10, mem);
	e->ditetapkan_at = query_column_int(q, 11);
	e->version = query_column_int(q, 12);
	*penilai_id = query_column_id(q, 13);
	e->tetap.is_kept = capaian_parse(query_column_text(q, 14, mem), &e->tetap.predikat);
	e->tetap.unit_id = query_column_id(q, 15);
	e->realisasi_versi = query_column_int(q, 16);
	e->luar =
		(struct pejabat_luar){query_column_text(q, 17, mem), query_column_text(q, 18, mem),
				      query_column_text(q, 19, mem), query_column_date(q, 20)};
	return ERR_OK;
}

static enum err load_iki(struct job *job, struct evaluasi *e)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_IKI_LIST);
	query_id(q, 2, &e->evaluasi_id);
	while (query_next(q)) {
		struct id iki_id = query_column_id(q, 0);
		for (int i = 0; i < e->iki_count; i++) {
			struct evaluasi_iki *iki = &e->iki[i];
			if (!id_equal(&iki->iki_id, &iki_id))
				continue;
			iki->has_realisasi = !query_is_null(q, 1);
			iki->realisasi = query_column_int(q, 1);
			iki->realisasi_teks = query_column_text(q, 2, job->mem);
			iki->umpan_balik = query_column_text(q, 3, job->mem);
			iki->rating = column_choice(q, 4, job->mem);
			iki->saran = column_choice(q, 5, job->mem);
			iki->sumber_data = query_column_text(q, 6, job->mem);
			iki->realisasi_oleh = query_column_id(q, 7);
			iki->oleh_nama = query_column_text(q, 8, job->mem);
		}
	}
	return query_error(q);
}

enum err evaluation_store_load_rows(struct job *job, struct evaluasi *e)
{
	enum err err = load_iki(job, e);
	if (err)
		return err;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_PERILAKU_LIST);
	query_id(q, 2, &e->evaluasi_id);
	while (query_next(q)) {
		struct str nilai = query_column_text(q, 0, job->mem);
		for (int i = 0; i < BERAKHLAK_COUNT; i++)
			if (str_equal(e->nilai[i].nilai, nilai)) {
				e->nilai[i].rating = column_choice(q, 1, job->mem);
				e->nilai[i].umpan_balik = query_column_text(q, 2, job->mem);
			}
	}
	return query_error(q);
}

static enum err save_iki(struct job *job, const struct id *evaluasi_id,
			 const struct evaluasi_iki *iki)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_IKI_SAVE);
	query_id(q, 2, evaluasi_id);
	query_id(q, 3, &iki->iki_id);
	if (iki->has_realisasi)
		query_int(q, 4, iki->realisasi);
	else
		query_null(q, 4);
	query_text(q, 5, iki->realisasi_teks);
	query_text(q, 6, iki->umpan_balik);
	bind_choice(q, 7, iki->rating);
	bind_choice(q, 8, iki->saran);
	query_text(q, 9, iki->sumber_data);
	query_id(q, 10, &iki->realisasi_oleh);
	return query_run(q, NULL);
}

static enum err save_perilaku(struct job *job, const struct id *evaluasi_id,
			      const struct evaluasi_perilaku *perilaku)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_PERILAKU_SAVE);
	query_id(q, 2, evaluasi_id);
	query_text(q, 3, perilaku->nilai);
	bind_choice(q, 4, perilaku->rating);
	query_text(q, 5, perilaku->umpan_balik);
	return query_run(q, NULL);
}

/* NULL while the appraiser is outside the system, or none is named. */
static void bind_penilai(struct query *q, int n, const struct evaluasi *e)
{
	if (e->penilai)
		query_id(q, n, &e->penilai->pegawai_id);
	else
		query_null(q, n);
}

static enum err insert_missing(struct job *job, struct evaluasi *e)
{
	if (!id_is_none(&e->evaluasi_id))
		return ERR_OK;
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_INSERT);
	int64_t changed = 0;
	e->evaluasi_id = id_make();
	e->version = 1;
	query_id(q, 2, &e->evaluasi_id);
	query_id(q, 3, &e->skp->skp_id);
	query_id(q, 4, &e->pegawai->pegawai_id);
	bind_penilai(q, 5, e);
	query_int(q, 6, e->tahun);
	query_int(q, 7, e->nomor);
	enum err err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

static void bind_capaian_tetap(struct query *q, int n, const struct evaluasi *e)
{
	if (!e->tetap.is_kept) {
		query_null(q, n);
		query_null(q, n + 1);
		return;
	}
	query_text(q, n, capaian_key(e->tetap.predikat));
	query_id(q, n + 1, &e->tetap.unit_id);
}

static void bind_luar(struct query *q, int n, const struct evaluasi *e)
{
	for (int i = 0; i < 4 && !e->luar.surat_nomor.len; i++)
		query_null(q, n + i);
	if (!e->luar.surat_nomor.len)
		return;
	query_text(q, n, e->luar.nama);
	query_text(q, n + 1, e->luar.jabatan);
	query_text(q, n + 2, e->luar.surat_nomor);
	query_date(q, n + 3, e->luar.surat_tanggal);
}

static enum err save_row(struct job *job, const struct evaluasi *e)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_SAVE);
	int64_t changed = 0;

	query_id(q, 2, &e->evaluasi_id);
	query_int(q, 3, e->version);
	query_text(q, 4, evaluasi_state_key(e->state));
	bind_choice(q, 5, e->hasil);
	bind_choice(q, 6, e->perilaku);
	bind_choice(q, 7, e->saran_hasil);
	bind_choice(q, 8, e->saran_perilaku);
	if (e->has_predikat)
		query_text(q, 9, predikat_key(e->predikat));
	else
		query_null(q, 9);
	query_text(q, 10, e->alasan);
	query_text(q, 11, e->catatan_kuat);
	query_text(q, 12, e->catatan_kembang);
	query_text(q, 13, e->rekomendasi);
	if (e->ditetapkan_at)
		query_int(q, 14, e->ditetapkan_at);
	else
		query_null(q, 14);
	bind_penilai(q, 15, e);
	bind_capaian_tetap(q, 16, e);
	query_int(q, 18, e->realisasi_versi);
	bind_luar(q, 19, e);
	enum err err = query_run(q, &changed);
	return err ? err : changed == 1 ? ERR_OK : ERR_CONFLICT;
}

enum err evaluation_store_save(struct job *job, struct evaluasi *e)
{
	enum err err;

	if ((err = insert_missing(job, e)))
		return err;
	if ((err = save_row(job, e)))
		return err;
	e->version++;
	for (int i = 0; i < e->iki_count; i++)
		if ((err = save_iki(job, &e->evaluasi_id, &e->iki[i])))
			return err;
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if ((err = save_perilaku(job, &e->evaluasi_id, &e->nilai[i])))
			return err;
	return ERR_OK;
}

enum err evaluation_store_spread(struct job *job, struct str jalur, struct evaluasi *e)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_SPREAD);

	query_text(q, 2, jalur);
	query_int(q, 3, e->tahun);
	query_int(q, 4, e->nomor);
	query_id(q, 5, &e->pegawai->pegawai_id);
	while (query_next(q)) {
		enum predikat predikat;
		int people = (int)query_column_int(q, 1);

		if (predikat_parse(query_column_text(q, 0, job->mem), &predikat))
			e->sebaran.of[predikat] += people;
		else
			e->sebaran_terbuka += people;
	}
	return query_error(q);
}

/* How far it is and what came of it: the last columns of both lists below. */
static void column_outcome(struct query *q, struct arena *mem, struct evaluasi_ringkas *row)
{
	row->state = state_of(query_column_text(q, 6, mem));
	row->hasil = column_choice(q, 7, mem);
	row->perilaku = column_choice(q, 8, mem);
	row->has_predikat = predikat_parse(query_column_text(q, 9, mem), &row->predikat);
	row->ditetapkan_at = query_column_int(q, 10);
	row->skp_id = query_column_id(q, 11);
}

/* People with their evaluation of a period, from a bound query. */
static enum err people_read(struct job *job, struct query *q, int tahun, int nomor,
			    struct evaluasi_ringkas **out, int *count)
{
	struct evaluasi_ringkas *list = NULL;

	*count = 0;
	while (query_next(q)) {
		struct id pegawai_id = query_column_id(q, 0);
		if (*count > 0 && id_equal(&list[*count - 1].pegawai_id, &pegawai_id))
			(*count)--; /* a person with two plans in the year: the later evaluation
			               stands */
		list = arena_grow(job->mem, list, *count, sizeof *list);
		struct evaluasi_ringkas *row = &list[(*count)++];
		*row = (struct evaluasi_ringkas){
			.pegawai_id = pegawai_id, .tahun = tahun, .nomor = nomor};
		row->nama = query_column_text(q, 1, job->mem);
		row->nip = query_column_text(q, 2, job->mem);
		row->jabatan = query_column_text(q, 3, job->mem);
		row->unit_nama = query_column_text(q, 4, job->mem);
		row->evaluasi_id = query_column_id(q, 5);
		column_outcome(q, job->mem, row);
	}
	*out = list;
	return query_error(q);
}

enum err evaluation_store_team(struct job *job, const struct id *penilai_id, int tahun, int nomor,
			       struct evaluasi_ringkas **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_TEAM);

	query_id(q, 2, penilai_id);
	query_int(q, 3, tahun);
	query_int(q, 4, nomor);
	return people_read(job, q, tahun, nomor, out, count);
}

enum err evaluation_store_luar(struct job *job, int tahun, int nomor, struct evaluasi_ringkas **out,
			       int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_LUAR);

	query_int(q, 2, tahun);
	query_int(q, 3, nomor);
	return people_read(job, q, tahun, nomor, out, count);
}

enum err evaluation_store_list_of(struct job *job, const struct id *pegawai_id,
				  struct evaluasi_ringkas **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_LIST_OF);
	struct evaluasi_ringkas *list = NULL;

	query_id(q, 2, pegawai_id);
	*count = 0;
	while (query_next(q)) {
		list = arena_grow(job->mem, list, *count, sizeof *list);
		struct evaluasi_ringkas *row = &list[(*count)++];
		struct date from = query_column_date(q, 4), to = query_column_date(q, 5);
		*row = (struct evaluasi_ringkas){.pegawai_id = *pegawai_id,
						 .evaluasi_id = query_column_id(q, 0)};
		row->tahun = (int)query_column_int(q, 1);
		row->nomor = (int)query_column_int(q, 2);
		row->periode_nama = query_column_text(q, 3, job->mem);
		row->bulan = to.month - from.month + 1;
		column_outcome(q, job->mem, row);
	}
	*out = list;
	return query_error(q);
}

enum err evaluation_store_recap(struct job *job, struct str jalur, int tahun, int nomor,
				struct recap_count **out, int *count)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_EVALUASI_RECAP);
	struct recap_count *list = NULL;

	query_text(q, 2, jalur);
	query_int(q, 3, tahun);
	query_int(q, 4, nomor);
	*count = 0;
	while (query_next(q)) {
		list = arena_grow(job->mem, list, *count, sizeof *list);
		struct recap_count *row = &list[(*count)++];
		*row = (struct recap_count){.jalur = query_column_text(q, 0, job->mem),
					    .count = (int)query_column_int(q, 2)};
		row->has_predikat =
			predikat_parse(query_column_text(q, 1, job->mem), &row->predikat);
	}
	*out = list;
	return query_error(q);
}
