/* SPDX-License-Identifier: Apache-2.0 */
/* What only the whole agency shows: codes that lead nowhere, circles, two heads, ended
   appraisers. */
#include "import/import_check.h"

#include "account/role.h"
#include "import/import_ends.h"

#include "base/say.h"
#include "import/import_code.h"

#define DEPTH_MAX 40

enum visit { VISIT_NEW, VISIT_OPEN, VISIT_DONE };

static void units_link(struct import_plan *plan)
{
	for (int i = 0; i < plan->unit_count; i++) {
		struct plan_unit *unit = &plan->units[i];
		struct plan_cell cell = {IMPORT_UNIT, unit->baris, UNIT_INDUK, unit->kode_induk};
		int at = -1;
		unit->induk = -1;
		if (unit->kode_induk.len == 0) {
			unit->induk = i == plan->root ? -1 : plan->root;
			continue;
		}
		if (import_code_find(&plan->unit_of, plan->job->mem, unit->kode_induk, &at))
			unit->induk = at;
		else
			import_plan_fault(plan, cell, "unit.induk_asing",
					  STR("Kode unit induk ini tidak ada di berkas maupun di "
					      "data yang tersimpan."));
	}
}

/* From one unit up to a finished one or the top; then names the way back down in order. */
static void unit_visit(struct import_plan *plan, int from, char *visit, int *order_count)
{
	int way[DEPTH_MAX], depth = 0;
	int at = from;

	while (at >= 0 && visit[at] == VISIT_NEW && depth < DEPTH_MAX) {
		visit[at] = VISIT_OPEN;
		way[depth++] = at;
		at = plan->units[at].induk;
	}
	if (at >= 0 && visit[at] != VISIT_DONE) {
		struct plan_cell cell = {IMPORT_UNIT, plan->units[from].baris, UNIT_INDUK,
					 plan->units[from].kode_induk};
		for (int i = 0; i < depth && cell.baris == BARIS_NONE; i++) {
			cell.baris = plan->units[way[i]].baris;
			cell.nilai = plan->units[way[i]].kode_induk;
		}
		import_plan_fault(plan, cell, "unit.melingkar",
				  STR("Induk unit melingkar: unit ini berada di bawah dirinya "
				      "sendiri (atau lebih dari 40 "
				      "tingkat)."));
	}
	while (depth > 0) {
		visit[way[--depth]] = VISIT_DONE;
		plan->unit_order[(*order_count)++] = way[depth];
	}
}

static void units_order(struct import_plan *plan)
{
	char *visit = arena_array(plan->job->mem, char, plan->unit_count + 1);
	int count = 0;

	plan->unit_order = arena_array(plan->job->mem, int, plan->unit_count + 1);
	for (int i = 0; i < plan->unit_count; i++)
		if (visit[i] == VISIT_NEW)
			unit_visit(plan, i, visit, &count);
}

/* A unit that did not change itself lies elsewhere when one above it moved. */
static void units_path(struct import_plan *plan)
{
	struct arena *mem = plan->job->mem;

	for (int i = 0; i < plan->unit_count; i++) {
		struct plan_unit *unit = &plan->units[plan->unit_order[i]];
		struct str above = unit->induk >= 0 ? plan->units[unit->induk].jalur : STR("/");
		struct str jalur =
			str_format(mem, "%.*s%.*s/", STR_ARG(above), STR_ARG(unit->kode));
		if (str_equal(jalur, unit->jalur))
			continue;
		unit->jalur = jalur;
		unit->is_path_new = true;
		if (unit->change == IMPORT_SAME && !unit->is_ended)
			unit->change = IMPORT_CHANGED;
	}
}

static void jabatans_link(struct import_plan *plan)
{
	int *head_of =
		arena_array(plan->job->mem, int, plan->unit_count + 1); /* unit -> post + 1 */

	for (int i = 0; i < plan->jabatan_count; i++) {
		struct plan_jabatan *jabatan = &plan->jabatans[i];
		struct plan_cell cell = {IMPORT_JABATAN, jabatan->baris, JABATAN_UNIT,
					 jabatan->kode_unit};
		int at = -1;
		jabatan->unit = -1;
		if (jabatan->kode_unit.len == 0)
			continue;
		if (!import_code_find(&plan->unit_of, plan->job->mem, jabatan->kode_unit, &at)) {
			import_plan_fault(plan, cell, "jabatan.unit_asing",
					  STR("Kode unit ini tidak ada di berkas maupun di data "
					      "yang tersimpan."));
			continue;
		}
		jabatan->unit = at;
		if (!jabatan->is_kepala || jabatan->is_ended || jabatan->is_void)
			continue;
		if (head_of[at] && (jabatan->baris != BARIS_NONE ||
				    plan->jabatans[head_of[at] - 1].baris != BARIS_NONE)) {
			const struct plan_jabatan *other = &plan->jabatans[head_of[at] - 1];
			cell = (struct plan_cell){IMPORT_JABATAN,
						  jabatan->baris ? jabatan->baris : other->baris,
						  JABATAN_KEPALA, STR("ya")};
			import_plan_fault(
				plan, cell, "jabatan.dua_kepala",
				say_format(plan->job->mem, "Unit ini sudah dipimpin jabatan %.*s.",
					   STR_ARG(jabatan->baris ? other->kode : jabatan->kode)));
		}
		head_of[at] = i + 1;
	}
}

