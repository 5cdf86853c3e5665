/* SPDX-License-Identifier: Apache-2.0 */
/* Files that load an office: what is added, changed, refused and told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/sys.h"
#include "db/store_test_support.h"
#include "import/import.h"
#include "import/import_test_support.h"
#include "org/org.h"
#include "render/xlsx_write.h"
#include "render/zip_test_support.h"

static void an_office_loads_and_the_same_file_changes_nothing(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].added, 3);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND "
				 "penilai_id IS NOT NULL"),
			 2);
	assert_int_equal(
		rows(f, "SELECT count(*) FROM akun WHERE instansi_id = $1 AND must_change = 1"), 3);
	/* two heads lead their units; one was given a role */
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran WHERE instansi_id = $1 AND peran "
				 "= 'pimpinan_unit'"),
			 2);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran WHERE instansi_id = $1 AND peran "
				 "= 'auditor'"),
			 1);
	assert_int_equal(store_test_count(f->store, NULL, "SELECT count(*) FROM kunci_masuk"), 5);
	int64_t trail = rows(f, "SELECT count(*) FROM audit WHERE instansi_id = $1");
	assert_int_equal(trail, 4); /* three files, a role */
	assert_int_equal(apply_text(f, UNITS), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(apply_text(f, JABATANS), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID ANALIS), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].same, 3);
	assert_int_equal(rows(f, "SELECT count(*) FROM audit WHERE instansi_id = $1"), trail);
}

static void every_fault_is_named_and_nothing_is_stored(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(
		apply_text(
			f, PEGAWAI_HEAD
			"198001012005011009;Dodi;bukan-surel;pns;V/"
			"z;J9;198001012005011009;2024-02-30;raja\n"
			"12345;Eka;;pns;III/a;J3;999999999999999999;2024-01-01;\n"
			"1,98609262015051E+17;Fani;;pns;III/a;J3;;2024-01-01;\n"
			"199001012021211001;;;pns;III/a;J3;198001012005011002;2024-01-01;\n"
			"198001012005011009;Gani;;pns;III/a;J3;198001012005011002;2024-01-01;\n"),
		ERR_INVALID);
	assert_true(has_rule(f, "pegawai.email", 2, "email"));
	assert_true(has_rule(f, "pegawai.golongan", 2, "golongan"));
	assert_true(has_rule(f, "pegawai.jabatan_asing", 2, "kode_jabatan"));
	assert_true(has_rule(f, "pegawai.menilai_diri", 2, "nip_penilai"));
	assert_true(has_rule(f, "import.tanggal", 2, "tmt"));
	assert_true(has_rule(f, "pegawai.peran", 2, "peran"));
	assert_true(has_rule(f, "pegawai.nip", 3, "nip"));
	assert_true(has_rule(f, "pegawai.penilai_asing", 3, "nip_penilai"));
	assert_true(has_rule(f, "pegawai.nip_angka", 4, "nip"));
	assert_true(has_rule(f, "pegawai.tanpa_penilai", 4, "nip_penilai"));
	assert_true(has_rule(f, "import.wajib", 5, "nama"));
	assert_true(has_rule(f, "pegawai.jenis_nip", 5, "jenis"));
	assert_true(has_rule(f, "import.ganda", 6, "nip"));
	assert_true(problems_has_rule(&f->faults, "import.faults"));
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1"), 3);
}

/* Rulebook 1.4: only who heads the root unit is appraised from outside; a JPT below has an
   appraiser here. */
static void a_jpt_below_the_root_needs_an_appraiser(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "kode;nama;kode_induk;jenis;mandiri;zona\n"
				       "2;Badan Bawah;1;badan;ya;WIT\n"),
			 ERR_OK);
	assert_int_equal(
		apply_text(f,
			   "kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;tanggung_jawab;"
			   "ukuran\nJ5;Kepala Badan;2;jpt;;14;ya;Memimpin;Badan berjalan;Nilai\n"),
		ERR_OK);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "197101011996031001;Hana Kaban;;pns;IV/c;J5;;"
						    "2024-01-02;\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "pegawai.tanpa_penilai", 2, "nip_penilai"));
	assert_true(str_has(f->preview->faults[0].alasan, "berkode "));
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "197101011996031001;Hana Kaban;;pns;IV/c;J5;"
						    "197001011995031001;2024-01-02;\n"),
			 ERR_OK);
}

