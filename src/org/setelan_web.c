/* SPDX-License-Identifier: Apache-2.0 */
/* The page of settings: an area at a time, each value with what held before and what will hold, and
   one form. */
#include "form/form_web.h"
#include "base/say.h"
#include "generated/routes.h"
#include "generated/org_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/org_view.h"

#define PREFIXES_MAX 4

/* Areas by the rulebook's chapters: the id that opens a value's help begins with one of these. */
static const struct {
	const char *kunci, *nama, *prefix[PREFIXES_MAX];
} areas[] = {
	{"umum", SAID("Umum"), {NULL}},
	{"kinerja", SAID("SKP dan penilaian"), {"PK", "1.7", "11."}},
	{"penilai", SAID("Siapa menilai siapa"), {"1.4"}},
	{"ak", SAID("Angka kredit"), {"AK"}},
	{"jam", SAID("Jam kerja"), {"3.1"}},
	{"disiplin", SAID("Disiplin"), {"3.2", "DIS"}},
	{"tpp", SAID("TPP"), {"3.3"}},
	{"skm", SAID("Survei kepuasan"), {"4."}},
	{"aduan", SAID("Pengaduan"), {"ADU", "5."}},
	{"antrean", SAID("Antrean"), {"6."}},
	{"talenta", SAID("Talenta dan kompetensi"), {"TAL", "KOM", "7.", "PRO"}},
	{"akun", SAID("Akun dan jejak audit"), {"AUD"}},
	{"layanan", SAID("Berkas dan indikator"), {"REG", "1.5"}},
	{"data", SAID("Data induk dan pelindungan"), {"8.", "PDP"}},
};

#define AREA_COUNT (int)(sizeof areas / sizeof areas[0])
#define AREA_TEXTS 0
#define AREA_DEFAULT 1
#define AREA_OTHER (AREA_COUNT - 1)

struct sheet {
	struct job *job;
	struct law_rows rows;
	struct law_values now;
	struct setelan_view *view;
	int area;
};

static int area_of(struct str help)
{
	for (int i = 0; i < AREA_COUNT; i++)
		for (int p = 0; p < PREFIXES_MAX && areas[i].prefix[p]; p++)
			if (str_starts(help, areas[i].prefix[p]))
				return i;
	return AREA_OTHER;
}

static int area_named(struct str kunci)
{
	for (int i = 0; i < AREA_COUNT; i++)
		if (str_is(kunci, areas[i].kunci))
			return i;
	return -1;
}

static int area_of_setting(struct str kunci)
{
	enum law_value which;

	if (setelan_teks_find(kunci))
		return AREA_TEXTS;
	return law_value_find(kunci, &which) ? area_of(law_value_about(which)->help) : -1;
}

/* What the agency set for one key, oldest first; the last row that began says what holds now. */
static void history_fill(const struct sheet *sheet, struct setelan_row *row)
{
	struct arena *mem = sheet->job->mem;
	struct setelan_riwayat *holds = NULL;

	for (int i = 0; i < sheet->rows.count; i++) {
		const struct law_row *from = &sheet->rows.at[i];
		if (!str_equal(from->key, row->kunci))
			continue;
		row->riwayat =
			arena_grow(mem, row->riwayat, row->riwayat_count, sizeof *row->riwayat);
		bool is_begun = date_compare(from->since, sheet->job->today) <= 0;
		row->riwayat[row->riwayat_count++] = (struct setelan_riwayat){
			.mulai = say_date(mem, from->since),
			.nilai = from->value,
			.tag = is_begun ? STR(SAID("Pernah berlaku")) : STR(SAID("Akan berlaku"))};
		if (is_begun)
			row->is_own = true;
	}
	for (int i = 0; i < row->riwayat_count; i++)
		if (str_is(row->riwayat[i].tag, "Pernah berlaku"))
			holds = &row->riwayat[i];
	if (holds)
		holds->tag = STR(SAID("Berlaku sekarang"));
}

static struct setelan_row *row_add(struct sheet *sheet, struct str kunci)
{
	struct setelan_view *view = sheet->view;
	struct arena *mem = sheet->job->mem;

	view->row = arena_grow(mem, view->row, view->count, sizeof *view->row);

	struct setelan_row *row = &view->row[view->count++];

	*row = (struct setelan_row){.kunci = kunci,
				    .url = str_format(mem,
						      "/tahun/setelan?bagian=%s&ubah=%.*s#ubah",
						      areas[sheet->area].kunci, STR_ARG(kunci))};
	return row;
}

