/* SPDX-License-Identifier: Apache-2.0 */
/* Opening hours as people write them. */
#include "kontak/jam.h"

#define DAY_MINUTES (24 * 60)

/* "8", "08.00" or "8:30" at the beginning of *rest; -1: no clock stands there. */
static int clock_cut(struct str *rest)
{
	int part[2] = {0, 0}, digits = 0, parts = 0;

	*rest = str_trim(*rest);
	while (rest->len > 0) {
		char c = rest->at[0];
		if (c >= '0' && c <= '9' && digits < 2) {
			part[parts] = part[parts] * 10 + (c - '0');
			digits++;
		} else if ((c == '.' || c == ':') && digits > 0 && parts == 0) {
			parts = 1;
			digits = 0;
		} else {
			break;
		}
		*rest = str_slice(*rest, 1, rest->len);
	}
	if (digits == 0 || (parts == 1 && digits < 2) || part[0] > 24 || part[1] > 59)
		return -1;
	return part[0] * 60 + part[1];
}

static bool dash_cut(struct str *rest)
{
	*rest = str_trim(*rest);
	size_t len = str_starts(*rest, "–") ? sizeof("–") - 1 : str_starts(*rest, "-");

	*rest = str_slice(*rest, len, rest->len);
	return len > 0;
}

bool jam_parse(struct str text, struct jam *out)
{
	struct str rest = str_trim(text);

	*out = (struct jam){0};
	if (rest.len == 0)
		return true;
	out->buka = clock_cut(&rest);
	if (out->buka < 0 || !dash_cut(&rest))
		return false;
	out->tutup = clock_cut(&rest);
	return str_trim(rest).len == 0 && out->tutup > out->buka && out->tutup <= DAY_MINUTES;
}

bool jam_clock_parse(struct str text, int *minute)
{
	struct str rest = text;

	*minute = clock_cut(&rest);
	return str_trim(rest).len == 0 && *minute >= 0 && *minute < DAY_MINUTES;
}

struct str jam_write(struct arena *mem, struct jam jam)
{
	if (jam.tutup == 0)
		return STR_NONE;
	return str_format(mem, "%02d.%02d–%02d.%02d", jam.buka / 60, jam.buka % 60, jam.tutup / 60,
			  jam.tutup % 60);
}

enum jam_hari jam_of_day(struct date day)
{
	static const enum jam_hari of[] = {JAM_KERJA, JAM_KERJA, JAM_KERJA, JAM_KERJA,
					   JAM_JUMAT, JAM_SABTU, JAM_MINGGU};

	return of[date_weekday(day) - 1];
}
