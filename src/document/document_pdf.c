/* SPDX-License-Identifier: Apache-2.0 */
/* The printed forms, drawn from the signed content alone. */
#include "document/document_pdf.h"

#include "base/crypto.h"
#include "base/date.h"
#include "document/document_name.h"
#include "render/pdf.h"

#define QR_POINTS 80 /* 28 mm: a phone reads it from a desk */

struct paper {
	struct arena *mem;
	struct pack pack;
	struct qr qr;
	struct str url, hash, tanggal;
	bool is_jpt, has_letterhead;
};

#define TEXT(s)                                                                                    \
	{                                                                                          \
		.text = (s)                                                                        \
	}
#define BOLD(s)                                                                                    \
	{                                                                                          \
		.text = (s), .is_bold = true                                                       \
	}

static struct str field(const struct paper *paper, const char *name)
{
	return pack_get(&paper->pack, name);
}

/* The six cells of a person: who, nama, NIP, pangkat, jabatan, unit. */
static bool person(const struct paper *paper, const char *who, struct str cell[6])
{
	for (int i = 0; i < paper->pack.count; i++)
		if (str_is(paper->pack.at[i].name, "orang") &&
		    pack_cells(paper->pack.at[i].value, cell, 6) && str_is(cell[0], who))
			return true;
	for (int i = 0; i < 6; i++)
		cell[i] = STR("-");
	return false;
}

static const char *const person_label[5] = {"Nama", "NIP", "Pangkat/Gol. Ruang", "Jabatan",
					    "Unit Kerja"};

/* Papers from before it have none. */
static void draw_letterhead(struct pdf *pdf, const struct paper *paper)
{
	struct str unit = field(paper, "kop_unit"), agency = field(paper, "instansi");
	const struct str lines[4] = {agency, str_equal(unit, agency) ? STR_NONE : unit,
				     field(paper, "kop_alamat"), field(paper, "kop_kontak")};

	if (paper->has_letterhead)
		pdf_letterhead(pdf, lines, 4);
}

static void draw_heading(struct pdf *pdf, const struct paper *paper)
{
	const struct pdf_table plain = {.column_count = 2, .parts = {1, 1}, .is_plain = true};
	const struct pdf_cell line[2] = {TEXT(field(paper, "instansi")),
					 {.text = str_format(paper->mem, "Periode Penilaian: %.*s",
							     STR_ARG(field(paper, "periode"))),
					  .align = PDF_RIGHT}};

	pdf_table_begin(pdf, &plain);
	pdf_row(pdf, line, 2);
	pdf_table_end(pdf);
}

static void draw_identity(struct pdf *pdf, const struct paper *paper)
{
	const struct pdf_cell head[2] = {{.text = STR("PEGAWAI YANG DINILAI"),
					  .span = 3,
					  .is_bold = true,
					  .is_shaded = true},
					 {.text = STR("PEJABAT PENILAI KINERJA"),
					  .span = 3,
					  .is_bold = true,
					  .is_shaded = true}};
	const struct pdf_table table = {
		.column_count = 6, .parts = {5, 22, 55, 5, 22, 55}, .head = head, .head_count = 2};
	struct str left[6], right[6];

	person(paper, "pegawai", left);
	person(paper, "penilai", right);
	pdf_table_begin(pdf, &table);
	for (int i = 0; i < 5; i++) {
		struct str number = str_format(paper->mem, "%d", i + 1),
			   name = str_from(person_label[i]);
		const struct pdf_cell row[6] = {TEXT(number), TEXT(name), TEXT(left[i + 1]),
						TEXT(number), TEXT(name), TEXT(right[i + 1])};
		pdf_row(pdf, row, 6);
	}
	pdf_table_end(pdf);
}

/* Which of the nine stored cells of a result stand in this form, in order, with their heads and
   widths. */
struct columns {
	int count;
	int from[PDF_COLUMNS_MAX], parts[PDF_COLUMNS_MAX];
	const char *head[PDF_COLUMNS_MAX];
};

static const struct columns skp_jpt = {
	5,
	{1, 3, 5, 6, 4},
	{4, 34, 34, 14, 16},
	{"NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"}};
