/* SPDX-License-Identifier: Apache-2.0 */
/* Reading what we write, and refusing what nobody should send. The fixtures are made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "render/xlsx_read.h"
#include "render/xlsx_write.h"
#include "render/zip.h"
#include "render/zip_test_support.h"

#define PARTS_MAX 1100

static const char path[] = "xlsx_test.tmp.xlsx";

#define BOOK                                                                                       \
	"<workbook xmlns:r='x'><sheets><sheet name='Pegawai' sheetId='1' "                         \
	"r:id='rId7'/></sheets></workbook>"
#define RELS "<Relationships><Relationship Id='rId7' Target='/xl/lembar/satu.xml'/></Relationships>"
#define STYLES                                                                                     \
	"<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[Red]dd/mm/yyyy'/>"               \
	"<numFmt numFmtId='171' formatCode='0.0\"hari\"'/></numFmts>"                              \
	"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf "                   \
	"numFmtId='171'/></cellXfs></styleSheet>"
#define STRINGS                                                                                    \
	"<sst><si><t>satu</t></si><si><r><t>kaya "                                                 \
	"</t></r><r><rPr/><t>teks</t></r><rPh><t>x</t></rPh></si></sst>"

static void book_write(struct arena *mem, struct str sheet, size_t bytes_max)
{
	struct zip_part parts[] = {
		{.name = "xl/workbook.xml", .data = STR(BOOK)},
		{.name = "xl/_rels/workbook.xml.rels", .data = STR(RELS)},
		{.name = "xl/styles.xml", .data = STR(STYLES)},
		{.name = "xl/sharedStrings.xml", .data = STR(STRINGS)},
		{.name = "xl/lembar/satu.xml", .data = sheet},
	};

	zip_test_write(mem, path, parts, 5, bytes_max);
}

struct seen {
	struct arena *mem;
	struct problems faults;
	struct str last[8], formula[8];
	enum xlsx_flaw flaw[8];
	int rows, number, count, outside;
	struct str sheet;
};

static enum err keep(void *arg, const struct xlsx_row *row)
{
	struct seen *seen = arg;

	seen->rows++;
	seen->number = row->number;
	seen->count = row->count;
	seen->sheet = str_copy(seen->mem, row->sheet);
	seen->outside = row->outside;
	for (int i = 0; i < row->count && i < 8; i++) {
		seen->last[i] = str_copy(seen->mem, row->cells[i].text);
		seen->formula[i] = str_copy(seen->mem, row->cells[i].formula);
		seen->flaw[i] = row->cells[i].flaw;
	}
	return ERR_OK;
}

static enum err read_back(struct seen *seen, struct arena *mem)
{
	*seen = (struct seen){.mem = mem};
	problems_init(&seen->faults, mem);
	return xlsx_read(mem, path, &seen->faults, keep, seen);
}

static void shared_inline_rich_dates_and_gaps_are_read(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	book_write(mem,
		   STR("<worksheet><sheetData><row r='5'><c r='A5' t='s'><v>1</v></c><c r='C5' "
		       "s='2'><v>46251.5</v></c>"
		       "<c r='D5' s='3'><v>46251</v></c><c "
		       "t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>"
		       "<c r='F5' t='b'><v>1</v></c></row></sheetData></worksheet>"),
		   0);
	assert_int_equal(read_back(&seen, mem), ERR_OK);
	assert_int_equal(seen.rows, 1);
	assert_int_equal(seen.number, 5);
	assert_int_equal(seen.count, 6);
	assert_true(str_is(seen.sheet, "Pegawai"));
	assert_true(str_is(seen.last[0], "kaya teks"));
	assert_int_equal(seen.last[1].len, 0);
	assert_true(str_is(seen.last[2], "2026-08-17"));
	assert_true(str_is(seen.last[3], "46251"));
	assert_true(str_is(seen.last[4], "ab"));
	assert_true(str_is(seen.last[5], "ya"));
}

static void what_is_wrong_with_a_cell_comes_with_its_row_and_reading_goes_on(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	book_write(mem,
		   STR("<worksheet><sheetData><row r='7'><c r='A7'><f>1+1</f><v>2</v></c>"
		       "<c r='B7' t='e'><v>#REF!</v></c><c r='C7' t='s'><v>99</v></c>"
		       "<c r='D7' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='E7'><f t='shared' "
		       "si='0'/><v>3</v></c><c r='F7'><f>A1</f></c><c r='G7'><v>4</v></c>"
		       "<c r='BN7'><v>5</v></c></row></sheetData></worksheet>"),
		   0);
	assert_int_equal(read_back(&seen, mem), ERR_OK);
	assert_false(problems_any(&seen.faults));
	assert_int_equal(seen.rows, 1);
	assert_int_equal(seen.count, 7);
	assert_int_equal(seen.outside, 65);
	assert_int_equal(seen.flaw[0], XLSX_FORMULA);
	assert_true(str_is(seen.last[0], "2"));
	assert_true(str_is(seen.formula[0], "1+1"));
	assert_int_equal(seen.flaw[1], XLSX_ERROR);
	assert_true(str_is(seen.last[1], "#REF!"));
	assert_int_equal(seen.flaw[2], XLSX_BROKEN);
	assert_int_equal(seen.flaw[3], XLSX_ERROR);
	assert_int_equal(seen.flaw[4], XLSX_FORMULA);
	assert_true(str_is(seen.last[4], "3"));
	assert_int_equal(seen.formula[4].len, 0);
	assert_int_equal(seen.flaw[5], XLSX_FORMULA);
	assert_int_equal(seen.last[5].len, 0);
	assert_int_equal(seen.flaw[6], XLSX_FINE);
	assert_true(str_is(seen.last[6], "4"));
}

static void a_dtd_is_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	book_write(mem, STR("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData/></worksheet>"),
		   0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "xlsx.dtd"));
}

static void a_bomb_is_refused_before_it_is_unpacked(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;
	size_t size = (size_t)4 << 20;
	char *zeros = arena_alloc(mem, size);

	(void)state;
	memset(zeros, ' ', size);
	book_write(mem, (struct str){zeros, size}, 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.ratio"));
}

static void too_many_entries_are_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct zip_part *parts = arena_array(mem, struct zip_part, PARTS_MAX);
	struct seen seen;

	(void)state;
	for (int i = 0; i < PARTS_MAX; i++)
		parts[i] = (struct zip_part){.name = str_cstr(mem, str_format(mem, "x%d", i)),
					     .data = STR("x")};
	zip_test_write(mem, path, parts, PARTS_MAX, 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.too_many"));
}

static void half_files_and_no_workbooks_are_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct zip_part other[] = {{.name = "word/document.xml", .data = STR("<x/>")}};
	struct seen seen;

	(void)state;
	book_write(mem, STR("<worksheet/>"), 300);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.broken"));
	book_write(mem, STR("<worksheet><sheetData><row r='1'>"), 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "xlsx.broken"));
	zip_test_write(mem, path, other, 1, 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "xlsx.not_workbook"));
}

static void an_encrypted_or_old_workbook_is_named_as_such(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;
	FILE *file = fopen(path, "wb");

	(void)state;
	assert_non_null(file);
	assert_int_equal(fwrite("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", 1, 16, file), 16);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.ole"));
}

static void what_is_written_reads_back_and_no_text_becomes_a_formula(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	struct str head[] = {STR("nip"), STR("nama")};
	struct str row[] = {STR("198609262015051001"), STR("=SUM(A1)"), STR_NONE, STR("<&>\"'")};
	struct seen seen;

	(void)state;
	assert_int_equal(xlsx_open(mem, path, &xlsx), ERR_OK);
	assert_int_equal(xlsx_sheet(xlsx, STR("Pegawai"), NULL, 2), ERR_OK);
	xlsx_head(xlsx, head, 2);
	xlsx_row(xlsx, row, 4);
	assert_int_equal(xlsx_finish(xlsx), ERR_OK);
	assert_int_equal(read_back(&seen, mem), ERR_OK);
	assert_int_equal(seen.rows, 2);
	for (int i = 0; i < 4; i++)
		assert_true(str_equal(seen.last[i], row[i]));
}

static enum err gather(void *arg, struct str bytes, bool is_last)
{
	(void)is_last;
	buf_add(arg, bytes);
	return ERR_OK;
}

/* As a spreadsheet reads it: a number without a style of text, in a column that is none either, so
   that what counts it and what is written below it count too; a code and a NIP stay text. */
