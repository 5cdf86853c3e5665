/* SPDX-License-Identifier: Apache-2.0 */
/* Who is found by what was typed, page by page, and the field that chooses a unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "form/table.h"
#include "org/browse.h"
#include "org/bulk.h"
#include "org/place.h"
#include "org/unit_pick.h"
#include "org/words.h"

#define MANY 60 /* more than two pages */

/* Units K, K-A and K-B below it; a post for each person. */
struct town {
	struct arena *mem;
	struct store *store;
	struct id instansi_id, units[3], posts[2];
	struct actor actor;
	struct problems faults;
	struct pegawai *people, *found;
	int count;
	struct id unit_id;
	const char *typed;
	struct str after;
	struct form form;
	struct id *record;
	enum err (*run)(struct job *job, struct town *town);
};

static enum err town_work(struct db *db, void *arg)
{
	struct town *town = arg;
	struct job job = {
		.mem = town->mem, .db = db, .actor = &town->actor, .faults = &town->faults};

	job.today = DATE(2026, 11, 24);
	job.request_id = STR("uji");
	problems_init(&town->faults, town->mem);
	return town->run(&job, town);
}

static void written(struct town *town, enum err (*run)(struct job *, struct town *))
{
	town->run = run;
	assert_int_equal(store_write(town->store, &town->instansi_id, town_work, town), ERR_OK);
}

static enum err read_town(struct town *town, enum err (*run)(struct job *, struct town *))
{
	town->run = run;
	return store_read(town->store, &town->instansi_id, town_work, town);
}

static enum err unit_make(struct job *job, struct town *town, int n, const char *kode,
			  const char *nama)
{
	struct unit unit = {.kode = str_from(kode),
			    .nama = str_from(nama),
			    .jenis = STR("dinas"),
			    .zona = ZONA_WIT};

	town->units[n] = unit.unit_id = id_make();
	if (n > 0)
		unit.induk_id = town->units[0];
	unit.jalur = str_format(job->mem, n > 0 ? "/K/%s/" : "/%s/", kode);
	return unit_add(job, &unit);
}

static enum err post_make(struct job *job, struct town *town, int n, const char *nama)
{
	struct jabatan post = {.kode = str_format(job->mem, "J%d", n),
			       .nama = str_from(nama),
			       .unit_id = town->units[n + 1],
			       .kelompok = STR("pelaksana"),
			       .tugas = STR("-"),
			       .tanggung_jawab = STR("-"),
			       .ukuran = STR("-")};

	town->posts[n] = post.jabatan_id = id_make();
	return jabatan_add(job, &post);
}

static enum err people_make(struct job *job, struct town *town, const char *const *names, int count)
{
	struct pegawai *people = arena_array(job->mem, struct pegawai, (size_t)count);

	for (int i = 0; i < count; i++)
		people[i] = (struct pegawai){
			.pegawai_id = id_make(),
			.nip = str_format(job->mem, "19850101201001%d%03d", 1 + i % 2, i),
			.nama = str_from(names[i]),
			.jenis = STR("pns"),
			.tmt = DATE(2020, 1, 1),
			.jabatan_id = town->posts[i % 2],
			.unit_id = town->units[1 + i % 2]};
	town->people = people;
	return pegawai_add_many(job, people, count);
}

static enum err do_units(struct job *job, struct town *town)
{
	enum err err;

	if ((err = unit_make(job, town, 0, "K", "Kota Uji")) ||
	    (err = unit_make(job, town, 1, "A", "Dinas Air")) ||
	    (err = unit_make(job, town, 2, "B", "Dinas Air Bersih")) ||
	    (err = post_make(job, town, 0, "Analis Kebijakan")))
		return err;
	return post_make(job, town, 1, "Penata Layanan");
}

static const char *const names[] = {"Dr. Siti Nur Hayati, S.Kom.", "Ma'ruf Amin", "Nurhayati",
				    "Amin Siti", "Andr\xC3\xA9 Haji-Ali"};
enum { SITI, MARUF, NURHAYATI, AMIN, ANDRE, NAMES };

static enum err do_names(struct job *job, struct town *town)
{
	return people_make(job, town, names, NAMES);
}

static enum err do_many(struct job *job, struct town *town)
{
	const char *many[MANY];