static const struct columns skp_ja_jf = {6,
					 {1, 2, 3, 4, 5, 6},
					 {4, 26, 28, 10, 28, 14},
					 {"NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
					  "RENCANA HASIL KERJA", "ASPEK",
					  "INDIKATOR KINERJA INDIVIDU", "TARGET"}};
static const struct columns evaluasi_jpt = {7,
					    {1, 3, 5, 6, 4, 7, 8},
					    {4, 24, 24, 12, 12, 18, 22},
					    {"NO", "RENCANA HASIL KERJA",
					     "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF",
					     "REALISASI BERDASARKAN BUKTI DUKUNG",
					     "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"}};
static const struct columns evaluasi_ja_jf = {
	8,
	{1, 2, 3, 4, 5, 6, 7, 8},
	{4, 18, 20, 10, 20, 12, 16, 20},
	{"NO", "RHK PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
	 "INDIKATOR KINERJA INDIVIDU", "TARGET", "REALISASI BERDASARKAN BUKTI DUKUNG",
	 "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"}};

static void draw_result_rows(struct pdf *pdf, const struct paper *paper,
			     const struct columns *columns, const char *jenis, const char *label)
{
	const struct pdf_cell part = {.text = str_from(label),
				      .span = columns->count,
				      .is_bold = true,
				      .is_shaded = true};
	const struct pdf_cell none = {.text = STR("Tidak ada."), .span = columns->count};
	struct str number = STR_NONE;
	bool is_empty = true;

	pdf_row(pdf, &part, 1);
	for (int i = 0; i < paper->pack.count; i++) {
		struct str cell[9];
		struct pdf_cell row[PDF_COLUMNS_MAX] = {{.span = 1}};
		if (!str_is(paper->pack.at[i].name, "hasil") ||
		    !pack_cells(paper->pack.at[i].value, cell, 9) || !str_is(cell[0], jenis))
			continue;
		number = cell[1].len ? cell[1] : number;
		for (int j = 0; j < columns->count; j++) {
			row[j].text = cell[columns->from[j]];
			row[j].is_continued = columns->from[j] <= 3 && cell[1].len == 0;
			row[j].again = columns->from[j] == 1 ? number : STR("(lanjutan)");
		}
		pdf_row(pdf, row, columns->count);
		is_empty = false;
	}
	if (is_empty)
		pdf_row(pdf, &none, 1);
}

static void draw_results(struct pdf *pdf, const struct paper *paper, const struct columns *columns,
			 bool is_rated)
{
	struct pdf_cell head[PDF_COLUMNS_MAX] = {{.span = 1}};
	struct pdf_table table = {
		.column_count = columns->count, .head = head, .head_count = columns->count};

	for (int i = 0; i < columns->count; i++) {
		head[i] = (struct pdf_cell){.text = str_from(columns->head[i]),
					    .is_bold = true,
					    .is_shaded = true,
					    .align = PDF_CENTER};
		table.parts[i] = columns->parts[i];
	}
	pdf_section(pdf, STR("HASIL KERJA"));
	pdf_table_begin(pdf, &table);
	draw_result_rows(pdf, paper, columns, "utama", "A. UTAMA");
	draw_result_rows(pdf, paper, columns, "tambahan", "B. TAMBAHAN");
	if (is_rated) {
		const struct pdf_cell rating = {
			.text = str_format(paper->mem, "RATING HASIL KERJA: %.*s",
					   STR_ARG(field(paper, "rating_hasil"))),
			.span = columns->count,
			.is_bold = true,
			.is_shaded = true};
		pdf_row(pdf, &rating, 1);
	}
	pdf_table_end(pdf);
}

static void draw_behaviour_rows(struct pdf *pdf, const struct paper *paper, bool is_rated)
{
	for (int i = 0; i < paper->pack.count; i++) {
		struct str cell[5];
		if (!str_is(paper->pack.at[i].name, "perilaku") ||
		    !pack_cells(paper->pack.at[i].value, cell, 5))
			continue;
		struct str value =
			str_format(paper->mem, "%.*s\n%.*s", STR_ARG(cell[1]), STR_ARG(cell[2]));
		const struct pdf_cell row[4] = {TEXT(cell[0]), TEXT(value), TEXT(cell[3]),
						TEXT(cell[4])};
		pdf_row(pdf, row, is_rated ? 4 : 3);
	}
}

