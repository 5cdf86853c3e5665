/* SPDX-License-Identifier: Apache-2.0 */
/* Stores agency, units, people, accounts and roles. */
#include "account/account.h"
#include "base/job.h"
#include "db/query.h"
#include "demo/demo_steps.h"
#include "generated/demo_sql.h"

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

static enum err agency_row(struct job *job, const struct demo_town *town)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_INSTANSI_ADD);

	query_id(q, 1, &town->instansi_id);
	query_text(q, 2, town->nama);
	query_text(q, 3, place_of(town->nama));
	query_text(q, 4, zona_key(town->zona));
	query_text(q, 5, town->kode);
	query_int(q, 6, town->now);
	return query_run(q, NULL);
}

static enum err holiday_row(struct job *job, const struct demo_holiday *day)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_HOLIDAY_ADD);

	query_date(q, 2, day->day);
	query_text(q, 3, str_from(day->nama));
	query_text(q, 4, str_from(day->jenis));
	return query_run(q, NULL);
}

static enum err year_row(struct job *job, const struct demo_town *town)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_YEAR_ADD);

	query_int(q, 2, town->tahun);
	query_date(q, 3, DATE((int16_t)town->tahun, 1, 31));
	query_date(q, 4, DATE((int16_t)(town->tahun + 1), 1, 31));
	return query_run(q, NULL);
}

static enum err period_row(struct job *job, const struct demo_town *town, int nomor)
{
	static const char *const nama[] = {"Tahun", "Triwulan I", "Triwulan II", "Triwulan III",
					   "Triwulan IV"};
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_PERIOD_ADD);
	/* A year that is over waits for its annual evaluation. */
	bool begun = nomor > 0 ? nomor <= town->closed + 1 : town->is_before;

	query_int(q, 2, town->tahun);
	query_int(q, 3, nomor);
	query_text(q, 4, str_format(job->mem, "%s %d", nama[nomor], town->tahun));
	query_date(q, 5, demo_quarter_start(town, nomor ? nomor : 1));
	query_date(q, 6, demo_quarter_end(town, nomor ? nomor : DEMO_QUARTERS));
	query_text(q, 7, begun ? STR("pengisian") : STR("belum_dibuka"));
	return query_run(q, NULL);
}

enum err demo_write_agency(struct job *job, struct demo_batch *batch)
{
	enum err err = agency_row(job, batch->town);

	if (err)
		return err;
	db_use_instansi(job->db, &batch->town->instansi_id);
	for (int i = 0; !err && i < DEMO_HOLIDAYS; i++)
		err = holiday_row(job, &demo_holidays[i]);
	return err;
}

enum err demo_write_year(struct job *job, struct demo_batch *batch)
{
	enum err err = year_row(job, batch->town);

	for (int nomor = 0; !err && nomor <= DEMO_QUARTERS; nomor++)
		err = period_row(job, batch->town, nomor);
	return err;
}

static enum err unit_row(struct job *job, const struct demo_town *town,
			 const struct demo_unit *unit)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_UNIT_ADD);

	query_id(q, 2, &unit->id);
	query_text(q, 3, unit->kode);
	query_text(q, 4, unit->nama);
	if (unit->parent < 0)
		query_null(q, 5);
	else
		query_id(q, 5, &town->unit[unit->parent].id);
	query_text(q, 6, unit->jalur);
	query_text(q, 7, unit->jenis);
	query_int(q, 8, unit->is_mandiri);
	query_text(q, 9, zona_key(town->zona));
	query_date(q, 10, beginning(town));
	return query_run(q, NULL);
}

/* What a unit answers for in the year; its head's results rest on these rows. */
static enum err unit_result_row(struct job *job, const struct demo_town *town, int unit, int j)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_UNIT_RESULT_ADD);
	const struct demo_person *head = &town->person[town->unit[unit].head];
	const struct demo_theme *theme =
		&demo_offices[demo_kind_of(town, head)].theme[demo_theme_of(town, head, j)];
	struct id id = demo_id(town, THING_HASIL, unit * DEMO_RHK_MAX + j);

	query_id(q, 2, &id);
	query_int(q, 3, town->tahun);
	query_id(q, 4, &town->unit[unit].id);
	query_int(q, 5, j + 1);
	query_text(q, 6, str_from(demo_result_text(town, head, j)));
	query_text(q, 7, str_format(job->mem, "Jumlah %s selesai", theme->objek));
	query_int(q, 8, (int64_t)demo_target(town, head, j) * 100);
	query_text(q, 9, str_from(theme->satuan));
	return query_run(q, NULL);
}

