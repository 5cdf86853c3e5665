/* SPDX-License-Identifier: Apache-2.0 */
/* One deed at a document: what it needs, what it changes, who did it. */
#include "audit/audit.h"
#include "base/say.h"
#include "berkas/berkas_form.h"
#include "berkas/berkas_own.h"
#include "berkas/berkas_step.h"
#include "form/form.h"
#include "generated/berkas_sql.h"
#include "kontak/jam.h"
#include "law/access.h"
#include "law/lama.h"
#include "layanan/layanan.h"

#define IN(keadaan) (1U << BERKAS_##keadaan)
#define DAY_MINUTES 1440
#define KABARI_DAYS 366 /* no new time is further away */

static const struct {
	const char *key, *label;
	unsigned from;
} deeds[] = {
#define PERBUATAN(name, key, label, from) {key, label, from},
#include "berkas/berkas_perbuatan.def"
#undef PERBUATAN
};

struct str berkas_perbuatan_key(enum berkas_perbuatan perbuatan)
{
	return str_from(deeds[perbuatan].key);
}

struct str berkas_perbuatan_label(enum berkas_perbuatan perbuatan)
{
	return str_from(deeds[perbuatan].label);
}

bool berkas_perbuatan_parse(struct str key, enum berkas_perbuatan *out)
{
	for (int i = 0; i < BERKAS_DO_COUNT; i++) {
		if (!str_is(key, deeds[i].key))
			continue;
		*out = (enum berkas_perbuatan)i;
		return true;
	}
	return false;
}

bool berkas_can(const struct berkas *berkas, enum berkas_perbuatan perbuatan)
{
	if (perbuatan == BERKAS_DO_MUNDUR && berkas->keadaan == BERKAS_JALAN &&
	    berkas->langkah <= 1)
		return false;
	return (deeds[perbuatan].from >> berkas->keadaan & 1U) != 0;
}

/* A deed in hand. */
struct doing {
	struct berkas *b;
	const struct berkas_aksi *said;
	struct kantor kantor;
	enum janji_satuan satuan; /* of its promise */
	int steps; /* of its standard */
	struct berkas_jejak jejak;
};

static enum err begin(struct job *job, struct doing *doing)
{
	struct standar standar;
	enum err err = berkas_office(job, doing->b, &doing->kantor);

	if (err || (err = standar_load(job, &doing->b->layanan_id, doing->b->nomor, &standar)))
		return err;
	doing->steps = standar.langkah_count > 0 ? standar.langkah_count : 1;
	if (!janji_satuan_parse(doing->b->janji_satuan, &doing->satuan))
		doing->satuan = JANJI_HARI_KERJA;
	return ERR_OK;
}

static int64_t minute_of(const struct doing *doing, int64_t moment)
{
	return janji_minute(moment, doing->kantor.zona);
}

static enum err count(struct job *job, const struct doing *doing, int sign)
{
	const struct berkas *b = doing->b;
	bool is_on_time = minute_of(doing, b->selesai_at) <= minute_of(doing, b->janji_at);
	struct berkas_hari row = {.layanan_id = b->layanan_id,
				  .pelaku_id = b->pelaku_id,
				  .tanggal = date_of_time(b->selesai_at, doing->kantor.zona),
				  .ukuran = doing->satuan == JANJI_HARI_KERJA ? STR("hari")
									      : STR("menit"),
				  .lama = b->lama,
				  .selesai = sign,
				  .tepat = is_on_time ? sign : 0};

	return sql_hari_add(job, &row);
}

static enum err finish(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;

	b->keadaan = BERKAS_SIAP;
	b->langkah = doing->steps;
	b->selesai_at = job->now;
	b->pelaku_id = berkas_pelaku(job, b);
	b->lama = janji_lama(&doing->kantor.waktu, doing->satuan, minute_of(doing, b->lengkap_at),
			     minute_of(doing, job->now)) -
		  b->tunggu_lama;
	if (b->lama < 0)
		b->lama = 0; /* parts of days were rounded */
	return count(job, doing, 1);
}

static enum err next_step(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;

	doing->jejak.langkah = b->langkah;
	if (doing->said->rak.len > 0)
		b->rak = doing->said->rak;
	if (b->langkah + 1 >= doing->steps)
		return finish(job, doing);
	b->langkah++;
	return ERR_OK;
}

static enum err step_back(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;
	enum err err = ERR_OK;

	if (b->keadaan == BERKAS_SIAP) {
		err = count(job, doing, -1);
		b->selesai_at = b->lama = 0;
		b->pelaku_id = (struct id){.bytes = {0}};
	}
	b->keadaan = BERKAS_JALAN;
	if (b->langkah > 1)
		b->langkah--;
	doing->jejak.langkah = b->langkah;
	return err;
}

/* sentence: marked with SAID */
static enum err need_text(struct job *job, struct str text, const char *field, struct str sentence)
{
	if (str_trim(text).len > 0)
		return ERR_OK;
	problem_add(job->faults, str_from(field), "berkas.needed", sentence);
	return ERR_INVALID;
}

static enum err stand_still(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;
	enum err err =
		need_text(job, doing->said->kurang, "kurang",
			  STR(SAID("Tulis surat yang harus dibawa warga, satu baris satu surat.")));

	if (err)
		return err;
	b->keadaan = BERKAS_TUNGGU;
	b->kurang = doing->said->kurang;
	b->sebab = doing->said->sebab;
	b->sejak_at = job->now;
	b->akan_at = b->tahu_at = 0; /* the promise moves, and with it what was told of it */
	doing->jejak.catatan = b->kurang;
	return ERR_OK;
}

