/* SPDX-License-Identifier: Apache-2.0 */
/* Counts along lengths. */
#include "law/lama.h"

#define HUNDRED 100

bool janji_resumed(const struct kantor_waktu *kantor, int64_t until, int64_t still_from,
		   int64_t still_to, int64_t *out)
{
	struct janji rest = {.satuan = JANJI_MENIT};

	*out = until;
	if (still_from >= until || still_to <= still_from)
		return true;
	rest.jumlah = (int)janji_lama(kantor, JANJI_MENIT, still_from, until);
	return janji_until(kantor, still_to, rest, out);
}

int64_t lama_within(const struct lama_hitung *rows, int count, int percent)
{
	int64_t all = 0, so_far = 0;

	for (int i = 0; i < count; i++)
		all += rows[i].jumlah;
	for (int i = 0; i < count; i++) {
		so_far += rows[i].jumlah;
		if (so_far * HUNDRED >= all * percent)
			return rows[i].lama;
	}
	return 0;
}
