/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the plan's forms and their closed lists. */
#include "skp/skp_form.h"

#include "form/table.h"

#define CHOICE(key_, label_)                                                                       \
	{                                                                                          \
		.key = STR(key_), .label = STR(label_)                                             \
	}

static const struct choice perspektif_at[] = {
	CHOICE("penerima_layanan", "Penerima layanan"), CHOICE("proses_bisnis", "Proses bisnis"),
	CHOICE("penguatan_internal", "Penguatan internal"), CHOICE("anggaran", "Anggaran")};
static const struct choice kelas_at[] = {
	CHOICE("individu", "Individu: mengikuti saya"),
	CHOICE("organisasi", "Organisasi: diteruskan kepada pengganti saya")};
static const struct choice jenis_at[] = {CHOICE("utama", "Utama"), CHOICE("tambahan", "Tambahan")};
static const struct choice aspek_at[] = {CHOICE("kuantitas", "Kuantitas"),
					 CHOICE("kualitas", "Kualitas"), CHOICE("waktu", "Waktu"),
					 CHOICE("biaya", "Biaya (bila mengelola anggaran)")};
static const struct choice arah_at[] = {CHOICE("higher_better", "Makin tinggi makin baik"),
					CHOICE("lower_better", "Makin rendah makin baik"),
					CHOICE("range", "Di antara dua angka")};
static const struct choice_list perspektif = CHOICE_LIST(perspektif_at),
				kelas = CHOICE_LIST(kelas_at), jenis = CHOICE_LIST(jenis_at),
				aspek = CHOICE_LIST(aspek_at), arah = CHOICE_LIST(arah_at);

/* Names of rows that are always the same. */
static const struct choice nilai_at[] = {
#define BERAKHLAK(code, label, first, second, third) CHOICE(code, label),
#include "law/berakhlak.def"
#undef BERAKHLAK
};
static const struct choice nilai_notes_at[] = {
#define BERAKHLAK(code, label, first, second, third) CHOICE(code, "Catatan untuk " label),
#include "law/berakhlak.def"
#undef BERAKHLAK
};
static const struct choice blok_notes_at[] = {
	CHOICE("dukungan_sumber_daya", "Catatan untuk dukungan sumber daya"),
	CHOICE("skema_pertanggungjawaban", "Catatan untuk skema pertanggungjawaban"),
	CHOICE("konsekuensi", "Catatan untuk konsekuensi")};
static const struct choice_list nilai = CHOICE_LIST(nilai_at),
				nilai_notes = CHOICE_LIST(nilai_notes_at),
				blok_notes = CHOICE_LIST(blok_notes_at);

#define FORM_RECORD struct iki
static const struct field iki_fields[] = {
#include "skp/iki_form.def"
};
static const struct form_table iki_form =
	FORM_TABLE("iki", iki_fields, .prefix = "iki_", .says = "Indikator");
#undef FORM_RECORD

#define FORM_RECORD struct rhk_isian
static const struct field rhk_fields[] = {
#include "skp/rhk_form.def"
};
const struct form_table rhk_form = FORM_TABLE("rhk", rhk_fields);
#undef FORM_RECORD

#define FORM_RECORD struct skp_perilaku
static const struct field ekspektasi_fields[] = {FIELD(LONG, ekspektasi, "Ekspektasi khusus",
						       .most = SKP_TEXT_MAX, .lines = 2,
						       NOTE("(boleh kosong)"))};
static const struct form_table ekspektasi_form = FORM_TABLE("ekspektasi", ekspektasi_fields);
#undef FORM_RECORD

#define FORM_RECORD struct perilaku_isian
static const struct field perilaku_fields[] = {VERSION(version) FIELD_LIST(
	"perilaku", perilaku, count, ekspektasi_form, BERAKHLAK_COUNT, .row_names = &nilai)};
const struct form_table perilaku_form = FORM_TABLE("perilaku", perilaku_fields);
#undef FORM_RECORD

#define FORM_RECORD struct lampiran_isian
static const struct field lampiran_fields[] = {
#include "skp/lampiran_form.def"
};
const struct form_table lampiran_form = FORM_TABLE("lampiran", lampiran_fields);
#undef FORM_RECORD

#define FORM_RECORD struct catatan
#define NOTES(name, ...)                                                                           \
	FIELD_AS(LONG, name, text, "", .most = SKP_TEXT_MAX, .lines = 2, __VA_ARGS__)
static const struct field rhk_note[] = {NOTES("komentar", NOTE("(boleh kosong)"))};
static const struct field nilai_note[] = {NOTES("komentar_nilai")};
static const struct field blok_note[] = {NOTES("komentar_blok")};
static const struct form_table rhk_note_form =
	FORM_TABLE("komentar", rhk_note, .says = "Catatan untuk hasil kerja", .is_keyed = true);
static const struct form_table nilai_note_form =
	FORM_TABLE("komentar_nilai", nilai_note, .is_keyed = true);
static const struct form_table blok_note_form =
	FORM_TABLE("komentar_blok", blok_note, .is_keyed = true);
#undef FORM_RECORD

#define FORM_RECORD struct tinjau_isian
static const struct field tinjau_fields[] = {
	VERSION(version) FIELD_LIST("rhk", rhk, rhk_count, rhk_note_form, SKP_RHK_MAX)
		FIELD_LIST("nilai", nilai, nilai_count, nilai_note_form, BERAKHLAK_COUNT,
			   .row_names = &nilai_notes)
			FIELD_LIST("blok", blok, blok_count, blok_note_form, SKP_BLOK_COUNT,
				   .row_names = &blok_notes)};
const struct form_table tinjau_form = FORM_TABLE("tinjau", tinjau_fields);
#undef FORM_RECORD

#define FORM_RECORD struct luar_isian
static const struct field luar_fields[] = {
#include "skp/luar_form.def"
};
const struct form_table luar_form = FORM_TABLE("persetujuan", luar_fields);

struct str skp_comment_field(struct arena *mem, const struct skp_comment *comment)
{
	if (!id_is_none(&comment->rhk_id))
		return str_join(mem, STR("komentar."), id_str(mem, &comment->rhk_id));
	return comment->blok.len > 0 ? str_join(mem, STR("komentar_blok."), comment->blok)
				     : str_join(mem, STR("komentar_nilai."), comment->nilai);
}
