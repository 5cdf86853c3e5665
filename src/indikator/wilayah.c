/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of areas: listed, added by hand or from a file, changed, ended. */
#include "indikator/wilayah.h"

#include "audit/audit.h"
#include "base/say.h"
#include "db/query.h"
#include "form/pick.h"
#include "form/table.h"
#include "generated/indikator_sql.h"
#include "law/access.h"

static const struct choice jenis[] = {
	{.key = STR("kecamatan"), .label = STR(SAID("Kecamatan atau distrik"))},
	{.key = STR("kelurahan"), .label = STR(SAID("Kelurahan, desa, atau kampung"))}};
const struct choice_list wilayah_jenis = CHOICE_LIST(jenis);

#define FORM_RECORD struct wilayah
static const struct field fields[] = {
#include "indikator/wilayah_form.def"
};
const struct form_table wilayah_form = FORM_TABLE("wilayah", fields);
#undef FORM_RECORD
#define FORM_RECORD struct wilayah_saring
static const struct field saring[] = {
	FIELD(SEARCH, cari, "Cari", HINT("Sebagian nama atau kodenya."))
		FIELD(YES, lama, "Tampilkan juga yang sudah tidak berlaku")};
const struct form_table wilayah_saring_form = FORM_TABLE("wilayah_saring", saring);
#undef FORM_RECORD

struct str wilayah_name(struct arena *mem, const struct wilayah *w)
{
	if (w->induk_nama.len == 0)
		return str_format(mem, "%.*s (%.*s)", STR_ARG(w->nama), STR_ARG(w->kode));
	return str_format(mem, "%.*s, %.*s (%.*s)", STR_ARG(w->nama), STR_ARG(w->induk_nama),
			  STR_ARG(w->kode));
}

enum err wilayah_list(struct job *job, const struct wilayah_saring *which,
		      const struct records_ask *ask, struct records_page *out)
{
	struct id after = {{0}};
	struct wilayah *rows = NULL;
	enum err err;

	*out = (struct records_page){.count = 0};
	if (!access_may(job->actor, PERM_INDIKATOR_READ))
		return ERR_FORBIDDEN;
	if (ask->after.len > 0 && !id_parse(ask->after, &after))
		return ERR_NOT_FOUND;
	err = sql_wilayah_page(job, query_pattern(job->mem, which->cari), which->lama, job->today,
			       &after, ask->limit + 1, &rows, &out->count);
	out->rows = rows;
	if (!err && out->count > ask->limit)
		out->last = id_str(job->mem, &rows[(out->count = ask->limit) - 1].wilayah_id);
	return err;
}

enum err wilayah_load(struct job *job, const struct id *wilayah_id, struct wilayah *out)
{
	if (!access_may(job->actor, PERM_INDIKATOR_READ))
		return ERR_FORBIDDEN;
	return sql_wilayah_find(job, wilayah_id, out);
}

enum err wilayah_by_kode(struct job *job, struct str kode, struct wilayah *out)
{
	return sql_wilayah_of_kode(job, kode, out);
}

/* --- what is right --- */

static bool kode_is_sound(struct str kode)
{
	for (size_t i = 0; i < kode.len; i++) {
		char c = kode.at[i], low = (char)(c | 0x20);

		if (!(c >= '0' && c <= '9') && !(low >= 'a' && low <= 'z') && c != '.' && c != '-')
			return false;
	}
	return kode.len > 0;
}

static enum err check_kode(struct job *job, const struct wilayah *w)
{
	struct wilayah other = {.version = 0};
	enum err err;

	if (w->kode.len == 0)
		return ERR_OK;
	if (!kode_is_sound(w->kode))
		problem_add(job->faults, STR("kode"), "wilayah.kode",
			    STR("Tulis kode dengan angka, huruf, titik, atau tanda hubung."));
	err = sql_wilayah_of_kode(job, w->kode, &other);
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if (!id_equal(&other.wilayah_id, &w->wilayah_id))
		problem_add(
			job->faults, STR("kode"), "wilayah.kode_taken",
			say_format(job->mem, "Kode ini sudah dipakai %.*s.", STR_ARG(other.nama)));
	return ERR_OK;
}

/* A kelurahan is in a kecamatan, and a kecamatan in none. */
static enum err check_induk(struct job *job, const struct wilayah *w)
{
	struct wilayah induk = {.version = 0};
	bool is_kecamatan = str_is(w->jenis, "kecamatan");
	enum err err;

	if (id_is_none(&w->induk_id)) {
		if (str_is(w->jenis, "kelurahan") &&
		    problem_for(job->faults, STR("induk_id")).len == 0)
			problem_add(job->faults, STR("induk_id"), "wilayah.induk_missing",
				    STR("Pilih kecamatan tempat wilayah ini berada."));
		return ERR_OK;
	}
	if (is_kecamatan) {
		problem_add(job->faults, STR("induk_id"), "wilayah.induk_extra",
			    STR("Kosongkan; kecamatan tidak berada di kecamatan lain."));
		return ERR_OK;
	}
	if ((err = sql_wilayah_find(job, &w->induk_id, &induk)) && err != ERR_NOT_FOUND)
		return err;
	if (err || !str_is(induk.jenis, "kecamatan"))
		problem_add(job->faults, STR("induk_id"), "wilayah.induk_kind",
			    STR("Pilih kecamatan tempat wilayah ini berada."));
	return ERR_OK;
}

