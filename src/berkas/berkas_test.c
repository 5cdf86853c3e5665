/* SPDX-License-Identifier: Apache-2.0 */
/* The register at a counter that is open 08.00 to 15.00, in the week of Monday 23 November 2026: a
   service that promises one working day and needs two letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "berkas/berkas_work.h"
#include "db/store_test_support.h"

#define MONDAY DATE(2026, 11, 23)
#define NIK "9171044506940003"

/* Somebody at work in the register at a moment. */
struct counter {
	struct house *house;
	enum peran peran;
	const char *jalur;
	struct date today;
	int clock; /* 1030 */
	struct berkas_masuk masuk;
	struct berkas_aksi said;
	struct berkas berkas;
	struct berkas *rows;
	struct berkas_jejak *jejak;
	struct berkas_jumlah jumlah;
	struct berkas_angka angka;
	struct berkas_bulan *bulan;
	struct berkas_lingkup lingkup;
	struct waiting waiting;
	enum berkas_tampil tampil;
	struct str cari;
	int count, most;
	int64_t forgotten;
	struct problems faults;
	enum err (*ask)(struct job *job, struct counter *counter);
};

static enum err work(struct db *db, void *arg)
{
	struct counter *c = arg;
	struct actor actor = {
		.instansi_id = *db_instansi(db), .akun_id = c->house->keeper_id, .zona = ZONA_WIB};
	struct job job = {
		.mem = c->house->mem,
		.db = db,
		.actor = &actor,
		.faults = &c->faults,
		.now = time_of_date(c->today, c->clock / 100 * 60 + c->clock % 100, ZONA_WIB),
		.today = c->today,
		.request_id = STR("uji")};

	problems_init(&c->faults, job.mem);
	if (c->peran != PERAN_PUBLIK)
		actor.scopes[actor.scope_count++] =
			(struct actor_scope){.peran = c->peran, .jalur = str_from(c->jalur)};
	return c->ask(&job, c);
}

static enum err ask(struct counter *c, enum err (*deed)(struct job *, struct counter *))
{
	c->ask = deed;
	return store_write(c->house->store, &c->house->instansi_id, work, c);
}

static enum err add(struct job *job, struct counter *c)
{
	return berkas_add(job, &c->masuk, &c->berkas);
}

static enum err act(struct job *job, struct counter *c)
{
	c->said.berkas_id = c->berkas.berkas_id;
	c->said.version = c->berkas.version;
	return berkas_do(job, &c->said, &c->berkas);
}

static enum err load(struct job *job, struct counter *c)
{
	struct id berkas_id = c->berkas.berkas_id;

	return berkas_load(job, &berkas_id, &c->berkas);
}

static enum err by_code(struct job *job, struct counter *c)
{
	return berkas_by_code(job, c->cari, &c->berkas);
}

static enum err list(struct job *job, struct counter *c)
{
	struct berkas_cari which = {.tampil = c->tampil, .most = c->most};

	if (c->count > 0) {
		which.urut = c->rows[c->count - 1].urut;
		which.berkas_id = c->rows[c->count - 1].berkas_id;
	}
	return berkas_list(job, &which, &c->rows, &c->count);
}

static enum err find(struct job *job, struct counter *c)
{
	return berkas_find(job, c->cari, 5, &c->rows, &c->count);
}

static enum err counts(struct job *job, struct counter *c)
{
	return berkas_count(job, &c->jumlah);
}

static enum err figures(struct job *job, struct counter *c)
{
	return berkas_figures(job, &c->lingkup, &c->angka);
}

static enum err series(struct job *job, struct counter *c)
{
	return berkas_series(job, &c->lingkup, &c->bulan, &c->count);
}

static enum err waits(struct job *job, struct counter *c)
{
	return berkas_waits(job, &c->waiting);
}

static enum err history(struct job *job, struct counter *c)
{
	return berkas_jejak_list(job, &c->berkas, &c->jejak, &c->count);
}

