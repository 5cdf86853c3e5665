/* SPDX-License-Identifier: Apache-2.0 */
/* What somebody at the database could change of signed records, and the finding that names it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/audit_verify.h"
#include "document/document.h"
#include "document/document_check.h"
#include "evaluation/evaluation.h"
#include "evaluation/seed_test_support.h"
#include "skp/skp_move.h"
#include "evaluation/capaian.h"
#include "skp/skp.h"

struct office {
	struct store *store;
	struct id instansi, evaluasi_id;
	struct arena *mem;
	struct dokumen *dokumen;
	struct document_tally tally;
	char said[400]; /* the first finding */
};

typedef enum err deed(struct job *job, struct office *office);

struct run {
	struct office *office;
	struct actor actor;
	deed *deed;
};

static enum err run_work(struct db *db, void *arg)
{
	struct run *run = arg;
	struct problems faults;
	struct job job = seed_job(db, run->office->mem, &run->actor, &faults);

	return run->deed(&job, run->office);
}

static enum err change(struct office *office, struct actor actor, deed *run_deed)
{
	struct run run = {office, actor, run_deed};

	return store_write(office->store, &office->instansi, run_work, &run);
}

static enum err set_capaian(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_DINAS),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Berita acara rapat 12/2026")};

	(void)office;
	return capaian_organisasi_set(job, &baik, 2026, 1);
}

static enum err decide(struct job *job, struct office *office)
{
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_YOHANA),
				       .tahun = 2026,
				       .nomor = 1,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_DI_ATAS},
				       .alasan = STR("Menggantikan rekan yang sakit dua bulan "
						     "penuh tanpa keluhan warga.")};
	struct evaluasi *evaluasi;
	enum predikat predikat;
	enum err err;

	input.catatan_kuat = STR("Membagi loket saat antrean penuh.");
	input.catatan_kembang = STR("Arsip digital baru 43%.");
	input.nilai = &(struct evaluasi_perilaku){.nilai = berakhlak_all()[0].code,
						  .umpan_balik = STR("Ramah di loket.")};
	input.nilai_count = 1;
	if ((err = evaluation_decide(job, &input, &predikat)) ||
	    (err = evaluation_load(job, &input.pegawai_id, 2026, 1, &evaluasi)))
		return err;
	office->evaluasi_id = evaluasi->evaluasi_id;
	return document_issue(job, DOKUMEN_EVALUASI, &office->evaluasi_id, &office->dokumen);
}

static enum err issue_skp(struct job *job, struct office *office)
{
	struct id skp_id = seed_skp_id(SEED_YOHANA);

	return document_issue(job, DOKUMEN_SKP, &skp_id, &office->dokumen);
}

/* One decided evaluation and two signed documents. Plans of the seed have no entry, as in a
   demonstration. */
static enum err tell_demo(struct job *job, struct office *office)
{
	struct audit_entry entry = {.deed = "demo.plans", .object = office->instansi};

	return audit_add(job, &entry);
}

static struct office office_open(void)
{
	struct office office = {.store = store_for_test(), .mem = arena_make()};

	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);
	struct actor sekda = seed_actor(&office.instansi, SEED_SEKDA);
	assert_int_equal(change(&office, kepala, tell_demo), ERR_OK);
	assert_int_equal(change(&office, sekda, set_capaian), ERR_OK);
	assert_int_equal(change(&office, kepala, decide), ERR_OK);
	assert_int_equal(change(&office, kepala, issue_skp), ERR_OK);
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static void tell(void *arg, const struct audit_finding *finding)
{
	struct office *office = arg;

	if (office->said[0] == '\0')
		(void)snprintf(office->said, sizeof office->said, "%s: %.*s", finding->kind,
			       STR_ARG(finding->why));
}

static enum err check(struct job *job, struct office *office)
{
	struct audit_trail trail;
	struct audit_check chain = {.each = audit_trail_take, .arg = &trail};
	struct document_check signed_ones = {&trail, tell, office};
	struct audit_verdict verdict;
	enum err err;

	audit_trail_init(&trail, job->mem);
	if ((err = audit_verify(job, &chain, &verdict)))
		return err;
	assert_int_equal(verdict.first_bad, 0);
	return document_check_run(job, &signed_ones, &office->tally);
}

