/* SPDX-License-Identifier: Apache-2.0 */
/* The daily digest: account after account is asked what waits, takes its turn, and the mail goes
   while no store is held. */
#include "kabar/digest.h"

#include "account/account_actor.h"
#include "base/say.h"
#include "db/store.h"
#include "generated/kabar_sql.h"
#include "kabar/duty.h"
#include "kabar/mail.h"
#include "kabar/notice.h"
#include "org/org.h"

#include <stdatomic.h>

#define TURNS 100 /* read at once */

/* One agency's round. */
struct round {
	struct arena *mem;
	struct store *store;
	struct id instansi;
	enum zona zona;
	int64_t now;
	struct id after;
	int count;
	struct digest_turn *turns;
	const _Atomic bool *is_stopping;
};

struct agencies {
	struct arena *mem;
	int count;
	struct kabar_agency *at;
};

static enum err agencies_work(struct db *db, void *arg)
{
	struct agencies *agencies = arg;

	return sql_kabar_agencies(JOB_OF(db, agencies->mem), &agencies->at, &agencies->count);
}

static enum err next_work(struct db *db, void *arg)
{
	struct round *round = arg;
	enum err err;

	round->turns = NULL;
	round->count = 0;
	if ((err = sql_digest_next(JOB_OF(db, round->mem), date_of_time(round->now, round->zona),
				   &round->after, TURNS, &round->turns, &round->count)))
		return err;
	if (round->count > 0)
		round->after = round->turns[round->count - 1].akun_id;
	return ERR_OK;
}

/* What waits for one account. */
struct look {
	const struct round *round;
	struct arena *mem;
	const struct digest_turn *turn;
	int64_t duties, unread;
	struct str address;
};

static enum err look_work(struct db *db, void *arg)
{
	struct look *look = arg;
	struct actor actor;
	struct problems faults;
	int64_t counts[DUTY_COUNT];
	struct job job = {.mem = look->mem,
			  .db = db,
			  .actor = &actor,
			  .faults = &faults,
			  .now = look->round->now,
			  .today = date_of_time(look->round->now, look->round->zona)};
	enum err err;

	problems_init(&faults, look->mem);
	if ((err = account_actor(&job, &look->turn->akun_id, &actor)))
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if (actor.has_bahasa)
		arena_set_bahasa(look->mem, actor.bahasa);
	if ((err = duty_counts(&job, counts)) || (err = notice_count_unread(&job, &look->unread)) ||
	    (err = public_address_load(&job, &look->address)))
		return err;
	for (int i = 0; i < DUTY_COUNT; i++)
		look->duties += counts[i] > 0;
	return ERR_OK;
}

struct str digest_words(struct arena *mem, int64_t duties, int64_t unread, struct str address)
{
	struct str where = SAY(mem, "Buka Abdi, lalu pilih lonceng di sudut kanan atas.");
	struct str what = say_format(mem, "%d hal menunggu Anda, %d kabar belum Anda buka.",
				     (int)duties, (int)unread);
	struct str why = SAY(mem, "Surel ini dikirim sekali sehari, hanya bila ada yang menunggu. "
				  "Isinya hanya jumlah.");
	struct str end = SAY(mem, "Untuk berhenti: halaman Kabar, bagian Ringkasan harian.");

	if (address.len > 0)
		where = str_format(mem, "%.*s/kabar", STR_ARG(address));
	return str_format(mem, "%.*s\n\n%.*s\n\n%.*s\n%.*s\n", STR_ARG(what), STR_ARG(where),
			  STR_ARG(why), STR_ARG(end));
}

static enum err take_work(struct db *db, void *arg)
{
	const struct look *look = arg;
	struct date today = date_of_time(look->round->now, look->round->zona);
	int64_t changed = 0;
	enum err err =
		sql_digest_take_turn(JOB_OF(db, NULL), &look->turn->akun_id, today, &changed);

	if (err)
		return err;
	return changed > 0 ? ERR_OK : ERR_CONFLICT; /* another process has it */
}

static enum err give_back_work(struct db *db, void *arg)
{
	const struct look *look = arg;

