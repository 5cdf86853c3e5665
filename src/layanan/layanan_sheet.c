/* SPDX-License-Identifier: Apache-2.0 */
/* Writes and reads the catalogue's sheets; every change goes through the use cases of the pages. */
#include "layanan/layanan_sheet.h"

#include "base/fold.h"
#include "base/say.h"
#include "generated/layanan_sql.h"
#include "layanan/layanan_row.h"
#include "render/xlsx_read.h"

enum { FIRST_TEXT = 7 };
static const char *const service_columns[] = {
	"kode_unit", "alamat", "nama", "kebutuhan", "ringkas", "selesai_dalam", "satuan_waktu",
#define TEXT(heading, member) heading,
#include "layanan/layanan_column.def"
#undef TEXT
};
static const char *const syarat_columns[] = {"alamat", "nama", "keterangan", "wajib"};
static const char *const langkah_columns[] = {"alamat", "langkah"};
#define COUNT_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
enum { SERVICE_COLUMNS = COUNT_OF(service_columns) };

static const size_t text_at[] = {
#define TEXT(heading, member) offsetof(struct standar, member),
#include "layanan/layanan_column.def"
#undef TEXT
};

static struct str *text_of(struct standar *s, int n)
{
	return (struct str *)(void *)((char *)s + text_at[n]);
}

/* ---- out */

static enum err head(struct xlsx *xlsx, struct str name, const char *const *columns, int count)
{
	struct str cells[SERVICE_COLUMNS];
	int widths[SERVICE_COLUMNS];
	enum err err;

	for (int i = 0; i < count; i++) {
		cells[i] = str_from(columns[i]);
		widths[i] = 24;
	}
	if ((err = xlsx_sheet(xlsx, name, widths, count)))
		return err;
	xlsx_head(xlsx, cells, count);
	return ERR_OK;
}

static void service_row(struct job *job, struct xlsx *xlsx, const struct layanan_kode *l,
			struct standar *s)
{
	struct str cells[SERVICE_COLUMNS] = {l->unit_kode, l->slug, l->nama, l->kelompok,
					     l->ringkas};

	if (s->janji_jumlah > 0)
		cells[5] = str_format(job->mem, "%d", s->janji_jumlah);
	cells[6] = s->janji_satuan;
	for (int i = 0; i < COUNT_OF(text_at); i++)
		cells[FIRST_TEXT + i] = *text_of(s, i);
	xlsx_row(xlsx, cells, SERVICE_COLUMNS);
}

static void syarat_rows(struct xlsx *xlsx, const struct layanan_kode *l, const struct standar *s)
{
	for (int i = 0; i < s->syarat_count; i++) {
		const struct syarat *it = &s->syarat[i];
		struct str cells[] = {l->slug, it->nama, it->keterangan,
				      it->is_wajib ? STR("ya") : STR("tidak")};
		xlsx_row(xlsx, cells, COUNT_OF(cells));
	}
}

static void langkah_rows(struct xlsx *xlsx, const struct layanan_kode *l, const struct standar *s)
{
	for (int i = 0; i < s->langkah_count; i++) {
		struct str cells[] = {l->slug, s->langkah[i].nama};
		xlsx_row(xlsx, cells, COUNT_OF(cells));
	}
}

/* In force, else what is being drafted. */
static enum err standard_of(struct job *job, const struct id *layanan_id, struct standar *out)
{
	enum err err = standar_on(job, layanan_id, job->today, out);

	if (err || out->nomor > 0)
		return err;
	err = sql_standar_open(job, layanan_id, out);
	if (err == ERR_NOT_FOUND)
		return ERR_OK;
	return err ? err : standar_load(job, layanan_id, out->nomor, out);
}

enum err layanan_sheet_write(struct job *job, struct str jalur, struct xlsx *xlsx)
{
	struct layanan_kode *rows;
	struct standar *standards;
	int count = 0;
	enum err err = sql_layanan_kode_rows(job, jalur, LAYANAN_SHEET_MOST, &rows, &count);

