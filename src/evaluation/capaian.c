/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit achieved: said from above it, never by the unit itself (rulebook 1.7 step 1 [V]). */
#include "evaluation/capaian.h"

#include "audit/audit.h"
#include "base/say.h"
#include "evaluation/capaian_check.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_store.h"
#include "generated/evaluation_sql.h"

/* Who leads a unit strictly above may say it; a leader's own unit is refused by the shorter
   path. */
static bool leads_above(const struct actor *actor, struct str jalur)
{
	for (int i = 0; i < actor->scope_count; i++) {
		const struct actor_scope *scope = &actor->scopes[i];
		if (scope->peran == PERAN_PIMPINAN_UNIT && scope->jalur.len < jalur.len &&
		    str_equal(str_slice(jalur, 0, scope->jalur.len), scope->jalur))
			return true;
	}
	return false;
}

/* Who heads a unit by role, also as Plt, or by post (is_kepala). Its achievement is the head's own
   result rating (PK-41), so a head never says it, whatever other role the person has (A3). */
static bool leads_itself(const struct actor *actor, struct str headed, struct str jalur)
{
	for (int i = 0; i < actor->scope_count; i++)
		if (actor->scopes[i].peran == PERAN_PIMPINAN_UNIT &&
		    str_equal(actor->scopes[i].jalur, jalur))
			return true;
	return headed.len > 0 && str_equal(headed, jalur);
}

/* The unit the actor heads by post; none for others and for accounts without a person. */
static enum err headed_jalur(struct job *job, struct str *out)
{
	struct pegawai *pegawai;
	enum err err;

	*out = STR_NONE;
	if (id_is_none(&job->actor->pegawai_id))
		return ERR_OK;
	if ((err = pegawai_load(job, &job->actor->pegawai_id, &pegawai)))
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if (pegawai->is_kepala)
		*out = pegawai->unit_jalur;
	return ERR_OK;
}

static bool may_set(const struct actor *actor, struct str headed, struct str jalur)
{
	struct access_record record = {.unit_jalur = jalur};
	if (!access_allows(actor, PERM_UNIT_ACHIEVEMENT, &record) ||
	    leads_itself(actor, headed, jalur))
		return false;
	return leads_above(actor, jalur) || actor_has_role(actor, PERAN_ADMIN_KEPEGAWAIAN);
}

/* A1: what a signed evaluation rests on does not move under it; a closed period is opened again on
   /tahun. */
static enum err load_tetap(struct job *job, int tahun, int nomor, struct capaian_organisasi *out)
{
	struct periode periode;
	int decided = 0;
	enum err err = evaluation_periode(job, tahun, nomor, &periode);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	if (str_is(periode.status, "ditutup")) {
		out->tetap = say_format(
			job->mem,
			"%.*s sudah ditutup, jadi capaian unit tidak dapat diubah. Bila capaian "
			"ini keliru, minta pengelola kinerja membuka kembali periode itu di "
			"halaman Tahun dan periode.",
			STR_ARG(periode.nama));
		return ERR_OK;
	}
	if ((err = sql_capaian_decided_below(job, &out->unit.unit_id, tahun, nomor, &decided)))
		return err;
	if (decided > 0)
		out->tetap = say_format(
			job->mem,
			"Penilaian %d pegawai unit ini sudah ditetapkan pada %.*s, jadi capaian "
			"unit tidak dapat diubah lagi. Bila capaian ini keliru, catat koreksinya "
			"sebagai dasar capaian periode berikutnya atau capaian tahunan.",
			decided, STR_ARG(periode.nama));
	return ERR_OK;
}

enum err capaian_organisasi_load(struct job *job, const struct id *unit_id, int tahun, int nomor,
				 struct capaian_organisasi *out)
{
	struct str headed;
	enum err err;

	*out = (struct capaian_organisasi){.is_set = false};
	if ((err = sql_capaian_find(job, unit_id, tahun, nomor, out)) ||
	    (err = headed_jalur(job, &headed)))
		return err;
	out->may_set = may_set(job->actor, headed, out->unit.jalur);
	return out->may_set ? load_tetap(job, tahun, nomor, out) : ERR_FORBIDDEN;
}

