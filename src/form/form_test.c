/* SPDX-License-Identifier: Apache-2.0 */
/* One table, and all that comes of it: the record, the faults, the control, the comparison, the
   schema. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena_test_support.h"
#include "form/form_schema.h"
#include "form/pick.h"
#include "form/press.h"
#include "render/conflict.h"

enum warna { WARNA_MERAH, WARNA_BIRU };

struct ukuran {
	struct str nama;
	int64_t nilai;
	bool has_nilai;
};

struct contoh {
	struct str uraian, jenis, surel;
	int64_t target;
	bool has_target, is_setuju;
	int jumlah;
	struct date mulai;
	struct id unit_id;
	enum warna warna;
	struct ukuran *ukuran;
	int ukuran_count;
};

static const struct choice jenis_at[] = {{STR("utama"), STR("Utama"), STR(""), STR("")},
					 {STR("tambahan"), STR("Tambahan"), STR(""), STR("")}};
static const struct choice_list jenis_list = CHOICE_LIST(jenis_at);
static const struct choice warna_at[] = {{STR("merah"), STR("Merah"), STR("panas"), STR("")},
					 {STR("biru"), STR("Biru"), STR("dingin"), STR("")}};
static const struct choice_list warna_list = CHOICE_LIST(warna_at);

#define FORM_RECORD struct ukuran
static const struct field ukuran_fields[] = {
	FIELD(TEXT, nama, "Nama", .most = 10, NEEDED("Tulis nama ukuran."))
		FIELD(HUNDREDTHS, nilai, "Nilai", HAS(has_nilai))};
static const struct form_table ukuran_table =
	FORM_TABLE("ukuran", ukuran_fields, .prefix = "ukuran_", .says = "Ukuran");
#undef FORM_RECORD
#define FORM_RECORD struct contoh
static const struct field fields[] = {
	FIELD(LONG, uraian, "Uraian", .most = 20, HINT("Singkat saja."), NEEDED("Tulis uraian."))
		FIELD(CHOICE, jenis, "Jenis", ONE_OF(jenis_list), NONE("Pilih jenis"))
			FIELD(HUNDREDTHS, target, "Target", HAS(has_target),
			      .most = 100000) FIELD(WHOLE, jumlah, "Jumlah", .least = 1,
						    .most = 12) FIELD(DATE, mulai, "Mulai")
				FIELD(EMAIL, surel, "Surel") FIELD(YES, is_setuju, "Setuju")
					FIELD(CHOICE, unit_id, "Unit", NONE("Pilih unit"))
						FIELD(RADIO, warna, "Warna", ONE_OF(warna_list))
							FIELD_LIST("ukuran", ukuran, ukuran_count,
								   ukuran_table, 3)};
static const struct form_table table = FORM_TABLE("contoh", fields);

/* A sent form: names and values in turn, NULL at the end. */
static bool sent_at(const void *from, const char *name, int n, struct str *out)
{
	for (const char *const *at = from; *at; at += 2)
		if (strcmp(at[0], name) == 0 && n-- == 0) {
			*out = str_from(at[1]);
			return true;
		}
	return false;
}

struct room {
	struct job job;
	struct problems faults;
	struct contoh record;
	struct form form;
};

static void begin(struct room *room)
{
	*room = (struct room){.job = {.mem = mem}};
	problems_init(&room->faults, mem);
	room->job.faults = &room->faults;
	form_make(&room->form, &room->job, &table, &room->record);
}

static void read(struct room *room, const char *const *sent)
{
	struct form_source source = {sent_at, sent};

	begin(room);
	form_read(&room->form, &source);
}

#define READ(room, ...) read((room), (const char *const[]){__VA_ARGS__, NULL})

static void assert_fault(const struct room *room, const char *field, const char *sentence)
{
	assert_text(problem_for(&room->faults, str_from(field)), sentence);
}

static void what_is_typed_fills_the_record(void **state)
{
	struct room room;

	(void)state;
	READ(&room, "uraian", " Akta terbit ", "jenis", "utama", "target", "1.250,5", "jumlah", "3",
	     "mulai", "6/1/2026", "surel", "a@b.go.id", "is_setuju", "ya", "unit_id",
	     "00000000-0000-0000-0000-000000000001", "warna", "biru");
	assert_int_equal(room.faults.count, 1);
	assert_fault(&room, "target", "Target: isi dengan angka 0 sampai 1.000.");
	assert_text(room.record.uraian, "Akta terbit");
	assert_text(room.record.jenis, "utama");
	assert_true(room.record.has_target && room.record.target == 125050);
	assert_int_equal(room.record.jumlah, 3);
	assert_text(date_iso(mem, room.record.mulai), "2026-01-06");
	assert_true(room.record.is_setuju);
	assert_int_equal(room.record.unit_id.bytes[15], 1);
	assert_int_equal(room.record.warna, WARNA_BIRU);
}

