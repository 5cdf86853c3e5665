/* SPDX-License-Identifier: Apache-2.0 */
/* Files that come whole, in pieces, too large, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "http/exchange.h"
#include "http/upload.h"

#include <string.h>

struct arrival {
	struct request req;
	struct upload_form form;
};

static void begin(struct arrival *arrival, struct arena *mem)
{
	request_init(&arrival->req, mem);
	upload_begin(&arrival->form, &arrival->req, "/tmp", 100);
}

static void piece(struct arrival *arrival, const char *field, const char *file, const char *data)
{
	upload_piece(&arrival->form, field, file, str_from(data), 0);
}

/* The library does so when the end of a packet falls between the head of a part and its content. */
static void a_part_told_twice_from_its_beginning_is_one(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct arrival arrival;

	(void)state;
	begin(&arrival, mem);
	piece(&arrival, "jumlah", NULL, "");
	piece(&arrival, "jumlah", NULL, "1");
	piece(&arrival, "berkas", "a.pdf", "");
	piece(&arrival, "berkas", "a.pdf", "%PDF");
	assert_int_equal(upload_end(&arrival.form), ERR_OK);
	assert_int_equal(arrival.req.fields.count, 1);
	assert_true(str_is(request_field(&arrival.req, "jumlah"), "1"));
	assert_int_equal(arrival.req.upload_count, 1);
	assert_int_equal(arrival.req.uploads[0].size, 4);
	request_drop_uploads(&arrival.req);
}

static void repeated_fields_and_files_stay_apart(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct arrival arrival;

	(void)state;
	begin(&arrival, mem);
	piece(&arrival, "uraian", NULL, "satu");
	piece(&arrival, "uraian", NULL, "dua");
	piece(&arrival, "berkas", "a.pdf", "a");
	piece(&arrival, "berkas", "b.pdf", "b");
	assert_int_equal(upload_end(&arrival.form), ERR_OK);
	assert_int_equal(arrival.req.fields.count, 2);
	assert_int_equal(arrival.req.upload_count, 2);
	assert_false(str_equal(arrival.req.uploads[0].sha256, arrival.req.uploads[1].sha256));
	request_drop_uploads(&arrival.req);
}

/* At its limit a file is kept; past it nothing but its size, and what was written in the form is
   there. */
static void a_file_too_long_is_no_reason_to_lose_the_form(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct arrival arrival;
	char data[102] = {0};

	(void)state;
	memset(data, 'a', 100);
	begin(&arrival, mem);
	piece(&arrival, "foto", "pas.jpg", data);
	data[100] = 'a';
	piece(&arrival, "foto", "panjang.jpg", data);
	piece(&arrival, "uraian", NULL, "Menyusun surat");
	assert_int_equal(upload_end(&arrival.form), ERR_OK);
	assert_true(str_is(request_field(&arrival.req, "uraian"), "Menyusun surat"));
	assert_int_equal(arrival.req.upload_count, 2);
	assert_true(arrival.req.uploads[0].path.len > 0);
	assert_int_equal(arrival.req.uploads[1].size, 101);
	assert_int_equal(arrival.req.uploads[1].path.len, 0);
	request_drop_uploads(&arrival.req);
}

static void files_of_one_form_are_bounded_together(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct arrival arrival;
	char data[101] = {0};

	(void)state;
	memset(data, 'a', 100);
	begin(&arrival, mem);
	for (int i = 0; i < UPLOAD_KEPT_FILES; i++)
		piece(&arrival, "foto", "pas.jpg", data);
	piece(&arrival, "foto", "lebih.jpg", "a");
	for (int i = UPLOAD_KEPT_FILES + 1; i < UPLOAD_FILES_MAX + 1; i++)
		piece(&arrival, "foto", "juga.jpg", "b");
	assert_int_equal(upload_end(&arrival.form), ERR_OK);
	assert_int_equal(arrival.req.upload_count, UPLOAD_FILES_MAX);
	assert_true(arrival.req.uploads[UPLOAD_KEPT_FILES - 1].path.len > 0);
	assert_int_equal(arrival.req.uploads[UPLOAD_KEPT_FILES].path.len, 0);
	request_drop_uploads(&arrival.req);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_told_twice_from_its_beginning_is_one),
		cmocka_unit_test(repeated_fields_and_files_stay_apart),
		cmocka_unit_test(a_file_too_long_is_no_reason_to_lose_the_form),
		cmocka_unit_test(files_of_one_form_are_bounded_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
