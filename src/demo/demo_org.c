/* SPDX-License-Identifier: Apache-2.0 */
/* Stores agency, units, people, accounts and roles. */
#include "account/account.h"
#include "account/installation.h"
#include "base/job.h"
#include "demo/demo_steps.h"
#include "generated/demo_sql.h"
#include "org/bulk.h"
#include "skp/bulk.h"

/* Units, posts and people are there when the first of the years begins. */
static struct date beginning(const struct demo_town *town)
{
	return DATE((int16_t)(town->tahun - (town->before != NULL)), 1, 1);
}

/* Where papers are signed: "Pemerintah Kota Contoh" sits in "Kota Contoh". */
static struct str place_of(struct str nama)
{
	return str_starts(nama, "Pemerintah ")
		       ? str_trim(str_slice(nama, sizeof "Pemerintah " - 1, nama.len))
		       : nama;
}

static enum err agency_write(struct job *job, const struct demo_town *town)
{
	struct agency_new new = {.agency = {.instansi_id = town->instansi_id,
					    .nama = town->nama,
					    .zona = town->zona},
				 .kode = town->kode,
				 .kota = place_of(town->nama)};

	return agency_add(job, &new);
}

static struct periode period_of(struct arena *mem, const struct demo_town *town, int nomor)
{
	static const char *const nama[] = {"Tahun", "Triwulan I", "Triwulan II", "Triwulan III",
					   "Triwulan IV"};
	/* A year that is over waits for its annual evaluation. */
	bool begun = nomor > 0 ? nomor <= town->closed + 1 : town->is_before;

	return (struct periode){.tahun = town->tahun,
				.nomor = nomor,
				.nama = str_format(mem, "%s %d", nama[nomor], town->tahun),
				.mulai = demo_quarter_start(town, nomor ? nomor : 1),
				.selesai = demo_quarter_end(town, nomor ? nomor : DEMO_QUARTERS),
				.status = begun ? STR("pengisian") : STR("belum_dibuka")};
}

enum err demo_write_agency(struct job *job, struct demo_batch *batch)
{
	enum err err = agency_write(job, batch->town);

	for (int i = 0; !err && i < DEMO_HOLIDAYS; i++) {
		struct hari_libur libur = {.tanggal = demo_holidays[i].day,
					   .nama = str_from(demo_holidays[i].nama),
					   .jenis = str_from(demo_holidays[i].jenis)};
		err = hari_libur_save(job, &libur);
	}
	return err;
}

enum err demo_write_year(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	struct periode periode[DEMO_QUARTERS + 1];
	struct tahun_kinerja tahun = {.tahun = town->tahun,
				      .pendekatan = STR("kuantitatif"),
				      .periode_jenis = STR("triwulan"),
				      .skp_batas = DATE((int16_t)town->tahun, 1, 31),
				      .evaluasi_batas = DATE((int16_t)(town->tahun + 1), 1, 31),
				      .periode = periode,
				      .periode_count = DEMO_QUARTERS + 1};

	for (int nomor = 0; nomor <= DEMO_QUARTERS; nomor++)
		periode[nomor] = period_of(job->mem, town, nomor);
	return tahun_add(job, &tahun);
}

static enum err unit_write(struct job *job, const struct demo_town *town,
			   const struct demo_unit *made)
{
	struct unit unit = {.unit_id = made->id,
			    .kode = made->kode,
			    .nama = made->nama,
			    .jalur = made->jalur,
			    .jenis = made->jenis,
			    .is_mandiri = made->is_mandiri,
			    .zona = town->zona};

	if (made->parent >= 0)
		unit.induk_id = town->unit[made->parent].id;
	return unit_add(job, &unit);
}

/* What a unit answers for in the year; its head's results rest on these rows. */
static enum err unit_result_write(struct job *job, const struct demo_town *town, int unit, int j)
{
	const struct demo_person *head = &town->person[town->unit[unit].head];
	const struct demo_theme *theme =
		&demo_offices[demo_kind_of(town, head)].theme[demo_theme_of(town, head, j)];
	struct hasil_unit hasil = {
		.hasil_unit_id = demo_id(town, THING_HASIL, unit * DEMO_RHK_MAX + j),
		.tahun = town->tahun,
		.unit_id = town->unit[unit].id,
		.urut = j + 1,
		.uraian = str_from(demo_result_text(town, head, j)),
		.indikator = str_format(job->mem, "Jumlah %s selesai", theme->objek),
		.target = (int64_t)demo_target(town, head, j) * 100,
		.satuan = str_from(theme->satuan)};

	return hasil_unit_add(job, &hasil);
}

/* Begins on another day than today: with the first of the years. */
static struct job job_at_beginning(const struct job *job, const struct demo_town *town)
{
	struct job out = *job;

	out.today = beginning(town);
	return out;
}

enum err demo_write_units(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	struct job then = job_at_beginning(job, town);
	enum err err = ERR_OK;

	for (int u = batch->from; !err && u < batch->to; u++)
		err = unit_write(&then, town, &town->unit[u]);
	return err;
}

enum err demo_write_unit_results(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int u = batch->from > 0 ? batch->from : 1; !err && u < batch->to; u++)
		for (int j = 0; !err && j < town->person[town->unit[u].head].rhk_count; j++)
			err = unit_result_write(job, town, u, j);
	return err;
}

struct post {
	const char *kelompok, *jenjang;
	int kelas;
};

