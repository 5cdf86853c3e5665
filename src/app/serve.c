/* SPDX-License-Identifier: Apache-2.0 */
/* abdi serve: from the first socket to the last answer. */
#include "app/caretaker.h"
#include "app/gate.h"

#include "account/session_cache.h"
#include "app/postman.h"
#include "app/setup.h"
#include "app/wellknown.h"
#include "base/log.h"
#include "db/store_state.h"
#include "kabar/mail.h"
#include "trail/trail_look.h"

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define DRAIN_SECONDS 7
#define STOP_SECONDS 9 /* then whatever still runs is left: the service manager waits ten */
#define READER_THREADS 8 /* may wait for the database's server; each has a connection of its own */
#define READER_QUEUE 1024
/* reliability.md P7; a photograph on a village's network may take longer than 30 s, as long as it
   moves. */
#define HEAD_MS 10000
#define BODY_MS 30000
#define SEND_MS 60000
#define SLOWEST_NETWORK 2048 /* bytes a second */
#define HEAP_KEPT                                                                                  \
	(8 << 20) /* bytes a heap may hold free: requests come and go, the kernel need not hear of
	           each */

static int processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);
	return count > 0 ? (int)count : 1;
}

/* On a loopback address only a proxy of this machine asks, for everybody: it counts addresses, not
   we. */
static struct server_config config_of(const struct app *app, struct gate *gate)
{
	const struct settings *s = &app->settings;

	return (struct server_config){
		.listen = s->listen,
		.threads = s->threads ? (int)s->threads : processors(),
		.connection_max = (int)s->connections,
		.address_max = setup_is_local(s->listen) ? 0 : (int)s->per_address,
		.deadlines = {.idle_ms = s->idle * 1000,
			      .head_ms = HEAD_MS,
			      .body_ms = BODY_MS,
			      .send_ms = SEND_MS,
			      .bytes_per_second = SLOWEST_NETWORK},
		.tmp_dir = str_cstr(app->mem, str_format(app->mem, "%s/tmp", app->data_dir)),
		.upload_max = s->upload_max,
		.is_tls = s->tls,
		.proxies = s->proxies,
		.routes = &app_routes,
		.is_remote = gate->readers != NULL,
		.takes_files = gate_takes_files,
		.judge = gate_judge,
		.handle = gate_handle,
		.refuse = gate_refuse,
		.draw = gate_draw,
		.gate = gate,
	};
}

/* Blocked before any thread starts, so that only sigwait sees them. */
static void block_stop_signals(sigset_t *stop)
{
	sigemptyset(stop);
	sigaddset(stop, SIGTERM);
	sigaddset(stop, SIGINT);
	pthread_sigmask(SIG_BLOCK, stop, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
}

/* The disk failed, and everybody has been answered: the process begins anew. */
static void end_failed(void *arg)
{
	(void)arg;
	(void)kill(getpid(), SIGTERM);
}

/* Work that is not done is left: what it has not stored was not confirmed. */
static void end_now(const struct app *app)
{
	log_error("stop", "some requests are not answered in time; what they had not stored was "
			  "not confirmed");
	_exit(store_state(app->store) == STORE_FAILED);
}

static void *end_late(void *arg)
{
	const struct app *app = arg;
	struct timespec until;
	sem_t never;

	(void)sem_init(&never, 0, 0);
	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += STOP_SECONDS;
	while (sem_clockwait(&never, CLOCK_MONOTONIC, &until) && errno == EINTR)
		;
	end_now(app);
	return NULL;
}

/* From the signal on everything has its time. */
static void end_in_time(struct app *app)
{
	pthread_t late;

	if (pthread_create(&late, NULL, end_late, app) != 0)
		abort();
	(void)pthread_detach(late);
}

static void pools_start(struct gate *gate, const struct app *app)
{
	int slow_threads = processors() / 2 > 0 ? processors() / 2 : 1;

	gate->pool = pool_start(slow_threads, (int)app->settings.slow_queue);
	gate->passwords = turns_start(slow_threads, (int)app->settings.slow_queue);
	if (store_is_remote(app->store))
		gate->readers = pool_start(READER_THREADS, READER_QUEUE);
}

static void pools_stop(struct gate *gate)
{
	turns_stop(
		gate->passwords); /* what brings its password first may still go on in the other */
	pool_stop(gate->pool);
	pool_stop(gate->readers);
}

static void memories_free(struct gate *gate)
{
	trail_looks_free(gate->looks);
	session_cache_free(gate->sessions);
	visits_free(gate->visits);
	limiter_free(gate->limiter);
}

int command_serve(struct app *app, int argc, char **argv)
{
	int signal_number = 0;
	struct gate gate = {.store = app->store,
			    .sessions = session_cache_make(),
			    .visits = visits_make(app->store, app->settings.hosts),
			    .limiter = limiter_make(),
			    .looks = trail_looks_make(),
			    .guard = app->guard,
			    .data_dir = app->data_dir,
			    .tells_statements = app->settings.tell_statements,
			    .answer = server_answer,
			    .judged = server_judged,
			    .is_deserted = server_is_deserted};
	struct server *server = NULL;
	sigset_t stop;

	(void)argc;
	(void)argv;
	block_stop_signals(&stop);
	(void)mallopt(M_TRIM_THRESHOLD, HEAP_KEPT);
	pools_start(&gate, app);
	struct server_config config = config_of(app, &gate);
	store_on_failure(app->store, end_failed, NULL);
	if (store_claim(app->store) ||
	    mail_configure(app->settings.smtp_url, app->settings.smtp_from) ||
	    wellknown_configure(app->settings.security_contact) || setup_guard(app) ||
	    visits_check_hosts(app->settings.hosts) || server_start(&config, &server)) {
		pools_stop(&gate);
		memories_free(&gate);
		return 1;
	}
	log_info("serve", "http%s://%.*s engine=%s threads=%d", config.is_tls ? "s" : "",
		 STR_ARG(config.listen), store_engine(app->store), config.threads);
	struct caretaker *caretaker = caretaker_start(app, gate.looks);
	struct postman *postman = postman_start(app);
	(void)sigwait(&stop, &signal_number);
	log_info("stop", "answering what has begun");
	end_in_time(app);
	if (!server_drain(server, DRAIN_SECONDS))
		end_now(app); /* their answers would find the house gone */
	pools_stop(&gate);
	server_stop(server);
	postman_stop(postman);
	caretaker_stop(caretaker);
	memories_free(&gate);
	return store_state(app->store) == STORE_FAILED;
}
