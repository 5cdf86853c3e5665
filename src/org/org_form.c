/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of this room's forms and their closed lists. */
#include "org/org_form.h"

#include "base/say.h"
#include "form/table.h"
#include "org/unit_pick.h"

static const struct choice pendekatan_at[] = {
	{.key = STR("kuantitatif"),
	 .label = STR(SAID("Kuantitatif: setiap indikator punya target angka"))},
	{.key = STR("kualitatif"),
	 .label = STR(SAID("Kualitatif: ukuran keberhasilan ditulis dengan kata"))}};
static const struct choice periode_jenis_at[] = {
	{.key = STR("triwulan"), .label = STR(SAID("Setiap triwulan"))},
	{.key = STR("bulan"), .label = STR(SAID("Setiap bulan"))}};
static const struct choice_list pendekatan = CHOICE_LIST(pendekatan_at),
				periode_jenis = CHOICE_LIST(periode_jenis_at);

#define FORM_RECORD struct tahun_kinerja
static const struct field tahun_fields[] = {
#include "org/tahun_form.def"
};
const struct form_table tahun_form = FORM_TABLE("tahun", tahun_fields);
static const struct field batas_fields[] = {
	VERSION(version) FIELD(DATE, skp_batas, "Batas penetapan SKP")
		FIELD(DATE, evaluasi_batas, "Batas evaluasi tahunan")};
const struct form_table batas_form = FORM_TABLE("batas", batas_fields);
#undef FORM_RECORD

/* What a period is set to; nothing sets it back to before it was opened. */
static const struct choice status_at[] = {{.key = STR("pengisian")}, {.key = STR("ditutup")}};
static const struct choice_list status_list = CHOICE_LIST(status_at);

#define FORM_RECORD struct periode_change
static const struct field periode_fields[] = {VERSION(version) FIELD(
	HIDDEN, status, "Status periode", ONE_OF(status_list), NEEDED("Pilih status periode."),
	WRONG("Pilih status periode.")) FIELD(LONG, alasan, "Alasan membuka lagi")};
const struct form_table periode_form = FORM_TABLE("periode", periode_fields);
#undef FORM_RECORD

#define FORM_RECORD struct pegawai_filter
static const struct field pegawai_filters[] = {
	FIELD(SEARCH, cari, "Cari nama, NIP, atau jabatan", .most = 100,
	      HINT("Awal kata sudah cukup, misalnya \"sit am\"."))
		FIELD(PICK, unit, "Unit kerja", .finder = UNIT_FINDER, NOTE("(boleh kosong)"),
		      HINT("Sebagian namanya atau kodenya. Semua di bawahnya ikut."))};
const struct form_table pegawai_filter_form = FORM_TABLE("pegawai", pegawai_filters);
#undef FORM_RECORD

#define FORM_RECORD struct unit_filter
static const struct field unit_filters[] = {FIELD(PICK, unit, "Cari unit", .finder = UNIT_FINDER,
						  HINT("Sebagian namanya atau kodenya."))};
const struct form_table unit_filter_form = FORM_TABLE("unit", unit_filters);
#undef FORM_RECORD

#define FORM_RECORD struct setelan_isian
static const struct field setelan_fields[] = {
	FIELD(HIDDEN, setelan, "Setelan") FIELD(TEXT, nilai, "Nilai baru")
		FIELD(DATE, mulai, "Berlaku mulai",
		      HINT("Periode yang berakhir sebelum tanggal ini tetap memakai nilai lama."))};
const struct form_table setelan_form = FORM_TABLE("setelan", setelan_fields);
#undef FORM_RECORD

#define FORM_RECORD struct setelan_pilihan
static const struct field setelan_pilihan_fields[] = {FIELD(CHOICE, bagian, "Bagian setelan")
							      FIELD(HIDDEN, ubah, "Setelan")};
const struct form_table setelan_pilihan_form =
	FORM_TABLE("setelan_pilihan", setelan_pilihan_fields);
