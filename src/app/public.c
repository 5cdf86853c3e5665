/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of public.def at work. */
#include "app/public.h"

#include "app/answer.h"
#include "app/resume.h"
#include "audit/audit_store.h"
#include "http/csrf.h"
#include "http/router.h"
#include "law/access.h"

#define HOUR 3600
#define FORGET_ROWS 500 /* a portion; a few milliseconds of the writer */
#define AGENCY_LIMIT ((struct limit){.count = PUBLIC_AGENCY_HOUR, .seconds = HOUR})

/* Deletes at most so many of what should be gone on that day, and tells how many it were. */
typedef enum err forget_due(struct job *job, int most, int64_t *count);

#define PUBLIC_FREE(handler, why)
#define PUBLIC_FORM(handler, route_path, forget, days, an_address, the_form, purpose)              \
	forget_due forget;
#define FORGET(forget) forget_due forget;
#include "app/public.def"
#undef PUBLIC_FORM

static const struct public_form forms[] = {
#define PUBLIC_FORM(handler, route_path, forget, days, an_address, the_form, purpose)              \
	{route_path, purpose, days, {an_address, HOUR}, {the_form, HOUR}, AGENCY_LIMIT},
#include "app/public.def"
#undef PUBLIC_FORM
};

static forget_due *const forgets[] = {
#define PUBLIC_FORM(handler, route_path, forget, days, an_address, the_form, purpose) forget,
#define FORGET(forget) forget,
#include "app/public.def"
#undef PUBLIC_FORM
};

#define FORM_COUNT (int)(sizeof(forms) / sizeof(forms[0]))
#define FORGET_COUNT (int)(sizeof(forgets) / sizeof(forgets[0]))

const struct public_form *public_form_of(const struct route *route)
{
	for (int i = 0; i < FORM_COUNT; i++)
		if (str_is(str_from(route->path), forms[i].path))
			return &forms[i];
	return NULL;
}

/* Seconds until it may be sent; 0: now, and it is counted. */
static int wait_of(struct limiter *limiter, const struct request *req)
{
	const struct public_form *form = req->public_form;
	struct str agency = id_str(req->mem, &req->job.actor->instansi_id);
	struct str address = limit_address(req->mem, req->address);
	struct limit_ask asks[] = {
		{str_format(req->mem, "%s alamat %.*s", form->path, STR_ARG(address)),
		 form->address},
		{str_format(req->mem, "%s instansi %.*s", form->path, STR_ARG(agency)), form->form},
		{str_format(req->mem, "instansi %.*s", STR_ARG(agency)), form->agency},
	};

	return limiter_take(limiter, asks, (int)(sizeof(asks) / sizeof(asks[0])), req->job.now);
}

enum err public_admit(struct limiter *limiter, struct request *req, struct str csrf,
		      bool *is_refused)
{
	static const struct id nobody;
	int seconds;

	if (!csrf_token_matches(req, csrf)) {
		if (!csrf_origin_is_told(req))
			return ERR_FORBIDDEN;
		*is_refused = true;
		resume_page(req, RESUME_GUEST, &nobody, 403);
	} else if ((seconds = wait_of(limiter, req)) > 0) {
		*is_refused = true;
		resume_later(req, seconds);
	}
	return ERR_OK;
}

static const struct {
	const char *path;
	int an_address;
} looks[] = {
#define LOOK(path, an_address) {path, an_address},
#define PUBLIC_FORM(handler, route_path, forget, days, an_address, the_form, purpose)
#include "app/public.def"
#undef PUBLIC_FORM
};

bool public_refuses_look(struct limiter *limiter, struct request *req)
{
	struct str address = limit_address(req->mem, req->address);

	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (!str_is(str_from(req->route->path), looks[i].path))
			continue;
		struct limit_ask ask = {str_format(req->mem, "lihat kode %.*s", STR_ARG(address)),
					{looks[i].an_address, HOUR}};
		if (limiter_take(limiter, &ask, 1, req->job.now) == 0)
			return false;
		answer_status(req, 429);
		return true;
	}
	return false;
}

struct forgetting {
	forget_due *forget;
	struct arena *mem;
	int64_t now, count;
};

static enum err forget_work(struct db *db, void *arg)
{
	struct forgetting *forgetting = arg;
	struct actor house = {.zona = ZONA_WIT}; /* where the day begins first: never too late */
	struct problems faults;
	struct job job = {.mem = forgetting->mem,
			  .db = db,
			  .actor = &house,
			  .faults = &faults,
			  .now = forgetting->now,
			  .today = date_of_time(forgetting->now, ZONA_WIT),
			  .request_id = STR("hapus")};

	problems_init(&faults, job.mem);
	return forgetting->forget(&job, FORGET_ROWS, &forgetting->count);
}

static enum err forget_in(struct store *store, const struct id *instansi, struct forgetting *work,
			  const struct pace *pace)
{
	enum err err;

	do {
		err = store_write(store, instansi, forget_work, work);
	} while (!err && work->count == FORGET_ROWS && pace_goes_on(pace));
	return err;
}

enum err public_forget(struct store *store, int64_t now, const struct pace *pace)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct audit_agencies agencies = {.mem = mem};
	enum err err = audit_agencies_load(store, &agencies);

	for (int i = 0; i < agencies.count; i++)
		for (int due = 0; due < FORGET_COUNT && !err; due++) {
			struct forgetting work = {forgets[due], mem, now, 0};
			err = forget_in(store, &agencies.at[i].id, &work, pace);
		}
	return err;
}
