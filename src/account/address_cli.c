/* SPDX-License-Identifier: Apache-2.0 */
/* Sets the public address as an administrator would, by the same use case. */
#include "account/address_cli.h"

#include "account/installation.h"
#include "org/org.h"

struct setting {
	const struct address_order *order;
	struct job job;
	struct actor actor;
	struct problems faults;
	struct agency agency;
};

static enum err work(struct db *db, void *arg)
{
	struct setting *s = arg;
	enum err err;

	s->job.db = db;
	if ((err = agency_find(&s->job, str_from(s->order->slug), &s->agency)))
		return err;
	db_use_instansi(db, &s->agency.instansi_id);
	s->actor.instansi_id = s->agency.instansi_id;
	s->actor.zona = s->agency.zona;
	s->job.today = date_of_time(s->order->now, s->agency.zona);
	return setelan_save(&s->job, PUBLIC_ADDRESS, s->job.today, str_from(s->order->address));
}

int address_cli(struct store *store, const struct address_order *order, FILE *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct setting s = {
		.order = order,
		.actor = {.nama = STR("Baris perintah"), .is_signed_in = true, .scope_count = 1},
		.job = {.mem = mem, .now = order->now, .request_id = STR("baris-perintah")}};

	s.actor.scopes[0] = (struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	problems_init(&s.faults, mem);
	s.job.actor = &s.actor;
	s.job.faults = &s.faults;
	enum err err = store_write(store, NULL, work, &s);
	for (int i = 0; i < s.faults.count; i++)
		(void)fprintf(out, "%.*s\n", STR_ARG(s.faults.at[i].sentence));
	if (err == ERR_NOT_FOUND)
		(void)fprintf(
			out,
			"Instansi itu tidak ada, atau ada beberapa: sebut kodenya seperti dalam alamat /w/.\n");
	else if (err && s.faults.count == 0)
		(void)fprintf(out, "Alamat belum tersimpan: %s\n", err_told(err));
	if (!err)
		(void)fprintf(out, "%.*s: %s\n", STR_ARG(s.agency.slug), order->address);
	return err ? 1 : 0;
}
