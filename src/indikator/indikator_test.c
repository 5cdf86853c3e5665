/* SPDX-License-Identifier: Apache-2.0 */
/* Areas, definitions and their versions, values: kept, refused, decided and put together as the use
   cases promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "indikator/indikator.h"
#include "indikator/nilai_bulan.h"
#include "indikator/wilayah.h"
#include "law/access.h"

/* A city with a health office and one of its health centres. */
struct room {
	struct store *store;
	struct id instansi, akun, kota, dinas, puskesmas;
	struct arena *mem;
	struct problems faults;
	struct actor actor;
};

typedef enum err use_case(struct job *job, void *arg);
struct call {
	struct room *room;
	use_case *run;
	void *arg;
};

static const int64_t NOW = 1775098800000000; /* 2 April 2026, 03:00 UTC */

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct room *room = call->room;
	struct job job = {.mem = room->mem,
			  .db = db,
			  .actor = &room->actor,
			  .faults = &room->faults,
			  .now = NOW,
			  .today = DATE(2026, 4, 2),
			  .request_id = STR("uji")};

	problems_init(&room->faults, room->mem);
	return call->run(&job, call->arg);
}

static enum err as(struct room *room, enum peran peran, const char *jalur, use_case *run, void *arg)
{
	struct call call = {room, run, arg};

	room->actor = (struct actor){.instansi_id = room->instansi,
				     .akun_id = room->akun,
				     .is_signed_in = true,
				     .zona = ZONA_WIT,
				     .scope_count = 1,
				     .scopes = {{peran, str_from(jalur)}}};
	return store_write(room->store, &room->instansi, work, &call);
}

#define ADMIN PERAN_ADMIN_KEPEGAWAIAN, ""
#define HEAD PERAN_PIMPINAN_UNIT, "/K/D/"

/* Below the unit of that code; the first one stands alone. */
static struct id add_unit(struct room *room, const char *kode, const char *jalur)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	bool is_sqlite = strcmp(store_engine(room->store), "sqlite") == 0;
	struct str find = str_format(
		mem, "SELECT unit_id FROM unit WHERE instansi_id = $1 AND kode = '%s'", kode);

	(void)store_test_sql(
		room->store, &room->instansi,
		str_format(
			mem,
			"INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, zona, "
			"valid_from) VALUES ($1, %s, '%s', 'Unit %s', '%s', 'dinas', 'WIT', "
			"'2020-01-01')",
			is_sqlite ? "randomblob(16)" : "gen_random_uuid()", kode, kode, jalur)
			.at);
	return store_test_id(room->store, &room->instansi, find.at);
}

static int begin(void **state)
{
	static struct room room;

	room = (struct room){.store = store_for_test(), .mem = arena_make(), .akun = id_make()};
	room.instansi = store_test_instansi(room.store, "uji");
	room.kota = add_unit(&room, "K", "/K/");
	room.dinas = add_unit(&room, "D", "/K/D/");
	room.puskesmas = add_unit(&room, "P", "/K/D/P/");
	*state = &room;
	return 0;
}

static int end(void **state)
{
	struct room *room = *state;

	store_end_test(room->store);
	arena_close(&room->mem);
	return 0;
}

/* --- areas --- */

static enum err save_area(struct job *job, void *arg)
{
	return wilayah_save(job, arg);
}

static struct wilayah add_area(struct room *room, const char *kode, const char *nama,
			       const struct wilayah *induk)
{
	struct wilayah w = {.kode = str_from(kode),
			    .nama = str_from(nama),
			    .jenis = induk ? STR("kelurahan") : STR("kecamatan"),
			    .induk_id = induk ? induk->wilayah_id : (struct id){{0}},
			    .sejak = DATE(2020, 1, 1)};

	assert_int_equal(as(room, ADMIN, save_area, &w), ERR_OK);
	w.version = 1;
	return w;
}

struct listing {
	struct wilayah_saring saring;
	struct records_page page;
};

static enum err list_areas(struct job *job, void *arg)
{
	struct listing *listing = arg;
	struct records_ask ask = {.limit = 10};

	return wilayah_list(job, &listing->saring, &ask, &listing->page);
}

