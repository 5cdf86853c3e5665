/* SPDX-License-Identifier: Apache-2.0 */
/* A leader and a member with their plans. */
#include "skp/plan_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "skp/skp_luar.h"

const struct id PLAN_UNIT = {{0x10}}, PLAN_KEPALA = {{0x21}}, PLAN_MARTA = {{0x22}},
		PLAN_YOHANA = {{0x23}}, PLAN_HASIL = {{0x30}};

const struct actor plan_kepala = {
	.pegawai_id = {{0x21}},
	.akun_id = {{0x41}},
	.is_signed_in = true,
	.zona = ZONA_WIT,
	.scope_count = 2,
	.scopes = {{PERAN_PEGAWAI, {"", 0}}, {PERAN_PEJABAT_PENILAI, {"", 0}}}};
const struct actor plan_marta = {.pegawai_id = {{0x22}},
				 .akun_id = {{0x42}},
				 .is_signed_in = true,
				 .zona = ZONA_WIT,
				 .scope_count = 3,
				 .scopes = {{PERAN_PEGAWAI, {"", 0}},
					    {PERAN_PEJABAT_PENILAI, {"", 0}},
					    {PERAN_PIMPINAN_UNIT, {"/U/", 3}}}};
const struct actor plan_yohana = {.pegawai_id = {{0x23}},
				  .akun_id = {{0x43}},
				  .is_signed_in = true,
				  .zona = ZONA_WIT,
				  .scope_count = 1,
				  .scopes = {{PERAN_PEGAWAI, {"", 0}}}};

const struct actor plan_personalia = {.akun_id = {{0x44}},
				      .is_signed_in = true,
				      .zona = ZONA_WIT,
				      .scope_count = 1,
				      .scopes = {{PERAN_ADMIN_KEPEGAWAIAN, {"", 0}}}};

struct step {
	struct plan_room *room;
	plan_step *run;
	void *arg;
};

static enum err step_work(struct db *db, void *arg)
{
	struct step *step = arg;
	struct plan_room *room = step->room;
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

enum err plan_change(struct plan_room *room, const struct actor *actor, plan_step *run, void *arg)
{
	struct step step = {room, run, arg};

	room->actor = actor;
	return store_write(room->store, &room->instansi, step_work, &step);
}

enum err plan_look(struct plan_room *room, const struct actor *actor, plan_step *run, void *arg)
{
	struct step step = {room, run, arg};

	room->actor = actor;
	return store_read(room->store, &room->instansi, step_work, &step);
}

/* Literals of ids differ by engine: x'…' in SQLite, '…'::uuid in PostgreSQL. */
struct str plan_lit(struct plan_room *room, const struct id *id)
{
	struct buf hex;