static enum err forget(struct job *job, struct counter *c)
{
	return berkas_forget(job, c->most, &c->forgotten);
}

static void lay(const struct house *house, const char *sql)
{
	(void)store_test_sql(house->store, &house->instansi_id, sql);
}

/* The service stands as the catalogue would have kept it: version 1 promises a working day. */
static struct counter opened(void **state)
{
	struct house *house = *state;
	struct counter c = {.house = house,
			    .peran = PERAN_PETUGAS_LAYANAN,
			    .jalur = "",
			    .today = MONDAY,
			    .clock = 1100,
			    .most = 10};

	lay(house, "INSERT INTO layanan (instansi_id, layanan_id, unit_id, slug, nama, ringkas, "
		   "nama_en, ringkas_en, kelompok, suara_bentuk) SELECT $1, unit_id, unit_id, "
		   "'akta', 'Akta kelahiran', '', '', '', 'keluarga', 'tiga' FROM unit WHERE "
		   "instansi_id = $1 AND induk_id IS NULL");
	for (int nomor = 1; nomor <= 2; nomor++) {
		struct str sql = str_format(
			house->mem,
			"INSERT INTO layanan_standar (instansi_id, layanan_id, nomor, status, "
			"berlaku_sejak, janji_jumlah, janji_satuan, biaya, produk, prosedur, "
			"pengaduan, dasar_hukum, sarana, kompetensi, pengawasan, pelaksana, "
			"jaminan_layanan, jaminan_aman, evaluasi, kompensasi, forum_hadir, "
			"forum_pokok, forum_jawaban) SELECT $1, layanan_id, %d, 'ditetapkan', "
			"'2026-%s', %d, 'hari_kerja', '', '', '', '', '', '', '', '', '', '', '', "
			"'', '', '', '', '' FROM layanan WHERE instansi_id = $1",
			nomor, nomor == 1 ? "01-01" : "11-26", nomor == 1 ? 1 : 3);
		lay(house, str_cstr(house->mem, sql));
		lay(house, str_cstr(house->mem,
				    str_format(house->mem,
					       "INSERT INTO layanan_syarat (instansi_id, "
					       "layanan_id, nomor, urut, nama, keterangan, "
					       "is_wajib) SELECT $1, layanan_id, %d, n, "
					       "'Surat ' || n, '', CASE WHEN n < 3 THEN 1 ELSE 0 "
					       "END FROM layanan, (SELECT 1 AS n UNION SELECT 2 "
					       "UNION SELECT 3) k WHERE instansi_id = $1",
					       nomor)));
		lay(house, str_cstr(house->mem,
				    str_format(house->mem,
					       "INSERT INTO layanan_langkah (instansi_id, "
					       "layanan_id, nomor, urut, nama) SELECT $1, "
					       "layanan_id, %d, n, 'Langkah ' || n FROM layanan, "
					       "(SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) k "
					       "WHERE instansi_id = $1",
					       nomor)));
	}
	c.masuk = (struct berkas_masuk){
		.layanan_id =
			store_test_id(house->store, &house->instansi_id,
				      "SELECT layanan_id FROM layanan WHERE instansi_id = $1"),
		.nama = STR("Marice Yoku"),
		.nik = STR(NIK),
		.kontak = STR("0812 3456 7890"),
		.ada = {true, true}};
	return c;
}

static void does(struct counter *c, enum berkas_perbuatan aksi, enum err wanted)
{
	c->said.aksi = aksi;
	assert_int_equal(ask(c, act), wanted);
}

/* A document that is complete on Monday at 11.00. */
static struct counter taken_in(void **state)
{
	struct counter c = opened(state);

	assert_int_equal(ask(&c, add), ERR_OK);
	return c;
}

static int64_t moment(int day, int clock)
{
	return time_of_date(date_add_days(MONDAY, day), clock / 100 * 60 + clock % 100, ZONA_WIB);
}

