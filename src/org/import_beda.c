/* SPDX-License-Identifier: Apache-2.0 */
/* What a row does to its record, in the words of people. */
#include "org/import_beda.h"

#include "law/nip.h"
#include "org/import_plan.h"

/* The name a code stands for; none when nothing bears it. */
static struct str name_of(const struct import_plan *plan, enum import_jenis jenis, int kolom,
			  struct str kode)
{
	int64_t at = -1;
	bool is_unit = (jenis == IMPORT_UNIT && kolom == UNIT_INDUK) ||
		       (jenis == IMPORT_JABATAN && kolom == JABATAN_UNIT);

	if (is_unit)
		return table_get(&plan->unit_of, kode, &at) ? plan->units[at].nama : STR_NONE;
	if (jenis == IMPORT_PEGAWAI && kolom == PEGAWAI_JABATAN)
		return table_get(&plan->jabatan_of, kode, &at) ? plan->jabatans[at].nama : STR_NONE;
	if (jenis == IMPORT_PEGAWAI && kolom == PEGAWAI_PENILAI)
		return table_get(&plan->pegawai_of, kode, &at) ? plan->pegawais[at].nama : STR_NONE;
	return STR_NONE;
}

static struct str cell_text(const struct import_plan *plan, enum import_jenis jenis, int kolom,
			    struct str cell)
{
	struct arena *mem = plan->job->mem;
	struct str name = name_of(plan, jenis, kolom, cell);

	if (jenis == IMPORT_PEGAWAI && kolom == PEGAWAI_PENILAI && cell.len)
		cell = nip_display(mem, cell);
	return name.len ? str_format(mem, "%.*s %.*s", STR_ARG(cell), STR_ARG(name)) : cell;
}

/* The heading of the column that holds a record's name. */
static bool is_name(enum import_jenis jenis, int kolom)
{
	static const int name_of_sheet[] = {[IMPORT_UNIT] = UNIT_NAMA,
					    [IMPORT_JABATAN] = JABATAN_NAMA,
					    [IMPORT_PEGAWAI] = PEGAWAI_NAMA,
					    [IMPORT_LIBUR] = LIBUR_NAMA};

	return kolom == name_of_sheet[jenis];
}

void import_beda_tell(const struct import_plan *plan, struct plan_bedas beda,
		      struct import_item *item)
{
	int count;
	const struct import_kolom *kolom = import_kolom(item->jenis, &count);

	item->beda = arena_array(plan->job->mem, struct import_beda, beda.count + 1);
	if (item->change == IMPORT_CHANGED && beda.count == 0)
		item->beda[item->beda_count++] = (struct import_beda){
			.sesudah = STR("Ikut berpindah dengan unit di atasnya.")};
	for (int i = 0; i < beda.count; i++) {
		const struct plan_beda *from = &beda.at[i];
		if (item->change == IMPORT_ADDED && is_name(item->jenis, from->kolom))
			continue; /* the item's own heading */
		struct import_beda *to = &item->beda[item->beda_count++];
		to->kolom = from->kolom == NO_KOLOM ? STR_NONE : kolom[from->kolom].kunci;
		to->sebelum = cell_text(plan, item->jenis, from->kolom, from->sebelum);
		to->sesudah = cell_text(plan, item->jenis, from->kolom, from->sesudah);
	}
}
