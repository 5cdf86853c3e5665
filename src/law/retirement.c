/* SPDX-License-Identifier: Apache-2.0 */
/* The age of a post, and the day it is reached. */
#include "law/retirement.h"

_Static_assert(LAW_pensiun_keterampilan - LAW_pensiun_jpt_madya ==
		       KELAS_KETERAMPILAN - KELAS_JPT_MADYA,
	       "an age for each position, in their order");

int retirement_age(const struct law_values *law, enum kelas_jabatan kelas)
{
	if (kelas == KELAS_KEPALA_DAERAH)
		return 0;
	return law->of[LAW_pensiun_jpt_madya + (int)(kelas - KELAS_JPT_MADYA)];
}

struct date retirement_reached(struct date lahir, int age)
{
	return date_add_months(lahir, 12 * age);
}