static void a_complete_document_is_promised_by_its_standard_and_calendar(void **state)
{
	struct counter c = taken_in(state);

	assert_int_equal(c.berkas.keadaan, BERKAS_JALAN);
	assert_int_equal(c.berkas.janji_at, moment(1, 1100));
	assert_int_equal(c.berkas.nomor, 1);
	assert_true(c.berkas.is_lengkap_pertama);
	assert_int_equal(c.berkas.kode.len, BERKAS_KODE_LEN);
	assert_true(str_is(c.berkas.nama, "Marice Yoku"));
	assert_true(str_is(c.berkas.langkah_nama, "Langkah 1"));
	c.today = DATE(2026, 11, 24); /* a day that is closed moves it */
	lay(c.house, "INSERT INTO unit_tutup (instansi_id, unit_id, tanggal, sebab) SELECT $1, "
		     "unit_id, '2026-11-25', 'listrik' FROM layanan WHERE instansi_id = $1");
	assert_int_equal(ask(&c, add), ERR_OK);
	assert_int_equal(c.berkas.janji_at, moment(3, 1100));
}

static void what_is_missing_is_kept_and_no_clock_runs(void **state)
{
	struct counter c = opened(state);

	c.masuk.ada[1] = false;
	assert_int_equal(ask(&c, add), ERR_OK);
	assert_int_equal(c.berkas.keadaan, BERKAS_KURANG);
	assert_true(str_is(c.berkas.kurang, "Surat 2")); /* the third one need not be there */
	assert_int_equal(c.berkas.janji_at, 0);
	does(&c, BERKAS_DO_LANGKAH, ERR_CONFLICT);
	c.today = DATE(2026, 11, 26); /* the standard of the day it became complete */
	does(&c, BERKAS_DO_SURAT, ERR_OK);
	assert_int_equal(c.berkas.nomor, 2);
	assert_int_equal(c.berkas.janji_at, moment(8, 1100)); /* Tuesday */
	assert_false(c.berkas.is_lengkap_pertama);
}

static void its_steps_end_with_a_length_in_the_promises_measure(void **state)
{
	struct counter c = taken_in(state);

	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	assert_int_equal(c.berkas.langkah, 2);
	assert_int_equal(c.berkas.keadaan, BERKAS_JALAN);
	c.today = DATE(2026, 11, 24);
	c.clock = 930; /* of 420 minutes 240 and 90 */
	c.said.rak = STR("C-12");
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	assert_int_equal(c.berkas.keadaan, BERKAS_SIAP);
	assert_int_equal(c.berkas.lama, 57 + 21);
	assert_true(str_is(c.berkas.langkah_nama, "Langkah 3"));
	assert_true(str_is(c.berkas.rak, "C-12"));
	does(&c, BERKAS_DO_SERAH, ERR_OK);
	assert_false(c.berkas.is_buka);
	assert_int_equal(date_compare(c.berkas.hapus_pada, DATE(2026, 12, 24)), 0);
	assert_int_equal(ask(&c, history), ERR_OK);
	assert_int_equal(c.count, 4);
	assert_true(str_is(c.jejak[1].langkah_nama, "Langkah 1"));
	assert_true(str_is(c.jejak[3].perbuatan, "serah"));
	does(&c, BERKAS_DO_BATAL, ERR_CONFLICT);
}

