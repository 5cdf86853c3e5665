/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers what the entries say, object by object. */
#include "audit/audit_trail.h"

#include <string.h>

void audit_trail_init(struct audit_trail *trail, struct arena *mem)
{
	*trail = (struct audit_trail){.mem = mem};
	table_init(&trail->of, mem, 1024);
	table_init(&trail->replaced, mem, 16);
}

static struct audit_trail_object *object_make(struct audit_trail *trail, struct str id)
{
	trail->objects = arena_grow(trail->mem, trail->objects, trail->count,
				    sizeof(struct audit_trail_object *));
	struct audit_trail_object *object = arena_new(trail->mem, struct audit_trail_object);
	if (!id_parse(id, &object->object))
		object->object = (struct id){{0}};
	trail->objects[trail->count] = object;
	table_put(&trail->of, str_copy(trail->mem, id), trail->count++);
	return object;
}

/* Deeds after which an object is signed. "puncak": plans without appraiser that stood when they
   were sent, before an agreement on paper had to be recorded. */
static bool is_decision(const struct audit_row *row)
{
	return str_is(row->deed, "evaluation.decide") || str_is(row->deed, "evaluation.record") ||
	       str_is(row->deed, "skp.agree") || str_is(row->deed, "skp.record") ||
	       (str_is(row->deed, "skp.submit") && str_is(row->reason, "puncak")) ||
	       str_is(row->deed, "document.issue");
}

static bool is_followed(struct str deed)
{
	return str_starts(deed, "evaluation.") || str_starts(deed, "skp.") ||
	       str_is(deed, "document.issue") || str_is(deed, "report.send") ||
	       str_is(deed, "report.replace") || str_is(deed, "report.undo") ||
	       str_starts(deed, "role.") || str_starts(deed, "periode.") ||
	       str_starts(deed, "tahun.") || str_starts(deed, "setelan.") ||
	       str_starts(deed, "api_key.") || str_is(deed, "capaian.set");
}

static void digest_add(struct audit_trail *trail, struct audit_trail_object *object,
		       struct str hash, bool is_end)
{
	if (hash.len != CRYPTO_HASH_LEN)
		return;
	struct audit_trail_digest *digest = arena_new(trail->mem, struct audit_trail_digest);
	digest->older = object->digests;
	digest->is_end = is_end;
	memcpy(digest->hash, hash.at, CRYPTO_HASH_LEN);
	object->digests = digest;
}

/* A role is given with its terms, and under a name by which it can be ended. */
static void role_add(struct audit_trail *trail, struct audit_trail_object *object,
		     const struct audit_row *row)
{
	bool is_end = str_is(row->deed, "role.end");

	digest_add(trail, object, is_end ? row->before : row->after, is_end);
	struct audit_trail_digest *newest = object->digests;
	if (newest && row->before.len == CRYPTO_HASH_LEN) {
		newest->has_name = true;
		memcpy(newest->name, row->before.at, CRYPTO_HASH_LEN);
	}
}

void audit_trail_take(void *arg, const struct audit_row *row)
{
	struct audit_trail *trail = arg;
	int64_t at = 0;

	trail->has_demo |= str_starts(row->deed, "demo.");
	trail->has_import |=
		str_is(row->deed, "org.import") || str_starts(row->deed, "org.pegawai_");
	if (!is_followed(row->deed) || row->object.len != ID_TEXT_LEN)
		return;
	struct audit_trail_object *object = table_get(&trail->of, row->object, &at)
						    ? trail->objects[at]
						    : object_make(trail, row->object);
	object->number = row->number;
	if (!str_equal(object->deed, row->deed))
		object->deed = str_copy(trail->mem, row->deed);
	if (is_decision(row)) {
		object->is_decided = true;
		object->digests = NULL;
	}
	if (str_is(row->deed, "report.undo"))
		object->digests = NULL;
	if (str_is(row->deed, "report.replace"))
		table_put(&trail->replaced, str_copy(trail->mem, row->before), row->number);
	if (str_starts(row->deed, "role."))
		role_add(trail, object, row);
	else
		digest_add(trail, object, row->after, false);
}

struct audit_trail_object *audit_trail_find(const struct audit_trail *trail,
					    const struct id *object)
{
	char text[ID_TEXT_LEN];
	int64_t at = 0;

	id_write(object, text);
	return table_get(&trail->of, (struct str){text, sizeof(text)}, &at) ? trail->objects[at]
									    : NULL;
}

bool audit_digest_is_of(const struct audit_trail_digest *digest, struct str text)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	crypto_hash256(STR_NONE, text, hash);
	return memcmp(digest->hash, hash, sizeof(hash)) == 0;
}

void audit_find(struct audit_compare *compare, const char *kind, const struct id *object,
		const struct audit_trail_object *told, const char *why)
{
	struct audit_finding finding = {.kind = kind, .object = *object, .why = str_from(why)};

	if (told) {
		finding.number = told->number;
		finding.deed = told->deed;
	}
	compare->findings++;
	compare->tell(compare->arg, &finding);
}

void audit_find_missing(struct audit_compare *compare, const char *kind, const char *deeds)
{
	const struct audit_trail *trail = compare->trail;

	for (int i = 0; i < trail->count; i++) {
		const struct audit_trail_object *told = trail->objects[i];
		if (!told->is_met && str_starts(told->deed, deeds))
			audit_find(compare, kind, &told->object, told, "hilang dari basis data");
	}
}

bool audit_trail_tells(const struct audit_trail_object *object, struct str text)
{
	uint8_t hash[CRYPTO_HASH_LEN];

	crypto_hash256(STR_NONE, text, hash);
	for (const struct audit_trail_digest *d = object->digests; d; d = d->older)
		if (memcmp(d->hash, hash, sizeof(hash)) == 0)
			return true;
	return false;
}
