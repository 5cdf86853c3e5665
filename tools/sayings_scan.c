/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the sentences C says: follows strings, comments and brackets, and knows of each literal
   whose argument it is. */
#include "sayings.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 64

/* One open bracket: of a call (with the name before it), or any other (name ""). */
struct bracket {
	char name[64];
	int argument;
};

struct reader {
	struct scan *scan;
	const char *at;
	int line;
	char word[64]; /* the identifier just read */
	char function[64]; /* whose body we are in */
	char candidate[64]; /* called or declared outside any body */
	struct bracket open[DEPTH_MAX];
	int depth;
};

static void code_fault(struct reader *r, const char *why)
{
	fprintf(stderr, "%s:%d: error: %s\n", r->scan->path, r->line, why);
	r->scan->faults++;
}

static void add_says(struct scan *scan, const char *name, size_t len, int argument)
{
	scan->says = realloc(scan->says, (size_t)(scan->says_count + 1) * sizeof *scan->says);
	if (!scan->says)
		abort();
	struct says *says = &scan->says[scan->says_count++];
	snprintf(says->name, sizeof says->name, "%.*s", (int)len, name);
	says->argument = argument;
}

void scan_begin(struct scan *scan)
{
	add_says(scan, "SAY", 3, 0);
	add_says(scan, "SAID", 4, 0);
	add_says(scan, "say_format", 10, 2);
	add_says(scan, "buf_say_format", 14, 2);
}

static bool is_said(const struct scan *scan, const struct bracket *in)
{
	for (int i = 0; i < scan->says_count; i++)
		if (strcmp(scan->says[i].name, in->name) == 0 &&
		    (scan->says[i].argument == 0 || scan->says[i].argument == in->argument))
			return true;
	return false;
}

/* "say: ROLE 3, note 2 4" in a comment: from here on these arguments are said. */
static void read_declaration(struct scan *scan, const char *at, const char *end)
{
	while (at < end) {
		size_t blanks = strspn(at, " ,\n\t");
		const char *name = at + blanks;
		size_t len = 0;
		while (isalnum((unsigned char)name[len]) || name[len] == '_')
			len++;
		at = name + len;
		if (len == 0 || *at != ' ')
			return;
		while (at < end && *at == ' ' && isdigit((unsigned char)at[1])) {
			char *past;
			add_says(scan, name, len, (int)strtol(at, &past, 10));
			at = past;
		}
	}
}

static void skip_comment(struct reader *r)
{
	const char *end = strstr(r->at + 2, "*/"), *said;

	if (!end)
		end = r->at + strlen(r->at);
	said = strstr(r->at, "say: ");
	if (said && said < end)
		read_declaration(r->scan, said + 5, end);
	for (; r->at < end; r->at++)
		r->line += *r->at == '\n';
	if (*r->at)
		r->at += 2;
}

static void skip_blanks(struct reader *r)
{
	for (;;) {
		if (strncmp(r->at, "/*", 2) == 0) {
			skip_comment(r);
		} else if (isspace((unsigned char)*r->at) || strncmp(r->at, "\\\n", 2) == 0) {
			r->line += *r->at == '\n';
			r->at++;
		} else {
			return;
		}
	}
}

static char *add_escape(struct reader *r, char *to)
{
	char c = *++r->at;

	if (c == 'n')
		*to++ = '\n';
	else if (c == '"' || c == '\\' || c == '\'' || c == '?')
		*to++ = c;
	else if (c == 'x' || isdigit((unsigned char)c))
		*to++ = '\1'; /* bytes by number are no part of a sentence */
	return to;
}

/* Reads "a" "b" as one text; the caller frees it. */
static char *read_literal(struct reader *r)
{
	char *text = malloc(strlen(r->at) + 1), *to = text;

	if (!text)
		abort();
	while (*r->at == '"') {
		for (r->at++; *r->at && *r->at != '"'; r->at++) {
			if (*r->at == '\\')
				to = add_escape(r, to);
			else
				*to++ = *r->at;
		}
		if (*r->at)
			r->at++;
		skip_blanks(r);
	}
	*to = 0;
	return text;
}

