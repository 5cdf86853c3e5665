/* SPDX-License-Identifier: Apache-2.0 */
/* A row of the plan that hangs on an indicator: its figure comes by itself, is confirmed or
   disputed, and stays with the decision. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"
#include "evaluation/evaluation_indikator.h"
#include "evaluation/realisasi.h"
#include "evaluation/seed_test_support.h"

/* Yohana's plan: certificates counted by reports, and immunisation from the catalogue. */
enum { AKTA, IMUNISASI, ROWS };

struct office {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct evaluasi_iki iki[ROWS]; /* what is sent */
	int64_t versi, version;
	struct evaluasi *evaluasi;
};

typedef enum err deed(struct job *job, struct office *office);
struct call {
	struct office *office;
	deed *run;
};

static enum err work(struct db *db, void *arg)
{
	struct call *call = arg;
	struct job job =
		seed_job(db, call->office->mem, &call->office->actor, &call->office->faults);

	return call->run(&job, call->office);
}

static enum err as(struct office *office, enum seed_person who, deed *run)
{
	struct call call = {office, run};

	office->actor = seed_actor(&office->instansi, who);
	return store_write(office->store, &office->instansi, work, &call);
}

static enum err run_load(struct job *job, struct office *office)
{
	enum err err = realisasi_load(job, 2026, 1, &office->evaluasi);

	if (!err)
		office->versi = office->evaluasi->realisasi_versi;
	return err;
}

static enum err run_save(struct job *job, struct office *office)
{
	struct realisasi_input input = {.tahun = 2026,
					.nomor = 1,
					.versi = office->versi,
					.iki_count = ROWS,
					.iki = office->iki};

	return realisasi_save(job, &input);
}

static enum err run_review(struct job *job, struct office *office)
{
	struct id id = seed_person_id(SEED_YOHANA);
	enum err err = evaluation_load(job, &id, 2026, 1, &office->evaluasi);

	if (!err)
		office->version = office->evaluasi->version;
	return err;
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_YOHANA),
				       .tahun = 2026,
				       .nomor = 1,
				       .version = office->version,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_SESUAI},
				       .alasan = STR("Sesuai bukti yang ada pada periode ini")};
	enum predikat predikat;

	return evaluation_decide(job, &input, &predikat);
}

static enum err run_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_DINAS),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Berita acara 12/2026")};

	(void)office;
	return capaian_organisasi_set(job, &baik, 2026, 1);
}

static const char *const rows[] = {
	"INSERT INTO wilayah (instansi_id, wilayah_id, kode, nama, jenis, valid_from) VALUES ($1, "
	"{w1}, '1', 'Klademak', 'kecamatan', '2020-01-01')",
	"INSERT INTO wilayah (instansi_id, wilayah_id, kode, nama, jenis, valid_from) VALUES ($1, "
	"{w2}, '2', 'Klawalu', 'kecamatan', '2020-01-01')",
	"INSERT INTO indikator (instansi_id, indikator_id, unit_id) VALUES ($1, {d0}, {u1})",
	"INSERT INTO indikator_versi (instansi_id, indikator_id, nomor, status, sejak, alasan, nama, "
	"jenis, aspek, arah, satuan, gabung, pembilang, penyebut, is_wilayah, sumber, atribusi, oleh, "
	"dibuat_at) VALUES ($1, {d0}, 1, 'berlaku', '2026-01-01', '', 'Cakupan imunisasi', 'hasil', "
	"'kuantitas', 'higher_better', 'persen', 'bagian', 'anak', 'anak sasaran', 1, 'manual', "
	"'unit', {p0}, 1)",
	"INSERT INTO indikator_nilai (instansi_id, nilai_id, indikator_id, bulan, unit_id, wilayah_id, "
	"pembilang, penyebut, asal, diisi_at) VALUES ($1, {n1}, {d0}, 202602, {u2}, {w1}, 4500, 5000, "
	"'manual', 1)",
	"INSERT INTO indikator_nilai (instansi_id, nilai_id, indikator_id, bulan, unit_id, wilayah_id, "
	"pembilang, penyebut, asal, diisi_at) VALUES ($1, {n2}, {d0}, 202603, {u1}, {w2}, 2500, 5000, "
	"'impor', 1)",
	/* after the quarter */
	"INSERT INTO indikator_nilai (instansi_id, nilai_id, indikator_id, bulan, unit_id, wilayah_id, "
	"pembilang, penyebut, asal, diisi_at) VALUES ($1, {n3}, {d0}, 202604, {u1}, {w1}, 0, 5000, "
	"'manual', 1)",
	"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target, satuan, arah, "
	"indikator_id) VALUES ($1, {k1}, {r2}, 2, 'kuantitas', 'Cakupan imunisasi', 9500, 'persen', "
	"'higher_better', {d0})"};

