/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "law/access.h"
#include "law/skp_sync.h"
#include "skp/hasil_unit.h"
#include "skp/skp_luar.h"
#include "skp/skp_move.h"

/* A small office: KEPALA heads an independent unit and has no appraiser, MARTA appraises YOHANA. */
static const struct id UNIT = {{0x10}}, KEPALA = {{0x21}}, MARTA = {{0x22}}, YOHANA = {{0x23}},
		       HASIL = {{0x30}};

struct room {
	struct store *store;
	struct id instansi;
	struct arena *mem;
	struct problems faults;
	const struct actor *actor;
};

typedef enum err room_step(struct job *job, void *arg);
struct step {
	struct room *room;
	room_step *run;
	void *arg;
};

static const struct actor kepala = {
	.pegawai_id = {{0x21}},
	.akun_id = {{0x41}},
	.is_signed_in = true,
	.zona = ZONA_WIT,
	.scope_count = 2,
	.scopes = {{PERAN_PEGAWAI, {"", 0}}, {PERAN_PEJABAT_PENILAI, {"", 0}}}};
static const struct actor marta = {.pegawai_id = {{0x22}},
				   .akun_id = {{0x42}},
				   .is_signed_in = true,
				   .zona = ZONA_WIT,
				   .scope_count = 3,
				   .scopes = {{PERAN_PEGAWAI, {"", 0}},
					      {PERAN_PEJABAT_PENILAI, {"", 0}},
					      {PERAN_PIMPINAN_UNIT, {"/U/", 3}}}};
static const struct actor yohana = {.pegawai_id = {{0x23}},
				    .akun_id = {{0x43}},
				    .is_signed_in = true,
				    .zona = ZONA_WIT,
				    .scope_count = 1,
				    .scopes = {{PERAN_PEGAWAI, {"", 0}}}};

static const struct actor personalia = {.akun_id = {{0x44}},
					.is_signed_in = true,
					.zona = ZONA_WIT,
					.scope_count = 1,
					.scopes = {{PERAN_ADMIN_KEPEGAWAIAN, {"", 0}}}};

static enum err step_work(struct db *db, void *arg)
{
	struct step *step = arg;
	struct room *room = step->room;
	struct job job = {.mem = room->mem,
			  .db = db,
			  .actor = room->actor,
			  .faults = &room->faults,
			  .now = 1767225600000000,
			  .today = DATE(2026, 1, 12),
			  .request_id = STR("r1")};

	problems_init(&room->faults, room->mem);
	return step->run(&job, step->arg);
}

static enum err change(struct room *room, const struct actor *actor, room_step *run, void *arg)
{
	struct step step = {room, run, arg};

	room->actor = actor;
	return store_write(room->store, &room->instansi, step_work, &step);
}

static enum err look(struct room *room, const struct actor *actor, room_step *run, void *arg)
{
	struct step step = {room, run, arg};

	room->actor = actor;
	return store_read(room->store, &room->instansi, step_work, &step);
}

/* Literals of ids differ by engine: x'…' in SQLite, '…'::uuid in PostgreSQL. */
static struct str lit(struct room *room, const struct id *id)
{
	struct buf hex;

	buf_init(&hex, room->mem);
	buf_add_hex(&hex, id->bytes, sizeof id->bytes);
	if (store_engine(room->store)[0] == 'p')
		return str_format(room->mem, "CAST('%.*s' AS uuid)", STR_ARG(buf_str(&hex)));
	return str_format(room->mem, "x'%.*s'", STR_ARG(buf_str(&hex)));
}

static void sql(struct room *room, struct str text)
{
	store_test_sql(room->store, &room->instansi, str_cstr(room->mem, text));
}

static void add_person(struct room *room, const struct id *id, const struct id *penilai,
		       const char *nama, const char *kelompok, int is_kepala)
{
	struct str key = lit(room, id);

	sql(room,
	    str_format(room->mem,
		       "INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, "
		       "kelompok, is_kepala, tugas, "
		       "tanggung_jawab, ukuran, valid_from) VALUES ($1, %.*s, '%s', '%s', %.*s, "
		       "'%s', %d, 't', 'j', 'u', "
		       "'2020-01-01')",
		       STR_ARG(key), nama, nama, STR_ARG(lit(room, &UNIT)), kelompok, is_kepala));
	sql(room, str_format(room->mem,
			     "INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, "
			     "golongan, jabatan_id, unit_id, "
			     "penilai_id, tmt, valid_from) VALUES ($1, %.*s, '%s', '%s', 'pns', "
			     "'III/a', %.*s, %.*s, %.*s, "
			     "'2020-01-01', '2020-01-01')",
			     STR_ARG(key), nama, nama, STR_ARG(key), STR_ARG(lit(room, &UNIT)),
			     STR_ARG(penilai ? lit(room, penilai) : STR("NULL"))));
}

