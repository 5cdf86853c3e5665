/* SPDX-License-Identifier: Apache-2.0 */
/* Work reports for other programs: a person's list, one report, and what may be reported on. */
#include "base/say.h"
#include "form/form_schema.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "law/access.h"
#include "report/report_form.h"
#include "report/report_intake_web.h"
#include "report/report_sweep.h"

#define SPAN_USUAL 31 /* days, when none is asked for */

#define RECORD_OF struct bukti
static const struct record_member bukti_members[] = {
	MEMBER(bukti_id, "Pengenal bukti"),
	MEMBER(jenis, "foto, berkas, atau tautan"),
	MEMBER(nama, "Nama berkas seperti dikirim"),
	MEMBER(tautan, "Alamat; kosong bila bukan tautan"),
	MEMBER(mime, "Jenis isi berkas"),
	MEMBER_AS(BIG, ukuran, "Ukuran berkas dalam byte"),
	MEMBER(sha256, "Sidik SHA-256 isi berkas; kosong untuk tautan"),
};
const struct record bukti_record = RECORD("bukti", bukti_members, "Bukti sebuah laporan");
#undef RECORD_OF

#define RECORD_OF struct laporan
static const struct record_member laporan_members[] = {
	MEMBER(laporan_id, "Pengenal laporan"),
	MEMBER(nomor, "Nomor tanda terima"),
	MEMBER(pegawai_id, "Siapa yang melaporkan"),
	MEMBER(tanggal, "Hari kerja yang dilaporkan"),
	MEMBER(rhk_id, "Hasil kerja dalam SKP; null untuk tugas tambahan"),
	MEMBER(rhk_uraian, "Uraian hasil kerja itu"),
	MEMBER(uraian, "Apa yang dikerjakan"),
	MEMBER_AS(HUNDREDTHS, jumlah, "Banyaknya; null bila tidak disebut",
		  .has = RECORD_HAS(has_jumlah)),
	MEMBER(satuan, "Satuan jumlah"),
	MEMBER_AS(MOMENT, captured_at, "Saat ditulis di perangkat"),
	MEMBER_AS(MOMENT, created_at, "Saat diterima"),
	MEMBER_AS(MOMENT, read_at, "Saat dibaca pejabat penilai; null bila belum"),
	MEMBER(hash, "Sidik isi laporan"),
	MEMBER_AS(MOMENT, ditarik_at,
		  "Saat ditarik kembali atau diganti; null bila masih berlaku. Yang tidak berlaku "
		  "lagi datang tanpa isi dan tanpa bukti"),
	MEMBER(pengganti_id, "Laporan yang menggantikannya; null bila tidak ada"),
	MEMBER(pengganti_nomor, "Nomor tanda terima laporan itu"),
	MEMBER_ROWS(bukti, bukti_count, bukti_record, "Bukti yang menyertai"),
};
const struct record laporan_record = RECORD("laporan", laporan_members, "Sebuah laporan kerja");
#undef RECORD_OF

#define RECORD_OF struct laporan_pilihan
static const struct record_member sasaran_members[] = {
	MEMBER(rhk_id, "Dikirim sebagai sasaran dalam laporan"),
	MEMBER(uraian, "Hasil kerja dalam SKP yang berlaku"),
	MEMBER(indikator, "Indikator yang dihitung dari jumlah"),
	MEMBER(satuan, "Satuan jumlah"),
};
const struct record sasaran_record =
	RECORD("sasaran", sasaran_members, "Hasil kerja yang dapat dilaporkan");
#undef RECORD_OF

/* "2026-11-24.<id>": the last report of the page before. */
static bool place_parse(struct str place, struct laporan *out)
{
	struct str id_text;
	struct str day = str_cut(place, '.', &id_text);

	return date_parse(day, &out->tanggal) && id_parse(id_text, &out->laporan_id);
}

/* ---- what is asked ---- */

/* Whose reports, and of which days. */
struct laporan_saring {
	struct str pegawai_id; /* empty: of who asks */
	struct date dari, sampai;
};

#define FORM_RECORD struct laporan_saring
static const struct field saring_fields[] = {
	FIELD(HIDDEN, pegawai_id, "Pengenal pegawai", HINT("Kosong: pemilik kunci."))
		FIELD(DATE, dari, "Dari tanggal", HINT("Kosong: 30 hari sebelum sampai."))
			FIELD(DATE, sampai, "Sampai tanggal", HINT("Kosong: hari ini."))};
const struct form_table laporan_saring_form = FORM_TABLE("laporan_saring", saring_fields);
#undef FORM_RECORD

/* The day one wants to report on. */
struct hari_lapor {
	struct date tanggal;
};

#define FORM_RECORD struct hari_lapor
static const struct field hari_fields[] = {
	FIELD(DATE, tanggal, "Tanggal kerja", HINT("Kosong: hari ini."))};
