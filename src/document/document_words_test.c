/* SPDX-License-Identifier: Apache-2.0 */
/* What papers say: of who writes, of targets, results and days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document_content.h"
#include "document/document_pack.h"
#include "document/office_test_support.h"

static struct str first_result(struct office *office, int n)
{
	struct str cell[9];

	assert_true(pack_cells(field_of(office, "hasil"), cell, 9));
	return cell[n];
}

static enum err run_first_layout(struct job *job, struct office *office)
{
	struct content content;
	struct pack pack;
	struct str cell[9];
	enum err err = content_load(job, office->jenis, &office->objek_id, &content);

	if (err)
		return err;
	content.susunan = 1;
	struct str bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_int_equal(pack_get(&pack, "susunan").len, 0);
	assert_true(pack_cells(pack_get(&pack, "hasil"), cell, 9));
	assert_true(str_is(cell[6], "400 akta"));
	return ERR_OK;
}

static enum err run_letterhead(struct job *job, struct office *office)
{
	struct content content;
	struct pack pack;
	enum err err = content_load(job, office->jenis, &office->objek_id, &content);

	if (err)
		return err;
	struct str bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_true(pack_get(&pack, "kop_unit").len > 0);
	assert_true(str_is(pack_get(&pack, "kop_alamat"), "Jalan Contoh 1"));
	assert_true(
		str_is(pack_get(&pack, "kop_kontak"), "Telepon 0967 531234 · kota@contoh.go.id"));
	content.susunan = 2; /* papers from before it are compared as they were written */
	bytes = content_bytes(job->mem, office->jenis, &content, STR("KODE"));
	assert_true(pack_parse(job->mem, bytes, &pack));
	assert_int_equal(pack_get(&pack, "kop_unit").len + pack_get(&pack, "kop_alamat").len, 0);
	return ERR_OK;
}

/* The unit's own address where it has said one, else the agency's. */
static void a_paper_begins_with_who_writes_and_where_they_are(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO unit_kontak (instansi_id, unit_id, alamat, telepon, email, jam_kerja, "
		"jam_jumat, jam_sabtu, jam_minggu) SELECT instansi_id, unit_id, 'Jalan Contoh 1', "
		"'0967 531234', 'kota@contoh.go.id', '', '', '', '' FROM unit WHERE instansi_id = $1 "
		"AND induk_id IS NULL");
	assert_int_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(office_run(&office, run_letterhead), ERR_OK);
	office_close(&office);
}

/* As on the screen that was decided from: with its direction, and a quarter's share beside a
   quarter's realisation. */
static void a_target_reads_on_paper_as_on_the_screen(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(office.store, &office.instansi,
		 "UPDATE iki SET arah = 'lower_better' WHERE instansi_id = $1");
	assert_int_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(first_result(&office, 6), "≤ 400 akta"));
	assert_int_equal(office_run(&office, run_first_layout), ERR_OK);
	office_close(&office);

	office = office_open();
	assert_int_equal(office_run(&office, office_decide), ERR_OK);
	office.jenis = DOKUMEN_EVALUASI;
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(first_result(&office, 6), "100 akta (setahun 400 akta)"));
	office_close(&office);
}

static void a_result_that_hangs_from_the_unit_tells_the_units(void **state)
{
	struct office office = office_waiting();

	(void)state;
	seed_sql(
		office.store, &office.instansi,
		"INSERT INTO hasil_unit (instansi_id, hasil_unit_id, tahun, unit_id, urut, uraian, "
		"indikator, target, satuan) VALUES ($1, {u2}, 2026, {u2}, 1, 'Akta terbit cepat', "
		"'Akta', 100, 'akta')");
	seed_sql(office.store, &office.instansi,
		 "UPDATE rhk SET hasil_unit_id = {u2} WHERE instansi_id = $1 AND rhk_id = {r2}");
	assert_int_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(first_result(&office, 2), "Akta terbit cepat"));
	office_close(&office);
}

/* 15.30 UTC on 31 March: still that day in WIB, already the next one in WIT. The head looks from
   WIB. */
static void days_are_told_in_the_zone_of_the_unit(void **state)
{
	struct office office = office_waiting();

	(void)state;
	office.now = 1774971000000000;
	office.actor.zona = ZONA_WIB;
	seed_sql(office.store, &office.instansi,
		 "UPDATE unit SET zona = 'WIT' WHERE instansi_id = $1");
	assert_int_equal(office_run(&office, office_agree), ERR_OK);
	assert_int_equal(office_run(&office, office_load), ERR_OK);
	assert_true(str_is(field_of(&office, "tanggal"), "2026-04-01"));
	office.kode = office.dokumen->kode;
	assert_int_equal(office_run(&office, office_verify), ERR_OK);
	assert_true(str_is(office.found.tanggal, "1 April 2026"));
	assert_true(str_is(office.found.terbit, "1 April 2026"));
	office_close(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paper_begins_with_who_writes_and_where_they_are),
		cmocka_unit_test(a_target_reads_on_paper_as_on_the_screen),
		cmocka_unit_test(a_result_that_hangs_from_the_unit_tells_the_units),
		cmocka_unit_test(days_are_told_in_the_zone_of_the_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
