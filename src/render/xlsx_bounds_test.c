/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks at each bound of their readers, and one step behind it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

#include "render/xlsx_parts.h"
#include "render/xlsx_read.h"
#include "render/zip_test_support.h"

static const char path[] = "xlsx_bounds_test.tmp.xlsx";

struct book {
	struct arena *mem;
	struct problems faults;
	struct buf sheet, styles, strings, sheets, relations;
	int rows;
};

static void book_begin(struct book *book)
{
	*book = (struct book){.mem = arena_make()};
	problems_init(&book->faults, book->mem);
	for (int i = 0; i < 5; i++)
		buf_init((struct buf *[]){&book->sheet, &book->styles, &book->strings,
					  &book->sheets, &book->relations}[i],
			 book->mem);
}

static enum err count_row(void *arg, const struct xlsx_row *row)
{
	struct book *book = arg;

	book->rows += row->number > 0;
	return ERR_OK;
}

static enum err book_read(struct book *book)
{
	struct arena *mem = book->mem;
	struct str body = buf_str(&book->sheet), sheets = buf_str(&book->sheets);
	struct zip_part parts[] = {
		{.name = "xl/workbook.xml",
		 .data = str_format(mem,
				    "<workbook xmlns:r='x'><sheets>%.*s<sheet name='P' "
				    "sheetId='1' r:id='r'/></sheets></workbook>",
				    STR_ARG(sheets))},
		{.name = "xl/_rels/workbook.xml.rels",
		 .data = STR("<Relationships><Relationship Id='r' Target='s.xml'/>"
			     "</Relationships>")},
		{.name = "xl/styles.xml",
		 .data = str_format(mem, "<styleSheet>%.*s</styleSheet>",
				    STR_ARG(buf_str(&book->styles)))},
		{.name = "xl/sharedStrings.xml",
		 .data = str_format(mem, "<sst>%.*s</sst>", STR_ARG(buf_str(&book->strings)))},
		{.name = "xl/s.xml",
		 .data = body.len ? body : STR("<worksheet><sheetData/></worksheet>")},
	};

	zip_test_write(mem, path, parts, 5, 0);
	return xlsx_read(mem, path, &book->faults, count_row, book);
}

/* The file is read, or refused by that rule. */
static void assert_read(struct book *book, const char *rule)
{
	enum err err = book_read(book);

	if (rule && !problems_has_rule(&book->faults, rule))
		fail_msg("%s: %d %.*s", rule, (int)err,
			 STR_ARG(problem_for(&book->faults, STR("berkas"))));
	assert_int_equal(err, rule ? ERR_INVALID : ERR_OK);
	arena_free(book->mem);
}

/* Bytes that no compression makes a hundred times smaller. */
static void noise_add(struct buf *out, size_t len)
{
	static uint32_t seed = 1;

	for (size_t i = 0; i < len; i++) {
		seed = seed * 1664525 + 1013904223;
		buf_add_char(out, (char)('a' + (seed >> 24) % 26));
	}
}

static void rows_of_all_sheets_are_counted(void **state)
{
	struct book book;

	(void)state;
	for (int more = 0; more <= 1; more++) {
		book_begin(&book);
		buf_add_cstr(&book.sheet, "<worksheet><sheetData>");
		for (int i = 1; i <= XLSX_ROWS_MAX + more; i++)
			buf_add_format(&book.sheet, "<row r='%d'><c r='A%d'><v>%d</v></c></row>", i,
				       i, i);
		buf_add_cstr(&book.sheet, "</sheetData></worksheet>");
		assert_int_equal(book_read(&book), more ? ERR_INVALID : ERR_OK);
		assert_int_equal(book.rows, XLSX_ROWS_MAX);
		assert_int_equal(problems_has_rule(&book.faults, "xlsx.rows"), more);
		arena_free(book.mem);
	}
}

static void one_text_shown_again_and_again_is_counted_each_time(void **state)
{
	int most = (int)(XLSX_CELLS_MAX / 32000);
	struct book book;

	(void)state;
	for (int more = 0; more <= 1; more++) {
		book_begin(&book);
		buf_add_cstr(&book.strings, "<si><t>");
		noise_add(&book.strings, 32000);
		buf_add_cstr(&book.strings, "</t></si>");
		buf_add_cstr(&book.sheet, "<worksheet><sheetData>");
		for (int i = 1; i <= most + more; i++)
			buf_add_format(&book.sheet,
				       "<row r='%d'><c r='A%d' t='s'><v>0</v></c></row>", i, i);
		buf_add_cstr(&book.sheet, "</sheetData></worksheet>");
		assert_read(&book, more ? "xlsx.cells" : NULL);
	}
}

static void depth_and_attributes_have_an_end(void **state)
{
	struct book book;

	(void)state;
	for (int more = 0; more <= 1; more++) {
		book_begin(&book);
		for (int i = 0; i < XML_DEPTH_MAX + more; i++)
			buf_add_cstr(&book.sheet, "<a>");
		for (int i = 0; i < XML_DEPTH_MAX + more; i++)
			buf_add_cstr(&book.sheet, "</a>");
		assert_read(&book, more ? "xlsx.excessive" : NULL);
		book_begin(&book);
		buf_add_cstr(&book.sheet, "<worksheet");
		for (int i = 0; i < XML_ATTRS_MAX + more; i++)
			buf_add_format(&book.sheet, " a%d=''", i);
		buf_add_cstr(&book.sheet, "/>");
		assert_read(&book, more ? "xlsx.excessive" : NULL);
	}
}

