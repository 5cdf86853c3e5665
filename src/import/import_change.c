/* SPDX-License-Identifier: Apache-2.0 */
/* What a row does to its record, in the words of people. */
#include "import/import_change.h"

#include "base/say.h"
#include "import/import_code.h"
#include "law/nip.h"

/* The name a code stands for; none when nothing bears it. */
static struct str name_of(const struct import_plan *plan, enum import_jenis jenis, int column,
			  struct str kode)
{
	struct arena *mem = plan->job->mem;
	int64_t at = -1;
	int found;
	bool is_unit = (jenis == IMPORT_UNIT && column == UNIT_INDUK) ||
		       (jenis == IMPORT_JABATAN && column == JABATAN_UNIT);

	if (is_unit)
		return import_code_find(&plan->unit_of, mem, kode, &found) ? plan->units[found].nama
									   : STR_NONE;
	if (jenis == IMPORT_PEGAWAI && column == PEGAWAI_JABATAN)
		return import_code_find(&plan->jabatan_of, mem, kode, &found)
			       ? plan->jabatans[found].nama
			       : STR_NONE;
	if (jenis == IMPORT_PEGAWAI && column == PEGAWAI_PENILAI)
		return table_get(&plan->pegawai_of, kode, &at) ? plan->pegawais[at].nama : STR_NONE;
	return STR_NONE;
}

static struct str cell_text(const struct import_plan *plan, enum import_jenis jenis, int column,
			    struct str cell)
{
	struct arena *mem = plan->job->mem;
	struct str name = name_of(plan, jenis, column, cell);

	if (jenis == IMPORT_PEGAWAI && column == PEGAWAI_PENILAI && cell.len)
		cell = nip_display(mem, cell);
	return name.len ? str_format(mem, "%.*s %.*s", STR_ARG(cell), STR_ARG(name)) : cell;
}

/* The heading of the column that holds a record's name. */
static bool is_name(enum import_jenis jenis, int column)
{
	static const int name_of_sheet[] = {[IMPORT_UNIT] = UNIT_NAMA,
					    [IMPORT_JABATAN] = JABATAN_NAMA,
					    [IMPORT_PEGAWAI] = PEGAWAI_NAMA,
					    [IMPORT_LIBUR] = LIBUR_NAMA};

	return column == name_of_sheet[jenis];
}

void import_change_tell(const struct import_plan *plan, struct plan_cell_changes changes,
			struct import_item *item)
{
	int count;
	const struct import_column *column = import_column(item->jenis, &count);

	item->changes = arena_array(plan->job->mem, struct import_cell_change, changes.count + 1);
	if (item->change == IMPORT_CHANGED && changes.count == 0)
		item->changes[item->cell_change_count++] = (struct import_cell_change){
			.sesudah = SAY(plan->job->mem, "Ikut berpindah dengan unit di atasnya.")};
	for (int i = 0; i < changes.count; i++) {
		const struct plan_cell_change *from = &changes.at[i];
		if (item->change == IMPORT_ADDED && is_name(item->jenis, from->column))
			continue; /* the item's own heading */
		struct import_cell_change *to = &item->changes[item->cell_change_count++];
		to->column = from->column == NO_COLUMN ? STR_NONE : column[from->column].kunci;
		to->sebelum = cell_text(plan, item->jenis, from->column, from->sebelum);
		to->sesudah = cell_text(plan, item->jenis, from->column, from->sesudah);
	}
}
