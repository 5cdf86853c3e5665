/* SPDX-License-Identifier: Apache-2.0 */
/* Work reports for other programs: a person's list, one report, and what may be reported on. */
#include "generated/routes.h"
#include "http/records.h"
#include "law/access.h"
#include "report/report.h"

#define SPAN_DAYS 366 /* the longest span of one list [D] */

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

/* From dari to sampai; without them the last 31 days. */
static enum err read_span(struct request *req, struct date span[2])
{
	struct job *job = request_job(req);
	struct str from = request_query(req, "dari"), to = request_query(req, "sampai");

	span[1] = job->today;
	if (to.len > 0 && !date_parse(to, &span[1]))
		problem_add(job->faults, STR("sampai"), "report.sampai_form",
			    STR("Tulis tanggal sebagai TTTT-BB-HH"));
	span[0] = date_add_days(span[1], -30);
	if (from.len > 0 && !date_parse(from, &span[0]))
		problem_add(job->faults, STR("dari"), "report.dari_form",
			    STR("Tulis tanggal sebagai TTTT-BB-HH"));
	else if (date_days(span[1]) - date_days(span[0]) >= SPAN_DAYS ||
		 date_compare(span[0], span[1]) > 0)
		problem_add(job->faults, STR("dari"), "report.span",
			    STR("Minta paling banyak 366 hari sekaligus"));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* Whose reports: the person asked for, else the one who asks. */
static enum err read_person(struct request *req, struct id *out)
{
	struct job *job = request_job(req);
	struct str person = request_query(req, "pegawai_id");

	*out = job->actor->pegawai_id;
	if (person.len > 0)
		return id_parse(person, out) ? ERR_OK : ERR_NOT_FOUND;
	if (!id_is_none(out))
		return ERR_OK;
	problem_add(job->faults, STR("pegawai_id"), "report.pegawai_missing",
		    STR("Sebutkan pegawai_id; kunci ini bukan milik seorang pegawai"));
	return ERR_INVALID;
}

enum err report_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct laporan after = {.jumlah = 0}, *rows;
	struct records_page page = {.count = 0};
	struct records_ask ask;
	struct date span[2];
	struct id pegawai_id;
	enum err err;

	if ((err = records_asked(req, &ask)) || (err = read_span(req, span)) ||
	    (err = read_person(req, &pegawai_id)))
		return err;
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
	    (err = report_load(request_job(req), &id, &laporan)))
		return err;
	respond_record(res, 200, &laporan_record, laporan);
	return ERR_OK;
}

enum err report_choices_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct str asked = request_query(req, "tanggal");
	struct laporan_pilihan_hari choices;
	struct date day = job->today;
	enum err err;

	if (asked.len > 0 && !date_parse(asked, &day)) {
		problem_add(job->faults, STR("tanggal"), "report.tanggal_form",
			    STR("Tulis tanggal sebagai TTTT-BB-HH"));
		return ERR_INVALID;
	}
	if ((err = report_choices(job, day, &choices)))
		return err;
	respond_records(res, &sasaran_record,
			&(struct records_page){.rows = choices.at, .count = choices.count});
	return ERR_OK;
}