/* What is in a kecamatan ends with it at the latest, and stays where it is. */
static enum err check_below(struct job *job, const struct wilayah *w, const struct wilayah *before)
{
	int count = 0;
	enum err err;

	if (!str_equal(before->jenis, w->jenis) && str_is(before->jenis, "kecamatan")) {
		if ((err = sql_wilayah_below(job, &w->wilayah_id, &count)))
			return err;
		if (count > 0)
			problem_add(job->faults, STR("jenis"), "wilayah.has_below",
				    say_format(job->mem,
					       "Ada %d wilayah di dalamnya, jadi ini tetap "
					       "kecamatan. Pindahkan dahulu isinya.",
					       count));
	}
	if (date_is_none(w->sampai))
		return ERR_OK;
	if ((err = sql_wilayah_held(job, &w->wilayah_id, w->sampai, &count)))
		return err;
	if (count > 0)
		problem_add(job->faults, STR("sampai"), "wilayah.held",
			    say_format(job->mem,
				       "%d wilayah di dalamnya berlaku lebih lama. Akhiri atau "
				       "pindahkan dahulu.",
				       count));
	return ERR_OK;
}

static enum err check(struct job *job, const struct wilayah *w, const struct wilayah *before)
{
	enum err err;

	form_check(&wilayah_form, w, job->faults);
	if (!date_is_none(w->sejak) && !date_is_none(w->sampai) &&
	    date_compare(w->sampai, w->sejak) < 0)
		problem_add(job->faults, STR("sampai"), "wilayah.sampai_before",
			    STR("Isi hari terakhir yang tidak mendahului hari mulainya."));
	if ((err = check_kode(job, w)) || (err = check_induk(job, w)) ||
	    (before && (err = check_below(job, w, before))))
		return err;
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

/* --- kept --- */

static struct str canonical(struct job *job, const struct wilayah *w)
{
	return form_canonical(job->mem, &wilayah_form, w);
}

static enum err add(struct job *job, struct wilayah *w)
{
	enum err err = check(job, w, NULL);

	if (err)
		return err;
	w->wilayah_id = id_make();
	if ((err = sql_wilayah_insert(job, w)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "wilayah.add",
						    .object = w->wilayah_id,
						    .after = canonical(job, w)});
}

static enum err change(struct job *job, struct wilayah *w)
{
	struct wilayah before = {.version = 0};
	enum err err = sql_wilayah_find(job, &w->wilayah_id, &before);

	if (err)
		return err;
	if (before.version != w->version)
		return ERR_CONFLICT;
	if ((err = check(job, w, &before)) || (err = sql_wilayah_update(job, w)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "wilayah.save",
						    .object = w->wilayah_id,
						    .before = canonical(job, &before),
						    .after = canonical(job, w)});
}

enum err wilayah_save(struct job *job, struct wilayah *w)
{
	if (!access_reaches_all(job->actor, PERM_WILAYAH_MANAGE))
		return ERR_FORBIDDEN;
	return id_is_none(&w->wilayah_id) ? add(job, w) : change(job, w);
}

/* --- looked for by name --- */

static struct id *value_of(const struct form *form, int at)
{
	return (struct id *)(void *)((char *)form->record + form->table->fields[at].at);
}

static enum err look_up(struct job *job, struct form *form, int at, struct str typed,
			bool only_kecamatan)
{
	struct wilayah *rows = NULL;
	int count = 0;
	enum err err = sql_wilayah_named(job, query_pattern(job->mem, typed), only_kecamatan,
					 job->today, FORM_PICK_MOST + 1, &rows, &count);

	if (err)
		return err;
	struct choice *found = arena_array(job->mem, struct choice, count + 1);
	for (int i = 0; i < count; i++)
		found[i] = (struct choice){.key = id_str(job->mem, &rows[i].wilayah_id),
					   .label = wilayah_name(job->mem, &rows[i])};
	form_pick_found(form, at, found, count);
	return ERR_OK;
}

/* A whole name ends with its code, "… (92.71.01)", which says which one. */
static struct str code_of(struct str typed)
{
	size_t at = typed.len;

	if (!str_ends(typed, ")"))
		return typed;
	while (at > 0 && typed.at[at - 1] != '(')
		at--;
	return str_slice(typed, at, typed.len - 1);
}

enum err wilayah_pick(struct job *job, struct form *form, int at, bool only_kecamatan)
{
	struct wilayah chosen = {.version = 0};
	struct str typed;
	enum err err;

	if (form_pick_asks(form, at, &typed))
		return look_up(job, form, at, code_of(typed), only_kecamatan);
	if (id_is_none(value_of(form, at)))
		return ERR_OK;
	err = sql_wilayah_find(job, value_of(form, at), &chosen);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (err || (only_kecamatan && !str_is(chosen.jenis, "kecamatan")))
		form_pick_unknown(form, at);
	else
		form_pick_chosen(form, at, wilayah_name(job->mem, &chosen));
	return ERR_OK;
}
