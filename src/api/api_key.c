/* SPDX-License-Identifier: Apache-2.0 */
/* Making, judging and ending keys of the API. A key is "abdi_<agency in hex>_<256-bit token>", so
   that its agency is known before anything is read and a search for forgotten secrets finds it. */
#include "api/api_key.h"

#include "account/account.h"
#include "api/api_key_store.h"
#include "audit/audit.h"
#include "base/say.h"
#include "db/store.h"
#include "form/form.h"
#include "form/table.h"
#include "generated/api_sql.h"
#include "org/org.h"
#include "org/unit_pick.h"

#include <stdlib.h>

#define PREFIX "abdi_"
#define TOKEN_BYTES 32 /* 256 bits */
#define LONGEST 200

#define FORM_RECORD struct api_key
static const struct field own_fields[] = {
#include "api/api_key_own_form.def"
};
const struct form_table api_key_own_form = FORM_TABLE("kunci_saya", own_fields);

static const struct field system_fields[] = {
#include "api/api_key_system_form.def"
};
const struct form_table api_key_system_form = FORM_TABLE("kunci_sistem", system_fields);

bool api_key_agency(struct str key, struct id *out)
{
	struct str rest;

	if (!str_starts(key, PREFIX) || key.len > LONGEST)
		return false;
	key = str_slice(key, sizeof PREFIX - 1, key.len);
	return id_parse_hex(str_cut(key, '_', &rest), out) && rest.len > 0;
}

static struct str secret_make(struct arena *mem, const struct id *instansi_id)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_cstr(&out, PREFIX);
	buf_add_hex(&out, instansi_id->bytes, sizeof instansi_id->bytes);
	buf_add_char(&out, '_');
	buf_add(&out, crypto_token(mem, TOKEN_BYTES));
	return buf_str(&out);
}

/* A random secret of 256 bits needs no slow hash: it cannot be guessed, and is looked up with each
   request. */
static struct api_key_hash hash_of(struct str secret)
{
	struct api_key_hash hash = {{0}};

	crypto_hash256(STR("kunciapi1"), secret, hash.bytes);
	return hash;
}

enum err api_key_load(struct job *job, struct str key, struct api_caller *caller,
		      struct actor *actor)
{
	struct api_key_hash hash = hash_of(key);
	enum err err = api_key_row_find(job, &hash, caller, actor);

	if (err)
		return err;
	struct date today = date_of_time(job->now, actor->zona);
	return date_compare(today, caller->berakhir) <= 0 ? ERR_OK : ERR_NOT_FOUND;
}

/* ---- the day it was used ---- */

struct touch {
	struct id kunci_id;
	struct date today;
};

static enum err touch_work(struct db *db, void *arg)
{
	const struct touch *touch = arg;
	struct job job = {.db = db};

	return sql_api_key_touch(&job, &touch->kunci_id, touch->today);
}

static void touch_done(void *arg, enum err err)
{
	(void)err; /* the next request tries again */
	free(arg);
}

void api_key_touch(struct store *store, const struct api_caller *caller, const struct actor *actor,
		   struct date today)
{
	if (date_compare(caller->dipakai, today) == 0)
		return;
	struct touch *touch = malloc(sizeof *touch); /* outlives the request */

	if (!touch)
		abort();
	*touch = (struct touch){caller->kunci_id, today};
	if (store_submit(store, &actor->instansi_id, touch_work, touch_done, touch))
		free(touch);
}

/* ---- making one ---- */

static enum permission permission_for(enum api_holder holder)
{
	return holder == HOLDER_SISTEM ? PERM_API_MANAGE : PERM_API_OWN;
}

/* May the actor make and end keys of this kind? A person's are their own. */
static bool may_manage(const struct actor *actor, enum api_holder holder)
{
	struct access_record record = {.pegawai_id = actor->pegawai_id};

	return access_allows(actor, permission_for(holder), &record);
}

static void check_scopes(struct job *job, const struct api_key *key)
{
	if (key->cakupan == 0)
		problem_add(job->faults, STR("cakupan"), "api_key.cakupan_missing",
			    STR("Pilih paling sedikit satu hal yang boleh dilakukan kunci ini"));
	for (int scope = SCOPE_NONE + 1; scope < SCOPE_COUNT; scope++)
		if (api_scopes_have(key->cakupan, (enum api_scope)scope) &&
		    !api_scope_fits((enum api_scope)scope, key->holder))
			problem_add(job->faults, STR("cakupan"), "api_key.cakupan_holder",
				    say_format(job->mem, "\"%s\" bukan untuk kunci jenis ini",
					       str_cstr(job->mem,
							say(job->mem,
							    str_from(api_scope_label(
								    (enum api_scope)scope))))));
}

static int days_of(const struct law_values *law, enum api_holder holder)
{
	return law->of[holder == HOLDER_SISTEM ? LAW_api_key_days_system : LAW_api_key_days_person];
}

enum err api_key_days(struct job *job, enum api_holder holder, int *days)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	*days = err ? 0 : days_of(&law, holder);
	return err;
}

static void check_end(struct job *job, const struct api_key *key, int days)
{
	struct date latest = date_add_days(job->today, days);

	if (date_is_none(key->berakhir)) /* its field says so */
		return;
	if (!date_is_valid(key->berakhir) || date_compare(key->berakhir, job->today) < 0 ||
	    date_compare(key->berakhir, latest) > 0)
		problem_add(job->faults, STR("berakhir"), "api_key.berakhir_range",
			    say_format(job->mem, "Pilih hari terakhir sampai %.*s",
				       STR_ARG(date_long(job->mem, latest))));
}

