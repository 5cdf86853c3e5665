/* SPDX-License-Identifier: Apache-2.0 */
/* Documents in words. */
#include "berkas/berkas_words.h"

#include "base/name.h"
#include "base/say.h"
#include "berkas/berkas_step.h"
#include "law/access.h"

#define NEAR_DAYS 6
#define DAY_HUNDREDTHS 100
#define HOUR 60
#define HOURS_WITH_MINUTES 10

struct str berkas_clock(struct job *job, int64_t at, enum zona zona)
{
	return str_format(job->mem, "%.*s %.*s", STR_ARG(say_clock(job->mem, at, zona)),
			  STR_ARG(zona_key(zona)));
}

struct str berkas_day(struct job *job, int64_t at, enum zona zona)
{
	struct date day = date_of_time(at, zona);

	return str_format(job->mem, "%.*s, %d %.*s", STR_ARG(say_day_name(job->mem, day)), day.day,
			  STR_ARG(say_month_name(job->mem, day.month)));
}

struct str berkas_when(struct job *job, int64_t at, enum zona zona)
{
	struct str clock = say_clock(job->mem, at, zona);
	struct date day = date_of_time(at, zona);
	int32_t ahead = date_days(day) - date_days(date_of_time(job->now, zona));

	if (ahead == 0)
		return say_format(job->mem, "Hari ini %.*s", STR_ARG(clock));
	if (ahead == -1)
		return say_format(job->mem, "Kemarin %.*s", STR_ARG(clock));
	if (ahead == 1)
		return say_format(job->mem, "Besok %.*s", STR_ARG(clock));
	return str_format(job->mem, "%.*s %.*s",
			  STR_ARG(ahead > -NEAR_DAYS && ahead < NEAR_DAYS
					  ? say_day_name(job->mem, day)
					  : say_date_short(job->mem, day)),
			  STR_ARG(clock));
}

struct str berkas_span(struct job *job, const struct kantor *kantor, int64_t from, int64_t to)
{
	int64_t begins = janji_minute(from, kantor->zona), ends = janji_minute(to, kantor->zona);
	int64_t days = janji_lama(&kantor->waktu, JANJI_HARI_KERJA, begins, ends);
	int64_t minutes = janji_lama(&kantor->waktu, JANJI_MENIT, begins, ends);
	int hours = (int)(minutes / HOUR), rest = (int)(minutes % HOUR);

	if (days >= 2 * DAY_HUNDREDTHS)
		return say_format(job->mem, "%d hari kerja", (int)(days / DAY_HUNDREDTHS));
	if (hours == 0)
		return say_format(job->mem, "%d menit", rest);
	if (rest == 0 || hours >= HOURS_WITH_MINUTES)
		return say_format(job->mem, "%d jam", hours);
	return say_format(job->mem, "%d jam %d menit", hours, rest);
}

enum berkas_janji berkas_janji_of(const struct job *job, const struct berkas *b)
{
	if (b->keadaan != BERKAS_JALAN)
		return BERKAS_DIAM;
	if (b->janji_at < job->now)
		return BERKAS_TELAT;
	if (b->akan_at > 0)
		return BERKAS_AKAN;
	return date_compare(date_of_time(b->janji_at, b->zona), date_of_time(job->now, b->zona)) > 0
		       ? BERKAS_TEPAT
		       : BERKAS_HARI;
}

bool berkas_is_untold(const struct job *job, const struct berkas *b)
{
	return berkas_janji_of(job, b) == BERKAS_TELAT && b->akan_at < job->now;
}

static struct str first_line(struct str lines)
{
	struct str rest;

	return str_cut(lines, '\n', &rest);
}

/* "Sitti R.": enough to call somebody, and no more in a list. */
static struct str short_name(struct job *job, const struct berkas *b)
{
	struct str bare = name_bare(b->nama), called = name_called(b->nama), rest;

	if (b->nama.len == 0)
		return SAY(job->mem, "Nama sudah dihapus");
	rest = str_trim(str_slice(bare, called.len, bare.len));
	if (!str_starts(bare, str_cstr(job->mem, called)) || rest.len == 0)
		return called;
	return str_format(job->mem, "%.*s %.*s.", STR_ARG(called),
			  STR_ARG(name_initials(job->mem, rest, 1)));
}

static void look_clock(struct job *job, const struct kantor *kantor, const struct berkas *b,
		       struct berkas_rupa *out)
{
	struct str left;

