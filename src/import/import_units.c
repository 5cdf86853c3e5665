/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of units, posts and holidays laid over what the store holds; people are in
   import_people.c. */
#include "import/import_units.h"

#include "base/say.h"
#include "import/import_cell.h"
#include "law/access.h"

#define KODE_CHARS_MAX 60

/* Codes stand in paths of units ("/1/1.02/") and in addresses. */
static bool kode_is_fit(struct import_cells *c, int column)
{
	struct str kode = c->row->cells[column];

	if (!cell_required(c, column))
		return false;
	if (kode.len > KODE_CHARS_MAX) {
		cell_fault(c, column, "import.kode_panjang",
			   STR("Kode paling banyak 60 karakter."));
		return false;
	}
	for (size_t i = 0; i < kode.len; i++)
		if (kode.at[i] == '/' || (unsigned char)kode.at[i] <= ' ') {
			cell_fault(c, column, "import.kode_bentuk",
				   STR("Kode tidak boleh memuat spasi atau garis miring."));
			return false;
		}
	return true;
}

/* Finds or adds the index for a key of the file; a key given twice is a fault. */
static bool is_twice(struct import_cells *c, int column, int baris_before)
{
	if (baris_before == BARIS_NONE)
		return false;
	cell_fault(c, column, "import.ganda",
		   say_format(c->plan->job->mem, "Sudah ada di baris %d.", baris_before));
	return true;
}

static enum import_change change_of(bool is_new, bool is_different)
{
	return is_new ? IMPORT_ADDED : is_different ? IMPORT_CHANGED : IMPORT_SAME;
}

/* Naming the agency's own unit is the same as naming none. */
static bool induk_take(struct import_cells *c, struct str *kode_induk)
{
	const struct import_plan *plan = c->plan;
	struct str cell = c->row->cells[UNIT_INDUK];

	if (plan->root >= 0 && str_equal(cell, plan->units[plan->root].kode))
		cell = STR_NONE;
	return cell_take_text(c, UNIT_INDUK, cell, kode_induk);
}

static void unit_row(struct import_cells *c)
{
	struct import_plan *plan = c->plan;
	struct str kode = c->row->cells[UNIT_KODE];
	int64_t at = -1;
	enum zona zona;

	if (!kode_is_fit(c, UNIT_KODE))
		return;
	bool is_new = !table_get(&plan->unit_of, kode, &at);
	if (!is_new && is_twice(c, UNIT_KODE, plan->units[at].baris))
		return;
	struct plan_unit *unit = is_new ? import_unit_add(plan) : &plan->units[at];
	if (is_new) {
		*unit = (struct plan_unit){
			.id = id_make(), .kode = kode, .jenis = STR("unit_kerja"), .induk = -1};
		unit->zona = zona_key(plan->job->actor->zona);
		table_put(&plan->unit_of, kode, plan->unit_count - 1);
	}
	unit->baris = c->row->baris;
	plan->taken[IMPORT_UNIT]++;
	bool is_different = cell_revive(c, unit->is_ended);
	(void)cell_required(c, UNIT_NAMA);
	is_different |= cell_take(c, UNIT_NAMA, &unit->nama);
	is_different |= induk_take(c, &unit->kode_induk);
	is_different |= cell_take_filled(c, UNIT_JENIS, &unit->jenis);
	is_different |= cell_take_bool(c, UNIT_MANDIRI, &unit->is_mandiri);
	is_different |= cell_take_filled(c, UNIT_ZONA, &unit->zona);
	if (!zona_parse(unit->zona, &zona))
		cell_fault(c, UNIT_ZONA, "unit.zona", STR("Isi WIB, WITA, atau WIT."));
	unit->is_ended = false;
	unit->change = change_of(is_new, is_different);
	unit->changes = cells_changes(c, is_new);
}

