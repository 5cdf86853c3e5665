/* SPDX-License-Identifier: Apache-2.0 */
/* The tables <room>.say.tsv and the sentences of C: read by the templates' compiler and by
   tools/say.c. */
#ifndef ABDI_TOOLS_SAYINGS_H
#define ABDI_TOOLS_SAYINGS_H
#include "base/bahasa.h"

#include <stdbool.h>
#include <stddef.h>

/* One sentence in all languages; [BAHASA_ID] is the key. */
struct saying_row {
	char *said[BAHASA_COUNT];
	const char *path;
	int line;
	bool is_used; /* set by sayings_find */
};

struct sayings {
	struct saying_row *rows;
	size_t count;
	int faults; /* each said on stderr, with file and line */
};

/* Reads one table. The first line names the languages ("id", "en"); "=" repeats the Indonesian;
   # begins a comment; \n and \\ are written as in C. Placeholders {1} and conversions must be
   those of the key, in its order. */
void sayings_read(struct sayings *all, const char *path);
/* To be called once all tables are read; a sentence that stands twice is a fault. */
void sayings_sort(struct sayings *all);
/* The row of a sentence, NULL when no table has it. */
struct saying_row *sayings_find(struct sayings *all, const char *key);

/* Called for each sentence that a piece of C says. */
typedef void sentence_found(void *arg, int line, const char *sentence);
/* Which argument of which function is said; 0: each. */
struct says {
	char name[64];
	int argument;
};
struct scan {
	const char *path;
	struct says *says; /* begins with what say.h declares; a comment "say: NAME 4" adds */
	int says_count;
	int faults;
	sentence_found *found;
	void *arg;
};
void scan_begin(struct scan *scan);
/* Finds the sentences of a file's text: literals in arguments that are said, and in functions
   named *_label. */
void scan_code(struct scan *scan, const char *text);

char *file_text(const char *path); /* NULL when it cannot be read */

#endif
