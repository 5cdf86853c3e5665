/* SPDX-License-Identifier: Apache-2.0 */
/* Stores a plan for everybody. */
#include "base/crypto.h"
#include "base/job.h"
#include "db/query.h"
#include "demo/demo_steps.h"
#include "generated/demo_sql.h"

static const struct demo_theme *theme_of(const struct demo_town *town,
					 const struct demo_person *person, int j)
{
	return &demo_offices[demo_kind_of(town, person)].theme[demo_theme_of(town, person, j)];
}

int demo_results(const struct demo_person *person)
{
	return person->rhk_count + person->has_tambahan;
}

const char *demo_result_text(const struct demo_town *town, const struct demo_person *person, int j)
{
	if (j >= person->rhk_count)
		return "Dukungan tim lintas unit terlaksana sesuai penugasan";
	const struct demo_theme *theme = theme_of(town, person, j);
	switch (person->level) {
	case LEVEL_TOP:
	case LEVEL_HEAD: return theme->head;
	case LEVEL_BIDANG: return theme->bidang;
	case LEVEL_SEKSI: return theme->seksi;
	default: return theme->staf;
	}
}

int demo_target(const struct demo_town *town, const struct demo_person *person, int j)
{
	static const int times[] = {20, 20, 8, 4, 1};

	return j >= person->rhk_count ? 12
				      : theme_of(town, person, j)->target * times[person->level];
}

const char *demo_unit_of_amount(const struct demo_town *town, const struct demo_person *person,
				int j)
{
	return j >= person->rhk_count ? "kegiatan" : theme_of(town, person, j)->satuan;
}

struct id demo_rhk_id(const struct demo_town *town, int person, int j)
{
	return demo_id(town, THING_RHK, (int64_t)person * DEMO_RHK_MAX + j);
}

struct id demo_iki_id(const struct demo_town *town, int person, int j, int k)
{
	return demo_id(town, THING_IKI, ((int64_t)person * DEMO_RHK_MAX + j) * 4 + k);
}

static int64_t no_later(const struct demo_town *town, struct date day, int minute)
{
	int64_t at = time_of_date(day, minute, town->zona);

	return at < town->now ? at : town->now;
}

static void time_or_null(struct query *q, int n, bool is_set, int64_t at)
{
	if (is_set)
		query_int(q, n, at);
	else
		query_null(q, n);
}

/* Who heads the agency is appraised from outside, on paper (rulebook 1.4). */
static void luar_bind(struct query *q, const struct demo_town *town, bool is_agreed)
{
	for (int n = 16; !is_agreed && n <= 19; n++)
		query_null(q, n);
	if (!is_agreed)
		return;
	query_text(q, 16, STR("Dr. Yosefina Contoh, M.Si."));
	query_text(q, 17, STR("Kepala Daerah"));
	query_text(q, 18, str_format(town->mem, "800/014/%d", town->tahun));
	query_date(q, 19, DATE((int16_t)town->tahun, 1, 19));
}

static enum err plan_row(struct job *job, const struct demo_town *town, int n)
{
	static const char *const state[] = {"ditetapkan", "draf", "diajukan", "dikembalikan"};
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_PLAN_ADD);
	const struct demo_person *person = &town->person[n];
	struct id id = demo_id(town, THING_SKP, n);
	struct date late = date_add_days(town->today, -3),
		    start = DATE((int16_t)town->tahun, 1, 12);
	struct str hash = crypto_sha256_hex(job->mem, id_str(job->mem, &id));
	bool decided = person->plan == PLAN_DITETAPKAN;

	query_id(q, 2, &id);
	query_id(q, 3, &person->id);
	if (person->penilai < 0)
		query_null(q, 4);
	else
		query_id(q, 4, &town->person[person->penilai].id);
	query_int(q, 5, town->tahun);
	query_id(q, 6, &person->jabatan_id);
	query_id(q, 7, demo_seat(town, person));
	query_date(q, 8, DATE((int16_t)town->tahun, 1, 1));
	query_date(q, 9, DATE((int16_t)town->tahun, 12, 31));
	query_text(q, 10, person->level <= LEVEL_HEAD ? STR("jpt") : STR("ja_jf"));
	query_text(q, 11, str_from(state[person->plan]));
	time_or_null(q, 12, person->plan != PLAN_DRAF,
		     no_later(town, decided ? start : late, 540 + n % 300));
	time_or_null(q, 13, decided, no_later(town, date_add_days(start, 8), 600 + n % 240));
	if (decided)
		query_text(q, 14, str_format(job->mem, "SKP-%d-%.8s", town->tahun, hash.at));
	else
		query_null(q, 14);
	if (decided)
		query_text(q, 15, hash);
	else
		query_null(q, 15);
	luar_bind(q, town, decided && person->penilai < 0);
	return query_run(q, NULL);
}

/* The leader's result this one supports: the one of the same theme. */
static struct id leader_result(const struct demo_town *town, const struct demo_person *person,
			       int j)
{
	const struct demo_person *leader = &town->person[person->penilai];
	int theme = demo_theme_of(town, person, j);

	for (int k = 0; k < leader->rhk_count; k++)
		if (demo_theme_of(town, leader, k) == theme)
			return demo_rhk_id(town, person->penilai, k);
	return demo_rhk_id(town, person->penilai, j % leader->rhk_count);
}

