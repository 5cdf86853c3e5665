/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles a room's HTML templates to C: templates OUT.h OUT.c FILE.html... TABLE.say.tsv...
   With --runs it prints what the templates say, for tools/say.c.

   Lines that begin with @ are directives (args include call let field if elif else each
   end, @# is a comment, @@ a literal @), the rest is HTML. The tool follows the HTML as it reads,
   so that every {{ }} is escaped for the place it stands in, and refuses places where no escaping
   is safe. Branches of an @if must leave the HTML in the state they found it. */
#include "templates_html.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void *need(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

static char *append(char *old, const char *more, const char *between)
{
	size_t len = old ? strlen(old) : 0;
	size_t size = len + strlen(more) + strlen(between) + 1;
	char *all = need(realloc(old, size));
	snprintf(all + len, size - len, "%s%s", len ? between : "", more);
	return all;
}

/* ---- values ---- */

static char *trim(char *s)
{
	while (isspace((unsigned char)*s))
		s++;
	size_t len = strlen(s);
	while (len > 0 && isspace((unsigned char)s[len - 1]))
		s[--len] = 0;
	return s;
}

/* A value in a run waits for the run's end: the sentence is written as a whole. */
static void value_in_run(struct template *t, const char *expr, const char *writer)
{
	size_t size = strlen(expr) + 64;
	char *code = need(malloc(size));
	snprintf(code, size, "%s(out, %s);", writer, expr);
	run_value(t, expr, code);
	free(code);
}

/* What is named a label or hint is said in the reader's language: skp_state_label(state),
   field->hint. */
static bool is_label(const char *expr)
{
	static const char *const members[] = {"label", "hint", "caption"};
	size_t name = strspn(expr, "abcdefghijklmnopqrstuvwxyz0123456789_"), len = strlen(expr);
	if (name > 6 && strncmp(expr + name - 6, "_label(", 7) == 0)
		return true;
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
		size_t tail = strlen(members[i]);
		if (len > tail && strcmp(expr + len - tail, members[i]) == 0 &&
		    (expr[len - tail - 1] == '.' || expr[len - tail - 1] == '>'))
			return true;
	}
	return false;
}

static void value_by_place(struct template *t, const char *expr)
{
	struct html *h = &t->html;
	if (in_run(t)) {
		if (takes_markup(t))
			value_in_run(t, expr, is_label(expr) ? "html_label" : "html_told");
		else
			value_in_run(t, expr, is_label(expr) ? "html_said" : "html_value");
		return;
	}
	switch (h->place) {
	case IN_TEXT:
	case IN_VALUE:
		write_code(t,
			   h->is_url	    ? h->is_url_begun ? "html_url_part(out, %s);"
							      : "html_url(out, %s);"
			   : is_label(expr) ? "html_said(out, %s);"
					    : "html_value(out, %s);",
			   expr);
		h->is_url_begun = true;
		return;
	case BEFORE_VALUE:
		fault(t, "attribute %s needs quotes around {{ }}", h->attr);
		h->place = IN_TAG;
		return;
	case IN_BODY:
	case IN_COMMENT: fault(t, "{{ }} cannot stand in a script, style or comment"); return;
	case IN_TAG_NAME:
	case IN_TAG:
	case IN_ATTR_NAME:
		fault(t,
		      "{{ }} cannot stand for a tag or an attribute; use @if around the attribute");
		return;
	}
}

static void value(struct template *t, char *expr)
{
	expr = trim(expr);
	if (*expr == 0) {
		fault(t, "empty {{ }}");
	} else if (strncmp(expr, "asset", 5) == 0 && *trim(expr + 5) == '"') {
		char *name = trim(expr + 5) + 1;
		size_t len = strlen(name);
		if (len < 2 || name[len - 1] != '"') {
			fault(t, "write {{asset \"name\"}}");
			return;
		}
		name[len - 1] = 0;
		if (t->html.place != IN_VALUE)
			fault(t, "{{asset}} belongs into a quoted attribute");
		add_asset(t, name);
		t->html.is_url_begun = true;
	} else if (*expr == '!') {
		if (t->html.place != IN_TEXT || t->html.is_plain)
			fault(t, "{{! }} may stand only in text between tags");
		value_in_run(t, trim(expr + 1), "html_safe");
	} else {
		char *said = said_expression(t, expr);
		value_by_place(t, said);
		free(said);
	}
}

