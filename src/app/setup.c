/* SPDX-License-Identifier: Apache-2.0 */
/* What a first start asks and tells: who may set the installation up, and with which code. */
#include "app/setup.h"

#include "account/installation.h"
#include "account/setup_code.h"
#include "base/log.h"

bool setup_is_local(struct str listen)
{
	return str_starts(listen, "127.") || str_starts(listen, "[::1]:") ||
	       str_starts(listen, "localhost:");
}

struct looking {
	struct arena *mem;
	bool is_set_up;
};

static enum err look(struct db *db, void *arg)
{
	struct looking *looking = arg;
	struct job job = {.mem = looking->mem, .db = db};

	return installation_is_set_up(&job, &looking->is_set_up);
}

enum err setup_guard(struct app *app)
{
	struct looking looking = {.mem = app->mem};
	enum err err;

	if (setup_is_local(app->settings.listen) && !app->settings.tls)
		return ERR_OK;
	if ((err = store_read(app->store, NULL, look, &looking)) || looking.is_set_up)
		return err;
	struct str code = setup_code_demand(app->mem);
	log_info("setup_code", "first run: open /mulai and enter %.*s", STR_ARG(code));
	return ERR_OK;
}
