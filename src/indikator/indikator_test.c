/* SPDX-License-Identifier: Apache-2.0 */
/* Definitions and their versions, values: kept, refused, decided and put together as the use cases
   promise. */
#include "indikator/indikator_test_support.h"
#include "indikator/nilai.h"
#include "indikator/nilai_bulan.h"

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

static enum err list_values(struct job *job, void *arg)
{
	struct records_page page;

	return nilai_list(job, arg, &(struct nilai_daftar){.dari = 0},
			  &(struct records_ask){.limit = 10}, &page);
}

/* Neither a proposal nor a later definition opens what was told of persons. */
static void values_of_persons_stay_with_their_office_whatever_is_proposed(void **state)
{
	struct room *room = *state;
	struct indikator k = immunisation(room);

	k.atribusi = STR("pegawai");
	assert_int_equal(as(room, ADMIN, save, &k), ERR_OK);
	assert_int_equal(as(room, HEAD, list_values, &k.indikator_id), ERR_OK);
	assert_int_equal(as(room, PERAN_PIMPINAN_UNIT, "/K/X/", list_values, &k.indikator_id),
			 ERR_FORBIDDEN);
	struct indikator newer = versions_of(room, &k).rows[0];
	newer.atribusi = STR("unit");
	newer.sejak = DATE(2026, 5, 1);
	newer.alasan = STR("Untuk semua");
	assert_int_equal(as(room, HEAD, save, &newer), ERR_OK); /* proposed */
	assert_true(str_is(versions_of(room, &k).rows[0].status, "usul"));
	assert_int_equal(as(room, PERAN_PIMPINAN_UNIT, "/K/X/", list_values, &k.indikator_id),
			 ERR_FORBIDDEN);
	assert_int_equal(as(room, HEAD, list_values, &k.indikator_id), ERR_OK);
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

#define T(name) cmocka_unit_test_setup_teardown(name, room_begin, room_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_head_proposes_and_the_office_decides),
		T(where_the_agency_says_so_the_head_decides),
		T(what_was_in_force_is_not_rewritten),
		T(a_target_has_a_limit),
		T(a_figure_is_of_an_area_of_its_district_or_of_all),
		T(what_cannot_be_is_refused_and_what_is_unlikely_asked),
		T(earlier_years_come_in_with_their_source),
		T(what_fills_itself_is_put_once_and_never_by_hand),
		T(a_month_is_counted_by_the_definition_of_its_time),
		T(values_of_persons_stay_with_their_office_whatever_is_proposed),
		T(another_agency_sees_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