	if (err)
		return err;
	standards = arena_array(job->mem, struct standar, (size_t)count + 1);
	for (int i = 0; i < count && !err; i++)
		err = standard_of(job, &rows[i].layanan_id, &standards[i]);
	if (err || (err = head(xlsx, STR("Layanan"), service_columns, SERVICE_COLUMNS)))
		return err;
	for (int i = 0; i < count; i++)
		service_row(job, xlsx, &rows[i], &standards[i]);
	if ((err = head(xlsx, STR("Syarat"), syarat_columns, COUNT_OF(syarat_columns))))
		return err;
	for (int i = 0; i < count; i++)
		syarat_rows(xlsx, &rows[i], &standards[i]);
	if ((err = head(xlsx, STR("Langkah"), langkah_columns, COUNT_OF(langkah_columns))))
		return err;
	for (int i = 0; i < count; i++)
		langkah_rows(xlsx, &rows[i], &standards[i]);
	return ERR_OK;
}

/* ---- in */

enum sheet { SHEET_NONE, SHEET_LAYANAN, SHEET_SYARAT, SHEET_LANGKAH };

struct reading {
	struct job *job;
	struct layanan_sheet *out;
	struct str name; /* of the sheet being read */
	enum sheet sheet;
	int column[SERVICE_COLUMNS]; /* where each heading stands; -1: nowhere */
	bool has_head;
};

static enum sheet sheet_of(struct arena *mem, struct str name)
{
	struct str lower = str_lower(mem, str_trim(name));

	if (str_is(lower, "layanan"))
		return SHEET_LAYANAN;
	if (str_is(lower, "syarat"))
		return SHEET_SYARAT;
	return str_is(lower, "langkah") ? SHEET_LANGKAH : SHEET_NONE;
}

static const char *const *columns_of(enum sheet sheet, int *count)
{
	switch (sheet) {
	case SHEET_LAYANAN: *count = SERVICE_COLUMNS; return service_columns;
	case SHEET_SYARAT: *count = COUNT_OF(syarat_columns); return syarat_columns;
	case SHEET_LANGKAH: *count = COUNT_OF(langkah_columns); return langkah_columns;
	case SHEET_NONE: break;
	}
	*count = 0;
	return NULL;
}

static struct str cell_name(struct job *job, struct str sheet, int column, int row)
{
	return str_format(job->mem, "%.*s!%.*s%d", STR_ARG(sheet),
			  STR_ARG(xlsx_column_name(job->mem, column < 0 ? 0 : column)), row);
}

/* "Jumlah Pelaksana " is the heading jumlah_pelaksana. */
static bool is_heading(struct arena *mem, struct str typed, const char *heading)
{
	struct fold a, b;

	fold_words(mem, typed, &a);
	fold_words(mem, str_from(heading), &b);
	return a.count > 0 && b.count > 0 && str_equal(fold_key(mem, &a, 0), fold_key(mem, &b, 0));
}

static void read_head(struct reading *reading, const struct xlsx_row *row)
{
	int count;
	const char *const *columns = columns_of(reading->sheet, &count);
	struct job *job = reading->job;

	for (int i = 0; i < count; i++) {
		reading->column[i] = -1;
		for (int c = 0; c < row->count; c++)
			if (is_heading(job->mem, row->cells[c].text, columns[i]))
				reading->column[i] = c;
	}
	reading->has_head = true;
	for (int i = 0; i < count && i < 3; i++)
		if (reading->column[i] < 0 && !(reading->sheet == SHEET_SYARAT && i == 2))
			problem_add(job->faults, cell_name(job, row->sheet, 0, row->number),
				    "layanan.heading",
				    say_format(job->mem, "Lembar %.*s: kolom “%s” tidak ada.",
					       STR_ARG(row->sheet), columns[i]));
}

static struct str cell(const struct reading *reading, const struct xlsx_row *row, int n)
{
	int at = reading->column[n];

	return at < 0 || at >= row->count ? STR_NONE : str_trim(row->cells[at].text);
}

static struct str kept(const struct reading *reading, const struct xlsx_row *row, int n)
{
	return str_copy(reading->job->mem, cell(reading, row, n));
}