static void all_faults_show_at_once_each_at_its_field(void **state)
{
	struct room room;

	(void)state;
	READ(&room, "jenis", "lain", "target", "banyak", "jumlah", "13", "mulai", "31/02/2026",
	     "surel", "tanpa at", "unit_id", "x", "warna", "hijau", "is_setuju", "mungkin");
	assert_fault(&room, "uraian", "Tulis uraian.");
	assert_fault(&room, "jenis", "Jenis: pilih salah satu dari daftar.");
	assert_fault(
		&room, "target",
		"Target: tulis angka dengan paling banyak dua desimal, misalnya 90 atau 12,5.");
	assert_fault(&room, "jumlah", "Jumlah: isi dengan bilangan bulat 1 sampai 12.");
	assert_fault(&room, "mulai",
		     "Mulai: isi dengan tanggal yang ada di kalender, misalnya 18/08/2025.");
	assert_fault(&room, "surel", "Surel: isi dengan alamat surel, misalnya nama@contoh.go.id.");
	assert_fault(&room, "unit_id", "Unit: pilih salah satu dari daftar.");
	assert_fault(&room, "warna", "Warna: pilih salah satu dari daftar.");
	assert_int_equal(room.faults.count, 9);
}

/* Twins that read alike become the same; what nothing can show is named. */
static void what_is_typed_has_one_writing(void **state)
{
	struct room room;

	(void)state;
	READ(&room, "uraian", "Rafae\u0308l\u200B\nＡ", "jenis", "utama", "surel", "ａ@b.go.id");
	assert_text(room.record.uraian, "Rafa\u00EBl\nA");
	assert_text(room.record.surel, "a@b.go.id");
	READ(&room, "uraian", "Uji\xEF\xBF\xBE", "jenis", "utama", "surel", "\u0430@b.go.id");
	assert_fault(&room, "uraian",
		     "Uraian: memuat tanda yang tidak dapat ditampilkan (U+FFFE). Hapus tanda "
		     "itu.");
	assert_fault(&room, "surel", "Surel: isi dengan alamat surel, misalnya nama@contoh.go.id.");
}

static void a_value_sent_twice_is_a_fault(void **state)
{
	struct room room;

	(void)state;
	READ(&room, "uraian", "a", "jenis", "utama", "jenis", "tambahan");
	assert_fault(&room, "jenis", "Jenis: terkirim dua kali; isi sekali.");
}

static void a_list_of_the_page_is_a_closed_list_too(void **state)
{
	static const struct choice units[] = {
		{STR("00000000-0000-0000-0000-000000000001"), STR("Dinas"), STR(""), STR("")}};
	static const char *const sent[] = {"uraian", "a", "unit_id",
					   "00000000-0000-0000-0000-000000000002", NULL};
	struct form_source source = {sent_at, sent};
	struct room room;

	(void)state;
	begin(&room);
	form_choose(&room.form, FORM_AT(&room.form, struct contoh, unit_id), units, 1);
	form_read(&room.form, &source);
	assert_fault(&room, "unit_id", "Unit: pilih salah satu dari daftar.");
	assert_true(id_is_none(&room.record.unit_id));
}

static void an_enum_is_its_place_in_the_table_however_a_page_offers_it(void **state)
{
	struct choice offered[] = {warna_at[1], warna_at[0]};
	static const char *const sent[] = {"uraian", "a", "warna", "biru", NULL};
	struct form_source source = {sent_at, sent};
	struct room room;

	(void)state;
	begin(&room);
	form_choose(&room.form, FORM_AT(&room.form, struct contoh, warna), offered, 2);
	form_read(&room.form, &source);
	assert_int_equal(room.record.warna, WARNA_BIRU);
	assert_string_equal(room.form.cells[FORM_AT(&room.form, struct contoh, warna)].text.at,
			    "biru");
}

