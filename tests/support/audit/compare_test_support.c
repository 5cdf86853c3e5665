/* SPDX-License-Identifier: Apache-2.0 */
/* Verifies a chain and lets one room compare its records with it. */
#include "audit/compare_test_support.h"

#include "audit/audit_verify.h"
#include "law/access.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct looking {
	const struct id *instansi;
	compare_kind *kind;
	struct compare_seen seen;
};

static void tell(void *arg, const struct audit_finding *finding)
{
	struct compare_seen *seen = arg;

	if (seen->said[0] == '\0')
		(void)snprintf(seen->said, sizeof(seen->said), "%s: %.*s", finding->kind,
			       STR_ARG(finding->why));
}

static enum err look_work(struct db *db, void *arg)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct looking *looking = arg;
	struct actor actor = {.instansi_id = *looking->instansi, .is_signed_in = true};
	struct job job = {.mem = mem, .db = db, .actor = &actor};
	struct audit_trail trail;
	struct audit_check chain = {.each = audit_trail_take, .arg = &trail};
	struct audit_compare compare = {.trail = &trail, .tell = tell, .arg = &looking->seen};
	struct audit_verdict verdict;
	enum err err;

	audit_trail_init(&trail, mem);
	if ((err = audit_verify(&job, &chain, &verdict)))
		return err;
	assert_int_equal(verdict.first_bad, 0);
	err = looking->kind(&job, &compare);
	looking->seen.equal = compare.equal;
	looking->seen.untold = compare.untold;
	looking->seen.findings = compare.findings;
	return err;
}

struct compare_seen compare_look(struct store *store, const struct id *instansi, compare_kind *kind)
{
	struct looking looking = {.instansi = instansi, .kind = kind};

	assert_int_equal(store_read(store, instansi, look_work, &looking), ERR_OK);
	return looking.seen;
}

void compare_tamper(struct store *store, const struct id *instansi, compare_kind *kind,
		    const char *sql, const char *said)
{
	assert_true(store_test_sql(store, instansi, sql) > 0);
	struct compare_seen seen = compare_look(store, instansi, kind);
	assert_string_equal(seen.said, said);
	assert_int_equal(seen.findings, 1);
}
