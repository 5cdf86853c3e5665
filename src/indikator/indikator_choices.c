/* SPDX-License-Identifier: Apache-2.0 */
/* The closed lists of indicators and their forms. */
#include "form/table.h"
#include "base/say.h"
#include "indikator/indikator.h"
#include "indikator/nilai_bulan.h"

#define CHOICE(key_, label_)                                                                       \
	{                                                                                          \
		.key = STR(key_), .label = STR(label_)                                             \
	}
static const struct choice jenis_at[] = {
	{.key = STR("keluaran"),
	 .label = STR(SAID("Keluaran")),
	 .means = STR(SAID("yang dihasilkan pekerjaan, misalnya akta terbit"))},
	{.key = STR("hasil"),
	 .label = STR(SAID("Hasil")),
	 .means = STR(SAID("yang dirasakan warga, misalnya anak terlindungi"))}};
static const struct choice aspek_at[] = {
	CHOICE("kuantitas", SAID("Kuantitas")), CHOICE("kualitas", SAID("Kualitas")),
	CHOICE("waktu", SAID("Waktu")), CHOICE("biaya", SAID("Biaya"))};
static const struct choice arah_at[] = {CHOICE("higher_better", SAID("Makin tinggi makin baik")),
					CHOICE("lower_better", SAID("Makin rendah makin baik"))};
static const struct choice gabung_at[] = {
	CHOICE("jumlah", SAID("Dijumlahkan")), CHOICE("bagian", SAID("Pembilang dibagi penyebut")),
	CHOICE("rata", SAID("Rata-rata")), CHOICE("akhir", SAID("Keadaan bulan terakhir"))};
static const struct choice sumber_at[] = {
#define SUMBER(name, key, label, gabung) CHOICE(key, label),
#include "law/indikator_sumber.def"
#undef SUMBER
};
static const struct choice unsur_at[] = {
#define UNSUR(name, key, label) CHOICE(key, label),
#include "law/unsur.def"
#undef UNSUR
};
static const struct choice atribusi_at[] = {
	CHOICE("unit", SAID("Unit pemilik dengan semua di bawahnya")),
	CHOICE("tim", SAID("Unit atau loket pegawai itu")),
	CHOICE("pegawai", SAID("Pegawai itu sendiri"))};
static const struct choice keadaan_at[] = {CHOICE("usul", SAID("Usul yang menunggu")),
					   CHOICE("henti", SAID("Sudah berhenti"))};
static const struct choice putusan_at[] = {CHOICE("terima", SAID("Terima; berlaku sejak harinya")),
					   CHOICE("tolak", SAID("Tolak, dengan catatan"))};
const struct choice_list indikator_jenis = CHOICE_LIST(jenis_at),
			 indikator_aspek = CHOICE_LIST(aspek_at),
			 indikator_arah = CHOICE_LIST(arah_at),
			 indikator_gabungan = CHOICE_LIST(gabung_at),
			 indikator_sumber = CHOICE_LIST(sumber_at),
			 indikator_unsur = CHOICE_LIST(unsur_at),
			 indikator_atribusi = CHOICE_LIST(atribusi_at),
			 indikator_keadaan = CHOICE_LIST(keadaan_at);
static const struct choice_list putusan_list = CHOICE_LIST(putusan_at);

#define FORM_RECORD struct indikator
static const struct field fields[] = {
#include "indikator/indikator_form.def"
};
const struct form_table indikator_form = FORM_TABLE("indikator", fields);
#undef FORM_RECORD

#define FORM_RECORD struct indikator_saring
static const struct field saring[] = {
	FIELD(SEARCH, cari, "Cari", HINT("Sebagian nama indikator.")) FIELD(PICK, unit, "Unit",
									    .finder = "/pilih/unit")
		FIELD(CHOICE, keadaan, "Keadaan", ONE_OF(indikator_keadaan), NONE("Berlaku"))};
const struct form_table indikator_saring_form = FORM_TABLE("indikator_saring", saring);
#undef FORM_RECORD

#define FORM_RECORD struct indikator_putusan
static const struct field putusan[] = {
	VERSION(version) FIELD(RADIO, putusan, "Keputusan", ONE_OF(putusan_list),
			       NEEDED("Pilih terima atau tolak."))
		FIELD(LONG, catatan, "Catatan", .most = INDIKATOR_ALASAN_MAX, .lines = 2,
		      HINT("Wajib bila ditolak."))};
const struct form_table indikator_putusan_form = FORM_TABLE("indikator_putusan", putusan);
#undef FORM_RECORD

/* --- values --- */

#define FORM_RECORD struct nilai_baris
static const struct field baris_fields[] = {
	FIELD(HUNDREDTHS, pembilang, "Nilai", HAS(has_pembilang),
	      WRONG("Tulis angka dengan paling banyak dua desimal, misalnya 12,5."))
		FIELD(HUNDREDTHS, penyebut, "Penyebut", HAS(has_penyebut),
		      WRONG("Tulis angka dengan paling banyak dua desimal, misalnya 12,5."))
			FIELD(HIDDEN, yakin, "Nilai yang dipastikan", .most = 40,
			      SURE_OF(pembilang)) FIELD(HIDDEN, version, "Versi nilai")};
static const struct form_table baris_form = FORM_TABLE("nilai", baris_fields, .is_keyed = true);
#undef FORM_RECORD

#define FORM_RECORD struct nilai_isian
static const struct field isian_fields[] = {
	FIELD(ID, unit_id, "Unit", .is_needed = true) FIELD(ID, induk_id, "Kecamatan")
		FIELD(HIDDEN, bulan, "Bulan", LIMITS(200001, 210012), .is_needed = true)
			FIELD_LIST("baris", baris, count, baris_form, NILAI_BULAN_ROWS)
				FIELD(TEXT, sumber_data, "Sumber data", .most = NILAI_SUMBER_MAX,
				      NOTE("(boleh kosong)"),
				      HINT("Misalnya: laporan bulanan puskesmas, kohort bayi."))};
const struct form_table nilai_form = FORM_TABLE("nilai_isian", isian_fields);
#undef FORM_RECORD

static const struct choice bulan_at[] = {
	CHOICE("1", SAID("Januari")),	CHOICE("2", SAID("Februari")),
	CHOICE("3", SAID("Maret")),	CHOICE("4", SAID("April")),
	CHOICE("5", SAID("Mei")),	CHOICE("6", SAID("Juni")),
	CHOICE("7", SAID("Juli")),	CHOICE("8", SAID("Agustus")),
	CHOICE("9", SAID("September")), CHOICE("10", SAID("Oktober")),
	CHOICE("11", SAID("November")), CHOICE("12", SAID("Desember"))};
static const struct choice_list bulan_list = CHOICE_LIST(bulan_at);

#define FORM_RECORD struct nilai_saring
static const struct field nilai_saring_fields[] = {
	FIELD(PICK, unit, "Unit", .finder = "/pilih/unit", HINT("Sebagian namanya atau kodenya."))
		FIELD(PICK, induk, "Kecamatan", HINT("Kosong berarti semua wilayah.")) FIELD(
			WHOLE, tahun, "Tahun", LIMITS(INDIKATOR_TAHUN_FIRST, INDIKATOR_TAHUN_LAST),
			.is_zero_blank = true) FIELD(CHOICE, bulan, "Bulan", ONE_OF(bulan_list))};
const struct form_table nilai_saring_form = FORM_TABLE("nilai_saring", nilai_saring_fields);
#undef FORM_RECORD