/* The }} that ends a value, past any string or character literal. */
static char *value_end(char *at)
{
	for (char quote = 0; *at; at++) {
		if (quote) {
			if (*at == '\\' && at[1])
				at++;
			else if (*at == quote)
				quote = 0;
		} else if (*at == '"' || *at == '\'') {
			quote = *at;
		} else if (at[0] == '}' && at[1] == '}') {
			return at;
		}
	}
	return NULL;
}

static void text_line(struct template *t, char *line)
{
	if (t->html.place == IN_TAG || (t->html.place == IN_TEXT && !t->html.is_plain))
		while (*line == ' ' || *line == '\t')
			line++;
	while (*line) {
		if (strncmp(line, "{{", 2) != 0) {
			line += follow_html(t, line);
			continue;
		}
		char *end = value_end(line + 2);
		if (!end) {
			fault(t, "{{ without }} on the same line");
			return;
		}
		*end = 0;
		value(t, line + 2);
		line = end + 2;
	}
}

/* ---- directives ---- */

static bool html_equal(const struct html *a, const struct html *b)
{
	bool same = a->place == b->place && a->is_plain == b->is_plain;
	if (a->place == IN_VALUE)
		same = same && a->quote == b->quote && strcmp(a->attr, b->attr) == 0;
	return same;
}

static struct block *innermost(struct template *t, const char *word)
{
	if (t->depth > 0)
		return &t->blocks[t->depth - 1];
	fault(t, "@%s without @if or @each", word);
	return NULL;
}

static void open_block(struct template *t, bool is_each)
{
	if (t->depth == DEPTH_MAX) {
		fault(t, "nested too deeply");
		return;
	}
	t->blocks[t->depth++] =
		(struct block){.is_each = is_each, .line = t->line, .before = t->html};
}

/* A branch ends: the HTML must stand where it stood before the block, so that every path escapes
   alike. */
static void end_branch(struct template *t, struct block *b)
{
	if (!html_equal(&b->before, &t->html))
		fault(t, "the branch begun at line %d does not leave the HTML where it found it",
		      b->line);
	bool is_url_begun = t->html.is_url_begun;
	t->html = b->before;
	t->html.is_url_begun = t->html.is_url_begun && is_url_begun;
}

static void on_else(struct template *t, const char *word, const char *condition)
{
	struct block *b = innermost(t, word);
	if (!b)
		return;
	if (b->is_each || b->has_else) {
		fault(t, "@%s does not belong here", word);
		return;
	}
	end_branch(t, b);
	b->line = t->line;
	b->has_else = !condition;
	if (condition)
		write_code(t, "} else if (%s) {", condition);
	else
		write_code(t, "} else {");
}

static void on_end(struct template *t)
{
	struct block *b = innermost(t, "end");
	if (!b)
		return;
	end_branch(t, b);
	write_code(t, "}");
	t->depth--;
}

/* @each const struct rhk *r in skp->rhk, skp->rhk_count */
static void on_each(struct template *t, char *rest)
{
	char *in = strstr(rest, " in "), *comma = in ? strrchr(in, ',') : NULL;
	open_block(t, true);
	if (!comma) {
		fault(t, "write @each TYPE *name in ARRAY, COUNT");
		return;
	}
	*in = *comma = 0;
	char *decl = trim(rest), *name = decl + strlen(decl);
	while (name > decl && (isalnum((unsigned char)name[-1]) || name[-1] == '_'))
		name--;
	write_code(
		t,
		"for (int %s_index = 0; %s_index < (int)(%s); %s_index++) { %s = %s(%s)[%s_index]; (void)%s;",
		name, name, trim(comma + 1), name, decl, strchr(decl, '*') ? "&" : "", trim(in + 4),
		name, name);
}