	for (int i = 0; i < MANY; i++)
		many[i] =
			str_cstr(job->mem, str_format(job->mem, i % 3 ? "Siti B%c%c" : "B%c%c Siti",
						      'a' + i / 26, 'a' + i % 26));
	return people_make(job, town, many, MANY);
}

static struct town town_make(struct arena *mem, enum err (*people)(struct job *, struct town *))
{
	struct town town = {.mem = mem, .store = store_for_test()};

	town.instansi_id = store_test_instansi(town.store, "K");
	town.actor = (struct actor){.instansi_id = town.instansi_id,
				    .is_signed_in = true,
				    .scope_count = 1,
				    .scopes = {{PERAN_ADMIN_KEPEGAWAIAN, STR_NONE}}};
	written(&town, do_units);
	written(&town, people);
	return town;
}

static enum err do_browse(struct job *job, struct town *town)
{
	return pegawai_browse(job, &town->unit_id, str_from(town->typed), town->after, &town->found,
			      &town->count);
}

/* Who is found, as bits by the order in which they were made. */
static unsigned found(struct town *town, const char *typed)
{
	unsigned bits = 0;

	town->typed = typed;
	town->after = STR_NONE;
	assert_int_equal(read_town(town, do_browse), ERR_OK);
	for (int i = 0; i < town->count; i++)
		for (int n = 0; n < NAMES; n++)
			if (id_equal(&town->found[i].pegawai_id, &town->people[n].pegawai_id)) {
				assert_int_equal(bits >> n & 1, 0); /* once */
				bits |= 1U << n;
			}
	return bits;
}

#define WHO(n) (1U << (n))

static void a_name_is_found_by_the_beginnings_of_its_words(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	assert_int_equal(found(&town, "sit"), WHO(SITI) | WHO(AMIN));
	assert_int_equal(found(&town, "AMIN"), WHO(MARUF) | WHO(AMIN));
	assert_int_equal(found(&town, "ayati"), 0); /* not its middle */
	assert_int_equal(found(&town, "s.kom"), WHO(SITI)); /* a title */
	assert_int_equal(found(&town, "S Kom"), WHO(SITI));
	assert_int_equal(found(&town, "%"), 0);
	assert_int_equal(found(&town, ""), (1U << NAMES) - 1);
	store_end_test(town.store);
}

static void case_accents_apostrophes_and_blanks_make_no_difference(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	assert_int_equal(found(&town, "maruf"), WHO(MARUF));
	assert_int_equal(found(&town, "Ma\xE2\x80\x99ruf"), WHO(MARUF));
	assert_int_equal(found(&town, "andre"), WHO(ANDRE));
	assert_int_equal(found(&town, "haji ali"), WHO(ANDRE));
	assert_int_equal(found(&town, "nur hayati"), WHO(SITI) | WHO(NURHAYATI));
	assert_int_equal(found(&town, "nurhayati"), WHO(SITI) | WHO(NURHAYATI));
	store_end_test(town.store);
}

static void words_are_found_in_any_order_and_must_all_be_there(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	assert_int_equal(found(&town, "hayati siti"), WHO(SITI));
	assert_int_equal(found(&town, "siti hay dr"), WHO(SITI));
	assert_int_equal(found(&town, "siti amin"), WHO(AMIN));
	assert_int_equal(found(&town, "siti amin hayati"), 0);
	assert_int_equal(found(&town, "dr siti nur hayati s kom"), WHO(SITI));
	store_end_test(town.store);
}

static void a_nip_and_a_post_are_found_too(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	assert_int_equal(found(&town, "19850101 201001 2 003"), WHO(AMIN));
	assert_int_equal(found(&town, "198501012010011"), WHO(SITI) | WHO(NURHAYATI) | WHO(ANDRE));
	assert_int_equal(found(&town, "kebijak"), WHO(SITI) | WHO(NURHAYATI) | WHO(ANDRE));
	assert_int_equal(found(&town, "penata lay"), WHO(MARUF) | WHO(AMIN));
	store_end_test(town.store);
}

