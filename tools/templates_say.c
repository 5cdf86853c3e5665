/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of text in a template: each becomes constant text in every language, so that a page costs
   nothing more in any. */
#include "templates_html.h"

#include "base/cite.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *entity, *character;
} entities[] = {{"&amp;", "&"},	  {"&lt;", "<"},	{"&gt;", ">"},
		{"&quot;", "\""}, {"&nbsp;", "\u00a0"}, {"&middot;", "·"}};
#define ENTITIES (sizeof entities / sizeof entities[0])
#define ENTITIES_WRITTEN 4 /* the first ones stand for characters HTML would read */

bool in_run(const struct template *t)
{
	static const char *const read_by_people[] = {"title",
						     "alt",
						     "placeholder",
						     "data-label",
						     "label",
						     "aria-label",
						     "aria-description",
						     "data-say",
						     "data-confirm",
						     0};
	const struct html *h = &t->html;

	if (h->place != IN_VALUE)
		return h->place == IN_TEXT;
	for (const char *const *name = read_by_people; *name; name++)
		if (strcmp(h->attr, *name) == 0)
			return true;
	return false;
}

bool takes_markup(const struct template *t)
{
	return t->html.place == IN_TEXT && !t->html.is_plain && strcmp(t->html.name, "option") != 0;
}

void run_char(struct template *t, char c)
{
	struct run *run = &t->run;

	if (run->len + 1 >= sizeof run->text) {
		fault(t, "a run of text is too long");
		run->len = 0;
	}
	if (run->len == 0) {
		run->line = t->line;
		run->takes_markup = takes_markup(t);
	}
	run->text[run->len++] = c;
}

void run_value(struct template *t, const char *expr, const char *code)
{
	struct run *run = &t->run;

	if (run->value_count == RUN_VALUES)
		close_run(t);
	run->expr[run->value_count] = strdup(expr);
	run->code[run->value_count] = strdup(code);
	if (!run->expr[run->value_count] || !run->code[run->value_count])
		abort();
	run->value_count++;
	run_char(t, '\3');
}

/* "&amp;" -> "&": the key is what people read. Returns how many bytes of text were used. */
static size_t decode(const char *at, size_t left, FILE *out)
{
	for (size_t i = 0; i < ENTITIES; i++) {
		size_t len = strlen(entities[i].entity);
		if (len <= left && memcmp(at, entities[i].entity, len) == 0) {
			fputs(entities[i].character, out);
			return len;
		}
	}
	fputc(*at, out);
	return 1;
}

/* The sentence as the tables have it: blanks drawn together, values as {1} {2}. The caller frees
   it. */
static char *key_of(const char *text, size_t len)
{
	char *key = NULL;
	size_t key_len = 0;
	int values = 0;
	FILE *out = open_memstream(&key, &key_len);

	if (!out)
		abort();
	for (size_t i = 0; i < len;) {
		if (text[i] == '\3') {
			fprintf(out, "{%d}", ++values);
			i++;
		} else if (isspace((unsigned char)text[i])) {
			fputc(' ', out);
			while (i < len && isspace((unsigned char)text[i]))
				i++;
		} else {
			i += decode(text + i, len - i, out);
		}
	}
	fclose(out);
	return key;
}

static bool has_letters(const char *key)
{
	for (; *key; key++)
		if (isalpha((unsigned char)*key))
			return true;
	return false;
}

static void add_escaped(struct template *t, enum bahasa bahasa, const char *at, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *entity = NULL;
		for (size_t e = 0; e < ENTITIES_WRITTEN; e++)
			if (at[i] == entities[e].character[0])
				entity = entities[e].entity;
		if (entity)
			add_text(t, bahasa, entity, strlen(entity));
		else
			add_text(t, bahasa, at + i, 1);
	}
}

/* What stays Indonesian in a translation says so to a voice that reads it. */
static void add_encoded(struct template *t, enum bahasa bahasa, const char *at, size_t len)
{
	size_t from, count;

	while (t->run.takes_markup && cite_find(at, len, true, &from, &count)) {
		add_escaped(t, bahasa, at, from);
		add_text(t, bahasa, CITE_BEGIN, sizeof CITE_BEGIN - 1);
		add_escaped(t, bahasa, at + from, count);
		add_text(t, bahasa, CITE_END, sizeof CITE_END - 1);
		at += from + count;
		len -= from + count;
	}
	add_escaped(t, bahasa, at, len);
}

/* A stretch of a translation between two values; "[page|pages]" goes by the value before it. */
static void add_stretch(struct template *t, enum bahasa bahasa, const char *at, size_t len,
			int value)
{
	const char *end = at + len;

	for (const char *open; (open = memchr(at, '[', (size_t)(end - at)));) {
		const char *bar = memchr(open, '|', (size_t)(end - open));
		const char *close = bar ? memchr(bar, ']', (size_t)(end - bar)) : NULL;
		if (!close)
			break;
		add_encoded(t, bahasa, at, (size_t)(open - at));
		if (value < 0) {
			fault(t, "a choice [one|many] needs a value before it");
			return;
		}
		write_code(t, "if (bahasa == %d) html_choice(out, %s, \"%.*s\", \"%.*s\");",
			   (int)bahasa, t->run.expr[value], (int)(bar - open - 1), open + 1,
			   (int)(close - bar - 1), bar + 1);
		at = close + 1;
	}
	add_encoded(t, bahasa, at, (size_t)(end - at));
}

