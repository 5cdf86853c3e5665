/* SPDX-License-Identifier: Apache-2.0 */
/* Use cases of the plan: load, may this actor, law decides, save, audit trail. */
#include "skp/skp.h"

#include "audit/event.h"
#include "base/crypto.h"
#include "base/say.h"
#include "law/access.h"
#include "law/skp_figure.h"
#include "org/org.h"
#include "skp/skp_audit.h"
#include "skp/skp_canonical.h"
#include "skp/skp_form.h"
#include "skp/skp_indikator.h"
#include "skp/skp_store.h"
#include "generated/skp_sql.h"

static struct access_record record_of(const struct skp *skp)
{
	return (struct access_record){skp->pegawai_id, skp->penilai_id, skp->unit_jalur};
}

static bool allows(const struct job *job, enum permission permission, const struct skp *skp)
{
	struct access_record record = record_of(skp);

	return access_allows(job->actor, permission, &record);
}

bool skp_may_edit(const struct job *job, const struct skp *skp)
{
	return law_skp_may_edit(skp) && allows(job, PERM_SKP_OWN, skp);
}

bool skp_may_decide(const struct job *job, const struct skp *skp)
{
	return skp->state == SKP_DIAJUKAN && allows(job, PERM_SKP_DECIDE, skp);
}

bool skp_may_read(const struct job *job, const struct skp *skp)
{
	struct access_record today = {skp->pegawai_id, skp->penilai_kini_id, skp->unit_jalur};

	return allows(job, PERM_SKP_READ, skp) || access_allows(job->actor, PERM_SKP_READ, &today);
}

enum err skp_load(struct job *job, const struct id *skp_id, struct skp **out)
{
	enum err err = skp_find(job, skp_id, out);

	if (err)
		return err;
	return skp_may_read(job, *out) ? ERR_OK : ERR_FORBIDDEN;
}

enum err skp_load_results(struct job *job, const struct id *skp_id, struct skp **out)
{
	enum err err = skp_find_results(job, skp_id, out);

	if (err)
		return err;
	return skp_may_read(job, *out) ? ERR_OK : ERR_FORBIDDEN;
}

enum err skp_load_of(struct job *job, const struct id *pegawai_id, int tahun, struct skp **out)
{
	struct id skp_id;
	enum err err = sql_skp_find_newest(job, pegawai_id, tahun, &skp_id);

	return err ? err : skp_load(job, &skp_id, out);
}

/* Loads a plan for a change by its owner. */
static enum err load_own(struct job *job, const struct id *skp_id, int64_t version,
			 struct skp **out)
{
	enum err err = skp_find(job, skp_id, out);

	if (err)
		return err;
	if (!allows(job, PERM_SKP_OWN, *out))
		return ERR_FORBIDDEN;
	return (*out)->version == version ? ERR_OK : ERR_CONFLICT;
}

static enum err load_draft(struct job *job, const struct id *skp_id, int64_t version,
			   struct skp **out)
{
	enum err err = load_own(job, skp_id, version, out);

	if (err)
		return err;
	if (law_skp_may_edit(*out))
		return ERR_OK;
	problem_add(job->faults, STR("state"), "skp.not_draf",
		    STR("SKP ini sudah diajukan dan tidak dapat diubah."));
	return ERR_INVALID;
}

/* PK-16: what most plans say; the person edits it. */
static const struct {
	const char *blok, *uraian;
} LAMPIRAN[] = {
	{"dukungan_sumber_daya", "Perangkat kerja, aplikasi, dan jaringan yang memadai"},
	{"dukungan_sumber_daya",
	 "Anggaran kegiatan sesuai dokumen pelaksanaan anggaran unit kerja"},
	{"skema_pertanggungjawaban", "Laporan kerja harian disertai bukti dukung"},
	{"skema_pertanggungjawaban", "Dialog kinerja dengan pejabat penilai pada setiap periode"},
	{"konsekuensi", "Penghargaan sesuai ketentuan bila kinerja di atas ekspektasi"},
	{"konsekuensi", "Bimbingan atau konseling kinerja bila kinerja di bawah ekspektasi"},
};
#define LAMPIRAN_COUNT (int)(sizeof(LAMPIRAN) / sizeof(*LAMPIRAN))