/* Whose appraiser stands outside the agency: who heads its root unit, nobody else (rulebook
   1.4). */
static bool is_top(const struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	if (pegawai->jabatan < 0)
		return true; /* its own fault was reported */
	const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
	bool is_root = jabatan->unit < 0 || plan->units[jabatan->unit].induk < 0;
	return jabatan->is_kepala && is_root;
}

/* Names the root unit: who gave the top of an own list another code takes that for it. */
static struct str needs_penilai(const struct import_plan *plan)
{
	if (plan->root < 0)
		return STR(SAID("Wajib diisi, kecuali untuk kepala unit puncak instansi."));
	const struct plan_unit *root = &plan->units[plan->root];
	return say_format(plan->job->mem,
			  "Wajib diisi, kecuali untuk kepala unit puncak instansi, yaitu unit "
			  "berkode %.*s (%.*s).",
			  STR_ARG(root->kode), STR_ARG(root->nama));
}

static void penilai_link(struct import_plan *plan, struct plan_pegawai *pegawai)
{
	struct plan_cell cell = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_PENILAI,
				 pegawai->nip_penilai};
	int64_t at = -1;

	pegawai->penilai = -1;
	if (pegawai->is_penilai_lost)
		return;
	if (pegawai->nip_penilai.len == 0) {
		if (!is_top(plan, pegawai))
			import_plan_fault(plan, cell, "pegawai.tanpa_penilai", needs_penilai(plan));
		return;
	}
	if (!table_get(&plan->pegawai_of, pegawai->nip_penilai, &at)) {
		import_plan_fault(
			plan, cell, "pegawai.penilai_asing",
			STR("NIP penilai ini tidak ada di berkas maupun di data yang tersimpan."));
		return;
	}
	pegawai->penilai = (int)at;
	if (!plan->pegawais[at].is_ended || pegawai->is_ended)
		return;
	/* The row to correct may be kept in the store only; then the sheet as a whole is told. */
	if (cell.baris == BARIS_NONE) {
		struct import_fault fault = {
			.lembar = plan->file->sheets[IMPORT_PEGAWAI].lembar,
			.column = STR("nip_penilai"),
			.nilai = pegawai->nip_penilai,
			.rule = "pegawai.penilai_berakhir",
			.alasan =
				say_format(plan->job->mem,
					   "Penilai ini akan diakhiri padahal masih menilai %.*s.",
					   STR_ARG(pegawai->nip))};
		import_fault_add(&plan->faults, &fault);
		return;
	}
	import_plan_fault(plan, cell, "pegawai.penilai_berakhir",
			  STR("Penilai ini sudah tidak bertugas di sini."));
}

/* Two people with one e-mail, or two in one leading post, are told at the second. */
static void pegawai_unique(struct import_plan *plan, int i, struct table *emails, int *holder_of)
{
	struct plan_pegawai *pegawai = &plan->pegawais[i];
	struct plan_cell cell = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_EMAIL, pegawai->email};
	int64_t other = -1;

	if (pegawai->is_ended || pegawai->is_void)
		return;
	if (pegawai->email.len) {
		if (table_get(emails, pegawai->email, &other)) {
			if (cell.baris == BARIS_NONE)
				cell.baris = plan->pegawais[other].baris;
			import_plan_fault(plan, cell, "pegawai.email_ganda",
					  STR("Surel ini dipakai pegawai lain."));
		}
		table_put(emails, pegawai->email, i);
	}
	if (pegawai->jabatan < 0 || !plan->jabatans[pegawai->jabatan].is_kepala)
		return;
	if (holder_of[pegawai->jabatan]) {
		cell.column = PEGAWAI_JABATAN;
		cell.nilai = pegawai->kode_jabatan;
		if (cell.baris == BARIS_NONE)
			cell.baris = plan->pegawais[holder_of[pegawai->jabatan] - 1].baris;
		import_plan_fault(plan, cell, "pegawai.kepala_ganda",
				  STR("Jabatan pemimpin ini sudah diisi pegawai lain."));
	}
	holder_of[pegawai->jabatan] = i + 1;
}

