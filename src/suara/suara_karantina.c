/* SPDX-License-Identifier: Apache-2.0 */
/* Groups that were held back: seen, and judged by a person. */
#include "audit/audit.h"
#include "base/say.h"
#include "generated/suara_sql.h"
#include "law/access.h"
#include "org/org.h"
#include "suara/suara_papan.h"
#include "suara/suara_staff.h"

#define SHOWN_WORDS 40

enum err karantina_list(struct job *job, int most, struct karantina **out, int *count)
{
	if (!access_may(job->actor, PERM_SUARA_READ))
		return ERR_FORBIDDEN;
	return sql_karantina_waiting(job, access_scope_jalur(job->actor, PERM_SUARA_READ), most,
				     out, count);
}

static enum err open_held(struct job *job, const struct id *id, enum permission permission,
			  struct karantina *out)
{
	enum err err = sql_karantina_find(job, id, out);

	if (err)
		return err;
	return access_allows(job->actor, permission,
			     &(struct access_record){.unit_jalur = out->unit_jalur})
		       ? ERR_OK
		       : ERR_FORBIDDEN;
}

enum err karantina_load(struct job *job, const struct id *karantina_id,
			struct karantina_detail *out)
{
	struct suara_sum *sums, sum = {0};
	struct suara_figures figures;
	struct law_values law;
	struct kata_baris *words;
	int count = 0;
	enum err err;

	*out = (struct karantina_detail){.kata_count = 0};
	if ((err = open_held(job, karantina_id, PERM_SUARA_READ, &out->held)) ||
	    (err = setelan_values_load(job, job->today, &law)))
		return err;
	out->is_shown = out->held.jumlah >= law.of[LAW_suara_min];
	if (!out->is_shown || (err = sql_karantina_sum(job, karantina_id, &sums, &count)))
		return err;
	for (int i = 0; i < count; i++)
		suara_sum_add(&sum, &sums[i]);
	suara_reckon(&law, &sum, &figures);
	out->means = figures.means;
	if ((err = sql_karantina_words(job, karantina_id, SHOWN_WORDS, &words, &out->kata_count)))
		return err;
	out->kata = arena_array(job->mem, struct str, out->kata_count + 1);
	for (int i = 0; i < out->kata_count; i++)
		out->kata[i] = words[i].isi;
	return ERR_OK;
}

static enum err check(struct job *job, const struct karantina *said)
{
	bool is_said = str_is(said->status, "diterima") || str_is(said->status, "ditolak");

	if (!is_said)
		problem_add(job->faults, STR("status"), "karantina.status",
			    STR("Pilih hitung atau jangan hitung."));
	if (str_trim(said->alasan).len == 0)
		problem_add(job->faults, STR("alasan"), "karantina.reason",
			    STR("Tulis alasannya; ia tersimpan dalam jejak."));
	if (str_chars(said->alasan) > SUARA_ALASAN_MAX)
		problem_add(job->faults, STR("alasan"), "karantina.long",
			    say_format(job->mem, SAID("Tulis paling banyak %d huruf."),
				       SUARA_ALASAN_MAX));
	return problems_any(job->faults) ? ERR_INVALID : ERR_OK;
}

static enum err release(struct job *job, const struct karantina *held)
{
	enum err err;

	if ((err = sql_karantina_release(job, &held->karantina_id)) ||
	    (err = sql_karantina_words_release(job, &held->karantina_id)))
		return err;
	return suara_tema_month(job, held->bulan);
}

/* What does not count lies on, but its words and its ticks share no id any more. */
static enum err part(struct job *job, const struct karantina *held)
{
	struct id other = suara_random_id();

	return sql_karantina_words_part(job, &held->karantina_id, &other);
}

enum err karantina_judge(struct job *job, const struct karantina *said)
{
	struct karantina held;
	bool is_taken = str_is(said->status, "diterima");
	enum err err;

	if ((err = open_held(job, &said->karantina_id, PERM_SUARA_JUDGE, &held)) ||
	    (err = check(job, said)) ||
	    (err = sql_karantina_decide(job, said, &job->actor->akun_id)))
		return err;
	if ((err = is_taken ? release(job, &held) : part(job, &held)))
		return err;
	return audit_add(job,
			 &(struct audit_entry){.deed = is_taken ? "suara.accept" : "suara.refuse",
					       .object = held.karantina_id,
					       .reason = said->alasan});
}

enum err karantina_waits(struct job *job, struct waiting *out)
{
	struct karantina *rows;
	int count = 0;
	enum err err;

	if (!access_may(job->actor, PERM_SUARA_JUDGE))
		return ERR_OK;
	if ((err = sql_karantina_waiting(job, access_scope_jalur(job->actor, PERM_SUARA_JUDGE),
					 WAITING_MOST, &rows, &count)))
		return err;
	out->count = count;
	if (count > 0) {
		out->record = rows[0].karantina_id;
		out->who = rows[0].nama;
	}
	return ERR_OK;
}