/* @field rhk.uraian in form: the field of the form's table that fills that member of struct rhk. */
static void on_field(struct template *t, char *rest)
{
	char *in = strstr(rest, " in "), *member = strchr(rest, '.');
	if (!in || !member || member > in) {
		fault(t, "write @field RECORD.MEMBER in FORM");
		return;
	}
	*in = *member++ = 0;
	char *form = trim(in + 4);
	write_code(t, "form_place(out, %s, FORM_AT(%s, struct %s, %s));", form, form, trim(rest),
		   member);
}

static void header(struct template *t, const char *word, const char *rest)
{
	if (t->pieces > 0 || has_piece(t))
		fault(t, "@%s stands above the HTML", word);
	if (strcmp(word, "args") == 0) {
		if (strstr(rest, "enum "))
			fault(t,
			      "an enum cannot be passed by itself; put it into the struct the page is made from");
		t->args = append(t->args, rest, ", ");
	} else {
		t->includes = append(append(t->includes, "#include ", ""), rest, "");
		t->includes = append(t->includes, "\n", "");
	}
}

static void act(struct template *t, const char *word, char *rest)
{
	if (strcmp(word, "call") == 0 || strcmp(word, "let") == 0) {
		write_code(t, "%s;", rest);
	} else if (strcmp(word, "field") == 0) {
		on_field(t, rest);
	} else if (strcmp(word, "if") == 0) {
		open_block(t, false);
		write_code(t, "if (%s) {", rest);
	} else if (strcmp(word, "elif") == 0) {
		on_else(t, word, rest);
	} else if (strcmp(word, "else") == 0) {
		on_else(t, word, NULL);
	} else if (strcmp(word, "each") == 0) {
		on_each(t, rest);
	} else if (strcmp(word, "end") == 0) {
		on_end(t);
	} else {
		fault(t, "unknown directive @%s", word);
	}
}

static void directive(struct template *t, char *line)
{
	char *word = line + 1, *rest = word;
	while (isalpha((unsigned char)*rest))
		rest++;
	if (*rest)
		*rest++ = 0;
	rest = trim(rest);
	if (strcmp(word, "else") != 0 && strcmp(word, "end") != 0 && *rest == 0)
		fault(t, "@%s needs something after it", word);
	close_run(t);
	if (strcmp(word, "args") == 0 || strcmp(word, "include") == 0) {
		header(t, word, rest);
		return;
	}
	char *said = said_expression(t, rest);
	act(t, word, said);
	free(said);
}

/* ---- files ---- */

static void read_template(struct template *t)
{
	FILE *in = fopen(t->path, "r");
	char *line = NULL;
	size_t size = 0;
	if (!in) {
		fault(t, "cannot be read");
		return;
	}
	while (getline(&line, &size, in) > 0) {
		t->line++;
		if (strpbrk(line, "\1\2\r"))
			fault(t, "control characters are refused");
		else if (line[0] == '@' && line[1] == '@')
			text_line(t, line + 1);
		else if (line[0] == '@' && line[1] != '#')
			directive(t, line);
		else if (line[0] != '@')
			text_line(t, line);
	}
	free(line);
	fclose(in);
	for (int i = 0; i < t->depth; i++)
		fault(t, "the block begun at line %d has no @end", t->blocks[i].line);
	if (t->html.place != IN_TEXT)
		fault(t, "the file ends inside a tag, script or comment");
	close_run(t);
	flush_piece(t);
}