static void draw_behaviour(struct pdf *pdf, const struct paper *paper, bool is_rated)
{
	const struct pdf_cell head[4] = {
		{.text = STR("NO"), .is_bold = true, .is_shaded = true, .align = PDF_CENTER},
		{.text = STR("PERILAKU KERJA"),
		 .is_bold = true,
		 .is_shaded = true,
		 .align = PDF_CENTER},
		{.text = STR("EKSPEKTASI KHUSUS PIMPINAN"),
		 .is_bold = true,
		 .is_shaded = true,
		 .align = PDF_CENTER},
		{.text = STR("UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"),
		 .is_bold = true,
		 .is_shaded = true,
		 .align = PDF_CENTER}};
	const struct pdf_table table = {.column_count = is_rated ? 4 : 3,
					.parts = {4, is_rated ? 50 : 66, is_rated ? 26 : 40, 28},
					.head = head,
					.head_count = is_rated ? 4 : 3};

	pdf_section(pdf, STR("PERILAKU KERJA"));
	pdf_table_begin(pdf, &table);
	draw_behaviour_rows(pdf, paper, is_rated);
	if (is_rated) {
		const struct pdf_cell rating = {
			.text = str_format(paper->mem, "RATING PERILAKU KERJA: %.*s",
					   STR_ARG(field(paper, "rating_perilaku"))),
			.span = 4,
			.is_bold = true,
			.is_shaded = true};
		const struct pdf_cell predikat = {
			.text = str_format(paper->mem, "PREDIKAT KINERJA PEGAWAI: %.*s",
					   STR_ARG(field(paper, "predikat"))),
			.span = 4,
			.is_bold = true,
			.is_shaded = true};
		pdf_row(pdf, &rating, 1);
		pdf_row(pdf, &predikat, 1);
	}
	pdf_table_end(pdf);
}

/* Who signs on the left: nobody, the person by an own deed here, or the person by hand on
   receipt. */
enum left_side { LEFT_NONE, LEFT_SIGNED, LEFT_BY_HAND };

static struct str signature(struct arena *mem, struct str place, const char *title, struct str how,
			    struct str cell[6])
{
	bool has_nip = !str_is(cell[2], "-");

	return str_format(mem, "%.*s\n%s\n\n%.*s\n\n%.*s%s%.*s", STR_ARG(place), title,
			  STR_ARG(how), STR_ARG(cell[1]), has_nip ? "\nNIP " : "\n",
			  STR_ARG(cell[has_nip ? 2 : 4]));
}

static const char ELECTRONIC[] = "ditandatangani secara elektronik";

/* No signature is told that nobody gave: an appraiser outside signed a letter, and of old plans
   there is none. */
static struct str penilai_signed(const struct paper *paper, struct str penilai[6])
{
	struct str nomor = field(paper, "surat_nomor");
	struct date day;

	if (str_is(penilai[1], "-"))
		return STR("belum ada persetujuan yang tercatat");
	if (nomor.len == 0 || !date_parse(field(paper, "surat_tanggal"), &day))
		return STR(ELECTRONIC);
	return str_format(paper->mem,
			  "ditandatangani di atas kertas,\nsurat nomor %.*s\ntanggal %.*s",
			  STR_ARG(nomor), STR_ARG(date_long(paper->mem, day)));
}

static void draw_signatures(struct pdf *pdf, const struct paper *paper, enum left_side side)
{
	const struct pdf_table plain = {.column_count = 2, .parts = {1, 1}, .is_plain = true};
	struct arena *mem = paper->mem;
	struct str left[6], right[6], first = STR_NONE;
	struct str place = str_format(mem, "%.*s, %.*s", STR_ARG(field(paper, "tempat")),
				      STR_ARG(paper->tanggal));

	person(paper, "pegawai", left);
	person(paper, "penilai", right);
	if (side != LEFT_NONE)
		first = signature(mem, STR_NONE, "Pegawai yang Dinilai,",
				  side == LEFT_SIGNED ? STR(ELECTRONIC) : STR_NONE, left);
	struct str second = signature(mem, place, "Pejabat Penilai Kinerja,",
				      penilai_signed(paper, right), right);
	const struct pdf_cell row[2] = {{.text = first, .align = PDF_CENTER},
					{.text = second, .align = PDF_CENTER}};
	pdf_need(pdf, 110);
	pdf_gap(pdf, 6);
	pdf_table_begin(pdf, &plain);
	pdf_row(pdf, row, 2);
	pdf_table_end(pdf);
}

