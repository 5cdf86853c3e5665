/* SPDX-License-Identifier: Apache-2.0 */
/* Turns named SQL blocks into C, and refuses what the house does not allow in SQL.
     sql_blocks OUT.h OUT.c FILE.sql...
     sql_blocks --migrations OUT.c FILE.sql...
   A block begins with  -- :name skp_load :one [:shared] [:quiet] [:sqlite|:postgres]  and ends at the
   next one. */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BLOCKS_MAX 4096
#define NAME_MAX_LEN 80
#define PARAMS_MAX 64

enum engine { ENGINE_BOTH, ENGINE_SQLITE, ENGINE_POSTGRES };

struct text {
	char *at;
	size_t len, cap;
};

struct block {
	char name[NAME_MAX_LEN];
	char kind[NAME_MAX_LEN];
	bool is_shared;
	enum engine engine;
	const char *file;
	int line; /* of the header */
	struct text
		sql; /* as written, without comments and the last semicolon; line breaks are kept */
	int param_count;
	bool is_quiet;
	unsigned changes; /* a bit per enum store_part */
	struct block *twin; /* the postgres text of a sqlite block */
	bool is_twin;
};

static struct block blocks[BLOCKS_MAX];
static int block_count;

__attribute__((noreturn, format(printf, 3, 4))) static void refuse(const char *file, int line,
								   const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s:%d: ", file, line);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static void *must_have(void *memory)
{
	if (!memory) {
		fprintf(stderr, "sql_blocks: out of memory\n");
		exit(1);
	}
	return memory;
}

static void text_add(struct text *text, char c)
{
	if (text->len + 1 >= text->cap) {
		text->cap = text->cap ? text->cap * 2 : 256;
		text->at = must_have(realloc(text->at, text->cap));
	}
	text->at[text->len++] = c;
	text->at[text->len] = '\0';
}

static char *read_file(const char *path)
{
	FILE *in = fopen(path, "r");
	struct text text = {0};
	int c;

	if (!in)
		refuse(path, 1, "cannot be read");
	text_add(&text, '\n');
	text.len = 0;
	text.at[0] = '\0';
	while ((c = fgetc(in)) != EOF)
		text_add(&text, (char)c);
	if (ferror(in))
		refuse(path, 1, "cannot be read");
	fclose(in);
	return text.at;
}

/* ---- Reading blocks ---- */

static bool word_next(const char **at, char *word, size_t room)
{
	size_t len = 0;

	while (**at == ' ' || **at == '\t')
		++*at;
	while (**at && !isspace((unsigned char)**at) && len + 1 < room)
		word[len++] = *(*at)++;
	word[len] = '\0';
	return len > 0;
}

static bool name_is_good(const char *name)
{
	if (!islower((unsigned char)name[0]))
		return false;
	for (; *name; name++)
		if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) &&
		    *name != '_')
			return false;
	return true;
}

static void header_flag(struct block *block, const char *word)
{
	if (!strcmp(word, ":rows") || !strcmp(word, ":one") || !strcmp(word, ":changed")) {
		if (block->kind[0])
			refuse(block->file, block->line, "%s: a block has one kind", block->name);
		snprintf(block->kind, sizeof(block->kind), "%s", word + 1);
	} else if (!strcmp(word, ":shared")) {
		block->is_shared = true;
	} else if (!strcmp(word, ":quiet")) {
		block->is_quiet = true;
	} else if (!strcmp(word, ":sqlite")) {
		block->engine = ENGINE_SQLITE;
	} else if (!strcmp(word, ":postgres")) {
		block->engine = ENGINE_POSTGRES;
	} else {
		refuse(block->file, block->line, "%s: unknown mark %s", block->name, word);
	}
}

static struct block *header_read(const char *file, int line, const char *at)
{
	struct block *block = &blocks[block_count];
	char word[NAME_MAX_LEN];

	if (block_count++ == BLOCKS_MAX)
		refuse(file, line, "more than %d blocks", BLOCKS_MAX);
	block->file = file;
	block->line = line;
	if (!word_next(&at, block->name, sizeof(block->name)) || !name_is_good(block->name))
		refuse(file, line, "a block needs a name of a-z, 0-9 and _");
	while (word_next(&at, word, sizeof(word)) && word[0] == ':')
		header_flag(block, word);
	if (!block->kind[0])
		refuse(file, line, "%s: say :rows, :one or :changed", block->name);
	return block;
}

/* Copies one line into the block without its comment; *quoted tells whether we stand inside '…'. */
static void line_add(struct block *block, const char *from, const char *to, bool *quoted)
{
	for (const char *at = from; at < to; at++) {
		if (*at == '\'')
			*quoted = !*quoted;
		if (!*quoted && at[0] == '-' && at + 1 < to && at[1] == '-')
			break;
		text_add(&block->sql, *at);
	}
	text_add(&block->sql, '\n');
}

