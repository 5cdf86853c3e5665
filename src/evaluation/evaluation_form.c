/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of this room's forms and their closed lists. */
#include "evaluation/evaluation_form.h"

#include "base/say.h"
#include "evaluation/evaluation_load.h"
#include "form/press.h"

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
	VERSION(version) FIELD(RADIO, predikat, "Bagaimana capaian unit pada periode ini?",
			       HAS(is_set), ONE_OF(capaian_list))
		FIELD(LONG, dasar, "Dasar penetapan", .lines = 4,
		      HINT("Sebut angka atau dokumen yang mendasari. Admin kepegawaian menulis nomor surat "
			   "pimpinan."))};
const struct form_table capaian_form = FORM_TABLE("capaian", capaian_fields);
#undef FORM_RECORD

/* In the order of enum rating; pages offer the best first. */
static const struct choice rating_at[] = {
	{.key = STR("di_bawah"), .label = STR(SAID("Di bawah ekspektasi"))},
	{.key = STR("sesuai"), .label = STR(SAID("Sesuai ekspektasi"))},
	{.key = STR("di_atas"), .label = STR(SAID("Di atas ekspektasi"))}};
static const struct choice_list rating_list = CHOICE_LIST(rating_at);

static const struct choice sikap_at[] = {
	{.key = STR("sesuai"), .label = STR(SAID("Benar"))},
	{.key = STR("sanggah"), .label = STR(SAID("Saya menyanggah; angka saya di bawah"))}};
static const struct choice_list sikap_list = CHOICE_LIST(sikap_at);

#define FORM_RECORD struct evaluasi_iki
static const struct field iki_fields[] = {
#include "evaluation/iki_form.def"
};
static const struct form_table iki_form = FORM_TABLE("iki", iki_fields, .is_keyed = true);
#undef FORM_RECORD

#define FORM_RECORD struct evaluasi_perilaku
static const struct field nilai_fields[] = {
#include "evaluation/nilai_form.def"
};
static const struct form_table nilai_form = FORM_TABLE("nilai", nilai_fields, .is_keyed = true);
#undef FORM_RECORD

#define FORM_RECORD struct evaluasi_input
static const struct field penilaian_fields[] = {
#include "evaluation/penilaian_form.def"
};
const struct form_table penilaian_form = FORM_TABLE("penilaian", penilaian_fields);
#undef FORM_RECORD
#define INPUT_AT(form, member) FORM_AT((form), struct evaluasi_input, member)

#define FORM_RECORD struct realisasi_input
static const struct field realisasi_fields[] = {
	VERSION(versi) FIELD_LIST("iki", iki, iki_count, iki_form, SKP_RHK_MAX *SKP_IKI_MAX)};
static const struct form_table realisasi_form = FORM_TABLE("realisasi", realisasi_fields);
#undef FORM_RECORD

/* In the order of enum penilaian_aksi. */
static const struct choice aksi_at[] = {{.key = STR("draf")}, {.key = STR("lanjut")}};
static const struct choice_list aksi_list = CHOICE_LIST(aksi_at);
static const struct field aksi_buttons =
	FORM_BUTTONS("aksi", aksi_list, "Pilih simpan draf, atau tetapkan dan lanjut.");

enum penilaian_aksi penilaian_aksi_read(struct job *job, const struct form_source *source)
{
	unsigned pressed;

	return form_pressed(job, &aksi_buttons, source, &pressed) ? PENILAIAN_DRAF
								  : (enum penilaian_aksi)pressed;
}

struct evaluasi_input penilaian_stored(struct arena *mem, const struct evaluasi *e)
{
	struct evaluasi_input stored = {.version = e->version,
					.hasil = e->hasil,
					.perilaku = e->perilaku,
					.iki_count = e->iki_count,
					.iki = e->iki,
					.nilai_count = BERAKHLAK_COUNT,
					.alasan = e->alasan,
					.catatan_kuat = e->catatan_kuat,
					.catatan_kembang = e->catatan_kembang,
					.rekomendasi = e->rekomendasi,
					.luar = e->luar};