static void waiting_for_the_citizen_stops_the_clock(void **state)
{
	struct counter c = taken_in(state);

	c.clock = 1400; /* an hour of Monday and three of Tuesday are left */
	does(&c, BERKAS_DO_TUNGGU, ERR_INVALID);
	assert_true(problem_is(&c.faults, STR("kurang"), "berkas.needed"));
	c.said.kurang = STR("Buku nikah (asli)");
	does(&c, BERKAS_DO_TUNGGU, ERR_OK);
	assert_int_equal(c.berkas.sejak_at, moment(0, 1400));
	c.today = DATE(2026, 11, 25);
	c.clock = 1300;
	does(&c, BERKAS_DO_SURAT, ERR_OK);
	assert_int_equal(c.berkas.janji_at, moment(3, 1000));
	assert_int_equal(c.berkas.kurang.len, 0);
	assert_int_equal(c.berkas.tunggu_lama, 14 + 100 + 71);
	c.today = DATE(2026, 11, 26);
	c.clock = 1000;
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	c.lingkup = (struct berkas_lingkup){.from = MONDAY, .to = c.today};
	assert_int_equal(ask(&c, figures), ERR_OK);
	assert_int_equal(c.angka.tepat, 1); /* at the very minute */
}

static void the_citizen_is_told_why_and_until_when_instead(void **state)
{
	struct counter c = taken_in(state);

	c.today = DATE(2026, 11, 24);
	c.clock = 1015;
	does(&c, BERKAS_DO_KABARI, ERR_INVALID);
	assert_true(problem_is(&c.faults, STR("sebab"), "berkas.needed"));
	assert_true(problem_is(&c.faults, STR("akan_tanggal"), "berkas.day"));
	c.said.sebab = STR("Mesin cetak rusak.");
	c.said.akan_tanggal = c.today;
	c.said.akan_jam = STR("11.00"); /* the promise itself */
	does(&c, BERKAS_DO_KABARI, ERR_INVALID);
	assert_true(problem_is(&c.faults, STR("akan_tanggal"), "berkas.early"));
	c.said.akan_jam = STR("25.00");
	does(&c, BERKAS_DO_KABARI, ERR_INVALID);
	assert_true(problem_is(&c.faults, STR("akan_jam"), "berkas.clock"));
	c.said.akan_jam = STR("11.01");
	does(&c, BERKAS_DO_KABARI, ERR_OK);
	assert_int_equal(c.berkas.akan_at, moment(1, 1101));
	assert_int_equal(c.berkas.tahu_at, moment(1, 1015));
	assert_int_equal(c.berkas.janji_at, moment(1, 1100));
}

static void overdue_comes_first_and_who_was_not_told_is_a_duty(void **state)
{
	struct counter c = taken_in(state);

	c.clock = 1200;
	assert_int_equal(ask(&c, add), ERR_OK);
	c.masuk.ada[0] = false;
	assert_int_equal(ask(&c, add), ERR_OK);
	c.today = DATE(2026, 11, 24);
	c.clock = 1100;
	assert_int_equal(ask(&c, waits), ERR_OK);
	assert_int_equal(c.waiting.count, 0); /* the minute itself is in time */
	c.clock = 1101;
	assert_int_equal(ask(&c, waits), ERR_OK);
	assert_int_equal(c.waiting.count, 1);
	assert_true(str_is(c.waiting.who, "Akta kelahiran"));
	assert_int_equal(ask(&c, counts), ERR_OK);
	assert_int_equal(c.jumlah.semua, 3);
	assert_int_equal(c.jumlah.lewat, 1);
	assert_int_equal(c.jumlah.hari_ini, 1);
	assert_int_equal(c.jumlah.warga, 1);
	assert_int_equal(c.jumlah.siap, 0);
	c.most = 2;
	assert_int_equal(ask(&c, list), ERR_OK);
	assert_int_equal(c.count, 2);
	assert_int_equal(c.rows[0].janji_at, moment(1, 1100));
	assert_int_equal(c.rows[1].janji_at, moment(1, 1200));
	assert_int_equal(ask(&c, list), ERR_OK); /* and goes on behind them */
	assert_int_equal(c.count, 1);
	assert_int_equal(c.rows[0].keadaan, BERKAS_KURANG);
	c.count = 0;
	c.tampil = BERKAS_LEWAT;
	assert_int_equal(ask(&c, list), ERR_OK);
	assert_int_equal(c.count, 1);
	c.berkas = c.rows[0];
	c.said.sebab = STR("Mesin cetak rusak.");
	c.said.akan_tanggal = c.today;
	c.said.akan_jam = STR("14:00");
	does(&c, BERKAS_DO_KABARI, ERR_OK);
	assert_int_equal(ask(&c, waits), ERR_OK);
	assert_int_equal(c.waiting.count, 0);
	c.clock = 1401; /* late again */
	assert_int_equal(ask(&c, waits), ERR_OK);
	assert_int_equal(c.waiting.count, 2);
}

