/* SPDX-License-Identifier: Apache-2.0 */
/* The night: what came today goes where it counts, or into quarantine, in random order; what lay
   there of the same month is laid anew with it, so that all rows of a month are of one moment. */
#include "audit/audit.h"
#include "base/crypto.h"
#include "base/fold.h"
#include "base/log.h"
#include "generated/suara_sql.h"
#include "law/access.h"
#include "org/org.h"
#include "suara/suara_own.h"
#include "suara/suara_staff.h"

#define NAME_LETTERS 3
#define NAMES_AT_ONCE 8

/* --- staff's names --- */

static enum err lay_name(struct job *job, struct str nama)
{
	struct fold fold;
	enum err err = ERR_OK;

	fold_words(job->mem, nama, &fold);
	for (int i = 0; i < fold.count && !err; i++)
		if (fold.word[i].len >= NAME_LETTERS)
			err = sql_malam_name_insert(job, fold.word[i]);
	return err;
}

static enum err lay_names(struct job *job)
{
	struct str *names;
	int count = 0;
	enum err err;

	if ((err = sql_malam_names_clear(job)) || (err = sql_malam_names_all(job, &names, &count)))
		return err;
	for (int i = 0; i < count && !err; i++)
		err = lay_name(job, names[i]);
	return err;
}

enum err suara_names_in(struct job *job, struct str text, struct suara_names *out)
{
	struct str *words = arena_array(job->mem, struct str, SUARA_MASK_WORDS + NAMES_AT_ONCE);
	struct str *found = arena_array(job->mem, struct str, SUARA_MASK_WORDS + NAMES_AT_ONCE);
	int count = suara_mask_words(job->mem, text, words), kept = 0;

	for (int i = count; i < count + NAMES_AT_ONCE; i++)
		words[i] = STR_NONE;
	for (int i = 0; i < count; i += NAMES_AT_ONCE) {
		const struct str *w = words + i;
		struct str *rows;
		int row_count = 0;
		enum err err = sql_suara_names_among(job, w[0], w[1], w[2], w[3], w[4], w[5], w[6],
						     w[7], &rows, &row_count);
		if (err)
			return err;
		for (int row = 0; row < row_count; row++)
			found[kept++] = rows[row];
	}
	*out = (struct suara_names){found, kept};
	return ERR_OK;
}

/* --- quarantine --- */

/* Gives it an id and lists it among what waits for a person. */
static enum err hold(struct job *job, struct karantina *held)
{
	enum err err;

	held->karantina_id = suara_random_id();
	if ((err = sql_karantina_insert(job, held)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "suara.hold",
						    .object = held->karantina_id,
						    .reason = str_format(job->mem, "%lld suara",
									 (long long)held->jumlah)});
}

static enum err hold_place(struct job *job, const struct kelompok *group, int bulan)
{
	struct karantina held = {.unit_id = group->unit_id,
				 .lingkup_id = group->lingkup_id,
				 .bulan = bulan,
				 .sebab = STR("tempat"),
				 .jumlah = group->jumlah};
	enum err err;

	if ((err = hold(job, &held)) ||
	    (err = sql_malam_place_move(job, group, &held.karantina_id, bulan)) ||
	    (err = sql_malam_place_words(job, group, &held.karantina_id, bulan)) ||
	    (err = sql_malam_place_clear(job, group)) ||
	    (err = sql_malam_place_words_clear(job, group)))
		return err;
	return sql_malam_place_traits_clear(job, group);
}

static enum err hold_alike(struct job *job, const struct serupa *group, int bulan)
{
	struct karantina held = {.unit_id = group->unit_id,
				 .lingkup_id = group->lingkup_id,
				 .bulan = bulan,
				 .sebab = STR("serupa"),
				 .jumlah = group->jumlah};
	enum err err;

	if ((err = hold(job, &held)) ||
	    (err = sql_malam_alike_move(job, group, &held.karantina_id, bulan)) ||
	    (err = sql_malam_alike_words(job, group, &held.karantina_id, bulan)) ||
	    (err = sql_malam_alike_words_clear(job, group)) ||
	    (err = sql_malam_alike_traits_clear(job, group)))
		return err;
	return sql_malam_alike_clear(job, group);
}

/* Days of one month: from the first to the one before until; is_over: that is its last. */
struct span {
	int bulan;
	struct date from, until;
	bool is_over;
};

static enum err hold_forged(struct job *job, const struct span *span)
{
	struct kelompok *places;
	struct serupa *alike;
	struct law_values law;
	int count = 0;
	enum err err;

	if ((err = setelan_values_load(job, job->today, &law)) ||
	    (err = sql_malam_places(job, span->from, span->until, law.of[LAW_suara_tempat_hari],
				    &places, &count)))
		return err;
	for (int i = 0; i < count && !err; i++)
		err = hold_place(job, &places[i], span->bulan);
	if (err || (err = sql_malam_alike(job, span->from, span->until,
					  law.of[LAW_suara_serupa_jam], &alike, &count)))
		return err;
	for (int i = 0; i < count && !err; i++)
		err = hold_alike(job, &alike[i], span->bulan);
	return err;
}

/* --- moving --- */

static enum err move_ticks(struct job *job, const struct span *span, int64_t *moved)
{
	enum err err;

