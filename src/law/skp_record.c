/* SPDX-License-Identifier: Apache-2.0 */
#include "law/skp_record.h"

bool law_skp_may_record(const struct skp *skp)
{
	return id_is_none(&skp->penilai_id) &&
	       (skp->state == SKP_DIAJUKAN ||
		(skp->state == SKP_DITETAPKAN && skp->luar.surat_nomor.len == 0));
}

static void check_luar(struct problems *faults, const char *field, struct str text, const char *ask)
{
	if (text.len == 0)
		problem_add(faults, str_from(field), "skp.luar_missing", str_from(ask));
	else if (!str_is_utf8(text) || str_chars(text) > SKP_LUAR_MAX)
		problem_add(faults, str_from(field), "skp.text_too_long",
			    STR("Ringkas isian ini menjadi paling banyak 120 huruf."));
}

enum err law_skp_record(struct skp *skp, const struct skp_luar *luar, struct date today,
			struct problems *faults)
{
	if (!law_skp_may_record(skp))
		problem_add(faults, STR("state"), "skp.not_diajukan",
			    STR("SKP ini tidak sedang menunggu persetujuan di atas kertas."));
	check_luar(faults, "luar_nama", luar->nama, "Tulis nama pejabat yang menyetujui.");
	check_luar(faults, "luar_jabatan", luar->jabatan,
		   "Tulis jabatannya, misalnya Bupati atau Wali Kota.");
	check_luar(faults, "surat_nomor", luar->surat_nomor, "Tulis nomor surat persetujuannya.");
	if (date_is_none(luar->surat_tanggal))
		problem_add(faults, STR("surat_tanggal"), "skp.surat_tanggal",
			    STR("Tulis tanggal surat persetujuannya."));
	else if (date_compare(luar->surat_tanggal, today) > 0)
		problem_add(faults, STR("surat_tanggal"), "skp.surat_tanggal",
			    STR("Tanggal surat tidak boleh sesudah hari ini."));
	if (problems_any(faults))
		return ERR_INVALID;
	skp->luar = *luar;
	skp->state = SKP_DITETAPKAN;
	return ERR_OK;
}
