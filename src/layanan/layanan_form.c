/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the catalogue's forms and their closed lists. */
#include "layanan/layanan_form.h"

#include "base/say.h"
#include "form/table.h"
#include "layanan/layanan_change.h"
#include "org/unit_pick.h"

static const struct choice kelompok_at[] = {
#define KELOMPOK(key_, label_, icon) {.key = STR(key_), .label = STR(label_)},
#include "layanan/kelompok.def"
#undef KELOMPOK
};
static const struct choice suara_at[] = {
	{.key = STR("tiga"),
	 .label = STR(SAID("Tiga pertanyaan")),
	 .means = STR(SAID("Cepat, ramah, mudah: setengah menit."))},
	{.key = STR("sembilan"),
	 .label = STR(SAID("Sembilan unsur")),
	 .means = STR(SAID("Survei Kepuasan Masyarakat menurut aturan: dua menit."))}};
static const struct choice satuan_at[] = {
#define JANJI_SATUAN(name, key_, label_) {.key = STR(key_), .label = STR(label_)},
#include "law/janji_satuan.def"
#undef JANJI_SATUAN
};
static const struct choice_list kelompok = CHOICE_LIST(kelompok_at),
				suara_bentuk = CHOICE_LIST(suara_at),
				satuan = CHOICE_LIST(satuan_at);

#define FORM_RECORD struct layanan
static const struct field layanan_fields[] = {
#include "layanan/layanan_form.def"
};
const struct form_table layanan_form = FORM_TABLE("layanan", layanan_fields);
#undef FORM_RECORD

#define FORM_RECORD struct syarat
static const struct field syarat_fields[] = {
	FIELD(TEXT, nama, "Yang dibawa", .most = LAYANAN_SYARAT_NAMA_MAX,
	      NEEDED("Tulis nama suratnya."))
		FIELD(TEXT, keterangan, "Keterangan", .most = LAYANAN_RINGKAS_MAX,
		      HINT("Misalnya: asli; atau: dari bidan.")) FIELD(YES, is_wajib, "Wajib")};
static const struct form_table syarat_form =
	FORM_TABLE("syarat", syarat_fields, .prefix = "syarat_", .says = "Syarat", .is_table = true,
		   .first = 1);
#undef FORM_RECORD

#define FORM_RECORD struct langkah
static const struct field langkah_fields[] = {FIELD(
	TEXT, nama, "Langkah", .most = LAYANAN_LANGKAH_NAMA_MAX, NEEDED("Tulis nama langkahnya."))};
static const struct form_table langkah_form =
	FORM_TABLE("langkah", langkah_fields, .prefix = "langkah_", .says = "Langkah",
		   .is_table = true, .first = 1);
#undef FORM_RECORD

#define FORM_RECORD struct standar
#define PROMISE                                                                                    \
	FIELD(WHOLE, janji_jumlah, "Selesai dalam", LIMITS(0, JANJI_MOST), .is_zero_blank = true)  \
	FIELD(CHOICE, janji_satuan, "Satuan waktu", ONE_OF(satuan), NONE("Pilih satuan"))
#define FORUM                                                                                      \
	FIELD(LONG, kompensasi, "Kompensasi bila lewat janji", .most = LAYANAN_RINGKAS_MAX,        \
	      .lines = 2, NOTE("(boleh kosong)"), HINT("Misalnya: dokumen diantar tanpa biaya."))  \
	FIELD(DATE, forum_tanggal, "Tanggal forum konsultasi")                                     \
	FIELD(LONG, forum_hadir, "Siapa yang hadir", .most = LAYANAN_TEKS_MAX, .lines = 2,         \
	      HINT("Kelompoknya, misalnya: 12 warga, PKK, tokoh adat, pers."))                     \
	FIELD(LONG, forum_pokok, "Pokok pembahasan", .most = LAYANAN_TEKS_MAX, .lines = 3)         \
	FIELD(LONG, forum_jawaban, "Jawaban unit", .most = LAYANAN_TEKS_MAX, .lines = 3)

static const struct field standar_fields[] = {
	VERSION(version) PROMISE
#include "layanan/standar_form.def"
		FORUM FIELD_LIST("syarat", syarat, syarat_count, syarat_form, LAYANAN_SYARAT_MAX)
			FIELD_LIST("langkah", langkah, langkah_count, langkah_form,
				   LAYANAN_LANGKAH_MAX)};
const struct form_table standar_form = FORM_TABLE("standar", standar_fields);

static const struct field teks_fields[] = {PROMISE
#include "layanan/standar_form.def"
						   FORUM};
const struct form_table standar_teks_form = FORM_TABLE("standar_teks", teks_fields);

#define PART(member, label, hint)                                                                  \
	FIELD(LONG, member, label, .most = LAYANAN_TEKS_MAX, .lines = 3, .is_needed = true)
static const struct field whole_fields[] = {
#include "layanan/standar_form.def"
};
const struct form_table standar_whole_form = FORM_TABLE("standar_utuh", whole_fields);
#undef FORM_RECORD

#define FORM_RECORD struct penetapan
static const struct field penetapan_fields[] = {
	VERSION(version) FIELD(TEXT, sk_nomor, "Nomor keputusan", .most = LAYANAN_NAMA_MAX)
		FIELD(DATE, sk_tanggal, "Tanggal keputusan") FIELD(
			DATE, berlaku_sejak, "Berlaku sejak", HINT("Hari ini atau sesudahnya."))
			FIELD(LONG, catatan, "Catatan bila dikembalikan",
			      .most = PENETAPAN_TEKS_MAX, .lines = 2)};
const struct form_table penetapan_form = FORM_TABLE("penetapan_standar", penetapan_fields);
#undef FORM_RECORD

#define FORM_RECORD struct maklumat
static const struct field maklumat_fields[] = {FIELD_AS(
	LONG, "teks", isi, "Maklumat pelayanan", .most = MAKLUMAT_ISI_MAX, .lines = 4,
	HINT("Misalnya: Kami sanggup melayani sesuai standar ini. Bila tidak kami tepati, kami "
	     "siap diberi sanksi."),
	NEEDED("Tulis maklumatnya."))};
const struct form_table maklumat_form = FORM_TABLE("maklumat", maklumat_fields);
#undef FORM_RECORD

#define FORM_RECORD struct layanan_saring
static const struct field saring_fields[] = {
	FIELD(SEARCH, cari, "Cari layanan", .most = LAYANAN_SLUG_MAX)
		FIELD(PICK, unit, "Unit", .finder = UNIT_FINDER)};
const struct form_table layanan_saring_form = FORM_TABLE("layanan_saring", saring_fields);
