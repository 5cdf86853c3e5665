/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a voice. Each part of it is kept under a random id of its own; nothing of it goes into the
   trail, the log or the keys of the house. */
#include "suara/suara.h"

#include "audit/audit.h"
#include "audit/secret.h"
#include "base/crypto.h"
#include "base/say.h"
#include "generated/suara_sql.h"
#include "law/access.h"
#include "layanan/layanan.h"
#include "org/org.h"
#include "suara/suara_kode.h"
#include "suara/suara_own.h"

#include <pthread.h>

#define UNIT_SLUG "unit-"
#define SECRET_NAME STR("suara.kode")
#define PLACE_LEN 16
#define TICK_MAX 4
#define MINUTES_AN_HOUR 60

struct id suara_random_id(void)
{
	struct id id = {{0}};

	crypto_random(id.bytes, sizeof(id.bytes));
	return id;
}

/* A service has its name in English too, where somebody wrote it. */
static struct str said_name(const struct job *job, const struct layanan *l)
{
	return job->actor->bahasa == BAHASA_EN && l->nama_en.len > 0 ? l->nama_en : l->nama;
}

enum err suara_lingkup_load(struct job *job, struct str slug, struct suara_lingkup *out)
{
	struct layanan l;
	struct id unit_id;
	enum err err;

	*out = (struct suara_lingkup){.slug = slug};
	if (str_starts(slug, UNIT_SLUG)) {
		if (!id_parse(str_slice(slug, sizeof(UNIT_SLUG) - 1, slug.len), &unit_id))
			return ERR_NOT_FOUND;
		err = sql_suara_unit_find(job, &unit_id, out);
		out->slug = slug;
		out->bentuk = STR("tiga");
		out->is_unit = true;
		return err;
	}
	if ((err = layanan_by_slug(job, slug, &l)))
		return err;
	*out = (struct suara_lingkup){.lingkup_id = l.layanan_id,
				      .unit_id = l.unit_id,
				      .slug = slug,
				      .nama = said_name(job, &l),
				      .unit_nama = l.unit_nama,
				      .unit_jalur = l.unit_jalur,
				      .bentuk = l.suara_bentuk};
	return l.is_aktif ? ERR_OK : ERR_NOT_FOUND;
}

/* --- the place --- */

static pthread_mutex_t place_lock = PTHREAD_MUTEX_INITIALIZER;
static struct date place_day; /* both under place_lock */
static uint8_t place_key[CRYPTO_HASH_LEN];

struct str suara_asal(struct arena *mem, struct str address, struct date day)
{
	uint8_t key[CRYPTO_HASH_LEN], *hash = arena_alloc(mem, CRYPTO_HASH_LEN);

	pthread_mutex_lock(&place_lock);
	if (date_compare(place_day, day) != 0) {
		crypto_random(place_key, sizeof(place_key));
		place_day = day;
	}
	memcpy(key, place_key, sizeof(key));
	pthread_mutex_unlock(&place_lock);
	crypto_hash256((struct str){(const char *)key, sizeof(key)}, address, hash);
	crypto_wipe(key, sizeof(key));
	return (struct str){(const char *)hash, PLACE_LEN};
}

/* --- what may be kept --- */

static bool is_tick(int tick)
{
	return tick >= 0 && tick <= TICK_MAX;
}

static bool has_ticks(const struct suara *s)
{
	return s->persyaratan || s->prosedur || s->waktu || s->biaya || s->produk ||
	       s->kompetensi || s->perilaku || s->pengaduan || s->sarpras || s->percaya;
}

static bool ticks_are_sound(const struct suara *s)
{
	return is_tick(s->persyaratan) && is_tick(s->prosedur) && is_tick(s->waktu) &&
	       is_tick(s->biaya) && is_tick(s->produk) && is_tick(s->kompetensi) &&
	       is_tick(s->perilaku) && is_tick(s->pengaduan) && is_tick(s->sarpras) &&
	       is_tick(s->percaya);
}

