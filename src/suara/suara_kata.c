/* SPDX-License-Identifier: Apache-2.0 */
/* Words: their themes, who may read them, and the day they are deleted. */
#include "audit/audit.h"
#include "base/crypto.h"
#include "base/say.h"
#include "generated/suara_sql.h"
#include "law/access.h"
#include "org/org.h"
#include "suara/suara_own.h"
#include "suara/suara_staff.h"

static const struct suara_tema first_themes[] = {
#define SUARA_TEMA(key, name, words) {STR(key), STR(name), STR(words), 1},
#include "suara/suara_tema.def"
#undef SUARA_TEMA
};
#define WORDS_MONTHS 12
#define FIRST_COUNT (int)(sizeof(first_themes) / sizeof(first_themes[0]))

enum err suara_tema_begin(struct job *job)
{
	struct suara_tema *themes;
	int count = 0;
	enum err err = sql_tema_all(job, &themes, &count);

	for (int i = 0; i < FIRST_COUNT && count == 0 && !err; i++)
		err = sql_tema_insert(job, &first_themes[i]);
	return err;
}

static enum err link_word(struct job *job, const struct kata_baris *row,
			  const struct suara_tema *themes, int count)
{
	enum err err = ERR_OK;

	for (int i = 0; i < count && !err; i++)
		if (suara_has_words(job->mem, row->isi, themes[i].kata))
			err = sql_tema_link(job, themes[i].tema, &row->kata_id);
	return err;
}

enum err suara_tema_month(struct job *job, int bulan)
{
	struct suara_tema *themes;
	struct kata_baris *rows;
	int theme_count = 0, count = 0;
	enum err err;

	if ((err = sql_tema_all(job, &themes, &theme_count)) ||
	    (err = sql_tema_words_of(job, bulan, &rows, &count)) ||
	    (err = sql_tema_links_clear(job, bulan)) || (err = sql_tema_month_clear(job, bulan)))
		return err;
	for (int i = 0; i < count && !err; i++)
		err = link_word(job, &rows[i], themes, theme_count);
	return err ? err : sql_tema_month_sum(job, bulan);
}

/* --- the list the agency keeps --- */

enum err suara_tema_list(struct job *job, struct suara_tema **out, int *count)
{
	enum err err;

	if (!access_may(job->actor, PERM_SUARA_READ))
		return ERR_FORBIDDEN;
	if ((err = sql_tema_all(job, out, count)) || *count > 0)
		return err;
	*out = arena_array(job->mem, struct suara_tema, FIRST_COUNT);
	memcpy(*out, first_themes, sizeof(first_themes));
	*count = FIRST_COUNT;
	return ERR_OK;
}

static enum err group_anew(struct job *job)
{
	int *months, count = 0;
	enum err err = sql_kata_months(job, &months, &count);

	for (int i = 0; i < count && !err; i++)
		err = suara_tema_month(job, months[i]);
	return err;
}

static enum err check_theme(struct job *job, const struct suara_tema *typed, int count)
{
	if (typed->tema.len == 0 && typed->nama.len == 0)
		problem_add(job->faults, STR("nama"), "tema.nama", STR("Tulis nama temanya."));
	if (str_chars(typed->nama) > SUARA_TEMA_NAMA_MAX)
		problem_add(job->faults, STR("nama"), "tema.long",
			    say_format(job->mem, SAID("Tulis paling banyak %d huruf."),
				       SUARA_TEMA_NAMA_MAX));
	if (str_chars(typed->kata) > SUARA_TEMA_KATA_MAX)
		problem_add(job->faults, STR("kata"), "tema.words",
			    say_format(job->mem, SAID("Tulis paling banyak %d huruf."),
				       SUARA_TEMA_KATA_MAX));
	if (typed->nama.len > 0 && str_trim(typed->kata).len == 0)
		problem_add(job->faults, STR("kata"), "tema.empty",
			    STR("Tulis paling sedikit satu kata."));
	if (typed->tema.len == 0 && count >= SUARA_TEMA_MAX)
		problem_add(job->faults, STR("nama"), "tema.many",
			    say_format(job->mem, SAID("Sudah ada %d tema. Hapus satu dahulu."),
				       SUARA_TEMA_MAX));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static enum err keep_theme(struct job *job, struct suara_tema *typed)
{
	if (typed->tema.len == 0) {
		struct id id = suara_random_id();
		typed->tema = id_str(job->mem, &id);
		return sql_tema_insert(job, typed);
	}
	return typed->nama.len == 0 ? sql_tema_delete(job, typed) : sql_tema_update(job, typed);
}

enum err suara_tema_save(struct job *job, struct suara_tema *typed)
{
	struct suara_tema *themes;
	int count = 0;
	enum err err;

