/* SPDX-License-Identifier: Apache-2.0 */
/* The use cases of @room@: whoever calls, page or program, comes through here. */
#include "@room@/@room@.h"

#include "audit/audit.h"
#include "form/form.h"
#include "form/table.h"
#include "generated/@room@_sql.h"
#include "law/access.h"

#define FORM_RECORD struct @room@
static const struct field fields[] = {
#include "@room@/@room@_form.def"
};
const struct form_table @room@_form = FORM_TABLE("@room@", fields);

enum err @room@_list(struct job *job, const struct id *after, int most, struct @room@ **out,
		     int *count)
{
	if (!access_may(job->actor, PERM_@ROOM@_READ))
		return ERR_FORBIDDEN;
	return sql_@room@_page(job, after, most, out, count);
}

/* What the audit trail keeps the digest of. */
static struct str canonical(struct arena *mem, const struct @room@ *it)
{
	return str_format(mem, "@room@ 1\njudul %zu:%.*s\ntanggal %.*s\nisi %zu:%.*s\n",
			  it->judul.len, STR_ARG(it->judul), STR_ARG(date_iso(mem, it->tanggal)),
			  it->isi.len, STR_ARG(it->isi));
}

enum err @room@_add(struct job *job, struct @room@ *@room@)
{
	enum err err;

	if (!access_may(job->actor, PERM_@ROOM@_EDIT))
		return ERR_FORBIDDEN;
	form_check(&@room@_form, @room@, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	@room@->@room@_id = id_make();
	if ((err = sql_@room@_insert(job, @room@)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "@room@.add",
						    .object = @room@->@room@_id,
						    .after = canonical(job->mem, @room@)});
}
