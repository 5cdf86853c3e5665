/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of one person's evaluation. */
#include "evaluation/evaluation.h"

#include "audit/audit.h"
#include "audit/event.h"
#include "base/say.h"
#include "evaluation/evaluation_audit.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_store.h"
#include "evaluation/realisasi.h"
#include "generated/evaluation_sql.h"
#include "law/year.h"

#include <assert.h>

#define TEXT_MAX 4000

static bool may_decide(const struct job *job, const struct pegawai *pegawai)
{
	struct access_record record = evaluation_record_of(pegawai);
	if (id_equal(&job->actor->pegawai_id, &pegawai->pegawai_id))
		return false; /* nobody judges the own record, also not as Plt */
	return access_allows(job->actor, PERM_EVALUATION_DECIDE, &record);
}

/* Nobody records an own evaluation either, PK-20, AUD-02. */
static bool may_record(const struct job *job, const struct pegawai *pegawai)
{
	struct access_record record = evaluation_record_of(pegawai);

	return access_allows(job->actor, PERM_EVALUATION_RECORD, &record);
}

/* Still to be decided, in a period that is open. */
static bool is_open(const struct evaluasi *e)
{
	return !evaluasi_is_decided(e->state) && str_is(e->periode.status, "pengisian");
}

enum err evaluation_load(struct job *job, const struct id *pegawai_id, int tahun, int nomor,
			 struct evaluasi **out)
{
	struct evaluasi *e = arena_new(job->mem, struct evaluasi);
	enum err err;

	if ((err = pegawai_load(job, pegawai_id, &e->pegawai)))
		return err;
	struct access_record record = evaluation_record_of(e->pegawai);
	bool is_decider = may_decide(job, e->pegawai);
	if (!is_decider && !access_allows(job->actor, PERM_EVALUATION_READ, &record))
		return ERR_FORBIDDEN;
	e->tahun = tahun;
	e->nomor = nomor;
	if ((err = evaluation_gather(job, e)))
		return err;
	if (!is_decider && !evaluasi_is_decided(e->state))
		return ERR_NOT_FOUND; /* a draft belongs to the appraiser alone */
	e->may_decide = is_decider && is_open(e);
	*out = e;
	return evaluation_gather_laporan(job, e);
}

enum err evaluation_open(struct job *job, const struct evaluasi_input *input, bool on_paper,
			 struct evaluasi **out)
{
	struct evaluasi *e = arena_new(job->mem, struct evaluasi);
	enum err err;

	if ((err = pegawai_load(job, &input->pegawai_id, &e->pegawai)))
		return err;
	if (!(on_paper ? may_record(job, e->pegawai) : may_decide(job, e->pegawai)))
		return ERR_FORBIDDEN;
	e->tahun = input->tahun;
	e->nomor = input->nomor;
	e->is_dicatat = on_paper;
	if ((err = evaluation_gather(job, e)))
		return err;
	if (on_paper && !e->is_luar)
		return ERR_NOT_FOUND;
	e->may_decide = is_open(e);
	*out = e;
	return ERR_OK;
}

enum err evaluation_load_luar(struct job *job, const struct id *pegawai_id, int tahun, int nomor,
			      struct evaluasi **out)
{
	struct evaluasi_input key = {.pegawai_id = *pegawai_id, .tahun = tahun, .nomor = nomor};

	return evaluation_open(job, &key, true, out);
}

enum err evaluation_load_by_id(struct job *job, const struct id *evaluasi_id, struct evaluasi **out)
{
	struct evaluasi_ringkas key;
	enum err err = sql_evaluasi_key(job, evaluasi_id, &key);

	return err ? err : evaluation_load(job, &key.pegawai_id, key.tahun, key.nomor, out);
}

static void apply_rows(const struct evaluasi_input *input, struct evaluasi *e)
{
	for (int i = 0; i < input->iki_count; i++)
		for (int k = 0; k < e->iki_count; k++)
			if (id_equal(&e->iki[k].iki_id, &input->iki[i].iki_id)) {
				e->iki[k].rating = input->iki[i].rating;
				e->iki[k].umpan_balik = input->iki[i].umpan_balik;
			}
	for (int i = 0; i < input->nilai_count; i++)
		for (int k = 0; k < BERAKHLAK_COUNT; k++)
			if (str_equal(e->nilai[k].nilai, input->nilai[i].nilai)) {
				e->nilai[k].rating = input->nilai[i].rating;
				e->nilai[k].umpan_balik = input->nilai[i].umpan_balik;
			}
}

static void apply(struct job *job, const struct evaluasi_input *input, struct evaluasi *e)
{
	e->hasil = input->hasil;
	e->perilaku = input->perilaku;
	e->alasan = str_trim(input->alasan);
	e->catatan_kuat = str_trim(input->catatan_kuat);
	e->catatan_kembang = str_trim(input->catatan_kembang);
	e->rekomendasi = str_trim(input->rekomendasi);
	if (e->is_dicatat)
		e->luar = input->luar;
	apply_rows(input, e);
	if (realisasi_apply(job, input->iki, input->iki_count, e))
		e->realisasi_versi++;
	suggest_items(e);
	suggest_ratings(job->mem, e);
}

