/* SPDX-License-Identifier: Apache-2.0 */
/* What was achieved of each indicator, filled in by the person. */
#include "evaluation/realisasi.h"

#include "audit/audit.h"
#include "base/say.h"
#include "evaluation/evaluation_indikator.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_store.h"
#include "evaluation/evaluation_suggest.h"

struct str realisasi_isian(struct arena *mem, const struct evaluasi_iki *iki)
{
	if (iki->realisasi_teks.len > 0 || !iki->has_realisasi)
		return iki->realisasi_teks;
	return say_hundredths(mem, iki->realisasi);
}

/* "12 hari" is 12 where days are asked for. */
static struct str without_unit(struct arena *mem, struct str text, struct str satuan)
{
	struct str unit = str_lower(mem, satuan);

	if (unit.len == 0 || unit.len >= text.len ||
	    !str_ends(str_lower(mem, text), str_cstr(mem, unit)))
		return text;
	return str_trim(str_slice(text, 0, text.len - unit.len));
}

static bool begins_like_a_number(struct str text)
{
	return text.len > 0 && ((text.at[0] >= '0' && text.at[0] <= '9') || text.at[0] == '-' ||
				text.at[0] == ',' || text.at[0] == '.');
}

static struct str field_of(struct job *job, const char *name, const struct id *iki_id)
{
	return str_format(job->mem, "%s.%.*s", name, STR_ARG(id_str(job->mem, iki_id)));
}

static void check_one(struct job *job, const struct evaluasi_iki *iki)
{
	struct str real = field_of(job, "real", &iki->iki_id),
		   sumber = field_of(job, "sumber", &iki->iki_id);

	if (str_chars(iki->isian) > REALISASI_MAX && problem_for(job->faults, real).len == 0)
		problem_add(job->faults, real, "realisasi.long",
			    STR("Tulis realisasi paling banyak 1.000 huruf."));
	if (str_chars(iki->sumber_data) > SUMBER_MAX && problem_for(job->faults, sumber).len == 0)
		problem_add(job->faults, sumber, "realisasi.sumber_long",
			    STR("Tulis sumber data paling banyak 200 huruf."));
}

/* A number where the target is one, else words; what only looks like a number is asked again. */
static void read_isian(struct job *job, const struct iki *plan, struct evaluasi_iki *iki)
{
	struct str text = iki->isian;

	iki->has_realisasi = false;
	iki->realisasi = 0;
	iki->realisasi_teks = STR_NONE;
	if (plan->has_target &&
	    str_parse_hundredths(without_unit(job->mem, text, plan->satuan), &iki->realisasi)) {
		iki->has_realisasi = true;
		return;
	}
	iki->realisasi = 0;
	iki->realisasi_teks = text;
	if (plan->has_target && begins_like_a_number(text))
		problem_add(
			job->faults, field_of(job, "real", &iki->iki_id), "realisasi.number",
			say_format(job->mem,
				   "Tulis angka dalam %.*s dengan paling banyak dua desimal, "
				   "misalnya 12 atau 12,5. Bila tidak ada angkanya, mulailah "
				   "dengan kata.",
				   STR_ARG(plan->satuan.len ? plan->satuan : STR("satuannya"))));
}

/* A figure that cannot be, or is unlikely and not confirmed (law/figure.h). */
static void check_figure(struct job *job, const struct evaluasi *e, const struct iki *plan,
			 const struct evaluasi_iki *iki, struct str yakin)
{
	struct figure figure = realisasi_figure(e, plan, iki);
	struct figure_place place = {.field = field_of(job, "real", &iki->iki_id)};

	if (iki->has_realisasi)
		figure_check(&e->law, &figure,
			     without_unit(job->mem, str_trim(yakin), plan->satuan), &place,
			     job->faults);
}

static bool apply_one(struct job *job, const struct evaluasi_iki *typed, const struct evaluasi *e,
		      struct evaluasi_iki *iki)
{
	const struct iki *plan = evaluation_plan_iki(e->skp, &iki->iki_id);
	struct str isian = str_trim(typed->isian), sumber = str_trim(typed->sumber_data);

	if (iki->is_dihitung ||
	    (str_equal(isian, iki->isian) && str_equal(sumber, iki->sumber_data)))
		return false;
	iki->isian = isian;
	iki->sumber_data = sumber;
	iki->realisasi_oleh = isian.len || sumber.len ? job->actor->akun_id : (struct id){0};
	read_isian(job, plan, iki);
	check_one(job, iki);
	check_figure(job, e, plan, iki, typed->yakin);
	return true;
}

bool realisasi_apply(struct job *job, const struct evaluasi_iki *typed, int count,
		     struct evaluasi *e)
{
	bool is_changed = false;

	for (int i = 0; i < count; i++)
		for (int k = 0; k < e->iki_count; k++)
			if (id_equal(&e->iki[k].iki_id, &typed[i].iki_id))
				is_changed |= apply_one(job, &typed[i], e, &e->iki[k]);
	return is_changed;
}