static enum err result_row(struct job *job, const struct demo_town *town, int n, int j)
{
	static const char *const view[] = {"penerima_layanan", "proses_bisnis",
					   "penguatan_internal", "anggaran"};
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_RESULT_ADD);
	const struct demo_person *person = &town->person[n];
	struct id rhk = demo_rhk_id(town, n, j), skp = demo_id(town, THING_SKP, n), none = {{0}};
	struct id hasil = demo_id(town, THING_HASIL, (int64_t)person->unit * DEMO_RHK_MAX + j);
	bool utama = j < person->rhk_count;
	struct id above = utama && person->penilai >= 0 ? leader_result(town, person, j) : none;

	query_id(q, 2, &rhk);
	query_id(q, 3, &skp);
	query_int(q, 4, j + 1);
	query_text(q, 5, utama ? STR("utama") : STR("tambahan"));
	query_text(q, 6, utama ? STR("organisasi") : STR("individu"));
	query_text(q, 7, str_from(demo_result_text(town, person, j)));
	if (person->level <= LEVEL_HEAD)
		query_text(q, 8, str_from(view[j]));
	else
		query_null(q, 8);
	query_id(q, 9, utama && person->slot == 0 ? &hasil : &none);
	query_id(q, 10, &above);
	query_text(q, 11,
		   person->plan == PLAN_DIKEMBALIKAN && j == 0
			   ? STR("Target masih di bawah kebutuhan unit. Mohon disesuaikan dengan "
				 "beban layanan.")
			   : STR_NONE);
	return query_run(q, NULL);
}

struct indicator {
	const char *aspek, *satuan, *arah;
	struct str uraian;
	int target;
};

static enum err indicator_row(struct job *job, const struct demo_town *town, const int at[3],
			      const struct indicator *indicator)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_INDICATOR_ADD);
	struct id rhk = demo_rhk_id(town, at[0], at[1]),
		  iki = demo_iki_id(town, at[0], at[1], at[2]);

	query_id(q, 2, &iki);
	query_id(q, 3, &rhk);
	query_int(q, 4, at[2] + 1);
	if (town->person[at[0]].level <= LEVEL_HEAD)
		query_null(q, 5);
	else
		query_text(q, 5, str_from(indicator->aspek));
	query_text(q, 6, indicator->uraian);
	query_int(q, 7, (int64_t)indicator->target * 100);
	query_text(q, 8, str_from(indicator->satuan));
	query_text(q, 9, str_from(indicator->arah));
	return query_run(q, NULL);
}

static enum err indicators(struct job *job, const struct demo_town *town, int n, int j)
{
	const struct demo_person *person = &town->person[n];
	bool utama = j < person->rhk_count;
	const char *objek = utama ? theme_of(town, person, j)->objek : "kegiatan tim";
	struct indicator list[] = {
		{"kuantitas", demo_unit_of_amount(town, person, j), "higher_better",
		 str_format(job->mem, "Jumlah %s selesai", objek), demo_target(town, person, j)},
		{"kualitas", "%", "higher_better",
		 str_format(job->mem, "Persentase %s tanpa perbaikan ulang", objek), 95},
		{"waktu", "hari", "lower_better",
		 str_format(job->mem, "Rata-rata waktu penyelesaian %s", objek), 3},
	};
	int count = !utama ? 1 : person->level <= LEVEL_HEAD ? 2 : 3;
	enum err err = ERR_OK;

	for (int k = 0; !err && k < count; k++)
		err = indicator_row(job, town, (int[3]){n, j, k}, &list[k]);
	return err;
}

static enum err values_row(struct job *job, const struct demo_town *town, int n)
{
	static const char *const wish[][2] = {
		{"berorientasi_pelayanan",
		 "Jelaskan alur layanan dengan bahasa sederhana kepada setiap warga."},
		{"akuntabel", "Catat pekerjaan pada hari yang sama beserta buktinya."},
		{"kolaboratif", "Bantu unit lain yang menunggu hasil kerja kita."},
		{"adaptif", "Usulkan satu perbaikan cara kerja setiap triwulan."}};
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_VALUES_ADD);
	struct id skp = demo_id(town, THING_SKP, n);

	query_id(q, 2, &skp);
	query_text(q, 3, str_from(wish[n % 4][0]));
	query_text(q, 4, str_from(wish[n % 4][1]));
	return query_run(q, NULL);
}

static enum err attachment_row(struct job *job, const struct demo_town *town, int n)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_ATTACHMENT_ADD);
	struct id skp = demo_id(town, THING_SKP, n);

	query_id(q, 2, &skp);
	query_text(q, 3, STR("Perangkat kerja, jaringan internet, dan akses aplikasi layanan"));
	query_text(q, 4,
		   STR("Hasil kerja menjadi pertimbangan pengembangan karier dan tambahan "
		       "penghasilan"));
	return query_run(q, NULL);
}

enum err demo_write_plans(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int n = batch->from; !err && n < batch->to; n++) {
		err = plan_row(job, town, n);
		for (int j = 0; !err && j < demo_results(&town->person[n]); j++) {
			err = result_row(job, town, n, j);
			if (!err)
				err = indicators(job, town, n, j);
		}
		if (!err)
			err = values_row(job, town, n);
		if (!err)
			err = attachment_row(job, town, n);
	}
	return err;
}