/* "PK-30 [K] hari terakhir …" becomes its source and a sentence. */
static void help_split(struct arena *mem, struct str help, struct setelan_row *row)
{
	struct str rest;

	row->dasar = str_trim(str_cut(help, ']', &rest));
	row->dasar = str_format(mem, "%.*s]", STR_ARG(row->dasar));
	row->isi = str_trim(rest);
	if (row->isi.len == 0) {
		row->isi = help;
		row->dasar = STR_NONE;
	}
	if (row->isi.at[0] >= 'a' && row->isi.at[0] <= 'z')
		row->isi = str_format(mem, "%c%.*s", row->isi.at[0] - 'a' + 'A',
				      STR_ARG(str_slice(row->isi, 1, row->isi.len)));
}

/* The word of a value in a legend such as "0 tidak, 1 ya"; STR_NONE when it names none. */
static struct str legend_word(struct str legend, int value)
{
	while (legend.len > 0) {
		struct str word,
			number = str_cut(str_trim(str_cut(legend, ',', &legend)), ' ', &word);
		int64_t named;
		if (str_parse_int(number, &named) && named == value)
			return word;
	}
	return STR_NONE;
}

/* A number as people read it: with its unit, as the word of its legend, or as a day of the year. */
static void value_fill(struct arena *mem, int value, struct str unit, struct setelan_row *row)
{
	bool is_legend = unit.len > 0 && unit.at[0] >= '0' && unit.at[0] <= '9';
	bool is_day = str_equal(unit, SAY(mem, "BBHH"));
	int month = value / 100, day = value % 100;

	row->isian = row->nilai = str_format(mem, "%d", value);
	if (is_legend && str_has(unit, ",")) {
		struct str word = legend_word(unit, value);
		row->nilai = word.len > 0 ? word : row->nilai;
	} else if (is_day && month >= 1 && month <= 12) {
		struct str full = say_date(mem, DATE(2001, (int8_t)month, (int8_t)day));
		row->nilai = str_slice(full, 0, full.len - 5);
	} else if (!is_legend) {
		row->satuan = unit;
	}
	if (row->satuan.len == 0)
		row->legenda =
			is_day ? SAY(mem, "bulan dan hari, misalnya 131 untuk 31 Januari") : unit;
}

static void number_add(struct sheet *sheet, enum law_value which)
{
	const struct law_value_about *about = law_value_about(which);
	struct arena *mem = sheet->job->mem;

	if (area_of(about->help) != sheet->area)
		return;

	struct setelan_row *row = row_add(sheet, about->key);

	help_split(mem, say(mem, about->help), row);
	value_fill(mem, sheet->now.of[which], say(mem, about->unit), row);
	row->petunjuk = say_format(mem, "Angka bulat antara %d dan %d. Nilai awal %d.",
				   about->least, about->most, about->value);
	history_fill(sheet, row);
}

static enum err texts_add(struct sheet *sheet)
{
	int count;
	const struct setelan_teks *all = setelan_teks_all(&count);
	enum err err = ERR_OK;

	for (int i = 0; i < count && !err; i++) {
		struct setelan_row *row = row_add(sheet, str_from(all[i].kunci));
		row->isi = say(sheet->job->mem, all[i].isi);
		row->petunjuk = say(sheet->job->mem, all[i].petunjuk);
		err = setelan_load(sheet->job, all[i].kunci, sheet->job->today, &row->nilai);
		row->isian = row->nilai;
		row->is_teks = true;
		history_fill(sheet, row);
	}
	return err;
}

static void areas_fill(struct sheet *sheet)
{
	struct arena *mem = sheet->job->mem;
	struct setelan_bagian *list = arena_array(mem, struct setelan_bagian, AREA_COUNT);

	for (int i = 0; i < AREA_COUNT; i++)
		list[i] = (struct setelan_bagian){
			areas[i].kunci, areas[i].nama,
			str_format(mem, "/tahun/setelan?bagian=%s", areas[i].kunci),
			i == sheet->area, 0};
	sheet->view->bagian = list;
	sheet->view->bagian_count = AREA_COUNT;
	sheet->view->judul = str_from(areas[sheet->area].nama);
	sheet->view->kembali = list[sheet->area].url;
}

