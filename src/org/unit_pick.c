/* SPDX-License-Identifier: Apache-2.0 */
/* Units by name and code: "Bidang Kepegawaian (BKD-B2)". */
#include "org/unit_pick.h"

#include "generated/org_sql.h"
#include "org/search.h"
#include "org/unit_names.h"

static bool is_within(const struct job *job, const struct unit *unit, enum permission deed)
{
	struct str scope = access_scope_jalur(job->actor, deed);

	return access_may(job->actor, deed) && str_starts(unit->jalur, str_cstr(job->mem, scope));
}

struct str unit_name_make(struct arena *mem, const struct unit *unit)
{
	return str_format(mem, "%.*s (%.*s)", STR_ARG(unit->nama), STR_ARG(unit->kode));
}

/* The code of a whole name, "… (BKD-B2)"; empty when it is none. */
static struct str code_of(struct str typed)
{
	size_t at = typed.len;

	if (!str_ends(typed, ")"))
		return STR_NONE;
	while (at > 0 && typed.at[at - 1] != '(')
		at--;
	return str_slice(typed, at, typed.len - 1);
}

/* A whole name says which one, however many begin like it. */
static enum err by_code(struct job *job, struct str typed, enum permission deed, struct unit **out,
			int *count)
{
	struct unit *unit = arena_new(job->mem, struct unit);
	struct str kode = code_of(typed);
	enum err err = kode.len > 0 ? sql_unit_by_kode(job, kode, unit) : ERR_NOT_FOUND;

	*out = unit;
	*count = !err && is_within(job, unit, deed);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err unit_names_find(struct job *job, struct str typed, enum permission deed, struct unit **out,
			 int *count)
{
	struct search search = {access_scope_jalur(job->actor, deed), typed};
	enum err err = by_code(job, typed, deed, out, count);

	if (err || *count > 0)
		return err;
	if (!access_may(job->actor, deed))
		return ERR_OK;
	return search_unit(job, &search, FORM_PICK_MOST + 1, out, count);
}

static enum err look_up(struct job *job, struct form *form, int at, enum permission deed)
{
	struct choice *choices;
	struct str typed = form->cells[at].text;
	struct unit *units;
	int count;
	enum err err = unit_names_find(job, typed, deed, &units, &count);

	if (err)
		return err;
	choices = arena_array(job->mem, struct choice, (size_t)count + 1);
	for (int i = 0; i < count; i++)
		choices[i] = (struct choice){.key = id_str(job->mem, &units[i].unit_id),
					     .label = unit_name_make(job->mem, &units[i]),
					     .means = units[i].induk_nama};
	form_pick_found(form, at, choices, count);
	return ERR_OK;
}

static struct id *value_of(const struct form *form, int at)
{
	return (struct id *)(void *)((char *)form->record + form->table->fields[at].at);
}

static enum err show_chosen(struct job *job, struct form *form, int at, enum permission deed)
{
	struct unit unit;
	enum err err = sql_unit_open_by_id(job, value_of(form, at), &unit);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err || !is_within(job, &unit, deed))
		form_pick_unknown(form, at);
	else
		form_pick_chosen(form, at, unit_name_make(job->mem, &unit));
	return ERR_OK;
}

enum err unit_pick(struct job *job, struct form *form, int at, enum permission deed)
{
	struct str typed;

	if (form_pick_asks(form, at, &typed))
		return look_up(job, form, at, deed);
	return id_is_none(value_of(form, at)) ? ERR_OK : show_chosen(job, form, at, deed);
}

enum err unit_pick_or_highest(struct job *job, struct form *form, int at, enum permission deed)
{
	struct unit *unit;
	enum err err = unit_pick(job, form, at, deed);

	if (err || !id_is_none(value_of(form, at)) || form->cells[at].text.len > 0)
		return err;
	if ((err = unit_highest(job, deed, &unit)))
		return err;
	*value_of(form, at) = unit->unit_id;
	form_pick_chosen(form, at, unit_name_make(job->mem, unit));
	return ERR_OK;
}

enum err unit_by_kode(struct job *job, struct str kode, struct unit *out)
{
	return sql_unit_by_kode(job, kode, out);
}