static void an_area_stands_behind_the_one_it_is_in(void **state)
{
	struct room *room = *state;
	struct wilayah manoi = add_area(room, "92.71.05", "Sorong Manoi", NULL);
	struct wilayah sorong = add_area(room, "92.71.01", "Sorong", NULL);
	struct listing listing = {.page.count = 0};

	(void)add_area(room, "92.71.05.1001", "Remu", &manoi);
	(void)add_area(room, "92.71.01.1002", "Kampung Baru", &sorong);
	assert_int_equal(as(room, PERAN_AUDITOR, "", list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 4);
	const struct wilayah *rows = listing.page.rows;
	assert_true(str_is(rows[0].nama, "Sorong"));
	assert_true(str_is(rows[1].nama, "Kampung Baru"));
	assert_true(str_is(rows[1].induk_nama, "Sorong"));
	assert_true(str_is(rows[3].nama, "Remu"));
	listing.saring.cari = STR("remu");
	assert_int_equal(as(room, PERAN_AUDITOR, "", list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 1);
}

static void an_area_that_cannot_be_is_refused(void **state)
{
	struct room *room = *state;
	struct wilayah first = add_area(room, "1", "Sorong", NULL);
	struct wilayah w = {.kode = STR("1"),
			    .nama = STR("Lain"),
			    .jenis = STR("kelurahan"),
			    .sejak = DATE(2026, 1, 2),
			    .sampai = DATE(2026, 1, 1)};

	assert_int_equal(as(room, ADMIN, save_area, &w), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("kode"), "wilayah.kode_taken"));
	assert_true(problem_is(&room->faults, STR("induk_id"), "wilayah.induk_missing"));
	assert_true(problem_is(&room->faults, STR("sampai"), "wilayah.sampai_before"));
	assert_int_equal(as(room, HEAD, save_area, &w), ERR_FORBIDDEN);
	(void)add_area(room, "1.1", "Remu", &first);
	first.sampai = DATE(2026, 3, 1); /* what is in it holds longer */
	assert_int_equal(as(room, ADMIN, save_area, &first), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("sampai"), "wilayah.held"));
	first.sampai = (struct date){0};
	first.version = 7;
	assert_int_equal(as(room, ADMIN, save_area, &first), ERR_CONFLICT);
}

struct area_file {
	struct wilayah_baris rows[3];
	int count;
	struct wilayah_impor did;
};

static enum err import_areas(struct job *job, void *arg)
{
	struct area_file *file = arg;

	return wilayah_import(job, file->rows, file->count, &file->did);
}

static void a_file_of_areas_is_kept_whole_or_not_at_all(void **state)
{
	struct room *room = *state;
	struct listing listing = {.page.count = 0};
	struct area_file file = {
		.count = 3,
		.rows = {{2, STR("1"), STR("Sorong"), STR("Distrik"), STR_NONE, STR_NONE, STR_NONE},
			 {3, STR("1.1"), STR("Remu"), STR("kelurahan"), STR("1"), STR("2020-01-01"),
			  STR_NONE},
			 {4, STR("2.1"), STR("Jauh"), STR("kelurahan"), STR("2"), STR_NONE,
			  STR_NONE}}};

	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_INVALID);
	assert_int_equal(room->faults.count, 1);
	assert_true(str_starts(room->faults.at[0].sentence, "Baris 4: "));
	assert_int_equal(as(room, ADMIN, list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 0);
	file.count = 2;
	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_OK);
	assert_int_equal(file.did.baru, 2);
	file.rows[1].nama = STR("Remu Utara");
	assert_int_equal(as(room, ADMIN, import_areas, &file), ERR_OK);
	assert_int_equal(file.did.sama, 1);
	assert_int_equal(file.did.berubah, 1);
}

/* --- definitions --- */

static enum err save(struct job *job, void *arg)
{
	return indikator_save(job, arg);
}

static struct indikator immunisation(const struct room *room)
{
	return (struct indikator){.unit_id = room->dinas,
				  .nama = STR("Cakupan imunisasi"),
				  .rumus = {.jenis = STR("hasil"),
					    .aspek = STR("kuantitas"),
					    .arah = STR("higher_better"),
					    .satuan = STR("persen"),
					    .sumber = STR("manual"),
					    .gabung = STR("bagian"),
					    .pembilang = STR("anak diimunisasi"),
					    .penyebut = STR("anak sasaran")},
				  .atribusi = STR("unit"),
				  .has_target = true,
				  .target = 9500,
				  .sejak = DATE(2026, 1, 1),
				  .alasan = STR("Rencana 2026")};
}

