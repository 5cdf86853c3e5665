/* SPDX-License-Identifier: Apache-2.0 */
/* A record is told with the names and forms its table says. */
#include "render/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct page {
	struct str nama;
};

struct book {
	struct id book_id;
	struct str title;
	struct date printed;
	int64_t price, read_at;
	bool has_price;
	int page_count;
	struct page *pages;
};

#define RECORD_OF struct page
static const struct record_member page_members[] = {MEMBER(nama, "Nama halaman")};
static const struct record page_record = RECORD("halaman", page_members, "Sehalaman");
#undef RECORD_OF
#define RECORD_OF struct book
static const struct record_member book_members[] = {
	MEMBER(book_id, "Pengenal"),
	MEMBER_NAMED("judul", title, "Judul"),
	MEMBER(printed, "Hari dicetak"),
	MEMBER_AS(HUNDREDTHS, price, "Harga", .has = RECORD_HAS(has_price)),
	MEMBER_AS(MOMENT, read_at, "Saat dibaca"),
	MEMBER_ROWS(pages, page_count, page_record, "Halaman"),
};
static const struct record book_record = RECORD("buku", book_members, "Sebuah buku");
#undef RECORD_OF

static struct str written(struct arena *mem, const struct book *book)
{
	struct json json;
	struct buf out;

	buf_init(&out, mem);
	json_init(&json, &out);
	record_write(&json, &book_record, book);
	return buf_str(&out);
}

static void a_record_is_told_as_its_table_says(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct page pages[] = {{STR("satu")}, {STR("dua")}};
	struct book book = {.title = STR("Akta"),
			    .printed = DATE(2026, 11, 24),
			    .price = 1250,
			    .has_price = true,
			    .page_count = 2,
			    .pages = pages};

	(void)state;
	assert_true(str_is(written(mem, &book),
			   "{\"book_id\":null,\"judul\":\"Akta\",\"printed\":\"2026-11-24\","
			   "\"price\":12.50,\"read_at\":null,"
			   "\"pages\":[{\"nama\":\"satu\"},{\"nama\":\"dua\"}]}"));
}

static void what_is_absent_is_null(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	assert_true(str_is(written(mem, &(struct book){.price = 1250}),
			   "{\"book_id\":null,\"judul\":\"\",\"printed\":null,\"price\":null,"
			   "\"read_at\":null,\"pages\":[]}"));
}

static void the_schema_says_what_may_be_null(void **state)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct json json;
	struct buf out;

	(void)state;
	buf_init(&out, mem);
	json_init(&json, &out);
	record_schema(&json, &book_record);
	assert_true(str_has(buf_str(&out), "\"judul\":{\"type\":\"string\",\"description\""));
	assert_true(str_has(buf_str(&out), "\"price\":{\"type\":[\"number\",\"null\"]"));
	assert_true(str_has(buf_str(&out), "\"$ref\":\"#/components/schemas/halaman\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_told_as_its_table_says),
		cmocka_unit_test(what_is_absent_is_null),
		cmocka_unit_test(the_schema_says_what_may_be_null),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
