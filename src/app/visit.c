/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the agency a visitor has come to, and remembers it for seconds. */
#include "app/visit.h"

#include "base/hash.h"
#include "base/log.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define SLOTS 64 /* by the slug; installations have few agencies */
#define KEPT_SECONDS 10
#define OLDEST_SECONDS 3600 /* for who shall not wait */
#define US_A_SECOND INT64_C(1000000)
#define SLUG_LONGEST 64
#define NAME_LONGEST 256

struct slot {
	int64_t until, found_at, renew_at;
	struct agency agency; /* its texts lie below */
	char asked[SLUG_LONGEST], slug[SLUG_LONGEST], nama[NAME_LONGEST];
	size_t asked_len;
};

struct visits {
	struct store *store;
	struct str hosts;
	pthread_mutex_t lock;
	struct slot slots[SLOTS];
};

struct visits *visits_make(struct store *store, struct str hosts)
{
	struct visits *visits = calloc(1, sizeof(*visits));

	if (!visits)
		abort();
	visits->store = store;
	visits->hosts = hosts;
	pthread_mutex_init(&visits->lock, NULL);
	return visits;
}

void visits_free(struct visits *visits)
{
	if (visits)
		pthread_mutex_destroy(&visits->lock);
	free(visits);
}

enum err visits_check_hosts(struct str hosts)
{
	while (hosts.len > 0) {
		struct str slug, part = str_trim(str_cut(hosts, ',', &hosts));
		struct str host = str_cut(part, '=', &slug);
		if (part.len == 0 || (host.len > 0 && slug.len > 0 && !str_has(part, "/")))
			continue;
		log_error("settings", "ABDI_HOSTS: \"%.*s\" is not host=slug", STR_ARG(part));
		return ERR_INVALID;
	}
	return ERR_OK;
}

/* The slug of the agency whose own host name this is, or STR_NONE. */
static struct str slug_of_host(const struct visits *visits, struct arena *mem, struct str host)
{
	struct str port, slug, rest = visits->hosts;

	host = str_lower(mem, str_cut(host, ':', &port));
	while (rest.len > 0) {
		struct str own = str_cut(str_trim(str_cut(rest, ',', &rest)), '=', &slug);
		if (host.len > 0 && str_equal(str_lower(mem, str_trim(own)), host))
			return str_trim(slug);
	}
	return STR_NONE;
}

static struct slot *slot_of(struct visits *visits, struct str slug)
{
	return &visits->slots[hash_sip((struct hash_key){0}, slug) % SLOTS];
}

/* With the lock held. */
static bool is_of(const struct slot *slot, struct str slug)
{
	return slot->found_at > 0 && str_equal(slug, (struct str){slot->asked, slot->asked_len});
}

static void copy_out(const struct slot *slot, struct job *job, struct agency *out)
{
	*out = slot->agency;
	out->nama = str_copy(job->mem, slot->agency.nama);
	out->slug = str_copy(job->mem, slot->agency.slug);
}

static bool recall(struct visits *visits, struct job *job, struct str slug, struct agency *out)
{
	struct slot *slot = slot_of(visits, slug);

	pthread_mutex_lock(&visits->lock);
	bool holds = job->now < slot->until && is_of(slot, slug);
	if (holds)
		copy_out(slot, job, out);
	pthread_mutex_unlock(&visits->lock);
	return holds;
}

static struct str keep_text(char *room, size_t size, struct str text)
{
	if (text.len > 0)
		memcpy(room, text.at, text.len < size ? text.len : size);
	return (struct str){room, text.len};
}

