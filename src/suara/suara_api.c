/* SPDX-License-Identifier: Apache-2.0 */
/* Figures for other programs: what the staff's list tells, and nothing that it does not. */
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "http/records.h"
#include "suara/suara_view.h"

/* A service with its index; is_tampil: it may be told. */
struct suara_nilai {
	struct id layanan_id;
	struct str alamat, nama, unit_nama, mutu;
	bool is_tampil;
	int64_t jumlah, indeks, percaya;
};

#define RECORD_OF struct suara_nilai
static const struct record_member members[] = {
	MEMBER(layanan_id, "Pengenal layanan di Abdi"),
	MEMBER(alamat, "Alamat halamannya untuk warga"),
	MEMBER(nama, "Nama layanan"),
	MEMBER(unit_nama, "Nama unit yang melayani"),
	MEMBER(is_tampil, "Cukup suara untuk ditampilkan"),
	MEMBER_AS(BIG, jumlah, "Jumlah suara yang dihitung", .has = RECORD_HAS(is_tampil)),
	MEMBER_AS(HUNDREDTHS, indeks, "Indeks kepuasan, 25 sampai 100",
		  .has = RECORD_HAS(is_tampil)),
	MEMBER(mutu, "Mutu A sampai D; kosong bila belum dapat ditampilkan"),
	MEMBER_AS(HUNDREDTHS, percaya, "Kepercayaan, 1 sampai 4; 0 bila tidak ditanyakan",
		  .has = RECORD_HAS(is_tampil)),
};
const struct record suara_record =
	RECORD("suara", members, "Nilai suara warga sebuah layanan pada satu periode");
#undef RECORD_OF

static struct suara_nilai told(struct arena *mem, const struct suara_baris *row)
{
	const struct suara_figures *f = &row->figures;

	return (struct suara_nilai){.layanan_id = row->lingkup_id,
				    .alamat = row->slug,
				    .nama = row->nama,
				    .unit_nama = row->unit_nama,
				    .is_tampil = f->is_shown,
				    .mutu = f->is_shown && f->mutu ? str_format(mem, "%c", f->mutu)
								   : STR_NONE,
				    .jumlah = f->n,
				    .indeks = f->index,
				    .percaya = f->percaya};
}

/* Of which period. */
struct suara_api_saring {
	struct str periode;
};
#define FORM_RECORD struct suara_api_saring
static const struct field saring_fields[] = {
	FIELD(TEXT, periode, "Periode", .most = 6,
	      HINT("202611, 2026T4, atau 2026; kosong: bulan terakhir yang lengkap."))};
const struct form_table suara_api_saring_form = FORM_TABLE("suara_api_saring", saring_fields);

/* The rows behind the one that ended the page before. */
static int place_after(const struct suara_baris *rows, int count, struct str after)
{
	for (int i = 0; i < count && after.len > 0; i++)
		if (str_equal(rows[i].slug, after))
			return i + 1;
	return after.len > 0 ? count : 0;
}

enum err suara_list_api(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct suara_api_saring saring = {.periode = STR_NONE};
	struct records_page page = {.count = 0};
	struct records_ask ask;
	struct suara_baris *rows;
	int from, to, count = 0;
	enum err err = records_asked(req, &ask);

	if (err || (err = form_read_address(req, &suara_api_saring_form, &saring)))
		return err;
	if (!suara_period_asked(saring.periode, job->today, &from, &to)) {
		problem_add(job->faults, STR("periode"), "suara.period",
			    STR("Tulis periode sebagai 202611, 2026T4, atau 2026."));
		return ERR_INVALID;
	}
	if ((err = suara_list(job, from, to, &rows, &count)))
		return err;
	int at = place_after(rows, count, ask.after);
	struct suara_nilai *out = arena_array(job->mem, struct suara_nilai, ask.limit + 1);
	for (; at < count && page.count < ask.limit; at++)
		out[page.count++] = told(job->mem, &rows[at]);
	if (at < count)
		page.last = rows[at - 1].slug;
	page.rows = out;
	respond_records(res, &suara_record, &page);
	return ERR_OK;
}
