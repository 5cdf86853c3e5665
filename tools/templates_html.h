/* SPDX-License-Identifier: Apache-2.0 */
/* One template being compiled: where its HTML stands, and the C written so far. */
#ifndef ABDI_TOOLS_TEMPLATES_HTML_H
#define ABDI_TOOLS_TEMPLATES_HTML_H
#include <stdbool.h>
#include <stdio.h>

enum place {
	IN_TEXT,
	IN_TAG_NAME,
	IN_TAG, /* between attributes */
	IN_ATTR_NAME,
	BEFORE_VALUE, /* after = */
	IN_VALUE, /* inside quotes */
	IN_COMMENT,
	IN_BODY, /* of script or style */
};

struct html {
	enum place place;
	char name[32], attr[32]; /* element and attribute being read, lower case, cut when longer */
	char quote;
	bool is_url, is_url_begun;
	bool is_plain; /* text of textarea or title, where tags mean nothing */
};

#define DEPTH_MAX 32
struct block {
	bool is_each, has_else;
	int line;
	struct html before;
};

struct template
{
	FILE *body; /* the function's body, written while reading */
	const char *path;
	char name[64];
	char *args, *includes;
	int line, faults;
	struct html html;
	struct block blocks[DEPTH_MAX];
	int depth, pieces;
	char piece[2048]; /* constant text not yet written; an asset is \1 name \2 */
	size_t piece_len;
	int piece_line;
};

/* Says what is wrong at the line being read; the compiler fails when all files are read. */
void fault(struct template *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Writes one C statement, with the template's own line for the compiler's messages. */
void write_code(struct template *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Writes the constant text gathered so far. */
void flush_piece(struct template *t);
/* Adds the address of a built-in file to the constant text. */
void add_asset(struct template *t, const char *name);

/* Moves over one character of HTML; returns how many characters it used (comments are dropped). */
size_t follow_html(struct template *t, const char *at);

#endif