void import_plan_units(struct import_plan *plan)
{
	struct import_cells c = {.plan = plan, .jenis = IMPORT_UNIT};

	c.sheet = &plan->file->sheets[IMPORT_UNIT];
	for (int i = 0; i < c.sheet->count; i++) {
		cells_row(&c, i);
		unit_row(&c);
	}
	if (!import_plan_may_end(plan, IMPORT_UNIT))
		return;
	for (int i = 0; i < plan->unit_count; i++) {
		struct plan_unit *unit = &plan->units[i];
		if (unit->baris != BARIS_NONE || unit->is_ended || i == plan->root)
			continue;
		unit->is_ended = true;
		unit->change = IMPORT_ENDED;
	}
}

static const char *const kelompok_keys[] = {"jpt", "administrator", "pengawas", "pelaksana", "jf",
					    NULL};
static const char *const jenjang_keys[] = {"pemula",	 "terampil",	 "mahir",
					   "penyelia",	 "ahli pertama", "ahli muda",
					   "ahli madya", "ahli utama",	 NULL};

static void jabatan_check(struct import_cells *c, const struct plan_jabatan *jabatan)
{
	if (!cell_is_one_of(jabatan->kelompok, kelompok_keys))
		cell_fault(c, JABATAN_KELOMPOK, "jabatan.kelompok",
			   STR("Isi jpt, administrator, pengawas, pelaksana, atau jf."));
	if (str_is(jabatan->kelompok, "jf") && !cell_is_one_of(jabatan->jenjang, jenjang_keys))
		cell_fault(c, JABATAN_JENJANG, "jabatan.jenjang",
			   STR("Jenjang jf wajib: pemula, terampil, mahir, penyelia, ahli pertama, "
			       "ahli muda, ahli madya, "
			       "atau ahli utama."));
	(void)cell_required(c, JABATAN_NAMA);
	(void)cell_required(c, JABATAN_UNIT);
	(void)cell_required(c, JABATAN_TUGAS);
	(void)cell_required(c, JABATAN_TANGGUNG);
	(void)cell_required(c, JABATAN_UKURAN);
}

static bool kelas_take(struct import_cells *c, int *kelas)
{
	struct str cell = c->row->cells[JABATAN_KELAS];
	int64_t number = 0;
	int before = *kelas;

	if (!c->sheet->has_column[JABATAN_KELAS])
		return false;
	if (cell.len && (!str_parse_int(cell, &number) || number < 1 || number > 17)) {
		cell_fault(c, JABATAN_KELAS, "jabatan.kelas",
			   STR("Kelas jabatan adalah angka 1 sampai 17."));
		return false;
	}
	*kelas = (int)number;
	if (*kelas != before)
		cell_note(c, JABATAN_KELAS,
			  before ? str_format(c->plan->job->mem, "%d", before) : STR_NONE, cell);
	return *kelas != before;
}

static void jabatan_row(struct import_cells *c)
{
	struct import_plan *plan = c->plan;
	struct str kode = c->row->cells[JABATAN_KODE];
	int64_t at = -1;

	if (!kode_is_fit(c, JABATAN_KODE))
		return;
	bool is_new = !table_get(&plan->jabatan_of, kode, &at);
	if (!is_new && is_twice(c, JABATAN_KODE, plan->jabatans[at].baris))
		return;
	struct plan_jabatan *jabatan = is_new ? import_jabatan_add(plan) : &plan->jabatans[at];
	if (is_new) {
		*jabatan = (struct plan_jabatan){
			.id = id_make(), .kode = kode, .unit = -1, .unit_before = -1};
		table_put(&plan->jabatan_of, kode, plan->jabatan_count - 1);
	}
	jabatan->baris = c->row->baris;
	plan->taken[IMPORT_JABATAN]++;
	bool is_different = cell_revive(c, jabatan->is_ended);
	is_different |= cell_take(c, JABATAN_NAMA, &jabatan->nama);
	jabatan->is_moved = cell_take(c, JABATAN_UNIT, &jabatan->kode_unit) && !is_new;
	is_different |= jabatan->is_moved;
	is_different |= cell_take_lower(c, JABATAN_KELOMPOK, &jabatan->kelompok);
	is_different |= cell_take_lower(c, JABATAN_JENJANG, &jabatan->jenjang);
	is_different |= kelas_take(c, &jabatan->kelas);
	is_different |= cell_take_bool(c, JABATAN_KEPALA, &jabatan->is_kepala);
	is_different |= cell_take(c, JABATAN_TUGAS, &jabatan->tugas);
	is_different |= cell_take(c, JABATAN_TANGGUNG, &jabatan->tanggung_jawab);
	is_different |= cell_take(c, JABATAN_UKURAN, &jabatan->ukuran);
	jabatan_check(c, jabatan);
	jabatan->is_ended = false;
	jabatan->change = change_of(is_new, is_different);
	jabatan->changes = cells_changes(c, is_new);
}

