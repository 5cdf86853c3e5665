/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue: who drafts, who decides, and what was promised on a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/house_test_support.h"
#include "db/store_test_support.h"
#include "layanan/layanan_change.h"

#define TODAY DATE(2026, 11, 24)

/* A use case of this room, asked by somebody on a day. */
struct asking {
	struct house *house;
	enum peran peran;
	struct id akun_id;
	const char *jalur; /* of the role; NULL: the whole agency */
	struct date today;
	struct layanan layanan;
	struct standar standar;
	struct penetapan said;
	struct maklumat maklumat;
	int nomor;
	int64_t version;
	struct problems faults;
	enum err (*ask)(struct job *job, struct asking *asking);
};

static enum err work(struct db *db, void *arg)
{
	struct asking *asking = arg;
	struct actor actor = {.instansi_id = *db_instansi(db),
			      .akun_id = asking->akun_id,
			      .nama = STR("Lince Nerotouw"),
			      .jabatan = STR("Kepala Dinas"),
			      .zona = ZONA_WIT};
	struct job job = {.mem = asking->house->mem,
			  .db = db,
			  .actor = &actor,
			  .faults = &asking->faults,
			  .now = time_of_date(asking->today, 600, ZONA_WIT),
			  .today = asking->today,
			  .request_id = STR("uji")};

	problems_init(&asking->faults, job.mem);
	if (asking->peran != PERAN_PUBLIK)
		actor.scopes[actor.scope_count++] = (struct actor_scope){
			.peran = asking->peran, .jalur = str_from(asking->jalur)};
	return asking->ask(&job, asking);
}

static enum err ask(struct asking *asking, enum err (*deed)(struct job *, struct asking *))
{
	asking->ask = deed;
	return store_write(asking->house->store, &asking->house->instansi_id, work, asking);
}

static enum err add(struct job *job, struct asking *a)
{
	return layanan_save(job, &a->layanan);
}

static enum err load(struct job *job, struct asking *a)
{
	return layanan_by_slug(job, a->layanan.slug, &a->layanan);
}

static enum err begin(struct job *job, struct asking *a)
{
	enum err err = standar_begin(job, &a->layanan.layanan_id, &a->nomor);

	return err ? err : standar_load(job, &a->layanan.layanan_id, a->nomor, &a->standar);
}

static enum err save(struct job *job, struct asking *a)
{
	enum err err = standar_save(job, &a->standar);

	return err ? err : standar_load(job, &a->standar.layanan_id, a->standar.nomor, &a->standar);
}

static enum err submit(struct job *job, struct asking *a)
{
	enum err err = standar_submit(job, &a->standar.layanan_id, a->standar.version);

	return err ? err : standar_load(job, &a->standar.layanan_id, a->standar.nomor, &a->standar);
}

static enum err decide(struct job *job, struct asking *a)
{
	a->said.layanan_id = a->standar.layanan_id;
	a->said.version = a->standar.version;
	return standar_decide(job, &a->said);
}

static enum err in_force(struct job *job, struct asking *a)
{
	return standar_on(job, &a->layanan.layanan_id, job->today, &a->standar);
}

static enum err see_version(struct job *job, struct asking *a)
{
	return standar_load(job, &a->layanan.layanan_id, a->nomor, &a->standar);
}

static enum err sign(struct job *job, struct asking *a)
{
	return maklumat_sign(job, &a->maklumat);
}

static enum err read_maklumat(struct job *job, struct asking *a)
{
	struct id unit_id = a->maklumat.unit_id;

	return maklumat_load(job, &unit_id, &a->maklumat);
}

static struct id root_of(struct house *house)
{
	return store_test_id(
		house->store, &house->instansi_id,
		"SELECT unit_id FROM unit WHERE instansi_id = $1 AND induk_id IS NULL");
}

static struct asking begun(void **state)
{
	struct house *house = *state;
	struct asking a = {.house = house,
			   .peran = PERAN_ADMIN_LAYANAN,
			   .akun_id = house->keeper_id,
			   .today = TODAY};

	a.layanan = (struct layanan){.unit_id = root_of(house),
				     .nama = STR("Akta Kelahiran (baru)"),
				     .kelompok = STR("keluarga"),
				     .suara_bentuk = STR("tiga"),
				     .is_aktif = true};
	assert_int_equal(ask(&a, add), ERR_OK);
	return a;
}

/* Every component of a standard. */
static void fill(struct asking *a)
{
	static struct syarat syarat[] = {{STR("Surat keterangan lahir"), STR("dari bidan"), true},
					 {STR("Dua saksi"), STR(""), false}};
	struct standar *s = &a->standar;

	s->janji_jumlah = 1;
	s->janji_satuan = STR("hari_kerja");
	s->biaya = s->produk = s->prosedur = s->pengaduan = s->dasar_hukum = s->sarana =
		s->kompetensi = s->pengawasan = s->pelaksana = s->jaminan_layanan =
			s->jaminan_aman = s->evaluasi = STR("Tertulis");
	s->syarat = syarat;
	s->syarat_count = 2;
	s->forum_tanggal = DATE(2026, 11, 2);
	s->forum_hadir = STR("12 warga");
	s->forum_pokok = STR("Waktu tunggu");
	s->forum_jawaban = STR("Loket ditambah.");
}

