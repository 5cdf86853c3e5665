/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the page of a plan from its record. */
#include "skp/skp_view.h"

#include "base/say.h"
#include "law/access.h"
#include "skp/skp_luar.h"

struct str skp_id_url(struct arena *mem, const struct id *skp_id, const char *tail)
{
	return str_format(mem, "/skp/%.*s%s", STR_ARG(id_str(mem, skp_id)), tail);
}

struct str skp_url(struct arena *mem, const struct skp *skp, const char *tail)
{
	return skp_id_url(mem, &skp->skp_id, tail);
}

struct str skp_iki_hint(const struct skp *skp)
{
	if (!skp_is_kuantitatif(skp))
		return STR(SAID(
			"Isi sekurangnya satu. Tulis keadaan yang dapat dilihat orang lain bila "
			"hasil ini tercapai."));
	if (skp_is_jpt(skp))
		return STR(SAID("Isi sekurangnya satu."));
	return STR(SAID("Isi sekurangnya satu. Sebaiknya ada kuantitas, kualitas, dan waktu."));
}

struct str skp_warning_text(struct arena *mem, const struct problem *warning)
{
	struct str number;
	int64_t row = 0;

	(void)str_cut(warning->field, '.', &number);
	if (!str_starts(warning->field, "iki.") || !str_parse_int(number, &row))
		return say_format(mem, "Saran: %.*s", STR_ARG(warning->sentence));
	return say_format(mem, "Saran untuk indikator %d: %.*s", (int)row + 1,
			  STR_ARG(warning->sentence));
}

struct str skp_state_class(enum skp_state state)
{
	switch (state) {
	case SKP_DRAF: return STR_NONE;
	case SKP_DIAJUKAN: return STR("info");
	case SKP_DIKEMBALIKAN: return STR("wait");
	case SKP_DISETUJUI:
	case SKP_DITETAPKAN: return STR("ok");
	case SKP_DIREVISI:
	case SKP_DITUTUP: return STR_NONE;
	}
	__builtin_unreachable();
}

struct str skp_state_advice(const struct skp *skp)
{
	switch (skp->state) {
	case SKP_DRAF: return STR("Lengkapi tiap bagian, lalu periksa dan ajukan.");
	case SKP_DIAJUKAN:
		return id_is_none(&skp->penilai_id)
			       ? STR("Menunggu persetujuan atasan di atas kertas. Admin "
				     "kepegawaian atau pengelola kinerja mencatat suratnya.")
			       : STR("Pejabat penilai sedang membaca rencana ini.");
	case SKP_DIKEMBALIKAN:
		return STR("Baca catatan pejabat penilai, perbaiki, lalu ajukan lagi.");
	case SKP_DISETUJUI:
	case SKP_DITETAPKAN: return STR("Rencana ini berlaku. Laporkan kerja untuk tiap hasilnya.");
	case SKP_DIREVISI:
		return STR("Rencana ini sudah diganti dengan versi baru dan tetap dapat dibaca.");
	case SKP_DITUTUP: return STR("Rencana ini sudah ditutup dan tetap dapat dibaca.");
	}
	__builtin_unreachable();
}

struct str skp_task_label(bool is_done, bool is_begun)
{
	return is_done ? STR("Selesai") : is_begun ? STR("Sedang") : STR("Belum");
}

struct str skp_task_class(bool is_done, bool is_begun)
{
	return is_done ? STR("ok") : is_begun ? STR("wait") : STR_NONE;
}

bool skp_perilaku_begun(const struct skp *skp)
{
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		if (skp->perilaku[i].ekspektasi.len > 0)
			return true;
	return false;
}

bool skp_lampiran_done(const struct skp *skp)
{
	return skp_count_lampiran(skp, "dukungan_sumber_daya") > 0 &&
	       skp_count_lampiran(skp, "skema_pertanggungjawaban") > 0 &&
	       skp_count_lampiran(skp, "konsekuensi") > 0;
}

static void make_rhk(struct job *job, const struct skp *skp, int i, struct skp_rhk_view *out)
{
	const struct rhk *rhk = &skp->rhk[i];
	struct str id = id_str(job->mem, &rhk->rhk_id);

	*out = (struct skp_rhk_view){.rhk = rhk, .number = i + 1};
	problems_init(&out->warnings, job->mem);
	law_skp_warn_rhk(skp, rhk, &out->warnings);
	out->edit = str_format(job->mem, "%.*s?rhk=%.*s", STR_ARG(skp_url(job->mem, skp, "/rhk")),
			       STR_ARG(id));
	out->remove = str_format(job->mem, "%.*s/%.*s/hapus",
				 STR_ARG(skp_url(job->mem, skp, "/rhk")), STR_ARG(id));
}

void skp_view_make(struct job *job, const struct skp *skp, struct skp_view *out)
{
	*out = (struct skp_view){.mem = job->mem, .skp = skp, .faults = job->faults};
	out->may_edit = skp_may_edit(job, skp);
	out->may_decide = skp_may_decide(job, skp);
	out->may_record = skp_may_record(job, skp);
	out->is_own = id_equal(&skp->pegawai_id, &job->actor->pegawai_id);
	out->utama_count = skp_count_rhk(skp, "utama");
	out->tambahan_count = skp_count_rhk(skp, "tambahan");
	out->rhk = arena_array(job->mem, struct skp_rhk_view, skp->rhk_count + 1);
	for (int i = 0; i < skp->rhk_count; i++) {
		make_rhk(job, skp, i, &out->rhk[i]);
		out->warning_count += out->rhk[i].warnings.count;
	}
}