/* The form of one setting; what was typed stays when it had faults. */
static void form_open(struct job *job, struct setelan_view *view, struct setelan_isian *isian)
{
	int nilai = FORM_AT(&view->form, struct setelan_isian, nilai);
	const struct setelan_row *row = view->ubah;
	struct str note = row->satuan.len > 0 ? row->satuan : row->legenda;

	if (!problems_any(job->faults)) {
		*isian = (struct setelan_isian){.setelan = row->kunci, .nilai = row->isian};
		if (row->is_teks) /* an address is as a rule meant from now on */
			isian->mulai = job->today;
		form_fill(&view->form);
	}
	form_say(&view->form, nilai,
		 note.len > 0 ? say_format(job->mem, "Nilai baru (%.*s)", STR_ARG(note))
			      : SAY(job->mem, "Nilai baru"),
		 row->petunjuk);
}

static enum err show(struct request *req, struct response *res, struct setelan_view *view,
		     struct str ubah, int area)
{
	struct sheet sheet = {.job = request_job(req), .view = view, .area = area};
	bool is_bad = problems_any(sheet.job->faults);
	struct shell shell;
	enum err err;

	if ((err = setelan_rows_load(sheet.job, &sheet.rows)) ||
	    (err = setelan_values_load(sheet.job, sheet.job->today, &sheet.now)))
		return err;
	areas_fill(&sheet);
	if (area == AREA_TEXTS && (err = texts_add(&sheet)))
		return err;
	for (int i = 0; i < LAW_VALUE_COUNT; i++)
		number_add(&sheet, (enum law_value)i);
	for (int i = 0; i < view->count; i++)
		if (str_equal(view->row[i].kunci, ubah))
			view->ubah = &view->row[i];
	if (view->ubah)
		form_open(sheet.job, view, view->form.record);
	shell_make(req, &shell, "/tahun");
	html_setelan_page(respond_html(res, is_bad ? 422 : 200), &shell, view, sheet.job->faults);
	return ERR_OK;
}

/* What the address asks for: an area, and a setting whose form is opened. */
static void which_read(struct request *req, struct setelan_pilihan *which)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_address(req);
	struct choice *choices = arena_array(job->mem, struct choice, AREA_COUNT);
	struct form form;

	for (int i = 0; i < AREA_COUNT; i++)
		choices[i] = (struct choice){.key = str_from(areas[i].kunci),
					     .label = str_from(areas[i].nama)};
	form_make(&form, job, &setelan_pilihan_form, which);
	form_choose(&form, FORM_AT(&form, struct setelan_pilihan, bagian), choices, AREA_COUNT);
	form_read(&form, &source);
	if (problems_any(job->faults)) /* which area it was is unknown: no setting of it opens */
		which->ubah = STR_NONE;
}

enum err setelan_page(struct request *req, struct response *res)
{
	struct setelan_view view = {.count = 0};
	struct setelan_pilihan which = {.bagian = STR_NONE};
	struct setelan_isian isian;

	which_read(req, &which);
	int area = which.ubah.len > 0 ? area_of_setting(which.ubah) : area_named(which.bagian);
	if (which.ubah.len > 0 && area < 0)
		return ERR_NOT_FOUND;
	form_make(&view.form, request_job(req), &setelan_form, &isian);
	return show(req, res, &view, which.ubah, area < 0 ? AREA_DEFAULT : area);
}

static enum err show_again(struct request *req, struct response *res, void *typed)
{
	struct setelan_view *view = typed;
	const struct setelan_isian *isian = view->form.record;
	int area = area_of_setting(isian->setelan);

	return show(req, res, view, isian->setelan, area < 0 ? AREA_DEFAULT : area);
}

enum err setelan_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_body(req);
	struct setelan_view *view = arena_new(job->mem, struct setelan_view);
	struct setelan_isian *isian = arena_new(job->mem, struct setelan_isian);
	enum err err;

	form_make(&view->form, job, &setelan_form, isian);
	form_read(&view->form, &source);
	err = setelan_save(job, str_cstr(job->mem, isian->setelan), isian->mulai, isian->nilai);
	if (err == ERR_INVALID)
		respond_again(res, show_again, view);
	if (err)
		return err;
	respond_note(res, STR("Setelan tersimpan"));
	return respond_see_other(res, str_format(job->mem, "/tahun/setelan?bagian=%s",
						 areas[area_of_setting(isian->setelan)].kunci));
}
