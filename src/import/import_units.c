/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of units, posts and holidays laid over what the store holds; people are in
   import_people.c. */
#include "import/import_units.h"

#include "base/say.h"
#include "import/import_cell.h"
#include "import/import_code.h"
#include "law/access.h"

#include <string.h>

#define KODE_CHARS_MAX 60
#define NAME_CHARS_MAX 200

/* Codes stand in paths of units ("/1/1.02/") and in addresses. */
static bool kode_is_fit(struct import_cells *c, int column)
{
	struct str kode = c->row->cells[column];

	if (!cell_needed(c, column, kode))
		return false;
	if (str_chars(kode) > KODE_CHARS_MAX) {
		cell_fault(c, column, "import.kode_panjang",
			   STR("Kode paling banyak 60 karakter."));
		return false;
	}
	if (memchr(kode.at, '/', kode.len) || memchr(kode.at, ' ', kode.len) ||
	    cell_is_dash(kode)) {
		cell_fault(c, column, "import.kode_bentuk",
			   STR("Kode tidak boleh memuat spasi atau garis miring."));
		return false;
	}
	return true;
}

/* A key given twice is a fault. */
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
	struct str cell = import_unit_code(plan, c->row->cells[UNIT_INDUK]);

	if (plan->root >= 0 && str_equal(cell, plan->units[plan->root].kode))
		cell = STR("-");
	return cell_take_text(c, UNIT_INDUK, cell, kode_induk);
}

static const char *const zona_words[] = {"wib", "wita", "wit", NULL};
static const char *const zona_keys[] = {"WIB", "WITA", "WIT"};
static const struct cell_list zona_list = {.words = zona_words,
					   .keys = zona_keys,
					   .rule = "unit.zona",
					   .sentence = STR(SAID("Isi WIB, WITA, atau WIT."))};

static bool unit_fields(struct import_cells *c, struct plan_unit *unit)
{
	bool is_different = cell_revive(c, unit->is_ended);

	is_different |= cell_take_long(c, UNIT_NAMA, NAME_CHARS_MAX, &unit->nama);
	(void)cell_needed(c, UNIT_NAMA, unit->nama);
	is_different |= induk_take(c, &unit->kode_induk);
	if (!cell_is_dash(c->row->cells[UNIT_JENIS])) /* a unit is always of some kind */
		is_different |= cell_take_long(c, UNIT_JENIS, KODE_CHARS_MAX, &unit->jenis);
	is_different |= cell_take_bool(c, UNIT_MANDIRI, &unit->is_mandiri);
	is_different |= cell_choose(c, UNIT_ZONA, &zona_list, &unit->zona);
	return is_different;
}

/* The record of the row's code, a new one, or one that is only checked: all faults of a row are
   told at once. */
static struct plan_unit *unit_of_row(struct import_cells *c, bool *is_new)
{
	struct import_plan *plan = c->plan;
	struct str kode = c->row->cells[UNIT_KODE];
	int at = -1;
	bool is_fit = kode_is_fit(c, UNIT_KODE);
	bool is_known = is_fit && import_code_find(&plan->unit_of, plan->job->mem, kode, &at);
	bool is_void = !is_fit || (is_known && is_twice(c, UNIT_KODE, plan->units[at].baris));

	*is_new = !is_known || is_void;
	plan->taken[IMPORT_UNIT] += !is_void;
	if (!*is_new)
		return &plan->units[at];
	struct plan_unit *unit = import_unit_add(plan);
	*unit = (struct plan_unit){.id = id_make(),
				   .kode = kode,
				   .jenis = STR("unit_kerja"),
				   .zona = zona_key(plan->job->actor->zona),
				   .induk = -1,
				   .is_void = is_void};
	if (!is_void)
		import_code_put(&plan->unit_of, plan->job->mem, kode, plan->unit_count - 1);
	return unit;
}

