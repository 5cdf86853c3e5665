/* SPDX-License-Identifier: Apache-2.0 */
/* Signs heads, watches chains, writes who looked, forgets what has lapsed. */
#include "app/caretaker.h"

#include "account/refused.h"
#include "account/titipan.h"
#include "app/clock_watch.h"
#include "app/public.h"
#include "audit/audit_heads.h"
#include "audit/audit_store.h"
#include "audit/chain_watch.h"
#include "audit/guard.h"
#include "audit/once.h"
#include "base/log.h"
#include "base/sys.h"
#include "http/piece.h"
#include "kabar/notice.h"
#include "trail/trail_look.h"
#include "report/report_sweep.h"
#include "suara/suara_staff.h"

#include <pthread.h>
#include <stdlib.h>

#define US_A_SECOND INT64_C(1000000)
#define SAVE_SECONDS 2 /* at most so much is forgotten when the machine dies */
#define LOOK_SECONDS 60
#define SIGN_SECONDS 3600
#define HOUSEKEEPING_SECONDS 3600
#define LEARN_SECONDS 10
#define REST_MS 50 /* between two portions */

struct caretaker {
	struct app *app;
	struct trail_looks *looks;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool is_stopping; /* under lock */
	int64_t offset; /* of the wall clock, as last seen */
};

static void sign_due(struct caretaker *caretaker)
{
	enum err err = audit_heads_sign_due(caretaker->app->store, clock_now(), SIGN_SECONDS);

	if (err && err != ERR_HALTED)
		log_error("audit.sign", "heads could not be signed: %s", err_name(err));
}

/* False when it is time to stop. */
static bool wait_for(struct caretaker *caretaker, int milliseconds)
{
	struct timespec until;
	int woken = 0;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += milliseconds / 1000;
	until.tv_nsec += milliseconds % 1000 * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&caretaker->lock);
	while (!caretaker->is_stopping && woken == 0)
		woken = pthread_cond_timedwait(&caretaker->wake, &caretaker->lock, &until);
	bool goes_on = !caretaker->is_stopping;
	pthread_mutex_unlock(&caretaker->lock);
	return goes_on;
}

/* Others have the writer for five times as long as a portion takes. */
static bool rest(void *arg)
{
	return wait_for(arg, REST_MS);
}

/* What people had typed when they signed out, of every agency. */
static enum err forget_handed(struct store *store, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++)
		err = titipan_forget_old(store, &agencies.at[i].id, now);
	return err;
}

/* What citizens said yesterday, of every agency. */
static enum err place_voices(struct store *store, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count && !err; i++)
		err = suara_night_in(store, &agencies.at[i].id, now);
	return err;
}

/* Once an hour, and once at the start. */
static void keep_house(struct caretaker *caretaker)
{
	struct store *store = caretaker->app->store;
	struct pace pace = {rest, caretaker};
	enum err err = once_forget_old(store, clock_now(), &pace);

	if (err && err != ERR_HALTED)
		log_error("audit.once", "old keys could not be removed: %s", err_name(err));
	if ((err = public_forget(store, clock_now(), &pace)) && err != ERR_HALTED)
		log_error("public.forget", "words of the public could not be deleted: %s",
			  err_name(err));
	piece_sweep(caretaker->app->data_dir, clock_files() / US_A_SECOND);
	if ((err = forget_handed(store, clock_now())) && err != ERR_HALTED)
		log_error("account.titipan", "what was handed over could not be deleted: %s",
			  err_name(err));
	if ((err = place_voices(store, clock_now())) && err != ERR_HALTED)
		log_error("suara.night", "voices of the day could not be moved: %s", err_name(err));
	if ((err = notice_forget_old(store, clock_now(), (int)caretaker->app->settings.notice_days,
				     &pace)) &&
	    err != ERR_HALTED)
		log_error("kabar.forget", "old notices could not be removed: %s", err_name(err));
	if ((err = chain_watch_run(store, clock_now())))
		log_error("audit.verify", "the chains could not be looked at: %s", err_name(err));
}

static void tell_refused(struct caretaker *caretaker)
{
	enum err err = refused_tell(caretaker->app->store);

	if (err && err != ERR_HALTED)
		log_error("audit.refused", "what was refused could not be written: %s",
			  err_name(err));
}

/* What other processes on the same database have confirmed. */
static void learn(const struct caretaker *caretaker)
{
	enum err err = guard_learn(caretaker->app->guard, caretaker->app->store);

	if (err && err != ERR_HALTED)
		log_error("audit.guard", "the newest heads could not be read: %s", err_name(err));
}

static void write_reading(struct caretaker *caretaker)
{
	enum err err = trail_looks_write(caretaker->looks, caretaker->app->store);

	if (err && err != ERR_HALTED)
		log_error("audit.reading", "who read what could not be written: %s", err_name(err));
}

static void *care(void *arg)
{
	struct caretaker *caretaker = arg;
	const struct app *app = caretaker->app;
	int since = LOOK_SECONDS, since_house = HOUSEKEEPING_SECONDS, looks = 0,
	    since_learnt = LEARN_SECONDS;

	do {
		clock_watch(&caretaker->offset, clock_offset());
		if (since_learnt >= LEARN_SECONDS) {
			learn(caretaker);
			since_learnt = 0;
		}
		guard_save(app->guard);
		report_sweep_doubtful(app->store, app->data_dir, clock_files());
		if (since >= LOOK_SECONDS) {
			sign_due(caretaker);
			report_sweep_shelf(app->store, app->data_dir, looks++, clock_files());
			since = 0;
		}
		if (since_house >= HOUSEKEEPING_SECONDS) {
			keep_house(caretaker);
			since_house = 0;
		}
		if (trail_looks_is_due(caretaker->looks, clock_now()))
			write_reading(caretaker);
		if (refused_is_due(clock_now()))
			tell_refused(caretaker);
		since += SAVE_SECONDS;
		since_learnt += SAVE_SECONDS;
		since_house += SAVE_SECONDS;
	} while (wait_for(caretaker, SAVE_SECONDS * 1000));
	write_reading(caretaker); /* nothing is asked any more */
	tell_refused(caretaker);
	return NULL;
}

struct caretaker *caretaker_start(struct app *app, struct trail_looks *looks)
{
	struct caretaker *caretaker = calloc(1, sizeof(*caretaker));
	pthread_condattr_t attr;

	if (!caretaker)
		abort();
	caretaker->app = app;
	caretaker->looks = looks;
	caretaker->offset = clock_offset();
	pthread_mutex_init(&caretaker->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&caretaker->wake, &attr);
	pthread_condattr_destroy(&attr);
	if (pthread_create(&caretaker->thread, NULL, care, caretaker) != 0)
		abort();
	return caretaker;
}

void caretaker_stop(struct caretaker *caretaker)
{
	pthread_mutex_lock(&caretaker->lock);
	caretaker->is_stopping = true;
	pthread_cond_signal(&caretaker->wake);
	pthread_mutex_unlock(&caretaker->lock);
	pthread_join(caretaker->thread, NULL);
	pthread_cond_destroy(&caretaker->wake);
	pthread_mutex_destroy(&caretaker->lock);
	free(caretaker);
}