	buf_init(&hex, room->mem);
	buf_add_hex(&hex, id->bytes, sizeof id->bytes);
	if (store_engine(room->store)[0] == 'p')
		return str_format(room->mem, "CAST('%.*s' AS uuid)", STR_ARG(buf_str(&hex)));
	return str_format(room->mem, "x'%.*s'", STR_ARG(buf_str(&hex)));
}

void plan_sql(struct plan_room *room, struct str text)
{
	store_test_sql(room->store, &room->instansi, str_cstr(room->mem, text));
}

static void add_person(struct plan_room *room, const struct id *id, const struct id *penilai,
		       const char *nama, const char *kelompok, int is_kepala)
{
	struct str key = plan_lit(room, id);

	plan_sql(room,
		 str_format(
			 room->mem,
			 "INSERT INTO jabatan (instansi_id, jabatan_id, kode, nama, unit_id, "
			 "kelompok, is_kepala, tugas, "
			 "tanggung_jawab, ukuran, valid_from) VALUES ($1, %.*s, '%s', '%s', %.*s, "
			 "'%s', %d, 't', 'j', 'u', "
			 "'2020-01-01')",
			 STR_ARG(key), nama, nama, STR_ARG(plan_lit(room, &PLAN_UNIT)), kelompok,
			 is_kepala));
	plan_sql(room,
		 str_format(room->mem,
			    "INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jenis, "
			    "golongan, jabatan_id, unit_id, "
			    "penilai_id, tmt, valid_from) VALUES ($1, %.*s, '%s', '%s', 'pns', "
			    "'III/a', %.*s, %.*s, %.*s, "
			    "'2020-01-01', '2020-01-01')",
			    STR_ARG(key), nama, nama, STR_ARG(key),
			    STR_ARG(plan_lit(room, &PLAN_UNIT)),
			    STR_ARG(penilai ? plan_lit(room, penilai) : STR("NULL"))));
}

int plan_room_open(void **state)
{
	static struct plan_room room;

	room = (struct plan_room){.store = store_for_test(), .mem = arena_make()};
	room.instansi = store_test_instansi(room.store, "UJI");
	plan_sql(&room,
		 str_format(room.mem,
			    "INSERT INTO unit (instansi_id, unit_id, kode, nama, jalur, jenis, "
			    "is_mandiri, zona, valid_from) "
			    "VALUES ($1, %.*s, 'U', 'Dinas', '/U/', 'opd', 1, 'WIT', '2020-01-01')",
			    STR_ARG(plan_lit(&room, &PLAN_UNIT))));
	add_person(&room, &PLAN_KEPALA, NULL, "Kepala", "jpt", 1);
	add_person(&room, &PLAN_MARTA, &PLAN_KEPALA, "Marta", "administrator", 0);
	add_person(&room, &PLAN_YOHANA, &PLAN_MARTA, "Yohana", "pelaksana", 0);
	plan_sql(&room,
		 STR("INSERT INTO tahun_kinerja (instansi_id, tahun, pendekatan, periode_jenis, "
		     "skp_batas, evaluasi_batas) "
		     "VALUES ($1, 2026, 'kuantitatif', 'triwulan', '2026-01-31', '2027-01-31')"));
	plan_sql(&room,
		 str_format(room.mem,
			    "INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, "
			    "urut, uraian, indikator, "
			    "target, satuan) VALUES ($1, %.*s, 2026, %.*s, 1, 'Warga terlayani', "
			    "'Kepuasan', 9000, 'persen')",
			    STR_ARG(plan_lit(&room, &PLAN_HASIL)),
			    STR_ARG(plan_lit(&room, &PLAN_UNIT))));
	*state = &room;
	return 0;
}

int plan_room_close(void **state)
{
	struct plan_room *room = *state;

	store_end_test(room->store);
	arena_free(room->mem);
	return 0;
}

enum err plan_start(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_start(job, 2026, &plan->skp_id);
}

enum err plan_load(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_load(job, &plan->skp_id, &plan->skp);
}

enum err plan_save_rhk(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_save_rhk(job, &plan->skp_id, plan->version, &plan->rhk);
}

enum err plan_submit(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_submit(job, &plan->skp_id, plan->version);
}

enum err plan_agree(struct job *job, void *arg)
{
	struct plan *plan = arg;

	return skp_agree(job, &plan->skp_id, plan->version, NULL, 0);
}

enum err plan_record(struct job *job, void *arg)
{
	struct plan *plan = arg;
	struct pejabat_luar luar = {STR("Dr. Uji"), STR("Bupati"), STR("800/1/2026"),
				    DATE(2026, 1, 12)};

	return skp_record(job, &plan->skp_id, plan->version, &luar);
}

void plan_reload(struct plan_room *room, const struct actor *actor, struct plan *plan)
{
	assert_int_equal(plan_look(room, actor, plan_load, plan), ERR_OK);
	plan->version = plan->skp->version;
}

void plan_fill(struct plan *plan, const struct id *hasil_unit_id)
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

void plan_draft(struct plan_room *room, struct plan *plan)
{
	*plan = (struct plan){0};
	assert_int_equal(plan_change(room, &plan_yohana, plan_start, plan), ERR_OK);
	plan_reload(room, &plan_yohana, plan);
	plan_fill(plan, &PLAN_HASIL);
	assert_int_equal(plan_change(room, &plan_yohana, plan_save_rhk, plan), ERR_OK);
	plan_reload(room, &plan_yohana, plan);
}

void plan_send_head(struct plan_room *room, struct plan *plan)
{
	assert_int_equal(plan_change(room, &plan_kepala, plan_start, plan), ERR_OK);
	plan_reload(room, &plan_kepala, plan);
	plan_fill(plan, &PLAN_HASIL);
	plan->rhk.perspektif = STR("penerima_layanan");
	plan->iki[0].aspek = STR_NONE;
	assert_int_equal(plan_change(room, &plan_kepala, plan_save_rhk, plan), ERR_OK);
	plan_reload(room, &plan_kepala, plan);
	assert_int_equal(plan_change(room, &plan_kepala, plan_submit, plan), ERR_OK);
	plan_reload(room, &plan_kepala, plan);
}

enum err plan_list_team(struct job *job, void *arg)
{
	struct plan_team *team = arg;

	return skp_list_team(job, 2026, &team->after, &team->page);
}
