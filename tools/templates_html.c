/* SPDX-License-Identifier: Apache-2.0 */
/* Which context of HTML a value stands in. */
#include "templates_html.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

void fault(struct template *t, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	fprintf(stderr, "%s:%d: error: ", t->path, t->line);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	t->faults++;
}

/* ---- writing C ---- */

/* inti.css becomes ASSET_INTI_CSS: a macro of generated/assets.h, so an unknown name does not
   compile. */
static size_t write_asset(FILE *out, const char *name)
{
	size_t n = 0;
	fputs("\" ASSET_", out);
	for (; name[n] != '\2'; n++)
		fputc(isalnum((unsigned char)name[n]) ? toupper((unsigned char)name[n]) : '_', out);
	fputs(" \"", out);
	return n;
}

void write_literal(FILE *out, const char *text, size_t len)
{
	fputc('"', out);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == '\1')
			i += 1 + write_asset(out, text + i + 1);
		else if (c == '\n')
			fputs("\\n", out);
		else if (c == '"' || c == '\\' || c == '?')
			fprintf(out, "\\%c", c);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

bool has_piece(const struct template *t)
{
	for (int i = 0; i < BAHASA_COUNT; i++)
		if (t->piece_len[i] > 0)
			return true;
	return false;
}

static bool is_alike(const struct template *t)
{
	for (int i = 1; i < BAHASA_COUNT; i++)
		if (t->piece_len[i] != t->piece_len[0] ||
		    memcmp(t->piece[i], t->piece[0], t->piece_len[0]) != 0)
			return false;
	return true;
}

/* One constant for all languages where they are alike, else one for each and the reader's is taken
   by its number. */
void flush_piece(struct template *t)
{
	int n = t->pieces + 1;

	if (!has_piece(t))
		return;
	fprintf(t->body, "#line %d \"%s\"\n\t{ static const ", t->piece_line, t->path);
	if (is_alike(t)) {
		fprintf(t->body, "char piece_%d[] = ", n);
		write_literal(t->body, t->piece[0], t->piece_len[0]);
		fprintf(t->body, "; buf_add(out, (struct str){piece_%d, sizeof piece_%d - 1}); }\n",
			n, n);
	} else {
		fprintf(t->body, "struct str piece_%d[] = {", n);
		for (int i = 0; i < BAHASA_COUNT; i++) {
			fputs(i ? ", {" : "{", t->body);
			write_literal(t->body, t->piece[i], t->piece_len[i]);
			fputs(", sizeof ", t->body);
			write_literal(t->body, t->piece[i], t->piece_len[i]);
			fputs(" - 1}", t->body);
		}
		fprintf(t->body, "}; buf_add(out, piece_%d[bahasa]); }\n", n);
	}
	t->pieces = n;
	memset(t->piece_len, 0, sizeof t->piece_len);
}

void add_text(struct template *t, enum bahasa bahasa, const char *text, size_t len)
{
	if (!has_piece(t))
		t->piece_line = t->line;
	for (size_t i = 0; i < len; i++) {
		/* no cut inside a character */
		if (t->piece_len[bahasa] > sizeof t->piece[0] - 200 &&
		    ((unsigned char)text[i] & 0xC0) != 0x80)
			flush_piece(t);
		t->piece[bahasa][t->piece_len[bahasa]++] = text[i];
	}
}

void add_char(struct template *t, char c)
{
	for (int i = 0; i < BAHASA_COUNT; i++)
		add_text(t, (enum bahasa)i, &c, 1);
}

void add_asset(struct template *t, const char *name)
{
	char mark[104];

	if (strlen(name) > 100) {
		fault(t, "asset name is too long");
		return;
	}
	snprintf(mark, sizeof mark, "\1%s\2", name);
	for (int i = 0; i < BAHASA_COUNT; i++) {
		if (t->piece_len[i] > sizeof t->piece[0] - 300)
			flush_piece(t);
		if (!has_piece(t))
			t->piece_line = t->line;
		memcpy(t->piece[i] + t->piece_len[i], mark, strlen(mark));
		t->piece_len[i] += strlen(mark);
	}
}

void write_code(struct template *t, const char *fmt, ...)
{
	va_list ap;
	flush_piece(t);
	fprintf(t->body, "#line %d \"%s\"\n\t", t->line, t->path);
	va_start(ap, fmt);
	vfprintf(t->body, fmt, ap);
	va_end(ap);
	fputc('\n', t->body);
}

/* ---- following the HTML ---- */

