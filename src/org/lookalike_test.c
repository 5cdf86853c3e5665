/* SPDX-License-Identifier: Apache-2.0 */
/* What stands from before one way of writing was asked for is found, each with its own fault. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/store_test_support.h"
#include "evaluation/seed_test_support.h"
#include "org/lookalike.h"

#include <stdlib.h>

struct office {
	struct arena *mem;
	struct store *store;
	struct id instansi;
	struct lookalike *found;
	int count;
};

static struct office office_open(struct arena *mem)
{
	struct office office = {.mem = mem, .store = store_for_test()};

	office.instansi = store_test_instansi(office.store, "uji");
	seed_office(office.store, &office.instansi);
	return office;
}

static enum err list_work(struct db *db, void *arg)
{
	struct office *office = arg;
	struct job job = {.db = db, .mem = office->mem};

	return lookalike_list(&job, &office->found, &office->count);
}

static void list(struct office *office)
{
	assert_int_equal(store_read(office->store, &office->instansi, list_work, office), ERR_OK);
}

/* After this change by hand the one thing found is this. */
static void is_found(const char *sql, enum lookalike_fault fault, const char *kode,
		     const char *other)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct office office = office_open(mem);

	seed_sql(office.store, &office.instansi, sql);
	list(&office);
	assert_int_equal(office.count, 1);
	assert_int_equal(office.found[0].fault, fault);
	assert_true(str_is(office.found[0].kode, kode));
	assert_true(str_is(office.found[0].other, other));
	store_end_test(office.store);
}

#define NAMED(nama)                                                                                \
	"UPDATE pegawai SET nama = '" nama "' WHERE instansi_id = $1 AND pegawai_id = {p2}"
#define MAILED(email)                                                                              \
	"UPDATE pegawai SET email = '" email "' WHERE instansi_id = $1 AND pegawai_id = {p2}"
#define CODED(kode) "UPDATE unit SET kode = '" kode "' WHERE instansi_id = $1 AND unit_id = {u2}"

static void each_fault_is_found(void **state)
{
	static const char yohana[] = "198609262015051001";

	(void)state;
	is_found(NAMED("E\xCC\x81lok"), LOOKALIKE_WRITING, yohana, "");
	is_found(NAMED("\xEF\xBC\xB9ohana"), LOOKALIKE_WRITING, yohana, "");
	is_found(NAMED("Yo\xE2\x80\x8Bhana"), LOOKALIKE_WRITING, yohana, "");
	is_found(NAMED("Yohana \xEE\x80\x80"), LOOKALIKE_UNSHOWABLE, yohana, "");
	is_found(MAILED("yoh\xD0\xB0na@kota.go.id"), LOOKALIKE_ADDRESS, yohana, "");
	is_found(CODED("d"), LOOKALIKE_TWIN, "d", "D");
	is_found(CODED("\xEF\xBC\xA4"), LOOKALIKE_TWIN, "\xEF\xBC\xA4", "D");
	is_found(CODED(" D "), LOOKALIKE_TWIN, "D", " D ");
	is_found("UPDATE pegawai SET email = CASE WHEN pegawai_id = {p2} THEN 'A@kota.go.id' ELSE "
		 "'a@kota.go.id' END WHERE instansi_id = $1 AND pegawai_id IN ({p2}, {p3})",
		 LOOKALIKE_TWIN, "199001012020011001", yohana);
}

/* Letters with their marks, other scripts, a plus in an address: all as entry takes them. */
static void what_entry_takes_is_no_fault(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct office office = office_open(mem);

	(void)state;
	seed_sql(office.store, &office.instansi, NAMED("\xC3\x89lok \xD0\x98\xD0\xB2, S.H."));
	seed_sql(office.store, &office.instansi, MAILED("yohana+1@kota.go.id"));
	seed_sql(office.store, &office.instansi, CODED("D-1"));
	list(&office);
	assert_int_equal(office.count, 0);
	store_end_test(office.store);
}

/* What the command prints, and how it ends. */
static const char *printed(struct office *office, enum err expected)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	assert_int_equal(lookalike_print(office->store, out), expected);
	(void)fclose(out);
	const char *kept = str_cstr(office->mem, (struct str){text, len});
	free(text);
	return kept;
}

static void the_command_says_what_and_what_to_do(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct office office = office_open(mem);

	(void)state;
	assert_non_null(strstr(printed(&office, ERR_OK), "tidak ada nama"));
	seed_sql(office.store, &office.instansi, CODED("d"));
	const char *text = printed(&office, ERR_CONFLICT);
	assert_non_null(strstr(text, "unit d: kembar, hanya beda tulisan, dengan D"));
	assert_non_null(strstr(text, "akhiri yang keliru"));
	store_end_test(office.store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_fault_is_found),
		cmocka_unit_test(what_entry_takes_is_no_fault),
		cmocka_unit_test(the_command_says_what_and_what_to_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
