/* SPDX-License-Identifier: Apache-2.0 */
/* One template being compiled: where its HTML stands, and the C written so far. */
#ifndef ABDI_TOOLS_TEMPLATES_HTML_H
#define ABDI_TOOLS_TEMPLATES_HTML_H
#include "sayings.h"

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

/* The text between two tags, or in an attribute people read; values stand in it as \3 and their
   place in order. */
#define RUN_VALUES 9
struct run {
	char text[4096];
	size_t len;
	int line;
	bool takes_markup; /* between tags, where a part of it may have a language of its own */
	int value_count;
	char *expr[RUN_VALUES]; /* what the template says */
	char *code[RUN_VALUES]; /* the statement that writes it */
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
	char piece[BAHASA_COUNT][2048]; /* constant text not yet written; an asset is \1 name \2 */
	size_t piece_len[BAHASA_COUNT];
	int piece_line;
	struct run run;
	struct sayings *sayings;
	FILE *said; /* sentences of expressions, as constants above the function */
	int said_count;
	bool is_listing; /* only prints what it says: templates --runs */
};

/* Says what is wrong at the line being read; the compiler fails when all files are read. */
void fault(struct template *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Writes one C statement, with the template's own line for the compiler's messages. */
void write_code(struct template *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Writes the constant text gathered so far. */
void flush_piece(struct template *t);
bool has_piece(const struct template *t);
/* A text as a C literal. */
void write_literal(FILE *out, const char *text, size_t len);
/* Adds constant text: to all languages, or to one. */
void add_char(struct template *t, char c);
void add_text(struct template *t, enum bahasa bahasa, const char *text, size_t len);
/* Adds the address of a built-in file to the constant text. */
void add_asset(struct template *t, const char *name);

/* The run of text ends: it is written in all languages, with its values. (templates_say.c) */
void close_run(struct template *t);
void run_char(struct template *t, char c);
/* A value in the run: what the template says and the statement that writes it. */
void run_value(struct template *t, const char *expr, const char *code);
/* A C expression of the template, with each SAY("…") in the reader's language; the caller frees
   it. */
char *said_expression(struct template *t, const char *expr);
/* Does what is read now belong to a run: text between tags, or a value of title, alt,
   aria-label…? */
bool in_run(const struct template *t);
bool takes_markup(
	const struct template *t); /* is this text between tags, and may tags stand in it? */

/* Moves over one character of HTML; returns how many characters it used (comments are dropped). */
size_t follow_html(struct template *t, const char *at);

#endif