static void draw_proof_unaddressed(struct pdf *pdf, const struct paper *paper)
{
	pdf_gap(pdf, 10);
	pdf_text(pdf,
		 str_format(
			 paper->mem,
			 "Dokumen ini ditandatangani secara elektronik (Ed25519). Untuk memeriksa "
			 "keasliannya, buka halaman depan Abdi %.*s, bagian Periksa keaslian "
			 "dokumen, lalu tulis kode ini.\nKode %.*s\nSHA-256 %.*s",
			 STR_ARG(field(paper, "instansi")), STR_ARG(field(paper, "kode")),
			 STR_ARG(paper->hash)),
		 PDF_LEFT);
}

static void draw_proof(struct pdf *pdf, const struct paper *paper)
{
	if (paper->url.len == 0) {
		draw_proof_unaddressed(pdf, paper);
		return;
	}
	struct str text = str_format(
		paper->mem,
		"Dokumen ini ditandatangani secara elektronik (Ed25519). Pindai kode atau buka "
		"alamat "
		"berikut untuk memeriksa keasliannya:\n%.*s\nKode %.*s\nSHA-256 %.*s",
		STR_ARG(paper->url), STR_ARG(field(paper, "kode")), STR_ARG(paper->hash));
	pdf_gap(pdf, 10);
	pdf_qr(pdf, &paper->qr, QR_POINTS, text);
}

static void draw_lampiran_block(struct pdf *pdf, const struct paper *paper, const char *blok,
				const char *title)
{
	const struct pdf_cell head = {
		.text = str_from(title), .span = 2, .is_bold = true, .is_shaded = true};
	const struct pdf_table table = {
		.column_count = 2, .parts = {4, 100}, .head = &head, .head_count = 1};
	int number = 0;

	pdf_table_begin(pdf, &table);
	for (int i = 0; i < paper->pack.count; i++) {
		struct str cell[2];
		if (!str_is(paper->pack.at[i].name, "lampiran") ||
		    !pack_cells(paper->pack.at[i].value, cell, 2) || !str_is(cell[0], blok))
			continue;
		const struct pdf_cell row[2] = {TEXT(str_format(paper->mem, "%d", ++number)),
						TEXT(cell[1])};
		pdf_row(pdf, row, 2);
	}
	if (number == 0) {
		const struct pdf_cell row[2] = {TEXT(STR("-")), TEXT(STR("-"))};
		pdf_row(pdf, row, 2);
	}
	pdf_table_end(pdf);
}

static struct str form_class(const struct paper *paper)
{
	return paper->is_jpt ? STR("BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI")
			     : STR("BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL");
}

static struct str approach(const struct paper *paper)
{
	return str_is(field(paper, "pendekatan"), "kualitatif")
		       ? STR("PENDEKATAN HASIL KERJA KUALITATIF")
		       : STR("PENDEKATAN HASIL KERJA KUANTITATIF");
}

static void draw_skp(struct pdf *pdf, const void *arg)
{
	const struct paper *paper = arg;

	draw_letterhead(pdf, paper);
	pdf_title(pdf, STR("SASARAN KINERJA PEGAWAI"));
	pdf_text(pdf, approach(paper), PDF_CENTER);
	pdf_text(pdf, form_class(paper), PDF_CENTER);
	pdf_gap(pdf, 6);
	draw_heading(pdf, paper);
	draw_identity(pdf, paper);
	draw_results(pdf, paper, paper->is_jpt ? &skp_jpt : &skp_ja_jf, false);
	draw_behaviour(pdf, paper, false);
	draw_signatures(pdf, paper, LEFT_SIGNED);
	pdf_small(pdf, STR("Ekspektasi khusus pimpinan dapat diberikan untuk satu atau beberapa "
			   "nilai, tidak harus semuanya. "
			   "Bila pimpinan adalah pejabat pimpinan tinggi, kolom yang diintervensi "
			   "memuat rencana hasil "
			   "kerja beserta indikatornya."));
	draw_proof(pdf, paper);
	pdf_page_break(pdf);
	pdf_title(pdf, STR("LAMPIRAN SASARAN KINERJA PEGAWAI"));
	pdf_gap(pdf, 6);
	draw_heading(pdf, paper);
	draw_lampiran_block(pdf, paper, "dukungan_sumber_daya", "DUKUNGAN SUMBER DAYA");
	draw_lampiran_block(pdf, paper, "skema_pertanggungjawaban", "SKEMA PERTANGGUNGJAWABAN");
	draw_lampiran_block(pdf, paper, "konsekuensi", "KONSEKUENSI");
	draw_signatures(pdf, paper, LEFT_SIGNED);
	draw_proof(pdf, paper);
}

