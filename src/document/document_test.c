/* SPDX-License-Identifier: Apache-2.0 */
/* What is issued when, what replaces it, and what the public sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document_content.h"
#include "document/document_pack.h"
#include "document/document_pdf.h"
#include "document/office_test_support.h"
#include "document/paper_test_support.h"
#include "evaluation/evaluation.h"
#include "skp/skp_luar.h"
#include "evaluation/capaian.h"
#include "skp/skp.h"

static void issue_skp(struct office *office)
{
	office->jenis = DOKUMEN_SKP;
	office->objek_id = seed_skp_id(SEED_YOHANA);
	assert_int_equal(office_run(office, office_issue), ERR_OK);
	office->kode = office->dokumen->kode;
}

static void a_document_is_signed_once_and_verifies(void **state)
{
	struct office office = office_open();

	(void)state;
	issue_skp(&office);
	struct str first = office.kode;
	issue_skp(&office);
	assert_true(str_equal(first, office.kode));
	assert_int_equal(office_run(&office, office_verify), ERR_OK);
	assert_int_equal(office.found.status, DOKUMEN_SAH);
	assert_true(str_is(office.found.inisial, "Y. W."));
	office_close(&office);
}

static void one_flipped_bit_is_not_valid(void **state)
{
	struct office office = office_open();

	(void)state;
	issue_skp(&office);
	struct str ours = office.dokumen->kunci_publik;
	struct dokumen bad = *office.dokumen;
	char *bytes = arena_alloc(office.mem, bad.isi.len);
	assert_true(document_is_genuine(&bad, ours));
	for (size_t at = 0; at < bad.isi.len; at += 37) {
		for (size_t i = 0; i < bad.isi.len; i++)
			bytes[i] = office.dokumen->isi.at[i];
		bytes[at] ^= 1;
		bad.isi = (struct str){bytes, bad.isi.len};
		assert_false(document_is_genuine(&bad, ours));
	}
	store_test_sql(office.store, &office.instansi,
		       "UPDATE dokumen SET isi = tanda_tangan WHERE instansi_id = $1");
	assert_int_equal(office_run(&office, office_verify), ERR_OK);
	assert_int_equal(office.found.status, DOKUMEN_TIDAK_SAH);
	assert_int_equal(office.found.inisial.len, 0);
	office_close(&office);
}

static void a_newer_version_supersedes_the_older(void **state)
{
	struct office office = office_open();

	(void)state;
	issue_skp(&office);
	struct str first = office.kode;
	store_test_sql(office.store, &office.instansi,
		       "UPDATE skp SET version = version + 1 WHERE instansi_id = $1");
	issue_skp(&office);
	assert_false(str_equal(first, office.kode));
	office.kode = first;
	assert_int_equal(office_run(&office, office_verify), ERR_OK);
	assert_int_equal(office.found.status, DOKUMEN_DIGANTIKAN);
	office_close(&office);
}

static void paper_repeats(struct office *office, const char *name)
{
	paper_test_repeats(office->mem, office->dokumen->isi,
			   str_format(office->mem, "http://127.0.0.1:8080/v/%.*s",
				      STR_ARG(office->dokumen->kode)),
			   name);
}

/* Yohana's plan waits for its answer. */
static int64_t papers(struct office *office)
{
	return store_test_count(office->store, &office->instansi,
				"SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1");
}

static void a_decision_is_signed_with_the_posts_of_its_day(void **state)
{
	struct office office = office_waiting();

	(void)state;
	assert_int_equal(office_run(&office, office_load), ERR_NOT_FOUND);
	assert_int_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(papers(&office), 1);
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	struct str post = cell_of(&office, "pegawai", 4), code = office.dokumen->kode;
	seed_sql(office.store, &office.instansi,
		 "UPDATE jabatan SET nama = 'Jabatan lain' WHERE instansi_id = $1");
	seed_sql(
		office.store, &office.instansi,
		"UPDATE pegawai SET penilai_id = {p0} WHERE instansi_id = $1 AND pegawai_id = {p2}");
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_equal(office.dokumen->kode, code));
	assert_true(str_equal(cell_of(&office, "pegawai", 4), post));
	assert_false(str_is(post, "Jabatan lain"));
	assert_int_equal(papers(&office), 1);
	office_close(&office);
}

