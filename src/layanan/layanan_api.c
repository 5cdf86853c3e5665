/* SPDX-License-Identifier: Apache-2.0 */
/* Services for other programs: what is served, what is promised and what to bring. */
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "layanan/layanan_own.h"
#include "layanan/layanan_view.h"

#define RECORD_OF struct layanan
static const struct record_member layanan_members[] = {
	MEMBER(layanan_id, "Pengenal layanan di Abdi"),
	MEMBER_NAMED("alamat", slug, "Alamat halamannya untuk warga"),
	MEMBER(nama, "Nama layanan"),
	MEMBER(ringkas, "Untuk siapa, dan apa hasilnya"),
	MEMBER_NAMED("kebutuhan", kelompok, "Kebutuhan warga yang dilayani"),
	MEMBER(unit_id, "Pengenal unit yang melayani"),
	MEMBER(unit_nama, "Nama unit yang melayani"),
	MEMBER_NAMED("standar", nomor, "Versi standar yang berlaku; 0 bila belum ada"),
	MEMBER(janji_jumlah, "Waktu yang dijanjikan"),
	MEMBER(janji_satuan, "Satuannya: menit, jam_kerja, atau hari_kerja"),
	MEMBER(biaya, "Biaya atau tarif"),
	MEMBER(is_aktif, "Dibuka untuk warga"),
};
const struct record layanan_record = RECORD("layanan", layanan_members, "Sebuah layanan");
#undef RECORD_OF

/* Which services. */
struct layanan_api_saring {
	struct str cari;
};
#define FORM_RECORD struct layanan_api_saring
static const struct field saring_fields[] = {
	FIELD(SEARCH, cari, "Cari layanan", .most = LAYANAN_SLUG_MAX)};
const struct form_table layanan_api_saring_form = FORM_TABLE("layanan_api_saring", saring_fields);

enum err layanan_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct layanan_api_saring saring = {STR_NONE};
	struct records_page page = {.count = 0};
	struct layanan_cari which = {.jalur = access_scope_jalur(job->actor, PERM_LAYANAN_READ)};
	struct records_ask ask;
	struct layanan *rows;
	enum err err = records_asked(req, &ask);

	if (err || (err = form_read_address(req, &layanan_api_saring_form, &saring)))
		return err;
	which.cari = saring.cari;
	which.sesudah = ask.after;
	which.most = ask.limit + 1;
	if ((err = layanan_list(job, &which, &rows, &page.count)))
		return err;
	if (page.count > ask.limit) {
		page.count = ask.limit;
		page.last = rows[ask.limit - 1].slug;
	}
	page.rows = rows;
	respond_records(res, &layanan_record, &page);
	return ERR_OK;
}

enum err layanan_api(struct request *req, struct response *res)
{
	struct layanan layanan;
	struct id id;
	enum err err = request_id_param(req, "layanan_id", &id);

	if (err || (err = layanan_open(request_job(req), &id, PERM_LAYANAN_READ, &layanan)))
		return err;
	respond_record(res, 200, &layanan_record, &layanan);
	return ERR_OK;
}
