/* SPDX-License-Identifier: Apache-2.0 */
/* What must be written of somebody outside, and of the letter. */
#include "law/pejabat_luar.h"

#include "base/say.h"

/* say: check_text 4 */
static void check_text(struct problems *faults, const char *field, struct str text, const char *ask)
{
	if (text.len == 0)
		problem_add(faults, str_from(field), "luar.missing", str_from(ask));
	else if (!str_is_utf8(text) || str_chars(text) > PEJABAT_LUAR_MAX)
		problem_add(faults, str_from(field), "luar.text_too_long",
			    STR("Ringkas isian ini menjadi paling banyak 120 huruf."));
}

static void check_date(struct problems *faults, struct date day, struct date earliest,
		       struct date today)
{
	const char *wrong = NULL;

	if (date_is_none(day))
		wrong = SAID("Tulis tanggal suratnya.");
	else if (date_compare(day, today) > 0)
		wrong = SAID("Tanggal surat tidak boleh sesudah hari ini.");
	else if (!date_is_none(earliest) && date_compare(day, earliest) < 0)
		wrong = SAID("Tanggal surat tidak boleh sebelum masa yang dinilai dimulai.");
	if (wrong)
		problem_add(faults, STR("surat_tanggal"), "luar.surat_tanggal", str_from(wrong));
}

void law_pejabat_luar_check(const struct pejabat_luar *luar, struct date earliest,
			    struct date today, struct problems *faults)
{
	check_text(faults, "luar_nama", luar->nama,
		   "Tulis nama pejabat yang menandatangani suratnya.");
	check_text(faults, "luar_jabatan", luar->jabatan,
		   "Tulis jabatannya, misalnya Bupati atau Wali Kota.");
	check_text(faults, "surat_nomor", luar->surat_nomor, "Tulis nomor suratnya.");
	check_date(faults, luar->surat_tanggal, earliest, today);
}
