/* SPDX-License-Identifier: Apache-2.0 */
/* Spellings of e-Kinerja BKN. */
#include "law/bkn.h"

static const struct str ratings[RATING_COUNT] = {
	[RATING_DI_BAWAH] = STR("Dibawah Ekspektasi"),
	[RATING_SESUAI] = STR("Sesuai Ekspektasi"),
	[RATING_DI_ATAS] = STR("Diatas Ekspektasi"),
};

struct str bkn_column(int n)
{
	static const struct str columns[BKN_COLUMNS] = {
		STR("No"),
		STR("NIP"),
		STR("Nama"),
		STR("Jabatan"),
		STR("Rating Hasil Kinerja"),
		STR("Rating Perilaku Kerja"),
		STR("Predikat Kinerja Periodik"),
	};

	return columns[n];
}

struct str bkn_rating(enum rating rating)
{
	return ratings[rating];
}

bool bkn_rating_parse(struct str text, enum rating *out)
{
	for (int i = 0; i < RATING_COUNT; i++)
		if (str_equal(ratings[i], text)) {
			*out = (enum rating)i;
			return true;
		}
	return false;
}

struct str bkn_period(struct arena *mem, struct date first)
{
	return str_format(mem, "Periode Bulanan %d Tahun %d", first.month, first.year);
}

bool bkn_knows(struct date first, struct date last)
{
	return date_compare(first, DATE(2026, 1, 1)) >= 0 && first.day == 1 &&
	       date_compare(last, date_add_days(date_add_months(first, 1), -1)) == 0;
}