	stored.nilai = arena_array(mem, struct evaluasi_perilaku, BERAKHLAK_COUNT);
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		stored.nilai[i] = e->nilai[i];
	return stored;
}

/* ---- Rows ---- */

static void offer_ratings(struct form *row, int at)
{
	struct choice *best_first = arena_array(row->mem, struct choice, RATING_COUNT);

	for (int i = 0; i < RATING_COUNT; i++)
		best_first[i] = rating_at[RATING_COUNT - 1 - i];
	form_choose(row, at, best_first, RATING_COUNT);
}

#define IKI_AT(form, member) FORM_AT((form), struct evaluasi_iki, member)

/* A number in one line where the target is one, else words. */
static void make_iki_row(struct form *row, const struct iki *plan, const struct evaluasi_iki *made,
			 bool is_own)
{
	struct form_cell *real = &row->cells[IKI_AT(row, isian)];
	int rating = IKI_AT(row, rating.value);

	real->is_line = plan->has_target;
	if (plan->has_target && plan->satuan.len > 0)
		real->label = say_format(row->mem, "Realisasi (%.*s)", STR_ARG(plan->satuan));
	offer_ratings(row, rating);
	if (made->saran.is_set)
		form_say_none(row, rating,
			      say_format(row->mem, "Ikuti saran: %.*s",
					 STR_ARG(say(row->mem, rating_label(made->saran.value)))));
	bool is_asked = is_own && made->has_angka && plan->has_target;
	if (!is_asked) {
		form_leave_out(row, IKI_AT(row, sikap));
		form_leave_out(row, IKI_AT(row, sikap_catatan));
	} else {
		real->label =
			say_format(row->mem, "Angka menurut Anda (%.*s)", STR_ARG(plan->satuan));
	}
	if (made->is_dihitung && !is_asked) {
		form_leave_out(row, IKI_AT(row, isian));
		form_leave_out(row, IKI_AT(row, yakin));
		form_leave_out(row, IKI_AT(row, sumber_data));
	}
}

/* A row for each indicator of the plan, called by its words. */
static void make_iki_rows(struct form *form, int at, const struct evaluasi *e, bool is_own)
{
	struct choice *names = arena_array(form->mem, struct choice, e->iki_count + 1);

	for (int i = 0; i < e->iki_count; i++)
		names[i] = (struct choice){
			.key = id_str(form->mem, &e->iki[i].iki_id),
			.label = evaluation_plan_iki(e->skp, &e->iki[i].iki_id)->uraian};
	form_name_rows(form, at, names, e->iki_count);
	form_rows_until(form, at, e->iki_count);
	for (int i = 0; i < form->cells[at].row_count; i++)
		make_iki_row(&form->cells[at].rows[i],
			     evaluation_plan_iki(e->skp, &e->iki[i].iki_id), &e->iki[i], is_own);
}

static void make_nilai_rows(struct form *form, int at)
{
	struct choice *names = arena_array(form->mem, struct choice, BERAKHLAK_COUNT);

	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		names[i] = (struct choice){.key = berakhlak_all()[i].code,
					   .label = berakhlak_all()[i].label};
	form_name_rows(form, at, names, BERAKHLAK_COUNT);
	form_rows_until(form, at, BERAKHLAK_COUNT);
	for (int i = 0; i < BERAKHLAK_COUNT; i++) {
		struct form *row = &form->cells[at].rows[i];

		offer_ratings(row, FORM_AT(row, struct evaluasi_perilaku, rating.value));
	}
}

/* What was read stands in the plan's order. */
static void name_iki(const struct evaluasi *e, struct evaluasi_iki *iki, int count)
{
	for (int i = 0; i < count && i < e->iki_count; i++)
		iki[i].iki_id = e->iki[i].iki_id;
}

