/* SPDX-License-Identifier: Apache-2.0 */
/* Files and links that come along with a report. */
#include "report/report_intake_web.h"

#include "base/say.h"
#include "law/access.h"
#include "report/report_file.h"

/* What became of each uploaded file. */
struct report_file {
	const char *field;
	struct str name;
	enum err err;
	enum bukti_flaw flaw; /* when err is ERR_INVALID */
	struct bukti bukti; /* when err is ERR_OK */
};

static const char *why_not(const struct report_file *file)
{
	if (file->err == ERR_TOO_LARGE)
		return SAID("lebih dari 10 MB, atau lebih dari 50 MB bersama yang lain; perkecil "
			    "dahulu");
	if (file->err == ERR_NOT_FOUND)
		return SAID("belum sampai seluruhnya; lampirkan lagi");
	if (file->err != ERR_INVALID)
		return SAID("belum dapat disimpan; coba kirim lagi");
	switch (file->flaw) {
	case BUKTI_MACROS:
		return SAID("berisi makro; simpan ulang tanpa makro sebagai .docx, .xlsx, atau "
			    ".pptx");
	case BUKTI_PASSWORD:
		return SAID("terkunci kata sandi; simpan ulang tanpa kata sandi, supaya penilai "
			    "dapat membukanya");
	case BUKTI_HEIC:
		return SAID("adalah foto HEIC, yang belum dapat dibuka di sini; ubah menjadi JPEG. "
			    "Di iPhone: Pengaturan, Kamera, Format, Paling Kompatibel");
	case BUKTI_UNKNOWN:
		return SAID("rusak, terlalu besar untuk dibuka, atau bukan foto JPEG, PNG, WebP, "
			    "atau berkas PDF, Word, Excel, PowerPoint");
	}
	__builtin_unreachable();
}

static void file_fault(struct job *job, const struct report_file *file)
{
	problem_add(job->faults, str_from(file->field), "report.bukti_file",
		    say_format(job->mem, "Berkas \"%.*s\" %s", STR_ARG(file->name),
			       say(job->mem, why_not(file)).at));
}

/* One more than allowed is handed on, without its content, so that it is refused where the number
   is known. */
struct report_files {
	int count;
	struct report_file at[LAPORAN_BUKTI_MAX + 1];
};

static void keep_files(struct request *req, const char *field, struct report_files *out)
{
	struct job *job = request_job(req);
	const struct upload *file;

	for (int i = 0;
	     out->count <= LAPORAN_BUKTI_MAX && (file = request_upload(req, field, i)) != NULL;
	     i++) {
		struct bukti_arrival arrival = {.data_dir = job->data_dir,
						.instansi_id = job->actor->instansi_id,
						.path = file->path,
						.file_name = file->file_name,
						.size = file->size};
		struct report_file *kept = &out->at[out->count++];
		kept->field = field;
		kept->name = file->file_name;
		kept->bukti.jenis = str_from(field);
		if (file->path.len == 0)
			kept->err = file->is_named ? ERR_NOT_FOUND : ERR_TOO_LARGE;
		else if (out->count <= LAPORAN_BUKTI_MAX)
			kept->err = bukti_keep(job->mem, &arrival, &kept->bukti, &kept->flaw);
		if (kept->err)
			request_refuse_upload(req, file);
	}
}

enum err report_intake(struct request *req)
{
	struct report_files *files = arena_new(request_mem(req), struct report_files);

	keep_files(req, "foto", files);
	keep_files(req, "berkas", files);
	request_set_prepared(req, files);
	return ERR_OK;
}

static void read_files(struct request *req, struct laporan *out)
{
	const struct report_files *files = request_prepared(req);
	struct job *job = request_job(req);

	for (int i = 0; files && i < files->count; i++) {
		const struct report_file *file = &files->at[i];
		if (file->err)
			file_fault(job, file);
		else
			out->bukti[out->bukti_count++] = file->bukti;
	}
}

void report_intake_read(struct request *req, struct laporan *out)
{
	/* one too many, and a link besides */
	out->bukti = arena_array(request_mem(req), struct bukti, LAPORAN_BUKTI_MAX + 2);
	read_files(req, out);
}