struct versions {
	struct id id;
	struct indikator *rows;
	int count;
};

static enum err list_versions(struct job *job, void *arg)
{
	struct versions *v = arg;

	return indikator_versions(job, &v->id, &v->rows, &v->count);
}

static struct versions versions_of(struct room *room, const struct indikator *k)
{
	struct versions v = {.id = k->indikator_id};

	assert_int_equal(as(room, ADMIN, list_versions, &v), ERR_OK);
	return v;
}

struct deciding {
	struct id id;
	struct indikator_putusan putusan;
};

static enum err decide(struct job *job, void *arg)
{
	struct deciding *d = arg;

	return indikator_decide(job, &d->id, &d->putusan);
}

static void a_head_proposes_and_the_office_decides(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);
	struct deciding d;

	assert_int_equal(as(room, HEAD, save, &k), ERR_OK);
	assert_true(str_is(k.status, "usul"));
	d = (struct deciding){k.indikator_id, {.version = 1, .putusan = STR("tolak")}};
	assert_int_equal(as(room, HEAD, decide, &d), ERR_FORBIDDEN);
	assert_int_equal(as(room, ADMIN, decide, &d), ERR_INVALID); /* without a word of why */
	assert_true(problem_is(&room->faults, STR("catatan"), "indikator.catatan_missing"));
	d.putusan.putusan = STR("terima");
	assert_int_equal(as(room, ADMIN, decide, &d), ERR_OK);
	assert_true(str_is(versions_of(room, &k).rows[0].status, "berlaku"));
	assert_int_equal(as(room, ADMIN, decide, &d), ERR_CONFLICT); /* decided already */
}

static void where_the_agency_says_so_the_head_decides(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	(void)store_test_sql(
		room->store, &room->instansi,
		"INSERT INTO setelan (instansi_id, kunci, berlaku_mulai, nilai) VALUES "
		"($1, 'indikator_pimpinan_memutuskan', '2026-01-01', '1')");
	assert_int_equal(as(room, HEAD, save, &k), ERR_OK);
	assert_true(str_is(k.status, "berlaku"));
	k = immunisation(room);
	k.unit_id = room->kota; /* above the own unit */
	assert_int_equal(as(room, HEAD, save, &k), ERR_FORBIDDEN);
	k = immunisation(room);
	assert_int_equal(as(room, PERAN_PEGAWAI, "", save, &k), ERR_FORBIDDEN);
}

static void what_was_in_force_is_not_rewritten(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	k.version = 1;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_INVALID); /* the same day */
	assert_true(problem_is(&room->faults, STR("sejak"), "indikator.sejak_before"));
	k.sejak = DATE(2026, 1, 2);
	k.target = 9000;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	assert_int_equal(as(room, ADMIN, save, &k), ERR_CONFLICT);
	struct versions v = versions_of(room, &k);
	assert_int_equal(v.count, 2);
	assert_int_equal(v.rows[1].target, 9500);
	assert_ptr_equal(indikator_of_month(v.rows, 2, 202601), &v.rows[0]);
	assert_ptr_equal(indikator_of_month(v.rows, 2, 202512), &v.rows[1]); /* the first one */
}

static void a_target_has_a_limit(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	k.rumus.gabung = STR("jumlah");
	k.rumus.satuan = STR("juta rupiah");
	k.rumus.pembilang = k.rumus.penyebut = STR_NONE;
	k.target = INDIKATOR_MOST + 1;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_INVALID);
	assert_true(problem_is(&room->faults, STR("target"), "indikator.target_large"));
	k.target = INDIKATOR_MOST;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
}

/* --- values --- */

struct month {
	struct indikator *indikator;
	struct nilai_isian isian;
	struct nilai_baris baris[3];
};

static enum err save_month(struct job *job, void *arg)
{
	struct month *m = arg;

	m->isian.baris = m->baris;
	return nilai_save(job, m->indikator, &m->isian);
}

static struct nilai_baris of(int64_t pembilang, int64_t penyebut, int64_t version)
{
	return (struct nilai_baris){.has_pembilang = true,
				    .has_penyebut = true,
				    .pembilang = pembilang * 100,
				    .penyebut = penyebut * 100,
				    .version = version};
}

static struct indikator by_area(struct room *room)
{
	struct indikator k = immunisation(room);

	k.is_wilayah = true;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	return versions_of(room, &k).rows[0];
}