const struct form_table hari_lapor_form = FORM_TABLE("hari_lapor", hari_fields);
#undef FORM_RECORD

/* What the address asks for, into record; ERR_INVALID lists what is wrong. */
static enum err read_address(struct request *req, const struct form_table *table, void *record)
{
	struct form_source source = form_from_address(req);
	struct form form;

	form_make(&form, request_job(req), table, record);
	form_read(&form, &source);
	return problems_any(request_job(req)->faults) ? ERR_INVALID : ERR_OK;
}

/* Without days the last month. */
static void usual_span(const struct job *job, struct laporan_saring *ask)
{
	if (date_is_none(ask->sampai))
		ask->sampai = job->today;
	if (date_is_none(ask->dari))
		ask->dari = date_add_days(ask->sampai, 1 - SPAN_USUAL);
}

/* Whose reports: the person asked for, else the one who asks. */
static enum err read_person(struct job *job, struct str person, struct id *out)
{
	*out = job->actor->pegawai_id;
	if (person.len > 0)
		return id_parse(person, out) ? ERR_OK : ERR_NOT_FOUND;
	if (!id_is_none(out))
		return ERR_OK;
	problem_add(job->faults, STR("pegawai_id"), "report.pegawai_missing",
		    STR("Sebutkan pegawai_id; kunci ini bukan milik seorang pegawai"));
	return ERR_INVALID;
}

/* ---- the doors ---- */

enum err report_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct laporan after = {.jumlah = 0}, *rows;
	struct records_page page = {.count = 0};
	struct laporan_saring saring = {.pegawai_id = STR_NONE};
	struct records_ask ask;
	struct id pegawai_id;
	enum err err;

	if ((err = records_asked(req, &ask)) ||
	    (err = read_address(req, &laporan_saring_form, &saring)) ||
	    (err = read_person(job, saring.pegawai_id, &pegawai_id)))
		return err;
	usual_span(job, &saring);
	struct date span[2] = {saring.dari, saring.sampai};
	if (ask.after.len > 0 && !place_parse(ask.after, &after))
		return ERR_NOT_FOUND;
	if ((err = report_page_list(job, &pegawai_id, span, ask.after.len > 0 ? &after : NULL,
				    &rows, &page.count)))
		return err;
	if (page.count > ask.limit) {
		const struct laporan *last = &rows[ask.limit - 1];
		page.count = ask.limit;
		page.last = str_format(job->mem, "%.*s.%.*s",
				       STR_ARG(date_iso(job->mem, last->tanggal)),
				       STR_ARG(id_str(job->mem, &last->laporan_id)));
	}
	page.rows = rows;
	respond_records(res, &laporan_record, &page);
	return ERR_OK;
}

enum err report_api(struct request *req, struct response *res)
{
	struct laporan *laporan;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "laporan_id", &id)) ||
	    (err = report_receipt(request_job(req), &id, &laporan)))
		return err;
	respond_record(res, 200, &laporan_record, laporan);
	return ERR_OK;
}

enum err report_choices_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct laporan_pilihan_hari choices;
	struct hari_lapor ask = {{0}};
	enum err err = read_address(req, &hari_lapor_form, &ask);

	if (err)
		return err;
	struct date day = date_is_none(ask.tanggal) ? job->today : ask.tanggal;
	if ((err = report_choices(job, day, &choices)))
		return err;
	respond_records(res, &sasaran_record,
			&(struct records_page){.rows = choices.at, .count = choices.count});
	return ERR_OK;
}

/* The report itself: the whole body, or the part "laporan" beside the files. */
static struct str report_text(const struct request *req)
{
	struct str body = request_body(req);

	return body.len > 0 ? body : request_field(req, "laporan");
}

static enum err read_report(struct request *req, struct laporan_isian *isian)
{
	struct job *job = request_job(req);
	struct form form;
	enum err err;

	form_make(&form, job, &laporan_form, isian);
	if ((err = form_read_json(&form, report_text(req))))
		return err;
	report_intake_read(req, &isian->laporan);
	(void)report_of(isian, job->faults);
	return ERR_OK;
}

enum err report_send_api_files(struct request *req)
{
	return report_intake(req);
}

enum err report_send_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct laporan_isian isian = {.sasaran = STR_NONE};
	struct laporan *laporan = &isian.laporan;
	enum err err = read_report(req, &isian);

	if (!err)
		err = report_send(job, laporan);
	if (err) {
		report_sweep_doubt(laporan, &job->actor->instansi_id);
		return err;
	}
	respond_made(
		res,
		str_join(job->mem, STR("/api/v1/laporan/"), id_str(job->mem, &laporan->laporan_id)),
		&laporan_record, laporan);
	return ERR_OK;
}