/* PK-32: a person who comes to another post by a file leaves the agreed plan behind, closed. */
static void a_move_in_a_file_closes_the_plan_of_the_old_post(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	store_test_sql(
		f->store, &f->instansi,
		"INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, "
		"unit_id, mulai, selesai, pendekatan, bentuk, state) SELECT instansi_id, "
		"pegawai_id, pegawai_id, penilai_id, 2026, jabatan_id, unit_id, '2026-01-01', "
		"'2026-12-31', 'kuantitatif', 'ja_jf', 'ditetapkan' FROM pegawai WHERE "
		"instansi_id = $1 AND nip = '199001012015032001'");
	assert_int_equal(apply_text(f, "kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;"
				       "tanggung_jawab;ukuran\nJ4;Arsiparis;1;jf;ahli "
				       "muda;9;tidak;Menata;Arsip;Jumlah\n"),
			 ERR_OK);
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt\n"
				       "199001012015032001;Cici Analis;pns;J4;197001011995031001;"
				       "2026-05-04\n"),
			 ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM skp WHERE instansi_id = $1 AND state = "
				 "'ditutup' AND selesai = '2026-05-03'"),
			 1);
}

static void a_wrong_heading_is_named_once_and_not_for_each_cell(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "kode;nama;kode_induk;nama;catatan\n"
				       "1;Dinas;;x;y\n1.1;Bidang;1;x;y\n"),
			 ERR_INVALID);
	assert_int_equal(f->preview->fault_count, 2);
	assert_int_equal(faults_of(f, "import.kolom_ganda"), 1);
	assert_int_equal(faults_of(f, "import.kolom_asing"), 1);
}

static void headings_alone_are_no_file(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt\n"),
			 ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "import.tanpa_baris"));
}

static void blanks_of_other_documents_do_not_count(void **state)
{
	struct fixture *f = *state;

	file_write("kode;nama;kode_induk\n"
		   " 1\xC2\xA0;\xE2\x80\x8B"
		   "Dinas Contoh \xC2\xA0;\n");
	assert_int_equal(run(f, false), ERR_OK);
	assert_true(str_is(f->preview->items[0].kode, "1"));
	assert_true(str_is(f->preview->items[0].nama, "Dinas Contoh"));
}

static void what_looks_like_a_formula_is_refused(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "kode;nama;kode_induk\n1;=HYPERLINK(\"x\");\n"),
			 ERR_INVALID);
	assert_int_equal(faults_of(f, "import.rumus"), 1);
}

static void digits_lost_to_a_number_are_told_as_that(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f,
				    "nip;nama;jenis;kode_jabatan;nip_penilai;tmt\n"
				    "1.99002022019031E+17;Uji;pns;J3;1.97805122003122E+17;45292\n"),
			 ERR_INVALID);
	assert_int_equal(faults_of(f, "pegawai.nip_angka"), 2);
	assert_int_equal(faults_of(f, "pegawai.penilai_asing"), 0);
	assert_int_equal(faults_of(f, "import.tanggal"), 0); /* a spreadsheet's number of a day */
}

static void other_files_are_named_by_what_they_are(void **state)
{
	static const struct {
		const char *bytes, *said;
	} files[] = {{"%PDF-1.7\n", "PDF"},
		     {"\x89PNG\r\n", "gambar"},
		     {"\xEF\xBB\xBF<html><table>", "halaman web"},
		     {"Rar!\x1A", "arsip"}};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		assert_int_equal(apply_text(f, files[i].bytes), ERR_INVALID);
		assert_true(problems_has_rule(&f->faults, "import.jenis_berkas"));
		assert_true(str_has(f->faults.at[0].sentence, files[i].said));
	}
}

static void a_title_above_the_headings_is_passed_over(void **state)
{
	static const struct str rows[][3] = {{{"DAFTAR UNIT", 11}, {"", 0}, {"", 0}},
					     {{"per 1 Januari", 13}, {"", 0}, {"", 0}},
					     {{"kode", 4}, {"nama", 4}, {"kode_induk", 10}},
					     {{"1", 1}, {"Dinas", 5}, {"", 0}}};
	struct fixture *f = *state;
	CLEANUP(xlsx_close) struct xlsx *book = NULL;

	book_start(f, &book, "Unit");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		xlsx_row(book, rows[i], 3);
	assert_int_equal(xlsx_finish(book), ERR_OK);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_UNIT].added, 1);
}

