/* SPDX-License-Identifier: Apache-2.0 */
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

/* inti.css becomes ASSET_INTI_CSS: a macro of generated/assets.h, so an unknown name does not compile. */
static size_t write_asset(FILE *out, const char *name)
{
	size_t n = 0;
	fputs("\" ASSET_", out);
	for (; name[n] != '\2'; n++)
		fputc(isalnum((unsigned char)name[n]) ? toupper((unsigned char)name[n]) : '_', out);
	fputs(" \"", out);
	return n;
}

void flush_piece(struct template *t)
{
	if (t->piece_len == 0)
		return;
	fprintf(t->body, "#line %d \"%s\"\n\t{ static const char piece_%d[] = \"", t->piece_line,
		t->path, ++t->pieces);
	for (size_t i = 0; i < t->piece_len; i++) {
		unsigned char c = (unsigned char)t->piece[i];
		if (c == '\1')
			i += 1 + write_asset(t->body, t->piece + i + 1);
		else if (c == '\n')
			fputs("\\n", t->body);
		else if (c == '"' || c == '\\' || c == '?')
			fprintf(t->body, "\\%c", c);
		else
			fputc(c, t->body);
	}
	fprintf(t->body, "\"; buf_add(out, (struct str){piece_%d, sizeof piece_%d - 1}); }\n",
		t->pieces, t->pieces);
	t->piece_len = 0;
}

static void add_char(struct template *t, char c)
{
	if (t->piece_len == 0)
		t->piece_line = t->line;
	t->piece[t->piece_len++] = c;
	if (t->piece_len > sizeof t->piece - 200 && ((unsigned char)c & 0x80) == 0)
		flush_piece(t);
}

void add_asset(struct template *t, const char *name)
{
	if (strlen(name) > 100) {
		fault(t, "asset name is too long");
		return;
	}
	add_char(t, '\1');
	for (; *name; name++)
		t->piece[t->piece_len++] = *name;
	t->piece[t->piece_len++] = '\2';
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

size_t follow_html(struct template *t, const char *at)
{
	struct html *h = &t->html;
	if (h->place == IN_COMMENT) {
		if (strncmp(at, "-->", 3) != 0)
			return 1;
		h->place = IN_TEXT;
		return at[3] == '\n' ? 4 : 3;
	}
	if (h->place == IN_BODY) {
		if (closes(at, h->name))
			h->place = IN_TEXT;
		else if (!isspace((unsigned char)*at))
			fault(t, "%s with a body is refused; put it into assets/", h->name);
	}
	if (h->place == IN_TEXT) {
		if (!h->is_plain && strncmp(at, "<!--", 4) == 0) {
			h->place = IN_COMMENT;
			return 4;
		}
		bool opens = at[0] == '<' &&
			     (isalpha((unsigned char)at[1]) || at[1] == '/' || at[1] == '!');
		if (opens && (!h->is_plain || closes(at, h->name))) {
			h->place = IN_TAG_NAME;
			h->name[0] = 0;
			h->is_plain = false;
		} else if (at[0] == '<' && at[1] == '{') {
			fault(t, "a value cannot name a tag");
		}
	} else if (h->place != IN_BODY) {
		follow_tag(t, *at);
	}
	add_char(t, *at);
	return 1;
}