/* ---- The forms ---- */

/* When a reason must be given depends on the pattern of the unit. */
static void say_reason(struct form *form, const struct evaluasi *e, bool on_paper)
{
	const char *when = on_paper ? SAY(form->mem, "rating perilaku berbeda dari saran").at
				    : SAY(form->mem, "pilihan Anda berbeda dari saran").at;
	const char *pattern =
		e->is_pola_wajib ? SAY(form->mem, " atau melampaui pola distribusi").at : "";

	form_say(form, INPUT_AT(form, alasan), STR(SAID("Alasan bila berbeda dari saran")),
		 say_format(form->mem, "Wajib bila %s%s, paling sedikit %d karakter.%s", when,
			    pattern, e->law.of[LAW_override_reason_min_chars],
			    on_paper ? SAY(form->mem, " Kutip dari suratnya.").at : ""));
}

static void leave_letter(struct form *form)
{
	form_leave_out(form, INPUT_AT(form, luar.nama));
	form_leave_out(form, INPUT_AT(form, luar.jabatan));
	form_leave_out(form, INPUT_AT(form, luar.surat_nomor));
	form_leave_out(form, INPUT_AT(form, luar.surat_tanggal));
}

void penilaian_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct evaluasi_input *input, bool on_paper)
{
	form_make(form, job, &penilaian_form, input);
	say_reason(form, e, on_paper);
	if (on_paper || e->is_kepala_mandiri)
		form_leave_out(form, INPUT_AT(form, hasil.value));
	if (on_paper) {
		form_leave_out(form, INPUT_AT(form, iki));
		form_leave_out(form, INPUT_AT(form, nilai));
		form_say(form, INPUT_AT(form, catatan_kuat), SAY(job->mem, "Yang sudah kuat"),
			 STR_NONE);
		form_days(form, INPUT_AT(form, luar.surat_tanggal), e->periode.mulai, job->today);
		return;
	}
	make_iki_rows(form, INPUT_AT(form, iki), e, false);
	make_nilai_rows(form, INPUT_AT(form, nilai));
	leave_letter(form);
}

void penilaian_form_read(struct form *form, const struct form_source *source,
			 const struct evaluasi *e)
{
	struct evaluasi_input *input = form->record;

	form_read(form, source);
	name_iki(e, input->iki, input->iki_count);
	for (int i = 0; i < input->nilai_count; i++)
		input->nilai[i].nilai = e->nilai[i].nilai;
}

const struct form *penilaian_iki_row(const struct form *form, const struct id *iki_id)
{
	return form_row_of(form, INPUT_AT(form, iki), id_str(form->mem, iki_id));
}

const struct form *penilaian_nilai_row(const struct form *form, struct str nilai)
{
	return form_row_of(form, INPUT_AT(form, nilai), nilai);
}

void realisasi_form_make(struct form *form, struct job *job, const struct evaluasi *e,
			 struct realisasi_input *input)
{
	form_make(form, job, &realisasi_form, input);
	int rows = FORM_AT(form, struct realisasi_input, iki);

	form_leave_out_of_rows(form, rows,
			       form_at(&(struct form){.table = &iki_form},
				       offsetof(struct evaluasi_iki, rating.value)));
	form_leave_out_of_rows(form, rows,
			       form_at(&(struct form){.table = &iki_form},
				       offsetof(struct evaluasi_iki, umpan_balik)));
	make_iki_rows(form, rows, e, true);
}

void realisasi_form_read(struct form *form, const struct form_source *source,
			 const struct evaluasi *e)
{
	struct realisasi_input *input = form->record;

	form_read(form, source);
	name_iki(e, input->iki, input->iki_count);
}

const struct form *realisasi_iki_row(const struct form *form, const struct id *iki_id)
{
	return form_row_of(form, FORM_AT(form, struct realisasi_input, iki),
			   id_str(form->mem, iki_id));
}