static enum err put_defaults(struct job *job, const struct id *skp_id)
{
	struct skp_lampiran rows[LAMPIRAN_COUNT];
	enum err err = ERR_OK;

	for (int i = 0; i < BERAKHLAK_COUNT && !err; i++) {
		struct skp_perilaku perilaku = {.nilai = berakhlak_all()[i].code};

		err = sql_skp_perilaku_save(job, &perilaku, skp_id);
	}
	for (int i = 0; i < LAMPIRAN_COUNT; i++)
		rows[i] = (struct skp_lampiran){str_from(LAMPIRAN[i].blok),
						str_from(LAMPIRAN[i].uraian)};
	return err ? err : skp_put_lampiran(job, skp_id, rows, LAMPIRAN_COUNT);
}

/* A new plan begins on 1 January, or on the day the person came to the post (PK-32). */
static enum err make_head(struct job *job, const struct tahun_kinerja *tahun, const struct skp *old,
			  struct skp *out)
{
	struct pegawai *pegawai;
	enum err err = pegawai_load(job, &job->actor->pegawai_id, &pegawai);
	struct date mulai = DATE((int16_t)tahun->tahun, 1, 1);

	if (err)
		return err;
	if (pegawai->tmt.year == tahun->tahun)
		mulai = pegawai->tmt;
	*out = (struct skp){
		.skp_id = id_make(),
		.pegawai_id = pegawai->pegawai_id,
		.penilai_id = pegawai->penilai_id,
		.jabatan_id = pegawai->jabatan_id,
		.unit_id = pegawai->unit_id,
		.unit_jalur = pegawai->unit_jalur,
		.tahun = tahun->tahun,
		.revisi = old && date_compare(old->mulai, mulai) == 0 ? old->revisi + 1 : 1,
		.pendekatan = tahun->pendekatan,
		.bentuk = law_skp_bentuk(pegawai->jabatan_kelompok, pegawai->is_kepala,
					 pegawai->unit_is_mandiri),
		.state = SKP_DRAF,
		.mulai = mulai,
		.selesai = DATE((int16_t)tahun->tahun, 12, 31),
	};
	return ERR_OK;
}

static enum err load_tahun(struct job *job, int tahun, struct tahun_kinerja **out)
{
	enum err err = tahun_load(job, tahun, out);

	if (err != ERR_NOT_FOUND)
		return err;
	problem_add(job->faults, STR("tahun"), "skp.tahun_closed",
		    say_format(job->mem,
			       "Tahun kinerja %d belum dibuka. Tanyakan kepada pengelola kinerja.",
			       tahun));
	return ERR_INVALID;
}

enum err skp_load_batas(struct job *job, int tahun, struct date *out)
{
	struct tahun_kinerja *year;
	enum err err = tahun_load(job, tahun, &year);

	*out = (struct date){0};
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	*out = year->skp_batas;
	return ERR_OK;
}

enum err skp_start(struct job *job, int tahun, struct id *out)
{
	struct skp *old = NULL, skp;
	struct tahun_kinerja *year;
	enum err err;

	if (id_is_none(&job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	err = skp_load_of(job, &job->actor->pegawai_id, tahun, &old);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err && old->state != SKP_DITUTUP) { /* a second tap begins nothing new */
		*out = old->skp_id;
		return ERR_OK;
	}
	if ((err = load_tahun(job, tahun, &year)) || (err = make_head(job, year, old, &skp)))
		return err;
	if (!allows(job, PERM_SKP_OWN, &skp))
		return ERR_FORBIDDEN;
	if ((err = sql_skp_insert(job, &skp)) || (err = put_defaults(job, &skp.skp_id)))
		return err;
	*out = skp.skp_id;
	return skp_audit_change(job, "skp.start", &skp, STR_NONE);
}

enum err skp_list_sources(struct job *job, const struct skp *skp, struct skp_source_list *out)
{
	enum err err;

