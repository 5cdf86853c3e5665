/* SPDX-License-Identifier: Apache-2.0 */
/* The free days of a year, remembered until they change. */
#include "home/home_calendar.h"

#include "db/store.h"
#include "home/home_store.h"

#include <pthread.h>

#define SLOTS 64 /* by the agency's id; a newer agency takes the place of an older one */
#define US_A_SECOND INT64_C(1000000)

static struct slot {
	pthread_mutex_t lock;
	const struct store *store;
	struct id instansi;
	struct date today;
	uint64_t version;
	int64_t until;
	struct arena *mem; /* the words of the calendar; made with the first one kept */
	struct home_calendar calendar;
} slots[SLOTS];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void slots_make(void)
{
	for (int i = 0; i < SLOTS; i++)
		pthread_mutex_init(&slots[i].lock, NULL);
}

/* The end of an id is chance. */
static struct slot *slot_of(const struct id *instansi)
{
	pthread_once(&once, slots_make);
	return &slots[instansi->bytes[sizeof(instansi->bytes) - 1] % SLOTS];
}

static void calendar_copy(struct arena *mem, struct home_calendar *to,
			  const struct home_calendar *from)
{
	*to = *from;
	to->periode_nama = str_copy(mem, from->periode_nama);
	for (int i = 0; i < HOME_WEEK; i++)
		to->free_name[i] = str_copy(mem, from->free_name[i]);
}

static bool find(struct job *job, struct home *home)
{
	const struct id *instansi = db_instansi(job->db);
	struct slot *slot = slot_of(instansi);

	pthread_mutex_lock(&slot->lock);
	bool holds = slot->store == db_store(job->db) && job->now < slot->until &&
		     slot->version == db_version(job->db, STORE_CALENDAR) &&
		     id_equal(&slot->instansi, instansi) &&
		     date_compare(slot->today, home->today) == 0;
	if (holds)
		calendar_copy(job->mem, &home->calendar, &slot->calendar);
	pthread_mutex_unlock(&slot->lock);
	return holds;
}

static void keep(struct job *job, const struct home *home)
{
	const struct id *instansi = db_instansi(job->db);
	struct slot *slot = slot_of(instansi);

	pthread_mutex_lock(&slot->lock);
	slot->store = db_store(job->db);
	slot->instansi = *instansi;
	slot->today = home->today;
	slot->version = db_version(job->db, STORE_CALENDAR);
	slot->until = job->now + HOME_CALENDAR_SECONDS * US_A_SECOND;
	if (slot->mem)
		arena_clear(slot->mem);
	else
		slot->mem = arena_make();
	calendar_copy(slot->mem, &slot->calendar, &home->calendar);
	pthread_mutex_unlock(&slot->lock);
}

enum err home_load_calendar(struct job *job, struct home *home)
{
	enum err err;

	if (find(job, home))
		return ERR_OK;
	if ((err = home_load_year(job, home)) || (err = home_load_free_days(job, home)))
		return err;
	keep(job, home);
	return ERR_OK;
}