void evaluation_apply(struct job *job, const struct evaluasi_input *input, struct evaluasi *e)
{
	struct job silent = *job;
	struct problems told; /* the use case has told them already */

	problems_init(&told, job->mem);
	silent.faults = &told;
	apply(&silent, input, e);
}

static bool differs(struct rating_choice said, struct rating_choice saran)
{
	return said.is_set && saran.is_set && said.value != saran.value;
}

static void check_lengths(struct job *job, const struct evaluasi *e)
{
	const struct {
		const char *field;
		struct str text;
	} texts[] = {{"alasan", e->alasan},
		     {"kuat", e->catatan_kuat},
		     {"kembang", e->catatan_kembang},
		     {"rekomendasi", e->rekomendasi}};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (texts[i].text.len > TEXT_MAX)
			problem_add(job->faults, str_from(texts[i].field), "evaluasi.text_long",
				    STR("Tulis paling banyak 4.000 karakter."));
}

static void check_open(struct job *job, const struct evaluasi *e)
{
	if (!str_is(e->periode.status, "pengisian"))
		problem_add(job->faults, STR("periode"), "evaluasi.period_not_open",
			    say_format(job->mem,
				       "Periode %.*s tidak sedang dibuka untuk penilaian.",
				       STR_ARG(say_period(job->mem, e->periode.nama))));
}

static void check_capaian(struct job *job, const struct evaluasi *e)
{
	if (!e->capaian.is_set)
		problem_add(job->faults, STR("capaian"), "evaluasi.capaian_missing",
			    e->is_dicatat
				    ? STR("Capaian kinerja organisasi unit ini belum ditetapkan. "
					  "Tetapkan dahulu di halaman Capaian organisasi.")
				    : STR("Capaian kinerja organisasi unit ini belum ditetapkan "
					  "oleh pimpinan di atasnya. "
					  "Simpan sebagai draf dahulu."));
}

static void check_decision(struct job *job, const struct evaluasi *e)
{
	check_capaian(job, e);
	if (!e->hasil.is_set && !e->is_kepala_mandiri)
		problem_add(job->faults, STR("hk"), "evaluasi.hasil_missing",
			    STR("Pilih rating hasil kerja."));
	if (!e->perilaku.is_set)
		problem_add(job->faults, STR("pk"), "evaluasi.perilaku_missing",
			    STR("Pilih rating perilaku kerja."));
	int least = e->law.of[LAW_override_reason_min_chars];
	bool departs = differs(e->hasil, e->saran_hasil) || differs(e->perilaku, e->saran_perilaku);
	if (departs && !year_reason_is_enough(e->alasan, least))
		problem_add(job->faults, STR("alasan"), "evaluasi.reason_short",
			    say_format(job->mem,
				       "Pilihan Anda berbeda dari saran. Tulis alasannya, paling "
				       "sedikit %d karakter.",
				       least));
}

/* PK-40: a limit of the unit's pattern that this predikat breaks for certain is no stop, but asks
   for a reason. */
static void check_pattern(struct job *job, const struct evaluasi *e)
{
	struct distribution_case one = {.capaian = e->capaian.predikat,
					.spread = e->sebaran,
					.to_rate = e->sebaran_terbuka};
	struct problems broken;
	int least = e->law.of[LAW_override_reason_min_chars];

	if (!e->is_pola_wajib || !e->hasil.is_set || !e->perilaku.is_set ||
	    year_reason_is_enough(e->alasan, least))
		return;
	one.predikat = predikat_decide(e->hasil.value, e->perilaku.value);
	one.spread.of[one.predikat]++;
	problems_init(&broken, job->mem);
	distribution_check_one(&e->law, &one, &broken);
	for (int i = 0; i < broken.count; i++)
		problem_add(job->faults, STR("alasan"), "evaluasi.pattern_reason",
			    say_format(job->mem,
				       "Pola distribusi %.*s: %.*s Tulis pertimbangan Anda, paling "
				       "sedikit %d karakter.",
				       STR_ARG(e->capaian.unit.nama),
				       STR_ARG(broken.at[i].sentence), least));
}

/* What an input becomes: kept as a draft, signed here by the appraiser, or recorded from a
   letter. */
enum judgement { JUDGE_DRAFT, JUDGE_DECIDE, JUDGE_RECORD };

/* Nobody saved since the page was made, and it is not signed yet. */
static enum err open_for_change(struct job *job, const struct evaluasi_input *input, bool on_paper,
				struct evaluasi **out)
{
	enum err err = ERR_OK;

	*out = input->opened;
	if (!*out && (err = evaluation_open(job, input, on_paper, out)))
		return err;
	assert((*out)->is_dicatat == on_paper);
	return evaluasi_is_decided((*out)->state) || (*out)->version != input->version
		       ? ERR_CONFLICT
		       : ERR_OK;
}