	*out = (struct skp_source_list){0};
	if (!allows(job, PERM_SKP_READ, skp))
		return ERR_FORBIDDEN;
	if (!skp_is_jpt(skp) && !id_is_none(&skp->penilai_id) &&
	    (err = skp_list_pimpinan(job, &skp->penilai_id, skp->tahun, &out->pimpinan,
				     &out->pimpinan_count)))
		return err;
	return sql_hasil_unit_above(job, skp->tahun, skp->unit_jalur, &out->unit, &out->unit_count);
}

static bool is_among(const struct skp_source *list, int count, const struct id *id)
{
	for (int i = 0; i < count; i++)
		if (id_equal(&list[i].id, id))
			return true;
	return id_is_none(id);
}

static const struct rhk *rhk_of(const struct skp *skp, const struct id *rhk_id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, rhk_id))
			return &skp->rhk[i];
	return NULL;
}

/* The law's checks, and those that need the store: the link must be one we offered. */
static enum err check_rhk(struct job *job, const struct skp *skp, const struct rhk *rhk)
{
	struct skp_source_list list;
	struct law_values law;
	enum err err = skp_list_sources(job, skp, &list);

	if (err)
		return err;

	struct skp_sources counts = {list.pimpinan_count, list.unit_count};

	if (!is_among(list.pimpinan, list.pimpinan_count, &rhk->rhk_pimpinan_id) ||
	    !is_among(list.unit, list.unit_count, &rhk->hasil_unit_id))
		problem_add(job->faults, STR("sumber"), "skp.sumber_foreign",
			    STR("Pilihan ini sudah tidak tersedia. Pilih yang lain."));
	if (id_is_none(&rhk->rhk_id) && skp->rhk_count >= SKP_RHK_MAX)
		problem_add(job->faults, STR("uraian"), "skp.rhk_many",
			    STR("SKP memuat paling banyak 20 hasil kerja. Gabungkan yang serupa."));
	if ((err = setelan_values_load(job, job->today, &law)))
		return err;
	err = law_skp_check_rhk(skp, rhk, &counts, job->faults);
	law_skp_check_figures(&law, rhk, job->faults);
	if (!err || err == ERR_INVALID)
		err = skp_check_indikator(job, skp, rhk);
	return problems_any(job->faults) ? ERR_INVALID : err;
}

enum err skp_save_rhk(struct job *job, const struct id *skp_id, int64_t version, struct rhk *rhk)
{
	struct skp *skp;
	enum err err;

	if ((err = load_draft(job, skp_id, version, &skp)))
		return err;
	if (!id_is_none(&rhk->rhk_id) && !rhk_of(skp, &rhk->rhk_id))
		return ERR_NOT_FOUND;
	law_skp_settle_rhk(skp, rhk);
	if ((err = check_rhk(job, skp, rhk)))
		return err;
	if ((err = sql_skp_touch(job, skp_id, version)) || (err = skp_put_rhk(job, skp_id, rhk)))
		return err;
	return skp_audit_change(job, "skp.save_rhk", skp, STR_NONE);
}

enum err skp_remove_rhk(struct job *job, const struct id *skp_id, int64_t version,
			const struct id *rhk_id)
{
	struct skp *skp;
	enum err err;

	if ((err = load_draft(job, skp_id, version, &skp)))
		return err;
	if (!rhk_of(skp, rhk_id))
		return ERR_NOT_FOUND;
	if ((err = sql_skp_touch(job, skp_id, version)) ||
	    (err = skp_delete_rhk(job, skp_id, rhk_id)))
		return err;
	return skp_audit_change(job, "skp.remove_rhk", skp, STR_NONE);
}

static void check_perilaku(struct job *job, const struct skp_perilaku *perilaku)
{
	if (berakhlak_index(perilaku->nilai) < 0)
		problem_add(job->faults, STR("nilai"), "skp.nilai_unknown",
			    STR("Nilai perilaku ini tidak dikenal."));
	else if (!str_is_utf8(perilaku->ekspektasi) ||
		 str_chars(perilaku->ekspektasi) > SKP_TEXT_MAX)
		problem_add(job->faults,
			    str_format(job->mem, "ekspektasi.%d", berakhlak_index(perilaku->nilai)),
			    "skp.text_too_long",
			    STR("Ringkas ekspektasi menjadi paling banyak 500 huruf."));
}