enum err demo_write_units(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int u = batch->from; !err && u < batch->to; u++)
		err = unit_row(job, town, &town->unit[u]);
	return err;
}

enum err demo_write_unit_results(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int u = batch->from > 0 ? batch->from : 1; !err && u < batch->to; u++)
		for (int j = 0; !err && j < town->person[town->unit[u].head].rhk_count; j++)
			err = unit_result_row(job, town, u, j);
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

static void text_or_null(struct query *q, int n, const char *text)
{
	if (text)
		query_text(q, n, str_from(text));
	else
		query_null(q, n);
}

const struct id *demo_seat(const struct demo_town *town, const struct demo_person *person)
{
	return &town->unit[person->level == LEVEL_TOP ? 0 : person->unit].id;
}

static enum err post_row(struct job *job, const struct demo_town *town,
			 const struct demo_person *person)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_POST_ADD);
	const struct demo_unit *unit = &town->unit[person->unit];
	struct post post = post_of(town, person);

	query_id(q, 2, &person->jabatan_id);
	query_text(q, 3, str_format(job->mem, "%.*s-J%d", STR_ARG(unit->kode), person->slot));
	query_text(q, 4, demo_post_name(town, person));
	query_id(q, 5, demo_seat(town, person));
	query_text(q, 6, str_from(post.kelompok));
	text_or_null(q, 7, post.jenjang);
	query_int(q, 8, post.kelas);
	query_int(q, 9, person->slot == 0);
	query_text(
		q, 10,
		str_format(job->mem, "%s pada %.*s.",
			   person->slot ? "Mengerjakan tugas teknis" : "Memimpin pelaksanaan tugas",
			   STR_ARG(unit->nama)));
	query_text(q, 11, str_from(demo_result_text(town, person, 0)));
	query_text(q, 12,
		   str_format(job->mem, "%d %s setahun", demo_target(town, person, 0),
			      demo_unit_of_amount(town, person, 0)));
	query_date(q, 13, beginning(town));
	return query_run(q, NULL);
}

/* At a domain that exists nowhere (RFC 2606): a mail server set by mistake reaches nobody. */
static struct str email_of(struct arena *mem, const struct demo_person *person)
{
	return str_format(mem, "%.*s@kota.example", STR_ARG(person->nip));
}

static enum err person_row(struct job *job, const struct demo_town *town,
			   const struct demo_person *person)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_PERSON_ADD);

	query_id(q, 2, &person->id);
	query_text(q, 3, person->nip);
	query_text(q, 4, person->nama);
	query_text(q, 5, email_of(job->mem, person));
	query_text(q, 6, person->is_pppk ? STR("pppk") : STR("pns"));
	query_text(q, 7, str_from(person->golongan));
	query_id(q, 8, &person->jabatan_id);
	query_id(q, 9, demo_seat(town, person));
	if (person->penilai < 0)
		query_null(q, 10);
	else
		query_id(q, 10, &town->person[person->penilai].id);
	query_date(q, 11, beginning(town));
	return query_run(q, NULL);
}

enum err demo_write_people(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int i = batch->from; !err && i < batch->to; i++) {
		err = post_row(job, town, &town->person[i]);
		if (!err)
			err = person_row(job, town, &town->person[i]);
	}
	return err;
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
	for (int u = 1; !err && u < town->unit_count; u++)
		if (town->unit[u].level <= LEVEL_HEAD)
			err = account_grant(job, &town->person[town->unit[u].head].akun_id,
					    PERAN_PIMPINAN_UNIT, &town->unit[u].id);
	return err;
}

enum err demo_write_growing_statistics(struct job *job, struct demo_batch *batch)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_ANALYZE_GROWING);

	(void)batch;
	return query_run(q, NULL);
}

enum err demo_write_statistics(struct job *job, struct demo_batch *batch)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_ANALYZE);

	(void)batch;
	return query_run(q, NULL);
}
