/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the tables of sentences and compares what each translation must keep of its key. */
#include "sayings.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const language_keys[] = {
#define BAHASA(name, key, own_name, decimal, clock) key,
#include "base/bahasa.def"
#undef BAHASA
};

static void *need(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

char *file_text(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	if (!in)
		return NULL;
	if (getdelim(&text, &size, 0, in) < 0) {
		free(text);
		text = need(strdup(""));
	}
	fclose(in);
	return text;
}

static void row_fault(struct sayings *all, const struct saying_row *row, const char *why)
{
	fprintf(stderr, "%s:%d: error: %s\n", row->path, row->line, why);
	all->faults++;
}

/* The next {1} or %-conversion of a sentence, or NULL. A per cent sign before a space is itself. */
static const char *next_slot(const char *at, size_t *len)
{
	for (; *at; at++) {
		if (*at == '{' && isdigit((unsigned char)at[1])) {
			*len = strcspn(at, "}") + 1;
			return at;
		}
		if (*at == '%') {
			*len = 1 + strspn(at + 1, "0123456789.*-+lhzj");
			if (isalpha((unsigned char)at[*len]) || at[*len] == '%') {
				*len += 1;
				return at;
			}
		}
	}
	return NULL;
}

static bool same_slots(const char *key, const char *said)
{
	for (;;) {
		size_t mine = 0, theirs = 0;
		key = next_slot(key, &mine);
		said = next_slot(said, &theirs);
		if (!key || !said)
			return !key && !said;
		if (mine != theirs || strncmp(key, said, mine) != 0)
			return false;
		key += mine;
		said += theirs;
	}
}

/* "\n" and "\\" as in C. */
static void unescape(char *cell)
{
	char *to = cell;

	for (char *at = cell; *at; at++) {
		if (*at == '\\' && (at[1] == 'n' || at[1] == '\\'))
			*to++ = *++at == 'n' ? '\n' : '\\';
		else
			*to++ = *at;
	}
	*to = 0;
}

static void read_row(struct sayings *all, char *line, const char *path, int number)
{
	struct saying_row row = {.path = path, .line = number};

	for (int i = 0; i < BAHASA_COUNT; i++) {
		char *cell = strsep(&line, "\t");
		if (!cell || !*cell) {
			row_fault(all, &row, "a language is missing in this row");
			return;
		}
		row.said[i] = need(strdup(strcmp(cell, "=") == 0 ? row.said[BAHASA_ID] : cell));
		if (strcmp(cell, "=") != 0)
			unescape(row.said[i]);
		if (!same_slots(row.said[BAHASA_ID], row.said[i]))
			row_fault(all, &row,
				  "{1} and %d must be those of the Indonesian, in its order");
	}
	all->rows = need(realloc(all->rows, (all->count + 1) * sizeof *all->rows));
	all->rows[all->count++] = row;
}

static bool is_heading(char *line)
{
	for (int i = 0; i < BAHASA_COUNT; i++) {
		char *cell = strsep(&line, "\t");
		if (!cell || strcmp(cell, language_keys[i]) != 0)
			return false;
	}
	return line == NULL;
}

void sayings_read(struct sayings *all, const char *path)
{
	struct saying_row at = {.path = path};
	char *text = file_text(path), *rest = text, *line;
	bool has_heading = false;

	if (!text) {
		row_fault(all, &at, "cannot be read");
		return;
	}
	while ((line = strsep(&rest, "\n"))) {
		at.line++;
		if (!*line || *line == '#')
			continue;
		if (has_heading)
			read_row(all, line, path, at.line);
		else if (!is_heading(line))
			row_fault(all, &at,
				  "the first line names the languages of base/bahasa.def");
		has_heading = true;
	}
	free(text);
}

static int compare_rows(const void *a, const void *b)
{
	const struct saying_row *left = a, *right = b;

	return strcmp(left->said[BAHASA_ID], right->said[BAHASA_ID]);
}

void sayings_sort(struct sayings *all)
{
	if (all->count > 0)
		qsort(all->rows, all->count, sizeof *all->rows, compare_rows);
	for (size_t i = 1; i < all->count; i++)
		if (compare_rows(&all->rows[i - 1], &all->rows[i]) == 0)
			row_fault(all, &all->rows[i], "this sentence stands in the tables twice");
}

struct saying_row *sayings_find(struct sayings *all, const char *key)
{
	struct saying_row wanted = {.said = {[BAHASA_ID] = (char *)key}};
	struct saying_row *row = all->count == 0 ? NULL
						 : bsearch(&wanted, all->rows, all->count,
							   sizeof wanted, compare_rows);

	if (row)
		row->is_used = true;
	return row;
}