#undef FORM_RECORD
#define FORM_RECORD struct ukuran
static const struct field kunci_fields[] = {FIELD(LONG, nama, "Nama", .most = 10)};
static const struct form_table kunci_table = FORM_TABLE("kunci", kunci_fields, .is_keyed = true);
#undef FORM_RECORD
#define FORM_RECORD struct contoh
static const struct field pemilik_fields[] = {
	FIELD_LIST("ukuran", ukuran, ukuran_count, kunci_table, 3)};
static const struct form_table pemilik_table = FORM_TABLE("pemilik", pemilik_fields);
#undef FORM_RECORD

static void a_button_is_one_of_its_form_and_pressed_once(void **state)
{
	static const struct field buttons = FORM_BUTTONS("warna", warna_list, "Pilih warnanya.");
	static const struct {
		const char *sent[5];
		const char *fault; /* NULL: the second button was pressed */
	} cases[] = {{{"warna", "biru", NULL}, NULL},
		     {{"warna", "hitam", NULL}, "Pilih warnanya."},
		     {{"warna", "", NULL}, "Pilih warnanya."},
		     {{NULL}, "Pilih warnanya."},
		     {{"warna", "biru", "warna", "biru", NULL},
		      "Yang dilakukan: terkirim dua kali; isi sekali."}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct form_source source = {sent_at, cases[i].sent};
		struct room room;
		unsigned pressed = 7;

		begin(&room);
		enum err err = form_pressed(&room.job, &buttons, &source, &pressed);
		assert_int_equal(err, cases[i].fault ? ERR_INVALID : ERR_OK);
		if (cases[i].fault)
			assert_fault(&room, "warna", cases[i].fault);
		else
			assert_int_equal(pressed, WARNA_BIRU);
	}
}

static void rows_with_keys_take_what_was_typed_for_them(void **state)
{
	static const struct choice names[] = {{.key = STR("a1"), .label = STR("Mutu")},
					      {.key = STR("b2"), .label = STR("Waktu")}};
	static const char *const sent[] = {"nama.b2", "terlalu panjang", "nama.1", "x", NULL};
	struct form_source source = {sent_at, sent};
	struct room room;

	(void)state;
	begin(&room);
	form_make(&room.form, &room.job, &pemilik_table, &room.record);
	form_name_rows(&room.form, 0, names, 2);
	form_read(&room.form, &source);
	assert_int_equal(room.record.ukuran_count, 2);
	assert_int_equal(room.record.ukuran[0].nama.len, 0);
	assert_fault(&room, "nama.b2", "Waktu: ringkas isian ini menjadi paling banyak 10 huruf.");
	assert_ptr_equal(form_row_of(&room.form, 0, STR("b2")), &room.form.cells[0].rows[1]);
	assert_null(form_row_of(&room.form, 0, STR("c3")));
	assert_true(form_is_touched(&room.form.cells[0].rows[1]));
	assert_false(form_is_touched(&room.form.cells[0].rows[0]));
}

static void rows_close_up_and_name_themselves_in_faults(void **state)
{
	struct room room;

	(void)state;
	READ(&room, "uraian", "a", "ukuran_nama.0", "Lama", "ukuran_nilai.0", "2", "ukuran_nama.2",
	     "", "ukuran_nilai.2", "lima");
	assert_int_equal(room.record.ukuran_count, 2);
	assert_int_equal(room.record.ukuran[0].nilai, 200);
	assert_fault(&room, "ukuran_nama.1", "Ukuran 2: tulis nama ukuran.");
	assert_fault(&room, "ukuran_nilai.1",
		     "Ukuran 2, Nilai: tulis angka dengan paling banyak dua desimal, misalnya 90 "
		     "atau 12,5.");
}

static void a_field_that_is_left_out_is_neither_read_nor_missed(void **state)
{
	static const char *const sent[] = {"uraian", "a", NULL};
	struct form_source source = {sent_at, sent};
	struct room room;

	(void)state;
	begin(&room);
	form_leave_out(&room.form, FORM_AT(&room.form, struct contoh, uraian));
	form_read(&room.form, &source);
	assert_int_equal(room.faults.count, 0);
	assert_int_equal(room.record.uraian.len, 0);
}