static void read_service(struct reading *reading, const struct xlsx_row *row)
{
	struct layanan_sheet *out = reading->out;
	struct layanan_baris *it;

	if (out->count == LAYANAN_SHEET_MOST) {
		problem_add(reading->job->faults, STR("berkas"), "layanan.many",
			    STR("Satu berkas memuat paling banyak 500 layanan."));
		return;
	}
	it = &out->at[out->count++];
	*it = (struct layanan_baris){.unit = kept(reading, row, 0),
				     .alamat = kept(reading, row, 1),
				     .nama = kept(reading, row, 2),
				     .kebutuhan = kept(reading, row, 3),
				     .ringkas = kept(reading, row, 4),
				     .jumlah = kept(reading, row, 5),
				     .satuan = kept(reading, row, 6),
				     .row = row->number};
	for (int i = 0; i < COUNT_OF(text_at); i++)
		*text_of(&it->standar, i) = kept(reading, row, FIRST_TEXT + i);
	it->standar.syarat = arena_array(reading->job->mem, struct syarat, LAYANAN_SYARAT_MAX);
	it->standar.langkah = arena_array(reading->job->mem, struct langkah, LAYANAN_LANGKAH_MAX);
}

/* The service a row of the other sheets is about. */
static struct layanan_baris *service_of(struct reading *reading, const struct xlsx_row *row)
{
	struct str alamat = cell(reading, row, 0);

	for (int i = 0; i < reading->out->count; i++)
		if (str_equal(reading->out->at[i].alamat, alamat))
			return &reading->out->at[i];
	problem_add(reading->job->faults,
		    cell_name(reading->job, row->sheet, reading->column[0], row->number),
		    "layanan.unknown",
		    say_format(reading->job->mem,
			       "Lembar %.*s, baris %d: tidak ada layanan dengan alamat “%.*s” di "
			       "lembar Layanan.",
			       STR_ARG(row->sheet), row->number, STR_ARG(alamat)));
	return NULL;
}

static void read_more(struct reading *reading, const struct xlsx_row *row)
{
	struct layanan_baris *it = service_of(reading, row);
	struct standar *s = it ? &it->standar : NULL;
	bool is_full;

	if (!s)
		return;
	is_full = reading->sheet == SHEET_SYARAT ? s->syarat_count == LAYANAN_SYARAT_MAX
						 : s->langkah_count == LAYANAN_LANGKAH_MAX;
	if (is_full)
		problem_add(
			reading->job->faults, cell_name(reading->job, row->sheet, 0, row->number),
			"layanan.rows",
			say_format(reading->job->mem,
				   "Lembar %.*s, baris %d: paling banyak %d untuk satu layanan.",
				   STR_ARG(row->sheet), row->number,
				   reading->sheet == SHEET_SYARAT ? LAYANAN_SYARAT_MAX
								  : LAYANAN_LANGKAH_MAX));
	else if (reading->sheet == SHEET_SYARAT)
		s->syarat[s->syarat_count++] = (struct syarat){
			kept(reading, row, 1), kept(reading, row, 2),
			!str_is(str_lower(reading->job->mem, cell(reading, row, 3)), "tidak")};
	else
		s->langkah[s->langkah_count++] = (struct langkah){kept(reading, row, 1)};
}

static bool is_empty(const struct xlsx_row *row)
{
	for (int c = 0; c < row->count; c++)
		if (str_trim(row->cells[c].text).len > 0)
			return false;
	return true;
}

static enum err read_row(void *arg, const struct xlsx_row *row)
{
	struct reading *reading = arg;

	if (!str_equal(reading->name, row->sheet)) {
		reading->name = str_copy(reading->job->mem, row->sheet);
		reading->sheet = sheet_of(reading->job->mem, row->sheet);
		reading->has_head = false;
	}
	if (reading->sheet == SHEET_NONE || row->is_hidden || is_empty(row))
		return ERR_OK;
	if (!reading->has_head)
		read_head(reading, row);
	else if (reading->sheet == SHEET_LAYANAN)
		read_service(reading, row);
	else
		read_more(reading, row);
	return ERR_OK;
}

enum err layanan_sheet_read(struct job *job, const char *path, struct layanan_sheet *out)
{
	struct reading reading = {.job = job, .out = out};
	enum err err;

