/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the table of sentences that say() looks into, and tells which sentences have no
   translation or no reader.
     say --table OUT.c TABLE.tsv...
     say --check RUNS TABLE.tsv... SOURCE.h... SOURCE.c... SOURCE.def... RUNS: what templates --runs
     printed
     say --missing RUNS ... the same, and only the sentences without row, each once, ready for a
     table */
#include "sayings.h"

#include "base/say.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct check {
	struct sayings *all;
	struct scan scan;
	const char *path;
	bool is_list; /* print the missing ones as rows */
	int missing;
};

static bool has_ending(const char *path, const char *ending)
{
	size_t len = strlen(path), tail = strlen(ending);

	return len > tail && strcmp(path + len - tail, ending) == 0;
}

/* ---- the table ---- */

/* In a format "[report|reports]" becomes what say.c knows a choice by; a single bracket is
   itself. */
static const char *choice_mark(const char *at, bool is_format, bool *is_inside)
{
	if (!is_format)
		return NULL;
	if (*at == '[' && at[strcspn(at, "|]")] == '|') {
		*is_inside = true;
		return "\\1";
	}
	if (*is_inside && *at == '|')
		return "\\2";
	if (*is_inside && *at == ']') {
		*is_inside = false;
		return "\\3";
	}
	return NULL;
}

static void write_text(FILE *out, const char *text, bool is_format)
{
	bool is_inside = false;
	size_t len = 0;

	fputs("{\"", out);
	for (const char *at = text; *at; at++, len++) {
		const char *mark = choice_mark(at, is_format, &is_inside);
		if (mark)
			fprintf(out, "%s\" \"", mark);
		else if (*at == '\n')
			fputs("\\n", out);
		else if (*at == '"' || *at == '\\' || *at == '?')
			fprintf(out, "\\%c", *at);
		else
			fputc(*at, out);
	}
	fprintf(out, "\", %zu}", len);
}

static void write_row(FILE *out, const struct saying_row *row)
{
	bool is_format = strchr(row->said[BAHASA_ID], '%') != NULL;

	fputs("\t{{", out);
	for (int i = 0; i < BAHASA_COUNT; i++) {
		write_text(out, row->said[i], is_format && i != BAHASA_ID);
		fputs(i + 1 < BAHASA_COUNT ? ",\n\t  " : "}},\n", out);
	}
}

static int write_table(const struct sayings *all, const char *path)
{
	size_t places = 16;
	FILE *out = fopen(path, "w");

	while (places < all->count * 2)
		places *= 2;
	const struct saying_row **at = calloc(places, sizeof *at);
	if (!out || !at) {
		perror(path);
		return 2;
	}
	for (size_t i = 0; i < all->count; i++) {
		const char *key = all->rows[i].said[BAHASA_ID];
		size_t place = say_hash(key, strlen(key)) & (places - 1);
		while (at[place])
			place = (place + 1) & (places - 1);
		at[place] = &all->rows[i];
	}
	fputs("/* Generated from the tables of sentences; do not edit. */\n#include \"base/say.h\"\n\n",
	      out);
	fprintf(out, "const size_t say_table_mask = %zu;\nconst struct saying say_table[] = {\n",
		places - 1);
	for (size_t i = 0; i < places; i++) {
		if (at[i])
			write_row(out, at[i]);
		else
			fputs("\t{{{0}}},\n", out);
	}
	fputs("};\n", out);
	free(at);
	return fclose(out) ? 2 : 0;
}

/* ---- the check ---- */

/* "%.*s: %d" says nothing in any language. */
static bool has_words(const char *at)
{
	for (; *at; at++) {
		if (*at == '%')
			at += 1 + strspn(at + 1, "0123456789.*-+lhzj");
		else if (isalpha((unsigned char)*at))
			return true;
		if (!*at)
			return false;
	}
	return false;
}

static void look_up(void *arg, int line, const char *sentence)
{
	struct check *check = arg;

	if (!has_words(sentence) || sayings_find(check->all, sentence))
		return;
	check->missing++;
	if (!check->is_list) {
		fprintf(stderr, "%s:%d: error: no translation of \"%s\"\n", check->path, line,
			sentence);
		return;
	}
	printf("%s\t", check->path);
	for (const char *at = sentence; *at; at++)
		fputs(*at == '\n' ? "\\n" : *at == '\\' ? "\\\\" : (char[2]){*at, 0}, stdout);
	putchar('\n');
}

/* Lines of "path:line<TAB>sentence". */
static void check_runs(struct check *check, const char *path)
{
	char *text = file_text(path), *rest = text, *line;

	while (text && (line = strsep(&rest, "\n"))) {
		char *sentence = strchr(line, '\t'), *number = strchr(line, ':');
		if (!sentence || !number)
			continue;
		*sentence++ = *number++ = 0;
		check->path = line;
		look_up(check, (int)strtol(number, NULL, 10), sentence);
	}
	free(text);
}

static void check_file(struct check *check, const char *path)
{
	char *text = file_text(path);
	int local = check->scan.says_count;

	if (!text) {
		perror(path);
		check->missing++;
		return;
	}
	check->path = check->scan.path = path;
	scan_code(&check->scan, text);
	if (!has_ending(
		    path,
		    ".h")) /* what a header declares holds for all, what a file declares for itself */
		check->scan.says_count = local;
	free(text);
}

static int check_all(struct sayings *all, bool is_list, int count, char **paths)
{
	struct check check = {.all = all, .is_list = is_list};
	int left_over = 0;

	check.scan = (struct scan){.found = look_up, .arg = &check};
	scan_begin(&check.scan);
	check_runs(&check, paths[0]);
	for (int pass = 0; pass < 2; pass++) /* headers first: they declare what is said */
		for (int i = 1; i < count; i++)
			if (!has_ending(paths[i], ".tsv") &&
			    has_ending(paths[i], ".h") == (pass == 0))
				check_file(&check, paths[i]);
	for (size_t i = 0; i < all->count && !is_list; i++) {
		if (all->rows[i].is_used)
			continue;
		left_over++;
		fprintf(stderr, "%s:%d: error: nobody says \"%s\"\n", all->rows[i].path,
			all->rows[i].line, all->rows[i].said[BAHASA_ID]);
	}
	if (!is_list)
		printf("%zu sentences, %d without translation, %d left over\n", all->count,
		       check.missing, left_over);
	free(check.scan.says);
	return !is_list && check.missing + left_over + check.scan.faults > 0;
}

int main(int argc, char **argv)
{
	struct sayings all = {0};
	bool is_table = argc > 2 && strcmp(argv[1], "--table") == 0;
	bool is_list = argc > 2 && strcmp(argv[1], "--missing") == 0;

	if (!is_table && !is_list && (argc < 3 || strcmp(argv[1], "--check") != 0)) {
		fputs("use: say --table OUT.c | --check RUNS | --missing RUNS   FILE...\n", stderr);
		return 2;
	}
	for (int i = 3; i < argc; i++)
		if (has_ending(argv[i], ".tsv"))
			sayings_read(&all, argv[i]);
	sayings_sort(&all);
	if (all.faults)
		return 1;
	return is_table ? write_table(&all, argv[2]) : check_all(&all, is_list, argc - 2, argv + 2);
}