static void keep(struct visits *visits, const struct job *job, struct str slug,
		 const struct agency *agency)
{
	struct slot *slot = slot_of(visits, slug);

	if (slug.len > SLUG_LONGEST || agency->slug.len > SLUG_LONGEST ||
	    agency->nama.len > NAME_LONGEST)
		return;
	pthread_mutex_lock(&visits->lock);
	slot->agency = *agency;
	slot->agency.nama = keep_text(slot->nama, sizeof(slot->nama), agency->nama);
	slot->agency.slug = keep_text(slot->slug, sizeof(slot->slug), agency->slug);
	slot->asked_len = keep_text(slot->asked, sizeof(slot->asked), slug).len;
	slot->found_at = job->now;
	slot->until = job->now + KEPT_SECONDS * US_A_SECOND;
	pthread_mutex_unlock(&visits->lock);
}

struct finding {
	struct job job;
	struct str slug;
	struct agency *out;
};

/* Among several an address without a name has come to none of them, which is an answer too. */
static enum err find_work(struct db *db, void *arg)
{
	struct finding *finding = arg;
	bool are_some = false;

	finding->job.db = db;
	enum err err = agency_find(&finding->job, finding->slug, finding->out);
	if (err != ERR_NOT_FOUND || finding->slug.len > 0)
		return err;
	*finding->out = (struct agency){0};
	if ((err = installation_is_set_up(&finding->job, &are_some)))
		return err;
	return are_some ? ERR_OK : ERR_NOT_FOUND;
}

static enum err find(struct visits *visits, struct job *job, struct str slug, struct agency *out)
{
	struct finding finding = {.job = *job, .slug = slug, .out = out};
	enum err err;

	if (recall(visits, job, slug, out))
		return ERR_OK;
	if ((err = store_read(visits->store, NULL, find_work, &finding)))
		return err;
	keep(visits, job, slug, out);
	return ERR_OK;
}

static struct str slug_asked(const struct visits *visits, struct request *req)
{
	struct str slug = req->is_visit ? request_route_param(req, "instansi") : STR_NONE;

	return slug.len > 0 ? slug : slug_of_host(visits, req->mem, request_header(req, "Host"));
}

enum err visits_arrive(struct visits *visits, struct request *req, struct agency *out)
{
	enum err err = find(visits, &req->job, slug_asked(visits, req), out);

	if (!err && req->is_visit && id_is_none(&out->instansi_id))
		return ERR_NOT_FOUND;
	return err == ERR_NOT_FOUND && !req->is_visit ? ERR_OK : err;
}

/* ---- what has become old ---- */

struct renewal {
	struct visits *visits;
	int64_t now;
	char slug[SLUG_LONGEST];
	size_t slug_len;
};

static void renew_run(void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct renewal *renewal = arg;
	struct job job = {.mem = mem, .now = renewal->now};
	struct agency agency = {0};

	/* failed: the next one who comes late asks again */
	(void)!find(renewal->visits, &job, (struct str){renewal->slug, renewal->slug_len}, &agency);
	free(renewal);
}

static void renew(struct visits *visits, struct pool *pool, int64_t now, struct str slug)
{
	struct renewal *renewal = calloc(1, sizeof(*renewal));

	if (!renewal)
		abort();
	renewal->visits = visits;
	renewal->now = now;
	renewal->slug_len = keep_text(renewal->slug, sizeof(renewal->slug), slug).len;
	if (pool_submit(pool, renew_run, renewal))
		free(renewal);
}

/* Who finds it old takes its renewal upon them; nobody else does until that would be old too. */
bool visits_recall(struct visits *visits, struct pool *pool, struct request *req,
		   struct agency *out)
{
	struct str slug = slug_asked(visits, req);
	struct slot *slot = slot_of(visits, slug);
	int64_t now = req->job.now;

	pthread_mutex_lock(&visits->lock);
	bool holds = is_of(slot, slug) && now < slot->found_at + OLDEST_SECONDS * US_A_SECOND;
	bool is_due = holds && now >= slot->renew_at && now >= slot->until;
	if (holds)
		copy_out(slot, &req->job, out);
	if (is_due)
		slot->renew_at = now + KEPT_SECONDS * US_A_SECOND;
	pthread_mutex_unlock(&visits->lock);
	if (is_due)
		renew(visits, pool, now, slug);
	return holds;
}
