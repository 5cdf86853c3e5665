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
#include "document/paper_test_support.h"
#include "evaluation/evaluation.h"
#include "evaluation/seed_test_support.h"
#include "skp/skp_luar.h"
#include "evaluation/capaian.h"
#include "document/document.h"
#include "skp/skp.h"

struct office {
	struct store *store;
	struct id instansi, objek_id;
	struct arena *mem;
	struct actor actor;
	struct dokumen *dokumen;
	struct dokumen_periksa found;
	struct str kode;
	enum dokumen_jenis jenis;
	int64_t now;
	struct str remade; /* a paper made again from what is stored */
	enum err (*run)(struct job *job, struct office *office);
};

static enum err work(struct db *db, void *arg)
{
	struct office *office = arg;
	struct problems faults;
	struct job job = {.mem = office->mem,
			  .db = db,
			  .actor = &office->actor,
			  .faults = &faults,
			  .now = office->now,
			  .today = DATE(2026, 4, 2),
			  .request_id = STR("uji")};
	problems_init(&faults, office->mem);
	return office->run(&job, office);
}

static struct office office_open(void)
{
	struct office office = {
		.store = store_for_test(), .mem = arena_make(), .now = 1775000000000000};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	office.actor = seed_actor(&office.instansi, SEED_KEPALA);
	return office;
}

static void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

static enum err run_issue(struct job *job, struct office *office)
{
	return document_issue(job, office->jenis, &office->objek_id, &office->dokumen);
}

static enum err run_load(struct job *job, struct office *office)
{
	return document_load(job, office->jenis, &office->objek_id, &office->dokumen);
}

static enum err run_agree(struct job *job, struct office *office)
{
	struct skp *skp;
	enum err err = skp_load(job, &office->objek_id, &skp);

	return err ? err : skp_agree(job, &office->objek_id, skp->version);
}

static enum err run_verify(struct job *job, struct office *office)
{
	return document_verify(job, office->kode, &office->found);
}

static enum err run_decide(struct job *job, struct office *office)
{
	struct capaian_organisasi baik = {.unit.unit_id = seed_unit_id(SEED_DINAS),
					  .is_set = true,
					  .predikat = CAPAIAN_BAIK,
					  .dasar = STR("Berita acara rapat 12/2026")};
	struct evaluasi_input input = {.pegawai_id = seed_person_id(SEED_YOHANA),
				       .tahun = 2026,
				       .nomor = 1,
				       .hasil = {true, RATING_SESUAI},
				       .perilaku = {true, RATING_DI_ATAS}};
	struct actor sekda = seed_actor(&office->instansi, SEED_SEKDA), kepala = office->actor;
	struct evaluasi *evaluasi;
	enum predikat predikat;
	enum err err;

	input.catatan_kuat = STR("Saat antrean penuh 3 Maret, Yohana membagi loket sehingga tunggu "
				 "turun dari 40 ke 18 menit.");
	input.catatan_kembang = STR("Arsip digital baru 43%. Sisihkan jam pertama tiap pagi.");
	input.rekomendasi = STR("Ikut pelatihan kearsipan digital pada triwulan berikutnya.");
	job->actor = &sekda;
	if ((err = capaian_organisasi_set(job, &baik, 2026, 1)))
		return err;
	job->actor = &kepala;
	if ((err = evaluation_decide(job, &input, &predikat)))
		return err;
	if ((err = evaluation_load(job, &input.pegawai_id, 2026, 1, &evaluasi)))
		return err;
	office->objek_id = evaluasi->evaluasi_id;
	return ERR_OK;
}

static enum err run(struct office *office, enum err (*deed)(struct job *, struct office *))
{
	office->run = deed;
	return store_write(office->store, &office->instansi, work, office);
}