static void numbers_are_numbers_and_codes_are_text(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	CLEANUP(archive_close) struct archive *archive = NULL;
	static const int widths[] = {14, 10, 10};
	struct problems faults;
	struct buf sheet;

	(void)state;
	problems_init(&faults, mem);
	buf_init(&sheet, mem);
	assert_int_equal(xlsx_open(mem, path, &xlsx), ERR_OK);
	assert_int_equal(xlsx_sheet(xlsx, STR("Rekap"), widths, 3), ERR_OK);
	xlsx_numbers(xlsx, 1, 2, 10);
	xlsx_text(xlsx, 0, STR("007"));
	xlsx_hundredths(xlsx, 1, 1200);
	xlsx_hundredths(xlsx, 2, 1250);
	xlsx_next_row(xlsx);
	assert_int_equal(xlsx_finish(xlsx), ERR_OK);
	assert_int_equal(archive_open(mem, path, &faults, &archive), ERR_OK);
	assert_int_equal(archive_read(archive, "xl/worksheets/sheet1.xml", gather, &sheet), ERR_OK);
	const char *text = str_cstr(mem, buf_str(&sheet));
	assert_non_null(strstr(text, "<c r=\"B1\"><v>12</v></c><c r=\"C1\"><v>12.5</v></c>"));
	assert_non_null(strstr(text, "t=\"inlineStr\"><is><t>007</t></is></c>"));
	assert_non_null(strstr(text, "<col min=\"2\" max=\"3\" width=\"10.7109375\" "
				     "customWidth=\"1\"/>"));
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
		cmocka_unit_test(shared_inline_rich_dates_and_gaps_are_read),
		cmocka_unit_test(what_is_wrong_with_a_cell_comes_with_its_row_and_reading_goes_on),
		cmocka_unit_test(a_dtd_is_refused),
		cmocka_unit_test(a_bomb_is_refused_before_it_is_unpacked),
		cmocka_unit_test(too_many_entries_are_refused),
		cmocka_unit_test(half_files_and_no_workbooks_are_refused),
		cmocka_unit_test(an_encrypted_or_old_workbook_is_named_as_such),
		cmocka_unit_test(what_is_written_reads_back_and_no_text_becomes_a_formula),
		cmocka_unit_test(numbers_are_numbers_and_codes_are_text),
	};
	return cmocka_run_group_tests(tests, NULL, remove_file);
}