struct asked {
	struct indikator_tanya tanya;
	struct indikator_angka angka;
};

static enum err ask_value(struct job *job, void *arg)
{
	struct asked *asked = arg;

	return indikator_value(job, &asked->tanya, &asked->angka);
}

static int64_t value_of(struct room *room, const struct indikator *k, const struct id *wilayah_id,
			int dari, int sampai)
{
	struct asked asked = {.tanya = {.indikator_id = k->indikator_id,
					.unit_jalur = STR("/K/D/"),
					.dari = dari,
					.sampai = sampai}};

	if (wilayah_id)
		asked.tanya.wilayah_id = *wilayah_id;
	assert_int_equal(as(room, ADMIN, ask_value, &asked), ERR_OK);
	return asked.angka.hasil.is_set ? asked.angka.hasil.nilai : -1;
}

static void a_figure_is_of_an_area_of_its_district_or_of_all(void **state)
{
	struct room *room = *state;
	struct wilayah sorong = add_area(room, "1", "Sorong", NULL);
	struct wilayah remu = add_area(room, "1.1", "Remu", &sorong);
	struct wilayah manoi = add_area(room, "2", "Manoi", NULL);
	struct indikator k = by_area(room);
	struct month m = {.indikator = &k,
			  .isian = {.unit_id = room->puskesmas, .bulan = 202603, .count = 2},
			  /* of Remu, for Sorong is the sum of what is in it, and of Manoi */
			  .baris = {of(40, 50, 0), of(80, 100, 0)}};

	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202603), 8000);
	m.baris[0] = of(50, 50, 1);
	m.baris[1].version = 1;
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	assert_int_equal(value_of(room, &k, &remu.wilayah_id, 202601, 202603), 10000);
	assert_int_equal(value_of(room, &k, &sorong.wilayah_id, 202601, 202603), 10000);
	assert_int_equal(value_of(room, &k, &manoi.wilayah_id, 202601, 202603), 8000);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202603), 8667);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202602), -1);
	/* made from what stood before the correction */
	m.baris[0] = of(45, 50, 1);
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_CONFLICT);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT pembilang FROM indikator_nilai_lama WHERE "
					  "instansi_id = $1"),
			 4000);
	/* emptied again: it counts nowhere */
	m.baris[0] = (struct nilai_baris){.version = 2};
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202603), 8000);
}

static void what_cannot_be_is_refused_and_what_is_unlikely_asked(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	k = versions_of(room, &k).rows[0];
	struct month m = {.indikator = &k,
			  .isian = {.unit_id = room->dinas, .bulan = 202603, .count = 1},
			  .baris = {of(-1, 100, 0)}};
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	m.baris[0] = of(10, 0, 0);
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	m.baris[0] = of(120, 100, 0); /* more than all of them */
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, PROBLEM_UNSURE));
	m.baris[0].yakin = STR("120");
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	m.isian.bulan = 202605; /* to come */
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	m.isian.bulan = 202512; /* before it was in force */
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "nilai.before"));
	m.isian = (struct nilai_isian){.unit_id = room->kota, .bulan = 202603, .count = 1};
	assert_int_equal(as(room, ADMIN, save_month, &m), ERR_NOT_FOUND); /* not of that unit */
}

struct file {
	struct id id;
	struct nilai rows[2];
	int count, changed;
};

static enum err import(struct job *job, void *arg)
{
	struct file *f = arg;

	return nilai_import(job, &f->id, f->rows, f->count, &f->changed);
}

static void earlier_years_come_in_with_their_source(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	struct file f = {.id = k.indikator_id,
			 .count = 2,
			 .rows = {{.unit_id = room->dinas,
				   .bulan = 202503,
				   .pembilang = 7000,
				   .penyebut = 10000,
				   .sumber_data = STR("Profil Kesehatan 2025"),
				   .kata = STR("Baris 2: ")},
				  {.unit_id = room->dinas,
				   .bulan = 202504,
				   .pembilang = 7000,
				   .kata = STR("Baris 3: ")}}};
	assert_int_equal(as(room, HEAD, import, &f), ERR_INVALID); /* line 3: of how many? */
	assert_int_equal(value_of(room, &k, NULL, 202501, 202512), -1);
	f.count = 1;
	assert_int_equal(as(room, HEAD, import, &f), ERR_OK);
	assert_int_equal(f.changed, 1);
	struct asked asked = {.tanya = {.indikator_id = k.indikator_id,
					.unit_jalur = STR("/K/D/"),
					.dari = 202501,
					.sampai = 202512}};
	assert_int_equal(as(room, ADMIN, ask_value, &asked), ERR_OK);
	assert_int_equal(asked.angka.hasil.nilai, 7000);
	assert_int_equal(asked.angka.hasil.impor, 1);
	assert_true(str_is(asked.angka.sumber, "Profil Kesehatan 2025"));
	assert_int_equal(as(room, HEAD, import, &f), ERR_OK);
	assert_int_equal(f.changed, 0); /* the same file again */
}