static void issue_skp(struct office *office)
{
	office->jenis = DOKUMEN_SKP;
	office->objek_id = seed_skp_id(SEED_YOHANA);
	assert_int_equal(run(office, run_issue), ERR_OK);
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
	assert_int_equal(run(&office, run_verify), ERR_OK);
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
	assert_int_equal(run(&office, run_verify), ERR_OK);
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
	assert_int_equal(run(&office, run_verify), ERR_OK);
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
static struct office office_waiting(void)
{
	struct office office = office_open();

	office.jenis = DOKUMEN_SKP;
	office.objek_id = seed_skp_id(SEED_YOHANA);
	seed_sql(office.store, &office.instansi,
		 "UPDATE skp SET state = 'diajukan' WHERE instansi_id = $1 AND skp_id = {s2}");
	return office;
}

static struct str cell_of(struct office *office, const char *who, int n)
{
	struct str cell[6];
	struct pack pack;

	assert_true(pack_parse(office->mem, office->dokumen->isi, &pack));
	for (int i = 0; i < pack.count; i++)
		if (str_is(pack.at[i].name, "orang") && pack_cells(pack.at[i].value, cell, 6) &&
		    str_is(cell[0], who))
			return cell[n];
	return STR_NONE;
}

static struct str field_of(struct office *office, const char *name)
{
	struct pack pack;

	assert_true(pack_parse(office->mem, office->dokumen->isi, &pack));
	return pack_get(&pack, name);
}

static int64_t papers(struct office *office)
{
	return store_test_count(office->store, &office->instansi,
				"SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1");
}

static void a_decision_is_signed_with_the_posts_of_its_day(void **state)
{
	struct office office = office_waiting();

	(void)state;
	assert_int_equal(run(&office, run_load), ERR_NOT_FOUND);
	assert_int_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(papers(&office), 1);
	assert_int_equal(run(&office, run_load), ERR_OK);
	struct str post = cell_of(&office, "pegawai", 4), code = office.dokumen->kode;
	seed_sql(office.store, &office.instansi,
		 "UPDATE jabatan SET nama = 'Jabatan lain' WHERE instansi_id = $1");
	seed_sql(
		office.store, &office.instansi,
		"UPDATE pegawai SET penilai_id = {p0} WHERE instansi_id = $1 AND pegawai_id = {p2}");
	assert_int_equal(run(&office, run_load), ERR_OK);
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
	assert_int_equal(run(&office, run_decide), ERR_OK);
	assert_int_equal(papers(&office), 2);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(field_of(&office, "predikat"), "Baik"));
	office.jenis = DOKUMEN_DOKUMEN_EVALUASI;
	assert_int_equal(run(&office, run_load), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_AGUS);
	assert_int_not_equal(run(&office, run_load), ERR_OK);
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
	assert_int_equal(run(&office, run_decide), ERR_OK);
	for (int i = 0; i < 2; i++) {
		office.jenis = papers[i];
		assert_int_equal(run(&office, run_load), ERR_OK);
		assert_int_equal(run(&office, run_remake), ERR_OK);
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
	assert_int_equal(run(&office, run_issue), ERR_OK);
	assert_true(str_is(cell_of(&office, "penilai", 1), "-"));
	paper_repeats(&office, "skp-tanpa-persetujuan");
	assert_int_equal(run(&office, run_record), ERR_OK);
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(cell_of(&office, "penilai", 1), "Dr. Uji"));
	assert_true(str_is(cell_of(&office, "penilai", 4), "Wali Kota"));
	assert_true(str_is(field_of(&office, "surat_nomor"), "800/7/2026"));
	paper_repeats(&office, "skp-surat");
	assert_int_equal(run(&office, run_record), ERR_INVALID);
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
	assert_int_equal(run(&office, run_record_evaluation), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_SEKDA);
	for (office.jenis = DOKUMEN_EVALUASI; office.jenis <= DOKUMEN_DOKUMEN_EVALUASI;
	     office.jenis++) {
		assert_int_equal(run(&office, run_load), ERR_OK);
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

static struct str first_result(struct office *office, int n)
{
	struct str cell[9];

	assert_true(pack_cells(field_of(office, "hasil"), cell, 9));
	return cell[n];
}

static enum err run_first_layout(struct job *job, struct office *office)
{
	struct content content;
	struct pack pack;
	struct str cell[9];
	enum err err = content_load(job, office->jenis, &office->objek_id, &content);

	if (err)
		return err;
	content.susunan = 1;
	struct str bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_int_equal(pack_get(&pack, "susunan").len, 0);
	assert_true(pack_cells(pack_get(&pack, "hasil"), cell, 9));
	assert_true(str_is(cell[6], "400 akta"));
	return ERR_OK;
}

static enum err run_letterhead(struct job *job, struct office *office)
{
	struct content content;
	struct pack pack;
	enum err err = content_load(job, office->jenis, &office->objek_id, &content);

	if (err)
		return err;
	struct str bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_true(pack_get(&pack, "kop_unit").len > 0);
	assert_true(str_is(pack_get(&pack, "kop_alamat"), "Jalan Contoh 1"));
	assert_true(
		str_is(pack_get(&pack, "kop_kontak"), "Telepon 0967 531234 · kota@contoh.go.id"));
	content.susunan = 2; /* papers from before it are compared as they were written */
	bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_int_equal(pack_get(&pack, "kop_unit").len + pack_get(&pack, "kop_alamat").len, 0);
	return ERR_OK;
}

/* The unit's own address where it has said one, else the agency's. */
static void a_paper_begins_with_who_writes_and_where_they_are(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO unit_kontak (instansi_id, unit_id, alamat, telepon, email, jam_kerja, "
		"jam_jumat, jam_sabtu, jam_minggu) SELECT instansi_id, unit_id, 'Jalan Contoh 1', "
		"'0967 531234', 'kota@contoh.go.id', '', '', '', '' FROM unit WHERE instansi_id = $1 "
		"AND induk_id IS NULL");
	assert_int_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(run(&office, run_letterhead), ERR_OK);
	office_close(&office);
}

/* As on the screen that was decided from: with its direction, and a quarter's share beside a
   quarter's realisation. */
static void a_target_reads_on_paper_as_on_the_screen(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(office.store, &office.instansi,
		 "UPDATE iki SET arah = 'lower_better' WHERE instansi_id = $1");
	assert_int_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(first_result(&office, 6), "≤ 400 akta"));
	assert_int_equal(run(&office, run_first_layout), ERR_OK);
	office_close(&office);

	office = office_open();
	assert_int_equal(run(&office, run_decide), ERR_OK);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(first_result(&office, 6), "100 akta (setahun 400 akta)"));
	office_close(&office);
}