static void a_search_stays_below_its_unit(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	town.unit_id = town.units[2];
	assert_int_equal(found(&town, "siti"), WHO(AMIN));
	assert_int_equal(found(&town, ""), WHO(MARUF) | WHO(AMIN));
	assert_int_equal(found(&town, "analis"), 0);
	town.unit_id = town.units[0];
	assert_int_equal(found(&town, "siti"), WHO(SITI) | WHO(AMIN));
	town.actor.scopes[0] = (struct actor_scope){PERAN_PIMPINAN_UNIT, STR("/K/A/")};
	town.unit_id = (struct id){{0}};
	assert_int_equal(found(&town, "siti"), WHO(SITI));
	store_end_test(town.store);
}

static enum err do_rename(struct job *job, struct town *town)
{
	struct jabatan post = {.jabatan_id = town->posts[1],
			       .nama = STR("Arsiparis"),
			       .unit_id = town->units[2],
			       .kelompok = STR("pelaksana"),
			       .tugas = STR("-"),
			       .tanggung_jawab = STR("-"),
			       .ukuran = STR("-")};
	enum err err;

	town->people[SITI].nama = STR("Tuti");
	if ((err = pegawai_save(job, &town->people[SITI])) || (err = jabatan_save(job, &post)))
		return err;
	return pegawai_end(job, &town->people[MARUF].pegawai_id, job->today);
}

static void who_is_renamed_or_leaves_is_no_longer_found_as_before(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	written(&town, do_rename);
	assert_int_equal(found(&town, "hayati"), 0);
	assert_int_equal(found(&town, "tuti"), WHO(SITI));
	assert_int_equal(found(&town, "amin"), WHO(AMIN));
	assert_int_equal(found(&town, "penata"), 0);
	assert_int_equal(found(&town, "arsip"), WHO(AMIN));
	store_end_test(town.store);
}

/* Which of all is this, each asked for once; -1: none. */
static int seen_first(struct town *town, const struct pegawai *person)
{
	for (int n = 0; n < MANY; n++)
		if (id_equal(&person->pegawai_id, &town->people[n].pegawai_id)) {
			assert_false(town->people[n].is_top);
			town->people[n].is_top = true;
			return n;
		}
	return -1;
}

/* Page by page: everybody once. */
static void all_are_listed(struct town *town, const char *typed, int expected)
{
	int seen = 0;

	town->typed = typed;
	town->after = STR_NONE;
	do {
		assert_int_equal(read_town(town, do_browse), ERR_OK);
		for (int i = 0; i < town->count; i++)
			seen += seen_first(town, &town->found[i]) >= 0;
		if (town->count > 0)
			town->after = town->found[town->count - 1].nip;
	} while (town->count == PEGAWAI_PAGE);
	assert_int_equal(seen, expected);
	for (int n = 0; n < MANY; n++)
		town->people[n].is_top = false;
}

static void pages_go_on_from_one_way_of_being_found_to_the_next(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_many);

	(void)state;
	all_are_listed(&town, "", MANY);
	all_are_listed(&town, "siti", MANY);
	all_are_listed(&town, "siti b", MANY); /* in one piece, then apart */
	all_are_listed(&town, "b siti", MANY); /* all of them apart */
	all_are_listed(&town, "analis", MANY / 2); /* by one post */
	all_are_listed(&town, "bc", 8);
	town.after = STR("000000000000000000");
	assert_int_equal(read_town(&town, do_browse), ERR_NOT_FOUND);
	store_end_test(town.store);
}

static void an_agency_of_before_gets_its_words_at_the_start_once(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);
	const struct id *agency = &town.instansi_id;

	(void)state;
	store_test_sql(town.store, agency, "DELETE FROM kata_cari WHERE instansi_id = $1");
	assert_int_equal(words_fill_waiting(town.store), ERR_OK);
	assert_int_equal(found(&town, "siti"), 0); /* it waits for nothing */
	store_test_sql(town.store, agency, "INSERT INTO kata_tunggu (instansi_id) VALUES ($1)");
	assert_int_equal(words_fill_waiting(town.store), ERR_OK);
	assert_int_equal(found(&town, "siti"), WHO(SITI) | WHO(AMIN));
	assert_int_equal(found(&town, "analis"), WHO(SITI) | WHO(NURHAYATI) | WHO(ANDRE));
	assert_int_equal(
		store_test_count(town.store, agency,
				 "SELECT COUNT(*) FROM kata_tunggu WHERE instansi_id = $1"),
		0);
	store_end_test(town.store);
}

/* --- the order --- */