enum err skp_save_perilaku(struct job *job, const struct id *skp_id, int64_t version,
			   const struct skp_perilaku *perilaku, int count)
{
	struct skp *skp;
	enum err err;

	if ((err = load_draft(job, skp_id, version, &skp)))
		return err;
	for (int i = 0; i < count; i++)
		check_perilaku(job, &perilaku[i]);
	if (problems_any(job->faults))
		return ERR_INVALID;
	err = sql_skp_touch(job, skp_id, version);
	for (int i = 0; i < count && !err; i++)
		err = sql_skp_perilaku_save(job, &perilaku[i], skp_id);
	return err ? err : skp_audit_change(job, "skp.save_perilaku", skp, STR_NONE);
}

static void check_lampiran(struct job *job, const struct skp_lampiran *row)
{
	if (skp_blok_label(row->blok).len == 0)
		problem_add(job->faults, STR("blok"), "skp.blok_unknown",
			    STR("Bagian lampiran ini tidak dikenal."));
	else if (!str_is_utf8(row->uraian) || str_chars(row->uraian) > SKP_TEXT_MAX)
		problem_add(job->faults, row->blok, "skp.text_too_long",
			    STR("Ringkas tiap baris menjadi paling banyak 500 huruf."));
}

enum err skp_save_lampiran(struct job *job, const struct id *skp_id, int64_t version,
			   const struct skp_lampiran *lampiran, int count)
{
	struct skp *skp;
	enum err err;

	if ((err = load_draft(job, skp_id, version, &skp)))
		return err;
	if (count > SKP_LAMPIRAN_MAX)
		problem_add(job->faults, STR("konsekuensi"), "skp.lampiran_many",
			    STR("Lampiran memuat paling banyak 30 baris."));
	for (int i = 0; i < count; i++)
		check_lampiran(job, &lampiran[i]);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = sql_skp_touch(job, skp_id, version)) ||
	    (err = skp_put_lampiran(job, skp_id, lampiran, count)))
		return err;
	return skp_audit_change(job, "skp.save_lampiran", skp, STR_NONE);
}

/* Number and fingerprint the person can keep: letters and digits nobody misreads on paper. */
static void make_receipt(struct job *job, struct skp *skp)
{
	static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
	uint8_t chance[8], hash[CRYPTO_HASH_LEN];
	struct buf hex;
	char nomor[8];

	crypto_random(chance, sizeof chance);
	for (size_t i = 0; i < sizeof nomor; i++)
		nomor[i] = letters[chance[i] % 32];
	skp->receipt_nomor = str_format(job->mem, "SKP-%d-%.8s", skp->tahun, nomor);
	crypto_hash256(STR_NONE, skp_canonical(job->mem, skp), hash);
	buf_init(&hex, job->mem);
	buf_add_hex(&hex, hash, sizeof hash);
	skp->receipt_hash = buf_str(&hex);
}

static enum err figure_gaps(struct job *job, const struct skp *skp)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);

	if (!err)
		law_skp_figure_gaps(&law, skp, job->faults);
	return err;
}

enum err skp_find_gaps(struct job *job, const struct skp *skp)
{
	struct skp sent = *skp;
	struct pegawai *pegawai;
	enum err err = pegawai_load(job, &skp->pegawai_id, &pegawai);

	if (err)
		return err;
	sent.penilai_id = pegawai->penilai_id;
	law_skp_gaps(&sent, pegawai->is_top, job->faults);
	return figure_gaps(job, &sent);
}

enum err skp_submit(struct job *job, const struct id *skp_id, int64_t version)
{
	struct skp *skp, before;
	struct pegawai *pegawai;
	enum err err;