	if (!access_reaches_all(job->actor, PERM_SUARA_JUDGE))
		return ERR_FORBIDDEN;
	if ((err = suara_tema_begin(job)) || (err = sql_tema_all(job, &themes, &count)) ||
	    (err = check_theme(job, typed, count)) || (err = keep_theme(job, typed)) ||
	    (err = group_anew(job)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "suara.theme",
						    .reason = typed->nama,
						    .after = typed->kata});
}

/* --- reading --- */

static void hide_small(struct suara_words *out, int least)
{
	for (int i = 0; i < out->tema_count; i++)
		if (out->tema[i].jumlah < least)
			out->tema[i].jumlah = 0;
}

static bool belongs(struct job *job, struct str isi, struct str tema,
		    const struct suara_tema *themes, int count)
{
	for (int i = 0; i < count; i++)
		if (str_equal(themes[i].tema, tema))
			return suara_has_words(job->mem, isi, themes[i].kata);
	return tema.len == 0;
}

enum err suara_words_load(struct job *job, const struct suara_words_ask *ask,
			  struct suara_words *out)
{
	const struct suara_lingkup *lingkup = ask->lingkup;
	struct law_values law;
	struct kata_baris *rows;
	struct suara_tema *themes;
	int count = 0, theme_count = 0;
	enum err err;

	*out = (struct suara_words){.is_shown = false};
	if (!access_allows(job->actor, PERM_SUARA_READ,
			   &(struct access_record){.unit_jalur = lingkup->unit_jalur}))
		return ERR_FORBIDDEN;
	if ((err = setelan_values_load(job, job->today, &law)) ||
	    (err = sql_suara_tema_shown(job, &lingkup->lingkup_id, ask->from, ask->to, &out->tema,
					&out->tema_count)) ||
	    (err = sql_suara_kata_shown(job, &lingkup->lingkup_id, ask->from, ask->to,
					SUARA_WORDS_SHOWN, &rows, &count)) ||
	    (err = sql_tema_all(job, &themes, &theme_count)))
		return err;
	hide_small(out, law.of[LAW_suara_min]);
	if (count < law.of[LAW_suara_min])
		return ERR_OK;
	out->is_shown = true;
	out->kata = arena_array(job->mem, struct str, count);
	for (int i = 0; i < count; i++)
		if (belongs(job, rows[i].isi, ask->tema, themes, theme_count))
			out->kata[out->kata_count++] = rows[i].isi;
	return ERR_OK;
}

/* Words of a month go on the first day of the same month a year later (4.6 [D]), which is never
   behind the day that was promised (app/public.def): the day alone would tell when they were
   written. */
enum err suara_forget(struct job *job, int most, int64_t *count)
{
	struct date before = date_add_months(job->today, -WORDS_MONTHS);
	int bulan = BULAN(before);
	enum err err;

	if ((err = sql_kata_forget_links(job, bulan, most)) ||
	    (err = sql_kata_forget(job, bulan, most, count)) || *count == 0)
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "suara.forget",
						    .reason = str_format(job->mem, "%lld kata",
									 (long long)*count)});
}