/* Rows of a sheet by hand: what the writing library never writes stands in them too. */
#define T(cell, text) "<c r='" cell "' t='inlineStr'><is><t>" text "</t></is></c>"
#define ROW(number, cells) "<row r='" number "'>" cells "</row>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static const char mixed_units[] =
	SHEET(ROW("1", T("A1", "kode") T("B1", "nama") T("C1", "kode_induk") T("D1", "warna"))
		      ROW("2", T("A2", "8") T("B2", "Dua") T("C2", "9") T("D2", "biru"))
			      ROW("3", T("A3", "9") T("B3", "Tiga") T("C3", "8")));
static const char mixed_people[] = SHEET(
	ROW("1", T("A1", "nip") T("B1", "nama") T("C1", "jenis") T("D1", "kode_jabatan")
			 T("E1", "nip_penilai") T("F1", "tmt"))
		ROW("2", T("A2", "199001012015032001") "<c r='B2' t='str'><f>C1&amp;D1</f><v>Cici "
						       "Analis</v></c>" T("C2", "pns") T("D2", "J3")
							       T("E2", "198001012005011002")
								       T("F2", "2026-02-30"))
			ROW("3", T("A3", "199001012015032001") T("B3", "Ganda") T("C3", "pns")
					 T("D3", "J3") T("E3", "198001012005011002")
						 T("F3", "2026-01-01"))
				ROW("4",
				    T("A4", "198609262015051001") T("B4", "Lain") T(
					    "C4",
					    "honorer") "<c r='D4' "
						       "t='e'><v>#N/A</v></c>" T(
							       "E4",
							       "198001012005011002") "<c r='F4'>"
										     "<f>TODAY()</"
										     "f></c>"));

/* What a spreadsheet and its rows can have wrong, all in one file: each is named with its place and
   its content. */
static void a_workbook_with_every_kind_of_fault_names_them_all(void **state)
{
	struct zip_part parts[] = {
		{.name = "xl/workbook.xml",
		 .data = STR("<workbook xmlns:r='x'><sheets><sheet name='Unit' sheetId='1' "
			     "r:id='r1'/><sheet name='Pegawai' sheetId='2' "
			     "r:id='r2'/></sheets></workbook>")},
		{.name = "xl/_rels/workbook.xml.rels",
		 .data = STR("<Relationships><Relationship Id='r1' Target='a.xml'/><Relationship "
			     "Id='r2' Target='b.xml'/></Relationships>")},
		{.name = "xl/a.xml", .data = str_from(mixed_units)},
		{.name = "xl/b.xml", .data = str_from(mixed_people)},
	};
	struct fixture *f = *state;

	load_small_office(f);
	zip_test_write(f->mem, office_path, parts, 4, 0);
	assert_int_equal(run(f, true), ERR_INVALID);
	assert_true(has_fault(f, "import.kolom_asing", "Unit", 1, "D", "warna"));
	assert_true(has_fault(f, "unit.melingkar", "Unit", 2, "kode_induk", "9"));
	assert_true(has_fault(f, "import.rumus", "Pegawai", 2, "nama", "=C1&D1"));
	assert_true(has_fault(f, "import.tanggal", "Pegawai", 2, "tmt", "2026-02-30"));
	assert_true(has_fault(f, "import.ganda", "Pegawai", 3, "nip", "199001012015032001"));
	assert_true(has_fault(f, "pegawai.jenis", "Pegawai", 4, "jenis", "honorer"));
	assert_true(has_fault(f, "import.galat", "Pegawai", 4, "kode_jabatan", "#N/A"));
	assert_true(has_fault(f, "import.rumus", "Pegawai", 4, "tmt", "=TODAY()"));
	assert_int_equal(f->preview->fault_count, 8);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1"), 3);
}

