/* SPDX-License-Identifier: Apache-2.0 */
/* Opens what a command needs and closes it again. */
#include "app/app.h"

#include "account/account_place.h"
#include "app/privilege.h"
#include "audit/guard.h"
#include "base/log.h"
#include "base/sys.h"
#include "db/store.h"
#include "org/place.h"
#include "org/words.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MIB ((int64_t)1024 * 1024)
#define CACHE_LEAST (2 * MIB)
#define CACHE_MOST                                                                                 \
	(16 * MIB) /* the file is mapped: what a connection keeps is its own and the journal's */

/* mkdir -p, private to us. */
static enum err make_directory(struct arena *mem, struct str path)
{
	for (size_t i = 1; i <= path.len; i++) {
		if (i < path.len && path.at[i] != '/')
			continue;
		if (mkdir(str_cstr(mem, str_slice(path, 0, i)), 0750) != 0 && errno != EEXIST)
			return ERR_IO;
	}
	return ERR_OK;
}

static enum err prepare_data(struct app *app)
{
	const char *named = str_cstr(app->mem, app->settings.data);
	char *real;

	if (make_directory(app->mem, app->settings.data) || !(real = realpath(named, NULL))) {
		log_error("data", "%s: %s", named, strerror(errno));
		return ERR_IO;
	}
	app->data_dir = str_cstr(app->mem, str_from(real));
	free(real);
	return make_directory(app->mem, str_format(app->mem, "%s/tmp", app->data_dir));
}

/* What an operator leaves open follows from the memory there is. */
static void tell_memory(const struct settings *settings)
{
	int64_t cache = settings->sqlite_cache * MIB, map = settings->sqlite_map * MIB;
	int64_t total = memory_total(), share = total / 1024;

	share = share < CACHE_LEAST ? CACHE_LEAST : share > CACHE_MOST ? CACHE_MOST : share;
	if (cache < 0)
		cache = share;
	if (map < 0)
		map = total / 2;
	store_set_memory(&(struct store_memory){.cache = cache, .map = map});
}

/* Threads the store starts inherit the mask: signals to stop are the main thread's business. */
static enum err open_store(struct app *app, const char *url)
{
	sigset_t all, kept;
	enum err err;

	tell_memory(&app->settings);
	if ((err = store_let_off(app->settings.may_be_off)))
		return err;
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &kept);
	err = store_open(url, &app->store);
	pthread_sigmask(SIG_SETMASK, &kept, NULL);
	if (err || (err = store_migrate(app->store)))
		return err;
	if ((err = words_fill_waiting(app->store)) || (err = org_places_fill(app->store)))
		return err;
	return account_places_fill(app->store);
}

static const char *store_address(struct app *app)
{
	struct str url = app->settings.db;

	if (url.len == 0)
		url = str_format(app->mem, "sqlite:%s/abdi.db", app->data_dir);
	return str_cstr(app->mem, url);
}

enum err app_open_unwatched(struct app *app)
{
	enum err err;

	(void)umask(0027);
	if ((err = prepare_data(app)))
		return err;
	if ((err = privilege_drop(str_cstr(app->mem, app->settings.user), app->data_dir)))
		return err;
	if ((err = open_store(app, store_address(app))))
		log_error("store", "the database could not be opened or brought up to date: %s",
			  err_name(err));
	return err;
}

enum err app_open(struct app *app)
{
	enum err err = app_open_unwatched(app);

	return err ? err : guard_open(app->store, app->data_dir, &app->guard);
}

enum err app_open_reading(struct app *app)
{
	enum err err;

	app->data_dir = str_cstr(app->mem, app->settings.data);
	if ((err = privilege_drop(str_cstr(app->mem, app->settings.user), NULL)))
		return err;
	return store_open_reading(store_address(app), &app->store);
}

void app_close(struct app *app)
{
	if (app->store)
		store_close(app->store);
	guard_close(app->guard);
	app->store = NULL;
	app->guard = NULL;
}
