/* SPDX-License-Identifier: Apache-2.0 */
/* A small unit with plans and reports, ready to be rated. */
#include "evaluation/seed_test_support.h"

#include <string.h>

/* Ids by kind and number, the same in every run. */
static struct id made_id(char kind, int number)
{
	struct id id = {{0}};
	id.bytes[0] = (uint8_t)kind;
	id.bytes[6] = 0x70;
	id.bytes[8] = 0x80;
	id.bytes[15] = (uint8_t)(number + 1);
	return id;
}

struct id seed_person_id(enum seed_person person)
{
	return made_id('p', (int)person);
}

struct id seed_unit_id(enum seed_unit unit)
{
	return made_id('u', (int)unit);
}

struct id seed_skp_id(enum seed_person person)
{
	return made_id('s', (int)person);
}

struct id seed_iki_id(enum seed_person person)
{
	return made_id('i', (int)person);
}

static void add_id(struct buf *out, const struct id *id, bool is_sqlite)
{
	char text[ID_TEXT_LEN];

	id_write(id, text);
	buf_add_cstr(out, is_sqlite ? "X'" : "'");
	for (int i = 0; i < ID_TEXT_LEN; i++)
		if (!is_sqlite || text[i] != '-')
			buf_add_char(out, text[i]);
	buf_add_char(out, '\'');
}

void seed_sql(struct store *store, const struct id *instansi, const char *sql)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	bool is_sqlite = strcmp(store_engine(store), "sqlite") == 0;
	struct buf text;

	buf_init(&text, mem);
	for (const char *at = sql; *at; at++) {
		if (at[0] == '{' && at[1] && at[2] && at[3] == '}') {
			struct id id = made_id(at[1], at[2] - '0');
			add_id(&text, &id, is_sqlite);
			at += 3;
			continue;
		}
		buf_add_char(&text, *at);
	}
	(void)store_test_sql(store, instansi, str_cstr(mem, buf_str(&text)));
}

#define UNIT_INSERT                                                                                \
	"INSERT INTO unit (instansi_id, unit_id, kode, nama, induk_id, jalur, jenis, is_mandiri, " \
	"zona, valid_from, valid_to, version) VALUES "
#define PEGAWAI_INSERT                                                                             \
	"INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, email, jenis, golongan, "        \
	"jabatan_id, unit_id, penilai_id, tmt, valid_from, valid_to, version) VALUES "

static const char *const rows[] = {
	UNIT_INSERT "($1, {u0}, 'K', 'Sekretariat Kota Contoh', NULL, '/K/', 'setda', "
		    "1, 'WIT', '2026-01-01', NULL, 1)",
	UNIT_INSERT "($1, {u1}, 'D', 'Dinas Dukcapil', {u0}, '/K/D/', 'dinas', 1, "
		    "'WIT', '2026-01-01', NULL, 1)",
	UNIT_INSERT "($1, {u2}, 'B', 'Bidang Akta', {u1}, '/K/D/B/', 'bidang', 0, "
		    "'WIT', '2026-01-01', NULL, 1)",
	"INSERT INTO jabatan VALUES ($1, {j0}, 'J0', 'Sekretaris Daerah', {u0}, 'jpt', NULL, NULL, "
	"1, '', '', '', '2026-01-01', NULL, 1)",
	"INSERT INTO jabatan VALUES ($1, {j1}, 'J1', 'Kepala Dinas', {u1}, 'jpt', NULL, NULL, 1, "
	"'', '', '', '2026-01-01', NULL, 1)",
	"INSERT INTO jabatan VALUES ($1, {j2}, 'J2', 'Pengelola Akta', {u2}, 'pelaksana', NULL, "
	"NULL, 0, '', '', '', '2026-01-01', NULL, 1)",
	PEGAWAI_INSERT "($1, {p0}, '196501011990011001', 'Marthen Kambuaya', NULL, "
		       "'pns', 'IV/d', {j0}, {u0}, NULL, '2026-01-01', '2026-01-01', NULL, 1)",
	PEGAWAI_INSERT "($1, {p1}, '197001011995011001', 'Hendrik Mofu', NULL, 'pns', "
		       "'IV/b', {j1}, {u1}, {p0}, '2026-01-01', '2026-01-01', NULL, 1)",
	PEGAWAI_INSERT "($1, {p2}, '198609262015051001', 'Yohana Wally', NULL, 'pns', "
		       "'III/a', {j2}, {u2}, {p1}, '2026-01-01', '2026-01-01', NULL, 1)",
	PEGAWAI_INSERT "($1, {p3}, '199001012020011001', 'Agus Rumbiak', NULL, 'pppk', "
		       "'IX', {j2}, {u2}, {p1}, '2026-01-01', '2026-01-01', NULL, 1)",
	"INSERT INTO tahun_kinerja VALUES ($1, 2026, 'kuantitatif', 'triwulan', '2026-01-31', "
	"'2027-01-31', 1)",
	"INSERT INTO periode VALUES ($1, 2026, 0, 'Tahun 2026', '2026-01-01', '2026-12-31', "
	"'belum_dibuka', 1)",
	"INSERT INTO periode VALUES ($1, 2026, 1, 'Triwulan I', '2026-01-01', '2026-03-31', "
	"'pengisian', 1)",
	"INSERT INTO periode VALUES ($1, 2026, 2, 'Triwulan II', '2026-04-01', '2026-06-30', "
	"'belum_dibuka', 1)",
};