static bool ends_with(const char *name, const char *end)
{
	size_t len = strlen(name), tail = strlen(end);

	return len > tail && strcmp(name + len - tail, end) == 0;
}

static bool is_label_function(const char *name)
{
	return ends_with(name, "_label") || ends_with(name, "_advice") ||
	       ends_with(name, "_title") || ends_with(name, "_sentence");
}

/* Wraps a literal without changing what it says. */
static bool is_wrapper(const char *name)
{
	return name[0] == 0 || strcmp(name, "STR") == 0 || strcmp(name, "str_from") == 0;
}

/* "%.*s: %s" joins what was said already. */
static bool format_has_words(const char *at)
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

static void take_literal(struct reader *r, const char *text, int line)
{
	int i = r->depth - 1;

	while (i >= 0 && is_wrapper(r->open[i].name))
		i--;
	bool is_pieced = r->word[0] && strcmp(r->word, "return") != 0; /* A_MACRO " and more" */
	if (is_pieced || text[0] == 0 || text[strcspn(text, "\1")] == '\1')
		return;
	if (i >= 0 ? is_said(r->scan, &r->open[i]) : is_label_function(r->function)) {
		r->scan->found(r->scan->arg, line, text);
		return;
	}
	if (i < 0 || strcmp(r->open[i].name, "str_format") != 0 || !format_has_words(text))
		return;
	for (i--; i >= 0; i--)
		if (is_said(r->scan, &r->open[i]))
			code_fault(r, "a sentence with values comes from say_format");
}

static void open_bracket(struct reader *r, char c)
{
	if (c == '{' && r->depth == 0)
		memcpy(r->function, r->candidate, sizeof r->function);
	if (c == '(' && r->depth == 0)
		memcpy(r->candidate, r->word, sizeof r->candidate);
	if (r->depth == DEPTH_MAX) {
		code_fault(r, "brackets stand too deep");
		return;
	}
	struct bracket *b = &r->open[r->depth++];
	b->argument = 1;
	b->name[0] = 0;
	if (c == '(')
		memcpy(b->name, r->word, sizeof b->name);
}

static void close_bracket(struct reader *r)
{
	if (r->depth > 0)
		r->depth--;
	if (r->depth == 0 && *r->at == '}')
		r->function[0] = 0;
}

static void read_word(struct reader *r)
{
	size_t len = 0;

	while (isalnum((unsigned char)r->at[len]) || r->at[len] == '_')
		len++;
	snprintf(r->word, sizeof r->word, "%.*s", (int)len, r->at);
	r->at += len;
}

static void read_mark(struct reader *r)
{
	char c = *r->at;

	if (c == '\'') {
		r->at += r->at[1] == '\\' ? 2 : 1;
		while (*r->at && *r->at != '\'' && *r->at != '\n')
			r->at++;
	} else if (c == '(' || c == '{' || c == '[') {
		open_bracket(r, c);
	} else if (c == ')' || c == '}' || c == ']') {
		close_bracket(r);
	} else if (c == ',' && r->depth > 0) {
		r->open[r->depth - 1].argument++;
	}
	if (r->depth == 0 && (c == ';' || c == '=' || c == '}'))
		r->candidate[0] = 0; /* no body follows */
	r->word[0] = 0;
	if (*r->at)
		r->at++;
}

void scan_code(struct scan *scan, const char *text)
{
	struct reader r = {.scan = scan, .at = text, .line = 1};

	for (skip_blanks(&r); *r.at; skip_blanks(&r)) {
		if (*r.at == '"') {
			int line = r.line;
			char *literal = read_literal(&r);
			take_literal(&r, literal, line);
			free(literal);
			r.word[0] = 0;
		} else if (strncmp(r.at, "#include", 8) == 0) {
			r.at += strcspn(r.at, "\n");
		} else if (isalnum((unsigned char)*r.at) || *r.at == '_') {
			read_word(&r);
		} else {
			read_mark(&r);
		}
	}
}