/* Where most people would stand under each achievement of the unit (rulebook 1.7.2), best first. */
static void draw_pattern(struct pdf *pdf, const struct paper *paper)
{
	static const struct {
		const char *key;
		int height[5];
	} shape[] = {{"istimewa", {95, 55, 20, 8, 4}},
		     {"baik", {35, 95, 40, 15, 6}},
		     {"butuh_perbaikan", {12, 40, 95, 35, 12}},
		     {"kurang", {8, 15, 40, 95, 30}},
		     {"sangat_kurang", {3, 8, 20, 45, 95}}};
	const struct str label[5] = {STR("Sangat Baik"), STR("Baik"), STR("Butuh Perb."),
				     STR("Kurang"), STR("Sgt Kurang")};

	for (size_t i = 0; i < sizeof shape / sizeof shape[0]; i++)
		if (str_is(field(paper, "pola"), shape[i].key))
			pdf_curve(pdf, shape[i].height, label);
}

static struct str period_title(const struct paper *paper)
{
	if (str_is(field(paper, "is_tahunan"), "ya"))
		return STR("EVALUASI KINERJA TAHUNAN");
	return str_format(paper->mem, "EVALUASI KINERJA PERIODIK (%.*s)",
			  STR_ARG(field(paper, "periode_nama")));
}

static void draw_evaluasi(struct pdf *pdf, const void *arg)
{
	const struct paper *paper = arg;

	draw_letterhead(pdf, paper);
	pdf_title(pdf, period_title(paper));
	pdf_text(pdf, approach(paper), PDF_CENTER);
	pdf_text(pdf, form_class(paper), PDF_CENTER);
	pdf_gap(pdf, 6);
	draw_heading(pdf, paper);
	draw_identity(pdf, paper);
	pdf_section(pdf, str_format(paper->mem, "CAPAIAN KINERJA ORGANISASI: %.*s",
				    STR_ARG(field(paper, "capaian"))));
	pdf_text(pdf, STR("Pola Distribusi:"), PDF_LEFT);
	draw_pattern(pdf, paper);
	draw_results(pdf, paper, paper->is_jpt ? &evaluasi_jpt : &evaluasi_ja_jf, true);
	draw_behaviour(pdf, paper, true);
	draw_signatures(pdf, paper, LEFT_NONE);
	draw_proof(pdf, paper);
}

static void draw_person_block(struct pdf *pdf, const struct paper *paper, int number,
			      const char *who, const char *title)
{
	const struct pdf_cell head[2] = {
		{.text = str_format(paper->mem, "%d", number), .is_bold = true, .is_shaded = true},
		{.text = str_from(title), .span = 2, .is_bold = true, .is_shaded = true}};
	const struct pdf_table table = {
		.column_count = 3, .parts = {5, 35, 80}, .head = head, .head_count = 2};
	struct str cell[6];

	person(paper, who, cell);
	pdf_table_begin(pdf, &table);
	for (int i = 0; i < 5; i++) {
		const struct pdf_cell row[3] = {{.is_continued = i > 0},
						TEXT(str_from(person_label[i])),
						TEXT(cell[i + 1])};
		pdf_row(pdf, row, 3);
	}
	pdf_table_end(pdf);
}

