/* SPDX-License-Identifier: Apache-2.0 */
/* What people's files really hold: each kind of trouble with its right outcome. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "db/store_test_support.h"
#include "import/import_test_support.h"
#include "render/zip_test_support.h"

#define T(cell, text) "<c r='" cell "' t='inlineStr'><is><t>" text "</t></is></c>"
#define N(cell, style, value) "<c r='" cell "' s='" style "'><v>" value "</v></c>"
#define ROW(number, cells) "<row r='" number "'>" cells "</row>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define HEAD                                                                                       \
	ROW("1", T("A1", "nip") T("B1", "nama") T("C1", "jenis") T("D1", "kode_jabatan")           \
			 T("E1", "nip_penilai") T("F1", "tmt"))
#define PERSON(row, nip, nama, tmt)                                                                \
	nip T("B" row, nama) T("C" row, "pns") T("D" row, "J3") T("E" row, "198001012005011002") tmt
#define NIP "199202022019032002"

/* Styles 0 general, 1 a date, 2 "0.00", 3 "000", 4 dd mmmm yyyy. */
static const char styles[] =
	"<styleSheet><numFmts><numFmt numFmtId='170' formatCode='000'/><numFmt numFmtId='171' "
	"formatCode='[$-421]dd\\ mmmm\\ yyyy;@'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
	"numFmtId='14'/><xf numFmtId='2'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs>"
	"</styleSheet>";

struct book_sheet {
	const char *name, *xml; /* name: as in the attribute, with more attributes behind it */
};

static enum err apply_sheets(struct fixture *f, const struct book_sheet *sheets, int count)
{
	struct zip_part parts[8] = {{.name = "xl/workbook.xml"},
				    {.name = "xl/_rels/workbook.xml.rels"},
				    {.name = "xl/styles.xml", .data = str_from(styles)}};
	struct buf book, rels;

	buf_init(&book, f->mem);
	buf_init(&rels, f->mem);
	buf_add_cstr(&book, "<workbook xmlns:r='x'><sheets>");
	buf_add_cstr(&rels, "<Relationships>");
	for (int i = 0; i < count; i++) {
		buf_add_format(&book, "<sheet name='%s' sheetId='%d' r:id='r%d'/>", sheets[i].name,
			       i + 1, i);
		buf_add_format(&rels, "<Relationship Id='r%d' Target='s%d.xml'/>", i, i);
		parts[3 + i].name = str_cstr(f->mem, str_format(f->mem, "xl/s%d.xml", i));
		parts[3 + i].data = str_from(sheets[i].xml);
	}
	buf_add_cstr(&book, "</sheets></workbook>");
	buf_add_cstr(&rels, "</Relationships>");
	parts[0].data = buf_str(&book);
	parts[1].data = buf_str(&rels);
	zip_test_write(f->mem, office_path, parts, 3 + count, 0);
	return run(f, true);
}

static enum err apply_sheet(struct fixture *f, const char *name, const char *xml)
{
	return apply_sheets(f, &(struct book_sheet){name, xml}, 1);
}

static bool is_noted(const struct fixture *f, const char *part)
{
	for (int i = 0; i < f->preview->note_count; i++)
		if (str_has(f->preview->notes[i].kalimat, part))
			return true;
	return false;
}

static void assert_name(struct fixture *f, const char *nama)
{
	struct str sql = str_format(f->mem,
				    "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND nip = "
				    "'" NIP "' AND nama = '%s'",
				    nama);

	assert_int_equal(rows(f, str_cstr(f->mem, sql)), 1);
}

/* A number keeps 15 digits: a NIP in such a cell is refused whatever it ends in, in all ways a
   file may write it and a style may show it. */
