/* SPDX-License-Identifier: Apache-2.0 */
/* Both versions of a rating, field by field. */
#include "evaluation/evaluation_conflict_web.h"

#include "base/say.h"
#include "evaluation/evaluation_make.h"

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

void evaluation_conflict(const struct evaluasi *stored, struct form *form)
{
	struct arena *mem = form->mem;
	struct evaluasi_input was = penilaian_stored(mem, stored);

	form->conflict = conflict_make(mem, view_review_url(mem, &stored->pegawai->pegawai_id,
							    stored->tahun, stored->nomor));
	if (evaluasi_is_decided(stored->state))
		refuse(form->conflict);
	form_compare(form, &was);
}

void realisasi_conflict(const struct evaluasi *stored, struct form *form)
{
	struct arena *mem = form->mem;
	struct realisasi_input was = {.versi = stored->realisasi_versi,
				      .iki_count = stored->iki_count,
				      .iki = stored->iki};

	form->conflict = conflict_make(
		mem, str_format(mem, "/realisasi?periode=%d-%d", stored->tahun, stored->nomor));
	if (evaluasi_is_decided(stored->state))
		conflict_close(
			form->conflict,
			SAY(mem,
			    "Penilaian sudah ditetapkan sementara Anda menulis, jadi realisasi tidak "
			    "dapat diubah. Tulisan Anda masih ada di bawah; salin bila perlu."));
	form_compare(form, &was);
}
