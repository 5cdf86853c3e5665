/* SPDX-License-Identifier: Apache-2.0 */
/* A wall clock that somebody sets is told in the log. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/clock_watch.h"
#include "base/log.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *said_at(int64_t *kept, int64_t offset)
{
	static char line[400];
	FILE *file = tmpfile();

	assert_non_null(file);
	log_to(fileno(file));
	clock_watch(kept, offset);
	log_to(STDERR_FILENO);
	rewind(file);
	size_t read = fread(line, 1, sizeof(line) - 1, file);
	line[read] = '\0';
	(void)fclose(file);
	return line;
}

static void a_clock_that_is_set_is_told_once_either_way(void **state)
{
	int64_t kept = 0;

	(void)state;
	assert_string_equal(said_at(&kept, CLOCK_JUMP_US), "");
	assert_string_equal(said_at(&kept, 0), "");
	assert_non_null(
		strstr(said_at(&kept, -3 * CLOCK_JUMP_US),
		       "\"event\":\"clock.jumped\",\"text\":\"the wall clock was set by -6 s"));
	assert_string_equal(said_at(&kept, -3 * CLOCK_JUMP_US), "");
	assert_non_null(strstr(said_at(&kept, -2 * CLOCK_JUMP_US + 1), "set by 2 s"));
	assert_int_equal(kept, -2 * CLOCK_JUMP_US + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_clock_that_is_set_is_told_once_either_way),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