static void a_nip_kept_as_a_number_is_refused(void **state)
{
	static const char *const cells[] = {N("A2", "0", "199202022019032002"),
					    N("A2", "0", "1.99202022019032E+17"),
					    N("A2", "2", "1.99202022019032E+17"),
					    N("A2", "3", "199202022019032000"),
					    N("A2", "0", "199202022019032002.0"),
					    N("A2", "0", "1.99202022019032e17"),
					    N("A2", "0", "1000000000000000"),
					    N("A2", "1", "199202022019032020"),
					    T("A2", "1.99202022019032E+17"),
					    T("A2", "1,99202022019032E+17"),
					    T("A2", "1.99E17"),
					    T("A2", "199202022019032002.0"),
					    T("A2", "199202022019032000")};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		struct str xml = str_format(f->mem,
					    "<worksheet><sheetData>%s<row r='2'>%s%s</row>"
					    "</sheetData></worksheet>",
					    HEAD, cells[i],
					    PERSON("2", "", "Dina Baru", T("F2", "2024-01-02")));
		assert_int_equal(apply_sheet(f, "Pegawai", str_cstr(f->mem, xml)), ERR_INVALID);
		assert_true(has_rule(f, "pegawai.nip_angka", 2, "nip"));
		assert_int_equal(f->preview->fault_count, 1);
	}
	/* fifteen digits are all there: another sentence, and the appraiser's number is told too */
	assert_int_equal(
		apply_sheet(f, "Pegawai",
			    SHEET(HEAD ROW("2", N("A2", "0", "999999999999999") T("B2", "Dina")
							T("C2", "pns") T("D2", "J3")
								N("E2", "0", "198001012005011002")
									T("F2", "2024-01-02")))),
		ERR_INVALID);
	assert_true(has_rule(f, "pegawai.nip", 2, "nip"));
	assert_true(has_fault(f, "pegawai.nip_angka", "Pegawai", 2, "nip_penilai",
			      "198001012005011002"));
}

static void numbers_are_read_as_people_see_them(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		apply_sheet(
			f, "Unit",
			SHEET(ROW("1", T("A1", "kode") T("B1", "nama") T("C1", "kode_induk")) ROW(
				"2", N("A2", "0", "3") T("B2", "Badan"))
				      ROW("3", N("A3", "0", "3.1000000000000001") T("B3", "Satu")
						       N("C3", "0", "3.0"))
					      ROW("4", N("A4", "2", "3.1") T("B4", "Sepuluh")
							       N("C4", "0", "3"))
						      ROW("5", N("A5", "3", "7") T("B5", "Tujuh")
								       N("C5", "2",
									 "3.1000000000000001")))),
		ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM unit WHERE instansi_id = $1 AND kode IN "
				 "('3', '3.1', '3.10', '007')"),
			 4);
	assert_int_equal(rows(f, "SELECT count(*) FROM unit WHERE instansi_id = $1 AND jalur = "
				 "'/3/3.10/007/'"),
			 1);
	/* a code that a spreadsheet took for a day is told, not kept as one */
	assert_int_equal(
		apply_sheet(f, "Unit",
			    SHEET(ROW("1", T("A1", "kode") T("B1", "nama") T("C1", "kode_induk"))
					  ROW("2", N("A2", "1", "46054") T("B2", "Dua")))),
		ERR_INVALID);
	assert_true(has_rule(f, "import.kode_tanggal", 2, "kode"));
}

static void days_of_every_writer_are_read(void **state)
{
	static const char *const cells[] = {
		N("F2", "1", "45293"),
		N("F2", "4", "45293"),
		N("F2", "0", "45293"),
		N("F2", "1", "45293.75"),
		T("F2", "2 Januari 2024"),
		T("F2", "2024-01-02 00:00:00"),
		T("F2", "02.01.2024"),
		"<c r='F2' t='d'><v>2024-01-02T00:00:00</v></c>",
		T("F2", "2/1/2024"),
		"<c r='F2' s='1' t='d'><v>2024-01-02</v></c>",
		T("F2", "02-Jan-24"),
		T("F2", " 2024-01-02 "),
		"<c r='F2' s='1' t='d'><v>2024-01-01T17:00:00.000Z</v></c>"};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		struct str xml =
			str_format(f->mem,
				   "<worksheet><sheetData>%s<row r='2'>%s%s</row>"
				   "</sheetData></worksheet>",
				   HEAD, PERSON("2", T("A2", NIP), "Dina Baru", ""), cells[i]);
		store_test_sql(f->store, &f->instansi,
			       "UPDATE pegawai SET tmt = '2020-01-01' WHERE instansi_id = $1 AND "
			       "nip = '" NIP "'");
		assert_int_equal(apply_sheet(f, "Pegawai", str_cstr(f->mem, xml)), ERR_OK);
		assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND "
					 "nip = '" NIP "' AND tmt = '2024-01-02'"),
				 1);
	}
}

