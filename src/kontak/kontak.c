/* SPDX-License-Identifier: Apache-2.0 */
/* The use cases of how the public reaches a unit. */
#include "kontak/kontak.h"

#include "audit/audit.h"
#include "base/say.h"
#include "db/query.h"
#include "generated/kontak_sql.h"
#include "kontak/kantor.h"
#include "law/access.h"

#define AHEAD_DAYS 14 /* so far "buka lagi" looks */

enum err kontak_load(struct job *job, const struct id *unit_id, struct kontak *out)
{
	struct id root;
	enum err err;

	if (!id_is_none(unit_id))
		return sql_kontak_find(job, unit_id, out);
	err = sql_kontak_root(job, &root);
	return err ? err : sql_kontak_find(job, &root, out);
}

enum err kontak_units(struct job *job, const struct kontak_cari *which, struct kontak_unit **out,
		      int *count)
{
	if (!id_is_none(&which->induk_id))
		return sql_kontak_units_below(job, &which->induk_id, which->sesudah, which->most,
					      out, count);
	return sql_kontak_units_found(job, query_pattern(job->mem, which->cari), which->jalur,
				      which->sesudah, which->most, out, count);
}

struct str kontak_jam(const struct kontak *kontak, enum jam_hari hari)
{
	const struct str of[JAM_HARI_COUNT] = {kontak->jam_kerja, kontak->jam_jumat,
					       kontak->jam_sabtu, kontak->jam_minggu};

	return of[hari];
}

bool kontak_has_jam(const struct kontak *kontak)
{
	for (int hari = 0; hari < JAM_HARI_COUNT; hari++)
		if (kontak_jam(kontak, (enum jam_hari)hari).len > 0)
			return true;
	return false;
}

static struct str clock_of(struct job *job, int minute)
{
	return str_format(job->mem, "%02d.%02d %.*s", minute / 60, minute % 60,
			  STR_ARG(zona_key(job->actor->zona)));
}

static struct str opens_on(struct job *job, struct date day, int ahead, int minute)
{
	struct str when = ahead == 0   ? SAY(job->mem, "hari ini")
			  : ahead == 1 ? SAY(job->mem, "besok")
			  : ahead < 7  ? say_day_name(job->mem, day)
				       : say_date(job->mem, day);

	return say_format(job->mem, "Tutup. Buka lagi %.*s pukul %.*s", STR_ARG(when),
			  STR_ARG(clock_of(job, minute)));
}

/* "Tutup. Buka lagi besok pukul 08.00 WIT", and today's reason where one was said. */
static struct str closed_sentence(struct job *job, const struct kantor *kantor, int64_t minute)
{
	for (int ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
		struct date day = date_add_days(job->today, ahead);
		struct kantor_jam jam = kantor_jam_on(&kantor->waktu, day);
		if (jam.tutup > 0 && (ahead > 0 || minute < jam.buka))
			return opens_on(job, day, ahead, jam.buka);
	}
	return STR_NONE;
}

enum err kontak_buka_load(struct job *job, const struct kontak *kontak, struct kontak_buka *out)
{
	int minute = time_minute_of_day(job->now, job->actor->zona);
	struct kantor kantor;
	enum err err;

	*out = (struct kontak_buka){0};
	if (!kontak_has_jam(kontak))
		return ERR_OK;
	if ((err = kantor_load(job, &kontak->unit_id, job->today,
			       date_add_days(job->today, AHEAD_DAYS), &kantor)))
		return err;
	struct kantor_jam today = kantor_jam_on(&kantor.waktu, job->today);
	out->is_open = minute >= today.buka && minute < today.tutup;
	out->sentence = out->is_open ? say_format(job->mem, "Buka sekarang, sampai %.*s",
						  STR_ARG(clock_of(job, today.tutup)))
				     : closed_sentence(job, &kantor, minute);
	return ERR_OK;
}

/* Writes the hours out, or says which cannot be read. */
static void check_jam(struct job *job, const char *field, struct str *text)
{
	struct jam jam;

	if (jam_parse(*text, &jam))
		*text = jam_write(job->mem, jam);
	else
		problem_add(job->faults, str_from(field), "kontak.jam",
			    STR("Tulis jam buka dan tutup, misalnya 08.00-15.00, atau kosongkan."));
}

/* What the form's table cannot know: which hours are hours. */
static void check(struct job *job, struct kontak *typed)
{
	check_jam(job, "jam_kerja", &typed->jam_kerja);
	check_jam(job, "jam_jumat", &typed->jam_jumat);
	check_jam(job, "jam_sabtu", &typed->jam_sabtu);
	check_jam(job, "jam_minggu", &typed->jam_minggu);
}

static struct str canonical(struct arena *mem, const struct kontak *k)
{
	return str_format(mem, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s", STR_ARG(k->alamat),
			  STR_ARG(k->telepon), STR_ARG(k->email), STR_ARG(k->jam_kerja),
			  STR_ARG(k->jam_jumat), STR_ARG(k->jam_sabtu), STR_ARG(k->jam_minggu));
}

enum err kontak_save(struct job *job, struct kontak *typed)
{
	struct kontak stored;
	enum err err = sql_kontak_find(job, &typed->unit_id, &stored);

	if (err)
		return err;
	if (!access_allows(job->actor, PERM_KONTAK_EDIT,
			   &(struct access_record){.unit_jalur = stored.jalur}))
		return ERR_FORBIDDEN;
	if (typed->version != stored.version)
		return ERR_CONFLICT;
	check(job, typed);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_kontak_save(job, typed)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "kontak.save",
						    .object = typed->unit_id,
						    .before = canonical(job->mem, &stored),
						    .after = canonical(job->mem, typed)});
}