	*out = (struct layanan_sheet){
		.at = arena_array(job->mem, struct layanan_baris, LAYANAN_SHEET_MOST)};
	if ((err = xlsx_read(job->mem, path, job->faults, read_row, &reading)))
		return err;
	if (out->count == 0 && !problems_any(job->faults))
		problem_add(job->faults, STR("berkas"), "layanan.empty",
			    STR("Tidak ada baris di lembar “Layanan”. Unduh XLSX-nya lebih dahulu "
				"sebagai contoh."));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* Faults of one row under the row's name: "Layanan, baris 7: Tulis nama layanannya." */
static void move_faults(struct job *job, const struct problems *of_row, int row)
{
	for (int i = 0; i < of_row->count; i++)
		problem_add(job->faults,
			    str_format(job->mem, "Layanan!%d.%d", row, job->faults->count),
			    "layanan.row",
			    say_format(job->mem, "Lembar Layanan, baris %d: %.*s", row,
				       STR_ARG(of_row->at[i].sentence)));
}

static enum err apply_service(struct job *job, const struct layanan_baris *it,
			      struct layanan *service)
{
	struct id unit_id;
	enum err err = sql_layanan_unit_of(job, it->unit, &unit_id);

	if (err == ERR_NOT_FOUND) {
		problem_add(job->faults, STR("unit"), "layanan.unit",
			    say_format(job->mem, "tidak ada unit dengan kode “%.*s”.",
				       STR_ARG(it->unit)));
		return ERR_INVALID;
	}
	if (err)
		return err;
	err = layanan_by_slug(job, it->alamat, service);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err == ERR_NOT_FOUND)
		*service = (struct layanan){
			.suara_bentuk = STR("tiga"), .is_aktif = true, .unit_id = unit_id};
	if (!id_equal(&service->unit_id, &unit_id)) {
		problem_add(job->faults, STR("unit"), "layanan.moved",
			    STR("layanan dengan alamat ini milik unit lain."));
		return ERR_INVALID;
	}
	service->slug = it->alamat;
	service->nama = it->nama;
	service->ringkas = it->ringkas;
	service->kelompok =
		it->kebutuhan.len > 0 ? str_lower(job->mem, it->kebutuhan) : STR("lain");
	return layanan_save(job, service);
}

static enum err apply_standard(struct job *job, const struct layanan_baris *it,
			       const struct layanan *service)
{
	struct standar draft, typed = it->standar;
	int64_t jumlah = 0;
	int nomor = 0;
	enum err err;

	if ((err = standar_begin(job, &service->layanan_id, &nomor)) ||
	    (err = standar_load(job, &service->layanan_id, nomor, &draft)))
		return err;
	if (str_is(draft.status, "diajukan"))
		problem_add(job->faults, STR("alamat"), "layanan.waiting",
			    STR("standarnya menunggu penetapan; putuskan dahulu."));
	if (it->jumlah.len > 0 && !str_parse_int(it->jumlah, &jumlah))
		problem_add(job->faults, STR("janji_jumlah"), "layanan.number",
			    STR("selesai_dalam: isi dengan bilangan bulat."));
	typed.layanan_id = draft.layanan_id;
	typed.nomor = nomor;
	typed.version = draft.version;
	typed.janji_jumlah = jumlah > JANJI_MOST ? JANJI_MOST + 1 : jumlah < 0 ? -1 : (int)jumlah;
	typed.janji_satuan = str_lower(job->mem, it->satuan);
	typed.forum_tanggal = draft.forum_tanggal;
	typed.forum_hadir = draft.forum_hadir;
	typed.forum_pokok = draft.forum_pokok;
	typed.forum_jawaban = draft.forum_jawaban;
	return problems_any(job->faults) ? ERR_INVALID : standar_save(job, &typed);
}

enum err layanan_sheet_apply(struct job *job, struct layanan_sheet *sheet)
{
	for (int i = 0; i < sheet->count; i++) {
		struct problems of_row;
		struct job row = *job;
		struct layanan service;
		enum err err;
		problems_init(&of_row, job->mem);
		row.faults = &of_row;
		err = apply_service(&row, &sheet->at[i], &service);
		if (!err)
			err = apply_standard(&row, &sheet->at[i], &service);
		if (err && err != ERR_INVALID)
			return err;
		move_faults(job, &of_row, sheet->at[i].row);
	}
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}