	if ((err = sql_malam_rest_move(job, span->bulan, span->from, span->until, moved)) ||
	    (err = sql_malam_month_lift(job, span->bulan)) ||
	    (err = sql_malam_month_clear(job, span->bulan)) || (err = sql_malam_month_lay(job)))
		return err;
	return sql_malam_acak_clear(job);
}

/* Once more against the names as they are tonight. */
static enum err mask_again(struct job *job, struct kata_baris *row)
{
	struct suara_names names;
	enum err err = suara_names_in(job, row->isi, &names);

	if (!err)
		row->isi = suara_mask(job->mem, row->isi, &names);
	return err;
}

static enum err move_words(struct job *job, const struct span *span)
{
	struct kata_baris *rows;
	struct law_values law;
	int count = 0;
	enum err err;

	if ((err = setelan_values_load(job, job->today, &law)) ||
	    (err = sql_malam_words_waiting(job, span->from, span->until, law.of[LAW_suara_min],
					   span->is_over, &rows, &count)))
		return err;
	for (int i = 0; i < count && !err; i++)
		if (!(err = mask_again(job, &rows[i])))
			err = sql_malam_word_move(job, &rows[i], span->bulan);
	if (err || (err = sql_malam_words_clear(job)) ||
	    (err = sql_malam_words_lift(job, span->bulan)) ||
	    (err = sql_malam_words_month_clear(job, span->bulan)) ||
	    (err = sql_malam_words_lay(job)) || (err = sql_malam_words_acak_clear(job)))
		return err;
	return suara_tema_month(job, span->bulan);
}

static enum err move_traits(struct job *job, const struct span *span)
{
	enum err err = sql_malam_traits_sum(job, span->bulan, span->from, span->until);

	return err ? err : sql_malam_traits_touch(job, span->bulan);
}

static enum err move_month(struct job *job, const struct span *span, int64_t *moved)
{
	int64_t ticks = 0;
	enum err err;

	if ((err = hold_forged(job, span)) || (err = move_ticks(job, span, &ticks)) ||
	    (err = move_words(job, span)) || (err = move_traits(job, span)))
		return err;
	*moved += ticks;
	return ERR_OK;
}

/* All that were ever used are laid anew with those of today: none of them tells its night. */
static enum err move_codes(struct job *job, struct date today)
{
	int64_t fresh = 0;
	enum err err;

	if ((err = sql_malam_codes_new(job, today)) ||
	    (err = sql_malam_codes_waiting_clear(job, today, &fresh)) || fresh == 0)
		return err;
	if ((err = sql_malam_codes_lift(job)) || (err = sql_malam_codes_clear(job)) ||
	    (err = sql_malam_codes_lay(job)))
		return err;
	return sql_malam_codes_acak_clear(job);
}

static enum err clear_day(struct job *job, struct date today)
{
	enum err err;

	if ((err = sql_malam_masuk_clear(job, today)) ||
	    (err = sql_malam_words_lose_place(job, today, STR_NONE)) ||
	    (err = sql_malam_traits_clear(job, today)))
		return err;
	return sql_malam_keys_clear(job, today);
}

static struct span span_of(int bulan, struct date today)
{
	struct date first = DATE((int16_t)(bulan / 100), (int8_t)(bulan % 100), 1);
	struct date next = date_add_months(first, 1);

	return date_compare(next, today) <= 0 ? (struct span){bulan, first, next, true}
					      : (struct span){bulan, first, today, false};
}

enum err suara_night(struct job *job, struct date today, int64_t *moved)
{
	bool waits = false;
	int *months, count = 0;
	enum err err;

	*moved = 0;
	if ((err = sql_malam_waits(job, today, &waits)) || !waits)
		return err;
	if ((err = lay_names(job)) || (err = suara_tema_begin(job)) ||
	    (err = sql_malam_months(job, today, &months, &count)))
		return err;
	for (int i = 0; i < count && !err; i++) {
		struct span span = span_of(months[i], today);
		err = move_month(job, &span, moved);
	}
	if (err || (err = move_codes(job, today)) || (err = clear_day(job, today)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "suara.night",
						    .reason = str_format(job->mem, "%lld suara",
									 (long long)*moved)});
}

/* --- by itself --- */

struct night {
	struct arena *mem;
	int64_t now, moved;
};

static enum err night_work(struct db *db, void *arg)
{
	struct night *night = arg;
	/* where the day ends last: the places of a day are all counted together */
	struct actor house = {.zona = ZONA_WIB};
	struct problems faults;
	struct job job = {.mem = night->mem,
			  .db = db,
			  .actor = &house,
			  .faults = &faults,
			  .now = night->now,
			  .today = date_of_time(night->now, ZONA_WIB),
			  .request_id = STR("malam")};

	problems_init(&faults, job.mem);
	return suara_night(&job, job.today, &night->moved);
}

static enum err waits_work(struct db *db, void *arg)
{
	struct night *night = arg;
	bool waits = false;
	enum err err =
		sql_malam_waits(JOB_OF(db, night->mem), date_of_time(night->now, ZONA_WIB), &waits);

	night->moved = waits;
	return err;
}

enum err suara_night_in(struct store *store, const struct id *instansi, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct night night = {mem, now, 0};
	enum err err = store_read(store, instansi, waits_work, &night);

	if (err || night.moved == 0)
		return err;
	return store_write(store, instansi, night_work, &night);
}