/* For the trail; the agency says how much there must be. */
static void check_reason(struct job *job, const struct api_key *key, int least)
{
	if (key->alasan.len > 0 && str_chars(key->alasan) < (size_t)least)
		problem_add(job->faults, STR("alasan"), "api_key.alasan",
			    say_format(job->mem,
				       "Tulis untuk apa data dipakai dan dasarnya, %d sampai %d "
				       "huruf",
				       least, API_KEY_ALASAN_MAX));
}

static enum err check_unit(struct job *job, const struct api_key *key)
{
	struct unit *unit;
	enum err err = ERR_OK;

	if (!id_is_none(&key->unit_id))
		err = unit_load(job, &key->unit_id, &unit);
	if (err == ERR_NOT_FOUND)
		problem_add(job->faults, STR("unit"), "api_key.unit_unknown",
			    STR("Unit itu tidak ada; kosongkan untuk seluruh instansi"));
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err check_count(struct job *job, int most)
{
	int open = 0;
	enum err err = sql_api_key_count_open(job, &job->actor->akun_id, job->today, &open);

	if (!err && open >= most)
		problem_add(job->faults, STR("nama"), "api_key.many",
			    say_format(job->mem,
				       "Anda sudah punya %d kunci yang berlaku; cabut dulu yang "
				       "tidak dipakai",
				       most));
	return err;
}

/* Who will act by it: the person, or an account made for the system, which has no password and
   signs in nowhere. */
static enum err holder_make(struct job *job, struct api_key *key)
{
	struct account_new account = {.nama = key->nama, .sandi_hash = STR("-")};

	if (key->holder == HOLDER_SISTEM)
		return account_create(job, &account, &key->akun_id);
	key->akun_id = job->actor->akun_id;
	return ERR_OK;
}

struct str api_key_text(struct arena *mem, const struct api_key *key)
{
	return str_format(
		mem, "%s|%.*s|%.*s|%.*s|%.*s", key->holder == HOLDER_SISTEM ? "sistem" : "orang",
		STR_ARG(id_str(mem, &key->akun_id)), STR_ARG(api_scopes_str(mem, key->cakupan)),
		STR_ARG(id_is_none(&key->unit_id) ? STR_NONE : id_str(mem, &key->unit_id)),
		STR_ARG(date_iso(mem, key->berakhir)));
}

static enum err tell(struct job *job, const char *deed, const struct api_key *key)
{
	struct str scopes = api_scopes_str(job->mem, key->cakupan);
	struct str last = date_iso(job->mem, key->berakhir);
	struct audit_entry entry = {
		.deed = deed,
		.object = key->kunci_id,
		.reason = str_format(job->mem, "%.*s (%.*s, sampai %.*s)%s%.*s", STR_ARG(key->nama),
				     STR_ARG(scopes), STR_ARG(last), key->alasan.len ? ": " : "",
				     STR_ARG(key->alasan)),
		.after = api_key_text(job->mem, key),
	};

	return audit_add(job, &entry);
}

enum err api_key_make(struct job *job, struct api_key *key, struct str *secret)
{
	bool is_system = key->holder == HOLDER_SISTEM;
	struct law_values law;
	enum err err;

	if (!may_manage(job->actor, key->holder))
		return ERR_FORBIDDEN;
	key->nama = str_trim(key->nama);
	key->alasan = str_trim(key->alasan);
	form_check(is_system ? &api_key_system_form : &api_key_own_form, key, job->faults);
	check_scopes(job, key);
	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	check_end(job, key, days_of(&law, key->holder));
	if (is_system)
		check_reason(job, key, law.of[LAW_api_key_reason_min_chars]);
	err = is_system ? check_unit(job, key) : check_count(job, law.of[LAW_api_keys_of_person]);
	if (err)
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	key->kunci_id = id_make();
	key->created_at = job->now;
	*secret = secret_make(job->mem, &job->actor->instansi_id);
	struct api_key_hash hash = hash_of(*secret);
	if ((err = holder_make(job, key)) || (err = api_key_row_insert(job, key, &hash)))
		return err;
	return tell(job, "api_key.make", key);
}

/* ---- looking and ending ---- */

enum err api_key_list_own(struct job *job, struct api_key **out, int *count)
{
	if (!may_manage(job->actor, HOLDER_ORANG))
		return ERR_FORBIDDEN;
	return api_key_rows_of(job, &job->actor->akun_id, out, count);
}

enum err api_key_list_all(struct job *job, const struct id *after, struct api_key **out, int *count)
{
	if (!may_manage(job->actor, HOLDER_SISTEM))
		return ERR_FORBIDDEN;
	return api_key_rows_page(job, after, out, count);
}

/* A key that is nobody's business of the actor is answered as absent. */
enum err api_key_revoke(struct job *job, const struct id *kunci_id)
{
	struct api_key key;
	enum err err = api_key_row_load(job, kunci_id, &key);

	if (err)
		return err;
	bool is_own = id_equal(&key.akun_id, &job->actor->akun_id);
	if (!may_manage(job->actor, HOLDER_SISTEM) &&
	    !(is_own && may_manage(job->actor, HOLDER_ORANG)))
		return ERR_NOT_FOUND;
	if (key.dicabut_at != 0)
		return ERR_OK;
	err = sql_api_key_revoke(job, kunci_id, job->now);
	return err ? err : tell(job, "api_key.revoke", &key);
}
