/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a NIK apart. */
#include "law/nik.h"
#include "law/digits.h"

#include <string.h>

#define NIK_DIGITS 16
/* say: refuse 2 */
static bool refuse(struct str *sebab, struct str sentence)
{
	*sebab = sentence;
	return false;
}

/* 20YY unless that lies after this year, or more years after it than nik_century_ahead. */
static int full_year(const struct law_values *law, int two_digits, struct date today)
{
	return two_digits <= today.year % 100 + law->of[LAW_nik_century_ahead] ? 2000 + two_digits
									       : 1900 + two_digits;
}

bool nik_parse(const struct law_values *law, struct str text, struct date today, struct nik *out,
	       struct str *sebab)
{
	int woman_day = law->of[LAW_nik_woman_day];
	struct nik nik = {0};

	if (!digits_only(text, NIK_DIGITS))
		return refuse(sebab, STR("NIK harus 16 angka."));
	nik.provinsi = digits_at(text, 0, 2);
	nik.kabupaten = digits_at(text, 2, 2);
	nik.kecamatan = digits_at(text, 4, 2);
	int day = digits_at(text, 6, 2);
	bool is_woman = day > woman_day;
	nik.kelamin = is_woman ? 'p' : 'l';
	nik.lahir = DATE((int16_t)full_year(law, digits_at(text, 10, 2), today),
			 (int8_t)digits_at(text, 8, 2), (int8_t)(is_woman ? day - woman_day : day));
	nik.urut = digits_at(text, 12, 4);

	if (nik.provinsi < law->of[LAW_nik_first_province] ||
	    nik.provinsi > law->of[LAW_nik_last_province])
		return refuse(sebab, STR("Kode provinsi pada angka 1–2 tidak dipakai."));
	if (!date_is_valid(nik.lahir))
		return refuse(sebab,
			      STR("Tanggal lahir pada angka 7–12 tidak ada di kalender; hari "
				  "lahir perempuan ditulis dengan tambahan."));
	if (nik.urut < law->of[LAW_nik_first_serial])
		return refuse(sebab, STR("Nomor urut pada angka 13–16 terlalu kecil."));
	*out = nik;
	*sebab = STR_NONE;
	return true;
}
