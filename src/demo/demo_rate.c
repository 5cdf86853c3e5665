/* SPDX-License-Identifier: Apache-2.0 */
/* Closed quarters: what units achieved and what people got, by the law's own functions. */
#include "base/job.h"
#include "db/query.h"
#include "demo/demo_steps.h"
#include "generated/demo_sql.h"

#define SPREAD 20

/* How twenty people of an office are rated, by what it achieved (1.7.2):
   S sangat baik, B baik, P perbaikan, K kurang, X sangat kurang. */
static const char *const spread[CAPAIAN_COUNT] = {
	[CAPAIAN_ISTIMEWA] = "SSBSSBSSBSSPSBSBSSBS",
	[CAPAIAN_BAIK] = "BSBBPBSBBSBBPBSBKBSP",
	[CAPAIAN_BUTUH_PERBAIKAN] = "PPBPPBPPPBPPSPPBPBPB",
	[CAPAIAN_KURANG] = "KKPKKBKKPKKBKKPKKBKK",
	[CAPAIAN_SANGAT_KURANG] = "XXKXXBXXKXXBXXPXXBXX",
};

static void ratings_for(char wish, int variety, enum rating out[2])
{
	switch (wish) {
	case 'S': out[0] = out[1] = RATING_DI_ATAS; return;
	case 'P':
		out[0] = RATING_DI_BAWAH;
		out[1] = RATING_SESUAI;
		return;
	case 'K':
		out[0] = RATING_SESUAI;
		out[1] = RATING_DI_BAWAH;
		return;
	case 'X': out[0] = out[1] = RATING_DI_BAWAH; return;
	default: break;
	}
	out[0] = variety == 1 ? RATING_DI_ATAS : RATING_SESUAI;
	out[1] = variety == 2 ? RATING_DI_ATAS : RATING_SESUAI;
}

void demo_ratings(const struct demo_town *town, int n, int quarter, enum rating out[2])
{
	const struct demo_person *person = &town->person[n];
	const struct demo_unit *unit = &town->unit[person->unit];
	int at = (person->office_rank + quarter * 7) % SPREAD;

	if (person->slot ==
	    0) { /* PK-41: who heads the unit gets its achievement as result rating */
		static const struct law_rows none = {0};
		struct law_values law;
		law_values_on(town->today, &none, &law);
		out[0] = rating_of_capaian(&law, unit->capaian[quarter]);
		out[1] = out[0] == RATING_DI_ATAS || at % 6 == 0 ? RATING_DI_ATAS : RATING_SESUAI;
		return;
	}
	if (n == town->asn) {
		ratings_for(quarter >= 3 ? 'S' : 'B', 0, out);
		return;
	}
	ratings_for(spread[unit->capaian[quarter]][at], at % 4, out);
}

static int64_t decided_at(const struct demo_town *town, int quarter, int n)
{
	struct date day = date_add_days(demo_quarter_end(town, quarter), 6 + n % 3);
	int64_t at = time_of_date(day, 540 + n % 420, town->zona);

	return at < town->now ? at : town->now;
}

static enum err achievement_row(struct job *job, const struct demo_town *town, int unit,
				int quarter)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_ACHIEVEMENT_ADD);
	const struct demo_unit *u = &town->unit[unit];
	int above = u->parent > 0 ? town->unit[u->parent].head
		    : unit > 1	  ? town->unit[1].head
				  : town->officer;

	query_id(q, 2, &u->id);
	query_int(q, 3, town->tahun);
	query_int(q, 4, quarter);
	query_text(q, 5, capaian_key(u->capaian[quarter]));
	query_text(q, 6,
		   STR("Capaian rencana aksi dan target triwulan, dengan masukan perencanaan dan "
		       "inspektorat."));
	query_id(q, 7, &town->person[above].akun_id);
	query_int(q, 8, decided_at(town, quarter, 0) - (int64_t)3600 * 1000000);
	return query_run(q, NULL);
}

enum err demo_write_achievements(struct job *job, struct demo_batch *batch)
{
	enum err err = ERR_OK;

	for (int u = batch->from > 0 ? batch->from : 1; !err && u < batch->to; u++)
		for (int quarter = 1; !err && quarter <= batch->town->closed; quarter++)
			err = achievement_row(job, batch->town, u, quarter);
	return err;
}

static const char *const strong[] = {
	[PREDIKAT_SANGAT_BAIK] = "Hasil melampaui target dan menjadi rujukan rekan kerja.",
	[PREDIKAT_BAIK] = "Pekerjaan selesai sesuai target dan buktinya lengkap.",
	[PREDIKAT_BUTUH_PERBAIKAN] = "Bersikap baik kepada warga dan rekan kerja.",
	[PREDIKAT_KURANG] = "Jumlah pekerjaan yang selesai memenuhi target.",
	[PREDIKAT_SANGAT_KURANG] = "Hadir sesuai jadwal kerja.",
};
static const char *const grow[] = {
	[PREDIKAT_SANGAT_BAIK] = "Bagikan cara kerja ini kepada tim melalui pendampingan.",
	[PREDIKAT_BAIK] = "Sisihkan waktu tetap setiap pagi untuk pekerjaan yang menumpuk.",
	[PREDIKAT_BUTUH_PERBAIKAN] =
		"Susun rencana mingguan bersama atasan dan laporkan kendala lebih awal.",
	[PREDIKAT_KURANG] =
		"Perbaiki cara berkomunikasi dan ketertiban kerja; dibahas dalam konseling kinerja.",
	[PREDIKAT_SANGAT_KURANG] = "Ikuti rencana perbaikan kinerja bersama atasan setiap minggu.",
};

