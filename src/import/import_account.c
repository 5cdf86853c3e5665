/* SPDX-License-Identifier: Apache-2.0 */
/* Hands the people of the plan to the accounts, and turns what is taken there into faults of their
   rows. */
#include "import/import_account.h"

#include "account/bulk.h"
#include "account/role.h"

/* The people of the plan whose account may change. */
struct touched {
	struct import_plan *plan;
	int *pegawai; /* where each stands in the plan */
	struct bulk_person *people;
	int count;
	struct bulk_role *roles;
	int role_count;
};

/* A person is touched too when only the post changed: who leads a unit has a role there. */
static bool touches_account(const struct import_plan *plan, const struct plan_pegawai *pegawai)
{
	if (pegawai->change != IMPORT_SAME)
		return true;
	return !pegawai->is_ended && pegawai->jabatan >= 0 &&
	       plan->jabatans[pegawai->jabatan].change != IMPORT_SAME;
}

static void touched_find(struct touched *touched)
{
	const struct import_plan *plan = touched->plan;
	struct arena *mem = plan->job->mem;

	touched->pegawai = arena_array(mem, int, plan->pegawai_count + 1);
	touched->people = arena_array(mem, struct bulk_person, plan->pegawai_count + 1);
	for (int i = 0; i < plan->pegawai_count; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[i];
		if (!touches_account(plan, pegawai))
			continue;
		touched->pegawai[touched->count] = i;
		touched->people[touched->count++] =
			(struct bulk_person){.pegawai_id = pegawai->id,
					     .nama = pegawai->nama,
					     .nip = pegawai->nip,
					     .email = pegawai->email,
					     .email_before = pegawai->email_before,
					     .is_new = pegawai->change == IMPORT_ADDED,
					     .is_ended = pegawai->is_ended};
	}
}

static void taken_tell(struct import_plan *plan, const struct plan_pegawai *pegawai,
		       const struct bulk_person *person)
{
	static const char rule[] = "pegawai.kunci_dipakai";
	struct str alasan =
		STR("Sudah dipakai untuk masuk oleh akun lain. Hubungi pengelola sistem.");
	struct plan_cell nip = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_NIP, pegawai->nip};
	struct plan_cell email = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_EMAIL, pegawai->email};

	if (person->is_nip_taken)
		import_plan_fault(plan, nip, rule, alasan);
	if (person->is_email_taken)
		import_plan_fault(plan, email, rule, alasan);
	if (person->is_last_admin)
		import_plan_sheet_fault(
			plan, nip, "role.last_admin",
			STR("Ini satu-satunya admin kepegawaian tetap. Beri dulu peran itu kepada "
			    "orang lain, supaya instansi tidak kehilangan admin."));
}

static void role_note(struct touched *touched, const struct id *akun_id, int unit, bool is_ended)
{
	touched->roles = arena_grow(touched->plan->job->mem, touched->roles, touched->role_count,
				    sizeof *touched->roles);
	touched->roles[touched->role_count++] =
		(struct bulk_role){.akun_id = *akun_id,
				   .unit_id = touched->plan->units[unit].id,
				   .is_ended = is_ended};
}

/* Who leads a unit is its pimpinan_unit; leaving the post ends that. */
static void roles_find(struct touched *touched, const struct id *akun_id,
		       const struct plan_pegawai *pegawai)
{
	const struct import_plan *plan = touched->plan;
	const struct plan_jabatan *jabatan = &plan->jabatans[pegawai->jabatan];
	bool leads = jabatan->is_kepala && !pegawai->is_ended;

	if (pegawai->jabatan_before >= 0) {
		const struct plan_jabatan *before = &plan->jabatans[pegawai->jabatan_before];
		bool stays = leads && before == jabatan && before->unit == before->unit_before;
		if (before->was_kepala && before->unit_before >= 0 && !stays)
			role_note(touched, akun_id, before->unit_before, true);
	}
	if (leads)
		role_note(touched, akun_id, jabatan->unit, false);
}

/* Roles are given as on their page, by the same rules: what is refused there is a fault of the
   row. */
static enum err role_give_one(struct import_plan *plan, const struct id *akun_id,
			      const struct plan_pegawai *pegawai, enum peran peran)
{
	bool is_wide = peran_is_agency_wide(peran);
	struct job job = *plan->job;
	struct role_form form = {
		.peran = peran_key(peran),
		.penugasan = penugasan_key(PENUGASAN_DEFINITIF),
		.unit = is_wide ? (struct id){{0}}
				: plan->units[plan->jabatans[pegawai->jabatan].unit].id,
		.alasan = plan->wish->alasan};
	struct plan_cell cell = {IMPORT_PEGAWAI, pegawai->baris, PEGAWAI_PERAN, peran_key(peran)};
	struct problems faults;

	problems_init(&faults, job.mem);
	job.faults = &faults;
	enum err err = role_give(&job, akun_id, &form);
	for (int i = 0; i < faults.count && err == ERR_INVALID; i++)
		import_plan_fault(plan, cell, str_cstr(job.mem, faults.at[i].rule),
				  faults.at[i].sentence);
	return err == ERR_INVALID ? ERR_OK : err;
}

static enum err roles_give(struct touched *touched)
{
	struct import_plan *plan = touched->plan;
	enum err err = ERR_OK;

	for (int i = 0; i < touched->count && !err; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[touched->pegawai[i]];
		uint32_t given = pegawai->peran & ~pegawai->peran_before;
		for (enum peran peran = 0; given && peran < PERAN_COUNT && !err; peran++)
			if (given >> peran & 1U)
				err = role_give_one(plan, &touched->people[i].akun_id, pegawai,
						    peran);
	}
	return err;
}

enum err import_accounts_store(struct import_plan *plan)
{
	struct touched touched = {.plan = plan};
	enum err err;

	touched_find(&touched);
	if (touched.count == 0)
		return ERR_OK;
	if ((err = bulk_people_save(plan->job, touched.people, touched.count)))
		return err;
	for (int i = 0; i < touched.count; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[touched.pegawai[i]];
		taken_tell(plan, pegawai, &touched.people[i]);
		if (!id_is_none(&touched.people[i].akun_id))
			roles_find(&touched, &touched.people[i].akun_id, pegawai);
	}
	if ((err = bulk_roles_save(plan->job, touched.roles, touched.role_count)))
		return err;
	return plan->faults.count ? ERR_OK : roles_give(&touched);
}
