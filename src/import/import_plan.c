/* SPDX-License-Identifier: Apache-2.0 */
/* The plan grows record by record and keeps its faults. */
#include "import/import_plan.h"

#include "base/letters.h"
#include "base/say.h"

struct plan_unit *import_unit_add(struct import_plan *plan)
{
	plan->units =
		arena_grow(plan->job->mem, plan->units, plan->unit_count, sizeof *plan->units);
	return &plan->units[plan->unit_count++];
}

struct plan_jabatan *import_jabatan_add(struct import_plan *plan)
{
	plan->jabatans = arena_grow(plan->job->mem, plan->jabatans, plan->jabatan_count,
				    sizeof *plan->jabatans);
	return &plan->jabatans[plan->jabatan_count++];
}

struct plan_pegawai *import_pegawai_add(struct import_plan *plan)
{
	plan->pegawais = arena_grow(plan->job->mem, plan->pegawais, plan->pegawai_count,
				    sizeof *plan->pegawais);
	return &plan->pegawais[plan->pegawai_count++];
}

struct plan_libur *import_libur_add(struct import_plan *plan)
{
	plan->liburs =
		arena_grow(plan->job->mem, plan->liburs, plan->libur_count, sizeof *plan->liburs);
	return &plan->liburs[plan->libur_count++];
}

/* Rows stand in the sheet's order. NULL when no row has that number. */
static const struct import_row *row_find(const struct import_sheet *sheet, int baris)
{
	int from = 0, to = sheet->count;

	while (from < to) {
		int middle = from + (to - from) / 2;
		if (sheet->rows[middle].baris < baris)
			from = middle + 1;
		else
			to = middle;
	}
	return from < sheet->count && sheet->rows[from].baris == baris ? &sheet->rows[from] : NULL;
}

void import_plan_fault(struct import_plan *plan, struct plan_cell cell, const char *rule,
		       struct str alasan)
{
	int count;
	struct arena *mem = plan->job->mem;
	const struct import_column *column = import_column(cell.jenis, &count);
	const struct import_row *row = row_find(&plan->file->sheets[cell.jenis], cell.baris);
	struct str written = row ? row->cells[cell.column] : STR_NONE;

	if (cell.baris == BARIS_NONE || (row && row->told >> cell.column & 1U))
		return;
	if (plan->faults.count == IMPORT_FAULTS_MAX) { /* nobody reads its words */
		plan->faults.more++;
		return;
	}
	struct import_fault fault = {
		.lembar = plan->file->sheets[cell.jenis].lembar,
		.baris = cell.baris,
		.column = column[cell.column].kunci,
		.nilai = letters_marked(
			mem, letters_cut(mem, written.len > 0 ? written : cell.nilai, 120)),
		.rule = rule,
		.alasan = say(mem, alasan),
	};

	import_fault_add(&plan->faults, &fault);
}

void import_plan_sheet_fault(struct import_plan *plan, struct plan_cell cell, const char *rule,
			     struct str alasan)
{
	int count;
	struct import_fault fault = {
		.lembar = plan->file->sheets[cell.jenis].lembar,
		.column = import_column(cell.jenis, &count)[cell.column].kunci,
		.nilai = cell.nilai,
		.rule = rule,
		.alasan = say(plan->job->mem, alasan),
	};

	import_fault_add(&plan->faults, &fault);
}

bool import_plan_may_end(struct import_plan *plan, enum import_jenis jenis)
{
	const struct import_sheet *sheet = &plan->file->sheets[jenis];
	struct import_fault fault = {
		.lembar = sheet->lembar,
		.rule = "import.semua_berakhir",
		.alasan = SAY(plan->job->mem,
			      "Lembar ini kosong, jadi semuanya akan diakhiri. Isi lembarnya, atau "
			      "unggah tanpa mengakhiri.")};

	if (!sheet->is_present || !(plan->wish->ends & IMPORT_ENDS(jenis)))
		return false;
	if (sheet->hidden_count > 0) {
		fault.rule = "import.tersembunyi";
		fault.alasan = SAY(plan->job->mem,
				   "Ada baris yang tersembunyi atau tersaring, jadi tidak "
				   "diketahui siapa yang berakhir. Tampilkan semua baris, atau "
				   "unggah tanpa mengakhiri.");
		import_fault_add(&plan->faults, &fault);
		return false;
	}
	if (sheet->count == 0)
		import_fault_add(&plan->faults, &fault);
	return sheet->count > 0 && plan->taken[jenis] == sheet->count;
}
