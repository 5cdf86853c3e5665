/* SPDX-License-Identifier: Apache-2.0 */
/* Good and bad templates in tools/tests/templates: what each becomes, or why it does not build. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOLDER ABDI_SOURCE_DIR "/tools/tests/templates/"

static char work[] = "/tmp/abdi-templates-XXXXXX";

static struct str read_whole(struct arena *mem, const char *path)
{
	FILE *in = fopen(path, "r");
	struct buf out;
	buf_init(&out, mem);
	assert_non_null(in);
	for (int c; (c = fgetc(in)) != EOF;)
		buf_add_char(&out, (char)c);
	fclose(in);
	return buf_str(&out);
}

/* The program stands in the build folder, the tool in tools/ below it. */
static const char *tool_path(struct arena *mem)
{
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
	assert_true(len > 0);
	self[len] = 0;
	*strrchr(self, '/') = 0;
	return str_cstr(mem, str_format(mem, "%s/tools/templates", self));
}

static int compile(struct arena *mem, const char *tool, const char *path)
{
	const char *header = str_cstr(mem, str_format(mem, "%s/t.h", work));
	const char *code = str_cstr(mem, str_format(mem, "%s/t.c", work));
	const char *said = str_cstr(mem, str_format(mem, "%s/said", work));
	int status = 0;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int fd = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		dup2(fd, 2);
		execl(tool, "templates", header, code, path, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* What the first line promises after its colon. */
static struct str promised(struct str text)
{
	struct str rest, line = str_cut(text, '\n', &rest);
	struct str after;
	(void)str_cut(line, ':', &after);
	return str_trim(after);
}

static int check_folder(const char *folder, int code, const char *answer)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	const char *tool = tool_path(mem);
	const char *at = str_cstr(mem, str_format(mem, FOLDER "%s", folder));
	int count = 0;
	DIR *dir = opendir(at);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		const char *path = str_cstr(mem, str_format(mem, "%s/%s", at, entry->d_name));
		assert_int_equal(compile(mem, tool, path), code);
		struct str got =
			read_whole(mem, str_cstr(mem, str_format(mem, "%s/%s", work, answer)));
		const char *wanted = str_cstr(mem, promised(read_whole(mem, path)));
		if (!str_has(got, wanted))
			fail_msg("%s: wanted '%s', got '%.*s'", entry->d_name, wanted,
				 STR_ARG(got));
		count++;
	}
	closedir(dir);
	return count;
}

static void each_unsafe_template_is_refused_with_its_reason(void **state)
{
	(void)state;
	assert_true(check_folder("bad", 1, "said") >= 20);
}

static void each_place_gets_its_own_escape(void **state)
{
	(void)state;
	assert_true(check_folder("good", 0, "t.c") >= 11);
}

static int work_make(void **state)
{
	(void)state;
	return mkdtemp(work) ? 0 : -1;
}

static int work_remove(void **state)
{
	static const char *const names[] = {"said", "t.c", "t.h"};
	CLEANUP(arena_close) struct arena *mem = arena_make();

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		(void)unlink(str_cstr(mem, str_format(mem, "%s/%s", work, names[i])));
	return rmdir(work);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_unsafe_template_is_refused_with_its_reason),
		cmocka_unit_test(each_place_gets_its_own_escape),
	};
	return cmocka_run_group_tests(tests, work_make, work_remove);
}
