/* SPDX-License-Identifier: Apache-2.0 */
/* A row as the night leaves it. */
#include "suara/bulk.h"

#include "generated/suara_sql.h"
#include "suara/suara_own.h"

enum err suara_bulk_add(struct job *job, const struct suara_bulk *voice)
{
	const int *of = voice->of;
	struct suara_jawaban row = {.suara_id = suara_random_id(),
				    .unit_id = voice->unit_id,
				    .lingkup_id = voice->lingkup_id,
				    .bulan = voice->bulan,
				    .bentuk = voice->is_nine ? STR("sembilan") : STR("tiga"),
				    .persyaratan = of[UNSUR_PERSYARATAN],
				    .prosedur = of[UNSUR_PROSEDUR],
				    .waktu = of[UNSUR_WAKTU],
				    .biaya = of[UNSUR_BIAYA],
				    .produk = of[UNSUR_PRODUK],
				    .kompetensi = of[UNSUR_KOMPETENSI],
				    .perilaku = of[UNSUR_PERILAKU],
				    .pengaduan = of[UNSUR_PENGADUAN],
				    .sarpras = of[UNSUR_SARPRAS],
				    .percaya = voice->percaya};

	return sql_suara_bulk_insert(job, &row);
}