static void file_read(const char *file)
{
	const char *at = read_file(file);
	struct block *block = NULL;
	bool quoted = false;

	for (int line = 1; *at; line++) {
		const char *end = at + strcspn(at, "\n");
		if (!strncmp(at, "-- :name", 8)) {
			block = header_read(file, line, at + 8);
			quoted = false;
		} else if (block) {
			line_add(block, at, end, &quoted);
		} else if (strncmp(at, "--", 2) != 0 && end > at) {
			refuse(file, line, "SQL before the first -- :name");
		}
		at = *end ? end + 1 : end;
	}
}

/* ---- What is refused ---- */

/* Line in the file of a place in the block's text. */
static int line_at(const struct block *block, const char *at)
{
	int line = block->line + 1;

	for (const char *p = block->sql.at; p < at; p++)
		if (*p == '\n')
			line++;
	return line;
}

static bool is_word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Copy with everything inside '…' blanked, so that checks look at SQL only. */
static char *without_quotes(const struct block *block)
{
	char *plain = must_have(strdup(block->sql.at));
	bool quoted = false;

	for (char *at = plain; *at; at++) {
		if (*at == '\'')
			quoted = !quoted;
		else if (quoted && *at != '\n')
			*at = ' ';
	}
	if (quoted)
		refuse(block->file, block->line, "%s: a quote is not closed", block->name);
	return plain;
}

static const char *find_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = text; *at; at++)
		if ((at == text || !is_word_char(at[-1])) && !strncasecmp(at, word, len) &&
		    !is_word_char(at[len]))
			return at;
	return NULL;
}

static void check_end(struct block *block)
{
	struct text *sql = &block->sql;

	while (sql->len > 0 &&
	       (isspace((unsigned char)sql->at[sql->len - 1]) || sql->at[sql->len - 1] == ';'))
		sql->at[--sql->len] = '\0';
	if (sql->len == 0)
		refuse(block->file, block->line, "%s: no SQL follows", block->name);
}

static void check_star(const struct block *block, const char *plain)
{
	static const char *const before[] = {"SELECT", "RETURNING", "DISTINCT", "ALL"};

	for (const char *at = strchr(plain, '*'); at; at = strchr(at + 1, '*')) {
		const char *p = at;
		while (p > plain && isspace((unsigned char)p[-1]))
			p--;
		bool is_bad = p > plain && (p[-1] == '.' || p[-1] == ',');
		for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
			size_t len = strlen(before[i]);
			if ((size_t)(p - plain) >= len && !strncasecmp(p - len, before[i], len))
				is_bad = true;
		}
		if (is_bad)
			refuse(block->file, line_at(block, block->sql.at + (at - plain)),
			       "%s: name the columns instead of *", block->name);
	}
}

/* Parameters are $1…$n without gaps; SQL is never put together from pieces. */
static void check_params(struct block *block, const char *plain)
{
	bool is_used[PARAMS_MAX + 1] = {false};

	for (const char *at = plain; *at; at++) {
		int line = line_at(block, block->sql.at + (at - plain));
		if (strchr("?{}@`\\\"", *at))
			refuse(block->file, line,
			       "%s: '%c' has no place in a block; bind values as $n", block->name,
			       *at);
		if (*at == '%' && (at[1] == 's' || at[1] == 'd'))
			refuse(block->file, line,
			       "%s: SQL is not put together from pieces; bind $n", block->name);
		if (*at == ';')
			refuse(block->file, line, "%s: one statement a block", block->name);
		if (*at == ':' && at[1] != ':' && (at == plain || at[-1] != ':'))
			refuse(block->file, line, "%s: parameters are $n", block->name);
		if (at[0] == ':' && at[1] == ':' && block->engine != ENGINE_POSTGRES)
			refuse(block->file, line,
			       "%s: write CAST(… AS …), SQLite has no ::", block->name);
		if (*at != '$')
			continue;
		long n = strtol(at + 1, NULL, 10);
		if (n < 1 || n > PARAMS_MAX)
			refuse(block->file, line, "%s: parameters run from $1 to $%d", block->name,
			       PARAMS_MAX);
		is_used[n] = true;
		if (n > block->param_count)
			block->param_count = (int)n;
	}
	for (int n = 1; n <= block->param_count; n++)
		if (!is_used[n])
			refuse(block->file, block->line, "%s: $%d is not used, but $%d is",
			       block->name, n, block->param_count);
}

