/* SPDX-License-Identifier: Apache-2.0 */
/* What is to end while somebody still needs it: a unit above another, a unit of a post, a post that
   is filled. A row of the file that names it is told at the row; what only the store holds, at what
   would end. */
#include "import/import_ends.h"

#include "base/say.h"

/* Who of the store still needs one record; by index. */
struct needed {
	struct str first;
	int count;
};

struct end {
	enum import_jenis jenis; /* of what ends */
	bool is_ended, ends_now;
	struct needed *by;
};

static void end_check(struct import_plan *plan, const struct end *end, struct plan_cell from,
		      struct str who)
{
	if (!end->is_ended)
		return;
	if (from.baris != BARIS_NONE) {
		import_plan_fault(
			plan, from, "import.sudah_berakhir",
			say_format(
				plan->job->mem, "%.*s ini %s.", STR_ARG(import_lembar(end->jenis)),
				end->ends_now ? SAY(plan->job->mem,
						    "tidak ada di lembarnya, jadi akan diakhiri")
							.at
					      : SAY(plan->job->mem,
						    "sudah diakhiri; cantumkan lagi di lembarnya "
						    "atau pakai yang lain")
							.at));
		return;
	}
	if (end->ends_now && end->by->count++ == 0)
		end->by->first = who;
}

static void needed_tell(struct import_plan *plan, enum import_jenis jenis, struct str kode,
			const struct needed *by, const char *what)
{
	int count;
	struct import_fault fault = {
		.lembar = plan->file->sheets[jenis].lembar,
		.column = import_column(jenis, &count)[0].kunci,
		.nilai = kode,
		.rule = "import.masih_dipakai",
		.alasan = say_format(plan->job->mem,
				     "%.*s ini tidak ada di lembarnya, jadi akan diakhiri, padahal "
				     "masih ada %d %s di dalamnya, antara lain %.*s. Pindahkan "
				     "atau akhiri dahulu, atau cantumkan lagi.",
				     STR_ARG(import_lembar(jenis)), by->count, what,
				     STR_ARG(by->first))};

	if (by->count)
		import_fault_add(&plan->faults, &fault);
}

static void units_check(struct import_plan *plan, struct needed *by)
{
	for (int i = 0; i < plan->unit_count; i++) {
		const struct plan_unit *unit = &plan->units[i];
		if (unit->is_ended || unit->induk < 0)
			continue;
		const struct plan_unit *above = &plan->units[unit->induk];
		struct end end = {IMPORT_UNIT, above->is_ended, above->change == IMPORT_ENDED,
				  &by[unit->induk]};
		struct plan_cell from = {IMPORT_UNIT, unit->baris, UNIT_INDUK, unit->kode_induk};
		end_check(plan, &end, from, unit->kode);
	}
	for (int i = 0; i < plan->unit_count; i++)
		needed_tell(plan, IMPORT_UNIT, plan->units[i].kode, &by[i], "unit");
}

static void jabatans_check(struct import_plan *plan, struct needed *by)
{
	for (int i = 0; i < plan->jabatan_count; i++) {
		const struct plan_jabatan *jabatan = &plan->jabatans[i];
		if (jabatan->is_ended || jabatan->unit < 0)
			continue;
		const struct plan_unit *unit = &plan->units[jabatan->unit];
		struct end end = {IMPORT_UNIT, unit->is_ended, unit->change == IMPORT_ENDED,
				  &by[jabatan->unit]};
		struct plan_cell from = {IMPORT_JABATAN, jabatan->baris, JABATAN_UNIT,
					 jabatan->kode_unit};
		end_check(plan, &end, from, jabatan->kode);
	}
	for (int i = 0; i < plan->unit_count; i++)
		needed_tell(plan, IMPORT_UNIT, plan->units[i].kode, &by[i], "jabatan");
}

static void pegawais_check(struct import_plan *plan, struct needed *by)
{
	for (int i = 0; i < plan->pegawai_count; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[i];
		if (pegawai->is_ended || pegawai->jabatan < 0)
			continue;
		const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
		struct end end = {IMPORT_JABATAN, jabatan->is_ended,
				  jabatan->change == IMPORT_ENDED, &by[pegawai->jabatan]};
		struct plan_cell from = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_JABATAN,
					 pegawai->kode_jabatan};
		end_check(plan, &end, from, pegawai->nip);
	}
	for (int i = 0; i < plan->jabatan_count; i++)
		needed_tell(plan, IMPORT_JABATAN, plan->jabatans[i].kode, &by[i], "pegawai");
}

void import_plan_check_ends(struct import_plan *plan)
{
	struct arena *mem = plan->job->mem;

	units_check(plan, arena_array(mem, struct needed, plan->unit_count + 1));
	jabatans_check(plan, arena_array(mem, struct needed, plan->unit_count + 1));
	pegawais_check(plan, arena_array(mem, struct needed, plan->jabatan_count + 1));
}