static struct asking submitted(void **state)
{
	struct asking a = begun(state);

	assert_int_equal(ask(&a, begin), ERR_OK);
	fill(&a);
	assert_int_equal(ask(&a, save), ERR_OK);
	assert_int_equal(ask(&a, submit), ERR_OK);
	a.peran = PERAN_PIMPINAN_UNIT;
	a.jalur = "";
	a.akun_id = a.house->other_id;
	a.said = (struct penetapan){.sk_nomor = STR("188/12/2026"),
				    .sk_tanggal = TODAY,
				    .berlaku_sejak = DATE(2026, 12, 1)};
	return a;
}

static void a_name_makes_its_address_and_two_services_have_two(void **state)
{
	struct asking a = begun(state);

	assert_true(str_is(a.layanan.slug, "akta-kelahiran-baru"));
	a.layanan = (struct layanan){.unit_id = a.layanan.unit_id,
				     .slug = STR("akta-kelahiran-baru"),
				     .nama = STR("Lain"),
				     .kelompok = STR("keluarga"),
				     .suara_bentuk = STR("tiga")};
	assert_int_equal(ask(&a, add), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("slug"), "layanan.taken"));
	a.layanan.slug = STR("-akta");
	assert_int_equal(ask(&a, add), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("slug"), "layanan.slug"));
	a.layanan.slug = STR("Akta");
	assert_int_equal(ask(&a, add), ERR_INVALID);
}

static void a_standard_is_submitted_whole_or_all_that_is_missing_is_told(void **state)
{
	struct asking a = begun(state);

	assert_int_equal(ask(&a, begin), ERR_OK);
	assert_int_equal(a.nomor, 1);
	assert_int_equal(a.standar.langkah_count, 3);
	assert_int_equal(ask(&a, submit), ERR_INVALID);
	assert_int_equal(a.faults.count, 14); /* 12 texts, the promise, what to bring */
	fill(&a);
	assert_int_equal(ask(&a, save), ERR_OK);
	assert_int_equal(a.standar.syarat_count, 2);
	assert_false(a.standar.syarat[1].is_wajib);
	assert_int_equal(ask(&a, submit), ERR_OK);
	assert_int_equal(ask(&a, save), ERR_CONFLICT); /* it waits now */
}

static void the_head_decides_and_not_who_submitted(void **state)
{
	struct asking a = submitted(state);

	a.peran = PERAN_ADMIN_LAYANAN;
	assert_int_equal(ask(&a, decide), ERR_FORBIDDEN);
	a.peran = PERAN_PIMPINAN_UNIT;
	a.akun_id = a.house->keeper_id;
	assert_int_equal(ask(&a, decide), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("aksi"), "standar.own"));
	a.akun_id = a.house->other_id;
	assert_int_equal(ask(&a, decide), ERR_OK);
	assert_int_equal(ask(&a, decide), ERR_NOT_FOUND); /* nothing waits any more */
}

static void a_decision_needs_its_paper_its_forum_and_a_day_to_come(void **state)
{
	static const char *const parts[] = {
		"UPDATE layanan_standar SET forum_hadir = '' WHERE instansi_id = $1",
		"UPDATE layanan_standar SET forum_hadir = 'x', forum_pokok = '' WHERE instansi_id = "
		"$1",
		"UPDATE layanan_standar SET forum_pokok = 'x', forum_jawaban = '' WHERE "
		"instansi_id = $1"};
	struct asking a = submitted(state);

	a.said = (struct penetapan){.berlaku_sejak = DATE(2026, 11, 23)};
	(void)store_test_sql(
		a.house->store, &a.house->instansi_id,
		"UPDATE layanan_standar SET forum_tanggal = NULL WHERE instansi_id = $1");
	assert_int_equal(ask(&a, decide), ERR_INVALID);
	assert_true(problem_is(&a.faults, STR("sk_nomor"), "standar.sk"));
	assert_true(problem_is(&a.faults, STR("sk_tanggal"), "standar.sk_day"));
	assert_true(problem_is(&a.faults, STR("berlaku_sejak"), "standar.past"));
	assert_true(problem_is(&a.faults, STR("aksi"), "standar.forum"));
	(void)store_test_sql(
		a.house->store, &a.house->instansi_id,
		"UPDATE layanan_standar SET forum_tanggal = '2026-11-02' WHERE instansi_id = $1");
	assert_int_equal(ask(&a, decide), ERR_INVALID);
	assert_false(problem_is(&a.faults, STR("aksi"), "standar.forum"));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		(void)store_test_sql(a.house->store, &a.house->instansi_id, parts[i]);
		assert_int_equal(ask(&a, decide), ERR_INVALID);
		assert_true(problem_is(&a.faults, STR("aksi"), "standar.forum"));
	}
	a.said = (struct penetapan){.is_kembali = true};
	assert_int_equal(ask(&a, decide), ERR_INVALID);
	a.said.catatan = STR("Bahas dahulu dengan warga.");
	assert_int_equal(ask(&a, decide), ERR_OK);
	a.nomor = 1;
	assert_int_equal(ask(&a, see_version), ERR_OK);
	assert_true(str_is(a.standar.status, "draf"));
	assert_true(str_is(a.standar.catatan, "Bahas dahulu dengan warga."));
}