static void draw_verdict_block(struct pdf *pdf, const struct paper *paper)
{
	const struct pdf_cell head[2] = {
		{.text = STR("4"), .is_bold = true, .is_shaded = true},
		{.text = STR("EVALUASI KINERJA"), .span = 2, .is_bold = true, .is_shaded = true}};
	const struct pdf_cell notes[2] = {{.text = STR("5"), .is_bold = true, .is_shaded = true},
					  {.text = STR("CATATAN/REKOMENDASI"),
					   .span = 2,
					   .is_bold = true,
					   .is_shaded = true}};
	const struct pdf_table table = {
		.column_count = 3, .parts = {5, 35, 80}, .head = head, .head_count = 2};
	const struct pdf_table note_table = {
		.column_count = 3, .parts = {5, 35, 80}, .head = notes, .head_count = 2};
	const struct pdf_cell first[3] = {TEXT(STR_NONE), TEXT(STR("Capaian Kinerja Organisasi")),
					  BOLD(field(paper, "capaian"))};
	const struct pdf_cell second[3] = {{.is_continued = true},
					   TEXT(STR("Predikat Kinerja Pegawai")),
					   BOLD(field(paper, "predikat"))};
	const struct pdf_cell note[2] = {TEXT(STR_NONE),
					 {.text = field(paper, "catatan"), .span = 2}};

	pdf_table_begin(pdf, &table);
	pdf_row(pdf, first, 3);
	pdf_row(pdf, second, 3);
	pdf_table_end(pdf);
	pdf_table_begin(pdf, &note_table);
	pdf_row(pdf, note, 2);
	pdf_table_end(pdf);
}

static void draw_dokumen(struct pdf *pdf, const void *arg)
{
	const struct paper *paper = arg;

	draw_letterhead(pdf, paper);
	pdf_title(pdf, STR("DOKUMEN EVALUASI KINERJA PEGAWAI"));
	pdf_text(pdf, period_title(paper), PDF_CENTER);
	pdf_gap(pdf, 8);
	draw_heading(pdf, paper);
	draw_person_block(pdf, paper, 1, "pegawai", "PEGAWAI YANG DINILAI");
	draw_person_block(pdf, paper, 2, "penilai", "PEJABAT PENILAI KINERJA");
	draw_person_block(pdf, paper, 3, "atasan", "ATASAN PEJABAT PENILAI KINERJA");
	draw_verdict_block(pdf, paper);
	draw_signatures(pdf, paper, LEFT_BY_HAND);
	pdf_text(pdf,
		 STR("6. Diserahkan tanggal: ........................    Diterima tanggal: "
		     "........................"),
		 PDF_LEFT);
	draw_proof(pdf, paper);
}

enum err document_pdf(struct arena *mem, struct str isi, struct str url, struct str *out)
{
	struct paper paper = {.mem = mem, .url = url};
	int64_t susunan;
	struct date day;
	enum err err;

	if (!pack_parse(mem, isi, &paper.pack) || !date_parse(field(&paper, "tanggal"), &day))
		return ERR_INVALID;
	if (url.len > 0 && (err = qr_make(mem, url, &paper.qr)))
		return err;
	paper.hash = crypto_sha256_hex(mem, isi);
	paper.tanggal = date_long(mem, day);
	paper.has_letterhead = str_parse_int(field(&paper, "susunan"), &susunan) && susunan > 2;
	paper.is_jpt = str_is(field(&paper, "bentuk"), "jpt");
	bool is_short = str_is(field(&paper, "jenis"), "dokumen_evaluasi");
	struct str cell[6];
	person(&paper, "pegawai", cell);
	struct pdf_page page = {.is_landscape = !is_short, .author = field(&paper, "instansi")};
	page.title = document_title(mem, &paper.pack);
	struct str kepala = field(&paper, "kepala");
	page.footer =
		str_format(mem, "%.*s%s%.*s · NIP %.*s · %.*s", STR_ARG(field(&paper, "kode")),
			   kepala.len ? " · Jejak audit " : "", STR_ARG(kepala), STR_ARG(cell[2]),
			   STR_ARG(cell[1]));
	page.created_iso = str_format(mem, "%.*sT00:00:00Z", STR_ARG(field(&paper, "tanggal")));
	bool is_skp = str_is(field(&paper, "jenis"), "skp");
	return pdf_make(mem, &page,
			is_short ? draw_dokumen
			: is_skp ? draw_skp
				 : draw_evaluasi,
			&paper, out);
}