static void pegawais_link(struct import_plan *plan)
{
	int *holder_of = arena_array(plan->job->mem, int, plan->jabatan_count + 1);
	struct table emails;

	table_init(&emails, plan->job->mem, (size_t)plan->pegawai_count);
	for (int i = 0; i < plan->pegawai_count; i++) {
		struct plan_pegawai *pegawai = &plan->pegawais[i];
		struct plan_cell cell = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_JABATAN,
					 pegawai->kode_jabatan};
		int at = -1;
		pegawai->jabatan = -1;
		if (import_code_find(&plan->jabatan_of, plan->job->mem, pegawai->kode_jabatan, &at))
			pegawai->jabatan = at;
		else if (pegawai->kode_jabatan.len)
			import_plan_fault(plan, cell, "pegawai.jabatan_asing",
					  STR("Kode jabatan ini tidak ada di berkas maupun di data "
					      "yang tersimpan."));
		penilai_link(plan, pegawai);
		pegawai_unique(plan, i, &emails, holder_of);
	}
}

static void pegawai_visit(struct import_plan *plan, int from, char *visit, int *order_count)
{
	int way[DEPTH_MAX], depth = 0;
	int at = from;

	while (at >= 0 && visit[at] == VISIT_NEW && depth < DEPTH_MAX) {
		visit[at] = VISIT_OPEN;
		way[depth++] = at;
		at = plan->pegawais[at].penilai;
	}
	/* A line to oneself was already told as such. */
	bool is_self = depth > 0 && plan->pegawais[way[depth - 1]].penilai == way[depth - 1];
	if (at >= 0 && visit[at] != VISIT_DONE && !is_self) {
		const struct plan_pegawai *first = &plan->pegawais[from];
		struct plan_cell cell = {IMPORT_PEGAWAI, first->baris, PEGAWAI_PENILAI,
					 first->nip_penilai};
		for (int i = 0; i < depth && cell.baris == BARIS_NONE; i++) {
			cell.baris = plan->pegawais[way[i]].baris;
			cell.nilai = plan->pegawais[way[i]].nip_penilai;
		}
		import_plan_fault(plan, cell, "pegawai.melingkar",
				  STR("Garis penilaian melingkar: mengikuti penilai ke atas "
				      "kembali ke pegawai ini (atau "
				      "lebih dari 40 tingkat)."));
	}
	while (depth > 0) {
		visit[way[--depth]] = VISIT_DONE;
		plan->pegawai_order[(*order_count)++] = way[depth];
	}
}

static void pegawais_order(struct import_plan *plan)
{
	char *visit = arena_array(plan->job->mem, char, plan->pegawai_count + 1);
	int count = 0;

	plan->pegawai_order = arena_array(plan->job->mem, int, plan->pegawai_count + 1);
	for (int i = 0; i < plan->pegawai_count; i++)
		if (visit[i] == VISIT_NEW)
			pegawai_visit(plan, i, visit, &count);
}

static bool leads(const struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	return !pegawai->is_ended && pegawai->jabatan >= 0 &&
	       plan->jabatans[pegawai->jabatan].is_kepala;
}

static bool led_before(const struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	const struct plan_jabatan *before;

	if (pegawai->jabatan_before < 0 || pegawai->was_ended)
		return false;
	before = &plan->jabatans[pegawai->jabatan_before];
	return before->was_kepala && before->unit_before == plan->jabatans[pegawai->jabatan].unit;
}

/* Whoever loads a file gives himself neither a role nor a unit to lead, and does not end himself
   (account/role.h has the rule). */
static void self_check(struct import_plan *plan, const struct plan_pegawai *self)
{
	struct plan_cell cell = {IMPORT_PEGAWAI, self->baris, PEGAWAI_JABATAN, self->kode_jabatan};

	if (self->change == IMPORT_ENDED)
		import_plan_sheet_fault(
			plan,
			(struct plan_cell){IMPORT_PEGAWAI, BARIS_NONE, PEGAWAI_NIP, self->nip},
			"account.self",
			STR("Anda sendiri akan diakhiri. Minta admin lain melakukannya."));
	if (self->peran & ~self->peran_before) {
		cell.column = PEGAWAI_PERAN;
		import_plan_fault(plan, cell, "role.self", role_self_sentence());
	}
	if (!leads(plan, self) || led_before(plan, self))
		return;
	if (self->baris == BARIS_NONE)
		cell = (struct plan_cell){IMPORT_JABATAN, plan->jabatans[self->jabatan].baris,
					  JABATAN_KEPALA, STR("ya")};
	import_plan_fault(plan, cell, "role.self", role_self_sentence());
}

static void selves_check(struct import_plan *plan)
{
	const struct id *self = &plan->job->actor->pegawai_id;

	for (int i = 0; i < plan->pegawai_count && !id_is_none(self); i++)
		if (id_equal(&plan->pegawais[i].id, self))
			self_check(plan, &plan->pegawais[i]);
}

void import_plan_check(struct import_plan *plan)
{
	units_link(plan);
	units_order(plan);
	units_path(plan);
	jabatans_link(plan);
	pegawais_link(plan);
	pegawais_order(plan);
	import_plan_check_ends(plan);
	selves_check(plan);
}
