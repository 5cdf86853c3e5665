/* SPDX-License-Identifier: Apache-2.0 */
/* A paper says every sign: as it is written, or by its number when no font here has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void draw(struct pdf *pdf, const void *arg)
{
	const struct str *text = arg;
	static const struct pdf_table table = {.column_count = 1, .parts = {1}};
	const struct pdf_cell cell = {.text = *text};

	pdf_title(pdf, *text);
	pdf_table_begin(pdf, &table);
	pdf_row(pdf, &cell, 1);
	pdf_table_end(pdf);
}

/* What a reader finds on the paper. */
static struct str text_of(struct arena *mem, struct str pdf)
{
	char path[] = "/tmp/abdi-sign-XXXXXX", part[512];
	int file = mkstemp(path), status = 0;
	const char *text = str_cstr(mem, str_format(mem, "%s.txt", path));
	struct buf out;
	size_t len;

	assert_true(file >= 0);
	assert_int_equal(write(file, pdf.at, pdf.len), (ssize_t)pdf.len);
	(void)close(file);
	pid_t child = fork();
	if (child == 0) {
		(void)execlp("pdftotext", "pdftotext", path, text, NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	FILE *read = fopen(text, "re");
	assert_non_null(read);
	buf_init(&out, mem);
	while ((len = fread(part, 1, sizeof part, read)) > 0)
		buf_add(&out, (struct str){part, len});
	(void)fclose(read);
	(void)unlink(path);
	(void)unlink(text);
	return buf_str(&out);
}

static int times(struct str text, const char *word)
{
	struct arena *mem = arena_make();
	int count = 0;

	for (const char *at = str_cstr(mem, text); (at = strstr(at, word)); at++)
		count++;
	arena_free(mem);
	return count;
}

static void a_sign_is_said_as_it_is_or_by_its_number(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	/* two signs that no font has: of plane 5, and one for private use */
	struct str typed = STR("\xC3\x89lok \xC5\x81 \xD0\x98 A\xF1\x90\x80\x80"
			       "B \xF3\xB0\x80\x81.");
	const struct pdf_page page = {.title = STR("Uji"),
				      .author = STR("Uji"),
				      .footer = STR("kaki \xF1\x90\x80\x80"),
				      .created_iso = STR("2026-12-01T00:00:00Z")};
	struct str made;

	(void)state;
	assert_int_equal(pdf_make(mem, &page, draw, &typed, &made), ERR_OK);
	struct str said = text_of(mem, made);
	assert_int_equal(times(said, "\xC3\x89lok \xC5\x81 \xD0\x98 A[U+50000]B [U+F0001]."), 2);
	assert_int_equal(times(said, "kaki [U+50000]"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sign_is_said_as_it_is_or_by_its_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
