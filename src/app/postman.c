/* SPDX-License-Identifier: Apache-2.0 */
/* The thread that sends the daily digests. */
#include "app/postman.h"

#include "base/log.h"
#include "base/sys.h"
#include "kabar/digest.h"
#include "kabar/mail.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define LOOK_SECONDS 60
#define FAILED_SECONDS 600 /* a server that took none is left alone so long */

struct postman {
	const struct app *app;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	_Atomic bool is_stopping;
};

static void wait_for(struct postman *postman, int seconds)
{
	struct timespec until;
	int woken = 0;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += seconds;
	pthread_mutex_lock(&postman->lock);
	while (!atomic_load(&postman->is_stopping) && woken == 0)
		woken = pthread_cond_timedwait(&postman->wake, &postman->lock, &until);
	pthread_mutex_unlock(&postman->lock);
}

static void *carry(void *arg)
{
	struct postman *postman = arg;
	const struct settings *s = &postman->app->settings;
	struct digest_hours hours = {(int)s->mail_from, (int)s->mail_until};

	while (!atomic_load(&postman->is_stopping)) {
		enum err err =
			digest_run(postman->app->store, hours, clock_now(), &postman->is_stopping);
		if (err && err != ERR_HALTED && !atomic_load(&postman->is_stopping))
			log_error("mail.digest", "given up for now: %s", err_name(err));
		wait_for(postman, err ? FAILED_SECONDS : LOOK_SECONDS);
	}
	return NULL;
}

struct postman *postman_start(const struct app *app)
{
	pthread_condattr_t attr;

	if (!mail_is_configured())
		return NULL;
	struct postman *postman = calloc(1, sizeof(*postman));
	if (!postman)
		abort();
	postman->app = app;
	pthread_mutex_init(&postman->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&postman->wake, &attr);
	pthread_condattr_destroy(&attr);
	if (pthread_create(&postman->thread, NULL, carry, postman) != 0)
		abort();
	return postman;
}

void postman_stop(struct postman *postman)
{
	if (!postman)
		return;
	pthread_mutex_lock(&postman->lock);
	atomic_store(&postman->is_stopping, true);
	pthread_cond_signal(&postman->wake);
	pthread_mutex_unlock(&postman->lock);
	pthread_join(postman->thread, NULL);
	pthread_cond_destroy(&postman->wake);
	pthread_mutex_destroy(&postman->lock);
	free(postman);
}