	return sql_digest_give_back(JOB_OF(db, NULL), &look->turn->akun_id);
}

static enum err send_mail(struct look *look)
{
	struct mail mail = {
		.to = look->turn->address,
		.subject = say_format(look->mem, "Abdi: %d hal menunggu Anda",
				      (int)(look->duties + look->unread)),
		.body = digest_words(look->mem, look->duties, look->unread, look->address)};
	enum err err = mail_send(&mail, look->round->is_stopping);

	if (err != ERR_IO)
		return ERR_OK; /* an address that is none costs nobody else the day */
	(void)!store_write(look->round->store, &look->round->instansi, give_back_work, look);
	return err;
}

static enum err take_turn(const struct round *round, const struct digest_turn *turn)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct look look = {.round = round, .mem = mem, .turn = turn};
	enum err err;

	if ((err = store_read(round->store, &round->instansi, look_work, &look)))
		return err;
	if ((err = store_write(round->store, &round->instansi, take_work, &look)))
		return err == ERR_CONFLICT ? ERR_OK : err;
	return look.duties + look.unread > 0 ? send_mail(&look) : ERR_OK;
}

static enum err run_round(struct round *round)
{
	enum err err;

	do {
		arena_clear(round->mem);
		if ((err = store_read(round->store, &round->instansi, next_work, round)))
			return err;
		for (int i = 0; !err && i < round->count && !atomic_load(round->is_stopping); i++)
			err = take_turn(round, &round->turns[i]);
	} while (!err && round->count == TURNS && !atomic_load(round->is_stopping));
	return err;
}

static enum zona zona_of(const struct kabar_agency *agency)
{
	enum zona zona;

	return zona_parse(agency->zona, &zona) ? zona : ZONA_WIB;
}

enum err digest_run(struct store *store, struct digest_hours hours, int64_t now,
		    const _Atomic bool *is_stopping)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	CLEANUP(arena_close) struct arena *turns = arena_make();
	struct agencies agencies = {.mem = mem};
	enum err err = store_read(store, NULL, agencies_work, &agencies);

	for (int i = 0; !err && i < agencies.count && !atomic_load(is_stopping); i++) {
		struct round round = {.mem = turns,
				      .store = store,
				      .instansi = agencies.at[i].instansi_id,
				      .zona = zona_of(&agencies.at[i]),
				      .now = now,
				      .after = {{[15] = 1}}, /* below every id */
				      .is_stopping = is_stopping};
		int hour = time_minute_of_day(now, round.zona) / 60;
		if (hour >= hours.from && hour < hours.until)
			err = run_round(&round);
	}
	return err;
}

/* ---- Each account's choice ---- */

/* An account without a person has no address. */
static enum err load_choice(struct job *job, struct digest_stored *out)
{
	enum err err = sql_digest_choice(job, &job->actor->akun_id, out);

	if (err == ERR_NOT_FOUND)
		*out = (struct digest_stored){.address = STR_NONE};
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* "yohana@kota.go.id" -> "y…@kota.go.id" */
static struct str hide(struct arena *mem, struct str address)
{
	struct str domain, local = str_cut(address, '@', &domain);

	return str_format(mem, "%.*s…@%.*s", local.len > 0 ? 1 : 0, local.at, STR_ARG(domain));
}

enum err digest_choice_load(struct job *job, struct digest_choice *out)
{
	struct digest_stored stored;
	enum err err = load_choice(job, &stored);

	if (err)
		return err;
	*out = (struct digest_choice){.address = STR_NONE, .is_off = stored.is_off};
	if (mail_address_is_sound(stored.address))
		out->address = hide(job->mem, stored.address);
	return ERR_OK;
}

enum err digest_choose(struct job *job, bool is_off)
{
	return sql_digest_choose(job, &job->actor->akun_id, is_off);
}

enum err digest_own_address(struct job *job, struct str *out)
{
	struct digest_stored stored;
	enum err err = load_choice(job, &stored);

	if (err)
		return err;
	*out = stored.address;
	return mail_address_is_sound(*out) ? ERR_OK : ERR_NOT_FOUND;
}