static void decide(struct job *job, struct evaluasi *e)
{
	e->predikat = predikat_decide(e->hasil.value, e->perilaku.value);
	e->has_predikat = true;
	e->tetap = (struct capaian_tetap){true, e->capaian.predikat, e->capaian.unit.unit_id};
	e->state = EVALUASI_DITETAPKAN;
	e->ditetapkan_at = job->now;
}

/* What of the evaluation stood before, for the trail. */
struct told {
	struct str evaluasi, realisasi;
};

/* The trail names the letter first, where one stands for the appraiser's own deed. */
static struct str reason(struct arena *mem, const struct evaluasi *e)
{
	if (!e->luar.surat_nomor.len)
		return e->alasan;
	return str_format(mem, "%.*s%s%.*s", STR_ARG(e->luar.surat_nomor),
			  e->alasan.len ? ": " : "", STR_ARG(e->alasan));
}

static enum err save(struct job *job, struct evaluasi *e, const char *deed,
		     const struct told *before)
{
	enum err err;

	if ((err = evaluation_store_save(job, e)))
		return err;
	if ((err = realisasi_audit(job, "realisasi.correct", before->realisasi, e)))
		return err;
	struct audit_entry entry = {.deed = deed,
				    .object = e->evaluasi_id,
				    .reason = reason(job->mem, e),
				    .before = before->evaluasi,
				    .after = evaluation_audit_text(job->mem, e)};
	return audit_add(job, &entry);
}

/* Everything wrong with it at once. */
static void check(struct job *job, enum judgement kind, const struct evaluasi *e)
{
	check_open(job, e);
	check_lengths(job, e);
	if (kind == JUDGE_RECORD)
		law_pejabat_luar_check(&e->luar, e->periode.mulai, job->today, job->faults);
	if (kind == JUDGE_DRAFT)
		return;
	check_decision(job, e);
	check_pattern(job, e);
}

/* A draft, a decision and a record are one deed up to what is checked and what it is called. */
static enum err judge(struct job *job, const struct evaluasi_input *input, enum judgement kind,
		      struct evaluasi **out)
{
	static const char *const deeds[] = {[JUDGE_DRAFT] = "evaluation.draft",
					    [JUDGE_DECIDE] = "evaluation.decide",
					    [JUDGE_RECORD] = "evaluation.record"};
	struct evaluasi *e;
	enum err err;

	if ((err = open_for_change(job, input, kind == JUDGE_RECORD, &e)))
		return err;
	struct told before = {evaluation_audit_text(job->mem, e),
			      realisasi_audit_text(job->mem, e)};
	apply(job, input, e);
	check(job, kind, e);
	if (problems_any(job->faults))
		return ERR_INVALID;
	e->state = EVALUASI_DINILAI;
	if (kind != JUDGE_DRAFT)
		decide(job, e);
	*out = e;
	return save(job, e, deeds[kind], &before);
}

enum err evaluation_save_draft(struct job *job, const struct evaluasi_input *input)
{
	struct evaluasi *e;

	return judge(job, input, JUDGE_DRAFT, &e);
}

/* Signed, whoever signed it: the papers follow. */
static enum err sign(struct job *job, const struct evaluasi_input *input, enum judgement kind,
		     enum predikat *out)
{
	struct evaluasi *e;
	enum err err = judge(job, input, kind, &e);

	if (err)
		return err;
	*out = e->predikat;
	return event_tell_with(job, STR("evaluasi.ditetapkan"),
			       &(struct event){.objek_id = e->evaluasi_id, .objek = e});
}

enum err evaluation_decide(struct job *job, const struct evaluasi_input *input, enum predikat *out)
{
	return sign(job, input, JUDGE_DECIDE, out);
}

enum err evaluation_record(struct job *job, const struct evaluasi_input *input, enum predikat *out)
{
	return sign(job, input, JUDGE_RECORD, out);
}

enum err evaluation_report_gone(struct job *job, const struct event *event)
{
	struct str periode;
	enum err err = sql_evaluasi_with_laporan(job, &event->objek_id, &periode);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	problem_add(job->faults, STR("lapor"), "evaluasi.report_gone",
		    say_format(job->mem,
			       "%.*s sudah dinilai dengan laporan ini, jadi laporan ini tidak "
			       "dapat diubah lagi.",
			       STR_ARG(periode)));
	return ERR_INVALID;
}

enum err evaluation_report_late(struct job *job, const struct event *event)
{
	struct str periode;
	enum err err = sql_evaluasi_of_laporan(job, &event->objek_id, &periode);

	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	problem_add(job->faults, STR("sasaran"), "evaluasi.report_late",
		    say_format(job->mem,
			       "SKP lama Anda sudah dinilai untuk %.*s, jadi hasilnya tidak "
			       "bertambah lagi. Pilih Tugas tambahan bila pekerjaan ini tetap "
			       "perlu tercatat.",
			       STR_ARG(periode)));
	return ERR_INVALID;
}