static enum err check(struct job *job, const struct suara *given)
{
	if (!ticks_are_sound(given))
		return ERR_INVALID;
	if (!has_ticks(given) && str_trim(given->kata).len == 0)
		problem_add(job->faults, STR("kata"), "suara.empty",
			    STR("Jawab satu pertanyaan saja, atau tulis satu kata."));
	if (str_chars(given->kata) > SUARA_KATA_MAX)
		problem_add(job->faults, STR("kata"), "suara.long",
			    say_format(job->mem, SAID("Tulis paling banyak %d huruf."),
				       SUARA_KATA_MAX));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* A code alone says that it was used, and never what for. */
static enum err hash_of(struct job *job, struct str kode, struct str *out)
{
	uint8_t *hash = arena_alloc(job->mem, CRYPTO_HASH_LEN);
	struct str secret;
	enum err err = secret_load(job, SECRET_NAME, &secret);

	if (err)
		return err;
	crypto_hash256(secret, kode, hash);
	*out = crypto_hash_str(hash);
	return ERR_OK;
}

static enum err take_code(struct job *job, const struct suara_lingkup *lingkup, struct suara *s)
{
	struct str kode = suara_kode_plain(job->mem, s->kode), hash;
	bool is_known = false, is_used = false;
	enum err err = suara_kode_find(job, lingkup, kode, &is_known, &s->pegawai_id);

	if (err)
		return err;
	if (!is_known) {
		problem_add(job->faults, STR("kode"), "suara.kode",
			    STR("Kode ini bukan kode dokumen layanan ini yang sudah selesai. "
				"Periksa lagi, atau kosongkan."));
		return ERR_INVALID;
	}
	if ((err = hash_of(job, kode, &hash)) || (err = sql_suara_kode_used(job, hash, &is_used)))
		return err;
	if (is_used) {
		problem_add(job->faults, STR("kode"), "suara.used",
			    STR("Kode ini sudah dipakai. Satu kode, satu suara."));
		return ERR_INVALID;
	}
	s->asal = STR_NONE;
	return sql_suara_kode_insert(job, hash, job->today);
}

static int hour_of(const struct job *job)
{
	return time_minute_of_day(job->now, job->actor->zona) / MINUTES_AN_HOUR;
}

/* Words without a tick lie in no group a person judges: of one place no more come in a day than
   would be held back. */
static enum err check_words(struct job *job, const struct suara *s, const struct law_values *law)
{
	int came = 0;
	enum err err = sql_suara_place_words(job, s->asal, job->today, &came);

	if (err || came < law->of[LAW_suara_tempat_hari])
		return err;
	problem_add(job->faults, STR("kode"), "suara.words",
		    STR("Sudah banyak kata dari jaringan ini hari ini. Jawab juga satu pertanyaan, "
			"isi kode dokumen Anda, atau coba lagi besok."));
	return ERR_INVALID;
}

static enum err check_place(struct job *job, const struct suara *s)
{
	struct law_values law;
	int came = 0;
	enum err err;

	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	if (!has_ticks(s))
		return check_words(job, s, &law);
	if ((err = sql_suara_place_hour(job, s->asal, job->today, hour_of(job), &came)))
		return err;
	if (came < law.of[LAW_suara_tempat_jam])
		return ERR_OK;
	problem_add(
		job->faults, STR("kode"), "suara.crowd",
		STR("Sudah banyak suara dari jaringan ini dalam satu jam. Isi kode dokumen Anda, "
		    "atau coba lagi satu jam lagi."));
	return ERR_INVALID;
}

/* --- keeping --- */

static enum err keep_trait(struct job *job, const struct suara_lingkup *lingkup,
			   const struct suara *s, const char *hal, struct str nilai)
{
	struct id ciri_id = suara_random_id();

	return nilai.len == 0 ? ERR_OK
			      : sql_suara_ciri_masuk_insert(job, &ciri_id, &lingkup->unit_id,
							    &lingkup->lingkup_id, job->today,
							    s->asal, str_from(hal), nilai);
}

static enum err keep_traits(struct job *job, const struct suara_lingkup *lingkup,
			    const struct suara *s)
{
	enum err err;

	if ((err = keep_trait(job, lingkup, s, "umur", s->umur)) ||
	    (err = keep_trait(job, lingkup, s, "kelamin", s->kelamin)) ||
	    (err = keep_trait(job, lingkup, s, "pendidikan", s->pendidikan)) ||
	    (err = keep_trait(job, lingkup, s, "pekerjaan", s->pekerjaan)) ||
	    (err = keep_trait(job, lingkup, s, "disabilitas", s->disabilitas)))
		return err;
	return keep_trait(job, lingkup, s, "cara", s->cara);
}

static enum err keep_words(struct job *job, const struct suara_lingkup *lingkup,
			   const struct suara *s)
{
	struct id kata_id = suara_random_id();
	struct str text = str_trim(s->kata);
	struct suara_names names = {0};
	enum err err;

	if (text.len == 0)
		return ERR_OK;
	if ((err = suara_names_in(job, text, &names)))
		return err;
	return sql_suara_kata_masuk_insert(job, &kata_id, &lingkup->unit_id, &lingkup->lingkup_id,
					   job->today, s->asal, suara_mask(job->mem, text, &names));
}

static enum err keep(struct job *job, const struct suara_lingkup *lingkup, const struct suara *s)
{
	struct id masuk_id = suara_random_id();
	enum err err;