static const char *const town_names[] = {"Selvi",      "Dr. \xC3\x89lok, M.Si.",
					 "budi",       "Drs. H. Aco",
					 "Zul",	       "Ma'ruf Amin",
					 "MARUF BUDI", "E\xCC\x81mil"};
static const char *const town_order[] = {"Drs. H. Aco",	 "budi",	"Dr. \xC3\x89lok, M.Si.",
					 "E\xCC\x81mil", "Ma'ruf Amin", "MARUF BUDI",
					 "Selvi",	 "Zul"};
enum { TOWN_NAMES = sizeof town_names / sizeof town_names[0] };

static enum err do_town(struct job *job, struct town *town)
{
	town->posts[1] = town->posts[0]; /* all in one unit */
	town->units[2] = town->units[1];
	return people_make(job, town, town_names, TOWN_NAMES);
}

/* Read from the one behind each place on: the rest of the list follows in its order. */
static void stands_in_order(struct town *town)
{
	town->typed = "";
	town->after = STR_NONE;
	for (int from = 0; from < TOWN_NAMES; from++) {
		assert_int_equal(read_town(town, do_browse), ERR_OK);
		assert_int_equal(town->count, TOWN_NAMES - from);
		for (int i = 0; i < town->count; i++)
			assert_string_equal(str_cstr(town->mem, town->found[i].nama),
					    town_order[from + i]);
		town->after = str_copy(town->mem, town->found[0].nip);
	}
}

static void people_stand_as_people_sort_them(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_town);

	(void)state;
	stands_in_order(&town);
	store_end_test(town.store);
}

static void names_of_before_get_their_place_at_the_start(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_town);
	const struct id *agency = &town.instansi_id;

	(void)state;
	store_test_sql(town.store, agency, "UPDATE pegawai SET urut = '' WHERE instansi_id = $1");
	store_test_sql(town.store, agency, "UPDATE unit SET urut = '' WHERE instansi_id = $1");
	assert_int_equal(org_places_fill(town.store), ERR_OK);
	stands_in_order(&town);
	assert_int_equal(store_test_count(town.store, agency,
					  "SELECT COUNT(*) FROM unit WHERE instansi_id = $1 AND "
					  "urut IN ('kota uji', 'dinas air', 'dinas air bersih')"),
			 3);
	store_end_test(town.store);
}

static enum err do_first_rename(struct job *job, struct town *town)
{
	town->people[0].nama = STR("Ade");
	return pegawai_save(job, &town->people[0]);
}

static void who_is_renamed_moves_in_the_list(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_town);

	(void)state;
	written(&town, do_first_rename);
	town.typed = "";
	town.after = STR_NONE;
	assert_int_equal(read_town(&town, do_browse), ERR_OK);
	assert_true(str_is(town.found[1].nama, "Ade"));
	store_end_test(town.store);
}

/* --- the field --- */

struct choice_record {
	struct id unit;
};
#define FORM_RECORD struct choice_record
static const struct field pick_fields[] = {
	FIELD(PICK, unit, "Unit kerja", .finder = UNIT_FINDER, NEEDED("Pilih unit kerjanya."))};
static const struct form_table pick_form = FORM_TABLE("uji", pick_fields);

/* "unit=…" and "unit.cari=…" of one request. */
struct sent {
	const char *chosen, *typed;
};

static bool sent_at(const void *from, const char *name, int n, struct str *out)
{
	const struct sent *sent = from;
	const char *text = strcmp(name, "unit") == 0	    ? sent->chosen
			   : strcmp(name, "unit.cari") == 0 ? sent->typed
							    : NULL;

	if (!text || n > 0)
		return false;
	*out = str_from(text);
	return true;
}

static const struct sent *sending;

static enum err do_pick(struct job *job, struct town *town)
{
	struct choice_record *record = arena_new(job->mem, struct choice_record);
	struct form_source source = {sent_at, sending};

	town->record = &record->unit;
	form_make(&town->form, job, &pick_form, record);
	form_read(&town->form, &source);
	return unit_pick(job, &town->form, 0, PERM_ORG_READ);
}

/* The rule of the fault, or "" without one. */
static const char *picked(struct town *town, const char *chosen, const char *typed)
{
	sending = &(struct sent){chosen, typed};
	assert_int_equal(read_town(town, do_pick), ERR_OK);
	return town->faults.count > 0 ? str_cstr(town->mem, town->faults.at[0].rule) : "";
}