static void both_papers_of_an_evaluation_come_with_its_decision(void **state)
{
	struct office office = office_open();

	(void)state;
	assert_int_equal(office_run(&office, office_decide), ERR_OK);
	assert_int_equal(papers(&office), 2);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(field_of(&office, "predikat"), "Baik"));
	office.jenis = DOKUMEN_DOKUMEN_EVALUASI;
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_AGUS);
	assert_int_not_equal(office_run(&office, office_load), ERR_OK);
	office_close(&office);
}

static enum err run_remake(struct job *job, struct office *office)
{
	struct content content;
	enum err err = content_load(job, office->jenis, &office->objek_id, &content);

	if (!err)
		office->remade =
			content_bytes(job->mem, office->jenis, &content, office->dokumen->kode);
	return err;
}

static void a_decision_hands_on_what_is_then_stored(void **state)
{
	static const enum dokumen_jenis papers[] = {DOKUMEN_EVALUASI, DOKUMEN_DOKUMEN_EVALUASI};
	struct office office = office_open();

	(void)state;
	assert_int_equal(office_run(&office, office_decide), ERR_OK);
	for (int i = 0; i < 2; i++) {
		office.jenis = papers[i];
		assert_int_equal(office_run(&office, office_load), ERR_OK);
		assert_int_equal(office_run(&office, run_remake), ERR_OK);
		assert_true(str_equal(office.remade, office.dokumen->isi));
	}
	office_close(&office);
}

static enum err run_record(struct job *job, struct office *office)
{
	struct pejabat_luar luar = {STR("Dr. Uji"), STR("Wali Kota"), STR("800/7/2026"),
				    DATE(2026, 3, 30)};
	struct skp *skp;
	enum err err = skp_load(job, &office->objek_id, &skp);

	return err ? err : skp_record(job, &office->objek_id, skp->version, &luar);
}

/* The plan of who heads the city stood without an agreement, as older databases have it. */
static void a_paper_tells_the_letter_of_an_appraiser_outside(void **state)
{
	struct office office = office_open();

	(void)state;
	office.actor = seed_admin(&office.instansi);
	office.jenis = DOKUMEN_SKP;
	office.objek_id = seed_skp_id(SEED_KEPALA);
	seed_sql(office.store, &office.instansi,
		 "UPDATE skp SET penilai_id = NULL WHERE instansi_id = $1 AND skp_id = {s1}");
	assert_int_equal(office_run(&office, office_issue), ERR_OK);
	assert_true(str_is(cell_of(&office, "penilai", 1), "-"));
	paper_repeats(&office, "skp-tanpa-persetujuan");
	assert_int_equal(office_run(&office, run_record), ERR_OK);
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(cell_of(&office, "penilai", 1), "Dr. Uji"));
	assert_true(str_is(cell_of(&office, "penilai", 4), "Wali Kota"));
	assert_true(str_is(field_of(&office, "surat_nomor"), "800/7/2026"));
	paper_repeats(&office, "skp-surat");
	assert_int_equal(office_run(&office, run_record), ERR_INVALID);
	office_close(&office);
}

static enum err run_record_evaluation(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_KOTA),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Surat Wali Kota nomor 100/4/2026")};
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_SEKDA),
				       .tahun = 2026,
				       .nomor = 1,
				       .perilaku = {true, RATING_SESUAI},
				       .luar = {STR("Ir. Baru Uji"), STR("Wali Kota"),
						STR("800/9/2026"), DATE(2026, 4, 1)}};
	struct evaluasi *evaluasi;
	enum predikat predikat;
	enum err err;

	if ((err = capaian_organisasi_set(job, &baik, 2026, 1)) ||
	    (err = evaluation_record(job, &input, &predikat)) ||
	    (err = evaluation_load(job, &input.pegawai_id, 2026, 1, &evaluasi)))
		return err;
	office->objek_id = evaluasi->evaluasi_id;
	return ERR_OK;
}

/* Not the one who agreed to the plan: another may rate. The top has nobody above the appraiser
   (1.4, 1.8 C). */
