/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of this room's forms and their closed lists. */
#include "evaluation/evaluation_form.h"

#include "base/say.h"
#include "form/table.h"

/* In the order of enum capaian. */
static const struct choice capaian_at[] = {
	{.key = STR("istimewa"),
	 .label = STR(SAID("Istimewa")),
	 .means = STR(SAID("melebihi target yang disepakati dengan pimpinan"))},
	{.key = STR("baik"),
	 .label = STR(SAID("Baik")),
	 .means = STR(SAID("semua atau hampir semua target tercapai"))},
	{.key = STR("butuh_perbaikan"),
	 .label = STR(SAID("Butuh Perbaikan")),
	 .means = STR(SAID("sebagian target belum tercapai"))},
	{.key = STR("kurang"),
	 .label = STR(SAID("Kurang")),
	 .means = STR(SAID("sebagian besar target belum tercapai, tetapi bergerak"))},
	{.key = STR("sangat_kurang"),
	 .label = STR(SAID("Sangat Kurang")),
	 .means = STR(SAID("sebagian besar rencana aksi tidak bergerak"))}};
static const struct choice_list capaian_list = CHOICE_LIST(capaian_at);

#define FORM_RECORD struct capaian_organisasi
static const struct field capaian_fields[] = {
	FIELD(RADIO, predikat, "Bagaimana capaian unit pada periode ini?", HAS(is_set),
	      ONE_OF(capaian_list))
		FIELD(LONG, dasar, "Dasar penetapan", .lines = 4,
		      HINT("Sebut angka atau dokumen yang mendasari. Admin kepegawaian menulis nomor surat "
			   "pimpinan."))};
const struct form_table capaian_form = FORM_TABLE("capaian", capaian_fields);
#undef FORM_RECORD

#define FORM_RECORD struct evaluasi_input
static const struct field penilaian_fields[] = {
#include "evaluation/penilaian_form.def"
};
const struct form_table penilaian_form = FORM_TABLE("penilaian", penilaian_fields);
#define INPUT_AT(form, member) FORM_AT((form), struct evaluasi_input, member)

struct evaluasi_input penilaian_stored(const struct evaluasi *e)
{
	return (struct evaluasi_input){.alasan = e->alasan,
				       .catatan_kuat = e->catatan_kuat,
				       .catatan_kembang = e->catatan_kembang,
				       .rekomendasi = e->rekomendasi,
				       .luar = e->luar};
}

/* When a reason must be given depends on the pattern of the unit. */
static void say_reason(struct form *form, const struct evaluasi *e, bool on_paper)
{
	const char *when = on_paper ? SAY(form->mem, "rating perilaku berbeda dari saran").at
				    : SAY(form->mem, "pilihan Anda berbeda dari saran").at;
	const char *pattern =
		e->is_pola_wajib ? SAY(form->mem, " atau melampaui pola distribusi").at : "";

	form_say(form, INPUT_AT(form, alasan), STR(SAID("Alasan bila berbeda dari saran")),
		 say_format(form->mem, "Wajib bila %s%s, paling sedikit 20 karakter.%s", when,
			    pattern, on_paper ? SAY(form->mem, " Kutip dari suratnya.").at : ""));
}

void penilaian_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct evaluasi_input *input, bool on_paper)
{
	form_make(form, job, &penilaian_form, input);
	say_reason(form, e, on_paper);
	if (on_paper) {
		form_say(form, INPUT_AT(form, catatan_kuat), SAY(job->mem, "Yang sudah kuat"),
			 STR_NONE);
		form_days(form, INPUT_AT(form, luar.surat_tanggal), e->periode.mulai, job->today);
		return;
	}
	form_leave_out(form, INPUT_AT(form, luar.nama));
	form_leave_out(form, INPUT_AT(form, luar.jabatan));
	form_leave_out(form, INPUT_AT(form, luar.surat_nomor));
	form_leave_out(form, INPUT_AT(form, luar.surat_tanggal));
}
