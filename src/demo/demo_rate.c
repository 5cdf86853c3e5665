/* SPDX-License-Identifier: Apache-2.0 */
/* Closed quarters: what units achieved and what people got, by the law's own functions. */
#include "base/job.h"
#include "demo/demo_steps.h"
#include "evaluation/bulk.h"
#include "org/bulk.h"

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

static enum err achievement_write(struct job *job, const struct demo_town *town, int unit,
				  int quarter)
{
	const struct demo_unit *u = &town->unit[unit];
	int above = u->parent > 0 ? town->unit[u->parent].head
		    : unit > 1	  ? town->unit[1].head
				  : town->officer;
	struct capaian_made capaian = {
		.unit_id = u->id,
		.tahun = town->tahun,
		.nomor = quarter,
		.capaian = u->capaian[quarter],
		.dasar = STR("Capaian rencana aksi dan target triwulan, dengan masukan perencanaan "
			     "dan inspektorat."),
		.ditetapkan_oleh = town->person[above].akun_id,
		.ditetapkan_at = decided_at(town, quarter, 0) - (int64_t)3600 * 1000000};

	return capaian_add(job, &capaian);
}

enum err demo_write_achievements(struct job *job, struct demo_batch *batch)
{
	enum err err = ERR_OK;

	for (int u = batch->from > 0 ? batch->from : 1; !err && u < batch->to; u++)
		for (int quarter = 1; !err && quarter <= batch->town->closed; quarter++)
			err = achievement_write(job, batch->town, u, quarter);
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

/* What any evaluation of a person for a quarter begins with. */
static struct evaluasi_made evaluation_of(const struct demo_town *town, int n, int quarter)
{
	const struct demo_person *person = &town->person[n];

	return (struct evaluasi_made){
		.evaluasi_id = demo_id(town, THING_EVALUASI, (int64_t)n * 8 + quarter),
		.skp_id = demo_id(town, THING_SKP, n),
		.pegawai_id = person->id,
		.penilai_id = town->person[person->penilai].id,
		.akun_id = person->akun_id,
		.tahun = town->tahun,
		.nomor = quarter};
}

static enum err evaluation_write(struct job *job, const struct demo_town *town, int n, int quarter)
{
	static const int low[] = {
		[RATING_DI_BAWAH] = 62, [RATING_SESUAI] = 94, [RATING_DI_ATAS] = 112};
	struct evaluasi_made made = evaluation_of(town, n, quarter);
	const struct demo_unit *unit = &town->unit[town->person[n].unit];
	enum rating rating[2];

	demo_ratings(town, n, quarter, rating);
	made.hasil = rating[0];
	made.perilaku = rating[1];
	made.predikat = predikat_decide(rating[0], rating[1]);
	made.percent = low[rating[0]] + (n * 7 + quarter * 3) % 12;
	made.capaian = unit->capaian[quarter];
	made.capaian_unit_id = unit->id;
	made.kuat = str_from(strong[made.predikat]);
	made.kembang = str_from(grow[made.predikat]);
	made.ditetapkan_at = decided_at(town, quarter, n);
	return evaluasi_add_decided(job, &made);
}

/* Two of three have entered what no report counts; the person who shows the demonstration has not,
   and is asked to. */
static enum err realisation_write(struct job *job, const struct demo_town *town, int n)
{
	int quarter = town->closed + 1;

	if (quarter > DEMO_QUARTERS || n % 3 == 0 || n == town->asn)
		return ERR_OK;
	struct evaluasi_made made = evaluation_of(town, n, quarter);
	made.percent = 90 + n * 7 % 16;
	return evaluasi_add_begun(job, &made);
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

/* What is behind is closed at the end: no row of a closed period can be written. */
enum err demo_close_periods(struct job *job, struct demo_batch *batch)
{
	return tahun_close(job, batch->town->tahun, batch->town->closed);
}
