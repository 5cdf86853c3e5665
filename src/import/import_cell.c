/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a cell into its field, and notes what that changes. */
#include "import/import_cell.h"

#include "base/say.h"

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

bool cell_required(struct import_cells *c, int column)
{
	if (c->row->cells[column].len)
		return true;
	/* A missing column was reported once, for the whole sheet. */
	if (c->sheet->has_column[column])
		cell_fault(c, column, "import.wajib", STR("Wajib diisi."));
	return false;
}

bool cell_take_text(struct import_cells *c, int column, struct str cell, struct str *to)
{
	if (!c->sheet->has_column[column] || str_equal(cell, *to))
		return false;
	cell_note(c, column, *to, cell);
	*to = cell;
	return true;
}

bool cell_take(struct import_cells *c, int column, struct str *to)
{
	return cell_take_text(c, column, c->row->cells[column], to);
}

bool cell_take_filled(struct import_cells *c, int column, struct str *to)
{
	return c->row->cells[column].len ? cell_take(c, column, to) : false;
}

bool cell_take_lower(struct import_cells *c, int column, struct str *to)
{
	return cell_take_text(c, column, str_lower(c->plan->job->mem, c->row->cells[column]), to);
}

static struct str yes_no(bool is)
{
	return is ? STR("ya") : STR("tidak");
}

bool cell_take_bool(struct import_cells *c, int column, bool *to)
{
	static const char *const yes[] = {"ya", "y", "1", "true", NULL};
	static const char *const no[] = {"", "tidak", "t", "0", "false", "-", NULL};
	struct str cell = str_lower(c->plan->job->mem, c->row->cells[column]);
	bool before = *to;

	if (!c->sheet->has_column[column])
		return false;
	if (!cell_is_one_of(cell, yes) && !cell_is_one_of(cell, no)) {
		cell_fault(c, column, "import.ya_tidak", STR("Isi ya atau tidak."));
		return false;
	}
	*to = cell_is_one_of(cell, yes);
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

/* 17-08-2026 and 17/08/2026, as people write it. */
static bool day_first_parse(struct str text, struct date *out)
{
	int64_t day = 0, month = 0, year = 0;
	struct str rest, tail;
	char mark = str_has(text, "/") ? '/' : '-';
	struct str head = str_cut(text, mark, &rest);
	struct str middle = str_cut(rest, mark, &tail);

	if (!str_parse_int(head, &day) || !str_parse_int(middle, &month) ||
	    !str_parse_int(tail, &year))
		return false;
	if (tail.len != 4 || day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 ||
	    year > 2200)
		return false;
	*out = DATE((int16_t)year, (int8_t)month, (int8_t)day);
	return date_is_valid(*out);
}

bool cell_take_date(struct import_cells *c, int column, struct date *to)
{
	struct str cell = c->row->cells[column];

	if (!cell_required(c, column))
		return false;
	if (date_parse(cell, to) || day_first_parse(cell, to))
		return true;
	int64_t serial = 0;
	if (cell.len == 5 && str_parse_int(cell, &serial)) {
		cell_fault(c, column, "import.tanggal_angka",
			   STR("Ini tanggal yang tersimpan sebagai angka. Ubah format kolom "
			       "menjadi Tanggal, atau tulis tahun-bulan-hari."));
		return false;
	}
	cell_fault(c, column, "import.tanggal",
		   STR("Bukan tanggal yang ada. Tulis tahun-bulan-hari, misalnya 2026-08-17."));
	return false;
}

bool cell_is_one_of(struct str value, const char *const *keys)
{
	for (int i = 0; keys[i]; i++)
		if (str_is(value, keys[i]))
			return true;
	return false;
}