static void papers_of_an_evaluation_by_letter_name_who_rated_outside(void **state)
{
	struct office office = office_open();

	(void)state;
	seed_top_plan(office.store, &office.instansi);
	office.actor = seed_admin(&office.instansi);
	assert_int_equal(office_run(&office, run_record_evaluation), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_SEKDA);
	for (office.jenis = DOKUMEN_EVALUASI; office.jenis <= DOKUMEN_DOKUMEN_EVALUASI;
	     office.jenis++) {
		assert_int_equal(office_run(&office, office_load), ERR_OK);
		assert_true(str_is(cell_of(&office, "penilai", 1), "Ir. Baru Uji"));
		assert_true(str_is(cell_of(&office, "penilai", 4), "Wali Kota"));
		assert_true(str_is(field_of(&office, "surat_nomor"), "800/9/2026"));
		assert_true(str_is(field_of(&office, "surat_tanggal"), "2026-04-01"));
		assert_true(str_is(field_of(&office, "predikat"), "Baik"));
	}
	assert_true(str_is(cell_of(&office, "atasan", 1), "Ir. Baru Uji"));
	paper_repeats(&office, "dokumen-surat");
	office_close(&office);
}

static void what_gets_no_paper_is_not_decided(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(office.store, &office.instansi, "DELETE FROM instansi WHERE instansi_id = $1");
	assert_int_not_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(store_test_count(office.store, &office.instansi,
					  "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND "
					  "state = 'diajukan'"),
			 1);
	office_close(&office);
}

static void an_unknown_code_is_not_found(void **state)
{
	struct office office = office_open();

	(void)state;
	office.kode = STR("AAAA-BBBB-CCCC-DDDD");
	assert_int_equal(office_run(&office, office_verify), ERR_NOT_FOUND);
	office.kode = STR("x");
	assert_int_equal(office_run(&office, office_verify), ERR_NOT_FOUND);
	office_close(&office);
}

static void a_draft_or_a_strangers_plan_is_no_document(void **state)
{
	struct office office = office_open();

	(void)state;
	office.jenis = DOKUMEN_SKP;
	office.objek_id = seed_skp_id(SEED_YOHANA);
	office.actor = seed_actor(&office.instansi, SEED_AGUS);
	assert_int_not_equal(office_run(&office, office_issue), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_YOHANA);
	store_test_sql(office.store, &office.instansi,
		       "UPDATE skp SET state = 'draf' WHERE instansi_id = $1");
	assert_int_equal(office_run(&office, office_issue), ERR_NOT_FOUND);
	office_close(&office);
}

static void the_three_papers_are_made_from_the_signed_bytes(void **state)
{
	struct office office = office_open();

	(void)state;
	issue_skp(&office);
	paper_repeats(&office, "skp");
	office.actor = seed_actor(&office.instansi, SEED_KEPALA);
	office.objek_id = seed_skp_id(SEED_KEPALA);
	assert_int_equal(office_run(&office, office_issue), ERR_OK);
	paper_repeats(&office, "skp-jpt");
	assert_int_equal(office_run(&office, office_decide), ERR_OK);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(office_run(&office, office_issue), ERR_OK);
	paper_repeats(&office, "evaluasi");
	office.jenis = DOKUMEN_DOKUMEN_EVALUASI;
	assert_int_equal(office_run(&office, office_issue), ERR_OK);
	paper_repeats(&office, "dokumen");
	struct str out;
	assert_int_equal(document_pdf(office.mem, STR("bukan dokumen"), STR("/v/x"), &out),
			 ERR_INVALID);
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_is_signed_once_and_verifies),
		cmocka_unit_test(one_flipped_bit_is_not_valid),
		cmocka_unit_test(a_newer_version_supersedes_the_older),
		cmocka_unit_test(a_decision_is_signed_with_the_posts_of_its_day),
		cmocka_unit_test(both_papers_of_an_evaluation_come_with_its_decision),
		cmocka_unit_test(a_decision_hands_on_what_is_then_stored),
		cmocka_unit_test(a_paper_tells_the_letter_of_an_appraiser_outside),
		cmocka_unit_test(papers_of_an_evaluation_by_letter_name_who_rated_outside),
		cmocka_unit_test(what_gets_no_paper_is_not_decided),
		cmocka_unit_test(an_unknown_code_is_not_found),
		cmocka_unit_test(a_draft_or_a_strangers_plan_is_no_document),
		cmocka_unit_test(the_three_papers_are_made_from_the_signed_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