	if ((err = load_own(job, skp_id, version, &skp)) ||
	    (err = pegawai_load(job, &skp->pegawai_id, &pegawai)))
		return err;
	before = *skp;
	skp->penilai_id = pegawai->penilai_id;
	if ((err = figure_gaps(job, skp)) ||
	    (err = law_skp_submit(skp, pegawai->is_top, job->faults)))
		return err;
	skp->submitted_at = job->now;
	skp->decided_at = 0;
	make_receipt(job, skp);
	if ((err = sql_skp_save_state(job, skp, version)))
		return err;
	return skp_audit_change(job, "skp.submit", &before, STR_NONE);
}

/* Loads a plan for the appraiser's answer; never the own one, whatever the roles. */
static enum err load_decide(struct job *job, const struct id *skp_id, int64_t version,
			    struct skp **out)
{
	enum err err = skp_find(job, skp_id, out);

	if (err)
		return err;
	if (!allows(job, PERM_SKP_DECIDE, *out) ||
	    id_equal(&(*out)->pegawai_id, &job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	return (*out)->version == version ? ERR_OK : ERR_CONFLICT;
}

enum err skp_return(struct job *job, const struct id *skp_id, int64_t version,
		    const struct skp_comment *comments, int count)
{
	struct skp *skp, before;
	int written = 0;
	enum err err;

	if ((err = load_decide(job, skp_id, version, &skp)))
		return err;
	for (int i = 0; i < count; i++) {
		written += comments[i].text.len > 0;
		if (!str_is_utf8(comments[i].text) || str_chars(comments[i].text) > SKP_TEXT_MAX)
			problem_add(job->faults, skp_comment_field(job->mem, &comments[i]),
				    "skp.text_too_long",
				    STR("Ringkas catatan menjadi paling banyak 500 huruf."));
	}
	before = *skp;
	if ((err = law_skp_return(skp, written, job->faults)))
		return err;
	skp->decided_at = job->now;
	if ((err = sql_skp_save_state(job, skp, version)) ||
	    (err = skp_put_comments(job, skp_id, comments, count)))
		return err;
	if ((err = skp_audit_change(job, "skp.return", &before, STR_NONE)))
		return err;
	return event_tell(job, STR("skp.dikembalikan"), skp_id);
}

/* A note that was written and would go nowhere. */
static void comments_unsent(struct job *job, const struct skp_comment *comments, int count)
{
	for (int i = 0; i < count; i++) {
		if (comments[i].text.len == 0)
			continue;
		problem_add(job->faults, skp_comment_field(job->mem, &comments[i]),
			    "skp.comment_unsent",
			    STR("Ada catatan yang belum terkirim. Pilih kembalikan, atau hapus "
				"catatan itu."));
		return;
	}
}

enum err skp_agree(struct job *job, const struct id *skp_id, int64_t version,
		   const struct skp_comment *comments, int count)
{
	struct skp *skp, before;
	enum err err;

	if ((err = load_decide(job, skp_id, version, &skp)))
		return err;
	comments_unsent(job, comments, count);
	if (problems_any(job->faults))
		return ERR_INVALID;
	before = *skp;
	if ((err = law_skp_agree(skp, job->faults)))
		return err;
	skp->decided_at = job->now;
	if ((err = sql_skp_save_state(job, skp, version)) ||
	    (err = skp_put_comments(job, skp_id, NULL, 0)))
		return err;
	if ((err = skp_audit_change(job, "skp.agree", &before, STR_NONE)))
		return err;
	return event_tell(job, STR("skp.ditetapkan"), skp_id);
}

enum err skp_list_team(struct job *job, int tahun, const struct id *after, struct skp_team *out)
{
	const struct id *penilai_id = &job->actor->pegawai_id;
	enum err err;

	if (!access_may(job->actor, PERM_SKP_DECIDE) || id_is_none(&job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	*out = (struct skp_team){0};
	if ((err = sql_skp_team_sum(job, penilai_id, tahun, out)) ||
	    (err = sql_skp_team_rows(job, penilai_id, tahun, after, SKP_TEAM_PAGE + 1, &out->row,
				     &out->count)))
		return err;
	out->has_more = out->count > SKP_TEAM_PAGE;
	if (out->has_more)
		out->count = SKP_TEAM_PAGE;
	return ERR_OK;
}
