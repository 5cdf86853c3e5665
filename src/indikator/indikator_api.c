/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue and its values for other programs: read, and put by hand with a key of its own. */
#include "form/form_schema.h"
#include "form/form_web.h"
#include "form/list.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "indikator/nilai.h"

#define RECORD_OF struct indikator
static const struct record_member indikator_members[] = {
	MEMBER(indikator_id, "Pengenal indikator di Abdi"),
	MEMBER(nama, "Nama indikator"),
	MEMBER(unit_id, "Pengenal unit pemilik"),
	MEMBER(unit_nama, "Unit pemilik"),
	MEMBER(nomor, "Nomor versi"),
	MEMBER(status, "usul, berlaku, atau ditolak"),
	MEMBER(sejak, "Hari versi ini mulai berlaku"),
	MEMBER(is_henti, "Apakah indikator berhenti sejak hari itu"),
	MEMBER_NAMED("jenis", rumus.jenis, "keluaran atau hasil"),
	MEMBER_NAMED("aspek", rumus.aspek, "kuantitas, kualitas, waktu, atau biaya"),
	MEMBER_NAMED("arah", rumus.arah, "higher_better atau lower_better"),
	MEMBER_NAMED("satuan", rumus.satuan, "Satuan"),
	MEMBER_NAMED("gabung", rumus.gabung, "jumlah, bagian, rata, atau akhir"),
	MEMBER_NAMED("pembilang", rumus.pembilang, "Yang dihitung; kosong bila tanpa penyebut"),
	MEMBER_NAMED("penyebut", rumus.penyebut, "Dari berapa; kosong bila tanpa penyebut"),
	MEMBER_NAMED("sumber", rumus.sumber, "Sumber angkanya"),
	MEMBER_NAMED("unsur", rumus.unsur, "Unsur kepuasan; kosong bila tidak dipakai"),
	MEMBER(is_wilayah, "Apakah diisi per wilayah"),
	MEMBER(atribusi, "pegawai, tim, atau unit"),
	MEMBER_AS(HUNDREDTHS, target, "Target setahun; null bila tidak ada",
		  .has = RECORD_HAS(has_target)),
};
const struct record indikator_record = RECORD("indikator", indikator_members, "Satu indikator");
#undef RECORD_OF

#define RECORD_OF struct nilai
static const struct record_member nilai_members[] = {
	MEMBER(nilai_id, "Pengenal nilai di Abdi"),
	MEMBER(indikator_id, "Pengenal indikator"),
	MEMBER(bulan, "Tahun dan bulan, misalnya 202611"),
	MEMBER(unit_id, "Pengenal unit"),
	MEMBER(wilayah_id, "Pengenal wilayah; null bila tidak per wilayah"),
	MEMBER(pegawai_id, "Pengenal pegawai; null bila bukan milik perorangan"),
	MEMBER_AS(HUNDREDTHS, pembilang, "Nilainya; dengan penyebut: pembilangnya"),
	MEMBER_AS(HUNDREDTHS, penyebut, "Penyebutnya; 0 bila tidak ada"),
	MEMBER(cacah, "Banyaknya kasus; 0 bila tidak diketahui"),
	MEMBER(asal, "manual, impor, atau sendiri"),
	MEMBER(sumber_data, "Sumber data"),
	MEMBER_AS(MOMENT, diisi_at, "Saat diisi"),
};
const struct record nilai_record = RECORD("nilai", nilai_members, "Satu nilai indikator");
#undef RECORD_OF

#define FORM_RECORD struct nilai_daftar
static const struct field daftar_fields[] = {
	FIELD(WHOLE, dari, "Sejak bulan", LIMITS(200001, 210012), .is_zero_blank = true,
	      HINT("Tahun dan bulan, misalnya 202601."))
		FIELD(WHOLE, sampai, "Sampai bulan", LIMITS(200001, 210012),
		      .is_zero_blank = true)};
const struct form_table nilai_daftar_form = FORM_TABLE("nilai_daftar", daftar_fields);
#undef FORM_RECORD

#define FORM_RECORD struct nilai
static const struct field kirim_fields[] = {
	FIELD(WHOLE, bulan, "Bulan", LIMITS(200001, 210012), .is_needed = true,
	      HINT("Tahun dan bulan, misalnya 202601.")) FIELD(HIDDEN, unit_id, "Pengenal unit",
							       HINT("Kosong berarti unit pemilik."))
		FIELD(HIDDEN, wilayah_id, "Pengenal wilayah") FIELD(HIDDEN, pegawai_id,
								    "Pengenal pegawai")
			FIELD_AS(HUNDREDTHS, "nilai", pembilang, "Nilai", .is_needed = true) FIELD(
				HUNDREDTHS, penyebut,
				"Penyebut") FIELD(WHOLE, cacah, "Banyaknya kasus",
						  LIMITS(0, INDIKATOR_CACAH_MOST))
				FIELD(TEXT, sumber_data, "Sumber data", .most = NILAI_SUMBER_MAX)
					FIELD(TEXT, yakin, "Nilai sekali lagi, bila ditanya",
					      .most = 40)};
const struct form_table nilai_kiriman_form = FORM_TABLE("nilai_kiriman", kirim_fields);

enum err indikator_list_api(struct request *req, struct response *res)
{
	struct indikator_saring saring = {.cari = STR_NONE};
	struct records_page page;
	struct records_ask ask;
	struct list list;
	enum err err;

	list_read(&list, req, &indikator_saring_form, &saring);
	if ((err = records_asked(req, &ask)) || list_status(&list) != 200)
		return err ? err : ERR_INVALID;
	if ((err = indikator_list(request_job(req), &saring, &ask, &page)))
		return err;
	respond_records(res, &indikator_record, &page);
	return ERR_OK;
}

/* What holds today, else what is newest. */
enum err indikator_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct indikator *versi;
	struct id id;
	int count = 0;
	enum err err;

	if ((err = request_id_param(req, "indikator_id", &id)) ||
	    (err = indikator_versions(job, &id, &versi, &count)))
		return err;
	const struct indikator *k = indikator_of_month(versi, count, bulan_of_date(job->today));
	respond_record(res, 200, &indikator_record, k ? k : &versi[0]);
	return ERR_OK;
}

enum err nilai_list_api(struct request *req, struct response *res)
{
	struct nilai_daftar which = {.dari = 0};
	struct records_page page;
	struct records_ask ask;
	struct list list;
	struct id id;
	enum err err;

	list_read(&list, req, &nilai_daftar_form, &which);
	if ((err = request_id_param(req, "indikator_id", &id)) ||
	    (err = records_asked(req, &ask)) || list_status(&list) != 200)
		return err ? err : ERR_INVALID;
	if ((err = nilai_list(request_job(req), &id, &which, &ask, &page)))
		return err;
	respond_records(res, &nilai_record, &page);
	return ERR_OK;
}

enum err nilai_put_api(struct request *req, struct response *res)
{
	struct form *form = form_new(req, &nilai_kiriman_form);
	struct job *job = request_job(req);
	struct nilai *n = form->record;
	struct indikator *versi;
	int count = 0;
	enum err err;

	if ((err = form_read_json(form, request_body(req))) ||
	    (err = request_id_param(req, "indikator_id", &n->indikator_id)) ||
	    (err = indikator_versions(job, &n->indikator_id, &versi, &count)))
		return err;
	if (id_is_none(&n->unit_id))
		n->unit_id = versi[0].unit_id;
	n->field = STR("nilai");
	if ((err = nilai_put(job, n)))
		return err;
	respond_record(res, 200, &nilai_record, n);
	return ERR_OK;
}