static void check_words(const struct block *block, const char *plain)
{
	static const char *const banned[] = {"ILIKE",	     "NOW",	     "CURRENT_TIMESTAMP",
					     "CURRENT_DATE", "CURRENT_TIME", "DATETIME",
					     "STRFTIME",     "JULIANDAY",    "UNIXEPOCH",
					     "DATE_TRUNC",   "EXTRACT",	     "RANDOM",
					     "PRAGMA",	     "ATTACH",	     "DROP",
					     "ALTER",	     "CREATE",	     "TRUNCATE",
					     "BEGIN",	     "COMMIT",	     "ROLLBACK",
					     "SAVEPOINT"};

	for (size_t i = 0; i < sizeof(banned) / sizeof(banned[0]); i++) {
		const char *at = find_word(plain, banned[i]);
		if (at)
			refuse(block->file, line_at(block, block->sql.at + (at - plain)),
			       "%s: %s has no place in a block", block->name, banned[i]);
	}
}

static void check_agency(const struct block *block, const char *plain)
{
	if (block->is_shared)
		return;
	if (!find_word(plain, "instansi_id"))
		refuse(block->file, block->line,
		       "%s: does not name instansi_id (or mark it :shared)", block->name);
	const char *at = plain;
	while ((at = strstr(at, "$1")) && isdigit((unsigned char)at[2]))
		at += 2;
	if (!at)
		refuse(block->file, block->line, "%s: $1 must be its instansi_id", block->name);
}

static void check_kind(const struct block *block, const char *plain)
{
	const char *at = plain + strspn(plain, " \t\n");
	bool is_select = find_word(at, "SELECT") == at;

	if (!strcmp(block->kind, "changed") && (is_select || find_word(plain, "RETURNING")))
		refuse(block->file, block->line, "%s: gives rows, so it is :rows or :one",
		       block->name);
}

/* Who stands behind a session is remembered for seconds, and a change to these tables ends that; :quiet on a block
   says that it changes nobody's standing. */
static bool writes_to(const char *plain, const char *table)
{
	static const char *const verbs[] = {"INTO", "UPDATE", "DELETE FROM"};

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		for (const char *at = plain; (at = find_word(at, verbs[i])) != NULL;) {
			at += strlen(verbs[i]);
			at += strspn(at, " \t\n");
			if (find_word(at, table) == at)
				return true;
		}
	return false;
}

/* The parts of enum store_part (db/store.h), in its order. */
static unsigned parts_changed(const char *plain)
{
	static const char *const tables[][8] = {
		{"instansi", "unit", "jabatan", "pegawai", "akun", "akun_peran", "sesi", NULL},
		{"tahun_kinerja", "periode", "hari_libur", NULL},
	};
	unsigned parts = 0;

	for (unsigned part = 0; part < sizeof(tables) / sizeof(tables[0]); part++)
		for (int i = 0; tables[part][i]; i++)
			if (writes_to(plain, tables[part][i]))
				parts |= 1U << part;
	return parts;
}

static void block_check(struct block *block)
{
	check_end(block);
	char *plain = without_quotes(block);
	check_star(block, plain);
	check_params(block, plain);
	check_words(block, plain);
	check_agency(block, plain);
	check_kind(block, plain);
	block->changes = block->is_quiet ? 0 : parts_changed(plain);
	free(plain);
}

static void pair(struct block *a, struct block *b)
{
	if (a->engine == b->engine || a->engine == ENGINE_BOTH || b->engine == ENGINE_BOTH)
		refuse(b->file, b->line, "%s: already at %s:%d", b->name, a->file, a->line);
	if (strcmp(a->kind, b->kind) != 0 || a->is_shared != b->is_shared ||
	    a->param_count != b->param_count)
		refuse(b->file, b->line, "%s: its twin has another kind or other parameters",
		       b->name);
	struct block *first = a->engine == ENGINE_SQLITE ? a : b;
	struct block *second = a->engine == ENGINE_SQLITE ? b : a;
	first->twin = second;
	second->is_twin = true;
}

static void blocks_pair(void)
{
	for (int i = 0; i < block_count; i++)
		for (int j = i + 1; j < block_count; j++)
			if (!strcmp(blocks[i].name, blocks[j].name))
				pair(&blocks[i], &blocks[j]);
	for (int i = 0; i < block_count; i++)
		if (blocks[i].engine != ENGINE_BOTH && !blocks[i].twin && !blocks[i].is_twin)
			refuse(blocks[i].file, blocks[i].line,
			       "%s: the twin for the other engine is missing", blocks[i].name);
}

/* ---- Writing C ---- */

static FILE *out_open(const char *path)
{
	FILE *out = fopen(path, "w");

	if (!out)
		refuse(path, 1, "cannot be written");
	fprintf(out, "/* Made by tools/sql_blocks; change the .sql files instead. */\n");
	return out;
}