static void a_column_written_month_first_is_refused_where_it_could_be_misread(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(
		apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt\n"
			      "199202022019032002;Dina;pns;J3;198001012005011002;2/1/2024\n"
			      "199202022019032003;Dini;pns;J3;198001012005011002;3/3/2024\n"
			      "199202022019032004;Dino;pns;J3;198001012005011002;12/31/2024\n"),
		ERR_INVALID);
	assert_true(has_fault(f, "import.tanggal_bulan_depan", "Pegawai", 2, "tmt", "2/1/2024"));
	assert_true(has_fault(f, "import.tanggal_bulan_depan", "Pegawai", 4, "tmt", "12/31/2024"));
	assert_int_equal(f->preview->fault_count, 2);
}

static void signs_of_other_programs_are_cleaned_and_what_cannot_be_shown_is_named(void **state)
{
	static const struct {
		const char *typed, *kept;
	} names[] = {{"Selvi Uji,_x000D_\nS.Sos.", "Selvi Uji, S.Sos."},
		     {"Yo\u200Bhana\tUji", "Yohana Uji"},
		     {"Eva \u202EijU", "Eva ijU"},
		     {"Rafae\u0308l", "Rafa\u00EBl"},
		     {"a_x005F_x000D_b", "a_x000D_b"},
		     {"Uji_x000B_VT", "Uji VT"},
		     {"\uFF25\uFF56\uFF41", "Eva"}};
	struct fixture *f = *state;

	load_small_office(f);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct str xml =
			str_format(f->mem,
				   "<worksheet><sheetData>%s<row r='2'>%s<c r='B2' "
				   "t='inlineStr'><is><t>%s</t></is></c>%s</row>"
				   "</sheetData></worksheet>",
				   HEAD, T("A2", "\u200E" NIP), names[i].typed,
				   T("C2", "pns") T("D2", "J3\u200E") T("E2", "198001012005011002")
					   T("F2", "2024-01-02"));
		assert_int_equal(apply_sheet(f, "Pegawai", str_cstr(f->mem, xml)), ERR_OK);
		assert_name(f, names[i].kept);
	}
	assert_int_equal(apply_sheet(f, "Pegawai",
				     SHEET(HEAD ROW("2", PERSON("2", T("A2", NIP), "Uji_xFFFE_x",
								T("F2", "2024-01-02"))))),
			 ERR_INVALID);
	assert_true(has_fault(f, "import.tanda", "Pegawai", 2, "nama", "Uji[U+FFFE]x"));
	assert_int_equal(apply_text(f, "nip;nama;jenis;kode_jabatan;nip_penilai;tmt\n"
				       "'" NIP ";\"Ny.\" Ester Uji;pns;J3;198001012005011002;"
				       "2024-01-02\n"),
			 ERR_OK);
	assert_name(f, "Ny. Ester Uji");
}

static void hidden_sheets_and_rows_are_told_and_passed_over(void **state)
{
	static const struct book_sheet sheets[] = {
		{"Pegawai",
		 SHEET(HEAD ROW("2",
				PERSON("2", T("A2", NIP), "Dina",
				       T("F2", "2024-01-02"))) "<row r='3' "
							       "hidden='1'>" PERSON(
								       "3",
								       T("A3", "1992020220190"
									       "32003"),
								       "Dini",
								       T("F3", "2024-"
									       "01-02")) "</row>")},
		{"Jabatan' state='hidden", SHEET(ROW("1", T("A1", "kode") T("B1", "nama"))
							 ROW("2", T("A2", "J3") T("B2", "Lain")))},
		{"Unit' state='veryHidden", SHEET(ROW("1", T("A1", "kode")))}};
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_sheets(f, sheets, 3), ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_PEGAWAI].added, 1);
	assert_false(f->preview->counts[IMPORT_JABATAN].is_present);
	assert_true(is_noted(f, "Lembar ini tersembunyi"));
	assert_true(is_noted(f, "1 baris tersembunyi"));
	assert_true(is_noted(f, "mulai baris 3"));
	f->ends = IMPORT_ENDS(IMPORT_PEGAWAI); /* nobody ends because a filter hid him */
	assert_int_equal(apply_sheets(f, sheets, 1), ERR_INVALID);
	assert_int_equal(faults_of(f, "import.tersembunyi"), 1);
}