static struct post post_of(const struct demo_town *town, const struct demo_person *person)
{
	static const struct post heads[] = {[LEVEL_TOP] = {"jpt", "II.a", 15},
					    [LEVEL_HEAD] = {"jpt", "II.b", 14},
					    [LEVEL_BIDANG] = {"administrator", "III.b", 11},
					    [LEVEL_SEKSI] = {"pengawas", "IV.a", 9}};
	static const struct post staff[] = {{NULL, NULL, 0},
					    {"jf", "Ahli Pertama", 8},
					    {"jf", "Ahli Muda", 9},
					    {"pelaksana", NULL, 7},
					    {"pelaksana", NULL, 5}};

	if (person->slot)
		return staff[person->slot];
	if (str_is(town->unit[person->unit].jenis, "kecamatan"))
		return (struct post){"administrator", "III.a", 12};
	return heads[person->level];
}

const struct id *demo_seat(const struct demo_town *town, const struct demo_person *person)
{
	return &town->unit[person->level == LEVEL_TOP ? 0 : person->unit].id;
}

static enum err post_write(struct job *job, const struct demo_town *town,
			   const struct demo_person *person)
{
	const struct demo_unit *unit = &town->unit[person->unit];
	struct post post = post_of(town, person);
	struct jabatan jabatan = {
		.jabatan_id = person->jabatan_id,
		.kode = str_format(job->mem, "%.*s-J%d", STR_ARG(unit->kode), person->slot),
		.nama = demo_post_name(town, person),
		.unit_id = *demo_seat(town, person),
		.kelompok = str_from(post.kelompok),
		.jenjang = post.jenjang ? str_from(post.jenjang) : STR_NONE,
		.kelas = post.kelas,
		.is_kepala = person->slot == 0,
		.tugas = str_format(job->mem, "%s pada %.*s.",
				    person->slot ? "Mengerjakan tugas teknis"
						 : "Memimpin pelaksanaan tugas",
				    STR_ARG(unit->nama)),
		.tanggung_jawab = str_from(demo_result_text(town, person, 0)),
		.ukuran = str_format(job->mem, "%d %s setahun", demo_target(town, person, 0),
				     demo_unit_of_amount(town, person, 0))};

	return jabatan_add(job, &jabatan);
}

/* At a domain that exists nowhere (RFC 2606): a mail server set by mistake reaches nobody. */
static struct str email_of(struct arena *mem, const struct demo_person *person)
{
	return str_format(mem, "%.*s@kota.example", STR_ARG(person->nip));
}

static struct pegawai person_of(struct arena *mem, const struct demo_town *town,
				const struct demo_person *person)
{
	struct pegawai out = {.pegawai_id = person->id,
			      .nip = person->nip,
			      .nama = person->nama,
			      .email = email_of(mem, person),
			      .jenis = person->is_pppk ? STR("pppk") : STR("pns"),
			      .golongan = str_from(person->golongan),
			      .jabatan_id = person->jabatan_id,
			      .unit_id = *demo_seat(town, person),
			      .tmt = beginning(town)};

	if (person->penilai >= 0)
		out.penilai_id = town->person[person->penilai].id;
	return out;
}

/* Several people may share a post: the first of them brings it. */
static bool brings_post(struct demo_town *town, const struct demo_person *person)
{
	uint8_t bit = (uint8_t)(1U << person->slot);
	bool is_first = !(town->unit[person->unit].posts & bit);

	town->unit[person->unit].posts |= bit;
	return is_first;
}

enum err demo_write_people(struct job *job, struct demo_batch *batch)
{
	struct demo_town *town = batch->town;
	struct job then = job_at_beginning(job, town);
	int count = batch->to - batch->from;
	struct pegawai *people = arena_array(job->mem, struct pegawai, count);
	enum err err = ERR_OK;

	for (int i = 0; !err && i < count; i++) {
		const struct demo_person *person = &town->person[batch->from + i];
		people[i] = person_of(job->mem, town, person);
		if (brings_post(town, person))
			err = post_write(&then, town, person);
	}
	return err ? err : pegawai_add_many(&then, people, count);
}

enum err demo_write_accounts(struct job *job, struct demo_batch *batch)
{
	struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int i = batch->from; !err && i < batch->to; i++) {
		struct demo_person *person = &town->person[i];
		struct account_new account = {.pegawai_id = person->id,
					      .nama = person->nama,
					      .nip = person->nip,
					      .sandi_hash = batch->hash};
		err = account_create(job, &account, &person->akun_id);
	}
	return err;
}

enum err demo_write_roles(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	const struct id *root = &town->unit[0].id;
	enum err err;

	if ((err = account_grant(job, &town->person[town->officer].akun_id, PERAN_ADMIN_KEPEGAWAIAN,
				 root)))
		return err;
	if ((err = account_grant(job, &town->person[town->manager].akun_id, PERAN_PENGELOLA_KINERJA,
				 root)))
		return err;
	if ((err = account_grant(job, &town->person[town->auditor].akun_id, PERAN_AUDITOR, root)))
		return err;
	const struct id *office =
		&town->unit[demo_office_of(town, town->person[town->asn].unit)].id;
	if ((err = account_grant(job, &town->person[town->server].akun_id, PERAN_ADMIN_LAYANAN,
				 office)))
		return err;
	if ((err = account_grant(job, &town->person[town->clerk].akun_id, PERAN_PETUGAS_LAYANAN,
				 office)))
		return err;
	for (int u = 1; !err && u < town->unit_count; u++)
		if (town->unit[u].level <= LEVEL_HEAD)
			err = account_grant(job, &town->person[town->unit[u].head].akun_id,
					    PERAN_PIMPINAN_UNIT, &town->unit[u].id);
	return err;
}

enum err demo_write_growing_statistics(struct job *job, struct demo_batch *batch)
{
	(void)batch;
	return sql_demo_analyze_growing(job);
}

enum err demo_write_statistics(struct job *job, struct demo_batch *batch)
{
	(void)batch;
	return sql_demo_analyze(job);
}
