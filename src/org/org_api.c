/* SPDX-License-Identifier: Apache-2.0 */
/* People for other programs: a list with search and unit, and one person. Addresses for mail and
   the like stay here: a system is told what it needs to know whose work it shows. */
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "org/browse.h"

#define RECORD_OF struct pegawai
static const struct record_member pegawai_members[] = {
	MEMBER(pegawai_id, "Pengenal pegawai di Abdi"),
	MEMBER(nip, "NIP, 18 angka"),
	MEMBER(nama, "Nama dengan gelar"),
	MEMBER(jenis, "pns, cpns, pppk, atau pppk_paruh_waktu"),
	MEMBER(golongan, "Golongan, misalnya III/c; PPPK: IX"),
	MEMBER(pangkat, "Pangkat; kosong untuk PPPK"),
	MEMBER(jabatan_id, "Pengenal jabatan"),
	MEMBER(jabatan_nama, "Nama jabatan"),
	MEMBER(unit_id, "Pengenal unit kerja"),
	MEMBER(unit_nama, "Nama unit kerja"),
	MEMBER(tmt, "Tanggal mulai jabatan"),
	MEMBER(berakhir, "Hari terakhir bertugas di sini; null bila masih bertugas"),
	MEMBER(kontrak_mulai, "Hari pertama kontrak PPPK; null bila tidak diketahui"),
	MEMBER(kontrak_selesai, "Hari terakhir kontrak PPPK; null bila tidak diketahui"),
	MEMBER(penilai_id, "pegawai_id pejabat penilai kinerja; null bila di luar instansi"),
};
const struct record pegawai_record = RECORD("pegawai", pegawai_members, "Seorang pegawai");

/* Which people. */
struct pegawai_saring {
	struct str cari, unit_id;
};

#define FORM_RECORD struct pegawai_saring
static const struct field saring_fields[] = {
	FIELD(SEARCH, cari, "Cari", HINT("Bagian dari nama, NIP, atau jabatan."))
		FIELD(HIDDEN, unit_id, "Pengenal unit", HINT("Unit ini dan semua di bawahnya."))};
const struct form_table pegawai_saring_form = FORM_TABLE("pegawai_saring", saring_fields);

/* The cursor holds an identifier; the list goes on after that person's NIP. */
static enum err place_of(struct job *job, struct str place, struct str *nip)
{
	struct pegawai *last;
	struct id id;
	enum err err;

	*nip = STR_NONE;
	if (place.len == 0)
		return ERR_OK;
	if (!id_parse(place, &id))
		return ERR_NOT_FOUND;
	if (!(err = pegawai_show(job, &id, &last)))
		*nip = last->nip;
	return err;
}

enum err pegawai_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_address(req);
	struct pegawai_saring saring = {.cari = STR_NONE};
	struct str after;
	struct form form;
	struct records_ask ask;
	struct records_page page = {.count = 0};
	struct pegawai *people;
	struct id unit_id = {{0}};
	enum err err = records_asked(req, &ask);

	form_make(&form, job, &pegawai_saring_form, &saring);
	form_read(&form, &source);
	if (saring.unit_id.len > 0 && !id_parse(saring.unit_id, &unit_id))
		return ERR_NOT_FOUND;
	if (!err && problems_any(job->faults))
		err = ERR_INVALID;
	if (err || (err = place_of(job, ask.after, &after)) ||
	    (err = pegawai_browse(job, &unit_id, saring.cari, after, &people, &page.count)))
		return err;
	if (page.count >= ask.limit) {
		page.count = ask.limit;
		page.last = id_str(job->mem, &people[ask.limit - 1].pegawai_id);
	}
	page.rows = people;
	respond_records(res, &pegawai_record, &page);
	return ERR_OK;
}

enum err pegawai_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct pegawai *pegawai;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &id)) ||
	    (err = pegawai_show(job, &id, &pegawai)))
		return err;
	respond_record(res, 200, &pegawai_record, pegawai);
	return ERR_OK;
}