#define UNIT_HEAD "No.;Kode;Nama;Kode Induk *\n"

static void titles_numbers_sums_and_signatures_are_no_rows(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "DAFTAR UNIT KERJA, KABUPATEN REKAAN;;;\n"
				       "Nama;Dinas Rekaan;;\n"
				       "\n" UNIT_HEAD "(1);(2);(3);(4)\n"
				       "1;1;Dinas Contoh;\n"
				       "2;1.1;Bidang Satu;1\n" UNIT_HEAD "3;1.2;Bidang Dua;1\n"
				       "Jumlah;;3 unit;\n"
				       "\n"
				       ";;;Sorong, 1 Desember 2026\n"
				       ";;;Kepala Dinas\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_UNIT].added, 3);
	assert_true(is_noted(f, "Judul kolom dibaca di baris 4"));
	assert_true(is_noted(f, "Kolom \"No.\" hanya menomori"));
	assert_true(is_noted(f, "Baris 5 hanya menomori kolom"));
	assert_true(is_noted(f, "Baris 8 mengulang judul"));
	assert_true(is_noted(f, "Baris 10 berisi jumlah"));
	assert_true(is_noted(f, "Baris 12 sampai 13 di bawah daftar"));
	assert_int_equal(f->preview->note_count, 6);
}

static void every_kind_of_sheet_has_titles_and_a_mark_of_its_own(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "sep=|\nkode|nama|kode_induk\n1|Dinas, Contoh|\n"), ERR_OK);
	assert_int_equal(apply_text(f, "Rekap jabatan\nkode\tnama\tkode_unit\tkelompok\ttugas\t"
				       "tanggung_jawab\tukuran\nJ1\tStaf\t1\tPELAKSANA\tt\tt\tu\n"
				       "TOTAL\t1\t\t\t\t\t\n"),
			 ERR_OK);
	assert_int_equal(apply_text(f, "Hari libur 2026,\ntanggal,nama\n17 Agustus 2026,"
				       "\"Kemerdekaan, RI\"\nJumlah,1\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_LIBUR].added, 1);
	/* a day of a ministerial letter, in two words for it */
	assert_int_equal(apply_text(f, "tanggal,nama,jenis\n2027-03-16,SE MenPANRB,wfa_edaran\n"
				       "2027-03-17,SE MenPANRB,WFA\n"),
			 ERR_OK);
	assert_int_equal(f->preview->counts[IMPORT_LIBUR].added, 2);
	/* an index that a program wrote, without a heading */
	assert_int_equal(apply_text(f, ",tanggal,nama\n0,2026-12-25,Natal\n1,2026-12-26,Cuti\n"),
			 ERR_OK);
	assert_true(is_noted(f, "Kolom tanpa judul yang menomori"));
	assert_int_equal(f->preview->note_count, 1);
	/* the same with gaps is no numbering */
	assert_int_equal(apply_text(f, ",tanggal,nama\n7,2027-12-25,Natal\n"), ERR_INVALID);
	assert_int_equal(faults_of(f, "import.tanpa_judul"), 1);
}

static void a_wrong_heading_is_named_in_place_of_the_whole_file(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "nip;nama;jenis;golongan;kode_jabatan;nip_penilai;TMT "
				       "Jabatan\n" NIP ";Selvi;pns;III/a;J3;198001012005011002;"
				       "02/01/2024\n"),
			 ERR_INVALID);
	assert_true(has_fault(f, "import.kolom_asing", "Pegawai", 1, "G", "TMT Jabatan"));
	assert_int_equal(faults_of(f, "import.kolom_kurang"), 1);
	assert_int_equal(f->preview->fault_count, 2);
}

