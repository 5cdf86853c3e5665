/* SPDX-License-Identifier: Apache-2.0 */
/* A select a heading. */
#include "import/import_pair.h"

#include "base/say.h"
#include "form/table.h"

#include <string.h>

#define FORM_RECORD struct import_pair
static const struct field pair_fields[] = {FIELD(CHOICE, kolom, "Kolom", NONE("Pilih"))};
static const struct form_table pair_form =
	FORM_TABLE("kolom", pair_fields, .is_keyed = true, .is_table = true);
#undef FORM_RECORD

#define FORM_RECORD struct import_pairs
static const struct field fields[] = {
	FIELD_LIST("pasangan", pasangan, count, pair_form, IMPORT_PAIRS_MAX)};
static const struct form_table pairs_form = FORM_TABLE("impor_kolom", fields);
#undef FORM_RECORD

/* The headings of all sheets one behind the other, as far as the form goes. */
struct walk {
	const struct import_file *file;
	enum import_jenis jenis;
	int at, number; /* number: of all */
};

static const struct import_stranger *walk_next(struct walk *walk)
{
	while (walk->jenis < IMPORT_JENIS_COUNT && walk->number < IMPORT_PAIRS_MAX) {
		const struct import_sheet *sheet = &walk->file->sheets[walk->jenis];
		if (walk->at < sheet->stranger_count) {
			walk->number++;
			return &sheet->strangers[walk->at++];
		}
		walk->jenis++;
		walk->at = 0;
	}
	return NULL;
}

static void choices_make(struct form *row, const struct import_file *file, enum import_jenis jenis)
{
	struct choice *choices = arena_array(row->mem, struct choice, IMPORT_COLUMN_MAX + 1);
	int count, made = 0;
	const struct import_column *column = import_column(jenis, &count);

	for (int i = 0; i < count; i++)
		if (!file->sheets[jenis].has_column[i])
			choices[made++] = (struct choice){
				.key = column[i].kunci,
				.label = column[i].is_required ? str_join(row->mem, column[i].kunci,
									  SAY(row->mem, " (wajib)"))
							       : column[i].kunci};
	choices[made++] = (struct choice){.key = STR(IMPORT_LEAVE_OUT),
					  .label = SAY(row->mem, "Lewati kolom ini")};
	form_choose(row, FORM_AT(row, struct import_pair, kolom), choices, made);
}

void import_pair_make(struct form *form, struct job *job, const struct import_file *file,
		      struct import_pairs *pairs)
{
	struct choice *names = arena_array(job->mem, struct choice, IMPORT_PAIRS_MAX);
	struct walk walk = {.file = file};
	const struct import_stranger *stranger;

	*pairs = (struct import_pairs){NULL, 0};
	form_make(form, job, &pairs_form, pairs);
	int at = FORM_AT(form, struct import_pairs, pasangan), count = 0;
	while ((stranger = walk_next(&walk)))
		names[count++] = (struct choice){
			.key = str_format(job->mem, "%.*s-%.*s",
					  STR_ARG(import_jenis_key(walk.jenis)),
					  STR_ARG(stranger->kunci)),
			.label = str_format(job->mem, "%.*s: %.*s",
					    STR_ARG(file->sheets[walk.jenis].lembar),
					    STR_ARG(stranger->judul))};
	form_name_rows(form, at, names, count);
	form_rows_until(form, at, count);
	walk = (struct walk){.file = file};
	for (int i = 0; i < count && walk_next(&walk); i++)
		choices_make(&form->cells[at].rows[i], file, walk.jenis);
}

int import_pair_read(struct form *form, const struct form_source *source,
		     const struct import_file *file, struct import_remembered *out)
{
	const struct import_pairs *pairs = form->record;
	struct walk walk = {.file = file};
	const struct import_stranger *stranger;
	int kept = 0;

	form_read(form, source);
	for (int i = 0; (stranger = walk_next(&walk)) && i < pairs->count; i++) {
		struct str kolom = pairs->pasangan[i].kolom;
		bool is_left_out = str_is(kolom, IMPORT_LEAVE_OUT);
		struct import_remembered row = {import_jenis_key(walk.jenis), stranger->kunci,
						is_left_out ? STR_NONE : kolom};
		for (int k = 0; k < kept && kolom.len > 0 && !is_left_out; k++)
			if (str_equal(out[k].jenis, row.jenis) && str_equal(out[k].kolom, kolom))
				problem_add(form->faults, form->cells[0].rows[i].cells[0].id,
					    "import.pasangan_ganda",
					    STR("Kolom ini sudah dipasangkan dengan judul lain."));
		if (kolom.len > 0)
			out[kept++] = row;
	}
	if (kept == 0 && !problems_any(form->faults))
		problem_add(form->faults, form->cells[0].id, "import.pasangan_kosong",
			    STR("Pilih pasangan sedikitnya satu judul."));
	return kept;
}