	/* ticks and words lie apart from each other */
	if (has_ticks(s) &&
	    (err = sql_suara_masuk_insert(job, s, &masuk_id, &lingkup->unit_id,
					  &lingkup->lingkup_id, job->today, hour_of(job))))
		return err;
	if ((err = keep_words(job, lingkup, s)))
		return err;
	return keep_traits(job, lingkup, s);
}

/* The form's key: true when it has spoken. */
static enum err take_key(struct job *job, struct str kunci, bool *is_again)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t fresh = 0;
	enum err err;

	*is_again = false;
	if (kunci.len == 0)
		return ERR_OK;
	/* a key is chance itself: nobody guesses what was hashed */
	crypto_hash256(STR("suara1"), kunci, hash);
	err = sql_suara_kunci_insert(job, crypto_hash_str(hash), job->today, &fresh);
	*is_again = !err && fresh == 0;
	return err;
}

/* In the trail stands that somebody spoke. The number of the request would lead to a line of the
   log, so the trail is not told it. */
static enum err tell(const struct job *job, const struct audit_entry *entry)
{
	struct job silent = *job;

	silent.request_id = STR("suara");
	return audit_add(&silent, entry);
}

enum err suara_give(struct job *job, const struct suara_lingkup *lingkup, const struct suara *given)
{
	struct suara s = *given;
	bool is_again = false;
	enum err err;

	if ((err = check(job, &s)) || (err = take_key(job, s.kunci, &is_again)) || is_again)
		return err;
	s.pegawai_id = (struct id){{0}};
	s.bentuk = str_is(s.bentuk, "sembilan") ? s.bentuk : STR("tiga");
	err = suara_kode_plain(job->mem, s.kode).len > 0 ? take_code(job, lingkup, &s)
							 : check_place(job, &s);
	if (err || (err = keep(job, lingkup, &s)))
		return err;
	return tell(job, &(struct audit_entry){.deed = "suara.give"});
}

enum err suara_give_paper(struct job *job, const struct suara_lingkup *lingkup,
			  const struct suara *given)
{
	struct suara s = *given;
	bool is_again = false;
	enum err err;

	if (!access_allows(job->actor, PERM_SUARA_WRITE,
			   &(struct access_record){.unit_jalur = lingkup->unit_jalur}))
		return ERR_FORBIDDEN;
	if ((err = check(job, &s)) || (err = take_key(job, s.kunci, &is_again)) || is_again)
		return err;
	s.pegawai_id = (struct id){{0}};
	s.asal = STR_NONE;
	s.cara = STR("kertas");
	s.bentuk = str_is(s.bentuk, "sembilan") ? s.bentuk : STR("tiga");
	if ((err = keep(job, lingkup, &s)))
		return err;
	return tell(job, &(struct audit_entry){.deed = "suara.paper", .object = lingkup->unit_id});
}
