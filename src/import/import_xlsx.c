/* SPDX-License-Identifier: Apache-2.0 */
/* Downloads of the page "Impor": templates with a sample row, and first sign-in codes. */
#include "account/bulk.h"
#include "base/file.h"
#include "generated/routes.h"
#include "http/response.h"
#include "import/import.h"
#include "import/import_kept.h"
#include "import/import_list.h"
#include "render/csv.h"
#include "render/xlsx_write.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static enum err template_sheet(struct xlsx *xlsx, enum import_jenis jenis)
{
	int count, widths[IMPORT_COLUMN_MAX];
	const struct import_column *column = import_column(jenis, &count);
	struct str head[IMPORT_COLUMN_MAX], sample[IMPORT_COLUMN_MAX];

	for (int i = 0; i < count; i++) {
		head[i] = column[i].kunci;
		sample[i] = column[i].contoh;
		widths[i] = 22;
	}
	enum err err = xlsx_sheet(xlsx, import_lembar(jenis), widths, count);
	if (err)
		return err;
	xlsx_head(xlsx, head, count);
	xlsx_row(xlsx, sample, count);
	return ERR_OK;
}

static enum err guide_sheet(struct xlsx *xlsx)
{
	static const int widths[] = {12, 18, 10, 90};
	static const struct str head[] = {{"lembar", 6}, {"kolom", 5}, {"wajib", 5}, {"isi", 3}};
	enum err err = xlsx_sheet(xlsx, STR("Petunjuk"), widths, 4);

	if (err)
		return err;
	xlsx_head(xlsx, head, 4);
	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
		int count;
		const struct import_column *column =
			import_column((enum import_jenis)jenis, &count);
		for (int i = 0; i < count; i++) {
			struct str row[] = {
				import_lembar((enum import_jenis)jenis), column[i].kunci,
				column[i].is_required ? STR("ya") : STR("tidak"), column[i].isi};
			xlsx_row(xlsx, row, 4);
		}
	}
	return ERR_OK;
}

enum err import_template_xlsx_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct job *job = request_job(req);
	const char *path;
	enum err err;

	if ((err = import_kept_new(job, &path)) || (err = xlsx_open(job->mem, path, &xlsx)))
		return err;
	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT && !err; jenis++)
		err = template_sheet(xlsx, (enum import_jenis)jenis);
	struct str bytes;
	if (err || (err = guide_sheet(xlsx)) || (err = xlsx_finish(xlsx)) ||
	    (err = file_take(job->mem, path, SIZE_MAX, &bytes)))
		return err;
	return respond_bytes(res, XLSX_TYPE, STR("templat-abdi.xlsx"), bytes);
}

enum err import_template_csv_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct str name = request_param(req, "nama");

	for (int jenis = 0; jenis < IMPORT_JENIS_COUNT; jenis++) {
		int count;
		const struct import_column *column =
			import_column((enum import_jenis)jenis, &count);
		struct str cells[IMPORT_COLUMN_MAX];
		struct str file_name = str_join(
			job->mem, str_lower(job->mem, import_lembar((enum import_jenis)jenis)),
			STR(".csv"));
		struct buf out;
		if (!str_equal(name, file_name))
			continue;
		buf_init(&out, job->mem);
		buf_add_cstr(&out, "\xEF\xBB\xBF");
		for (int i = 0; i < count; i++)
			cells[i] = column[i].kunci;
		csv_write_row(&out, cells, count);
		for (int i = 0; i < count; i++)
			cells[i] = column[i].contoh;
		csv_write_row(&out, cells, count);
		return respond_bytes(res, "text/csv; charset=utf-8", file_name, buf_str(&out));
	}
	return ERR_NOT_FOUND;
}

static enum err kode_write(struct xlsx *xlsx, const struct bulk_code *kode, int count)
{
	static const int widths[] = {40, 24, 40, 20};
	static const struct str head[] = {
		{"unit", 4}, {"nip", 3}, {"nama", 4}, {"kode_aktivasi", 13}};
	enum err err = xlsx_sheet(xlsx, STR("Kode aktivasi"), widths, 4);

	if (err)
		return err;
	xlsx_head(xlsx, head, 4);
	for (int i = 0; i < count; i++) {
		struct str row[] = {kode[i].unit, kode[i].nip, kode[i].nama, kode[i].kode};
		xlsx_row(xlsx, row, 4);
	}
	return xlsx_finish(xlsx);
}

enum err import_kode_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct job *job = request_job(req);
	struct bulk_code *kode;
	const char *path;
	struct str bytes;
	int count = 0;
	enum err err;

	if ((err = bulk_code_list(job, &kode, &count)) || (err = import_kept_new(job, &path)) ||
	    (err = xlsx_open(job->mem, path, &xlsx)) || (err = kode_write(xlsx, kode, count)) ||
	    (err = file_take(job->mem, path, SIZE_MAX, &bytes)))
		return err;
	return respond_bytes(res, XLSX_TYPE, STR("kode-aktivasi.xlsx"), bytes);
}

enum err import_list_file(struct request *req, struct response *res)
{
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct job *job = request_job(req);
	const char *path;
	struct str bytes;
	enum err err;

	if ((err = import_kept_new(job, &path)) || (err = xlsx_open(job->mem, path, &xlsx)) ||
	    (err = import_list_write(job, xlsx)) || (err = xlsx_finish(xlsx)) ||
	    (err = file_take(job->mem, path, SIZE_MAX, &bytes)))
		return err;
	return respond_bytes(res, XLSX_TYPE, STR("daftar-kepegawaian.xlsx"), bytes);
}