static void closed_lists_do_not_mind_case_and_blanks(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(
		apply_text(f, "kode;nama;kode_induk;mandiri;zona\n1.1;Bidang Satu;1; YA ;wita\n"),
		ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM unit WHERE instansi_id = $1 AND kode = "
				 "'1.1' AND is_mandiri = 1 AND zona = 'WITA'"),
			 1);
	assert_int_equal(apply_text(f, "kode;nama;kode_unit;kelompok;jenjang;tugas;tanggung_jawab;"
				       "ukuran\nJ3;Analis;1.1; Jf ;Ahli  Madya;"
				       "Menganalisis;Telaahan;Jumlah telaahan\n"),
			 ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM jabatan WHERE instansi_id = $1 AND jenjang "
				 "= 'ahli madya' AND kelas = 9"),
			 1);
	/* of who is no jf it is an echelon, in the agency's words */
	assert_int_equal(apply_text(f, "kode;nama;kode_unit;kelompok;jenjang;tugas;tanggung_jawab;"
				       "ukuran\nJ2;Kepala Bidang;1.1;administrator;III.b;t;t;u\n"),
			 ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM jabatan WHERE instansi_id = $1 AND jenjang "
				 "= 'III.b'"),
			 1);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD NIP
				    ";Dina;;PNS; iii C ;j 3;19800101 200501 1 002;2 Jan 2024;"
				    "Pengelola Kinerja\n199006242023212120;Eka;;P3K;ix;J3;"
				    "198001012005011002;2024-01-02;\n"),
			 ERR_OK);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND golongan "
				 "IN ('III/c', 'IX')"),
			 2);
	assert_int_equal(rows(f, "SELECT count(*) FROM akun_peran WHERE instansi_id = $1 AND peran "
				 "= 'pengelola_kinerja'"),
			 1);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD NIP
				    ";Dina;;PNS;III/e;J3;198001012005011002;2024-01-02;\n"),
			 ERR_INVALID);
	assert_true(has_fault(f, "pegawai.golongan", "Pegawai", 2, "golongan", "III/e"));
}

/* An empty cell says nothing; "-" takes away. */
static void an_empty_cell_leaves_what_is_stored(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, "kode;nama;kode_induk;jenis;mandiri;zona\n1;;;;;\n"),
			 ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(apply_text(f, "kode;nama;kode_unit;kelompok;jenjang;kelas;kepala;tugas;"
				       "tanggung_jawab;ukuran\nJ3;Analis;;;;;;;;\n"),
			 ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "199001012015032001;;;;;;;;\n"), ERR_OK);
	assert_int_equal(f->preview->change_count, 0);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "199001012015032001;;-;;-;;;;-\n"), ERR_OK);
	assert_int_equal(f->preview->change_count, 1);
	assert_int_equal(rows(f, "SELECT count(*) FROM pegawai WHERE instansi_id = $1 AND nip = "
				 "'199001012015032001' AND email IS NULL AND golongan IS NULL"),
			 1);
	/* what a record cannot do without does not go */
	assert_int_equal(apply_text(f, PEGAWAI_HEAD "199001012015032001;-;;-;;-;-;;\n"),
			 ERR_INVALID);
	assert_true(has_rule(f, "import.wajib", 2, "nama"));
	assert_true(has_rule(f, "pegawai.jenis", 2, "jenis"));
	assert_true(has_rule(f, "import.wajib", 2, "kode_jabatan"));
}

