/* SPDX-License-Identifier: Apache-2.0 */
/* Compares every key of the API with what the trail says of it. */
#include "api/api_key_check.h"

#include "api/api_key_store.h"
#include "law/access.h"

static void key_one(struct arena *mem, struct audit_compare *compare, const struct api_key *key)
{
	struct audit_trail_object *told = audit_trail_find(compare->trail, &key->kunci_id);
	bool is_revoked = told && str_is(told->deed, "api_key.revoke");

	if (told)
		told->is_met = true;
	if (!told)
		audit_find(compare, "kunci API", &key->kunci_id, NULL,
			   "tidak ada pembuatannya di jejak audit");
	else if (is_revoked != (key->dicabut_at != 0))
		audit_find(compare, "kunci API", &key->kunci_id, told,
			   is_revoked ? "sudah dicabut tetapi terbuka"
				      : "dicabut tanpa entri di jejak audit");
	else if (told->digests && !audit_trail_tells(told, api_key_text(mem, key)))
		audit_find(compare, "kunci API", &key->kunci_id, told,
			   "pemilik, cakupan, unit, atau hari terakhirnya bukan yang ditetapkan");
	else
		compare->equal++;
}

static enum err page(struct job *job, struct audit_compare *compare, struct id *after, int *count)
{
	struct api_key *keys;
	enum err err = api_key_rows_page(job, after, &keys, count);

	for (int i = 0; i < *count && !err; i++) {
		key_one(job->mem, compare, &keys[i]);
		*after = keys[i].kunci_id;
	}
	return err;
}

enum err api_key_check(struct job *job, struct audit_compare *compare)
{
	struct id after = {{0}};
	int count = 1;
	enum err err = ERR_OK;

	while (count > 0 && !err)
		err = page(job, compare, &after, &count);
	if (!err)
		audit_find_missing(compare, "kunci API", "api_key.");
	return err;
}
