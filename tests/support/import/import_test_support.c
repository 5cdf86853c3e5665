/* SPDX-License-Identifier: Apache-2.0 */
/* The small office and the files that load it. */
#include "import/import_test_support.h"

#include "db/store_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char office_path[] = "import_test.tmp";

int office_begin(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	f->store = store_for_test();
	f->mem = arena_make();
	f->items_max = 100;
	f->alasan = "SK Bupati 821/12/2026";
	f->instansi = store_test_instansi(f->store, "UJI");
	f->actor = (struct actor){.instansi_id = f->instansi,
				  .zona = ZONA_WIB,
				  .is_signed_in = true,
				  .scope_count = 1};
	f->actor.scopes[0] = (struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN};
	*state = f;
	return 0;
}

int office_end(void **state)
{
	struct fixture *f = *state;

	store_end_test(f->store);
	arena_free(f->mem);
	free(f);
	(void)unlink(office_path);
	return 0;
}

void job_renew(struct fixture *f)
{
	problems_init(&f->faults, f->mem);
	f->job = (struct job){.mem = f->mem,
			      .actor = &f->actor,
			      .faults = &f->faults,
			      .now = INT64_C(1795000000000000),
			      .today = DATE(2026, 11, 24),
			      .request_id = STR("uji"),
			      .data_dir = "."};
}

static enum err work(struct db *db, void *arg)
{
	struct fixture *f = arg;
	struct import_file *file;
	enum err err;

	f->job.db = db;
	f->preview = NULL;
	if ((err = import_read(&f->job, office_path, &file)))
		return err;
	struct import_wish wish = {
		.ends = f->ends, .items_max = f->items_max, .alasan = str_from(f->alasan)};
	return f->is_applying ? import_apply(&f->job, file, &wish, &f->preview)
			      : import_preview(&f->job, file, &wish, &f->preview);
}

enum err run(struct fixture *f, bool is_applying)
{
	job_renew(f);
	f->is_applying = is_applying;
	return is_applying ? store_write(f->store, &f->instansi, work, f)
			   : store_read(f->store, &f->instansi, work, f);
}

void file_write(const char *text)
{
	FILE *file = fopen(office_path, "wb");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

enum err apply_text(struct fixture *f, const char *text)
{
	file_write(text);
	return run(f, true);
}

void load_small_office(struct fixture *f)
{
	assert_int_equal(apply_text(f, UNITS), ERR_OK);
	assert_int_equal(apply_text(f, JABATANS), ERR_OK);
	assert_int_equal(apply_text(f, PEGAWAI_HEAD KADIS KABID ANALIS), ERR_OK);
}

int64_t rows(struct fixture *f, const char *sql)
{
	return store_test_count(f->store, &f->instansi, sql);
}

bool has_rule(const struct fixture *f, const char *rule, int baris, const char *column)
{
	for (int i = 0; i < f->preview->fault_count; i++) {
		const struct import_fault *fault = &f->preview->faults[i];
		if (strcmp(fault->rule, rule) == 0 && fault->baris == baris &&
		    str_is(fault->column, column))
			return true;
	}
	return false;
}

bool has_fault(const struct fixture *f, const char *rule, const char *lembar, int baris,
	       const char *column, const char *nilai)
{
	for (int i = 0; i < f->preview->fault_count; i++) {
		const struct import_fault *fault = &f->preview->faults[i];
		if (strcmp(fault->rule, rule) == 0 && fault->baris == baris &&
		    str_is(fault->lembar, lembar) && str_is(fault->column, column) &&
		    str_is(fault->nilai, nilai))
			return true;
	}
	return false;
}

/* How many faults of the rule the last run named. */
int faults_of(const struct fixture *f, const char *rule)
{
	int count = 0;

	for (int i = 0; f->preview && i < f->preview->fault_count; i++)
		count += strcmp(f->preview->faults[i].rule, rule) == 0;
	return count;
}

void book_start(struct fixture *f, struct xlsx **book, const char *sheet)
{
	static const int widths[] = {20, 20, 20};

	assert_int_equal(xlsx_open(f->mem, office_path, book), ERR_OK);
	assert_int_equal(xlsx_sheet(*book, str_from(sheet), widths, 3), ERR_OK);
}
