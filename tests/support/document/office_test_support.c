/* SPDX-License-Identifier: Apache-2.0 */
/* Opens the office and does what papers are made of. */
#include "document/office_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document_pack.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation.h"
#include "skp/skp.h"

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

struct office office_open(void)
{
	struct office office = {
		.store = store_for_test(), .mem = arena_make(), .now = 1775000000000000};
	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	office.actor = seed_actor(&office.instansi, SEED_KEPALA);
	return office;
}

void office_close(struct office *office)
{
	store_end_test(office->store);
	arena_free(office->mem);
}

enum err office_issue(struct job *job, struct office *office)
{
	return document_issue(job, office->jenis, &office->objek_id, &office->dokumen);
}

enum err office_load(struct job *job, struct office *office)
{
	return document_load(job, office->jenis, &office->objek_id, &office->dokumen);
}

enum err office_agree(struct job *job, struct office *office)
{
	struct skp *skp;
	enum err err = skp_load(job, &office->objek_id, &skp);

	return err ? err : skp_agree(job, &office->objek_id, skp->version, NULL, 0);
}

enum err office_verify(struct job *job, struct office *office)
{
	return document_verify(job, office->kode, &office->found);
}

enum err office_decide(struct job *job, struct office *office)
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

enum err office_run(struct office *office, enum err (*deed)(struct job *, struct office *))
{
	office->run = deed;
	return store_write(office->store, &office->instansi, work, office);
}

struct office office_waiting(void)
{
	struct office office = office_open();

	office.jenis = DOKUMEN_SKP;
	office.objek_id = seed_skp_id(SEED_YOHANA);
	seed_sql(office.store, &office.instansi,
		 "UPDATE skp SET state = 'diajukan' WHERE instansi_id = $1 AND skp_id = {s2}");
	return office;
}

struct str cell_of(struct office *office, const char *who, int n)
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

struct str field_of(struct office *office, const char *name)
{
	struct pack pack;

	assert_true(pack_parse(office->mem, office->dokumen->isi, &pack));
	return pack_get(&pack, name);
}
