/* SPDX-License-Identifier: Apache-2.0 */
/* The use cases of @room@: whoever calls, page or program, comes through here. */
#include "@room@/@room@.h"

#include "audit/audit.h"
#include "base/say.h"
#include "db/query.h"
#include "form/form.h"
#include "form/table.h"
#include "generated/@room@_sql.h"
#include "law/access.h"

static const struct choice jenis[] = {{.key = STR("umum"), .label = STR(SAID("Umum"))},
				      {.key = STR("khusus"), .label = STR(SAID("Khusus"))}};
const struct choice_list @room@_jenis = CHOICE_LIST(jenis);

#define FORM_RECORD struct @room@
static const struct field fields[] = {
#include "@room@/@room@_form.def"
};
const struct form_table @room@_form = FORM_TABLE("@room@", fields);
#undef FORM_RECORD
#define FORM_RECORD struct @room@_saring
static const struct field saring[] = {FIELD(SEARCH, cari, "Cari")};
const struct form_table @room@_saring_form = FORM_TABLE("@room@_saring", saring);

enum err @room@_list(struct job *job, const struct @room@_saring *which, const struct records_ask *ask, struct records_page *out)
{
	struct id after = {{0}};
	struct @room@ *rows = NULL;
	enum err err;

	*out = (struct records_page){.count = 0};
	if (!access_reaches_all(job->actor, PERM_@ROOM@_READ))
		return ERR_FORBIDDEN;
	if (ask->after.len > 0 && !id_parse(ask->after, &after))
		return ERR_NOT_FOUND;
	err = sql_@room@_page(job, query_pattern(job->mem, which->cari), &after, ask->limit + 1,
			      &rows, &out->count);
	out->rows = rows;
	if (!err && out->count > ask->limit)
		out->last = id_str(job->mem, &rows[(out->count = ask->limit) - 1].@room@_id);
	return err;
}

enum err @room@_add(struct job *job, struct @room@ *@room@)
{
	enum err err;

	if (!access_reaches_all(job->actor, PERM_@ROOM@_EDIT))
		return ERR_FORBIDDEN;
	form_check(&@room@_form, @room@, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	@room@->@room@_id = id_make();
	if ((err = sql_@room@_insert(job, @room@)))
		return err;
	return audit_add(job,
			 &(struct audit_entry){.deed = "@room@.add",
					       .object = @room@->@room@_id,
					       .after = form_canonical(job->mem, &@room@_form, @room@)});
}
