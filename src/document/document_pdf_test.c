/* SPDX-License-Identifier: Apache-2.0 */
/* Papers of many pages, made from content alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "document/document_pack.h"
#include "document/paper_test_support.h"

static void put_person(struct buf *out, const char *who, const char *nama)
{
	const struct str cell[6] = {str_from(who),
				    str_from(nama),
				    STR("197804122003121004"),
				    STR("Pembina Tingkat I, IV/b"),
				    STR("Kepala Bidang Pelayanan Administrasi Kependudukan dan "
					"Pencatatan Sipil"),
				    STR("Dinas Kependudukan dan Pencatatan Sipil")};

	pack_row(out, "orang", cell, 6);
}

static const char LONG_TEXT[] =
	"Meningkatnya kepuasan masyarakat atas layanan administrasi kependudukan di seluruh "
	"distrik, termasuk layanan keliling bagi warga lanjut usia, penyandang disabilitas, dan "
	"kampung yang hanya dapat dicapai dengan perahu";

static void put_result(struct buf *out, const char *jenis, int number, int part)
{
	static const char *const aspects[] = {"Kuantitas", "Kualitas", "Waktu"};
	char text[16];

	(void)snprintf(text, sizeof text, "%d", number);
	const struct str cell[9] = {
		str_from(jenis),
		part ? STR_NONE : str_from(text),
		part ? STR_NONE : str_from(LONG_TEXT),
		part ? STR_NONE : str_from(LONG_TEXT),
		str_from(aspects[part]),
		STR("Persentase permohonan yang selesai sesuai standar pelayanan"),
		STR("95 persen"),
		STR("96,4 persen (1.204 dari 1.249 permohonan)"),
		str_from(part == 1 ? LONG_TEXT : "-")};

	pack_row(out, "hasil", cell, 9);
}

static struct str long_content(struct arena *mem, const char *jenis, const char *bentuk,
			       int results)
{
	static const char *const values[7] = {"Berorientasi Pelayanan",
					      "Akuntabel",
					      "Kompeten",
					      "Harmonis",
					      "Loyal",
					      "Adaptif",
					      "Kolaboratif"};
	struct buf out;

	buf_init(&out, mem);
	pack_begin(&out);
	pack_put(&out, "jenis", str_from(jenis));
	pack_put(&out, "kode", STR("7K2M9PQRSTUVWXYZ"));
	pack_put(&out, "versi", STR("3"));
	pack_put(&out, "instansi", STR("Pemerintah Kota Contoh"));
	pack_put(&out, "tahun", STR("2026"));
	pack_put(&out, "periode", STR("1 Januari 2026 s.d. 31 Desember 2026"));
	pack_put(&out, "periode_nama", STR("Tahun 2026"));
	pack_put(&out, "is_tahunan", STR("ya"));
	pack_put(&out, "pendekatan", STR("kuantitatif"));
	pack_put(&out, "bentuk", str_from(bentuk));
	pack_put(&out, "kepala", STR("128450 0f3a94c2e17bd560"));
	pack_put(&out, "tempat", STR("Contoh"));
	pack_put(&out, "tanggal", STR("2026-12-30"));
	pack_put(&out, "capaian", STR("Baik"));
	pack_put(&out, "pola", STR("baik"));
	pack_put(&out, "rating_hasil", STR("Sesuai ekspektasi"));
	pack_put(&out, "rating_perilaku", STR("Di atas ekspektasi"));
	pack_put(&out, "predikat", STR("Baik"));
	pack_put(&out, "catatan",
		 str_format(mem, "Yang sudah kuat: %s.\nRekomendasi: %s.", LONG_TEXT, LONG_TEXT));
	put_person(&out, "pegawai", "Dr. Ir. Yohana Magdalena Wally-Kambuaya, S.IP., M.Si.");
	put_person(&out, "penilai", "Drs. Marthen Luther Kambuaya, M.M.");
	put_person(&out, "atasan", "Ir. Johan Tumbel, M.T.");
	for (int i = 1; i <= results; i++)
		for (int part = 0; part < 3; part++)
			put_result(&out, i < results ? "utama" : "tambahan", i < results ? i : 1,
				   part);
	for (int i = 0; i < 7; i++) {
		const struct str cell[5] = {
			str_format(mem, "%d", i + 1), str_from(values[i]),
			STR("• Memahami dan memenuhi kebutuhan masyarakat\n• Ramah, cekatan, "
			    "solutif, dan dapat diandalkan\n• Melakukan perbaikan tiada henti"),
			i % 3 ? STR("-") : str_from(LONG_TEXT),
			i % 2 ? STR("-") : STR("Terbukti.")};
		pack_row(&out, "perilaku", cell, 5);
	}
	for (int i = 0; i < 3; i++) {
		static const char *const blocks[] = {"dukungan_sumber_daya",
						     "skema_pertanggungjawaban", "konsekuensi"};
		const struct str cell[2] = {str_from(blocks[i]), str_from(LONG_TEXT)};
		pack_row(&out, "lampiran", cell, 2);
	}
	return buf_str(&out);
}

static void long_papers_repeat_byte_by_byte(void **state)
{
	static const struct {
		const char *name, *jenis, *bentuk;
		int results;
	} papers[] = {{"panjang-skp", "skp", "ja_jf", 10},
		      {"panjang-skp-jpt", "skp", "jpt", 10},
		      {"panjang-evaluasi", "evaluasi", "ja_jf", 10},
		      {"panjang-evaluasi-jpt", "evaluasi", "jpt", 10},
		      {"panjang-dokumen", "dokumen_evaluasi", "ja_jf", 1}};
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++) {
		struct str isi =
			long_content(mem, papers[i].jenis, papers[i].bentuk, papers[i].results);
		paper_test_repeats(mem, isi, STR("https://kinerja.contoh.go.id/v/7K2M9PQRSTUVWXYZ"),
				   papers[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_papers_repeat_byte_by_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
