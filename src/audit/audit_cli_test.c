/* SPDX-License-Identifier: Apache-2.0 */
/* What the command tells of a chain, and heads that are kept elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/audit_cli.h"
#include "audit/audit_heads.h"
#include "audit/room_test_support.h"
#include "base/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct said {
	char *text;
	size_t len;
	struct audit_cli cli;
};

static struct said said_open(struct room *room)
{
	struct said said = {.cli = {.store = room->store, .data_dir = "/nonexistent"}};

	return said;
}

static enum err run_cli(struct said *said, enum err (*run)(const struct audit_cli *cli))
{
	free(said->text);
	said->cli.out = open_memstream(&said->text, &said->len);
	enum err err = run(&said->cli);
	(void)fclose(said->cli.out);
	return err;
}

static void the_command_names_the_broken_agency(void **state)
{
	struct room room = room_signed();
	struct said said = said_open(&room);

	(void)state;
	store_test_instansi(room.store, "kosong");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_non_null(strstr(said.text, "kosong: rantai utuh, 0 entri"));
	assert_non_null(strstr(said.text, "uji: rantai utuh, 10 entri, 2 kepala"));
	store_test_sql(room.store, &room.instansi,
		       "UPDATE audit SET alasan = 'x' WHERE instansi_id = $1 AND nomor = 3");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "uji: RUSAK pada entri 3 (skp.submit)"));
	free(said.text);
	room_close(&room);
}

static void the_command_shows_a_clock_that_went_back(void **state)
{
	struct room room = room_open(3);
	struct said said = said_open(&room);

	(void)state;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_null(strstr(said.text, "mundur 1 kali"));
	assert_int_equal(room_change(&room, INT64_C(1795500000) * 1000000, room_add, "x"), ERR_OK);
	assert_int_equal(room_change(&room, 4000, room_add, "y"), ERR_OK);
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	assert_non_null(strstr(said.text, "rantai utuh, 5 entri"));
	assert_non_null(strstr(said.text, "jam server mundur 1 kali (pertama pada entri 5)"));
	free(said.text);
	room_close(&room);
}

/* What the log says meanwhile, which goes elsewhere than this machine. */
static enum err logged(struct room *room, char *line, size_t size)
{
	FILE *file = tmpfile();
	enum err err;

	assert_non_null(file);
	log_to(fileno(file));
	err = audit_heads_sign_due(room->store, INT64_C(3600) * 1000000, 3600);
	log_to(STDERR_FILENO);
	rewind(file);
	size_t read = fread(line, 1, size - 1, file);
	line[read] = '\0';
	(void)fclose(file);
	return err;
}

/* The line of the log is one of JSON, and what it tells is a line for --jangkar. */
static void a_signed_head_is_a_line_of_the_log_and_an_anchor(void **state)
{
	struct room room = room_open(5);
	struct said said = said_open(&room);
	char line[600], path[] = "/tmp/abdi-jangkar.XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	char *text = strstr(line, "\"event\":\"audit.head\",\"text\":\"uji 5 ");
	assert_non_null(text);
	assert_int_equal(line[0], '{');
	assert_string_equal(line + strlen(line) - 3, "\"}\n");
	assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1); /* one line */
	text = strstr(text, "uji 5 ");
	size_t length = strlen(text) - 3;
	assert_int_equal(length, strlen("uji 5 ") + 2 * CRYPTO_HASH_LEN);
	assert_int_equal(write(file, text, length), (ssize_t)length);
	assert_int_equal(close(file), 0);
	said.cli.anchor_path = path;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 4");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "RUSAK pada entri 5"));
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	assert_non_null(strstr(line, "uji 4 "));
	assert_int_equal(logged(&room, line, sizeof(line)), ERR_OK);
	assert_string_equal(line, ""); /* nothing moved, nothing told */
	remove(path);
	free(said.text);
	room_close(&room);
}

static void printed_heads_prove_a_later_loss(void **state)
{
	struct room room = room_signed();
	struct said said = said_open(&room);
	char path[] = "/tmp/abdi-jangkar.XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_int_equal(run_cli(&said, audit_cli_heads), ERR_OK);
	FILE *kept = fdopen(file, "w");
	assert_true(fputs(said.text, kept) >= 0);
	assert_int_equal(fclose(kept), 0);
	said.cli.anchor_path = path;
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_OK);
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit WHERE instansi_id = $1 AND nomor > 7");
	store_test_sql(room.store, &room.instansi,
		       "DELETE FROM audit_kepala WHERE instansi_id = $1 AND nomor > 7");
	assert_int_equal(run_cli(&said, audit_cli_verify), ERR_CONFLICT);
	assert_non_null(strstr(said.text, "RUSAK pada entri 8"));
	assert_non_null(strstr(said.text, "disimpan di luar"));
	remove(path);
	free(said.text);
	room_close(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_command_names_the_broken_agency),
		cmocka_unit_test(the_command_shows_a_clock_that_went_back),
		cmocka_unit_test(a_signed_head_is_a_line_of_the_log_and_an_anchor),
		cmocka_unit_test(printed_heads_prove_a_later_loss),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