/* What was missing has come: the clock begins, or goes on with what was left. */
static enum err go_on(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;
	int64_t until, from = minute_of(doing, b->sejak_at), to = minute_of(doing, job->now);

	if (b->keadaan == BERKAS_KURANG)
		return berkas_complete(job, b);
	if (!janji_resumed(&doing->kantor.waktu, minute_of(doing, b->janji_at), from, to, &until)) {
		problem_add(job->faults, STR("aksi"), "berkas.never_open",
			    STR("Kantor ini tidak buka lagi menurut jamnya. Isi jam bukanya "
				"dahulu."));
		return ERR_INVALID;
	}
	b->janji_at = janji_moment(until, doing->kantor.zona);
	b->tunggu_lama += janji_lama(&doing->kantor.waktu, doing->satuan, from, to);
	b->keadaan = BERKAS_JALAN;
	b->kurang = b->sebab = STR_NONE;
	b->sejak_at = 0;
	return ERR_OK;
}

static int64_t new_time(struct job *job, const struct doing *doing)
{
	const struct berkas_aksi *said = doing->said;
	int clock;

	if (date_is_none(said->akan_tanggal)) {
		problem_add(job->faults, STR("akan_tanggal"), "berkas.day",
			    STR("Isi hari dokumennya selesai."));
		return 0;
	}
	if (!jam_clock_parse(said->akan_jam, &clock)) {
		problem_add(job->faults, STR("akan_jam"), "berkas.clock",
			    STR("Isi jamnya, misalnya 14.00."));
		return 0;
	}
	return time_of_date(said->akan_tanggal, clock, doing->kantor.zona);
}

/* Told before he asks: why, and until when instead (STD-06). */
static enum err tell(struct job *job, struct doing *doing)
{
	struct berkas *b = doing->b;
	int64_t when = new_time(job, doing);

	(void)need_text(job, doing->said->sebab, "sebab",
			STR(SAID("Tulis sebabnya, dengan kata yang dipahami warga.")));
	if (when > 0 && (when <= job->now || when <= b->janji_at))
		problem_add(job->faults, STR("akan_tanggal"), "berkas.early",
			    STR("Waktu barunya sesudah sekarang dan sesudah janji semula."));
	if (when > job->now + KABARI_DAYS * DAY_MINUTES * INT64_C(60000000))
		problem_add(job->faults, STR("akan_tanggal"), "berkas.far",
			    STR("Waktu barunya paling lama setahun lagi."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	b->akan_at = when;
	b->tahu_at = job->now;
	b->sebab = str_trim(doing->said->sebab);
	doing->jejak.catatan = b->sebab;
	return ERR_OK;
}

static enum err keep_at(struct job *job, struct doing *doing)
{
	enum err err =
		need_text(job, doing->said->rak, "rak",
			  STR(SAID("Tulis rak atau map tempatnya disimpan, misalnya C-12.")));

	if (!err)
		doing->jejak.catatan = doing->b->rak = str_trim(doing->said->rak);
	return err;
}

static enum err hand_over(struct job *job, struct doing *doing)
{
	doing->b->keadaan = BERKAS_SELESAI;
	doing->b->serah_at = job->now;
	return ERR_OK;
}

static enum err withdraw(struct job *job, struct doing *doing)
{
	enum err err = need_text(job, doing->said->sebab, "sebab",
				 STR(SAID("Tulis sebab dibatalkan, misalnya: diminta warga.")));

	if (err)
		return err;
	doing->b->keadaan = BERKAS_BATAL;
	doing->jejak.catatan = doing->b->sebab = str_trim(doing->said->sebab);
	return ERR_OK;
}

static enum err change(struct job *job, struct doing *doing)
{
	static enum err (*const of[BERKAS_DO_COUNT])(struct job *, struct doing *) = {
		[BERKAS_DO_SURAT] = go_on,	[BERKAS_DO_LANGKAH] = next_step,
		[BERKAS_DO_MUNDUR] = step_back, [BERKAS_DO_TUNGGU] = stand_still,
		[BERKAS_DO_KABARI] = tell,	[BERKAS_DO_RAK] = keep_at,
		[BERKAS_DO_SERAH] = hand_over,	[BERKAS_DO_BATAL] = withdraw};

	return of[doing->said->aksi](job, doing);
}

enum err berkas_do(struct job *job, const struct berkas_aksi *said, struct berkas *out)
{
	struct berkas b;
	struct doing doing = {.b = &b, .said = said};
	enum err err = berkas_load(job, &said->berkas_id, &b);

	if (err)
		return err;
	if (said->version != b.version || !berkas_can(&b, said->aksi))
		return ERR_CONFLICT;
	form_check(&berkas_aksi_form, said, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	doing.jejak = (struct berkas_jejak){.perbuatan = berkas_perbuatan_key(said->aksi),
					    .langkah = b.langkah};
	if ((err = begin(job, &doing)) || (err = change(job, &doing)) ||
	    (err = berkas_place(job, &b)) || (err = sql_berkas_update(job, &b)) ||
	    (err = berkas_told(job, &b, &doing.jejak,
			       str_cstr(job->mem, str_join(job->mem, STR("berkas."),
							   doing.jejak.perbuatan)))))
		return err;
	return berkas_load(job, &said->berkas_id, out);
}

enum err berkas_forget(struct job *job, int most, int64_t *count)
{
	enum err err;

	*count = 0;
	if ((err = sql_jejak_forget(job, job->today, most)) ||
	    (err = sql_berkas_forget(job, job->today, most, count)) || *count == 0)
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "berkas.hapus",
						    .reason = str_format(job->mem, "%lld berkas",
									 (long long)*count)});
}
