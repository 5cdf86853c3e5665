/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a cell into its field, and notes what that changes. */
#include "import/import_cell.h"

#include "base/say.h"
#include "import/import_date.h"
#include "law/access.h"

#include <string.h>

void cells_row(struct import_cells *c, int i)
{
	c->row = &c->sheet->rows[i];
	c->cell_change_count = 0;
}

void cell_note(struct import_cells *c, int column, struct str sebelum, struct str sesudah)
{
	c->changes[c->cell_change_count++] = (struct plan_cell_change){column, sebelum, sesudah};
}

struct plan_cell_changes cells_changes(struct import_cells *c, bool is_new)
{
	size_t count = (size_t)c->cell_change_count;
	struct plan_cell_change *kept;

	if (count == 0 || (is_new && c->new_count++ >= c->plan->wish->items_max))
		return (struct plan_cell_changes){0};
	kept = arena_array(c->plan->job->mem, struct plan_cell_change, count);
	memcpy(kept, c->changes, count * sizeof(*kept));
	return (struct plan_cell_changes){kept, c->cell_change_count};
}

void cell_fault(struct import_cells *c, int column, const char *rule, struct str alasan)
{
	struct plan_cell cell = {.jenis = c->jenis,
				 .baris = c->row->baris,
				 .column = column,
				 .nilai = c->row->cells[column]};

	import_plan_fault(c->plan, cell, rule, alasan);
}

bool cell_needed(struct import_cells *c, int column, struct str value)
{
	if (value.len > 0)
		return true;
	/* A missing column was reported once, for the whole sheet. */
	if (c->sheet->has_column[column])
		cell_fault(c, column, "import.wajib", STR("Wajib diisi."));
	return false;
}

bool cell_is_dash(struct str cell)
{
	return str_is(cell, "-") || str_is(cell, "–") || str_is(cell, "—");
}

bool cell_is_given(const struct import_cells *c, int column)
{
	return c->sheet->has_column[column] && c->row->cells[column].len > 0;
}

bool cell_take_text(struct import_cells *c, int column, struct str cell, struct str *to)
{
	if (!cell_is_given(c, column))
		return false;
	if (cell_is_dash(cell))
		cell = STR_NONE;
	if (str_equal(cell, *to))
		return false;
	cell_note(c, column, *to, cell);
	*to = cell;
	return true;
}

bool cell_take(struct import_cells *c, int column, struct str *to)
{
	return cell_take_text(c, column, c->row->cells[column], to);
}

bool cell_take_long(struct import_cells *c, int column, size_t most, struct str *to)
{
	if (str_chars(c->row->cells[column]) > most)
		cell_fault(c, column, "import.terlalu_panjang",
			   say_format(c->plan->job->mem,
				      "Ringkas isian ini menjadi paling banyak %d huruf.",
				      (int)most));
	return cell_take(c, column, to);
}

/* Case, blanks and signs make no difference: "Ahli Muda", "ahli_muda", "AHLI  MUDA". */
static bool is_same_word(struct str cell, const char *word)
{
	struct str key = str_from(word);
	size_t at = 0;

	for (size_t i = 0; i < cell.len; i++) {
		char c = cell.at[i];
		bool is_upper = c >= 'A' && c <= 'Z';
		if (!is_upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
			continue;
		while (at < key.len && (key.at[at] == '_' || key.at[at] == ' '))
			at++;
		if (at == key.len || key.at[at] != (is_upper ? c + 32 : c))
			return false;
		at++;
	}
	return at == key.len;
}

int cell_word(struct str cell, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (is_same_word(cell, words[i]))
			return i;
	return -1;
}

bool cell_choose(struct import_cells *c, int column, const struct cell_list *list, struct str *to)
{
	struct str cell = c->row->cells[column];
	int at = cell_word(cell, list->words);

	if (!cell_is_given(c, column))
		return false;
	if (cell_is_dash(cell) && list->may_be_none)
		return cell_take_text(c, column, cell, to);
	if (at < 0) {
		cell_fault(c, column, list->rule, list->sentence);
		return false;
	}
	if (is_same_word(*to, list->keys[at]))
		return false; /* however it was stored */
	return cell_take_text(c, column, str_from(list->keys[at]), to);
}

static struct str yes_no(bool is)
{
	return is ? STR("ya") : STR("tidak");
}

bool cell_take_bool(struct import_cells *c, int column, bool *to)
{
	static const char *const yes[] = {"ya", "y", "1", "true", "iya", "benar", NULL};
	static const char *const no[] = {"tidak", "t", "0", "false", "bukan", "n", "no", NULL};
	struct str cell = c->row->cells[column];
	bool before = *to;

	if (!cell_is_given(c, column))
		return false;
	if (cell_word(cell, yes) < 0 && cell_word(cell, no) < 0 && !cell_is_dash(cell)) {
		cell_fault(c, column, "import.ya_tidak", STR("Isi ya atau tidak."));
		return false;
	}
	*to = cell_word(cell, yes) >= 0;
	if (*to != before)
		cell_note(c, column, yes_no(before), yes_no(*to));
	return *to != before;
}

bool cell_revive(struct import_cells *c, bool is_ended)
{
	if (is_ended)
		cell_note(c, NO_COLUMN, STR_NONE,
			  SAY(c->plan->job->mem, "Sudah diakhiri; menjadi aktif lagi."));
	return is_ended;
}

bool cell_take_date(struct import_cells *c, int column, struct date *to)
{
	const struct job *job = c->plan->job;
	struct str cell = c->row->cells[column];
	enum import_day read = import_day_parse(cell, job->today, job->actor->zona, to);

	if (c->sheet->is_month_first[column] && read == IMPORT_DAY_READ && to->day <= 12 &&
	    to->day != to->month && import_day_ends_in_year(cell))
		read = IMPORT_DAY_MONTH_FIRST;
	switch (read) {
	case IMPORT_DAY_READ: return true;
	case IMPORT_DAY_WRONG:
		cell_fault(c, column, "import.tanggal",
			   STR("Bukan tanggal yang ada. Tulis tahun-bulan-hari, misalnya "
			       "2026-08-17."));
		break;
	case IMPORT_DAY_TWO_WAYS:
		cell_fault(c, column, "import.tanggal_ragu",
			   STR("Tanggal ini dapat dibaca dengan dua cara. Tulis "
			       "tahun-bulan-hari, misalnya 2026-08-17."));
		break;
	case IMPORT_DAY_MONTH_FIRST:
		cell_fault(c, column, "import.tanggal_bulan_depan",
			   STR("Kolom ini memuat tanggal yang diawali bulan. Tulis semuanya "
			       "tahun-bulan-hari, misalnya 2026-08-17."));
		break;
	}
	return false;
}
