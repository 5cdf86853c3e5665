/* SPDX-License-Identifier: Apache-2.0 */
/* The states of an evaluation, as stored and as people read them. */
#include "evaluation/evaluation_record.h"

#include "base/say.h"
#include "law/names.h"

static const struct law_name states[] = {
	[EVALUASI_BELUM] = {STR(""), STR(SAID("Belum dinilai"))},
	[EVALUASI_PENGISIAN] = {STR("pengisian"), STR(SAID("Realisasi diisi"))},
	[EVALUASI_DIAJUKAN] = {STR("diajukan"), STR(SAID("Diajukan"))},
	[EVALUASI_DINILAI] = {STR("dinilai"), STR(SAID("Draf penilaian"))},
	[EVALUASI_DITETAPKAN] = {STR("ditetapkan"), STR(SAID("Ditetapkan"))},
	[EVALUASI_DISERAHKAN] = {STR("diserahkan"), STR(SAID("Diserahkan"))},
	[EVALUASI_DITERIMA] = {STR("diterima"), STR(SAID("Diterima"))},
	[EVALUASI_DIANGGAP_DITERIMA] = {STR("dianggap_diterima"), STR(SAID("Dianggap diterima"))},
	[EVALUASI_DALAM_KEBERATAN] = {STR("dalam_keberatan"), STR(SAID("Dalam keberatan"))},
	[EVALUASI_FINAL] = {STR("final"), STR(SAID("Final"))},
};

LAW_NAMES(evaluasi_state, evaluasi_state, states)
LAW_LABELS(evaluasi_state, evaluasi_state, states)

bool evaluasi_is_decided(enum evaluasi_state state)
{
	return state >= EVALUASI_DITETAPKAN;
}