static void unit_row(struct import_cells *c)
{
	bool is_new;
	struct plan_unit *unit = unit_of_row(c, &is_new);

	unit->baris = c->row->baris;
	bool is_different = unit_fields(c, unit);
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
static const struct cell_list kelompok_list = {
	.words = kelompok_keys,
	.keys = kelompok_keys,
	.rule = "jabatan.kelompok",
	.sentence = STR(SAID("Isi jpt, administrator, pengawas, pelaksana, atau jf."))};
static const char *const jenjang_keys[] = {"pemula",	 "terampil",	 "mahir",
					   "penyelia",	 "ahli pertama", "ahli muda",
					   "ahli madya", "ahli utama",	 NULL};
static const struct cell_list jenjang_list = {
	.words = jenjang_keys,
	.keys = jenjang_keys,
	.rule = "jabatan.jenjang",
	.sentence = STR(SAID("Jenjang jf wajib: pemula, terampil, mahir, penyelia, ahli pertama, "
			     "ahli muda, ahli madya, atau ahli utama.")),
	.may_be_none = true};

static void jabatan_check(struct import_cells *c, const struct plan_jabatan *jabatan)
{
	(void)cell_needed(c, JABATAN_NAMA, jabatan->nama);
	(void)cell_needed(c, JABATAN_UNIT, jabatan->kode_unit);
	(void)cell_needed(c, JABATAN_TUGAS, jabatan->tugas);
	(void)cell_needed(c, JABATAN_TANGGUNG, jabatan->tanggung_jawab);
	(void)cell_needed(c, JABATAN_UKURAN, jabatan->ukuran);
	if (!cell_is_given(c, JABATAN_KELOMPOK))
		(void)cell_needed(c, JABATAN_KELOMPOK, jabatan->kelompok);
	if (str_is(jabatan->kelompok, "jf") && jabatan->jenjang.len == 0 &&
	    (!cell_is_given(c, JABATAN_JENJANG) || cell_is_dash(c->row->cells[JABATAN_JENJANG])))
		cell_fault(c, JABATAN_JENJANG, jenjang_list.rule, jenjang_list.sentence);
}

/* Of a jf one of the list; of others an echelon, in the words of the agency. */
static bool jenjang_take(struct import_cells *c, struct plan_jabatan *jabatan)
{
	return str_is(jabatan->kelompok, "jf")
		       ? cell_choose(c, JABATAN_JENJANG, &jenjang_list, &jabatan->jenjang)
		       : cell_take_long(c, JABATAN_JENJANG, KODE_CHARS_MAX, &jabatan->jenjang);
}

static bool kelas_take(struct import_cells *c, int *kelas)
{
	struct str cell = c->row->cells[JABATAN_KELAS];
	int64_t number = 0;
	int before = *kelas;

	if (!cell_is_given(c, JABATAN_KELAS))
		return false;
	if (!cell_is_dash(cell) && (!str_parse_int(cell, &number) || number < 1 || number > 17)) {
		cell_fault(c, JABATAN_KELAS, "jabatan.kelas",
			   STR("Kelas jabatan adalah angka 1 sampai 17."));
		return false;
	}
	*kelas = (int)number;
	if (*kelas != before)
		cell_note(c, JABATAN_KELAS,
			  before ? str_format(c->plan->job->mem, "%d", before) : STR_NONE,
			  number ? cell : STR_NONE);
	return *kelas != before;
}

static struct plan_jabatan *jabatan_of_row(struct import_cells *c, bool *is_new)
{
	struct import_plan *plan = c->plan;
	struct str kode = c->row->cells[JABATAN_KODE];
	int at = -1;
	bool is_fit = kode_is_fit(c, JABATAN_KODE);
	bool is_known = is_fit && import_code_find(&plan->jabatan_of, plan->job->mem, kode, &at);
	bool is_void = !is_fit || (is_known && is_twice(c, JABATAN_KODE, plan->jabatans[at].baris));

	*is_new = !is_known || is_void;
	plan->taken[IMPORT_JABATAN] += !is_void;
	if (!*is_new)
		return &plan->jabatans[at];
	struct plan_jabatan *jabatan = import_jabatan_add(plan);
	*jabatan = (struct plan_jabatan){
		.id = id_make(), .kode = kode, .unit = -1, .unit_before = -1, .is_void = is_void};
	if (!is_void)
		import_code_put(&plan->jabatan_of, plan->job->mem, kode, plan->jabatan_count - 1);
	return jabatan;
}

static bool jabatan_fields(struct import_cells *c, struct plan_jabatan *jabatan, bool is_new)
{
	struct str unit = import_unit_code(c->plan, c->row->cells[JABATAN_UNIT]);
	bool is_different = cell_revive(c, jabatan->is_ended);

	is_different |= cell_take_long(c, JABATAN_NAMA, NAME_CHARS_MAX, &jabatan->nama);
	jabatan->is_moved = cell_take_text(c, JABATAN_UNIT, unit, &jabatan->kode_unit) && !is_new;
	is_different |= jabatan->is_moved;
	is_different |= cell_choose(c, JABATAN_KELOMPOK, &kelompok_list, &jabatan->kelompok);
	is_different |= jenjang_take(c, jabatan);
	is_different |= kelas_take(c, &jabatan->kelas);
	is_different |= cell_take_bool(c, JABATAN_KEPALA, &jabatan->is_kepala);
	is_different |= cell_take(c, JABATAN_TUGAS, &jabatan->tugas);
	is_different |= cell_take(c, JABATAN_TANGGUNG, &jabatan->tanggung_jawab);
	is_different |= cell_take(c, JABATAN_UKURAN, &jabatan->ukuran);
	return is_different;
}

static void jabatan_row(struct import_cells *c)
{
	bool is_new;
	struct plan_jabatan *jabatan = jabatan_of_row(c, &is_new);

	jabatan->baris = c->row->baris;
	bool is_different = jabatan_fields(c, jabatan, is_new);
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

static const char *const libur_words[] = {
	"libur_nasional", "cuti_bersama", "libur_daerah", "wfa_edaran",
	"nasional",	  "daerah",	  "wfa",	  NULL};
static const char *const libur_keys[] = {"libur_nasional", "cuti_bersama",   "libur_daerah",
					 "wfa_edaran",	   "libur_nasional", "libur_daerah",
					 "wfa_edaran"};
static const struct cell_list libur_list = {
	.words = libur_words,
	.keys = libur_keys,
	.rule = "libur.jenis",
	.sentence = STR(SAID("Isi libur_nasional, cuti_bersama, libur_daerah, atau wfa_edaran."))};

/* NULL where the day is none or stands there twice: its other faults are told all the same. */
static struct plan_libur *libur_of_row(struct import_cells *c, bool *is_new)
{
	struct import_plan *plan = c->plan;
	struct date tanggal = {0};
	int64_t at = -1;

	if (!cell_needed(c, LIBUR_TANGGAL, c->row->cells[LIBUR_TANGGAL]) ||
	    !cell_take_date(c, LIBUR_TANGGAL, &tanggal))
		return NULL;
	struct str key = date_iso(plan->job->mem, tanggal);
	*is_new = !table_get(&plan->libur_of, key, &at);
	if (!*is_new && is_twice(c, LIBUR_TANGGAL, plan->liburs[at].baris))
		return NULL;
	plan->taken[IMPORT_LIBUR]++;
	if (!*is_new)
		return &plan->liburs[at];
	struct plan_libur *libur = import_libur_add(plan);
	*libur = (struct plan_libur){.tanggal = tanggal, .jenis = STR("libur_nasional")};
	table_put(&plan->libur_of, key, plan->libur_count - 1);
	return libur;
}

static void libur_row(struct import_cells *c)
{
	struct plan_libur spare = {.jenis = STR("libur_nasional")};
	bool is_new = true;
	struct plan_libur *libur = libur_of_row(c, &is_new);

	libur = libur ? libur : &spare;
	libur->baris = c->row->baris;
	bool is_different = cell_take_long(c, LIBUR_NAMA, NAME_CHARS_MAX, &libur->nama);
	(void)cell_needed(c, LIBUR_NAMA, libur->nama);
	is_different |= cell_choose(c, LIBUR_JENIS, &libur_list, &libur->jenis);
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
