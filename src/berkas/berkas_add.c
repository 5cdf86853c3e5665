/* SPDX-License-Identifier: Apache-2.0 */
/* A document is taken in, and begins its clock when it is complete. */
#include "audit/audit.h"
#include "berkas/berkas_form.h"
#include "berkas/berkas_own.h"
#include "berkas/berkas_step.h"
#include "form/form.h"
#include "generated/berkas_sql.h"
#include "kontak/kantor.h"
#include "law/access.h"
#include "layanan/layanan.h"
#include "org/org.h"

#define KONTAK_LEAST 8 /* digits */

enum err berkas_office(struct job *job, const struct berkas *b, struct kantor *out)
{
	int64_t first = b->diterima_at > 0 ? b->diterima_at : job->now;

	return kantor_load(job, &b->unit_id, date_add_days(date_of_time(first, ZONA_WIB), -1),
			   date_add_months(job->today, JANJI_YEARS * 12), out);
}

enum err berkas_complete(struct job *job, struct berkas *b)
{
	struct kantor kantor;
	struct standar standar;
	struct janji janji;
	int64_t until;
	enum err err;

	if ((err = berkas_office(job, b, &kantor)) ||
	    (err = standar_on(job, &b->layanan_id, date_of_time(job->now, kantor.zona), &standar)))
		return err;
	if (!standar_janji(&standar, &janji) ||
	    !janji_until(&kantor.waktu, janji_minute(job->now, kantor.zona), janji, &until)) {
		problem_add(job->faults, STR("layanan"), "berkas.no_promise",
			    STR("Layanan ini belum punya janji waktu, atau kantornya tidak pernah "
				"buka. Tetapkan standar dan jam bukanya dahulu."));
		return ERR_INVALID;
	}
	b->nomor = standar.nomor;
	b->langkah = 1;
	b->keadaan = BERKAS_JALAN;
	b->kurang = STR_NONE;
	b->lengkap_at = job->now;
	b->janji_at = janji_moment(until, kantor.zona);
	b->janji_jumlah = janji.jumlah;
	b->janji_satuan = janji_satuan_key(janji.satuan);
	return ERR_OK;
}

enum err berkas_place(struct job *job, struct berkas *b)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	if (err)
		return err;
	b->is_buka = b->keadaan != BERKAS_SELESAI && b->keadaan != BERKAS_BATAL;
	b->hapus_pada = date_add_days(job->today, (int)law.of[LAW_berkas_hapus_hari]);
	if (b->is_buka)
		b->hapus_pada = date_add_days(b->hapus_pada, (int)law.of[LAW_berkas_simpan_hari]);
	switch (b->keadaan) {
	case BERKAS_JALAN:
		b->urut = b->janji_at;
		b->hapus_pada = (struct date){0};
		break;
	case BERKAS_SIAP: b->urut = URUT_READY + b->selesai_at; break;
	default: b->urut = URUT_WAITS + b->sejak_at;
	}
	return ERR_OK;
}

struct id berkas_pelaku(const struct job *job, const struct berkas *b)
{
	return id_is_none(&job->actor->pegawai_id) ? b->unit_id : job->actor->pegawai_id;
}

enum err berkas_told(struct job *job, const struct berkas *b, struct berkas_jejak *jejak,
		     const char *deed)
{
	int newest = 0;
	enum err err = sql_jejak_newest(job, &b->berkas_id, &newest);

	jejak->urut = newest + 1;
	jejak->pada = job->now;
	if (err || (err = sql_jejak_insert(job, jejak, &b->berkas_id, &job->actor->akun_id)))
		return err;
	/* of a person nothing, not even a digest */
	return audit_add(
		job, &(struct audit_entry){
			     .deed = deed,
			     .object = b->berkas_id,
			     .after = str_format(job->mem, "%s %d %d %lld",
						 str_cstr(job->mem, berkas_keadaan_key(b->keadaan)),
						 b->nomor, b->langkah, (long long)b->janji_at)});
}

/* What must be there and is not, one a line. */
static struct str missing(struct arena *mem, const struct standar *standar, const bool *ada)
{
	struct buf out;