	out->langkah = b->langkah_nama;
	out->langkah_kecil = b->akan_at > 0 ? b->sebab : b->rak;
	out->janji = berkas_when(job, b->janji_at, b->zona);
	out->tag = "";
	out->icon = NULL;
	out->keadaan = berkas_keadaan_label(b->keadaan);
	left = berkas_span(job, kantor, job->now, b->janji_at);
	out->janji_kecil = say_format(job->mem, "%.*s lagi", STR_ARG(left));
	if (b->akan_at > 0)
		out->janji_kecil = say_format(job->mem, "warga tahu, baru %.*s",
					      STR_ARG(berkas_when(job, b->akan_at, b->zona)));
	switch (berkas_janji_of(job, b)) {
	case BERKAS_TELAT:
		out->tag = "bad";
		out->icon = "flag";
		out->keadaan = say_format(job->mem, "Lewat %.*s",
					  STR_ARG(berkas_span(job, kantor, b->janji_at, job->now)));
		break;
	case BERKAS_AKAN:
		out->tag = "bad";
		out->icon = "flag";
		out->keadaan = SAY(job->mem, "Akan lewat");
		break;
	case BERKAS_HARI:
		out->tag = "wait";
		out->icon = "clock";
		out->keadaan = SAY(job->mem, "Hari ini");
		break;
	default: out->keadaan = say(job->mem, out->keadaan);
	}
	if (out->is_untold)
		out->janji_kecil = SAY(job->mem, "warga belum diberi tahu");
}

/* "2 jam lebih cepat", "tepat waktu", "1 jam lewat janji" */
static struct str compared(struct job *job, const struct kantor *kantor, const struct berkas *b)
{
	int64_t done = janji_minute(b->selesai_at, kantor->zona),
		due = janji_minute(b->janji_at, kantor->zona);
	struct str span;

	if (done == due)
		return SAY(job->mem, "tepat waktu");
	span = done < due ? berkas_span(job, kantor, b->selesai_at, b->janji_at)
			  : berkas_span(job, kantor, b->janji_at, b->selesai_at);
	return done < due ? say_format(job->mem, "%.*s lebih cepat", STR_ARG(span))
			  : say_format(job->mem, "%.*s lewat janji", STR_ARG(span));
}

static void look_still(struct job *job, const struct kantor *kantor, const struct berkas *b,
		       struct berkas_rupa *out)
{
	bool is_done = b->keadaan == BERKAS_SIAP || b->keadaan == BERKAS_SELESAI;

	out->tag = b->keadaan == BERKAS_SIAP ? "ok" : "";
	out->icon = b->keadaan == BERKAS_SIAP ? "check" : NULL;
	out->keadaan = out->langkah = say(job->mem, berkas_keadaan_label(b->keadaan));
	out->langkah_kecil = is_done ? b->rak : first_line(b->kurang);
	if (is_done) {
		out->janji = say_format(job->mem, "Selesai %.*s",
					STR_ARG(berkas_when(job, b->selesai_at, b->zona)));
		out->janji_kecil = compared(job, kantor, b);
	} else if (b->keadaan != BERKAS_BATAL) {
		out->janji = b->keadaan == BERKAS_TUNGGU ? SAY(job->mem, "Berhenti")
							 : SAY(job->mem, "Belum dihitung");
		out->janji_kecil = say_format(job->mem, "sejak %.*s",
					      STR_ARG(berkas_when(job, b->sejak_at, b->zona)));
	}
}

static void look_ahead(struct job *job, const struct berkas *b, struct berkas_rupa *out)
{
	out->has_next = true;
	switch (b->keadaan) {
	case BERKAS_JALAN:
		out->next = out->is_untold ? BERKAS_DO_KABARI : BERKAS_DO_LANGKAH;
		out->next_asks = out->is_untold;
		out->next_says = out->is_untold ? SAY(job->mem, "Beri tahu warga")
						: SAY(job->mem, "Langkah selesai");
		break;
	case BERKAS_KURANG:
	case BERKAS_TUNGGU:
		out->next = BERKAS_DO_SURAT;
		out->next_says = SAY(job->mem, "Surat diterima");
		break;
	case BERKAS_SIAP:
		out->next = BERKAS_DO_SERAH;
		out->next_says = SAY(job->mem, "Serahkan");
		break;
	default: out->has_next = false;
	}
}

void berkas_look(struct job *job, const struct kantor *kantor, const struct berkas *b,
		 struct berkas_rupa *out)
{
	*out = (struct berkas_rupa){.kode = berkas_kode_text(job->mem, b->kode),
				    .pemohon = short_name(job, b),
				    .is_untold = berkas_is_untold(job, b),
				    .url = str_format(job->mem, "/berkas/%.*s",
						      STR_ARG(id_str(job->mem, &b->berkas_id)))};
	if (b->keadaan == BERKAS_JALAN)
		look_clock(job, kantor, b, out);
	else
		look_still(job, kantor, b, out);
	look_ahead(job, b, out);
}

enum err berkas_look_all(struct job *job, const struct berkas *rows, int count,
			 struct berkas_rupa **out)
{
	struct kantor *offices = arena_array(job->mem, struct kantor, count + 1);
	enum err err = ERR_OK;

	*out = arena_array(job->mem, struct berkas_rupa, count + 1);
	for (int i = 0; !err && i < count; i++) {
		int known = 0;
		while (known < i && !id_equal(&rows[known].unit_id, &rows[i].unit_id))
			known++;
		if (known < i)
			offices[i] = offices[known];
		else /* from the oldest that may stand on the page */
			err = kantor_load(job, &rows[i].unit_id, date_add_months(job->today, -12),
					  date_add_months(job->today, 12), &offices[i]);
		if (!err)
			berkas_look(job, &offices[i], &rows[i], &(*out)[i]);
	}
	return err;
}