static void a_record_is_held_against_the_same_table_whoever_filled_it(void **state)
{
	struct ukuran row = {.nilai = -1, .has_nilai = true};
	struct contoh record = {
		.jenis = STR("lain"), .jumlah = 0, .ukuran = &row, .ukuran_count = 1};
	struct room room;

	(void)state;
	begin(&room);
	problem_add(&room.faults, STR("jenis"), "x", STR("Sudah ada."));
	form_check(&table, &record, &room.faults);
	assert_fault(&room, "uraian", "Tulis uraian.");
	assert_fault(&room, "jumlah", "Jumlah: isi dengan bilangan bulat 1 sampai 12.");
	assert_fault(&room, "jenis", "Sudah ada.");
	assert_fault(&room, "ukuran_nama.0", "Ukuran 1: tulis nama ukuran.");
	assert_fault(&room, "ukuran_nilai.0", "Ukuran 1, Nilai: isi dengan angka 0 atau lebih.");
	assert_int_equal(room.faults.count, 5);
}

static void a_control_is_tied_to_its_hint_and_its_fault(void **state)
{
	struct room room;
	struct buf out;

	(void)state;
	buf_init(&out, mem);
	READ(&room, "uraian", "<b>", "warna", "biru");
	problem_add(&room.faults, STR("uraian"), "x", STR("Lain."));
	form_place(&out, &room.form, FORM_AT(&room.form, struct contoh, uraian));
	form_place(&out, &room.form, FORM_AT(&room.form, struct contoh, target));
	form_place(&out, &room.form, FORM_AT(&room.form, struct contoh, warna));
	const char *html = str_cstr(mem, buf_str(&out));
	assert_non_null(strstr(html, "<label for=\"uraian\">Uraian"));
	assert_non_null(strstr(html, "aria-describedby=\"uraian-petunjuk uraian-salah\""));
	assert_non_null(strstr(html, "aria-invalid=\"true\""));
	assert_non_null(strstr(html, "maxlength=\"20\""));
	assert_non_null(strstr(html, "\n&lt;b&gt;</textarea>"));
	assert_non_null(strstr(html, "inputmode=\"decimal\""));
	assert_non_null(strstr(strstr(html, "value=\"biru\""), "checked"));
}

static void two_versions_are_compared_by_what_people_read(void **state)
{
	struct ukuran row = {.nama = STR("Lama"), .nilai = 300, .has_nilai = true};
	struct contoh stored = {.uraian = STR("a"),
				.jenis = STR("utama"),
				.ukuran = &row,
				.ukuran_count = 1,
				.jumlah = 3};
	struct room room;

	(void)state;
	READ(&room, "uraian", "a", "jenis", "tambahan", "jumlah", "3", "warna", "merah",
	     "ukuran_nama.0", "Lama", "ukuran_nilai.0", "2");
	room.form.conflict = conflict_make(mem, STR("/x"));
	form_compare(&room.form, &stored);
	assert_int_equal(room.form.conflict->count, 2);
	assert_text(room.form.conflict->at[0].label, "Jenis");
	assert_text(room.form.conflict->at[0].stored, "Utama");
	assert_text(room.form.conflict->at[0].typed, "Tambahan");
	assert_text(room.form.conflict->at[1].label, "Ukuran 1, Nilai");
	assert_text(room.form.conflict->at[1].stored, "3");
	const struct form_cell *rows = &room.form.cells[FORM_AT(&room.form, struct contoh, ukuran)];
	assert_ptr_equal(rows->rows[0].conflict, room.form.conflict);
}

#define FORM_RECORD struct contoh
static const struct field unit_fields[] = {FIELD(PICK, unit_id, "Unit")};
static const struct form_table unit_table = FORM_TABLE("unit", unit_fields);
#undef FORM_RECORD

/* What was picked, and what is stored by the name; NULL: the page found none for it. */
static const struct conflict *picked_twice(struct room *room, int picked, int was, const char *name)
{
	struct contoh stored = {.unit_id.bytes[0] = (uint8_t)was};

	begin(room);
	form_make(&room->form, &room->job, &unit_table, &room->record);
	room->record.unit_id.bytes[0] = (uint8_t)picked;
	form_pick_chosen(&room->form, 0, picked ? STR("Dinas Air (A)") : STR_NONE);
	room->form.conflict = conflict_make(mem, STR("/x"));
	if (name)
		form_pick_stored(&room->form, 0, str_from(name));
	form_compare(&room->form, &stored);
	return room->form.conflict;
}

