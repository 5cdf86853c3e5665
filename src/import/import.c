/* SPDX-License-Identifier: Apache-2.0 */
/* A file becomes a plan, the plan a preview, and what was previewed is applied. */
#include "import/import.h"

#include "account/role.h"
#include "audit/audit.h"
#include "base/say.h"
#include "db/batch.h"
#include "db/store.h"
#include "import/import_apply.h"
#include "import/import_change.h"
#include "import/import_check.h"
#include "import/import_people.h"
#include "import/import_store.h"
#include "import/import_units.h"
#include "law/access.h"

#include <stdlib.h>

#define MANY_CHANGES 1000 /* from here on the statistics of before mislead */

struct telling {
	struct import_plan *plan;
	struct import_preview *preview;
	struct buf *trail;
};

static void change_note(struct telling *t, struct import_item *item,
			struct plan_cell_changes changes)
{
	struct import_preview *preview = t->preview;
	struct import_count *count = &preview->counts[item->jenis];

	switch (item->change) {
	case IMPORT_SAME: count->same++; return;
	case IMPORT_ADDED: count->added++; break;
	case IMPORT_CHANGED: count->changed++; break;
	case IMPORT_ENDED: count->ended++; break;
	}
	if (preview->change_count++ < t->plan->wish->items_max) {
		import_change_tell(t->plan, changes, item);
		preview->items = arena_grow(t->plan->job->mem, preview->items, preview->item_count,
					    sizeof *preview->items);
		preview->items[preview->item_count++] = *item;
	}
	buf_add_format(t->trail, "%d %d %.*s %.*s\n", (int)item->jenis, (int)item->change,
		       STR_ARG(item->kode), STR_ARG(item->nama));
}

/* What the file left out entirely is not counted as the same. */
#define TELL(t, sheet, record, key)                                                                \
	do {                                                                                       \
		struct import_item item = {.jenis = (sheet),                                       \
					   .change = (record)->change,                             \
					   .kode = (key),                                          \
					   .nama = (record)->nama};                                \
		if (item.change != IMPORT_SAME || (record)->baris != BARIS_NONE)                   \
			change_note((t), &item, (record)->changes);                                \
	} while (0)

static struct import_preview *preview_make(struct import_plan *plan, struct buf *trail)
{
	struct arena *mem = plan->job->mem;
	struct import_preview *preview = arena_new(mem, struct import_preview);
	struct telling t = {plan, preview, trail};

	preview->notes = plan->file->notes;
	preview->note_count = plan->file->note_count;

	for (int i = 0; i < IMPORT_JENIS_COUNT; i++) {
		preview->counts[i].is_present = plan->file->sheets[i].is_present;
		preview->has_strangers |= plan->file->sheets[i].stranger_count > 0;
	}
	for (int i = 0; i < plan->unit_count; i++)
		TELL(&t, IMPORT_UNIT, &plan->units[i], plan->units[i].kode);
	for (int i = 0; i < plan->jabatan_count; i++)
		TELL(&t, IMPORT_JABATAN, &plan->jabatans[i], plan->jabatans[i].kode);
	for (int i = 0; i < plan->pegawai_count; i++) {
		const struct plan_pegawai *pegawai = &plan->pegawais[i];
		TELL(&t, IMPORT_PEGAWAI, pegawai, pegawai->nip);
		preview->role_count += __builtin_popcount(pegawai->peran & ~pegawai->peran_before);
	}
	for (int i = 0; i < plan->libur_count; i++)
		TELL(&t, IMPORT_LIBUR, &plan->liburs[i], date_iso(mem, plan->liburs[i].tanggal));
	return preview;
}

/* Where a person looks for it: sheet by sheet as in the template, row by row. */
struct fault_place {
	int sheet, baris, index;
};

static int by_place(const void *a, const void *b)
{
	const struct fault_place *left = a, *right = b;

	if (left->sheet != right->sheet)
		return left->sheet - right->sheet;
	return left->baris != right->baris ? left->baris - right->baris
					   : left->index - right->index;
}

static int sheet_place(const struct import_file *file, struct str lembar)
{
	for (int i = 0; i < IMPORT_JENIS_COUNT; i++)
		if (str_equal(file->sheets[i].lembar, lembar))
			return i;
	return IMPORT_JENIS_COUNT;
}

