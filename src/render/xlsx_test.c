/* SPDX-License-Identifier: Apache-2.0 */
/* Reading what we write, and refusing what nobody should send. The fixtures are made here, with a plain zip writer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "render/xlsx_read.h"
#include "render/xlsx_write.h"
#include "render/zip.h"

#define PARTS_MAX 1100

struct part {
	const char *name;
	struct str data;
	uint32_t crc;
	size_t packed, at;
};

static const char path[] = "xlsx_test.tmp.xlsx";

static void put16(struct buf *b, unsigned v)
{
	buf_add_char(b, (char)(v & 255));
	buf_add_char(b, (char)(v >> 8 & 255));
}

static void put32(struct buf *b, uint32_t v)
{
	put16(b, v & 0xffff);
	put16(b, v >> 16);
}

static void head_put(struct buf *b, const struct part *part)
{
	put16(b, 20);
	put16(b, 0);
	put16(b, 8);
	put32(b, 0);
	put32(b, part->crc);
	put32(b, (uint32_t)part->packed);
	put32(b, (uint32_t)part->data.len);
	put16(b, (unsigned)strlen(part->name));
	put16(b, 0);
}

static void part_put(struct buf *b, struct part *part)
{
	z_stream z = {0};
	size_t room = compressBound(part->data.len) + 64;

	part->crc =
		(uint32_t)crc32(0, (const unsigned char *)part->data.at, (unsigned)part->data.len);
	unsigned char *packed = arena_alloc(b->mem, room);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (unsigned char *)(uintptr_t)part->data.at;
	z.avail_in = (unsigned)part->data.len;
	z.next_out = packed;
	z.avail_out = (unsigned)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	part->packed = z.total_out;
	deflateEnd(&z);
	part->at = b->len;
	put32(b, 0x04034b50);
	head_put(b, part);
	buf_add_cstr(b, part->name);
	buf_add(b, (struct str){(const char *)packed, part->packed});
}

/* Writes a zip of the parts; bytes_max > 0 cuts the file short. */
static void zip_write(struct arena *mem, struct part *parts, int count, size_t bytes_max)
{
	struct buf b;

	buf_init(&b, mem);
	for (int i = 0; i < count; i++)
		part_put(&b, &parts[i]);
	size_t directory = b.len;
	for (int i = 0; i < count; i++) {
		put32(&b, 0x02014b50);
		put16(&b, 20);
		head_put(&b, &parts[i]);
		put16(&b, 0);
		put16(&b, 0);
		put16(&b, 0);
		put32(&b, 0);
		put32(&b, (uint32_t)parts[i].at);
		buf_add_cstr(&b, parts[i].name);
	}
	size_t size = b.len - directory;
	put32(&b, 0x06054b50);
	put32(&b, 0);
	put16(&b, (unsigned)count);
	put16(&b, (unsigned)count);
	put32(&b, (uint32_t)size);
	put32(&b, (uint32_t)directory);
	put16(&b, 0);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	size_t len = bytes_max && bytes_max < b.len ? bytes_max : b.len;
	assert_int_equal(fwrite(b.at, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

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
	struct part parts[] = {
		{.name = "xl/workbook.xml", .data = STR(BOOK)},
		{.name = "xl/_rels/workbook.xml.rels", .data = STR(RELS)},
		{.name = "xl/styles.xml", .data = STR(STYLES)},
		{.name = "xl/sharedStrings.xml", .data = STR(STRINGS)},
		{.name = "xl/lembar/satu.xml", .data = sheet},
	};

	zip_write(mem, parts, 5, bytes_max);
}

struct seen {
	struct arena *mem;
	struct problems faults;
	struct str last[8];
	int rows, number, count;
	struct str sheet;
};

static enum err keep(void *arg, struct str sheet, int number, const struct str *cells, int count)
{
	struct seen *seen = arg;

	seen->rows++;
	seen->number = number;
	seen->count = count;
	seen->sheet = str_copy(seen->mem, sheet);
	for (int i = 0; i < count && i < 8; i++)
		seen->last[i] = str_copy(seen->mem, cells[i]);
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

static void a_formula_cell_is_refused_by_its_name(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct seen seen;

	(void)state;
	book_write(mem,
		   STR("<worksheet><sheetData><row r='7'><c "
		       "r='C7'><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"),
		   0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "xlsx.formula"));
	assert_true(problem_for(&seen.faults, STR("Pegawai!C7")).len > 0);
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
	struct part *parts = arena_array(mem, struct part, PARTS_MAX);
	struct seen seen;

	(void)state;
	for (int i = 0; i < PARTS_MAX; i++)
		parts[i] = (struct part){.name = str_cstr(mem, str_format(mem, "x%d", i)),
					 .data = STR("x")};
	zip_write(mem, parts, PARTS_MAX, 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.too_many"));
}

static void half_files_and_no_workbooks_are_refused(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct part other[] = {{.name = "word/document.xml", .data = STR("<x/>")}};
	struct seen seen;

	(void)state;
	book_write(mem, STR("<worksheet/>"), 300);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "zip.broken"));
	book_write(mem, STR("<worksheet><sheetData><row r='1'>"), 0);
	assert_int_equal(read_back(&seen, mem), ERR_INVALID);
	assert_true(problems_has_rule(&seen.faults, "xlsx.broken"));
	zip_write(mem, other, 1, 0);
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
		cmocka_unit_test(a_formula_cell_is_refused_by_its_name),
		cmocka_unit_test(a_dtd_is_refused),
		cmocka_unit_test(a_bomb_is_refused_before_it_is_unpacked),
		cmocka_unit_test(too_many_entries_are_refused),
		cmocka_unit_test(half_files_and_no_workbooks_are_refused),
		cmocka_unit_test(an_encrypted_or_old_workbook_is_named_as_such),
		cmocka_unit_test(what_is_written_reads_back_and_no_text_becomes_a_formula),
	};
	return cmocka_run_group_tests(tests, NULL, remove_file);
}