static void circles_of_units_and_of_appraisers_are_refused(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "kode;nama;kode_induk\n2;Dua;2.1\n2.1;Dua Satu;2\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "unit.melingkar", 2, "kode_induk"));
	assert_int_equal(apply_text(f, PEGAWAI_HEAD
				    "198001012005011002;Budi "
				    "Kabid;;pns;III/d;J2;199001012015032001;2024-01-02;\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "pegawai.melingkar", 2, "nip_penilai"));
}

static void a_change_of_post_changes_who_leads(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD
				    "198001012005011002;Budi "
				    "Kabid;;pns;III/d;J3;197001011995031001;2026-01-01;\n"
				    "199001012015032001;Cici Kabid;baru@contoh.go.id;pns;III/c;J2;"
				    "197001011995031001;2026-01-01;\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].changed, 2);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran WHERE instansi_id = $1 AND peran "
				 "= 'pimpinan_unit'"),
			 2);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran r JOIN akun a ON a.instansi_id = "
				 "r.instansi_id AND "
				 "a.akun_id = r.akun_id WHERE r.instansi_id = $1 AND peran = "
				 "'pimpinan_unit' AND "
				 "a.nama LIKE 'Cici%'"),
			 1);
	assert_int_equal(store_test_count(f->store, NULL, "SELECT count(*) FROM kunci_masuk"), 5);
}

static void headings_must_be_known_and_complete(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "apa;ini\n1;2\n"), ERR_INVALID);
	assert_string_equal(f->preview->faults[0].rule, "import.lembar_asing");
	assert_int_equal(apply_text(f, "tanggal,nama,warna\n2026-08-17,Merdeka,merah\n"),
			 ERR_INVALID);
	assert_string_equal(f->preview->faults[0].rule, "import.kolom_asing");
	assert_int_equal(apply_text(f, ""), ERR_INVALID);
	assert_true(problems_has_rule(&f->faults, "import.kosong"));
	assert_int_equal(apply_text(f, "Tanggal,Nama *\n17/08/2026,Merdeka\n"), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_LIBUR].added, 1);
}

static void who_may_not_import_is_refused(void **state)
{
	struct fixture *f = *state;

	f->actor.scopes[0].peran = PERAN_AUDITOR;
	assert_int_equal(apply_text(f, UNITS), ERR_FORBIDDEN);
}

static enum err kode_work(struct db *db, void *arg)
{
	struct fixture *f = arg;

	f->job.db = db;
	return bulk_code_list(&f->job, &f->kode, &f->kode_count);
}

static void codes_of_first_sign_in_can_be_asked_for_again(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	job_renew(f);
	assert_int_equal(store_read(f->store, &f->instansi, kode_work, f), ERR_OK);
	assert_int_equal(f->kode_count, 3);
	struct str first = f->kode[0].kode;
	assert_int_equal(first.len, 14);
	assert_int_equal(store_read(f->store, &f->instansi, kode_work, f), ERR_OK);
	assert_true(str_equal(first, f->kode[0].kode));
	assert_false(str_equal(first, f->kode[1].kode));
}

static struct str nip_of(struct arena *mem, int i)
{
	int group = i / 999;

	return str_format(mem, "19%02d0101201501%d%03d", 60 + group / 2, 1 + group % 2,
			  1 + i % 999);
}

/* A workbook of units of 50 people, everyone appraised by the head of the unit, heads by the first
   of all. */