static void name_add(char name[32], char c)
{
	size_t len = strlen(name);
	if (len < 31) {
		name[len] = (char)tolower((unsigned char)c);
		name[len + 1] = 0;
	}
}

static bool is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

static void begin_attr(struct html *h, char c)
{
	h->place = IN_ATTR_NAME;
	h->attr[0] = 0;
	name_add(h->attr, c);
}

static void begin_value(struct template *t, char quote)
{
	static const char *const urls[] = {"href",     "src",	     "action", "formaction",
					   "poster",   "cite",	     "data",   "xlink:href",
					   "manifest", "background", "ping",   0};
	struct html *h = &t->html;
	if (strcmp(h->attr, "style") == 0)
		fault(t,
		      "style attributes are refused by the page's security policy; use a class or an SVG attribute");
	if (strncmp(h->attr, "on", 2) == 0)
		fault(t, "%s: scripts in attributes are refused; use a data- attribute", h->attr);
	if (strcmp(h->attr, "srcdoc") == 0)
		fault(t, "srcdoc is refused");
	h->place = IN_VALUE;
	h->quote = quote;
	h->is_url = is_one_of(h->attr, urls);
	h->is_url_begun = false;
}

static void end_tag(struct html *h)
{
	h->place = IN_TEXT;
	if (strcmp(h->name, "script") == 0 || strcmp(h->name, "style") == 0)
		h->place = IN_BODY;
	h->is_plain = strcmp(h->name, "textarea") == 0 || strcmp(h->name, "title") == 0;
}

static void follow_tag(struct template *t, char c)
{
	struct html *h = &t->html;
	if (h->place == IN_VALUE) {
		if (c == h->quote)
			h->place = IN_TAG;
		else if (!isspace((unsigned char)c))
			h->is_url_begun = true;
	} else if (h->place == BEFORE_VALUE) {
		if (c == '"' || c == '\'')
			begin_value(t, c);
		else if (!isspace((unsigned char)c)) {
			fault(t, "attribute %s has an unquoted value", h->attr);
			h->place = c == '>' ? IN_TEXT : IN_TAG;
		}
	} else if (c == '>') {
		end_tag(h);
	} else if (c == '=' && (h->place == IN_ATTR_NAME || h->place == IN_TAG)) {
		h->place = BEFORE_VALUE;
	} else if (isspace((unsigned char)c) || c == '/') {
		if (h->place == IN_TAG_NAME && c == '/' && h->name[0] == 0)
			name_add(h->name, c);
		else
			h->place = IN_TAG;
	} else if (h->place == IN_TAG) {
		begin_attr(h, c);
	} else {
		name_add(h->place == IN_TAG_NAME ? h->name : h->attr, c);
	}
}

static bool closes(const char *at, const char *name)
{
	size_t len = strlen(name);
	return at[0] == '<' && at[1] == '/' && strncmp(at + 2, name, len) == 0;
}

static size_t follow_comment(struct html *h, const char *at)
{
	if (strncmp(at, "-->", 3) != 0)
		return 1;
	h->place = IN_TEXT;
	return at[3] == '\n' ? 4 : 3;
}

static void follow_text(struct template *t, const char *at)
{
	struct html *h = &t->html;
	bool opens =
		at[0] == '<' && (isalpha((unsigned char)at[1]) || at[1] == '/' || at[1] == '!');
	if (opens && (!h->is_plain || closes(at, h->name))) {
		h->place = IN_TAG_NAME;
		h->name[0] = 0;
		h->is_plain = false;
	} else if (at[0] == '<' && at[1] == '{') {
		fault(t, "a value cannot name a tag");
	}
}

size_t follow_html(struct template *t, const char *at)
{
	struct html *h = &t->html;
	bool was_run = in_run(t);
	if (h->place == IN_COMMENT)
		return follow_comment(h, at);
	if (h->place == IN_BODY) {
		if (closes(at, h->name))
			h->place = IN_TEXT;
		else if (!isspace((unsigned char)*at))
			fault(t, "%s with a body is refused; put it into assets/", h->name);
	}
	if (h->place == IN_TEXT && !h->is_plain && strncmp(at, "<!--", 4) == 0) {
		close_run(t);
		h->place = IN_COMMENT;
		return 4;
	}
	if (h->place == IN_TEXT)
		follow_text(t, at);
	else if (h->place != IN_BODY)
		follow_tag(t, *at);
	if (was_run && in_run(t)) {
		run_char(t, *at);
		return 1;
	}
	close_run(t);
	add_char(t, *at);
	return 1;
}
