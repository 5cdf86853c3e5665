/* SPDX-License-Identifier: Apache-2.0 */
/* Compares every signed paper with the records and with the trail. */
#include "document/document_check.h"

#include "audit/signing_key.h"
#include "db/query.h"
#include "document/document_compare.h"
#include "document/document_store.h"
#include "evaluation/evaluation_audit.h"
#include "generated/document_sql.h"
#include "skp/skp.h"
#include "skp/skp_canonical.h"

#include <string.h>

#define PORTION 500
#define VERSIONS_MAX 64 /* a decided record is changed a few times, not more */

struct checking {
	struct job *job;
	const struct document_check *check;
	struct document_tally *tally;
	struct arena *mem; /* cleared after each object */
	struct str our_key;
};

static void find(struct checking *c, const char *kind, const struct id *object,
		 const struct audit_trail_object *told, const char *why)
{
	struct audit_finding finding = {.kind = kind, .object = *object, .why = str_from(why)};

	if (told) {
		finding.number = told->number;
		finding.deed = told->deed;
	}
	c->tally->findings++;
	c->check->tell(c->check->arg, &finding);
}

/* The entry that decided it; NULL, and told or counted, when there is none. */
static struct audit_trail_object *decision_of(struct checking *c, const char *kind,
					      const struct id *object)
{
	struct audit_trail_object *told = audit_trail_find(c->check->trail, object);

	if (told)
		told->is_met = true;
	if (told && told->is_decided)
		return told;
	if (c->check->trail->has_demo)
		c->tally->untold++;
	else
		find(c, kind, object, told, "tidak ada keputusannya di jejak audit");
	return NULL;
}

/* ---- One of each kind ---- */

/* Whatever state and version it has moved on to, ratings, predikat and words are those of the
   decision. */
static bool evaluasi_is_told(struct checking *c, const struct audit_trail_object *told,
			     struct evaluasi *e)
{
	int64_t newest = e->version;

	for (int64_t version = newest; version > 0 && version > newest - VERSIONS_MAX; version--)
		for (int state = EVALUASI_DITETAPKAN; state <= EVALUASI_FINAL; state++) {
			e->version = version;
			e->state = (enum evaluasi_state)state;
			if (audit_trail_tells(told, evaluation_audit_text(c->mem, e)))
				return true;
		}
	return false;
}

static void evaluasi_check(struct checking *c, struct evaluasi *e)
{
	struct audit_trail_object *told = decision_of(c, "evaluasi", &e->evaluasi_id);

	if (!told)
		return;
	if (evaluasi_is_told(c, told, e))
		c->tally->evaluasi++;
	else
		find(c, "evaluasi", &e->evaluasi_id, told, "isinya bukan yang ditetapkan");
}

static void skp_check(struct checking *c, struct skp *skp)
{
	struct audit_trail_object *told = decision_of(c, "SKP", &skp->skp_id);

	if (!told)
		return;
	for (int state = SKP_DRAF; state <= SKP_DITUTUP; state++) {
		skp->state = (enum skp_state)state;
		if (audit_trail_tells(told, skp_audit_text(c->mem, skp))) {
			c->tally->skp++;
			return;
		}
	}
	find(c, "SKP", &skp->skp_id, told, "isinya bukan yang disepakati");
}

static enum err dokumen_check(struct checking *c, const struct id *dokumen_id)
{
	struct job job = *c->job;
	struct dokumen *d;
	const char *why;
	enum err err;

	job.mem = c->mem;
	if ((err = document_store_load(&job, dokumen_id, &d)))
		return err;
	struct audit_trail_object *told = decision_of(c, "dokumen", dokumen_id);
	if (!told)
		return ERR_OK;
	const struct audit_trail_object *object = audit_trail_find(c->check->trail, &d->objek_id);
	struct document_compare compare = {.our_key = c->our_key,
					   .is_told = audit_trail_tells(told, d->isi),
					   .is_object_newer =
						   object && object->number > told->number};
	if ((err = document_compare(&job, d, &compare, &why)))
		return err;
	if (why)
		find(c, "dokumen", dokumen_id, told, why);
	else
		c->tally->dokumen++;
	return ERR_OK;
}

static enum err skp_one(struct checking *c, const struct id *skp_id)
{
	struct job job = *c->job;
	struct skp *skp;
	enum err err;

	job.mem = c->mem;
	if ((err = skp_load(&job, skp_id, &skp)))
		return err;
	skp_check(c, skp);
	return ERR_OK;
}

/* ---- All of each kind ---- */

static struct id first_id(void)
{
	return (struct id){
		.bytes = {[15] = 1}}; /* before every id there is; the none id would bind NULL */
}

/* The next ids behind one, by a statement of theirs. */
typedef enum err ids_after(const struct job *job, const struct id *after, int most,
			   struct id **rows, int *count);

static enum err each_id(struct checking *c, ids_after *ask,
			enum err (*one)(struct checking *c, const struct id *id))
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct job job = *c->job;
	struct id after = first_id(), *ids;
	int count;
	enum err err;

	job.mem = mem;
	do {
		if ((err = ask(&job, &after, PORTION, &ids, &count)))
			return err;
		for (int i = 0; i < count; i++) {
			if ((err = one(c, &ids[i])))
				return err;
			arena_clear(c->mem);
			after = ids[i];
		}
		arena_clear(mem);
	} while (count == PORTION);
	return ERR_OK;
}

static enum err evaluasi_portion(struct checking *c, struct id *after, int *count)
{
	CLEANUP(query_close) struct query *q = sql_check_evaluasi(c->job, after, PORTION);
	struct evaluasi e;

	for (*count = 0; sql_check_evaluasi_next(q, c->mem, &e); ++*count) {
		*after = e.evaluasi_id;
		evaluasi_check(c, &e);
		arena_clear(c->mem);
	}
	return query_error(q);
}

static enum err evaluasi_all(struct checking *c)
{
	struct id after = first_id();
	int count = PORTION;
	enum err err = ERR_OK;

	while (count == PORTION && !err)
		err = evaluasi_portion(c, &after, &count);
	return err;
}

/* What the trail decided and the database has no more. */
static void missing_find(struct checking *c)
{
	const struct audit_trail *trail = c->check->trail;

	for (int i = 0; i < trail->count; i++) {
		const struct audit_trail_object *told = trail->objects[i];
		if (told->is_decided && !told->is_met)
			find(c, "objek", &told->object, told,
			     "hilang dari basis data atau tidak lagi ditetapkan");
	}
}

enum err document_check_run(struct job *job, const struct document_check *check,
			    struct document_tally *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct checking c = {.job = job, .check = check, .tally = out, .mem = mem};
	uint8_t key[CRYPTO_PUBLIC_LEN];
	enum err err = signing_key_public(job->db, job->mem, key);

	memset(out, 0, sizeof(*out));
	if (err && err != ERR_NOT_FOUND)
		return err;
	c.our_key = (struct str){(const char *)key, err ? 0 : sizeof(key)};
	if ((err = evaluasi_all(&c)) || (err = each_id(&c, sql_check_skp, skp_one)) ||
	    (err = each_id(&c, sql_check_dokumen, dokumen_check)))
		return err;
	missing_find(&c);
	return ERR_OK;
}
