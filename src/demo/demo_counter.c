/* SPDX-License-Identifier: Apache-2.0 */
/* A year at the counters: documents finished day by day, faster since a second printing counter in
   October, and what citizens said of it. */
#include "berkas/bulk.h"
#include "demo/demo_service.h"
#include "demo/demo_steps.h"
#include "suara/bulk.h"

#define FASTER_MONTH 10
#define LENGTHS 5
#define VOICES_A_MONTH 24

/* How long some of ten documents took, in percent of what is promised since September. */
static const int slow[LENGTHS] = {120, 180, 240, 300, 380}, fast[LENGTHS] = {40, 60, 80, 100, 150};
static const int share[LENGTHS] = {2, 3, 3, 1, 1};

static bool is_faster(struct date day, int year)
{
	return day.year == year && day.month >= FASTER_MONTH;
}

/* One service on one working day: ten documents, by the officer or by others of the unit. */
static enum err day_write(struct job *job, struct demo_town *town, int n, struct date day)
{
	const struct demo_service *of = &demo_services[n];
	const struct demo_unit *office = &town->unit[demo_office_of_kind(town, of->kind)];
	bool is_since = day.year == town->tahun && day.month >= 9;
	int64_t size = janji_size((struct janji){of->promised[1], of->satuan});
	int64_t promised = janji_size((struct janji){of->promised[is_since], of->satuan});
	struct berkas_hari_bulk row = {.layanan_id = demo_id(town, THING_LAYANAN, n),
				       .pelaku_id =
					       n == 0 ? town->person[town->asn].id : office->id,
				       .tanggal = day,
				       .in_days = of->satuan == JANJI_HARI_KERJA,
				       .diterima = 10,
				       .lengkap_pertama = is_faster(day, town->tahun) ? 8 : 6};
	enum err err = ERR_OK;

	for (int i = 0; i < LENGTHS && !err; i++) {
		int percent = (is_faster(day, town->tahun) ? fast : slow)[i] + demo_roll(town, 20);
		row.lama = size * percent / 100;
		row.selesai = share[i];
		row.tepat = row.lama <= promised ? share[i] : 0;
		err = berkas_hari_bulk_add(job, &row);
		row.diterima = row.lengkap_pertama = 0;
	}
	return err;
}

/* 1 to 4 around a middle. */
static int tick(struct demo_town *town, int middle)
{
	int value = middle + demo_roll(town, 3) - 1;

	return value < 1 ? 1 : value > 4 ? 4 : value;
}

static enum err month_write(struct job *job, struct demo_town *town, int n, struct date month)
{
	const struct demo_unit *office =
		&town->unit[demo_office_of_kind(town, demo_services[n].kind)];
	enum err err = ERR_OK;

	for (int i = 0; i < VOICES_A_MONTH && !err; i++) {
		struct suara_bulk voice = {.lingkup_id = demo_id(town, THING_LAYANAN, n),
					   .unit_id = office->id,
					   .bulan = month.year * 100 + month.month,
					   .percaya = tick(town, 3)};
		voice.of[UNSUR_WAKTU] = tick(town, is_faster(month, town->tahun) ? 3 : 2);
		voice.of[UNSUR_PERILAKU] = tick(town, 4);
		voice.of[UNSUR_PERSYARATAN] = tick(town, 3);
		err = suara_bulk_add(job, &voice);
	}
	return err;
}

/* Working days of the year until yesterday, and months that are over, from last December on. */
static enum err service_write(struct job *job, struct demo_town *town, int n)
{
	struct date month = DATE((int16_t)(town->tahun - 1), 12, 1);
	int today = town->today.year * 100 + town->today.month;
	enum err err = ERR_OK;

	for (int i = 0; i < town->day_count && !err; i++)
		if (date_compare(town->day[i], town->today) < 0)
			err = day_write(job, town, n, town->day[i]);
	for (; !err && month.year * 100 + month.month < today; month = date_add_months(month, 1))
		err = month_write(job, town, n, month);
	return err;
}

enum err demo_write_counter(struct job *job, struct demo_batch *batch)
{
	struct demo_town town = *batch->town; /* draws of its own: the year stays as it was */
	enum err err = ERR_OK;

	for (int n = 0; n < DEMO_SERVICES && !err; n++)
		if (demo_office_of_kind(&town, demo_services[n].kind) >= 0)
			err = service_write(job, &town, n);
	return err;
}