static void large_book_write(struct arena *mem, int people)
{
	struct xlsx *xlsx = NULL;
	struct str unit_head[] = {STR("kode"), STR("nama"), STR("kode_induk")};
	struct str post_head[] = {STR("kode"),		 STR("nama"),	STR("kode_unit"),
				  STR("kelompok"),	 STR("kepala"), STR("tugas"),
				  STR("tanggung_jawab"), STR("ukuran")};
	struct str head[] = {STR("nip"),      STR("nama"),	   STR("email"),       STR("jenis"),
			     STR("golongan"), STR("kode_jabatan"), STR("nip_penilai"), STR("tmt")};
	int units = people / 50;

	assert_int_equal(xlsx_open(mem, office_path, &xlsx), ERR_OK);
	assert_int_equal(xlsx_sheet(xlsx, STR("Unit"), NULL, 3), ERR_OK);
	xlsx_head(xlsx, unit_head, 3);
	for (int i = 0; i < units; i++) {
		struct str row[] = {str_format(mem, "U%d", i), str_format(mem, "Unit %d", i),
				    i ? STR("U0") : STR_NONE};
		xlsx_row(xlsx, row, 3);
	}
	assert_int_equal(xlsx_sheet(xlsx, STR("Jabatan"), NULL, 8), ERR_OK);
	xlsx_head(xlsx, post_head, 8);
	for (int i = 0; i < units * 2; i++) {
		struct str row[] = {str_format(mem, "J%d", i),
				    str_format(mem, "Jabatan %d", i),
				    str_format(mem, "U%d", i / 2),
				    i % 2 ? STR("pelaksana") : STR("administrator"),
				    i % 2 ? STR("tidak") : STR("ya"),
				    STR("Tugas"),
				    STR("Tanggung jawab"),
				    STR("Ukuran")};
		xlsx_row(xlsx, row, 8);
	}
	assert_int_equal(xlsx_sheet(xlsx, STR("Pegawai"), NULL, 8), ERR_OK);
	xlsx_head(xlsx, head, 8);
	for (int i = 0; i < people; i++) {
		int unit = i / 50, boss = i % 50 ? unit * 50 : 0;
		struct str row[] = {nip_of(mem, i),
				    str_format(mem, "Pegawai Nomor %d", i),
				    str_format(mem, "p%d@contoh.go.id", i),
				    STR("pns"),
				    STR("III/a"),
				    str_format(mem, "J%d", unit * 2 + (i % 50 ? 1 : 0)),
				    i ? nip_of(mem, boss) : STR_NONE,
				    STR("2024-01-01")};
		xlsx_row(xlsx, row, 8);
	}
	assert_int_equal(xlsx_finish(xlsx), ERR_OK);
	xlsx_close(&xlsx);
}

static long peak_kib(void)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	long kib = 0;

	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kib = strtol(line + 6, NULL, 10);
	if (file)
		(void)fclose(file);
	return kib;
}

/* ABDI_TEST_PEOPLE=20000 prints the figures of docs/performance.md; the suite itself uses fewer. */
static void a_large_workbook_loads_whole(void **state)
{
	struct fixture *f = *state;
	const char *wanted = getenv("ABDI_TEST_PEOPLE");
	int people = wanted ? (int)strtol(wanted, NULL, 10) : 950;
	CLEANUP(arena_close) struct arena *mem = arena_make();

	large_book_write(mem, people);
	int64_t start = clock_now();
	assert_int_equal(run(f, false), ERR_OK);
	arena_clear(f->mem);
	int64_t previewed = clock_now();
	enum err err = run(f, true);
	for (int i = 0; f->preview && i < f->preview->fault_count && i < 5; i++)
		print_message("%d %s %s\n", f->preview->faults[i].baris, f->preview->faults[i].rule,
			      str_cstr(f->mem, f->preview->faults[i].nilai));
	assert_int_equal(err, ERR_OK);
	print_message("%d pegawai: pratinjau %d ms, simpan %d ms, puncak memori %ld KiB\n", people,
		      (int)((previewed - start) / 1000), (int)((clock_now() - previewed) / 1000),
		      peak_kib());
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1"), people);
	arena_clear(f->mem);
	assert_int_equal(run(f, true), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_move_in_a_file_closes_the_plan_of_the_old_post,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_jpt_below_the_root_needs_an_appraiser,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(an_office_loads_and_the_same_file_changes_nothing,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(every_fault_is_named_and_nothing_is_stored,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_wrong_heading_is_named_once_and_not_for_each_cell,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(headings_alone_are_no_file, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(blanks_of_other_documents_do_not_count,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(what_looks_like_a_formula_is_refused, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(digits_lost_to_a_number_are_told_as_that,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(other_files_are_named_by_what_they_are,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_title_above_the_headings_is_passed_over,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_workbook_with_every_kind_of_fault_names_them_all,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(circles_of_units_and_of_appraisers_are_refused,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_change_of_post_changes_who_leads, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(headings_must_be_known_and_complete, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(who_may_not_import_is_refused, office_begin,
						office_end),
		cmocka_unit_test_setup_teardown(codes_of_first_sign_in_can_be_asked_for_again,
						office_begin, office_end),
		cmocka_unit_test_setup_teardown(a_large_workbook_loads_whole, office_begin,
						office_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