/* least: characters of the basis on which the personnel office acts for a leader. */
static void check(struct job *job, const struct capaian_organisasi *capaian,
		  const struct periode *periode, int least)
{
	struct str dasar = str_trim(capaian->dasar);
	bool for_leader = !leads_above(job->actor, capaian->unit.jalur);

	if (str_is(periode->status, "belum_dibuka"))
		problem_add(job->faults, STR("periode"), "capaian.period_not_open",
			    STR("Periode ini belum dibuka."));
	if (capaian->tetap.len > 0)
		problem_add(job->faults, STR("periode"), "capaian.tetap", capaian->tetap);
	if (!capaian->is_set)
		problem_add(job->faults, STR("predikat"), "capaian.predikat_missing",
			    STR("Pilih capaian kinerja unit."));
	if (for_leader && str_chars(dasar) < (size_t)least)
		problem_add(job->faults, STR("dasar"), "capaian.dasar_short",
			    say_format(job->mem,
				       "Anda menetapkan atas nama pimpinan. Sebut dasar penetapan "
				       "(misalnya nomor surat), paling sedikit %d karakter.",
				       least));
	else if (dasar.len == 0)
		problem_add(job->faults, STR("dasar"), "capaian.dasar_missing",
			    STR("Tulis dasar penilaian dengan satu atau dua kalimat."));
	if (dasar.len > 4000)
		problem_add(job->faults, STR("dasar"), "capaian.dasar_long",
			    STR("Tulis paling banyak 4.000 karakter."));
}

struct str capaian_text(struct arena *mem, int tahun, int nomor, enum capaian predikat)
{
	return str_format(mem, "%d/%d %.*s", tahun, nomor, STR_ARG(capaian_key(predikat)));
}

enum err capaian_organisasi_set(struct job *job, struct capaian_organisasi *capaian, int tahun,
				int nomor)
{
	struct capaian_organisasi old;
	struct periode periode;
	struct law_values law;
	enum err err;

	if ((err = capaian_organisasi_load(job, &capaian->unit.unit_id, tahun, nomor, &old)))
		return err;
	if ((err = evaluation_periode(job, tahun, nomor, &periode)) ||
	    (err = setelan_values_load(job, job->today, &law)))
		return err;
	if (old.version != capaian->version)
		return ERR_CONFLICT;
	capaian->unit = old.unit;
	capaian->tetap = old.tetap;
	capaian->dasar = str_trim(capaian->dasar);
	check(job, capaian, &periode, law.of[LAW_achievement_basis_min_chars]);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = evaluation_store_capaian_save(job, capaian, tahun, nomor)))
		return err;
	struct audit_entry entry = {
		.deed = "capaian.set", .object = capaian->unit.unit_id, .reason = capaian->dasar};
	entry.before = old.is_set ? capaian_key(old.predikat) : STR_NONE;
	entry.after = capaian_text(job->mem, tahun, nomor, capaian->predikat);
	return audit_add(job, &entry);
}

enum err capaian_organisasi_list(struct job *job, const struct capaian_span *span,
				 struct capaian_organisasi **out, int *count)
{
	struct str scope = access_scope_jalur(job->actor, PERM_UNIT_ACHIEVEMENT);
	struct str from = STR_NONE, headed;
	enum err err;

	if (!access_may(job->actor, PERM_UNIT_ACHIEVEMENT))
		return ERR_FORBIDDEN;
	if ((err = headed_jalur(job, &headed)))
		return err;
	if (!id_is_none(&span->after)) {
		struct unit *unit;
		if ((err = unit_load(job, &span->after, &unit)))
			return err;
		from = unit->jalur;
	}
	err = sql_capaian_page(job, scope, span->tahun, span->nomor, span->within, span->is_unsaid,
			       from, CAPAIAN_PAGE + 1, out, count);
	for (int i = 0; !err && i < *count; i++)
		(*out)[i].may_set = may_set(job->actor, headed, (*out)[i].unit.jalur);
	return err;
}

enum err capaian_organisasi_count(struct job *job, const struct capaian_span *span,
				  struct capaian_count *out)
{
	struct str scope = access_scope_jalur(job->actor, PERM_UNIT_ACHIEVEMENT);

	if (!access_may(job->actor, PERM_UNIT_ACHIEVEMENT))
		return ERR_FORBIDDEN;
	return sql_capaian_count(job, scope, span->tahun, span->nomor, span->within, out);
}
