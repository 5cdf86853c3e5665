/* SPDX-License-Identifier: Apache-2.0 */
/* Codes and administrators from the command line, for when nobody can sign in any more. */
#include "account/account_cli.h"

#include "account/account_store.h"
#include "account/activation.h"
#include "account/role.h"
#include "org/org.h"

#define REASON "Diminta dari baris perintah server"

struct running {
	const struct account_order *order;
	struct job job;
	struct actor actor;
	struct problems faults;
	struct role_person person;
	struct str code;
};

/* Whoever may run this program on the server acts as an administrator. */
static void actor_make(struct running *r, struct arena *mem)
{
	r->actor = (struct actor){.nama = STR("Baris perintah"),
				  .is_signed_in = true,
				  .zona = ZONA_WIB,
				  .scope_count = 1};
	r->actor.scopes[0] = (struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	problems_init(&r->faults, mem);
	r->job.actor = &r->actor;
	r->job.faults = &r->faults;
	r->job.now = r->order->now;
	r->job.today = date_of_time(r->order->now, r->actor.zona);
	r->job.request_id = STR("baris-perintah");
}

static enum err find_person(struct running *r, struct db *db, struct id *akun_id)
{
	struct login_owner owner;
	struct str key;
	enum err err;

	r->job.db = db;
	if ((err = login_key_make(&r->job, str_from(r->order->login), &key)) ||
	    (err = login_key_find(&r->job, key, &owner)))
		return err;
	*akun_id = owner.akun_id;
	db_use_instansi(db, &owner.instansi_id);
	r->actor.instansi_id = owner.instansi_id;
	return role_show(&r->job, akun_id, &r->person);
}

static enum err give_code(struct running *r, const struct id *akun_id)
{
	enum err err = ERR_OK;

	if (r->person.is_locked)
		err = account_lock(&r->job, akun_id, false, STR(REASON));
	return err ? err : account_renew_code(&r->job, akun_id, STR(REASON), &r->code);
}

static enum err make_admin(struct running *r, const struct id *akun_id)
{
	struct role_form form = {.peran = STR("admin_kepegawaian"),
				 .penugasan = STR("definitif"),
				 .alasan = STR(REASON)};

	return role_give(&r->job, akun_id, &form);
}

static enum err work(struct db *db, void *arg)
{
	struct running *r = arg;
	struct id akun_id;
	enum err err = find_person(r, db, &akun_id);

	if (err)
		return err;
	return r->order->deed == ACCOUNT_CODE ? give_code(r, &akun_id) : make_admin(r, &akun_id);
}

static void tell(const struct running *r, FILE *out)
{
	struct str last = date_long(r->job.mem, date_add_days(r->job.today, CODE_DAYS));

	if (r->order->deed == ACCOUNT_ADMIN)
		(void)fprintf(out, "Sekarang admin kepegawaian.\n");
	else
		(void)fprintf(out,
			      "Kode aktivasi: %.*s\nMasuk dengan NIP atau surel dan kode ini "
			      "sebagai kata sandi, sebelum lewat %.*s.\n",
			      STR_ARG(r->code), STR_ARG(last));
	if (!r->person.is_active)
		(void)fprintf(out, "Perhatian: pegawai ini sudah diakhiri dalam data kepegawaian, "
				   "jadi belum dapat masuk.\n");
}

int account_cli(struct store *store, const struct account_order *order, FILE *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct running r = {.order = order, .job = {.mem = mem}};

	actor_make(&r, mem);
	enum err err = store_write(store, NULL, work, &r);
	for (int i = 0; i < r.faults.count; i++)
		(void)fprintf(out, "%.*s\n", STR_ARG(r.faults.at[i].sentence));
	if (err == ERR_NOT_FOUND)
		(void)fprintf(out, "Tidak ada akun dengan NIP atau surel itu.\n");
	else if (err && !problems_any(&r.faults))
		(void)fprintf(out, "abdi account: %s\n", err_told(err));
	if (err)
		return 1;
	tell(&r, out);
	return 0;
}
