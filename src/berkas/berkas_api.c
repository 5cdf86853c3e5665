/* SPDX-License-Identifier: Apache-2.0 */
/* The register for other programs, such as the system that makes the document: what is open, taking
   in, and the next step. */
#include "base/say.h"
#include "berkas/berkas_form.h"
#include "berkas/berkas_work.h"
#include "form/form_schema.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "law/access.h"

#define RECORD_OF struct berkas
static const struct record_member members[] = {
	MEMBER(berkas_id, "Pengenal berkas"),
	MEMBER(kode, "Kode di tanda terima, 8 huruf dan angka"),
	MEMBER(layanan_id, "Layanannya"),
	MEMBER(layanan_nama, "Nama layanan"),
	MEMBER(unit_nama, "Unit yang melayani"),
	MEMBER(keadaan_kunci, "kurang, jalan, tunggu, siap, selesai, atau batal"),
	MEMBER(nomor, "Nomor standar layanan yang berlaku baginya"),
	MEMBER(langkah, "Langkah standar yang sedang dikerjakan"),
	MEMBER(langkah_nama, "Nama langkah itu"),
	MEMBER(nama, "Nama pemohon; kosong bila sudah dihapus"),
	MEMBER(kurang, "Yang harus dibawa warga, satu baris satu surat"),
	MEMBER(sebab, "Sebab terlambat atau menunggu, seperti dibaca warga"),
	MEMBER(rak, "Tempat simpan"),
	MEMBER_AS(MOMENT, diterima_at, "Saat diterima"),
	MEMBER_AS(MOMENT, lengkap_at, "Saat lengkap; null bila belum"),
	MEMBER_AS(MOMENT, janji_at, "Dijanjikan selesai"),
	MEMBER_AS(MOMENT, akan_at, "Waktu baru yang diberitahukan; null bila tidak ada"),
	MEMBER_AS(MOMENT, selesai_at, "Saat selesai; null bila belum"),
	MEMBER_AS(MOMENT, serah_at, "Saat diserahkan; null bila belum"),
	MEMBER_AS(BIG, version, "Versi, disertakan saat mengerjakan"),
};
const struct record berkas_record = RECORD("berkas", members, "Berkas warga dengan janjinya");
#undef RECORD_OF

/* Which of them the list shows. */
struct berkas_saring {
	unsigned tampil;
};
static const struct choice tampil_at[] = {{.key = STR("semua")},
					  {.key = STR("lewat")},
					  {.key = STR("hari")},
					  {.key = STR("warga")},
					  {.key = STR("siap")}};
static const struct choice_list tampil_list = CHOICE_LIST(tampil_at);
#define FORM_RECORD struct berkas_saring
static const struct field saring_fields[] = {
	FIELD(CHOICE, tampil, "Tampilkan", ONE_OF(tampil_list))};
const struct form_table berkas_saring_form = FORM_TABLE("berkas_saring", saring_fields);
#undef FORM_RECORD

static struct berkas *told(struct berkas *b)
{
	b->keadaan_kunci = berkas_keadaan_key(b->keadaan);
	return b;
}

enum err berkas_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct berkas_saring saring = {.tampil = 0};
	struct berkas_cari which = {.most = RECORDS_LIMIT_MAX + 1};
	struct records_page page = {.count = 0};
	struct berkas *rows = NULL;
	struct records_ask ask;
	struct str id_text;
	enum err err;

	if ((err = records_asked(req, &ask)) ||
	    (err = form_read_address(req, &berkas_saring_form, &saring)))
		return err;
	struct str urut = str_cut(ask.after, '.', &id_text);
	if (ask.after.len > 0 &&
	    (!str_parse_int(urut, &which.urut) || !id_parse(id_text, &which.berkas_id)))
		return ERR_NOT_FOUND;
	which.tampil = (enum berkas_tampil)saring.tampil;
	which.most = ask.limit + 1;
	if ((err = berkas_list(job, &which, &rows, &page.count)))
		return err;
	if (page.count > ask.limit) {
		const struct berkas *last = &rows[(page.count = ask.limit) - 1];
		page.last = str_format(job->mem, "%lld.%.*s", (long long)last->urut,
				       STR_ARG(id_str(job->mem, &last->berkas_id)));
	}
	for (int i = 0; i < page.count; i++)
		(void)told(&rows[i]);
	page.rows = rows;
	respond_records(res, &berkas_record, &page);
	return ERR_OK;
}

enum err berkas_api(struct request *req, struct response *res)
{
	struct berkas b;
	struct id berkas_id;
	enum err err;

	if ((err = request_id_param(req, "berkas_id", &berkas_id)) ||
	    (err = berkas_load(request_job(req), &berkas_id, &b)))
		return err;
	respond_record(res, 200, &berkas_record, told(&b));
	return ERR_OK;
}

enum err berkas_add_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct berkas_masuk typed = {.nama = STR_NONE};
	struct berkas b;
	struct form form;
	enum err err;

	form_make(&form, job, &berkas_masuk_form, &typed);
	if ((err = form_read_json(&form, request_body(req))))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = berkas_add(job, &typed, &b)))
		return err;
	respond_made(res,
		     str_join(job->mem, STR("/api/v1/berkas/"), id_str(job->mem, &b.berkas_id)),
		     &berkas_record, told(&b));
	return ERR_OK;
}

enum err berkas_aksi_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct berkas_aksi said = {.version = 0};
	struct berkas b;
	struct form form;
	enum err err = request_id_param(req, "berkas_id", &said.berkas_id);

	if (err)
		return err;
	form_make(&form, job, &berkas_aksi_form, &said);
	if ((err = form_read_json(&form, request_body(req))))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = berkas_do(job, &said, &b)))
		return err;
	respond_record(res, 200, &berkas_record, told(&b));
	return ERR_OK;
}