static void a_code_is_found_however_it_is_written(void **state)
{
	struct counter c = taken_in(state);
	struct str kode = c.berkas.kode;

	c.peran = PERAN_PUBLIK;
	c.cari = str_format(c.house->mem, " %.4s - %.4s ",
			    str_cstr(c.house->mem, str_lower(c.house->mem, kode)),
			    str_cstr(c.house->mem, str_lower(c.house->mem, kode)) + 4);
	assert_int_equal(ask(&c, by_code), ERR_OK);
	assert_true(str_equal(c.berkas.kode, kode));
	assert_int_equal(c.berkas.nama.len, 0); /* whose it is nobody learns by it */
	assert_int_equal(ask(&c, load), ERR_NOT_FOUND);
	c.cari = STR("K7M2-Q9RO");
	assert_int_equal(ask(&c, by_code), ERR_NOT_FOUND);
	assert_true(str_is(berkas_kode_text(c.house->mem, STR("K7M2Q9RD")), "K7M2-Q9RD"));
}

static void staff_find_by_code_nik_and_place_and_never_by_name(void **state)
{
	struct counter c = taken_in(state);

	c.said.rak = STR("C-12");
	does(&c, BERKAS_DO_RAK, ERR_OK);
	const struct str found[] = {str_slice(c.berkas.kode, 0, 4), STR("9171 0445 0694 0003"),
				    STR("c-12")};
	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		c.cari = found[i];
		assert_int_equal(ask(&c, find), ERR_OK);
		assert_int_equal(c.count, 1);
		assert_true(str_is(c.rows[0].nama, "Marice Yoku"));
	}
	const char *const none[] = {"Marice", "Yoku", "9171044506940004", ""};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		c.cari = str_from(none[i]);
		assert_int_equal(ask(&c, find), ERR_OK);
		assert_int_equal(c.count, 0);
	}
}

static void nothing_of_a_person_stands_in_plain(void **state)
{
	struct counter c = taken_in(state);

	assert_int_equal(store_test_count(c.house->store, &c.house->instansi_id,
					  "SELECT COUNT(*) FROM berkas WHERE instansi_id = $1 AND "
					  "length(nik_hash) = 32 AND length(nama) > 30 AND "
					  "length(kontak) > 30"),
			 1);
	assert_true(str_is(c.berkas.kontak, "0812 3456 7890"));
	c.masuk.nik = c.masuk.kontak = STR_NONE;
	assert_int_equal(ask(&c, add), ERR_OK);
	assert_int_equal(store_test_count(c.house->store, &c.house->instansi_id,
					  "SELECT COUNT(*) FROM berkas WHERE instansi_id = $1 AND "
					  "nik_hash IS NULL AND kontak IS NULL"),
			 1);
}

static void an_officer_of_another_unit_and_others_work_on_none(void **state)
{
	struct counter c = taken_in(state);

	c.jalur = "/unit-lain/";
	assert_int_equal(ask(&c, add), ERR_FORBIDDEN);
	assert_int_equal(ask(&c, load), ERR_NOT_FOUND);
	does(&c, BERKAS_DO_LANGKAH, ERR_NOT_FOUND);
	assert_int_equal(ask(&c, list), ERR_OK);
	assert_int_equal(c.count, 0);
	assert_int_equal(ask(&c, waits), ERR_OK);
	c.jalur = "";
	c.peran = PERAN_AUDITOR;
	assert_int_equal(ask(&c, list), ERR_FORBIDDEN);
	assert_int_equal(ask(&c, add), ERR_FORBIDDEN);
}

