/* SPDX-License-Identifier: Apache-2.0 */
/* The text of an evaluation whose digest the trail keeps. */
#include "evaluation/evaluation_audit.h"

/* The achievement it was decided with, at the end: what was decided before it was kept reads as it
   did. */
static struct str capaian_text(struct arena *mem, const struct evaluasi *e)
{
	if (!e->tetap.is_kept)
		return STR_NONE;
	return str_format(mem, "|%.*s|%.*s", STR_ARG(capaian_key(e->tetap.predikat)),
			  STR_ARG(id_str(mem, &e->tetap.unit_id)));
}

/* The letter of who rated outside, which only what was recorded from paper has. */
static struct str luar_text(struct arena *mem, const struct evaluasi *e)
{
	if (!e->luar.surat_nomor.len)
		return STR_NONE;
	return str_format(mem, "|%.*s|%.*s|%.*s|%.*s", STR_ARG(e->luar.nama),
			  STR_ARG(e->luar.jabatan), STR_ARG(e->luar.surat_nomor),
			  STR_ARG(date_iso(mem, e->luar.surat_tanggal)));
}

struct str evaluation_audit_text(struct arena *mem, const struct evaluasi *e)
{
	return str_format(mem, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%lld%.*s%.*s",
			  STR_ARG(evaluasi_state_key(e->state)),
			  STR_ARG(e->hasil.is_set ? rating_key(e->hasil.value) : STR_NONE),
			  STR_ARG(e->perilaku.is_set ? rating_key(e->perilaku.value) : STR_NONE),
			  STR_ARG(e->has_predikat ? predikat_key(e->predikat) : STR_NONE),
			  STR_ARG(e->alasan), STR_ARG(e->catatan_kuat), STR_ARG(e->catatan_kembang),
			  STR_ARG(e->rekomendasi), (long long)e->version,
			  STR_ARG(capaian_text(mem, e)), STR_ARG(luar_text(mem, e)));
}
