/* SPDX-License-Identifier: Apache-2.0 */
/* A year of work reports: amounts that add up to where a person stands, spread over the working
   days. */
#include "base/job.h"
#include "demo/demo_steps.h"
#include "report/bulk.h"

#define US_A_MINUTE ((int64_t)60 * 1000 * 1000)
#define WEEK_DAYS 8
#define REPORTS_MAX 64 /* a person; also the stride of report numbers */

struct year_work {
	int count, of_result[DEMO_RHK_MAX], done[DEMO_RHK_MAX];
	int64_t total[DEMO_RHK_MAX]; /* units by today */
	struct capaian_iki sum[DEMO_RHK_MAX][13]; /* by month */
};

static int reports_of(const struct demo_town *town, const struct demo_person *person)
{
	int people = town->person_count;
	int count = people <= 500 ? 60 : people <= 2000 ? 30 : people <= 5000 ? 12 : 6;

	if (count > town->day_count) /* early in a year */
		count = town->day_count;

	return person->slot == 0 ? (count + 1) / 2 : count;
}

/* Every seventh report is on the additional result, the others take turns. */
static int result_of(const struct demo_person *person, int k)
{
	return person->has_tambahan && k % 7 == 6 ? person->rhk_count : k % person->rhk_count;
}

static void work_plan(struct demo_town *town, const struct demo_person *person,
		      struct year_work *work)
{
	int elapsed = date_days(town->today) - date_days(DATE((int16_t)town->tahun, 1, 1)) + 1;

	*work = (struct year_work){.count = reports_of(town, person)};
	for (int k = 0; k < work->count; k++)
		work->of_result[result_of(person, k)]++;
	for (int j = 0; j < demo_results(person); j++)
		work->total[j] = (int64_t)demo_target(town, person, j) * elapsed *
				 (82 + demo_roll(town, 36)) / 36500;
}

static int64_t next_amount(struct demo_town *town, struct year_work *work, int j)
{
	int64_t before = work->total[j] * work->done[j] / work->of_result[j];

	work->done[j]++;
	int64_t amount = work->total[j] * work->done[j] / work->of_result[j] - before;
	return amount > 4 ? amount * (80 + demo_roll(town, 41)) / 100 : amount;
}

static struct date day_of(struct demo_town *town, int person, int k, int count)
{
	int at = (int)(((int64_t)k * town->day_count + demo_roll(town, town->day_count)) / count);

	if (person == town->asn && k >= count - WEEK_DAYS)
		at = town->day_count -
		     (count -
		      k); /* the last working days, so that the home page has a week in it */
	if (at < 0)
		at = 0;
	return town->day[at < town->day_count ? at : town->day_count - 1];
}

static struct str report_text(const struct demo_town *town, const struct demo_person *person, int j,
			      int k)
{
	if (j >= person->rhk_count)
		return STR("Menghadiri rapat tim lintas unit dan menyelesaikan bagian tugas saya.");
	const struct demo_office *office = &demo_offices[demo_kind_of(town, person)];
	const struct demo_theme *theme = &office->theme[demo_theme_of(town, person, j)];
	if (person->level != LEVEL_STAF)
		return str_format(town->mem, "Memeriksa hasil %s dan memberi arahan kepada tim.",
				  theme->objek);
	return str_from(theme->laporan[k % 2]);
}

static void report_fill(struct demo_town *town, struct year_work *work, const int at[2],
			struct laporan *out)
{
	const struct demo_person *person = &town->person[at[0]];
	int j = result_of(person, at[1]);
	int64_t number = (int64_t)at[0] * REPORTS_MAX + at[1];
	struct date day = day_of(town, at[0], at[1], work->count);
	int64_t made = time_of_date(day, 8 * 60 + demo_roll(town, 480), town->zona);
	int64_t newest = town->now - (1 + demo_roll(town, 20)) * US_A_MINUTE;
	int64_t dawn = time_of_date(day, 0, town->zona); /* made at night: not before its day */

	out->laporan_id = demo_id(town, THING_LAPORAN, number);
	out->pegawai_id = person->id;
	out->rhk_id = demo_rhk_id(town, at[0], j);
	out->iki_id = demo_iki_id(town, at[0], j, 0);
	out->tanggal = day;
	out->uraian = report_text(town, person, j, at[1] / person->rhk_count);
	out->satuan = str_from(demo_unit_of_amount(town, person, j));
	out->jumlah = next_amount(town, work, j) * 100;
	out->has_jumlah = out->jumlah > 0;
	out->created_at = made < newest ? made : newest > dawn ? newest : dawn;
	out->captured_at = out->created_at;
	int64_t read = out->created_at + (1 + demo_roll(town, 3)) * 1440 * US_A_MINUTE;
	if (read < town->now - 4 * 1440 * US_A_MINUTE)
		out->read_at = read;
	if (demo_roll(town, 100) < 45) {
		out->bukti_count = 1;
		out->bukti[0] = (struct bukti){
			.bukti_id = demo_id(town, THING_BUKTI, number),
			.jenis = STR("tautan"),
			.nama = STR("Tautan"),
			.tautan = str_format(town->mem, "https://berkas.kota-contoh.example/%lld",
					     (long long)number)};
	}
	struct capaian_iki *sum = &work->sum[j][day.month];
	sum->jumlah += out->jumlah;
	sum->banyak++;
	sum->bukti_banyak += out->bukti_count;
}

static enum err sums_write(struct job *job, const struct demo_town *town, int n,
			   const struct year_work *work)
{
	enum err err = ERR_OK;

	for (int j = 0; j < DEMO_RHK_MAX; j++)
		for (int month = 1; !err && month <= 12; month++) {
			struct capaian_iki sum = work->sum[j][month];
			sum.iki_id = demo_iki_id(town, n, j, 0);
			if (sum.banyak)
				err = laporan_add_sum(job, &sum, town->tahun, month);
		}
	return err;
}

static enum err person_reports(struct job *job, struct demo_batch *batch, int n)
{
	struct demo_town *town = batch->town;
	struct year_work work;
	enum err err = ERR_OK;

	work_plan(town, &town->person[n], &work);
	for (int k = 0; !err && k < work.count; k++) {
		struct bukti bukti = {.ukuran = 0};
		struct laporan l = {.bukti = &bukti};
		report_fill(town, &work, (int[2]){n, k}, &l);
		report_seal(job->mem, date_of_time(l.created_at, town->zona), &l);
		err = laporan_add(job, &l);
		batch->laporan_count++;
	}
	return err ? err : sums_write(job, town, n, &work);
}

enum err demo_write_reports(struct job *job, struct demo_batch *batch)
{
	enum err err = ERR_OK;

	for (int n = batch->from; !err && n < batch->to; n++)
		if (batch->town->person[n].plan == PLAN_DITETAPKAN)
			err = person_reports(job, batch, n);
	return err;
}
