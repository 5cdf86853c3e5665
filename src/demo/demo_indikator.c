/* SPDX-License-Identifier: Apache-2.0 */
/* Areas of the town, and an indicator of its health office filled in month by month, the year
   before from a file. */
#include "base/job.h"
#include "demo/demo_steps.h"
#include "indikator/bulk.h"

#define DISTRICTS 2
#define VILLAGES 3 /* in each */

static const char *const names[DISTRICTS][1 + VILLAGES] = {
	{"Distrik Utara", "Tanjung", "Muara", "Bukit Harapan"},
	{"Distrik Selatan", "Pantai Baru", "Kampung Lama", "Rawa Indah"}};

static struct id area_id(const struct demo_town *town, int district, int place)
{
	return demo_id(town, THING_WILAYAH, district * 10 + place);
}

static enum err write_areas(struct job *job, const struct demo_town *town)
{
	enum err err = ERR_OK;

	for (int d = 0; d < DISTRICTS; d++)
		for (int v = 0; v <= VILLAGES && !err; v++) {
			struct wilayah area = {
				.wilayah_id = area_id(town, d, v),
				.nama = str_from(names[d][v]),
				.kode = v == 0 ? str_format(job->mem, "99.01.%02d", d + 1)
					       : str_format(job->mem, "99.01.%02d.%d", d + 1,
							    1000 + v),
				.jenis = v == 0 ? STR("kecamatan") : STR("kelurahan"),
				.sejak = DATE(2010, 1, 1)};

			if (v > 0)
				area.induk_id = area_id(town, d, 0);
			err = wilayah_bulk_add(job, &area);
		}
	return err;
}

/* The health office, else the first one. */
static const struct demo_unit *office_of(const struct demo_town *town)
{
	for (int i = 1; i < town->unit_count; i++)
		if (str_is(town->unit[i].nama, "Dinas Kesehatan"))
			return &town->unit[i];
	return &town->unit[town->unit_count > 1 ? 1 : 0];
}

/* A little more each month, in each place its own. */
static struct nilai value_of(const struct demo_town *town, const struct id *unit_id, int bulan,
			     int n)
{
	int months = (bulan / 100 - town->tahun + 1) * 12 + bulan % 100 - 1;
	int due = 40 + n * 7 % 30, done = due * (76 + months * 2 / 3 + n % 4 * 2) / 100;
	bool is_old = bulan / 100 < town->tahun;

	return (struct nilai){.nilai_id = demo_id(town, THING_NILAI, (int64_t)bulan * 100 + n),
			      .indikator_id = demo_id(town, THING_INDIKATOR, 0),
			      .unit_id = *unit_id,
			      .wilayah_id = area_id(town, n / VILLAGES, 1 + n % VILLAGES),
			      .oleh = town->person[town->manager].akun_id,
			      .bulan = bulan,
			      .pembilang = INT64_C(100) * (done < due ? done : due),
			      .penyebut = INT64_C(100) * due,
			      .asal = is_old ? STR("impor") : STR("manual"),
			      .sumber_data =
				      is_old ? STR("Profil kesehatan tahun sebelumnya") : STR_NONE};
}

static enum err write_values(struct job *job, const struct demo_town *town,
			     const struct id *unit_id)
{
	int last = bulan_add(bulan_of_date(town->today), -1);
	enum err err = ERR_OK;

	for (int m = bulan_of(town->tahun - 1, 1); m <= last; m = bulan_add(m, 1))
		for (int n = 0; n < DISTRICTS * VILLAGES && !err; n++) {
			struct nilai value = value_of(town, unit_id, m, n);

			err = nilai_bulk_add(job, &value);
		}
	return err;
}

enum err demo_write_indicators(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	const struct demo_unit *office = office_of(town);
	struct indikator immunisation = {.indikator_id = demo_id(town, THING_INDIKATOR, 0),
					 .unit_id = office->id,
					 .nomor = 1,
					 .status = STR("berlaku"),
					 .sejak = DATE((int16_t)town->tahun, 1, 1),
					 .alasan = STR("Rencana kerja tahun ini"),
					 .nama = STR("Anak yang mendapat imunisasi dasar lengkap"),
					 .rumus = {.jenis = STR("hasil"),
						   .aspek = STR("kuantitas"),
						   .arah = STR("higher_better"),
						   .satuan = STR("persen"),
						   .sumber = STR("manual"),
						   .gabung = STR("bagian"),
						   .pembilang = STR("anak yang diimunisasi"),
						   .penyebut = STR("anak sasaran")},
					 .atribusi = STR("unit"),
					 .is_wilayah = true,
					 .has_target = true,
					 .target = 9500};
	enum err err = write_areas(job, town);

	if (err ||
	    (err = indikator_bulk_add(job, &immunisation, &town->person[town->manager].akun_id)))
		return err;
	return write_values(job, town, &office->id);
}