static void out_close(FILE *out, const char *path)
{
	bool is_bad = ferror(out) != 0;

	if (fclose(out) != 0 || is_bad)
		refuse(path, 1, "cannot be written");
}

static void put_literal(FILE *out, const char *text)
{
	fputs("\t\"", out);
	for (; *text; text++) {
		if (*text == '\n') {
			fputs(text[1] ? "\\n\"\n\t\"" : "\\n", out);
			continue;
		}
		if (*text == '"' || *text == '\\')
			fputc('\\', out);
		if (*text != '\r')
			fputc(*text, out);
	}
	fputc('"', out);
}

static void put_macro_name(FILE *out, const char *name)
{
	fputs("SQL_", out);
	for (; *name; name++)
		fputc(toupper((unsigned char)*name), out);
}

static void put_block(FILE *out, const struct block *block, int number)
{
	const struct block *postgres = block->twin ? block->twin : block;

	fputs("const struct sql_block ", out);
	put_macro_name(out, block->name);
	fprintf(out, " = {\n\t\"%s\",\n#line %d \"%s\"\n", block->name, block->line + 1,
		block->file);
	put_literal(out, block->sql.at);
	fprintf(out, ",\n#line %d \"%s\"\n", postgres->line + 1, postgres->file);
	put_literal(out, postgres->sql.at);
	fprintf(out, ",\n\t%s, %d, %d, %u};\n", block->is_shared ? "true" : "false", number,
		block->param_count, block->changes);
}

static void write_header(const char *path)
{
	FILE *out = out_open(path);

	fputs("#ifndef ABDI_GENERATED_SQL_BLOCKS_H\n#define ABDI_GENERATED_SQL_BLOCKS_H\n#include "
	      "\"db/query.h\"\n\n"
	      "extern const struct sql_block *const SQL_BLOCKS[];\nextern const int "
	      "SQL_BLOCK_COUNT;\n\n",
	      out);
	for (int i = 0; i < block_count; i++) {
		if (blocks[i].is_twin)
			continue;
		fprintf(out, "/* %s:%d */\nextern const struct sql_block ", blocks[i].file,
			blocks[i].line);
		put_macro_name(out, blocks[i].name);
		fputs(";\n", out);
	}
	fputs("\n#endif\n", out);
	out_close(out, path);
}

static void write_source(const char *path)
{
	FILE *out = out_open(path);
	int number = 0;

	fputs("#include \"generated/sql_blocks.h\"\n\n", out);
	for (int i = 0; i < block_count; i++)
		if (!blocks[i].is_twin)
			put_block(out, &blocks[i], number++);
	fputs("\nconst struct sql_block *const SQL_BLOCKS[] = {\n", out);
	for (int i = 0; i < block_count; i++) {
		if (blocks[i].is_twin)
			continue;
		fputs("\t&", out);
		put_macro_name(out, blocks[i].name);
		fputs(",\n", out);
	}
	fprintf(out, "\tNULL,\n};\nconst int SQL_BLOCK_COUNT = %d;\n", number);
	out_close(out, path);
}

/* ---- Migrations ---- */

static void write_migrations(const char *path, char **files, int count)
{
	FILE *out = out_open(path);

	fputs("#include \"db/migrate.h\"\n\nconst struct migration MIGRATIONS[] = {\n", out);
	for (int i = 0; i < count; i++) {
		const char *name = strrchr(files[i], '/');
		name = name ? name + 1 : files[i];
		if (strspn(name, "0123456789") != 4)
			refuse(files[i], 1, "a migration's name begins with four digits");
		fprintf(out, "\t{\"%.*s\",\n", (int)strcspn(name, "."), name);
		char *text = read_file(files[i]);
		put_literal(out, text);
		free(text);
		fputs("},\n", out);
	}
	fprintf(out, "\t{NULL, NULL},\n};\nconst int MIGRATION_COUNT = %d;\n", count);
	out_close(out, path);
}

int main(int argc, char **argv)
{
	if (argc >= 4 && !strcmp(argv[1], "--migrations")) {
		write_migrations(argv[2], argv + 3, argc - 3);
		return 0;
	}
	if (argc < 4) {
		fprintf(stderr, "usage: sql_blocks OUT.h OUT.c FILE.sql...\n       sql_blocks "
				"--migrations OUT.c FILE.sql...\n");
		return 2;
	}
	for (int i = 3; i < argc; i++)
		file_read(argv[i]);
	for (int i = 0; i < block_count; i++)
		block_check(&blocks[i]);
	blocks_pair();
	write_header(argv[1]);
	write_source(argv[2]);
	return 0;
}
