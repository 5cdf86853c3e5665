/* SPDX-License-Identifier: Apache-2.0 */
/* Compares every held role with what the trail says was given and ended. */
#include "account/role_check.h"

#include "account/role_store.h"
#include "base/crypto.h"
#include "generated/account_sql.h"

#include <string.h>

static bool is_open(const struct role *role)
{
	return role->penugasan == PENUGASAN_DEFINITIF && date_is_none(role->mulai) &&
	       date_is_none(role->sampai);
}

/* Given with just these terms, and not ended since. */
static bool is_told(struct arena *mem, const struct audit_trail_object *told,
		    const struct role *role)
{
	struct str ended = role_name(mem, role), given = role_text(mem, role);

	for (const struct audit_trail_digest *d = told->digests; d; d = d->older) {
		if (d->is_end && audit_digest_is_of(d, ended))
			return false;
		if (!d->is_end &&
		    (audit_digest_is_of(d, given) ||
		     (is_open(role) && audit_digest_is_of(d, peran_key(role->peran)))))
			return true;
	}
	return false;
}

static void role_one(struct arena *mem, struct audit_compare *compare, const struct role_row *row)
{
	const struct audit_trail *trail = compare->trail;
	const struct audit_trail_object *told = audit_trail_find(trail, &row->akun_id);
	bool is_listed = row->role.peran == PERAN_PIMPINAN_UNIT && is_open(&row->role);

	if (told && is_told(mem, told, &row->role))
		compare->equal++;
	else if (is_listed && (trail->has_demo || trail->has_import))
		compare->untold++;
	else
		audit_find(compare, "peran akun", &row->akun_id, told,
			   told ? "bukan yang diberikan, atau sudah diakhiri"
				: "tidak ada pemberiannya di jejak audit");
}

/* ---- given, not ended, and not there ---- */

/* Whose role, and its name's digest. */
static struct str held_key(struct arena *mem, const struct id *akun_id, const uint8_t *name)
{
	char *key = arena_alloc(mem, sizeof(akun_id->bytes) + CRYPTO_HASH_LEN);

	memcpy(key, akun_id->bytes, sizeof(akun_id->bytes));
	memcpy(key + sizeof(akun_id->bytes), name, CRYPTO_HASH_LEN);
	return (struct str){key, sizeof(akun_id->bytes) + CRYPTO_HASH_LEN};
}

static void name_digest(struct arena *mem, const struct role *role, uint8_t *out)
{
	crypto_hash256(STR_NONE, role_name(mem, role), out);
}

/* What a list may have ended without an entry of its own: leaders of units. */
static enum err leaders_load(struct job *job, struct table *leaders)
{
	struct id *units;
	int count;
	enum err err = sql_role_units(job, &units, &count);

	table_init(leaders, job->mem, 64);
	for (int i = 0; i < count && !err; i++) {
		struct role role = {.peran = PERAN_PIMPINAN_UNIT, .unit_id = units[i]};
		uint8_t *name = arena_alloc(job->mem, CRYPTO_HASH_LEN);
		name_digest(job->mem, &role, name);
		table_put(leaders, (struct str){(const char *)name, CRYPTO_HASH_LEN}, 1);
	}
	return err;
}

static bool is_newest_of_name(const struct audit_trail_object *told,
			      const struct audit_trail_digest *digest)
{
	const struct audit_trail_digest *d = told->digests;

	while (d != digest && !(d->has_name && memcmp(d->name, digest->name, sizeof(d->name)) == 0))
		d = d->older;
	return d == digest;
}

struct holding {
	struct arena *mem;
	struct audit_compare *compare;
	struct table held, leaders;
};

static void missing_of(const struct holding *h, const struct audit_trail_object *told)
{
	int64_t there;

	for (const struct audit_trail_digest *d = told->digests; d; d = d->older) {
		struct str name = {(const char *)d->name, sizeof(d->name)};
		if (!d->has_name || d->is_end || !is_newest_of_name(told, d) ||
		    table_get(&h->held, held_key(h->mem, &told->object, d->name), &there))
			continue;
		if (h->compare->trail->has_import && table_get(&h->leaders, name, &there))
			h->compare->untold++;
		else
			audit_find(h->compare, "peran akun", &told->object, told,
				   "yang diberikan hilang dari basis data");
	}
}

enum err role_check(struct job *job, struct audit_compare *compare)
{
	const struct audit_trail *trail = compare->trail;
	struct holding holding = {.mem = job->mem, .compare = compare};
	struct role_row *rows;
	int count;
	enum err err;

	if ((err = sql_role_check(job, &rows, &count)) ||
	    (err = leaders_load(job, &holding.leaders)))
		return err;
	table_init(&holding.held, job->mem, (size_t)count);
	for (int i = 0; i < count; i++) {
		uint8_t name[CRYPTO_HASH_LEN];
		role_one(job->mem, compare, &rows[i]);
		name_digest(job->mem, &rows[i].role, name);
		table_put(&holding.held, held_key(job->mem, &rows[i].akun_id, name), 1);
	}
	for (int i = 0; i < trail->count; i++)
		missing_of(&holding, trail->objects[i]);
	return ERR_OK;
}