/* The Indonesian text as it is written, with the stretches of the translations beside its own. */
static void write_run(struct template *t, const char *text, size_t len, struct saying_row *row)
{
	const char *said[BAHASA_COUNT] = {0}, *end = text + len;

	for (int i = 0; row && i < BAHASA_COUNT; i++)
		said[i] = row->said[i];
	for (int value = 0;; value++) {
		const char *stop = memchr(text, '\3', (size_t)(end - text));
		size_t stretch = (size_t)((stop ? stop : end) - text);
		add_text(t, BAHASA_ID, text, stretch);
		for (int i = 1; i < BAHASA_COUNT; i++) {
			if (!row) {
				add_text(t, (enum bahasa)i, text, stretch);
				continue;
			}
			const char *slot = stop ? strstr(said[i], "{") : said[i] + strlen(said[i]);
			add_stretch(t, (enum bahasa)i, said[i], (size_t)(slot - said[i]),
				    value - 1);
			said[i] = stop ? slot + strlen("{1}") : slot;
		}
		if (!stop)
			return;
		write_code(t, "%s", t->run.code[value]);
		text = stop + 1;
	}
}

/* Blanks around a run belong to the page and not to the sentence. */
void close_run(struct template *t)
{
	struct run *run = &t->run;
	size_t from = 0, to = run->len;
	int line = t->line;

	if (run->len == 0)
		return;
	while (from < to && isspace((unsigned char)run->text[from]))
		from++;
	while (to > from && isspace((unsigned char)run->text[to - 1]))
		to--;
	char *key = key_of(run->text + from, to - from);
	bool is_sentence = has_letters(key);
	t->line = run->line;
	if (is_sentence && t->is_listing)
		printf("%s:%d\t%s\n", t->path, t->line, key);
	for (size_t i = 0; i < from; i++)
		add_char(t, run->text[i]);
	write_run(t, run->text + from, to - from,
		  is_sentence ? sayings_find(t->sayings, key) : NULL);
	for (size_t i = to; i < run->len; i++)
		add_char(t, run->text[i]);
	t->line = line;
	free(key);
	for (int i = 0; i < run->value_count; i++) {
		free(run->expr[i]);
		free(run->code[i]);
	}
	run->len = 0;
	run->value_count = 0;
}

/* ---- sentences in expressions ---- */

static void print_said(void *arg, int line, const char *sentence)
{
	const struct template *t = arg;

	(void)line;
	printf("%s:%d\t%s\n", t->path, t->line, sentence);
}

/* The text of a literal "…" at its first quote; *len is what it takes in the expression. */
static char *literal_text(const char *at, size_t *len)
{
	char *text = malloc(strlen(at) + 1), *to = text;
	const char *from = at + 1;

	if (!text)
		abort();
	for (; *from && *from != '"'; from++) {
		if (*from == '\\' && from[1])
			from++;
		*to++ = *from;
	}
	*to = 0;
	*len = (size_t)(from - at) + 1;
	return text;
}

static void declare_said(struct template *t, const char *sentence)
{
	const struct saying_row *row = sayings_find(t->sayings, sentence);

	fprintf(t->said, "static const struct str %s_said_%d[] = {", t->name, ++t->said_count);
	for (int i = 0; i < BAHASA_COUNT; i++) {
		const char *said = row ? row->said[i] : sentence;
		fputs(i ? ", {" : "{", t->said);
		write_literal(t->said, said, strlen(said));
		fprintf(t->said, ", %zu}", strlen(said));
	}
	fputs("};\n", t->said);
}

char *said_expression(struct template *t, const char *expr)
{
	char *whole = NULL;
	size_t whole_len = 0;
	FILE *out = open_memstream(&whole, &whole_len);

	if (!out)
		abort();
	if (t->is_listing) {
		struct scan scan = {.path = t->path, .found = print_said, .arg = t};
		scan_begin(&scan);
		scan_code(&scan, expr);
		free(scan.says);
	}
	for (const char *say; (say = strstr(expr, "SAY(\""));) {
		size_t len;
		char *sentence = literal_text(say + 4, &len);
		declare_said(t, sentence);
		fprintf(out, "%.*s%s_said_%d[bahasa]", (int)(say - expr), expr, t->name,
			t->said_count);
		free(sentence);
		expr = say + 4 + len;
		if (*expr == ')')
			expr++;
		else
			fault(t, "write SAY(\"sentence\")");
	}
	fputs(expr, out);
	fclose(out);
	return whole;
}
