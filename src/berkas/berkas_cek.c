/* SPDX-License-Identifier: Apache-2.0 */
/* A document as whoever has its code may see it: never whose it is (REG-02). */
#include "berkas/berkas_cek.h"

#include "base/say.h"
#include "kontak/kontak.h"
#include "law/access.h"
#include "org/org.h"

static struct str day_and_clock(struct job *job, int64_t at, enum zona zona)
{
	return str_format(job->mem, "%.*s, %.*s", STR_ARG(berkas_day(job, at, zona)),
			  STR_ARG(berkas_clock(job, at, zona)));
}

static void split(struct job *job, struct str lines, struct berkas_cek *out)
{
	out->kurang = arena_array(job->mem, struct str, lines.len + 1);
	while (lines.len > 0) {
		struct str line = str_trim(str_cut(lines, '\n', &lines));
		if (line.len > 0)
			out->kurang[out->kurang_count++] = line;
	}
}

/* When each step was done last; one that was taken back is open again. */
static void done_at(const struct berkas_jejak *trail, int count, int64_t *done, int steps)
{
	for (int i = 0; i < count; i++) {
		int step = trail[i].langkah;
		if (step < 1 || step > steps)
			continue;
		if (str_is(trail[i].perbuatan, "langkah"))
			done[step] = trail[i].pada;
		if (str_is(trail[i].perbuatan, "mundur"))
			done[step] = 0;
	}
}

static struct berkas_langkah received(struct job *job, const struct berkas *b)
{
	return (struct berkas_langkah){
		.nama = b->lengkap_at > 0 ? SAY(job->mem, "Diterima, berkas lengkap")
					  : SAY(job->mem, "Diterima"),
		.kecil = day_and_clock(job, b->lengkap_at > 0 ? b->lengkap_at : b->diterima_at,
				       b->zona),
		.is_done = true};
}

static void add_step(struct job *job, const struct berkas *b, int number, int64_t done,
		     struct berkas_langkah *step)
{
	bool is_ready = b->selesai_at > 0;

	step->is_done = is_ready || number < b->langkah;
	step->is_now = !is_ready && number == b->langkah;
	if (step->is_done)
		step->kecil = day_and_clock(job, done > 0 ? done : b->selesai_at, b->zona);
	else if (step->is_now && b->keadaan == BERKAS_TUNGGU)
		step->kecil = SAY(job->mem, "menunggu surat dari Anda");
}

static enum err load_steps(struct job *job, const struct standar *standar, struct berkas_cek *out)
{
	int64_t *done = arena_array(job->mem, int64_t, standar->langkah_count + 1);
	struct berkas_jejak *trail = NULL;
	int count = 0;
	enum err err = berkas_jejak_list(job, &out->berkas, &trail, &count);

	if (err)
		return err;
	done_at(trail, count, done, standar->langkah_count);
	out->steps = arena_array(job->mem, struct berkas_langkah, standar->langkah_count + 1);
	out->steps[out->step_count++] = received(job, &out->berkas);
	for (int i = 0; i < standar->langkah_count; i++) {
		struct berkas_langkah *step = &out->steps[out->step_count++];
		*step = (struct berkas_langkah){.nama = standar->langkah[i].nama};
		add_step(job, &out->berkas, i + 1, done[i + 1], step);
	}
	if (out->berkas.keadaan == BERKAS_JALAN)
		out->steps[out->step_count - 1].kecil =
			str_format(job->mem, "%.*s, %.*s", STR_ARG(out->hari), STR_ARG(out->pukul));
	return ERR_OK;
}

/* Where and until when it can be fetched. */
static enum err load_fetching(struct job *job, struct berkas_cek *out)
{
	struct kontak_buka open;
	struct kontak kontak;
	struct law_values law;
	enum err err = kontak_load(job, &out->berkas.unit_id, &kontak);

	if (err || (err = kontak_buka_load(job, &kontak, &open)) ||
	    (err = setelan_values_load(job, job->today, &law)))
		return err;
	out->kantor = open.sentence;
	out->simpan = say_date(job->mem,
			       date_add_days(date_of_time(out->berkas.selesai_at, out->berkas.zona),
					     (int)law.of[LAW_berkas_simpan_hari]));
	return ERR_OK;
}

static void set_times(struct job *job, struct berkas_cek *out)
{
	const struct berkas *b = &out->berkas;
	bool is_new = b->akan_at > job->now && b->keadaan == BERKAS_JALAN;
	int64_t when = is_new ? b->akan_at : b->serah_at > 0 ? b->serah_at : b->janji_at;

	out->janji = berkas_janji_of(job, b);
	if (is_new)
		out->semula = day_and_clock(job, b->janji_at, b->zona);
	if (when > 0) {
		out->hari = berkas_day(job, when, b->zona);
		out->pukul = say_format(job->mem, "pukul %.*s",
					STR_ARG(berkas_clock(job, when, b->zona)));
	}
	if (b->sejak_at > 0)
		out->sejak = berkas_when(job, b->sejak_at, b->zona);
	out->diterima = day_and_clock(job, b->diterima_at, b->zona);
	out->seen = day_and_clock(job, job->now, b->zona);
}

enum err berkas_cek_make(struct job *job, const struct berkas *b, struct berkas_cek *out)
{
	struct standar standar;
	struct layanan l;
	enum err err;

	*out = (struct berkas_cek){.berkas = *b, .kode = berkas_kode_text(job->mem, b->kode)};
	if ((err = layanan_load(job, &b->layanan_id, &l)) ||
	    (err = standar_load(job, &b->layanan_id, b->nomor, &standar)))
		return err;
	out->layanan = job->actor->bahasa == BAHASA_EN && l.nama_en.len > 0 ? l.nama_en : l.nama;
	if (b->keadaan == BERKAS_KURANG || b->keadaan == BERKAS_TUNGGU)
		split(job, b->kurang, out);
	set_times(job, out);
	if (out->janji == BERKAS_TELAT)
		out->kompensasi = standar.kompensasi;
	if (b->keadaan == BERKAS_SIAP && (err = load_fetching(job, out)))
		return err;
	return b->keadaan == BERKAS_BATAL ? ERR_OK : load_steps(job, &standar, out);
}

void berkas_cek_draw(struct job *job, struct str address, struct berkas_cek *view)
{
	if (address.len > 0)
		view->url =
			str_format(job->mem, "%.*s/w/%.*s/cek/%.*s", STR_ARG(address),
				   STR_ARG(job->actor->instansi_slug), STR_ARG(view->berkas.kode));
	view->has_qr =
		qr_make(job->mem, view->url.len > 0 ? view->url : view->kode, &view->qr) == ERR_OK;
}
