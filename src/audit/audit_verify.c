/* SPDX-License-Identifier: Apache-2.0 */
/* Walks a chain from its beginning, entry by entry. */
#include "audit/audit_verify.h"

#include "audit/audit_heads.h"
#include "audit/audit_store.h"
#include "audit/signing_key.h"

#include <stdlib.h>
#include <string.h>

#define VERIFY_ROWS 4096

/* The chain must hold this hash at this number. */
struct expected {
	int64_t number;
	const uint8_t *hash;
	struct str source;
};

struct verification {
	struct job *job;
	const struct audit_check *check;
	struct audit_verdict *verdict;
	struct arena *mem; /* cleared after each portion */
	struct expected *expected; /* in order of number */
	int expected_count, met;
	uint8_t hash[CRYPTO_HASH_LEN];
	int64_t at; /* the latest so far */
	int rows; /* in this portion */
};

static void blame(struct verification *v, int64_t number, struct str deed, struct str why)
{
	struct audit_verdict *verdict = v->verdict;

	if (verdict->first_bad && verdict->first_bad <= number)
		return;
	verdict->first_bad = number;
	verdict->deed = str_copy(v->job->mem, deed);
	verdict->why = str_copy(v->job->mem, why);
}

static void expected_meet(struct verification *v, const struct audit_row *row)
{
	while (v->met < v->expected_count && v->expected[v->met].number <= row->number) {
		const struct expected *e = &v->expected[v->met++];
		if (memcmp(e->hash, v->hash, sizeof(v->hash)) != 0)
			blame(v, row->number, row->deed,
			      str_format(v->job->mem, "berbeda dari kepala rantai yang %.*s",
					 STR_ARG(e->source)));
	}
}

static void clock_look(struct verification *v, const struct audit_row *row)
{
	struct audit_verdict *verdict = v->verdict;

	if (row->at < v->at - AUDIT_CLOCK_SECONDS * INT64_C(1000000)) {
		if (verdict->backward++ == 0)
			verdict->first_backward = row->number;
		v->at = row->at; /* from here on it is the clock: each jump counts once */
	}
	if (row->at > v->at)
		v->at = row->at;
}

static void row_verify(void *arg, const struct audit_row *row)
{
	struct verification *v = arg;
	struct audit_verdict *verdict = v->verdict;

	v->rows++;
	if (verdict->first_bad)
		return;
	if (row->number != verdict->count + 1) {
		blame(v, verdict->count + 1, STR_NONE, STR("entri hilang"));
		return;
	}
	clock_look(v, row);
	audit_chain_next(v->mem, row, v->hash);
	if (row->hash.len != sizeof(v->hash) || memcmp(row->hash.at, v->hash, sizeof(v->hash)) != 0)
		blame(v, row->number, row->deed, STR("isi atau urutan entri berubah"));
	else
		expected_meet(v, row);
	verdict->count = row->number;
	if (v->check && v->check->each && !verdict->first_bad)
		v->check->each(v->check->arg, row);
}

static int by_number(const void *a, const void *b)
{
	int64_t left = ((const struct expected *)a)->number;
	int64_t right = ((const struct expected *)b)->number;

	return left < right ? -1 : left > right;
}

/* A signature that does not fit makes its entry the bad one: nothing else can be said of it. */
static void signature_check(struct verification *v, const struct signed_head *head,
			    struct str our_key)
{
	if (our_key.len && signed_head_is_genuine(v->mem, db_instansi(v->job->db), head, our_key))
		v->verdict->heads++;
	else
		blame(v, head->number, STR_NONE,
		      STR("tanda tangan kepala rantai pada entri ini tidak sah"));
}

static enum err heads_expect(struct verification *v)
{
	uint8_t key[CRYPTO_PUBLIC_LEN];
	struct signed_head *heads;
	int count = 0;
	enum err err = signing_key_public(v->job->db, v->job->mem, key);
	struct str our_key = {(const char *)key, err ? 0 : sizeof(key)};

	if (err && err != ERR_NOT_FOUND)
		return err;
	if ((err = audit_heads_list(v->job->db, v->job->mem, &heads, &count)))
		return err;
	int anchors = v->check ? v->check->anchor_count : 0;
	v->expected = arena_array(v->job->mem, struct expected, count + anchors + 1);
	for (int i = 0; i < count; i++) {
		signature_check(v, &heads[i], our_key);
		v->expected[v->expected_count++] =
			(struct expected){heads[i].number, heads[i].hash, STR("ditandatangani")};
	}
	for (int i = 0; i < anchors; i++) {
		const struct audit_anchor *anchor = &v->check->anchors[i];
		if (id_equal(&anchor->instansi, db_instansi(v->job->db)))
			v->expected[v->expected_count++] =
				(struct expected){anchor->number, anchor->hash, anchor->source};
	}
	qsort(v->expected, (size_t)v->expected_count, sizeof(*v->expected), by_number);
	return ERR_OK;
}

enum err audit_verify(struct job *job, const struct audit_check *check, struct audit_verdict *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct verification v = {.job = job, .check = check, .verdict = out, .mem = mem};
	enum err err;

	memset(out, 0, sizeof(*out));
	if ((err = heads_expect(&v)))
		return err;
	/* A bad signature does not end the walk: an earlier entry may be bad too. */
	struct audit_verdict signatures = *out;
	out->first_bad = 0;
	audit_chain_begin(db_instansi(job->db), v.hash);
	do {
		v.rows = 0;
		if ((err = audit_each_after(job->db, out->count, VERIFY_ROWS, row_verify, &v)))
			return err;
		arena_clear(mem);
	} while (v.rows == VERIFY_ROWS && !out->first_bad);
	if (v.met < v.expected_count && !out->first_bad)
		blame(&v, out->count + 1, STR_NONE,
		      str_format(job->mem,
				 "ujung rantai hilang: entri %lld yang pernah %.*s tidak ada lagi",
				 (long long)v.expected[v.met].number,
				 STR_ARG(v.expected[v.met].source)));
	if (signatures.first_bad)
		blame(&v, signatures.first_bad, STR_NONE, signatures.why);
	return ERR_OK;
}
