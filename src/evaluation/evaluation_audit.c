/* SPDX-License-Identifier: Apache-2.0 */
#include "evaluation/evaluation_audit.h"

struct str evaluation_audit_text(struct arena *mem, const struct evaluasi *e)
{
	return str_format(mem, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%lld",
			  STR_ARG(evaluasi_state_key(e->state)),
			  STR_ARG(e->hasil.is_set ? rating_key(e->hasil.value) : STR_NONE),
			  STR_ARG(e->perilaku.is_set ? rating_key(e->perilaku.value) : STR_NONE),
			  STR_ARG(e->has_predikat ? predikat_key(e->predikat) : STR_NONE),
			  STR_ARG(e->alasan), STR_ARG(e->catatan_kuat), STR_ARG(e->catatan_kembang),
			  STR_ARG(e->rekomendasi), (long long)e->version);
}