static void faults_sort(struct import_plan *plan)
{
	struct arena *mem = plan->job->mem;
	int count = plan->faults.count;
	struct fault_place *places = arena_array(mem, struct fault_place, count + 1);
	struct import_fault *sorted = arena_array(mem, struct import_fault, count + 1);

	for (int i = 0; i < count; i++) {
		const struct import_fault *fault = &plan->faults.at[i];
		places[i] = (struct fault_place){sheet_place(plan->file, fault->lembar),
						 fault->baris, i};
	}
	qsort(places, (size_t)count, sizeof(*places), by_place);
	for (int i = 0; i < count; i++)
		sorted[i] = plan->faults.at[places[i].index];
	plan->faults.at = sorted;
}

static void faults_tell(struct import_plan *plan, struct import_preview *preview)
{
	faults_sort(plan);
	preview->faults = plan->faults.at;
	preview->fault_count = plan->faults.count;
	preview->faults_left_out = plan->faults.more;
	if (plan->faults.count == 0)
		return;
	problem_add(plan->job->faults, STR("berkas"), "import.faults",
		    say_format(plan->job->mem,
			       "Berkas ini memuat %d kesalahan, jadi tidak ada yang "
			       "disimpan. Perbaiki semuanya lalu unggah lagi.",
			       plan->faults.count + plan->faults.more));
}

static enum err plan_make(struct import_plan *plan, struct buf *trail, struct import_preview **out)
{
	enum err err;

	if (!access_reaches_all(plan->job->actor, PERM_ORG_IMPORT))
		return ERR_FORBIDDEN;
	/* Faults of the reading come first; those of the checks follow in a list of their own. */
	plan->faults.mem = plan->job->mem;
	for (int i = 0; i < plan->file->faults.count; i++)
		import_fault_add(&plan->faults, &plan->file->faults.at[i]);
	plan->faults.more = plan->file->faults.more;
	if ((err = import_plan_load(plan)))
		return err;
	import_plan_units(plan);
	import_plan_jabatans(plan);
	import_plan_pegawais(plan);
	import_plan_liburs(plan);
	import_plan_check(plan);
	*out = preview_make(plan, trail);
	return ERR_OK;
}

enum err import_preview(struct job *job, const struct import_file *file,
			const struct import_wish *wish, struct import_preview **out)
{
	struct import_plan plan = {.job = job, .file = file, .wish = wish};
	struct buf trail;
	enum err err;

	buf_init(&trail, job->mem);
	if ((err = plan_make(&plan, &trail, out)))
		return err;
	faults_tell(&plan, *out);
	return ERR_OK;
}

/* One entry tells what the file did, line by line, in its digest. */
static enum err import_audit(struct job *job, const struct import_wish *wish,
			     const struct import_preview *preview, struct str trail)
{
	struct str many = str_format(job->mem, "%d perubahan", preview->change_count);
	struct audit_entry entry = {.deed = wish->orang ? wish->perbuatan : "org.import",
				    .object = wish->orang ? *wish->orang : *db_instansi(job->db),
				    .reason = wish->orang ? wish->alasan : many,
				    .after = trail};

	return audit_add(job, &entry);
}

enum err import_apply(struct job *job, const struct import_file *file,
		      const struct import_wish *wish, struct import_preview **out)
{
	struct import_plan plan = {.job = job, .file = file, .wish = wish};
	struct buf trail;
	enum err err;

	buf_init(&trail, job->mem);
	if ((err = plan_make(&plan, &trail, out)))
		return err;
	if (plan.faults.count == 0 && (*out)->change_count == 0)
		return ERR_OK; /* the same file again: nothing to write, nothing to tell the
		                  trail */
	if (plan.faults.count == 0 && (*out)->role_count > 0 &&
	    ((err = role_check_reason(job, wish->alasan)) || problems_any(job->faults)))
		return err ? err : ERR_INVALID;
	if (plan.faults.count == 0)
		err = import_plan_store(&plan);
	if (!err && plan.faults.count == 0 && (*out)->change_count > MANY_CHANGES)
		err = batch_statistics(job);
	faults_tell(&plan, *out);
	if (err)
		return err;
	return plan.faults.count ? ERR_INVALID : import_audit(job, wish, *out, buf_str(&trail));
}
