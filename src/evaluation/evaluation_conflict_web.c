/* SPDX-License-Identifier: Apache-2.0 */
/* Both versions of a rating, field by field. */
#include "evaluation/evaluation_conflict_web.h"

#include "base/say.h"
#include "evaluation/evaluation_make.h"

static struct str said(struct rating_choice choice)
{
	return choice.is_set ? rating_label(choice.value) : STR_NONE;
}

void realisasi_compare(struct conflict *conflict, const struct review_iki *row,
		       const struct evaluasi_iki *typed)
{
	conflict_compare(conflict, row->field_real,
			 say_format(conflict->mem, "Realisasi: %.*s", STR_ARG(row->iki->uraian)),
			 row->made->isian, typed->isian);
	conflict_compare(conflict, row->field_sumber,
			 say_format(conflict->mem, "Sumber data: %.*s", STR_ARG(row->iki->uraian)),
			 row->made->sumber_data, typed->sumber_data);
}

static void compare_items(struct conflict *conflict, const struct evaluation_review *names,
			  const struct evaluasi_input *typed)
{
	for (int i = 0; i < names->iki_count && i < typed->iki_count; i++) {
		const struct review_iki *row = &names->iki[i];
		conflict_compare(
			conflict, row->field_rating,
			say_format(conflict->mem, "Rating butir: %.*s", STR_ARG(row->iki->uraian)),
			said(row->made->rating), said(typed->iki[i].rating));
		if (!row->made->is_dihitung)
			realisasi_compare(conflict, row, &typed->iki[i]);
		conflict_compare(
			conflict, row->field_umpan,
			say_format(conflict->mem, "Umpan balik: %.*s", STR_ARG(row->iki->uraian)),
			row->made->umpan_balik, typed->iki[i].umpan_balik);
	}
}

static void compare_values(struct conflict *conflict, const struct evaluation_review *names,
			   const struct evaluasi_input *typed)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		const struct review_nilai *row = &names->nilai[i];
		conflict_compare(conflict, row->field_rating,
				 say_format(conflict->mem, "Rating %.*s", STR_ARG(row->label)),
				 said(row->said->rating), said(typed->nilai[i].rating));
		conflict_compare(conflict, row->field_umpan,
				 say_format(conflict->mem, "Umpan balik %.*s", STR_ARG(row->label)),
				 row->said->umpan_balik, typed->nilai[i].umpan_balik);
	}
}

static void refuse(struct conflict *conflict)
{
	conflict_close(conflict, SAY(conflict->mem,
				     "Penilaian ini sudah ditetapkan dari tempat lain, jadi tidak "
				     "dapat diubah. Tulisan Anda masih ada di bawah; salin bila "
				     "perlu."));
}

struct conflict *evaluation_luar_conflict(struct arena *mem, const struct evaluasi *stored)
{
	struct str result =
		view_review_url(mem, &stored->pegawai->pegawai_id, stored->tahun, stored->nomor);
	struct conflict *conflict = conflict_make(mem, str_join(mem, result, STR("/penetapan")));

	conflict->sentence = SAY(
		mem, "Pegawai ini mengubah realisasinya sejak Anda membuka halaman ini. Isian Anda "
		     "belum tersimpan dan masih lengkap di bawah; periksa, lalu simpan.");
	if (evaluasi_is_decided(stored->state))
		refuse(conflict);
	return conflict;
}

struct conflict *evaluation_conflict(struct job *job, const struct evaluasi *stored,
				     const struct evaluasi_input *typed)
{
	struct arena *mem = job->mem;
	const struct evaluation_review *names = view_review(mem, stored, NULL, 0);
	struct conflict *conflict = conflict_make(mem, names->url);

	if (evaluasi_is_decided(stored->state))
		refuse(conflict);
	if (!stored->is_kepala_mandiri)
		conflict_compare(conflict, STR("hasil"), SAY(job->mem, "Hasil kerja"),
				 said(stored->hasil), said(typed->hasil));
	conflict_compare(conflict, STR("perilaku"), SAY(job->mem, "Perilaku kerja"),
			 said(stored->perilaku), said(typed->perilaku));
	struct evaluasi_input was = penilaian_stored(stored), is = *typed;
	struct form form;
	penilaian_form_make(&form, job, stored, &is, false);
	form_fill(&form);
	form.conflict = conflict;
	form_compare(&form, &was);
	compare_items(conflict, names, typed);
	compare_values(conflict, names, typed);
	return conflict;
}