static void two_picks_are_compared_by_their_names(void **state)
{
	const struct conflict *conflict;
	struct room room;

	(void)state;
	assert_int_equal(picked_twice(&room, 1, 1, "Dinas Air (A)")->count, 0);
	assert_int_equal(picked_twice(&room, 1, 1, NULL)->count, 0);
	assert_int_equal(picked_twice(&room, 0, 0, NULL)->count, 0);
	conflict = picked_twice(&room, 1, 2, "Dinas Api (B)");
	assert_int_equal(conflict->count, 1);
	assert_text(conflict->at[0].label, "Unit");
	assert_text(conflict->at[0].stored, "Dinas Api (B)");
	assert_text(conflict->at[0].typed, "Dinas Air (A)");
	assert_text(picked_twice(&room, 1, 2, NULL)->at[0].stored,
		    "pilihan yang sudah tidak tersedia");
	assert_text(picked_twice(&room, 1, 0, NULL)->at[0].stored, "");
	assert_text(picked_twice(&room, 0, 2, "Dinas Api (B)")->at[0].stored, "Dinas Api (B)");
}

static void json_is_read_and_checked_by_the_same_table(void **state)
{
	struct room room;

	(void)state;
	begin(&room);
	assert_int_equal(
		form_read_json(&room.form,
			       STR("{\"uraian\":\"a\",\"target\":12.50,\"jumlah\":3,"
				   "\"is_setuju\":true,\"mulai\":\"2026-01-06\",\"surel\":null,"
				   "\"warna\":\"biru\",\"ukuran\":[{\"nama\":\"Lama\","
				   "\"nilai\":1.25}]}")),
		ERR_OK);
	assert_int_equal(room.record.target, 1250);
	assert_true(room.record.is_setuju);
	assert_int_equal(room.record.ukuran[0].nilai, 125);
	begin(&room);
	assert_int_equal(
		form_read_json(&room.form,
			       STR("{\"target\":1.255,\"jumlah\":\"3\",\"warna\":1,\"lain\":2,"
				   "\"ukuran\":[{},{},{},{}]}")),
		ERR_INVALID);
	assert_fault(&room, "uraian", "Tulis uraian.");
	assert_fault(&room, "jumlah", "Jumlah: kirim sebagai integer.");
	assert_fault(&room, "warna", "Warna: kirim sebagai string.");
	assert_fault(&room, "lain", "lain: tidak dikenal di sini.");
	assert_fault(&room, "ukuran", "Kirim daftar dengan paling banyak 3 baris.");
	assert_true(problem_for(&room.faults, STR("target")).len > 0);
	begin(&room);
	assert_int_equal(form_read_json(&room.form, STR("[]")), ERR_INVALID);
	assert_true(problems_has_rule(&room.faults, "form.json"));
}

static void the_schema_says_what_the_table_says(void **state)
{
	struct json json;
	struct buf out;

	(void)state;
	buf_init(&out, mem);
	json_init(&json, &out);
	form_schema(&json, &table);
	const char *text = str_cstr(mem, buf_str(&out));
	assert_non_null(strstr(text, "\"uraian\":{\"type\":\"string\",\"title\":\"Uraian\","
				     "\"description\":\"Singkat saja.\",\"maxLength\":20}"));
	assert_non_null(strstr(text, "\"jenis\":{\"type\":\"string\",\"title\":\"Jenis\","
				     "\"enum\":[\"utama\",\"tambahan\"]}"));
	assert_non_null(strstr(text, "\"multipleOf\":0.01,\"minimum\":0.00,\"maximum\":1000.00"));
	assert_non_null(strstr(text, "\"jumlah\":{\"type\":\"integer\",\"title\":\"Jumlah\","
				     "\"minimum\":1,\"maximum\":12}"));
	assert_non_null(strstr(text, "\"ukuran\":{\"type\":\"array\",\"maxItems\":3,\"items\":{"));
	assert_non_null(strstr(text, "\"required\":[\"uraian\"]"));
}

static void the_trail_keeps_every_field_with_its_length(void **state)
{
	struct ukuran ukuran = {.nama = STR("dua\nbaris"), .nilai = 1250, .has_nilai = true};

	(void)state;
	assert_text(form_canonical(mem, &ukuran_table, &ukuran),
		    "ukuran 1\nnama 9:dua\nbaris\nnilai 4:12,5\n");
}

struct catatan {
	int64_t version;
	struct id unit_id;
	struct str isi;
};
#define FORM_RECORD struct catatan
static const struct field catatan_fields[] = {VERSION(version) FIELD(ID, unit_id, "Unit")
						      FIELD(TEXT, isi, "Isi")};