static int room_set_up(void **state)
{
	static struct room room;

	room = (struct room){.store = store_for_test(), .mem = arena_make()};
	room.instansi = store_test_instansi(room.store, "UJI");
	sql(&room,
	    str_format(room.mem,
		       "INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, "
		       "is_mandiri, zona, valid_from) "
		       "VALUES ($1, %.*s, 'U', 'Dinas', '/U/', 'opd', 1, 'WIT', '2020-01-01')",
		       STR_ARG(lit(&room, &UNIT))));
	add_person(&room, &KEPALA, NULL, "Kepala", "jpt", 1);
	add_person(&room, &MARTA, &KEPALA, "Marta", "administrator", 0);
	add_person(&room, &YOHANA, &MARTA, "Yohana", "pelaksana", 0);
	sql(&room, STR("INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, "
		       "skp_batas, evaluasi_batas) "
		       "VALUES ($1, 2026, 'kuantitatif', 'triwulan', '2026-01-31', '2027-01-31')"));
	sql(&room, str_format(room.mem,
			      "INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, "
			      "urut, uraian, indikator, "
			      "target, satuan) VALUES ($1, %.*s, 2026, %.*s, 1, 'Warga terlayani', "
			      "'Kepuasan', 9000, 'persen')",
			      STR_ARG(lit(&room, &HASIL)), STR_ARG(lit(&room, &UNIT))));
	*state = &room;
	return 0;
}

static int room_tear_down(void **state)
{
	struct room *room = *state;

	store_end_test(room->store);
	arena_free(room->mem);
	return 0;
}

struct plan {
	struct id skp_id;
	int64_t version;
	struct skp *skp;
	struct rhk rhk;
	struct iki iki[1];
	struct skp_comment comment;
};

static enum err start_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_start(job, 2026, &plan->skp_id);
}

static enum err load_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_load(job, &plan->skp_id, &plan->skp);
}

static enum err save_rhk_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_save_rhk(job, &plan->skp_id, plan->version, &plan->rhk);
}

static enum err remove_rhk_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_remove_rhk(job, &plan->skp_id, plan->version, &plan->skp->rhk[0].rhk_id);
}

static enum err perilaku_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_perilaku p = {.nilai = STR("akuntabel"),
				 .ekspektasi = STR("Catat setiap berkas")};

	return skp_save_perilaku(job, &plan->skp_id, plan->version, &p, 1);
}

static enum err lampiran_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_lampiran rows[] = {{STR("konsekuensi"), STR("Pujian")}};

	return skp_save_lampiran(job, &plan->skp_id, plan->version, rows, 1);
}

static enum err submit_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_submit(job, &plan->skp_id, plan->version);
}

static enum err gaps_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_find_gaps(job, plan->skp);
}

static enum err return_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_return(job, &plan->skp_id, plan->version, &plan->comment, 1);
}

static enum err agree_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_agree(job, &plan->skp_id, plan->version);
}

/* Reads the plan again, as its owner, and keeps its version for the next step. */
static void reload(struct room *room, const struct actor *actor, struct plan *plan)
{
	assert_int_equal(look(room, actor, load_step, plan), ERR_OK);
	plan->version = plan->skp->version;
}

static void fill_rhk(struct plan *plan, const struct id *hasil_unit_id)
{
	plan->iki[0] = (struct iki){.aspek = STR("kuantitas"),
				    .uraian = STR("Akta terbit"),
				    .satuan = STR("akta"),
				    .arah = STR("higher_better"),
				    .target = 120000,
				    .has_target = true};
	plan->rhk = (struct rhk){.jenis = STR("utama"),
				 .kelas = STR("individu"),
				 .uraian = STR("Akta terbit 1 hari"),
				 .hasil_unit_id = *hasil_unit_id,
				 .iki_count = 1,
				 .iki = plan->iki};
}