static void what_was_typed_wrong_is_told_and_a_document_that_moved_on_conflicts(void **state)
{
	struct counter c = taken_in(state);

	c.said.version = 7;
	c.berkas.version = 7;
	does(&c, BERKAS_DO_LANGKAH, ERR_CONFLICT);
	c.masuk.nama = STR_NONE;
	c.masuk.nik = STR("917104450694000");
	c.masuk.kontak = STR("Pak RT");
	assert_int_equal(ask(&c, add), ERR_INVALID);
	assert_true(problem_for(&c.faults, STR("nama")).len > 0);
	assert_true(problem_for(&c.faults, STR("nik")).len > 0);
	assert_true(problem_is(&c.faults, STR("kontak"), "berkas.kontak"));
	lay(c.house, "UPDATE layanan SET is_aktif = 0 WHERE instansi_id = $1");
	assert_int_equal(ask(&c, add), ERR_INVALID);
	assert_true(problem_is(&c.faults, STR("layanan"), "berkas.layanan"));
}

/* Fifteen documents, each finished a while later than the one before; one of them is taken back and
   finished again. */
static void the_days_tell_the_same_as_the_documents(void **state)
{
	struct counter c = opened(state);

	for (int i = 0; i < 15; i++) {
		c.today = date_add_days(MONDAY, i % 3);
		c.clock = 800 + i;
		assert_int_equal(ask(&c, add), ERR_OK);
		c.today = date_add_days(c.today, 1);
		c.clock = 800 + i % 5 * 100;
		does(&c, BERKAS_DO_LANGKAH, ERR_OK);
		does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	}
	does(&c, BERKAS_DO_MUNDUR, ERR_OK);
	assert_int_equal(c.berkas.keadaan, BERKAS_JALAN);
	c.clock = 1459;
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	c.lingkup = (struct berkas_lingkup){.from = MONDAY, .to = date_add_days(MONDAY, 6)};
	assert_int_equal(ask(&c, figures), ERR_OK);
	const char *const same[] = {
		"SELECT COUNT(*) FROM berkas WHERE instansi_id = $1",
		"SELECT COUNT(*) FROM berkas WHERE instansi_id = $1 AND selesai_at > 0",
		("SELECT COUNT(*) FROM berkas WHERE instansi_id = $1 AND selesai_at > 0 AND "
		 "selesai_at / 60000000 <= janji_at / 60000000"),
		"SELECT lama FROM berkas WHERE instansi_id = $1 ORDER BY lama LIMIT 1 OFFSET 7",
		"SELECT lama FROM berkas WHERE instansi_id = $1 ORDER BY lama LIMIT 1 OFFSET 13"};
	const int64_t days[] = {c.angka.diterima, c.angka.selesai, c.angka.tepat, c.angka.median,
				c.angka.p90};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		assert_int_equal(days[i],
				 store_test_count(c.house->store, &c.house->instansi_id, same[i]));
	assert_int_equal(c.angka.selesai, 15);
	assert_true(c.angka.tepat > 0 && c.angka.tepat < 15);
	assert_int_equal(c.angka.lengkap_pertama, 15);
	assert_true(str_is(c.angka.ukuran, "hari"));
	c.lingkup.pelaku_id = c.house->keeper_id; /* nobody of the agency finished them */
	assert_int_equal(ask(&c, figures), ERR_OK);
	assert_int_equal(c.angka.selesai, 0);
	c.lingkup = (struct berkas_lingkup){.from = DATE(2026, 10, 15), .to = DATE(2026, 12, 5)};
	assert_int_equal(ask(&c, series), ERR_OK);
	assert_int_equal(c.count, 3);
	assert_int_equal(date_compare(c.bulan[2].mulai, DATE(2026, 12, 1)), 0);
	assert_int_equal(c.bulan[1].angka.selesai, 15);
}