static void look(struct office *office)
{
	struct run run = {.office = office, .deed = check};

	run.actor = seed_actor(&office->instansi, SEED_SEKDA);
	run.actor.scope_count = 1;
	run.actor.scopes[0] = (struct actor_scope){PERAN_AUDITOR, {"", 0}};
	office->said[0] = '\0';
	assert_int_equal(store_read(office->store, &office->instansi, run_work, &run), ERR_OK);
}

static void what_is_untouched_is_as_it_was_signed(void **state)
{
	struct office office = office_open();

	(void)state;
	look(&office);
	assert_string_equal(office.said, "");
	assert_int_equal(office.tally.findings, 0);
	assert_int_equal(office.tally.evaluasi, 1);
	assert_int_equal(office.tally.dokumen, 3);
	assert_true(office.tally.untold > 0);
	office_close(&office);
}

static void what_may_change_without_a_deed_is_no_finding(void **state)
{
	struct office office = office_open();

	(void)state;
	store_test_sql(office.store, &office.instansi,
		       "UPDATE pegawai SET nama = nama || ', M.Si.', golongan = 'III/d' WHERE "
		       "instansi_id = $1");
	store_test_sql(office.store, &office.instansi,
		       "UPDATE unit SET nama = 'Dinas Baru' WHERE instansi_id = $1");
	look(&office);
	assert_string_equal(office.said, "");
	office_close(&office);
}

static enum err record_top(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_KOTA),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Surat Wali Kota nomor 100/4/2026")};
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_SEKDA),
				       .tahun = 2026,
				       .nomor = 1,
				       .perilaku = {true, RATING_SESUAI},
				       .luar = {STR("Dr. Ruth Uji"), STR("Wali Kota"),
						STR("800/9/2026"), DATE(2026, 4, 1)}};
	enum predikat predikat;
	enum err err = capaian_organisasi_set(job, &baik, 2026, 1);

	(void)office;
	return err ? err : evaluation_record(job, &input, &predikat);
}

static void a_letter_in_an_evaluation_is_held_against_the_trail(void **state)
{
	struct office office = office_open();

	(void)state;
	seed_top_plan(office.store, &office.instansi);
	assert_int_equal(change(&office, seed_admin(&office.instansi), record_top), ERR_OK);
	look(&office);
	assert_int_equal(office.tally.findings, 0);
	assert_int_equal(office.tally.evaluasi, 2);
	store_test_sql(office.store, &office.instansi,
		       "UPDATE evaluasi SET luar_nama = 'Orang Lain' WHERE instansi_id = $1 AND "
		       "surat_nomor IS NOT NULL");
	look(&office);
	assert_int_equal(office.tally.findings, 1);
	assert_non_null(strstr(office.said, "isinya bukan yang ditetapkan"));
	office_close(&office);
}

static enum err agree(struct job *job, struct office *office)
{
	struct id skp_id = seed_skp_id(SEED_AGUS);
	struct skp *skp;
	enum err err = skp_load(job, &skp_id, &skp);

	(void)office;
	return err ? err : skp_agree(job, &skp_id, skp->version, NULL, 0);
}

static enum err move(struct job *job, struct office *office)
{
	struct id agus = seed_person_id(SEED_AGUS);

	(void)office;
	return skp_person_changed(job, &(struct event){.objek_id = agus});
}

static void a_plan_closed_by_a_move_is_no_finding(void **state)
{
	struct office office = office_open();
	struct actor kepala = seed_actor(&office.instansi, SEED_KEPALA);

	(void)state;
	seed_sql(office.store, &office.instansi,
		 "UPDATE skp SET state = 'diajukan', penilai_id = {p1} WHERE instansi_id = $1 AND "
		 "skp_id = {s3}");
	assert_int_equal(change(&office, kepala, agree), ERR_OK);
	seed_sql(office.store, &office.instansi,
		 "UPDATE pegawai SET unit_id = {u0}, tmt = '2026-03-02' WHERE instansi_id = $1 AND "
		 "pegawai_id = {p3}");
	assert_int_equal(change(&office, seed_admin(&office.instansi), move), ERR_OK);
	assert_int_equal(store_test_count(office.store, &office.instansi,
					  "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND "
					  "state = 'ditutup'"),
			 1);
	look(&office);
	assert_string_equal(office.said, "");
	assert_int_equal(office.tally.skp, 1);
	office_close(&office);
}