static const char *const plan[] = {
	"INSERT INTO skp (instansi_id, skp_id, pegawai_id, penilai_id, tahun, jabatan_id, unit_id, "
	"mulai, selesai, pendekatan, bentuk, "
	"state, decided_at) VALUES ($1, {s#}, {p#}, {p@}, 2026, {j%}, {u%}, '2026-01-01', "
	"'2026-12-31', 'kuantitatif', '~', "
	"'ditetapkan', 1768000000000000)",
	"INSERT INTO rhk (instansi_id, rhk_id, skp_id, urut, jenis, kelas, uraian, perspektif, "
	"hasil_unit_id, rhk_pimpinan_id, komentar) VALUES ($1, {r#}, {s#}, 1, 'utama', 'individu', 'Akta kelahiran terbit "
	"dalam satu hari', NULL, NULL, NULL, '')",
	"INSERT INTO iki (instansi_id, iki_id, rhk_id, urut, aspek, uraian, target_min, target, "
	"satuan, arah) VALUES ($1, {i#}, {r#}, 1, 'kuantitas', 'Jumlah akta yang terbit', NULL, "
	"40000, 'akta', 'higher_better')",
	"INSERT INTO capaian_rhk VALUES ($1, {i#}, 2026, 2, 10000, 5, 4)",
	"INSERT INTO skp_perilaku VALUES ($1, {s#}, 'akuntabel', 'Berkas tercatat setiap hari', "
	"'')",
	"INSERT INTO skp_lampiran (instansi_id, skp_id, blok, urut, uraian) VALUES ($1, {s#}, 'konsekuensi', 1, 'Prioritas pengembangan "
	"kompetensi')",
};

/* #: the person, @: who appraises, %: position and unit, ~: the form. */
static void seed_plan(struct store *store, const struct id *instansi, const char *sql, int person)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct buf text;

	buf_init(&text, mem);
	for (; *sql; sql++) {
		if (*sql == '#')
			buf_add_int(&text, person);
		else if (*sql == '@')
			buf_add_int(&text, person == SEED_KEPALA ? SEED_SEKDA : SEED_KEPALA);
		else if (*sql == '%')
			buf_add_int(&text, person == SEED_KEPALA ? SEED_DINAS : SEED_BIDANG);
		else if (*sql == '~')
			buf_add_cstr(&text, person == SEED_KEPALA ? "jpt" : "ja_jf");
		else
			buf_add_char(&text, *sql);
	}
	seed_sql(store, instansi, str_cstr(mem, buf_str(&text)));
}

void seed_office(struct store *store, const struct id *instansi)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		seed_sql(store, instansi, rows[i]);
	for (int person = SEED_KEPALA; person < SEED_PEOPLE; person++)
		for (size_t i = 0; i < sizeof plan / sizeof plan[0]; i++)
			seed_plan(store, instansi, plan[i], person);
}

void seed_top_plan(struct store *store, const struct id *instansi)
{
	for (size_t i = 0; i < sizeof plan / sizeof plan[0]; i++)
		seed_plan(store, instansi, plan[i], SEED_SEKDA);
	seed_sql(
		store, instansi,
		"UPDATE skp SET penilai_id = NULL, jabatan_id = {j0}, unit_id = {u0}, bentuk = 'jpt', "
		"luar_nama = 'Dr. Ruth Uji', luar_jabatan = 'Wali Kota', surat_nomor = '800/1/2026', "
		"surat_tanggal = '2026-01-12' WHERE instansi_id = $1 AND skp_id = {s0}");
}

struct job seed_job(struct db *db, struct arena *mem, const struct actor *actor,
		    struct problems *faults)
{
	problems_init(faults, mem);
	return (struct job){.mem = mem,
			    .db = db,
			    .actor = actor,
			    .faults = faults,
			    .now = 1775000000000000,
			    .today = DATE(2026, 4, 2),
			    .request_id = STR("uji")};
}

struct actor seed_actor(const struct id *instansi, enum seed_person person)
{
	static const char *const jalur[] = {"/K/", "/K/D/", "/K/D/B/", "/K/D/B/"};
	struct actor actor = {.instansi_id = *instansi,
			      .pegawai_id = seed_person_id(person),
			      .akun_id = made_id('a', (int)person),
			      .zona = ZONA_WIT,
			      .is_signed_in = true,
			      .unit_jalur = str_from(jalur[person])};

	actor.scopes[actor.scope_count++] = (struct actor_scope){.peran = PERAN_PEGAWAI};
	if (person <= SEED_KEPALA) {
		actor.scopes[actor.scope_count++] =
			(struct actor_scope){.peran = PERAN_PEJABAT_PENILAI};
		actor.scopes[actor.scope_count++] = (struct actor_scope){
			.peran = PERAN_PIMPINAN_UNIT, .jalur = str_from(jalur[person])};
	}
	return actor;
}

struct actor seed_admin(const struct id *instansi)
{
	struct actor actor = {.instansi_id = *instansi,
			      .akun_id = made_id('a', 9),
			      .zona = ZONA_WIT,
			      .is_signed_in = true};

	actor.scopes[actor.scope_count++] = (struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	return actor;
}
