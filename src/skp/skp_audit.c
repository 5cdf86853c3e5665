/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a plan whose digest the trail keeps. */
#include "skp/skp_audit.h"

#include "audit/audit.h"
#include "skp/skp_canonical.h"
#include "skp/skp_store.h"

enum err skp_audit_change(struct job *job, const char *deed, const struct skp *before,
			  struct str reason)
{
	struct skp *after;
	enum err err = skp_find(job, &before->skp_id, &after);

	if (err)
		return err;

	struct audit_entry entry = {deed, before->skp_id, reason, skp_audit_text(job->mem, before),
				    skp_audit_text(job->mem, after)};

	return audit_add(job, &entry);
}