/* Structs named in arguments are declared, so that the header includes no room's face. */
static void declare_structs(FILE *out, const char *args)
{
	for (const char *at = args; (at = strstr(at, "struct "));) {
		at += 7;
		fprintf(out, "struct %.*s;\n",
			(int)strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789_"), at);
	}
}

/* Where a room's templates go: its header, what its source includes, and its functions. */
struct outputs {
	FILE *header, *includes, *bodies;
	bool is_listing;
};

static int compile(const char *path, struct sayings *sayings, const struct outputs *to)
{
	struct template t = {.path = path, .sayings = sayings, .is_listing = to->is_listing};
	char *body = NULL, *said = NULL;
	size_t body_len = 0, said_len = 0;
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	snprintf(t.name, sizeof t.name, "%.*s", (int)strcspn(name, "."), name);
	t.body = need(open_memstream(&body, &body_len));
	t.said = need(open_memstream(&said, &said_len));
	read_template(&t);
	fclose(t.body);
	fclose(t.said);
	declare_structs(to->header, t.args ? t.args : "");
	fprintf(to->header, "void html_%s(struct buf *out%s%s);\n", t.name, t.args ? ", " : "",
		t.args ? t.args : "");
	fputs(t.includes ? t.includes : "", to->includes);
	fprintf(to->bodies,
		"%s#line 1 \"%s\"\nvoid html_%s(struct buf *out%s%s)\n{\n"
		"\tconst enum bahasa bahasa = arena_bahasa(out->mem); (void)bahasa;\n%s}\n\n",
		said, path, t.name, t.args ? ", " : "", t.args ? t.args : "", body);
	free(body);
	free(said);
	free(t.args);
	free(t.includes);
	return t.faults;
}

/* What is built from a file starts anew only where its text changed: an equal one keeps its
   time. */
static int keep_or_write(const char *path, const char *text, size_t len)
{
	FILE *old = fopen(path, "r");
	bool same = old;
	if (old) {
		for (size_t i = 0; same && i < len; i++)
			same = fgetc(old) == (unsigned char)text[i];
		same = same && fgetc(old) == EOF;
		fclose(old);
	}
	if (same)
		return 0;
	FILE *out = fopen(path, "w");
	if (out && fwrite(text, 1, len, out) == len && fclose(out) == 0)
		return 0;
	perror(path);
	return 1;
}

struct made {
	char *text;
	size_t len;
	FILE *file;
};

static void made_open(struct made *made)
{
	made->file = need(open_memstream(&made->text, &made->len));
}

static int made_close(struct made *made, const char *path)
{
	fclose(made->file);
	int status = path ? keep_or_write(path, made->text, made->len) : 0;
	free(made->text);
	return status;
}

static bool is_table(const char *path)
{
	size_t len = strlen(path);
	return len > 4 && strcmp(path + len - 4, ".tsv") == 0;
}

static int compile_all(const struct outputs *to, int count, char **paths)
{
	struct sayings sayings = {0};
	for (int i = 0; i < count; i++)
		if (is_table(paths[i]))
			sayings_read(&sayings, paths[i]);
	sayings_sort(&sayings);
	int faults = sayings.faults;
	for (int i = 0; i < count; i++)
		if (!is_table(paths[i]))
			faults += compile(paths[i], &sayings, to);
	return faults;
}

/* Prints the sentences of the templates and writes nothing. */
static int list_runs(int count, char **paths)
{
	FILE *nowhere = need(fopen("/dev/null", "w"));
	struct outputs to = {nowhere, nowhere, nowhere, true};
	int faults = compile_all(&to, count, paths);
	fclose(nowhere);
	return faults > 0;
}

int main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "--runs") == 0)
		return list_runs(argc - 2, argv + 2);
	if (argc < 4) {
		fputs("use: templates OUT.h OUT.c FILE... | templates --runs FILE...   (.html and .tsv)\n",
		      stderr);
		return 2;
	}
	struct made header, code, bodies;
	const char *name = strrchr(argv[1], '/') ? strrchr(argv[1], '/') + 1 : argv[1];
	made_open(&header);
	made_open(&code);
	made_open(&bodies);
	fputs("/* Generated from a room's templates; do not edit. */\n#pragma once\n"
	      "#include \"base/date.h\"\n#include \"base/id.h\"\n"
	      "#include \"base/problems.h\"\n#include \"base/str.h\"\n\n",
	      header.file);
	fprintf(code.file,
		"/* Generated from a room's templates; do not edit. */\n#include \"generated/%s\"\n"
		"#include \"base/say.h\"\n#include \"generated/assets.h\"\n"
		"#include \"generated/render_templates.h\"\n#include \"render/html.h\"\n",
		name);
	struct outputs to = {header.file, code.file, bodies.file, false};
	int faults = compile_all(&to, argc - 3, argv + 3);
	fflush(bodies.file);
	fprintf(code.file, "#pragma GCC diagnostic ignored \"-Wunused-parameter\"\n\n%s",
		bodies.text);
	made_close(&bodies, NULL);
	faults += made_close(&header, faults ? NULL : argv[1]);
	faults += made_close(&code, faults ? NULL : argv[2]);
	return faults ? 1 : 0;
}
