/* SPDX-License-Identifier: Apache-2.0 */
/* An office's hours and its closed days. */
#include "kontak/kantor.h"

#include "audit/audit.h"
#include "generated/kontak_sql.h"
#include "kontak/jam.h"
#include "law/access.h"
#include "org/org.h"

#include <stdlib.h>

#define FOREVER_DAYS (400 * 366)

static int by_day(const void *a, const void *b)
{
	const int32_t *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

static struct kantor_jam hours(struct str text)
{
	struct jam jam;

	if (!jam_parse(text, &jam))
		return (struct kantor_jam){0, 0};
	return (struct kantor_jam){jam.buka, jam.tutup};
}

/* Nothing was said of hours, neither here nor above: what the agency set for all. */
static enum err usual_hours(struct job *job, struct kantor_waktu *waktu)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	for (int day = 0; !err && day < 5; day++)
		waktu->hari[day] =
			(struct kantor_jam){law.of[LAW_kantor_buka], law.of[LAW_kantor_tutup]};
	return err;
}

static enum err fill_hours(struct job *job, const struct kantor_row *row,
			   struct kantor_waktu *waktu)
{
	if (row->jam_kerja.len + row->jam_jumat.len + row->jam_sabtu.len + row->jam_minggu.len == 0)
		return usual_hours(job, waktu);
	for (int day = 0; day < 4; day++)
		waktu->hari[day] = hours(row->jam_kerja);
	waktu->hari[4] = hours(row->jam_jumat);
	waktu->hari[5] = hours(row->jam_sabtu);
	waktu->hari[6] = hours(row->jam_minggu);
	return ERR_OK;
}

enum err kantor_load(struct job *job, const struct id *unit_id, struct date from, struct date to,
		     struct kantor *out)
{
	struct kantor_row row;
	struct kantor_tutup *closed = NULL;
	struct date *free_days = NULL;
	int closed_count = 0, free_count = 0;
	int32_t *days;
	enum err err;

	*out = (struct kantor){.zona = ZONA_WIB};
	if ((err = sql_kantor_find(job, unit_id, &row)) ||
	    (err = fill_hours(job, &row, &out->waktu)) ||
	    (err = hari_libur_list(job, from, to, &free_days, &free_count)) ||
	    (err = sql_tutup_between(job, unit_id, from, to, &closed, &closed_count)))
		return err;
	out->zona = row.zona;
	days = arena_array(job->mem, int32_t, free_count + closed_count + 1);
	for (int i = 0; i < free_count; i++)
		days[i] = date_days(free_days[i]);
	for (int i = 0; i < closed_count; i++)
		days[free_count + i] = date_days(closed[i].tanggal);
	out->waktu.tutup = days;
	out->waktu.tutup_count = free_count + closed_count;
	qsort(days, (size_t)out->waktu.tutup_count, sizeof *days, by_day);
	return ERR_OK;
}

enum err tutup_list(struct job *job, const struct id *unit_id, struct date from,
		    struct kantor_tutup **out, int *count)
{
	return sql_tutup_between(job, unit_id, from, date_add_days(from, FOREVER_DAYS), out, count);
}

static enum err may_close(struct job *job, const struct id *unit_id)
{
	struct unit *unit;
	enum err err = unit_load(job, unit_id, &unit);

	if (err)
		return err;
	return access_allows(job->actor, PERM_KONTAK_EDIT,
			     &(struct access_record){.unit_jalur = unit->jalur})
		       ? ERR_OK
		       : ERR_FORBIDDEN;
}

enum err tutup_add(struct job *job, const struct id *unit_id, const struct kantor_tutup *day)
{
	enum err err = may_close(job, unit_id);

	if (err)
		return err;
	if (date_is_none(day->tanggal) || date_compare(day->tanggal, job->today) < 0)
		problem_add(job->faults, STR("tanggal"), "kantor.past",
			    STR("Pilih hari ini atau hari sesudahnya."));
	if (str_trim(day->sebab).len == 0)
		problem_add(job->faults, STR("sebab"), "kantor.reason",
			    STR("Tulis sebab yang dibaca warga, misalnya: perbaikan listrik."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_tutup_save(job, unit_id, day->tanggal, str_trim(day->sebab))))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "kantor.tutup",
						    .object = *unit_id,
						    .reason = day->sebab,
						    .after = date_iso(job->mem, day->tanggal)});
}

enum err tutup_remove(struct job *job, const struct id *unit_id, struct date tanggal)
{
	int64_t changed = 0;
	enum err err = may_close(job, unit_id);

	if (err)
		return err;
	if (date_compare(tanggal, job->today) < 0)
		return ERR_CONFLICT;
	if ((err = sql_tutup_remove(job, unit_id, tanggal, &changed)) || changed == 0)
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "kantor.buka",
						    .object = *unit_id,
						    .before = date_iso(job->mem, tanggal)});
}