static void all_faults_of_a_row_are_told_at_once(void **state)
{
	struct fixture *f = *state;

	load_small_office(f);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD ";;bukan surel;raja;;TIADA;123;kemarin;\n"
						    "199001012015032001;Cici;;pns;III/b;J3;"
						    "198001012005011002;2025-03-01;\n"
						    "199001012015032001;1234;\u0430@b.go.id;pns;"
						    "III/z;J3;198001012005011002;1990-01-01;\n"),
			 ERR_INVALID);
	static const char *const first[] = {"nip",	    "nama",	   "email", "jenis",
					    "kode_jabatan", "nip_penilai", "tmt"};
	for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
		bool is_told = false;
		for (int k = 0; k < f->preview->fault_count; k++)
			is_told |= f->preview->faults[k].baris == 2 &&
				   str_is(f->preview->faults[k].column, first[i]);
		assert_true(is_told);
	}
	assert_true(has_rule(f, "import.ganda", 4, "nip"));
	assert_true(has_rule(f, "pegawai.nama", 4, "nama"));
	assert_true(has_fault(f, "pegawai.email", "Pegawai", 4, "email", "\u0430@b.go.id"));
	assert_true(has_rule(f, "pegawai.golongan", 4, "golongan"));
	assert_true(has_rule(f, "pegawai.tmt_awal", 4, "tmt"));
}

static void rows_are_numbered_as_the_spreadsheet_shows_them(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(apply_text(f, "sep=;\nkode;nama;kode_induk\n1;\"Dinas\nContoh\";\n\n"
				       "2;Dua;TIADA\n"),
			 ERR_INVALID);
	assert_true(has_fault(f, "unit.induk_asing", "Unit", 4, "kode_induk", "TIADA"));
	assert_int_equal(f->preview->fault_count, 1);
}

static void lengths_are_judged_in_letters_at_the_limit_and_behind_it(void **state)
{
	struct fixture *f = *state;
	struct buf name;

	load_small_office(f);
	for (int most = 200; most <= 201; most++) {
		buf_init(&name, f->mem);
		for (int i = 0; i < most; i++)
			buf_add_cstr(&name, "\u00E9");
		struct str text = str_format(f->mem,
					     "%s" NIP ";%.*s;;pns;III/a;J3;198001012005011002;"
					     "2024-01-02;\n",
					     PEGAWAI_HEAD, STR_ARG(buf_str(&name)));
		assert_int_equal(apply_text(f, str_cstr(f->mem, text)),
				 most == 200 ? ERR_OK : ERR_INVALID);
	}
	assert_true(has_rule(f, "import.terlalu_panjang", 2, "nama"));
	/* the quoted cell is cut between letters, and shows that it was */
	assert_true(str_ends(f->preview->faults[0].nilai, "é…"));
}

static void faults_are_kept_up_to_a_bound_and_counted_behind_it(void **state)
{
	struct fixture *f = *state;
	struct buf text;

	buf_init(&text, f->mem);
	buf_add_cstr(&text, "kode;nama;kode_induk\n");
	for (int i = 0; i < IMPORT_FAULTS_MAX + 1; i++)
		buf_add_format(&text, "K%d;;\n", i);
	assert_int_equal(apply_text(f, str_cstr(f->mem, buf_str(&text))), ERR_INVALID);
	assert_int_equal(f->preview->fault_count, IMPORT_FAULTS_MAX);
	assert_int_equal(f->preview->faults_left_out, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, office_begin, office_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_nip_kept_as_a_number_is_refused),
		TEST(numbers_are_read_as_people_see_them),
		TEST(days_of_every_writer_are_read),
		TEST(a_column_written_month_first_is_refused_where_it_could_be_misread),
		TEST(signs_of_other_programs_are_cleaned_and_what_cannot_be_shown_is_named),
		TEST(hidden_sheets_and_rows_are_told_and_passed_over),
		TEST(titles_numbers_sums_and_signatures_are_no_rows),
		TEST(every_kind_of_sheet_has_titles_and_a_mark_of_its_own),
		TEST(a_wrong_heading_is_named_in_place_of_the_whole_file),
		TEST(closed_lists_do_not_mind_case_and_blanks),
		TEST(an_empty_cell_leaves_what_is_stored),
		TEST(all_faults_of_a_row_are_told_at_once),
		TEST(rows_are_numbered_as_the_spreadsheet_shows_them),
		TEST(lengths_are_judged_in_letters_at_the_limit_and_behind_it),
		TEST(faults_are_kept_up_to_a_bound_and_counted_behind_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