static const struct form_table catatan_table = FORM_TABLE("catatan", catatan_fields);
#undef FORM_RECORD

static int64_t version_of(struct room *room, struct catatan *record, const char *const *sent)
{
	struct form_source source = {sent_at, sent};

	*record = (struct catatan){0};
	begin(room);
	form_make(&room->form, &room->job, &catatan_table, record);
	form_read(&room->form, &source);
	return record->version;
}
#define VERSION_OF(...) version_of(&room, &record, (const char *const[]){__VA_ARGS__, NULL})

static void a_version_that_is_missing_broken_or_doubled_fits_none(void **state)
{
	struct catatan record;
	struct room room;

	(void)state;
	assert_int_equal(VERSION_OF("unit_id", "", "version", "3"), 3);
	assert_int_equal(VERSION_OF("unit_id", "", "version", "0"), 0);
	assert_int_equal(VERSION_OF("unit_id", ""), VERSION_NONE);
	assert_int_equal(VERSION_OF("unit_id", "", "version", ""), VERSION_NONE);
	assert_int_equal(VERSION_OF("unit_id", "", "version", "-7"), VERSION_NONE);
	assert_int_equal(VERSION_OF("unit_id", "", "version", "3a"), VERSION_NONE);
	assert_int_equal(VERSION_OF("unit_id", "", "version", "3", "version", "3"), VERSION_NONE);
	assert_false(problems_any(&room.faults)); /* it is a conflict, not something typed */
	form_check(&catatan_table, &record, &room.faults);
	assert_false(problems_any(&room.faults));
}

static void what_is_sent_next_is_made_from_what_is_stored(void **state)
{
	struct catatan record, stored = {.version = 5, .isi = STR("tersimpan")};
	struct room room;

	(void)state;
	(void)VERSION_OF("unit_id", "", "version", "4", "isi", "diketik");
	assert_text(room.form.cells[0].text, "4");
	room.form.conflict = conflict_make(mem, STR("/"));
	form_compare(&room.form, &stored);
	assert_text(room.form.cells[0].text, "5");
	assert_int_equal(room.form.conflict->count, 1);
	assert_text(room.form.conflict->at[0].field, "isi");
}

static void an_id_that_is_carried_along_always_comes_if_only_empty(void **state)
{
	struct catatan record;
	struct room room;

	(void)state;
	(void)VERSION_OF("unit_id", "");
	assert_false(problems_any(&room.faults));
	(void)VERSION_OF("isi", "x");
	assert_fault(&room, "unit_id",
		     "Unit: halaman ini tidak sampai dengan utuh; buka lagi dari daftarnya.");
	(void)VERSION_OF("unit_id", "bukan id");
	assert_fault(&room, "unit_id",
		     "Unit: halaman ini tidak sampai dengan utuh; buka lagi dari daftarnya.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_trail_keeps_every_field_with_its_length),
		cmocka_unit_test(what_is_typed_fills_the_record),
		cmocka_unit_test(a_version_that_is_missing_broken_or_doubled_fits_none),
		cmocka_unit_test(what_is_sent_next_is_made_from_what_is_stored),
		cmocka_unit_test(an_id_that_is_carried_along_always_comes_if_only_empty),
		cmocka_unit_test(all_faults_show_at_once_each_at_its_field),
		cmocka_unit_test(what_is_typed_has_one_writing),
		cmocka_unit_test(a_value_sent_twice_is_a_fault),
		cmocka_unit_test(a_list_of_the_page_is_a_closed_list_too),
		cmocka_unit_test(an_enum_is_its_place_in_the_table_however_a_page_offers_it),
		cmocka_unit_test(a_button_is_one_of_its_form_and_pressed_once),
		cmocka_unit_test(rows_with_keys_take_what_was_typed_for_them),
		cmocka_unit_test(rows_close_up_and_name_themselves_in_faults),
		cmocka_unit_test(a_field_that_is_left_out_is_neither_read_nor_missed),
		cmocka_unit_test(a_record_is_held_against_the_same_table_whoever_filled_it),
		cmocka_unit_test(a_control_is_tied_to_its_hint_and_its_fault),
		cmocka_unit_test(two_versions_are_compared_by_what_people_read),
		cmocka_unit_test(two_picks_are_compared_by_their_names),
		cmocka_unit_test(json_is_read_and_checked_by_the_same_table),
		cmocka_unit_test(the_schema_says_what_the_table_says),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