static enum err evaluation_row(struct job *job, const struct demo_town *town, const int at[2],
			       const struct id *id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_EVALUATION_ADD);
	const struct demo_person *person = &town->person[at[0]];
	struct id skp = demo_id(town, THING_SKP, at[0]);
	enum rating rating[2];

	demo_ratings(town, at[0], at[1], rating);
	enum predikat predikat = predikat_decide(rating[0], rating[1]);
	query_id(q, 2, id);
	query_id(q, 3, &skp);
	query_id(q, 4, &person->id);
	query_id(q, 5, &town->person[person->penilai].id);
	query_int(q, 6, town->tahun);
	query_int(q, 7, at[1]);
	query_text(q, 8, rating_key(rating[0]));
	query_text(q, 9, rating_key(rating[1]));
	query_text(q, 10, predikat_key(predikat));
	query_text(q, 11, str_from(strong[predikat]));
	query_text(q, 12, str_from(grow[predikat]));
	query_int(q, 13, decided_at(town, at[1], at[0]));
	query_text(q, 14, capaian_key(town->unit[person->unit].capaian[at[1]]));
	query_id(q, 15, &town->unit[person->unit].id);
	return query_run(q, NULL);
}

static enum err items_write(struct job *job, const struct demo_town *town, const int at[2],
			    const struct id *id)
{
	static const int low[] = {
		[RATING_DI_BAWAH] = 62, [RATING_SESUAI] = 94, [RATING_DI_ATAS] = 112};
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_EVALUATION_ITEMS);
	struct id skp = demo_id(town, THING_SKP, at[0]);
	enum rating rating[2];

	demo_ratings(town, at[0], at[1], rating);
	query_id(q, 2, id);
	query_id(q, 3, &skp);
	query_text(q, 4, rating_key(rating[0]));
	query_int(q, 5, low[rating[0]] + (at[0] * 7 + at[1] * 3) % 12);
	return query_run(q, NULL);
}

static enum err values_write(struct job *job, const struct demo_town *town, const int at[2],
			     const struct id *id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_EVALUATION_VALUES);
	enum rating rating[2];

	demo_ratings(town, at[0], at[1], rating);
	query_id(q, 2, id);
	query_text(q, 3, rating_key(rating[1]));
	query_text(q, 4, STR("kompeten"));
	return query_run(q, NULL);
}

static enum err evaluation_write(struct job *job, const struct demo_town *town, int n, int quarter)
{
	struct id id = demo_id(town, THING_EVALUASI, (int64_t)n * 8 + quarter);
	const int at[2] = {n, quarter};
	enum err err = evaluation_row(job, town, at, &id);

	if (!err)
		err = items_write(job, town, at, &id);
	return err ? err : values_write(job, town, at, &id);
}

static enum err begun_row(struct job *job, const struct demo_town *town, const int at[2],
			  const struct id *id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_EVALUATION_BEGIN);
	const struct demo_person *person = &town->person[at[0]];
	struct id skp = demo_id(town, THING_SKP, at[0]);

	query_id(q, 2, id);
	query_id(q, 3, &skp);
	query_id(q, 4, &person->id);
	query_id(q, 5, &town->person[person->penilai].id);
	query_int(q, 6, town->tahun);
	query_int(q, 7, at[1]);
	return query_run(q, NULL);
}

static enum err begun_items(struct job *job, const struct demo_town *town, int n,
			    const struct id *id)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_REALISATION_ITEMS);
	struct id skp = demo_id(town, THING_SKP, n);

	query_id(q, 2, id);
	query_id(q, 3, &skp);
	query_int(q, 4, 90 + n * 7 % 16);
	return query_run(q, NULL);
}

/* Two of three have entered what no report counts; the person who shows the demonstration has not,
   and is asked to. */
static enum err realisation_write(struct job *job, const struct demo_town *town, int n)
{
	const int at[2] = {n, town->closed + 1};
	struct id id = demo_id(town, THING_EVALUASI, (int64_t)n * 8 + at[1]);
	enum err err;

	if (at[1] > DEMO_QUARTERS || n % 3 == 0 || n == town->asn)
		return ERR_OK;
	err = begun_row(job, town, at, &id);
	return err ? err : begun_items(job, town, n, &id);
}

enum err demo_write_evaluations(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	enum err err = ERR_OK;

	for (int n = batch->from; n < batch->to; n++) {
		const struct demo_person *person = &town->person[n];
		if (person->plan != PLAN_DITETAPKAN || person->penilai < 0)
			continue;
		for (int quarter = 1; !err && quarter <= town->closed;
		     quarter++, batch->evaluasi_count++)
			err = evaluation_write(job, town, n, quarter);
		if (!err)
			err = realisation_write(job, town, n);
		if (err)
			return err;
	}
	return ERR_OK;
}

enum err demo_close_periods(struct job *job, struct demo_batch *batch)
{
	CLEANUP(query_close) struct query *q = query_open(job->db, &SQL_DEMO_PERIOD_CLOSE);

	query_int(q, 2, batch->town->tahun);
	query_int(q, 3, batch->town->closed);
	return query_run(q, NULL);
}
