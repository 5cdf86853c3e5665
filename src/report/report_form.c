/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the report's form, and what lies between it and the report. */
#include "report/report_form.h"

#include "base/say.h"
#include "form/table.h"

#define TAMBAHAN STR("tambahan")

#define FORM_RECORD struct laporan_isian
static const struct field fields[] = {
#include "report/report_form.def"
};
const struct form_table laporan_form = FORM_TABLE("laporan_kirim", fields);
#undef FORM_RECORD

#define FORM_RECORD struct bukti_isian
#define FOTO "image/jpeg,image/png,image/webp"
static const struct field bukti_fields[] = {
	FIELD(FILE, foto, "Foto", .accept = FOTO, .capture = "environment")
		FIELD(FILE, berkas, "Berkas PDF, Word, atau Excel",
		      .accept = ".pdf,.docx,.xlsx,.pptx," FOTO, .is_many = true)};
const struct form_table bukti_form = FORM_TABLE("bukti_kirim", bukti_fields);

struct laporan *report_of(struct laporan_isian *isian, struct problems *faults)
{
	struct laporan *l = &isian->laporan;

	l->rhk_id = (struct id){{0}};
	if (isian->sasaran.len > 0 && !str_equal(isian->sasaran, TAMBAHAN) &&
	    !id_parse(isian->sasaran, &l->rhk_id))
		problem_add(faults, STR("sasaran"), "report.sasaran_form",
			    STR("Pilih sasaran yang Anda kerjakan"));
	if (!l->bukti)
		l->bukti = arena_array(faults->mem, struct bukti, 1);
	if (isian->tautan.len > 0)
		l->bukti[l->bukti_count++] = (struct bukti){.bukti_id = id_make(),
							    .jenis = STR("tautan"),
							    .nama = SAY(faults->mem, "Tautan"),
							    .tautan = isian->tautan};
	return l;
}

struct laporan_isian report_isian(struct arena *mem, const struct laporan *laporan)
{
	return (struct laporan_isian){
		.laporan = *laporan,
		.sasaran = id_is_none(&laporan->rhk_id) ? TAMBAHAN : id_str(mem, &laporan->rhk_id)};
}