/* Yohana's draft with one main result, ready to be sent. */
static void draft(struct room *room, struct plan *plan)
{
	*plan = (struct plan){0};
	assert_int_equal(change(room, &yohana, start_step, plan), ERR_OK);
	reload(room, &yohana, plan);
	fill_rhk(plan, &HASIL);
	assert_int_equal(change(room, &yohana, save_rhk_step, plan), ERR_OK);
	reload(room, &yohana, plan);
}

static void a_draft_begins_with_seven_values_and_an_attachment(void **state)
{
	struct room *room = *state;
	struct plan plan = {0};
	struct id first;

	assert_int_equal(change(room, &yohana, start_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DRAF);
	assert_true(str_is(plan.skp->bentuk, "ja_jf"));
	assert_true(id_equal(&plan.skp->penilai_id, &MARTA));
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		assert_true(plan.skp->perilaku[i].nilai.len > 0);
	assert_true(skp_count_lampiran(plan.skp, "konsekuensi") > 0);
	first = plan.skp_id;
	assert_int_equal(change(room, &yohana, start_step, &plan), ERR_OK); /* a second tap */
	assert_true(id_equal(&first, &plan.skp_id));
}

static void a_plan_goes_from_draft_over_a_return_to_agreement(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(plan.skp->rhk_count, 1);
	assert_int_equal(plan.skp->rhk[0].iki[0].target, 120000);
	assert_true(str_is(plan.skp->rhk[0].hasil_unit_uraian, "Warga terlayani"));
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_true(str_starts(plan.skp->receipt_nomor, "SKP-2026-"));
	assert_int_equal(plan.skp->receipt_hash.len, 64);

	plan.comment = (struct skp_comment){.rhk_id = plan.skp->rhk[0].rhk_id,
					    .text = STR("Tambah kualitas")};
	assert_int_equal(change(room, &marta, return_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DIKEMBALIKAN);
	assert_true(str_is(plan.skp->rhk[0].komentar, "Tambah kualitas"));

	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(change(room, &marta, agree_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN);
	assert_int_equal(plan.skp->rhk[0].komentar.len, 0);
	fill_rhk(&plan, &HASIL);
	assert_int_equal(change(room, &yohana, save_rhk_step, &plan), ERR_INVALID);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan LIKE 'skp.%'"),
			 6);
}

static void a_block_of_the_attachment_is_returned_with_its_own_note(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	plan.comment = (struct skp_comment){.blok = STR("konsekuensi"),
					    .text = STR("Sebut bentuk bimbingannya")};
	assert_int_equal(change(room, &marta, return_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_true(str_is(plan.skp->blok_komentar[skp_blok_index(STR("konsekuensi"))],
			   "Sebut bentuk bimbingannya"));
	assert_int_equal(plan.skp->blok_komentar[0].len, 0);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(change(room, &marta, agree_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	for (int i = 0; i < SKP_BLOK_COUNT; i++)
		assert_int_equal(plan.skp->blok_komentar[i].len, 0);
}

static void nobody_decides_on_an_own_or_a_foreign_plan(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(change(room, &yohana, agree_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(change(room, &kepala, agree_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(look(room, &kepala, load_step, &plan), ERR_FORBIDDEN);
}

static void the_leader_does_not_edit_the_draft(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(change(room, &marta, save_rhk_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(change(room, &marta, submit_step, &plan), ERR_FORBIDDEN);
}

static void a_page_made_from_an_old_version_is_refused(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	plan.version--;
	assert_int_equal(change(room, &yohana, perilaku_step, &plan), ERR_CONFLICT);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_CONFLICT);
	plan.version++;
	assert_int_equal(change(room, &yohana, perilaku_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_true(str_is(plan.skp->perilaku[1].ekspektasi, "Catat setiap berkas"));
}

static void a_result_and_the_attachment_can_be_replaced_and_removed(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	fill_rhk(&plan, &HASIL);
	plan.rhk.rhk_id = plan.skp->rhk[0].rhk_id;
	plan.rhk.uraian = STR("Akta terbit 2 jam");
	assert_int_equal(change(room, &yohana, save_rhk_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->rhk_count, 1);
	assert_true(str_is(plan.skp->rhk[0].uraian, "Akta terbit 2 jam"));
	assert_int_equal(change(room, &yohana, remove_rhk_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->rhk_count, 0);
	assert_int_equal(change(room, &yohana, lampiran_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->lampiran_count, 1);
	assert_int_equal(change(room, &yohana, gaps_step, &plan), ERR_OK);
	assert_true(problems_has_rule(&room->faults, "skp.utama_none"));
	assert_true(problems_has_rule(&room->faults, "skp.lampiran_missing"));
	assert_false(problems_has_rule(&room->faults, "skp.not_draf"));
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.utama_none"));
	assert_true(problems_has_rule(&room->faults, "skp.lampiran_missing"));
}

static void a_link_to_another_units_result_is_refused(void **state)
{
	struct room *room = *state;
	struct plan plan;
	struct id foreign = {{0x77}};

	draft(room, &plan);
	fill_rhk(&plan, &foreign);
	assert_int_equal(change(room, &yohana, save_rhk_step, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.sumber_foreign"));
}

/* The head's plan, sent. */
static void send_head(struct room *room, struct plan *plan)
{
	assert_int_equal(change(room, &kepala, start_step, plan), ERR_OK);
	reload(room, &kepala, plan);
	fill_rhk(plan, &HASIL);
	plan->rhk.perspektif = STR("penerima_layanan");
	plan->iki[0].aspek = STR_NONE;
	assert_int_equal(change(room, &kepala, save_rhk_step, plan), ERR_OK);
	reload(room, &kepala, plan);
	assert_int_equal(change(room, &kepala, submit_step, plan), ERR_OK);
	reload(room, &kepala, plan);
}

static enum err record_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct pejabat_luar luar = {STR("Dr. Uji"), STR("Bupati"), STR("800/1/2026"),
				    DATE(2026, 1, 12)};

	return skp_record(job, &plan->skp_id, plan->version, &luar);
}

static enum err record_return_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_record_return(job, &plan->skp_id, plan->version, STR("Naikkan target"));
}

static void the_head_without_appraiser_waits_for_a_letter_somebody_else_records(void **state)
{
	struct room *room = *state;
	struct plan plan = {0};
	struct actor self = kepala;

	self.scopes[self.scope_count++].peran = PERAN_ADMIN_KEPEGAWAIAN;
	send_head(room, &plan);
	assert_true(str_is(plan.skp->bentuk, "jpt"));
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_int_equal(change(room, &self, record_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(change(room, &self, agree_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(change(room, &marta, record_step, &plan), ERR_FORBIDDEN);

	assert_int_equal(change(room, &personalia, record_return_step, &plan), ERR_OK);
	reload(room, &kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DIKEMBALIKAN);
	assert_true(str_is(plan.skp->rhk[0].komentar, "Naikkan target"));
	assert_int_equal(change(room, &kepala, submit_step, &plan), ERR_OK);
	reload(room, &personalia, &plan);
	assert_int_equal(change(room, &personalia, record_step, &plan), ERR_OK);
	reload(room, &kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN);
	assert_true(str_is(plan.skp->luar.surat_nomor, "800/1/2026"));
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'skp.record' AND alasan = '800/1/2026'"),
			 1);
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM dokumen WHERE instansi_id = $1"),
			 1);
}

static void a_head_below_the_root_needs_an_appraiser(void **state)
{
	struct room *room = *state;
	struct plan plan = {0};

	sql(room,
	    STR("INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, is_mandiri, zona, "
		"valid_from) SELECT instansi_id, instansi_id, 'K', 'Kota', '/K/', 'kota', 0, 'WIT', "
		"'2020-01-01' FROM instansi WHERE instansi_id = $1"));
	sql(room,
	    STR("UPDATE unit SET induk_id = instansi_id WHERE instansi_id = $1 AND kode = 'U'"));
	assert_int_equal(change(room, &kepala, start_step, &plan), ERR_OK);
	reload(room, &kepala, &plan);
	assert_int_equal(change(room, &kepala, submit_step, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.penilai_missing"));
}

static enum err sources_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp_source_list list;
	enum err err = skp_list_sources(job, plan->skp, &list);

	plan->version = list.pimpinan_count * 10 + list.unit_count;
	return err;
}

static void a_subordinate_builds_on_the_leaders_agreed_results(void **state)
{
	struct room *room = *state;
	struct plan head = {0}, plan = {0};

	assert_int_equal(change(room, &kepala, start_step, &head), ERR_OK);
	reload(room, &kepala, &head);
	fill_rhk(&head, &HASIL);
	head.rhk.perspektif = STR("proses_bisnis");
	head.iki[0].aspek = STR_NONE;
	assert_int_equal(change(room, &kepala, save_rhk_step, &head), ERR_OK);
	reload(room, &kepala, &head);
	assert_int_equal(change(room, &marta, start_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(look(room, &marta, sources_step, &plan), ERR_OK);
	assert_int_equal(plan.version, 1); /* the leader's is a draft: only the unit's result */
	assert_int_equal(change(room, &kepala, submit_step, &head), ERR_OK);
	reload(room, &personalia, &head);
	assert_int_equal(change(room, &personalia, record_step, &head), ERR_OK);
	assert_int_equal(look(room, &marta, sources_step, &plan), ERR_OK);
	assert_int_equal(plan.version, 11);

	reload(room, &marta, &plan);
	fill_rhk(&plan, &HASIL);
	assert_int_equal(change(room, &marta, save_rhk_step, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.pimpinan_missing"));
	plan.rhk.hasil_unit_id = (struct id){0};
	plan.rhk.rhk_pimpinan_id = head.skp->rhk[0].rhk_id;
	assert_int_equal(change(room, &marta, save_rhk_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_true(
		str_is(plan.skp->rhk[0].pimpinan_uraian, "Akta terbit 1 hari; IKI: Akta terbit"));
}

struct team {
	struct skp_team_row *row;
	int count, waiting;
};

static enum err team_step(struct job *job, void *arg)
{
	struct team *team = arg;
	enum err err = skp_list_team(job, 2026, &team->row, &team->count);

	return err ? err : skp_count_waiting(job, &team->waiting);
}

static void the_appraiser_sees_who_waits(void **state)
{
	struct room *room = *state;
	struct team team = {0};
	struct plan plan;

	assert_int_equal(look(room, &marta, team_step, &team), ERR_OK);
	assert_int_equal(team.count, 1);
	assert_true(id_is_none(&team.row[0].skp_id));
	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	assert_int_equal(look(room, &marta, team_step, &team), ERR_OK);
	assert_int_equal(team.row[0].state, SKP_DIAJUKAN);
	assert_int_equal(team.waiting, 1);
	assert_int_equal(look(room, &yohana, team_step, &team), ERR_OK);
	assert_int_equal(team.count, 0); /* appraises nobody */
}

static enum err hasil_save_step(struct job *job, void *arg)
{
	return hasil_unit_save(job, arg);
}

static enum err hasil_remove_step(struct job *job, void *arg)
{
	const struct hasil_unit *h = arg;

	return hasil_unit_remove(job, &h->hasil_unit_id, h->version);
}

static void an_agreed_plan_keeps_its_words_and_is_told_as_to_be_synced(void **state)
{
	struct room *room = *state;
	struct plan plan;
	struct team team = {0};
	struct hasil_unit now = {.hasil_unit_id = HASIL,
				 .version = 1,
				 .uraian = STR("Akta terbit hari itu juga"),
				 .indikator = STR("Akta terbit"),
				 .satuan = STR("persen"),
				 .target = 9000,
				 .has_target = true};

	draft(room, &plan);
	struct str signed_words = plan.skp->rhk[0].hasil_unit_uraian;
	assert_int_equal(change(room, &marta, hasil_save_step, &now), ERR_OK);
	reload(room, &yohana, &plan);
	assert_true(
		str_equal(plan.skp->rhk[0].hasil_unit_uraian, now.uraian)); /* a draft follows */
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(change(room, &marta, agree_step, &plan), ERR_OK);
	assert_int_equal(look(room, &marta, team_step, &team), ERR_OK);
	assert_false(team.row[0].needs_sync);

	signed_words = now.uraian;
	now.version = 2;
	now.uraian = STR("Akta terbit dalam satu jam");
	assert_int_equal(change(room, &marta, hasil_save_step, &now), ERR_OK);
	reload(room, &yohana, &plan);
	assert_true(str_equal(plan.skp->rhk[0].hasil_unit_uraian, signed_words));
	assert_true(str_equal(plan.skp->rhk[0].hasil_unit_kini, now.uraian));
	assert_true(skp_needs_sync(plan.skp));
	assert_int_equal(look(room, &marta, team_step, &team), ERR_OK);
	assert_true(team.row[0].needs_sync);

	now.version = 3;
	now.uraian = signed_words;
	assert_int_equal(change(room, &marta, hasil_save_step, &now), ERR_OK);
	reload(room, &yohana, &plan);
	assert_false(skp_needs_sync(plan.skp));
}

static void a_newer_plan_of_the_leader_marks_what_hangs_from_the_old_one(void **state)
{
	struct room *room = *state;
	struct plan head = {0}, plan = {0};
	struct team team = {0};

	send_head(room, &head);
	reload(room, &personalia, &head);
	assert_int_equal(change(room, &personalia, record_step, &head), ERR_OK);
	assert_int_equal(change(room, &marta, start_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	fill_rhk(&plan, &HASIL);
	plan.rhk.hasil_unit_id = (struct id){0};
	plan.rhk.rhk_pimpinan_id = head.skp->rhk[0].rhk_id;
	assert_int_equal(change(room, &marta, save_rhk_step, &plan), ERR_OK);
	sql(room, STR("UPDATE skp SET state = 'ditetapkan' WHERE instansi_id = $1"));
	reload(room, &marta, &plan);
	assert_false(skp_needs_sync(plan.skp));
	sql(room,
	    STR("INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, "
		"unit_id, mulai, selesai, revisi, pendekatan, bentuk, state) SELECT instansi_id, "
		"unit_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, mulai, selesai, 2, "
		"pendekatan, bentuk, state FROM skp WHERE instansi_id = $1 AND penilai_id IS NULL"));
	reload(room, &marta, &plan);
	assert_true(skp_needs_sync(plan.skp));
	assert_int_equal(look(room, &kepala, team_step, &team), ERR_OK);
	assert_true(team.row[0].needs_sync);
}

static enum err moved_step(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_person_changed(job, &plan->skp->pegawai_id);
}

/* Yohana comes to Marta's post from the day on. */
static void move_yohana(struct room *room, const char *tmt)
{
	sql(room, str_format(room->mem,
			     "UPDATE pegawai SET jabatan_id = %.*s, penilai_id = %.*s, tmt = '%s' "
			     "WHERE instansi_id = $1 AND pegawai_id = %.*s",
			     STR_ARG(lit(room, &MARTA)), STR_ARG(lit(room, &KEPALA)), tmt,
			     STR_ARG(lit(room, &YOHANA))));
}

static void an_agreed_plan_closes_the_day_before_a_new_post(void **state)
{
	struct room *room = *state;
	struct plan plan, next = {0};

	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &marta, &plan);
	assert_int_equal(change(room, &marta, agree_step, &plan), ERR_OK);
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN); /* the same post */

	move_yohana(room, "2026-01-01");
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITETAPKAN); /* a correction, no move */

	move_yohana(room, "2026-05-04");
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DITUTUP);
	assert_int_equal(date_compare(plan.skp->selesai, DATE(2026, 5, 3)), 0);
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK); /* once */

	assert_int_equal(change(room, &yohana, start_step, &next), ERR_OK);
	reload(room, &yohana, &next);
	assert_false(id_equal(&next.skp_id, &plan.skp_id));
	assert_int_equal(date_compare(next.skp->mulai, DATE(2026, 5, 4)), 0);
	assert_true(id_equal(&next.skp->penilai_id, &KEPALA));
}

static enum err read_step(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct skp *skp;

	return skp_load(job, &plan->skp_id, &skp);
}

/* The same post, another line. */
static void give_yohana_to(struct room *room, const struct id *penilai)
{
	sql(room, str_format(room->mem,
			     "UPDATE pegawai SET penilai_id = %.*s WHERE instansi_id = $1 AND "
			     "pegawai_id = %.*s",
			     STR_ARG(lit(room, penilai)), STR_ARG(lit(room, &YOHANA))));
}

static void another_appraiser_takes_over_what_waits_and_reads_what_was_agreed(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	give_yohana_to(room, &KEPALA);
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &kepala, &plan);
	assert_int_equal(plan.skp->state, SKP_DIAJUKAN);
	assert_true(id_equal(&plan.skp->penilai_id, &KEPALA));
	assert_int_equal(store_test_count(room->store, &room->instansi,
					  "SELECT COUNT(*) FROM audit WHERE instansi_id = $1 AND "
					  "perbuatan = 'skp.appraiser'"),
			 1);
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK); /* once */
	assert_int_equal(change(room, &marta, agree_step, &plan), ERR_FORBIDDEN);
	assert_int_equal(change(room, &kepala, agree_step, &plan), ERR_OK);

	give_yohana_to(room, &MARTA);
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_true(id_equal(&plan.skp->penilai_id, &KEPALA)); /* who agreed stays named */
	assert_int_equal(look(room, &marta, read_step, &plan), ERR_OK);
}

static void what_is_not_agreed_goes_along_to_the_new_post(void **state)
{
	struct room *room = *state;
	struct plan plan;

	draft(room, &plan);
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	move_yohana(room, "2026-05-04");
	assert_int_equal(change(room, &personalia, moved_step, &plan), ERR_OK);
	reload(room, &yohana, &plan);
	assert_int_equal(plan.skp->state, SKP_DRAF);
	assert_true(id_equal(&plan.skp->jabatan_id, &MARTA));
	assert_true(id_equal(&plan.skp->penilai_id, &KEPALA));
	assert_int_equal(date_compare(plan.skp->mulai, DATE(2026, 5, 4)), 0);
	assert_true(id_is_none(&plan.skp->rhk[0].hasil_unit_id));
	assert_int_equal(change(room, &yohana, submit_step, &plan), ERR_INVALID);
	assert_true(problems_has_rule(&room->faults, "skp.sumber_missing"));
}

static void a_unit_result_is_kept_while_plans_support_it(void **state)
{
	struct room *room = *state;
	struct plan plan;
	struct hasil_unit first = {.hasil_unit_id = HASIL, .version = 1};
	struct hasil_unit more = {.unit_id = UNIT,
				  .tahun = 2026,
				  .uraian = STR("Arsip rapi"),
				  .indikator = STR("Arsip digital"),
				  .satuan = STR("persen"),
				  .target = 8000,
				  .has_target = true};

	draft(room, &plan);
	assert_int_equal(change(room, &marta, hasil_remove_step, &first), ERR_INVALID);
	assert_int_equal(change(room, &yohana, hasil_save_step, &more), ERR_FORBIDDEN);
	assert_int_equal(change(room, &marta, hasil_save_step, &more), ERR_OK);
	more.version = 1;
	more.uraian = STR_NONE;
	assert_int_equal(change(room, &marta, hasil_save_step, &more), ERR_INVALID);
	more.uraian = STR("Arsip lengkap");
	assert_int_equal(change(room, &marta, hasil_save_step, &more), ERR_OK);
	assert_int_equal(change(room, &marta, hasil_remove_step, &more), ERR_CONFLICT);
	more.version = 2;
	assert_int_equal(change(room, &marta, hasil_remove_step, &more), ERR_OK);
}

#define T(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_draft_begins_with_seven_values_and_an_attachment),
		T(a_plan_goes_from_draft_over_a_return_to_agreement),
		T(a_block_of_the_attachment_is_returned_with_its_own_note),
		T(nobody_decides_on_an_own_or_a_foreign_plan),
		T(the_leader_does_not_edit_the_draft),
		T(a_page_made_from_an_old_version_is_refused),
		T(a_result_and_the_attachment_can_be_replaced_and_removed),
		T(a_link_to_another_units_result_is_refused),
		T(the_head_without_appraiser_waits_for_a_letter_somebody_else_records),
		T(a_head_below_the_root_needs_an_appraiser),
		T(a_subordinate_builds_on_the_leaders_agreed_results),
		T(the_appraiser_sees_who_waits),
		T(an_agreed_plan_keeps_its_words_and_is_told_as_to_be_synced),
		T(a_newer_plan_of_the_leader_marks_what_hangs_from_the_old_one),
		T(an_agreed_plan_closes_the_day_before_a_new_post),
		T(another_appraiser_takes_over_what_waits_and_reads_what_was_agreed),
		T(what_is_not_agreed_goes_along_to_the_new_post),
		T(a_unit_result_is_kept_while_plans_support_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