static void one_unit_that_fits_is_taken_and_several_are_offered(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	assert_string_equal(picked(&town, NULL, "bersih"), "");
	assert_true(id_equal(town.record, &town.units[2]));
	assert_true(str_is(town.form.cells[0].text, "Dinas Air Bersih (B)"));
	assert_string_equal(picked(&town, NULL, "dinas"), "form.pick_several");
	assert_true(id_is_none(town.record));
	assert_int_equal(town.form.cells[0].choices->count, 2);
	assert_string_equal(picked(&town, NULL, "bersih air"), "");
	assert_string_equal(picked(&town, NULL, "Dinas Air (A)"), ""); /* a whole name */
	assert_true(id_equal(town.record, &town.units[1]));
	assert_string_equal(picked(&town, NULL, "kantor"), "form.pick_none");
	assert_string_equal(picked(&town, NULL, " "), "form.missing");
	store_end_test(town.store);
}

static void only_a_unit_of_the_actors_own_is_taken(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);
	const char *own = str_cstr(mem, id_str(mem, &town.units[1]));
	const char *other = str_cstr(mem, id_str(mem, &town.units[2]));

	(void)state;
	assert_string_equal(picked(&town, own, NULL), "");
	assert_true(str_is(town.form.cells[0].text, "Dinas Air (A)"));
	assert_string_equal(picked(&town, own, "bersih"), ""); /* chosen among the offered */
	assert_true(id_equal(town.record, &town.units[1]));
	assert_string_equal(picked(&town, "x", NULL), "form.malformed");
	assert_string_equal(picked(&town, "0190f3c1-0000-7000-8000-000000000001", NULL),
			    "form.malformed");
	assert_true(id_is_none(town.record));
	town.actor.scopes[0] = (struct actor_scope){PERAN_PIMPINAN_UNIT, STR("/K/A/")};
	assert_string_equal(picked(&town, own, NULL), "");
	assert_string_equal(picked(&town, other, NULL), "form.malformed");
	assert_string_equal(picked(&town, NULL, "bersih"), "form.pick_none");
	assert_string_equal(picked(&town, NULL, "Dinas Air Bersih (B)"), "form.pick_none");
	town.actor.scope_count = 0;
	assert_string_equal(picked(&town, own, NULL), "form.malformed");
	assert_string_equal(picked(&town, NULL, "air"), "form.pick_none");
	store_end_test(town.store);
}

static void a_unit_that_has_ended_is_not_taken(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct town town = town_make(mem, do_names);

	(void)state;
	store_test_sql(town.store, &town.instansi_id,
		       "UPDATE unit SET valid_to = '2026-01-31' WHERE instansi_id = $1 "
		       "AND kode = 'A'");
	assert_string_equal(picked(&town, str_cstr(mem, id_str(mem, &town.units[1])), NULL),
			    "form.malformed");
	assert_true(id_is_none(town.record));
	assert_string_equal(picked(&town, str_cstr(mem, id_str(mem, &town.units[2])), NULL), "");
	store_end_test(town.store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_found_by_the_beginnings_of_its_words),
		cmocka_unit_test(case_accents_apostrophes_and_blanks_make_no_difference),
		cmocka_unit_test(words_are_found_in_any_order_and_must_all_be_there),
		cmocka_unit_test(a_nip_and_a_post_are_found_too),
		cmocka_unit_test(a_search_stays_below_its_unit),
		cmocka_unit_test(who_is_renamed_or_leaves_is_no_longer_found_as_before),
		cmocka_unit_test(pages_go_on_from_one_way_of_being_found_to_the_next),
		cmocka_unit_test(an_agency_of_before_gets_its_words_at_the_start_once),
		cmocka_unit_test(people_stand_as_people_sort_them),
		cmocka_unit_test(names_of_before_get_their_place_at_the_start),
		cmocka_unit_test(who_is_renamed_moves_in_the_list),
		cmocka_unit_test(one_unit_that_fits_is_taken_and_several_are_offered),
		cmocka_unit_test(only_a_unit_of_the_actors_own_is_taken),
		cmocka_unit_test(a_unit_that_has_ended_is_not_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