void import_plan_jabatans(struct import_plan *plan)
{
	struct import_cells c = {.plan = plan, .jenis = IMPORT_JABATAN};

	c.sheet = &plan->file->sheets[IMPORT_JABATAN];
	for (int i = 0; i < c.sheet->count; i++) {
		cells_row(&c, i);
		jabatan_row(&c);
	}
	if (!import_plan_may_end(plan, IMPORT_JABATAN))
		return;
	for (int i = 0; i < plan->jabatan_count; i++) {
		struct plan_jabatan *jabatan = &plan->jabatans[i];
		if (jabatan->baris != BARIS_NONE || jabatan->is_ended)
			continue;
		jabatan->is_ended = true;
		jabatan->change = IMPORT_ENDED;
	}
}

static const char *const libur_keys[] = {"libur_nasional", "cuti_bersama", "libur_daerah", NULL};

static void libur_row(struct import_cells *c)
{
	struct import_plan *plan = c->plan;
	struct date tanggal = {0};
	int64_t at = -1;

	if (!cell_take_date(c, LIBUR_TANGGAL, &tanggal) || !cell_required(c, LIBUR_NAMA))
		return;
	struct str key = date_iso(plan->job->mem, tanggal);
	bool is_new = !table_get(&plan->libur_of, key, &at);
	if (!is_new && is_twice(c, LIBUR_TANGGAL, plan->liburs[at].baris))
		return;
	struct plan_libur *libur = is_new ? import_libur_add(plan) : &plan->liburs[at];
	if (is_new) {
		*libur = (struct plan_libur){.tanggal = tanggal, .jenis = STR("libur_nasional")};
		table_put(&plan->libur_of, key, plan->libur_count - 1);
	}
	libur->baris = c->row->baris;
	plan->taken[IMPORT_LIBUR]++;
	bool is_different = cell_take(c, LIBUR_NAMA, &libur->nama);
	is_different |= cell_take_filled(c, LIBUR_JENIS, &libur->jenis);
	if (!cell_is_one_of(libur->jenis, libur_keys))
		cell_fault(c, LIBUR_JENIS, "libur.jenis",
			   STR("Isi libur_nasional, cuti_bersama, atau libur_daerah."));
	libur->change = change_of(is_new, is_different);
	libur->changes = cells_changes(c, is_new);
}

/* A sheet of holidays speaks for the years that stand in it. */
static void liburs_end(struct import_plan *plan)
{
	bool *has_year = arena_array(plan->job->mem, bool, 10000);

	for (int i = 0; i < plan->libur_count; i++)
		has_year[plan->liburs[i].tanggal.year] |= plan->liburs[i].baris != BARIS_NONE;
	for (int i = 0; i < plan->libur_count; i++) {
		struct plan_libur *libur = &plan->liburs[i];
		if (libur->baris == BARIS_NONE && has_year[libur->tanggal.year])
			libur->change = IMPORT_ENDED;
	}
}

void import_plan_liburs(struct import_plan *plan)
{
	struct import_cells c = {.plan = plan, .jenis = IMPORT_LIBUR};

	c.sheet = &plan->file->sheets[IMPORT_LIBUR];
	for (int i = 0; i < c.sheet->count; i++) {
		cells_row(&c, i);
		libur_row(&c);
	}
	if (import_plan_may_end(plan, IMPORT_LIBUR))
		liburs_end(plan);
}