static void on_its_day_the_person_is_forgotten_and_the_figures_stay(void **state)
{
	struct counter c = taken_in(state);
	struct str kode = c.berkas.kode;

	c.said.kurang = STR("Buku nikah (asli)");
	does(&c, BERKAS_DO_TUNGGU, ERR_OK);
	does(&c, BERKAS_DO_SURAT, ERR_OK);
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	does(&c, BERKAS_DO_LANGKAH, ERR_OK);
	does(&c, BERKAS_DO_SERAH, ERR_OK);
	c.today = DATE(2026, 12, 22);
	assert_int_equal(ask(&c, forget), ERR_OK);
	assert_int_equal(c.forgotten, 0);
	c.today = DATE(2026, 12, 23);
	assert_int_equal(ask(&c, forget), ERR_OK);
	assert_int_equal(c.forgotten, 1);
	assert_int_equal(store_test_count(c.house->store, &c.house->instansi_id,
					  "SELECT COUNT(*) FROM berkas WHERE instansi_id = $1 AND "
					  "(nama IS NOT NULL OR kontak IS NOT NULL OR nik_hash IS "
					  "NOT NULL)"),
			 0);
	assert_int_equal(store_test_count(c.house->store, &c.house->instansi_id,
					  "SELECT COUNT(*) FROM berkas_jejak WHERE instansi_id = "
					  "$1 AND catatan <> ''"),
			 0);
	c.cari = kode;
	assert_int_equal(ask(&c, by_code), ERR_OK);
	assert_int_equal(c.berkas.keadaan, BERKAS_SELESAI);
	c.lingkup = (struct berkas_lingkup){.from = MONDAY, .to = c.today};
	assert_int_equal(ask(&c, figures), ERR_OK);
	assert_int_equal(c.angka.selesai, 1);
	assert_int_equal(ask(&c, forget), ERR_OK);
	assert_int_equal(c.forgotten, 0);
}

static void what_is_never_fetched_ends_with_its_person(void **state)
{
	struct counter c = opened(state);

	c.masuk.ada[0] = false;
	assert_int_equal(ask(&c, add), ERR_OK);
	assert_int_equal(date_compare(c.berkas.hapus_pada, date_add_days(MONDAY, 120)), 0);
	c.today = date_add_days(MONDAY, 120);
	assert_int_equal(ask(&c, forget), ERR_OK);
	assert_int_equal(ask(&c, load), ERR_OK);
	assert_int_equal(c.berkas.keadaan, BERKAS_BATAL);
	assert_false(c.berkas.is_buka);
	c.masuk.ada[0] = true;
	assert_int_equal(ask(&c, add), ERR_OK);
	assert_true(date_is_none(c.berkas.hapus_pada)); /* one that runs keeps its person */
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_complete_document_is_promised_by_its_standard_and_calendar),
		T(what_is_missing_is_kept_and_no_clock_runs),
		T(its_steps_end_with_a_length_in_the_promises_measure),
		T(waiting_for_the_citizen_stops_the_clock),
		T(the_citizen_is_told_why_and_until_when_instead),
		T(overdue_comes_first_and_who_was_not_told_is_a_duty),
		T(a_code_is_found_however_it_is_written),
		T(staff_find_by_code_nik_and_place_and_never_by_name),
		T(nothing_of_a_person_stands_in_plain),
		T(an_officer_of_another_unit_and_others_work_on_none),
		T(what_was_typed_wrong_is_told_and_a_document_that_moved_on_conflicts),
		T(the_days_tell_the_same_as_the_documents),
		T(on_its_day_the_person_is_forgotten_and_the_figures_stay),
		T(what_is_never_fetched_ends_with_its_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