static const struct {
	const char *what, *sql, *said;
} TAMPERINGS[] = {
	{"predikat and rating",
	 "UPDATE evaluasi SET rating_hasil = 'di_atas', predikat = 'sangat_baik' WHERE instansi_id "
	 "= $1",
	 "evaluasi: isinya bukan yang ditetapkan"},
	{"predikat with another version",
	 "UPDATE evaluasi SET predikat = 'kurang', version = version + 1 WHERE instansi_id = $1",
	 "evaluasi: isinya bukan yang ditetapkan"},
	{"note", "UPDATE evaluasi SET catatan_kembang = '' WHERE instansi_id = $1",
	 "evaluasi: isinya bukan yang ditetapkan"},
	{"recommendation", "UPDATE evaluasi SET rekomendasi = 'Promosi' WHERE instansi_id = $1",
	 "evaluasi: isinya bukan yang ditetapkan"},
	{"achievement of the unit it was decided with",
	 "UPDATE evaluasi SET capaian = 'istimewa' WHERE instansi_id = $1",
	 "evaluasi: isinya bukan yang ditetapkan"},
	{"feedback, which only the paper holds",
	 "UPDATE evaluasi_perilaku SET umpan_balik = 'Luar biasa' WHERE instansi_id = $1",
	 "dokumen: isi basis data bukan yang ditandatangani"},
	{"target of a plan", "UPDATE iki SET target = target + 100 WHERE instansi_id = $1",
	 "dokumen: isi basis data bukan yang ditandatangani"},
	{"plan with another version and no entry",
	 "UPDATE skp SET version = version + 1 WHERE instansi_id = $1",
	 "dokumen: yang ditandatangani diubah tanpa entri di jejak audit"},
	{"bytes of a document", "UPDATE dokumen SET isi = tanda_tangan WHERE instansi_id = $1",
	 "dokumen: tanda tangan tidak cocok dengan isinya"},
	{"signature of a document",
	 "UPDATE dokumen SET tanda_tangan = kunci_publik WHERE instansi_id = $1",
	 "dokumen: tanda tangan tidak cocok dengan isinya"},
	{"code of a document",
	 "UPDATE dokumen SET kode = 'AAAABBBBCCCCDDDD' WHERE instansi_id = $1 AND jenis = 'skp'",
	 "dokumen: kode atau jenisnya bukan yang ditandatangani"},
	{"document removed", "DELETE FROM dokumen WHERE instansi_id = $1 AND jenis = 'evaluasi'",
	 "objek: hilang dari basis data atau tidak lagi ditetapkan"},
	{"decision taken back", "UPDATE evaluasi SET state = 'pengisian' WHERE instansi_id = $1",
	 "dokumen: yang ditandatangani hilang atau tidak lagi ditetapkan"},
};

static void every_tampering_with_what_was_signed_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(TAMPERINGS) / sizeof(TAMPERINGS[0]); i++) {
		struct office office = office_open();
		assert_true(store_test_sql(office.store, &office.instansi, TAMPERINGS[i].sql) > 0);
		look(&office);
		if (strcmp(office.said, TAMPERINGS[i].said) != 0)
			print_message("tampering: %s\n", TAMPERINGS[i].what);
		assert_string_equal(office.said, TAMPERINGS[i].said);
		office_close(&office);
	}
}

/* Without a demonstration every decided record must have its entry. */
static void a_decided_record_without_an_entry_is_named(void **state)
{
	struct office office = {.store = store_for_test(), .mem = arena_make()};

	(void)state;
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	look(&office);
	assert_string_equal(office.said, "SKP: tidak ada keputusannya di jejak audit");
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_untouched_is_as_it_was_signed),
		cmocka_unit_test(what_may_change_without_a_deed_is_no_finding),
		cmocka_unit_test(a_plan_closed_by_a_move_is_no_finding),
		cmocka_unit_test(a_letter_in_an_evaluation_is_held_against_the_trail),
		cmocka_unit_test(every_tampering_with_what_was_signed_is_named),
		cmocka_unit_test(a_decided_record_without_an_entry_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