void realisasi_put(const struct realisasi_input *input, struct evaluasi *e)
{
	for (int i = 0; i < input->iki_count; i++)
		for (int k = 0; k < e->iki_count; k++)
			if (id_equal(&e->iki[k].iki_id, &input->iki[i].iki_id) &&
			    (!e->iki[k].is_dihitung || e->iki[k].has_angka)) {
				e->iki[k].isian = input->iki[i].isian;
				e->iki[k].sumber_data = input->iki[i].sumber_data;
			}
}

/* What was entered; and of a figure that came by itself the answer, which stands beside both. */
static void add_audit_line(struct buf *text, const struct evaluasi_iki *iki)
{
	struct str id = id_str(text->mem, &iki->iki_id);

	if (!iki->is_dihitung)
		buf_add_format(text, "%.*s=%.*s|%.*s;", STR_ARG(id), STR_ARG(iki->isian),
			       STR_ARG(iki->sumber_data));
	if (iki->has_angka && iki->sikap.len > 0)
		buf_add_format(text, "%.*s:%.*s %lld|%.*s;", STR_ARG(id), STR_ARG(iki->sikap),
			       (long long)iki->angka, STR_ARG(iki->sikap_catatan));
}

struct str realisasi_audit_text(struct arena *mem, const struct evaluasi *e)
{
	struct buf text;

	buf_init(&text, mem);
	for (int i = 0; i < e->iki_count; i++)
		add_audit_line(&text, &e->iki[i]);
	return buf_str(&text);
}

enum err realisasi_audit(struct job *job, const char *deed, struct str before,
			 const struct evaluasi *after)
{
	struct audit_entry entry = {.deed = deed,
				    .object = after->evaluasi_id,
				    .before = before,
				    .after = realisasi_audit_text(job->mem, after)};

	return str_equal(before, entry.after) ? ERR_OK : audit_add(job, &entry);
}

enum err realisasi_open(struct job *job, int tahun, int nomor, struct evaluasi **out)
{
	struct evaluasi *e = arena_new(job->mem, struct evaluasi);
	enum err err;

	if (id_is_none(&job->actor->pegawai_id))
		return ERR_NOT_FOUND;
	if ((err = pegawai_load(job, &job->actor->pegawai_id, &e->pegawai)))
		return err;
	struct access_record record = evaluation_record_of(e->pegawai);
	if (!access_allows(job->actor, PERM_REPORT_OWN, &record))
		return ERR_FORBIDDEN;
	e->tahun = tahun;
	e->nomor = nomor;
	if ((err = evaluation_gather_plan(job, e)))
		return err;
	*out = e;
	return ERR_OK;
}

/* A draft belongs to the appraiser alone, and what is signed has its own page. */
static void hide_judgement(struct evaluasi *e)
{
	e->hasil = e->perilaku = e->saran_hasil = e->saran_perilaku = (struct rating_choice){0};
	e->has_predikat = false;
	e->alasan = e->catatan_kuat = e->catatan_kembang = e->rekomendasi = STR_NONE;
	for (int i = 0; i < e->iki_count; i++) {
		e->iki[i].rating = e->iki[i].saran = (struct rating_choice){0};
		e->iki[i].umpan_balik = STR_NONE;
	}
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		e->nilai[i] = (struct evaluasi_perilaku){.nilai = e->nilai[i].nilai};
}

enum err realisasi_load(struct job *job, int tahun, int nomor, struct evaluasi **out)
{
	enum err err = realisasi_open(job, tahun, nomor, out);

	if (!err)
		hide_judgement(*out);
	return err;
}

bool realisasi_is_open(const struct evaluasi *e)
{
	return str_is(e->periode.status, "pengisian") && !evaluasi_is_decided(e->state) &&
	       (e->penilai || e->is_luar);
}

enum err realisasi_save(struct job *job, const struct realisasi_input *input)
{
	struct evaluasi *e = input->opened;
	enum err err;

	if (!e && (err = realisasi_open(job, input->tahun, input->nomor, &e)))
		return err;
	if (evaluasi_is_decided(e->state) || e->realisasi_versi != input->versi)
		return ERR_CONFLICT;
	struct str before = realisasi_audit_text(job->mem, e);
	bool is_answered = evaluation_answer_indikator(job, input->iki, input->iki_count, e);
	bool is_changed = realisasi_apply(job, input->iki, input->iki_count, e) || is_answered;
	if (!realisasi_is_open(e))
		problem_add(
			job->faults, STR("periode"), "realisasi.closed",
			say_format(job->mem,
				   "%.*s tidak sedang dibuka, jadi realisasi tidak dapat diubah.",
				   STR_ARG(say_period(job->mem, e->periode.nama))));
	if (problems_any(job->faults))
		return ERR_INVALID;
	if (!is_changed)
		return ERR_OK;
	if (e->state == EVALUASI_BELUM)
		e->state = EVALUASI_PENGISIAN;
	e->realisasi_versi++;
	if ((err = evaluation_store_save(job, e)))
		return err;
	return realisasi_audit(job, "realisasi.save", before, e);
}