static void a_result_that_hangs_from_the_unit_tells_the_units(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, "
		"indikator, target, satuan) VALUES ($1, {u2}, 2026, {u2}, 1, 'Akta terbit cepat', "
		"'Akta', 100, 'akta')");
	seed_sql(office.store, &office.instansi,
		 "UPDATE rhk SET hasil_unit_id = {u2} WHERE instansi_id = $1 AND rhk_id = {r2}");
	assert_int_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(first_result(&office, 2), "Akta terbit cepat"));
	office_close(&office);
}

static void what_gets_no_paper_is_not_decided(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(office.store, &office.instansi, "DELETE FROM instansi WHERE instansi_id = $1");
	assert_int_not_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(store_test_count(office.store, &office.instansi,
					  "SELECT COUNT(*) FROM skp WHERE instansi_id = $1 AND "
					  "state = 'diajukan'"),
			 1);
	office_close(&office);
}

/* 15.30 UTC on 31 March: still that day in WIB, already the next one in WIT. The head looks from
   WIB. */
static void days_are_told_in_the_zone_of_the_unit(void **state)
{
	struct office office = office_waiting();

	(void)state;
	office.now = 1774971000000000;
	office.actor.zona = ZONA_WIB;
	seed_sql(office.store, &office.instansi,
		 "UPDATE unit SET zona = 'WIT' WHERE instansi_id = $1");
	assert_int_equal(run(&office, run_agree), ERR_OK);
	assert_int_equal(run(&office, run_load), ERR_OK);
	assert_true(str_is(field_of(&office, "tanggal"), "2026-04-01"));
	office.kode = office.dokumen->kode;
	assert_int_equal(run(&office, run_verify), ERR_OK);
	assert_true(str_is(office.found.tanggal, "1 April 2026"));
	assert_true(str_is(office.found.terbit, "1 April 2026"));
	office_close(&office);
}

static void an_unknown_code_is_not_found(void **state)
{
	struct office office = office_open();

	(void)state;
	office.kode = STR("AAAA-BBBB-CCCC-DDDD");
	assert_int_equal(run(&office, run_verify), ERR_NOT_FOUND);
	office.kode = STR("x");
	assert_int_equal(run(&office, run_verify), ERR_NOT_FOUND);
	office_close(&office);
}

static void a_draft_or_a_strangers_plan_is_no_document(void **state)
{
	struct office office = office_open();

	(void)state;
	office.jenis = DOKUMEN_SKP;
	office.objek_id = seed_skp_id(SEED_YOHANA);
	office.actor = seed_actor(&office.instansi, SEED_AGUS);
	assert_int_not_equal(run(&office, run_issue), ERR_OK);
	office.actor = seed_actor(&office.instansi, SEED_YOHANA);
	store_test_sql(office.store, &office.instansi,
		       "UPDATE skp SET state = 'draf' WHERE instansi_id = $1");
	assert_int_equal(run(&office, run_issue), ERR_NOT_FOUND);
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
	assert_int_equal(run(&office, run_issue), ERR_OK);
	paper_repeats(&office, "skp-jpt");
	assert_int_equal(run(&office, run_decide), ERR_OK);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(run(&office, run_issue), ERR_OK);
	paper_repeats(&office, "evaluasi");
	office.jenis = DOKUMEN_DOKUMEN_EVALUASI;
	assert_int_equal(run(&office, run_issue), ERR_OK);
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
		cmocka_unit_test(a_paper_begins_with_who_writes_and_where_they_are),
		cmocka_unit_test(a_target_reads_on_paper_as_on_the_screen),
		cmocka_unit_test(a_result_that_hangs_from_the_unit_tells_the_units),
		cmocka_unit_test(what_gets_no_paper_is_not_decided),
		cmocka_unit_test(days_are_told_in_the_zone_of_the_unit),
		cmocka_unit_test(an_unknown_code_is_not_found),
		cmocka_unit_test(a_draft_or_a_strangers_plan_is_no_document),
		cmocka_unit_test(the_three_papers_are_made_from_the_signed_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