static int begin(void **state)
{
	static struct office office;

	office = (struct office){.store = store_for_test(), .mem = arena_make()};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		seed_sql(office.store, &office.instansi, rows[i]);
	assert_int_equal(as(&office, SEED_YOHANA, run_load), ERR_OK);
	for (int i = 0; i < ROWS; i++)
		office.iki[i].iki_id = office.evaluasi->iki[i].iki_id;
	*state = &office;
	return 0;
}

static int end(void **state)
{
	struct office *office = *state;

	store_end_test(office->store);
	arena_free(office->mem);
	return 0;
}

static void the_figure_of_the_period_comes_by_itself(void **state)
{
	struct office *office = *state;
	const struct evaluasi_iki *iki = &office->evaluasi->iki[IMUNISASI];

	assert_true(iki->has_angka && iki->is_dihitung && iki->has_realisasi);
	assert_int_equal(iki->realisasi, 7000); /* 70 of 100, without April */
	assert_true(str_has(iki->rincian, "70 anak dari 100 anak sasaran"));
	assert_true(str_has(iki->rincian, "1 diimpor"));
	assert_true(office->evaluasi->iki[AKTA].is_dihitung);
	assert_false(office->evaluasi->iki[AKTA].has_angka);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_true(office->evaluasi->iki[IMUNISASI].saran.is_set); /* information, no more */
	assert_int_equal(office->evaluasi->iki[IMUNISASI].saran.value, RATING_DI_BAWAH);
}

static void a_row_of_an_area_takes_its_figure_alone(void **state)
{
	struct office *office = *state;

	seed_sql(office->store, &office->instansi,
		 "UPDATE iki SET wilayah_id = {w1} WHERE instansi_id = $1 AND iki_id = {k1}");
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_int_equal(office->evaluasi->iki[IMUNISASI].realisasi, 9000);
}

static void confirmed_it_stays_the_indicators(void **state)
{
	struct office *office = *state;

	office->iki[IMUNISASI].sikap = STR("sesuai");
	office->iki[IMUNISASI].isian = STR("99"); /* counts only where it is disputed */
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_true(str_is(office->evaluasi->iki[IMUNISASI].sikap, "sesuai"));
	assert_int_equal(office->evaluasi->iki[IMUNISASI].realisasi, 7000);
	/* corrected until the decision, it goes along */
	seed_sql(
		office->store, &office->instansi,
		"UPDATE indikator_nilai SET pembilang = 5000 WHERE instansi_id = $1 AND nilai_id = "
		"{n2}");
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_int_equal(office->evaluasi->iki[IMUNISASI].realisasi, 9500);
}

static void disputed_both_figures_are_kept(void **state)
{
	struct office *office = *state;
	struct evaluasi_iki *typed = &office->iki[IMUNISASI];
	const struct evaluasi_iki *iki;

	typed->sikap = STR("sanggah");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_INVALID);
	assert_true(problems_has_rule(&office->faults, "realisasi.sanggah_catatan"));
	assert_true(problems_has_rule(&office->faults, "realisasi.sanggah_angka"));
	typed->sikap_catatan = STR("Posyandu pulau belum masuk");
	typed->isian = STR("82,5");
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	iki = &office->evaluasi->iki[IMUNISASI];
	assert_int_equal(iki->angka, 7000);
	assert_int_equal(iki->realisasi, 8250);
	assert_false(iki->is_dihitung);
	struct str said = evaluation_answer_text(
		office->mem, &office->evaluasi->skp->rhk[0].iki[IMUNISASI], iki);
	assert_true(str_has(said, "82,5 persen") && str_has(said, "Posyandu pulau"));
	/* taken back, the indicator's counts again */
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	typed->sikap = typed->sikap_catatan = STR_NONE;
	assert_int_equal(as(office, SEED_YOHANA, run_save), ERR_OK);
	assert_int_equal(as(office, SEED_YOHANA, run_load), ERR_OK);
	assert_int_equal(office->evaluasi->iki[IMUNISASI].realisasi, 7000);
}

static void what_was_decided_stays_as_it_was(void **state)
{
	struct office *office = *state;

	assert_int_equal(as(office, SEED_SEKDA, run_capaian), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(as(office, SEED_KEPALA, run_decide), ERR_OK);
	seed_sql(office->store, &office->instansi,
		 "UPDATE indikator_nilai SET pembilang = 0 WHERE instansi_id = $1");
	assert_int_equal(as(office, SEED_KEPALA, run_review), ERR_OK);
	assert_int_equal(office->evaluasi->iki[IMUNISASI].angka, 7000);
	assert_int_equal(office->evaluasi->iki[IMUNISASI].realisasi, 7000);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_figure_of_the_period_comes_by_itself),
		T(a_row_of_an_area_takes_its_figure_alone),
		T(confirmed_it_stays_the_indicators),
		T(disputed_both_figures_are_kept),
		T(what_was_decided_stays_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