static enum err put_values(struct job *job, void *arg)
{
	struct file *f = arg;

	return indikator_put_values(job, f->rows, f->count, &f->changed);
}

static void what_fills_itself_is_put_once_and_never_by_hand(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	k.rumus.sumber = STR("berkas_tepat_persen");
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	k = versions_of(room, &k).rows[0];
	struct file f = {.count = 1,
			 .rows = {{.indikator_id = k.indikator_id,
				   .unit_id = room->dinas,
				   .bulan = 202603,
				   .pembilang = 16700,
				   .penyebut = 17800,
				   .cacah = 178}}};
	assert_int_equal(as(room, ADMIN, put_values, &f), ERR_OK);
	assert_int_equal(f.changed, 1);
	assert_int_equal(as(room, ADMIN, put_values, &f), ERR_OK);
	assert_int_equal(f.changed, 0);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202603), 9382);
	struct month m = {.indikator = &k,
			  .isian = {.unit_id = room->dinas, .bulan = 202603, .count = 1},
			  .baris = {of(178, 178, 1)}};
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "nilai.self"));
	f.id = k.indikator_id;
	assert_int_equal(as(room, HEAD, import, &f), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "nilai.counted"));
	k = immunisation(room); /* one that is filled in by hand */
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	f.rows[0].indikator_id = k.indikator_id;
	assert_int_equal(as(room, ADMIN, put_values, &f), ERR_INVALID);
}

static void a_month_is_counted_by_the_definition_of_its_time(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	k = versions_of(room, &k).rows[0];
	struct month m = {.indikator = &k,
			  .isian = {.unit_id = room->dinas, .bulan = 202602, .count = 1},
			  .baris = {of(50, 100, 0)}};
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	k.sejak = DATE(2026, 3, 1); /* from now on a mean of days */
	k.rumus.gabung = STR("rata");
	k.rumus.aspek = STR("waktu");
	k.rumus.satuan = STR("hari");
	k.rumus.pembilang = k.rumus.penyebut = STR_NONE;
	k.has_target = false;
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	k = versions_of(room, &k).rows[0];
	m = (struct month){.indikator = &k,
			   .isian = {.unit_id = room->dinas, .bulan = 202603, .count = 1},
			   .baris = {{.has_pembilang = true, .pembilang = 300}}};
	assert_int_equal(as(room, HEAD, save_month, &m), ERR_OK);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202602), 5000);
	assert_int_equal(value_of(room, &k, NULL, 202601, 202603), 300);
}

static void another_agency_sees_nothing(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);
	struct versions v;
	struct listing listing = {.page.count = 1};

	(void)add_area(room, "1", "Sorong", NULL);
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	v.id = k.indikator_id;
	room->instansi = store_test_instansi(room->store, "lain");
	assert_int_equal(as(room, ADMIN, list_versions, &v), ERR_NOT_FOUND);
	assert_int_equal(as(room, ADMIN, list_areas, &listing), ERR_OK);
	assert_int_equal(listing.page.count, 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_area_stands_behind_the_one_it_is_in),
		T(an_area_that_cannot_be_is_refused),
		T(a_file_of_areas_is_kept_whole_or_not_at_all),
		T(a_head_proposes_and_the_office_decides),
		T(where_the_agency_says_so_the_head_decides),
		T(what_was_in_force_is_not_rewritten),
		T(a_target_has_a_limit),
		T(a_figure_is_of_an_area_of_its_district_or_of_all),
		T(what_cannot_be_is_refused_and_what_is_unlikely_asked),
		T(earlier_years_come_in_with_their_source),
		T(what_fills_itself_is_put_once_and_never_by_hand),
		T(a_month_is_counted_by_the_definition_of_its_time),
		T(another_agency_sees_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