/* One tag is read from its beginning with each portion that comes: long ones would cost the square
   of their length. Names cost memory for good. */
static void long_tags_and_ever_new_names_are_given_up(void **state)
{
	struct book book;

	(void)state;
	for (int more = 0; more <= 1; more++) {
		book_begin(&book);
		buf_add_cstr(&book.sheet, "<worksheet a='");
		noise_add(&book.sheet,
			  more ? (size_t)XML_TOKEN_MAX + 65536 : (size_t)XML_TOKEN_MAX - 64);
		buf_add_cstr(&book.sheet, "'/>");
		assert_read(&book, more ? "xlsx.excessive" : NULL);
		book_begin(&book);
		buf_add_cstr(&book.sheet, "<worksheet>");
		for (int i = 0; i < (more ? 400000 : 20000); i++) {
			buf_add_cstr(&book.sheet, "<");
			noise_add(&book.sheet, 12);
			buf_add_format(&book.sheet, "%d/>", i);
		}
		buf_add_cstr(&book.sheet, "</worksheet>");
		assert_read(&book, more ? "xlsx.excessive" : NULL);
	}
}

static void sheets_styles_and_formats_are_counted(void **state)
{
	struct book book;

	(void)state;
	for (int more = 0; more <= 1; more++) {
		book_begin(&book);
		for (int i = 0; i < XLSX_SHEETS_MAX - 1 + more; i++)
			buf_add_format(&book.sheets,
				       "<sheet name='x%d' sheetId='%d' state='hidden' r:id='q'/>",
				       i, i + 2);
		assert_read(&book, more ? "xlsx.sheets" : NULL);
		book_begin(&book);
		buf_add_cstr(&book.styles, "<cellXfs>");
		for (int i = 0; i < XLSX_STYLES_MAX + more; i++)
			buf_add_format(&book.styles, "<xf numFmtId='%d'/>", i);
		buf_add_cstr(&book.styles, "</cellXfs>");
		assert_read(&book, more ? "xlsx.styles" : NULL);
		book_begin(&book);
		for (int i = 0; i < XLSX_FORMATS_MAX + more; i++)
			buf_add_format(&book.styles, "<numFmt numFmtId='%d' formatCode='0'/>",
				       i + 200);
		assert_read(&book, more ? "xlsx.styles" : NULL);
	}
}

static void parts_are_counted_before_they_are_listed(void **state)
{
	(void)state;
	for (int more = 0; more <= 1; more++) {
		CLEANUP(arena_close) struct arena *mem = arena_make();
		int count = ARCHIVE_ENTRIES_MAX + more;
		struct zip_part *parts = arena_array(mem, struct zip_part, count);
		struct problems faults;
		struct book book = {.rows = 0};
		problems_init(&faults, mem);
		for (int i = 0; i < count; i++)
			parts[i] = (struct zip_part){
				.name = str_cstr(mem, str_format(mem, "x%d", i)), .data = STR("x")};
		zip_test_write(mem, path, parts, count, 0);
		assert_int_equal(xlsx_read(mem, path, &faults, count_row, &book), ERR_INVALID);
		assert_int_equal(problems_has_rule(&faults, "zip.too_many"), more);
	}
}

/* Writers name their parts as they like: the relationships say which is which. */
static void the_parts_are_found_by_their_relationships(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct zip_part parts[] = {
		{.name = "_rels/.rels",
		 .data = STR("<Relationships><Relationship Id='r' Type='http://x/officeDocument' "
			     "Target='/buku/Kerja.xml'/></Relationships>")},
		{.name = "buku/Kerja.xml",
		 .data = STR("<workbook xmlns:r='x'><sheets><sheet name='P' sheetId='1' "
			     "r:id='a'/></sheets></workbook>")},
		{.name = "buku/_rels/kerja.xml.rels",
		 .data = STR("<Relationships><Relationship Id='a' Type='http://x/worksheet' "
			     "Target='./satu.xml'/><Relationship Id='b' "
			     "Type='http://x/sharedStrings' Target='../Teks.xml'/>"
			     "</Relationships>")},
		{.name = "teks.xml", .data = STR("<sst><si><t>a</t></si></sst>")},
		{.name = "buku/satu.xml",
		 .data = STR("<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData>"
			     "</worksheet>")},
	};
	struct problems faults;
	struct book book = {.rows = 0};

	(void)state;
	problems_init(&faults, mem);
	zip_test_write(mem, path, parts, 5, 0);
	assert_int_equal(xlsx_read(mem, path, &faults, count_row, &book), ERR_OK);
	assert_int_equal(book.rows, 1);
}

static int remove_file(void **state)
{
	(void)state;
	(void)unlink(path);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_all_sheets_are_counted),
		cmocka_unit_test(one_text_shown_again_and_again_is_counted_each_time),
		cmocka_unit_test(depth_and_attributes_have_an_end),
		cmocka_unit_test(long_tags_and_ever_new_names_are_given_up),
		cmocka_unit_test(sheets_styles_and_formats_are_counted),
		cmocka_unit_test(parts_are_counted_before_they_are_listed),
		cmocka_unit_test(the_parts_are_found_by_their_relationships),
	};
	return cmocka_run_group_tests(tests, NULL, remove_file);
}
