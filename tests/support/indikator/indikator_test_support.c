/* SPDX-License-Identifier: Apache-2.0 */
/* Asks as somebody of a city with a health office and one of its health centres. */
#include "indikator/indikator_test_support.h"

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

enum err as(struct room *room, enum peran peran, const char *jalur, use_case *run, void *arg)
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

int room_begin(void **state)
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

int room_end(void **state)
{
	struct room *room = *state;

	store_end_test(room->store);
	arena_close(&room->mem);
	return 0;
}

enum err save_area(struct job *job, void *arg)
{
	return wilayah_save(job, arg);
}

struct wilayah add_area(struct room *room, const char *kode, const char *nama,
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

enum err list_areas(struct job *job, void *arg)
{
	struct listing *listing = arg;
	struct records_ask ask = {.limit = 10};

	return wilayah_list(job, &listing->saring, &ask, &listing->page);
}