static void what_was_promised_on_a_day_stays_so(void **state)
{
	struct asking a = submitted(state);
	struct janji janji;

	assert_int_equal(ask(&a, decide), ERR_OK);
	assert_int_equal(ask(&a, in_force), ERR_OK);
	assert_int_equal(a.standar.nomor, 0); /* it begins on 1 December */
	a.today = DATE(2026, 12, 1);
	assert_int_equal(ask(&a, in_force), ERR_OK);
	assert_int_equal(a.standar.nomor, 1);
	assert_true(standar_janji(&a.standar, &janji));
	assert_int_equal(janji.jumlah, 1);
	a.peran = PERAN_ADMIN_LAYANAN;
	a.akun_id = a.house->keeper_id;
	assert_int_equal(ask(&a, begin), ERR_OK);
	assert_int_equal(a.nomor, 2);
	assert_true(date_is_none(a.standar.forum_tanggal)); /* to be discussed anew */
	assert_int_equal(a.standar.syarat_count, 2);
	fill(&a);
	a.standar.janji_jumlah = 3;
	a.standar.forum_tanggal = DATE(2026, 12, 1);
	assert_int_equal(ask(&a, save), ERR_OK);
	assert_int_equal(ask(&a, submit), ERR_OK);
	a.peran = PERAN_PIMPINAN_UNIT;
	a.akun_id = a.house->other_id;
	a.said = (struct penetapan){.sk_nomor = STR("2"),
				    .sk_tanggal = DATE(2026, 12, 1),
				    .berlaku_sejak = DATE(2026, 12, 10)};
	assert_int_equal(ask(&a, decide), ERR_OK);
	a.today = DATE(2026, 12, 9);
	assert_int_equal(ask(&a, in_force), ERR_OK);
	assert_int_equal(a.standar.nomor, 1);
	a.today = DATE(2026, 12, 10);
	assert_int_equal(ask(&a, in_force), ERR_OK);
	assert_int_equal(a.standar.janji_jumlah, 3);
	assert_int_equal(ask(&a, load), ERR_OK);
	assert_int_equal(a.layanan.janji_jumlah, 3);
}

static void a_decided_standard_is_changed_by_nobody_whatever_program_asks(void **state)
{
	struct asking a = submitted(state);

	assert_int_equal(ask(&a, decide), ERR_OK);
	assert_int_not_equal(store_test_try(a.house->store, &a.house->instansi_id,
					    "UPDATE layanan_standar SET janji_jumlah = 9 WHERE "
					    "instansi_id = $1"),
			     ERR_OK);
}

static void the_public_sees_what_is_decided_alone(void **state)
{
	struct asking a = begun(state);

	assert_int_equal(ask(&a, begin), ERR_OK);
	a.peran = PERAN_PUBLIK;
	assert_int_equal(ask(&a, load), ERR_OK);
	assert_int_equal(ask(&a, see_version), ERR_NOT_FOUND);
	assert_int_equal(ask(&a, begin), ERR_FORBIDDEN);
	a.peran = PERAN_ADMIN_LAYANAN;
	a.jalur = "/unit-lain/";
	assert_int_equal(ask(&a, begin), ERR_FORBIDDEN);
	assert_int_equal(ask(&a, see_version), ERR_NOT_FOUND);
}

static void the_head_signs_the_promise_of_the_unit(void **state)
{
	struct asking a = begun(state);

	a.maklumat = (struct maklumat){.unit_id = a.layanan.unit_id, .isi = STR("Kami sanggup.")};
	assert_int_equal(ask(&a, sign), ERR_FORBIDDEN);
	assert_int_equal(ask(&a, read_maklumat), ERR_OK);
	assert_int_equal(a.maklumat.isi.len, 0);
	a.peran = PERAN_PIMPINAN_UNIT;
	a.jalur = "";
	assert_int_equal(ask(&a, sign), ERR_INVALID);
	a.maklumat.isi = STR("Kami sanggup.");
	assert_int_equal(ask(&a, sign), ERR_OK);
	a.peran = PERAN_PUBLIK;
	assert_int_equal(ask(&a, read_maklumat), ERR_OK);
	assert_true(str_is(a.maklumat.nama, "Lince Nerotouw"));
	assert_int_equal(date_compare(a.maklumat.tanggal, TODAY), 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, house_set_up, house_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_name_makes_its_address_and_two_services_have_two),
		T(a_standard_is_submitted_whole_or_all_that_is_missing_is_told),
		T(the_head_decides_and_not_who_submitted),
		T(a_decision_needs_its_paper_its_forum_and_a_day_to_come),
		T(what_was_promised_on_a_day_stays_so),
		T(a_decided_standard_is_changed_by_nobody_whatever_program_asks),
		T(the_public_sees_what_is_decided_alone),
		T(the_head_signs_the_promise_of_the_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