	buf_init(&out, mem);
	for (int i = 0; i < standar->syarat_count; i++) {
		if (!standar->syarat[i].is_wajib || ada[i])
			continue;
		if (buf_str(&out).len > 0)
			buf_add_char(&out, '\n');
		buf_add(&out, standar->syarat[i].nama);
	}
	return buf_str(&out);
}

static bool is_number(struct str kontak)
{
	int digits = 0;

	for (size_t i = 0; i < kontak.len; i++) {
		char c = kontak.at[i];
		bool is_digit = c >= '0' && c <= '9';
		digits += is_digit;
		if (!is_digit && c != ' ' && c != '-' && !(c == '+' && i == 0))
			return false;
	}
	return digits >= KONTAK_LEAST;
}

static enum err check(struct job *job, const struct berkas_masuk *typed, const struct layanan *l,
		      const struct standar *standar)
{
	form_check(&berkas_masuk_form, typed, job->faults);
	if (typed->kontak.len > 0 && !is_number(typed->kontak) &&
	    problem_for(job->faults, STR("kontak")).len == 0)
		problem_add(job->faults, STR("kontak"), "berkas.kontak",
			    STR("Tulis nomornya saja, misalnya 0812 3456 7890, atau kosongkan."));
	if (!l->is_aktif || standar->nomor == 0)
		problem_add(job->faults, STR("layanan"), "berkas.layanan",
			    STR("Layanan ini ditutup, atau standarnya belum ditetapkan."));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static enum err keep(struct job *job, const struct berkas_masuk *typed, struct berkas *b)
{
	struct berkas_keys keys;
	enum err err = berkas_keys_load(job, &keys);

	if (err)
		return err;
	b->nama = typed->nama;
	b->kontak = typed->kontak;
	if (typed->nik.len > 0)
		b->nik_hash = berkas_nik_hash(job, &keys, typed->nik);
	berkas_seal(job, &keys, b);
	crypto_wipe(&keys, sizeof keys);
	if ((err = berkas_place(job, b)) || (err = berkas_kode_make(job, &b->kode)) ||
	    (err = sql_berkas_insert(job, b)))
		return err;
	b->version = 1;
	return ERR_OK;
}

static enum err count(struct job *job, const struct berkas *b)
{
	return sql_hari_add(job, &(struct berkas_hari){.layanan_id = b->layanan_id,
						       .pelaku_id = berkas_pelaku(job, b),
						       .tanggal = date_of_time(job->now, b->zona),
						       .lama = -1,
						       .diterima = 1,
						       .lengkap_pertama = b->is_lengkap_pertama});
}

enum err berkas_add(struct job *job, const struct berkas_masuk *typed, struct berkas *out)
{
	struct berkas_jejak jejak = {.perbuatan = berkas_perbuatan_key(BERKAS_DO_TERIMA)};
	struct berkas b = {.berkas_id = id_make(), .layanan_id = typed->layanan_id};
	struct standar standar;
	struct kantor kantor;
	struct layanan l;
	enum err err;

	if ((err = layanan_load(job, &typed->layanan_id, &l)))
		return err;
	if (!access_allows(job->actor, PERM_BERKAS_WORK,
			   &(struct access_record){.unit_jalur = l.unit_jalur}))
		return ERR_FORBIDDEN;
	b.unit_id = l.unit_id;
	if ((err = kantor_load(job, &l.unit_id, job->today, job->today, &kantor)) ||
	    (err = standar_on(job, &l.layanan_id, date_of_time(job->now, kantor.zona), &standar)) ||
	    (err = check(job, typed, &l, &standar)))
		return err;
	b.zona = kantor.zona;
	b.diterima_at = b.sejak_at = job->now;
	b.nomor = standar.nomor;
	b.kurang = missing(job->mem, &standar, typed->ada);
	b.is_lengkap_pertama = b.kurang.len == 0;
	if (b.is_lengkap_pertama && (err = berkas_complete(job, &b)))
		return err;
	jejak.catatan = b.kurang;
	if ((err = keep(job, typed, &b)) || (err = count(job, &b)) ||
	    (err = berkas_told(job, &b, &jejak, "berkas.terima")))
		return err;
	return berkas_load(job, &b.berkas_id, out);
}
