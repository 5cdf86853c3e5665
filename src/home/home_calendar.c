/* SPDX-License-Identifier: Apache-2.0 */
#include "home/home_calendar.h"

#include "db/store.h"
#include "home/home_store.h"

#include <pthread.h>
#include <string.h>

#define SLOTS 64 /* by the agency's id; a newer agency takes the place of an older one */
#define NAME_MAX_LEN 120 /* a longer name is not remembered */
#define US_A_SECOND INT64_C(1000000)

struct calendar {
	bool has_year, is_periode_open;
	struct date skp_batas, evaluasi_batas, periode_selesai;
	int periode_nomor;
	char periode[NAME_MAX_LEN + 1];
	char free[HOME_WEEK][NAME_MAX_LEN + 1]; /* of holidays; empty: none */
};

static struct slot {
	pthread_mutex_t lock;
	const struct store *store;
	struct id instansi;
	struct date today;
	uint64_t version;
	int64_t until;
	struct calendar calendar;
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

static bool name_copy(char *to, struct str name)
{
	if (name.len > NAME_MAX_LEN)
		return false;
	if (name.len > 0)
		memcpy(to, name.at, name.len);
	to[name.len] = 0;
	return true;
}

/* False when a name is too long. */
static bool calendar_of(const struct home *home, struct calendar *out)
{
	out->has_year = home->has_year;
	out->is_periode_open = home->is_periode_open;
	out->skp_batas = home->skp_batas;
	out->evaluasi_batas = home->evaluasi_batas;
	out->periode_selesai = home->periode_selesai;
	out->periode_nomor = home->periode_nomor;
	bool fits = name_copy(out->periode, home->periode_nama);
	for (int i = 0; i < HOME_WEEK; i++)
		fits &= name_copy(out->free[i], home->week[i].free_name);
	return fits;
}

static void calendar_take(const struct calendar *calendar, struct arena *mem, struct home *home)
{
	home->has_year = calendar->has_year;
	home->is_periode_open = calendar->is_periode_open;
	home->skp_batas = calendar->skp_batas;
	home->evaluasi_batas = calendar->evaluasi_batas;
	home->periode_selesai = calendar->periode_selesai;
	home->periode_nomor = calendar->periode_nomor;
	home->periode_nama = str_copy(mem, str_from(calendar->periode));
	for (int i = 0; i < HOME_WEEK; i++) {
		if (!calendar->free[i][0])
			continue;
		home->week[i].is_free = true;
		home->week[i].free_name = str_copy(mem, str_from(calendar->free[i]));
	}
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
		calendar_take(&slot->calendar, job->mem, home);
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
	if (!calendar_of(home, &slot->calendar))
		slot->until = 0;
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
