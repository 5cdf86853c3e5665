/* SPDX-License-Identifier: Apache-2.0 */
/* Writes C: for each room its blocks and a function for each that speaks by names, and one table of
   all blocks. A file whose content stays the same is left alone, so that what rests on it is not
   built again. */
#include "sql_blocks.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct text out;

__attribute__((format(printf, 1, 2))) static void put(const char *fmt, ...)
{
	char line[2048];
	va_list args;

	va_start(args, fmt);
	int len = vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	if (len < 0 || (size_t)len >= sizeof(line))
		refuse("sql_blocks", 1, "a line is too long");
	text_put(&out, line);
}

static bool is_written(const char *path)
{
	FILE *in = fopen(path, "r");
	bool is_same = in != NULL;

	for (size_t i = 0; is_same && i < out.len; i++)
		is_same = fgetc(in) == (unsigned char)out.at[i];
	is_same = is_same && fgetc(in) == EOF;
	if (in)
		fclose(in);
	return is_same;
}

static void save(const char *path)
{
	if (!is_written(path)) {
		FILE *file = fopen(path, "w");
		if (!file || fwrite(out.at, 1, out.len, file) != out.len || fclose(file) != 0)
			refuse(path, 1, "cannot be written");
	}
	out.len = 0;
}

static void save_in(const char *folder, const char *name, const char *ending)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s%s", folder, name, ending);
	save(path);
}

static const char *upper(const char *name)
{
	static char text[NAME_MAX_LEN];
	size_t i = 0;

	for (; name[i]; i++)
		text[i] = (char)toupper((unsigned char)name[i]);
	text[i] = '\0';
	return text;
}

static void put_literal(const char *text)
{
	text_put(&out, "\t\"");
	for (; *text; text++) {
		if (*text == '\n') {
			text_put(&out, text[1] ? "\\n\"\n\t\"" : "\\n");
			continue;
		}
		if (*text == '"' || *text == '\\')
			text_add(&out, '\\');
		if (*text != '\r')
			text_add(&out, *text);
	}
	text_add(&out, '"');
}

/* ---- Types ---- */

struct type {
	const char *name, *in, *result;
};

/* How a value of a type is handed over, and what a single one is read into. */
static const struct type types[] = {
	{"id", "const struct id *", "struct id"}, {"int", "int ", "int"},
	{"int64", "int64_t ", "int64_t"},	  {"bool", "bool ", "bool"},
	{"text", "struct str ", "struct str"},	  {"bytes", "struct str ", "struct str"},
	{"date", "struct date ", "struct date"},
};

/* "text?" is the type text, and NULL when empty. */
static const struct type *type_of(const char *word)
{
	size_t len = strcspn(word, "?");

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strlen(types[i].name) == len && !strncmp(types[i].name, word, len))
			return &types[i];
	return NULL;
}

static const char *last_part(const char *word)
{
	const char *part = word;

	for (const char *at = strstr(word, "__"); at; at = strstr(at + 2, "__"))
		part = at + 2;
	return part;
}

/* "luar__nama" is the member luar.nama. */
static const char *member_of(const char *word)
{
	static char text[NAME_MAX_LEN];
	char *to = text;

	for (; *word; word++) {
		bool is_dot = word[0] == '_' && word[1] == '_';
		*to++ = is_dot ? '.' : *word;
		word += is_dot;
	}
	*to = '\0';
	return text;
}

static const char *enum_of(const struct block *block, const struct name *name)
{
	const struct head *head = head_of(block->file, "enum", name->word);

	if (!head)
		head = head_of(block->file, "enum", last_part(name->word));
	if (name->type[0])
		return type_of(name->type) ? NULL : name->type;
	return head ? head->type : NULL;
}

static bool is_bytes(const struct block *block, const struct name *name)
{
	return name->type[0] ? !strncmp(name->type, "bytes", 5)
			     : head_of(block->file, "bytes", last_part(name->word)) != NULL;
}

/* ---- Reading a row ---- */

static bool has_rows(const struct block *block)
{
	return block->kind == KIND_ONE || block->kind == KIND_ROWS || block->kind == KIND_EACH;
}

static void put_row_type(const struct block *block)
{
	const struct type *type = type_of(block->result);

	if (type)
		put("%s", type->result);
	else
		put("struct %s", block->result);
}

static void put_column(const struct block *block, int n)
{
	const struct name *column = &block->columns.at[n];
	bool is_single = type_of(block->result) != NULL;
	const char *bytes =
		is_bytes(block, column) || !strcmp(block->result, "bytes") ? "_BYTES" : "";
	const char *list = is_single ? NULL : enum_of(block, column);

	if (column->word[0] == '_') /* only there for the order */
		return;
	put("#line %d \"%s\"\n", column->line, block->file->path);
	if (column->has[0] == '?')
		refuse(block->file->path, column->line,
		       "%s: say which member tells that %s is there", block->name, column->word);
	if (column->has[0])
		put("\trow->%s = !query_is_null(q, %d);\n", member_of(column->has), n);
	if (is_single)
		put("\tCOLUMN%s(q, %d, mem, row);\n", bytes, n);
	else if (list)
		put("\tCOLUMN_ENUM(q, %d, %s_parse, &row->%s);\n", n, list,
		    member_of(column->word));
	else
		put("\tCOLUMN%s(q, %d, mem, &row->%s);\n", bytes, n, member_of(column->word));
}

static void put_reader(const struct block *block)
{
	if (type_of(block->result) && block->columns.count != 1)
		refuse(block->file->path, block->line, "%s: a single value has one column",
		       block->name);
	put("static void read_%s(struct query *q, struct arena *mem, ", block->name);
	put_row_type(block);
	put(" *row)\n{\n\t(void)mem;\n");
	for (int n = 0; n < block->columns.count; n++)
		put_column(block, n);
	put("}\n");
}

/* ---- Binding ---- */

static bool takes_record(const struct block *block)
{
	return !has_rows(block) && block->result[0];
}

static void put_args(const struct block *block)
{
	if (takes_record(block))
		put(", const struct %s *row", block->result);
	for (int i = 0; i < block->args.count; i++) {
		const struct name *arg = &block->args.at[i];
		const struct type *type = type_of(arg->type);
		if (type)
			put(", %s%s", type->in, arg->word);
		else
			put(", enum %.*s %s", (int)strcspn(arg->type, "?"), arg->type, arg->word);
	}
}

static void put_value(const struct name *param)
{
	put("%s%s", param->type[0] ? "" : "row->", member_of(param->word));
}

static void put_param(const struct block *block, int i)
{
	const struct name *param = &block->params.at[i];
	const char *list = enum_of(block, param);
	bool is_maybe = !strcmp(param->has, "?") || strchr(param->type, '?');
	int n = i + (block->is_shared ? 1 : 2);

	put("#line %d \"%s\"\n", param->line, block->file->path);
	if (param->has[0] && strcmp(param->has, "?") != 0)
		put("\tif (!row->%s)\n\t\tquery_null(q, %d);\n\telse\n\t", member_of(param->has),
		    n);
	if (list)
		put("\tquery_text(q, %d, %s_key(", n, list);
	else
		put("\tPARAM%s%s(q, %d, ", is_bytes(block, param) ? "_BYTES" : "",
		    is_maybe ? "_MAYBE" : "", n);
	put_value(param);
	put("%s;\n", list ? "))" : ")");
}

static void put_open(const struct block *block, bool is_each)
{
	put("\t%sstruct query *q = query_open(job->db, &SQL_%s);\n",
	    is_each ? "" : "CLEANUP(query_close) ", upper(block->name));
	for (int i = 0; i < block->params.count; i++)
		put_param(block, i);
	put("#line %d \"%s\"\n", block->line, block->file->path);
}

/* ---- The functions ---- */

static void put_head(const struct block *block)
{
	put("%ssql_%s(const struct job *job",
	    block->kind == KIND_EACH ? "struct query *" : "enum err ", block->name);
	put_args(block);
	if (block->kind == KIND_ONE || block->kind == KIND_ROWS) {
		put(", ");
		put_row_type(block);
		put(block->kind == KIND_ONE ? " *row" : " **rows, int *count");
	} else if (block->kind == KIND_FOUND) {
		put(", bool *is_found");
	} else if (block->kind == KIND_COUNTED) {
		put(", int64_t *changed");
	}
	put(")");
}

static void put_next_head(const struct block *block)
{
	put("bool sql_%s_next(struct query *q, struct arena *mem, ", block->name);
	put_row_type(block);
	put(" *row)");
}

static void put_one(const struct block *block)
{
	put("\tif (!query_next(q))\n\t\treturn query_missing(q);\n");
	put("\tread_%s(q, job->mem, row);\n\treturn query_error(q);\n", block->name);
}

static void put_rows(const struct block *block)
{
	put("\t*rows = NULL;\n\t*count = 0;\n\twhile (query_next(q)) {\n");
	put("\t\t*rows = arena_grow(job->mem, *rows, *count, sizeof **rows);\n\t\t(*rows)[*count] = (");
	put_row_type(block);
	put("){0};\n\t\tread_%s(q, job->mem, &(*rows)[(*count)++]);\n\t}\n\treturn query_error(q);\n",
	    block->name);
}

static void put_body(const struct block *block)
{
	switch (block->kind) {
	case KIND_ONE: put_one(block); return;
	case KIND_ROWS: put_rows(block); return;
	case KIND_EACH: put("\treturn q;\n"); return;
	case KIND_FOUND: put("\t*is_found = query_next(q);\n\treturn query_error(q);\n"); return;
	case KIND_CHANGED:
		put("\treturn query_run%s;\n", block->is_later ? "_later(q)" : "(q, NULL)");
		return;
	case KIND_COUNTED: put("\treturn query_run(q, changed);\n"); return;
	case KIND_SAVED: put("\treturn query_run_one(q);\n"); return;
	case KIND_NONE: return;
	}
}

static void put_function(const struct block *block)
{
	if (has_rows(block))
		put_reader(block);
	put_head(block);
	put("\n{\n");
	put_open(block, block->kind == KIND_EACH);
	put_body(block);
	put("}\n");
	if (block->kind != KIND_EACH)
		return;
	put_next_head(block);
	put("\n{\n\tif (!query_next(q))\n\t\treturn false;\n\t*row = (");
	put_row_type(block);
	put("){0};\n\tread_%s(q, mem, row);\n\treturn query_error(q) == ERR_OK;\n}\n", block->name);
}

/* ---- A room ---- */

static void put_block(const struct block *block, int number)
{
	const struct block *postgres = block->twin ? block->twin : block;

	put("const struct sql_block SQL_%s = {\n\t\"%s\",\n#line %d \"%s\"\n", upper(block->name),
	    block->name, block->line + 1, block->file->path);
	put_literal(block->sql.at);
	put(",\n#line %d \"%s\"\n", postgres->line + 1, postgres->file->path);
	put_literal(postgres->sql.at);
	put(",\n\t%s, %d, %d, %u};\n", block->is_shared ? "true" : "false", number,
	    block->param_count, block->changes);
}

static bool is_of(const struct block *block, const char *room)
{
	return !block->is_twin && !strcmp(block->file->room, room);
}

static void put_includes(const char *room)
{
	put("#include \"db/member.h\"\n#include \"db/value.h\"\n");
	for (int i = 0; i < file_count; i++)
		for (int j = 0; j < files[i].head_count; j++)
			if (!strcmp(files[i].room, room) &&
			    !strcmp(files[i].heads[j].what, "include"))
				put("#line %d \"%s\"\n#include \"%s\"\n", files[i].heads[j].line,
				    files[i].path, files[i].heads[j].word);
}

static void put_declaration(const struct block *block)
{
	put("#line %d \"%s\"\n", block->line, block->file->path);
	put(block->kind == KIND_EACH ? "" : "MUST_CHECK ");
	put_head(block);
	put(";\n");
	if (block->kind == KIND_EACH) {
		put_next_head(block);
		put(";\n");
	}
}

void write_room(const char *folder, const char *room)
{
	put("/* Made by tools/sql_blocks from src/%s/; change the .sql files instead. */\n", room);
	put("#ifndef ABDI_GENERATED_SQL_%s_H\n", upper(room));
	put("#define ABDI_GENERATED_SQL_%s_H\n", upper(room));
	put_includes(room);
	for (int i = 0; i < block_count; i++)
		if (is_of(&blocks[i], room))
			put_declaration(&blocks[i]);
	put("\n#endif\n");
	save_in(folder, room, "_sql.h");
	put("/* Made by tools/sql_blocks from src/%s/; change the .sql files instead. */\n", room);
	put("#include \"generated/%s_sql.h\"\n\n", room);
	for (int i = 0, number = 0; i < block_count; i++) {
		if (is_of(&blocks[i], room)) {
			put_block(&blocks[i], number);
			put_function(&blocks[i]);
		}
		number += !blocks[i].is_twin;
	}
	save_in(folder, room, "_sql.c");
}

void write_index(const char *folder)
{
	int count = 0;

	put("/* Made by tools/sql_blocks; change the .sql files instead. */\n#include \"db/query.h\"\n\n");
	for (int i = 0; i < block_count; i++)
		if (!blocks[i].is_twin)
			put("extern const struct sql_block SQL_%s;\n", upper(blocks[i].name));
	put("\nconst struct sql_block *const SQL_BLOCKS[] = {\n");
	for (int i = 0; i < block_count; i++)
		if (!blocks[i].is_twin && ++count)
			put("\t&SQL_%s,\n", upper(blocks[i].name));
	put("\tNULL,\n};\nconst int SQL_BLOCK_COUNT = %d;\n", count);
	save_in(folder, "sql_index", ".c");
}

/* ---- Migrations ---- */

void write_migrations(const char *path, char **paths, int count)
{
	put("/* Made by tools/sql_blocks; change the .sql files instead. */\n");
	put("#include \"db/migrate.h\"\n\nconst struct migration MIGRATIONS[] = {\n");
	for (int i = 0; i < count; i++) {
		const char *name = strrchr(paths[i], '/');
		name = name ? name + 1 : paths[i];
		if (strspn(name, "0123456789") != 4)
			refuse(paths[i], 1, "a migration's name begins with four digits");
		put("\t{\"%.*s\",\n", (int)strcspn(name, "."), name);
		char *text = file_text(paths[i]);
		put_literal(text);
		free(text);
		put("},\n");
	}
	put("\t{NULL, NULL},\n};\nconst int MIGRATION_COUNT = %d;\n", count);
	save(path);
}

/* ---- Which room touches which table ---- */

static const char *touch_of(const char *room, const char *table)
{
	bool writes = false, reads = false;

	for (int i = 0; i < block_count; i++) {
		if (strcmp(blocks[i].file->room, room) != 0)
			continue;
		char *plain = without_quotes(&blocks[i]);
		writes |= writes_to(plain, table);
		reads |= reads_from(plain, table);
		free(plain);
	}
	return writes ? "W" : reads ? "r" : "";
}

static bool is_first_of_room(int file)
{
	for (int i = 0; i < file; i++)
		if (!strcmp(files[i].room, files[file].room))
			return false;
	return true;
}

static void put_table(const char *table)
{
	put("| %s |", table);
	for (int i = 0; i < file_count; i++)
		if (is_first_of_room(i))
			put(" %s |", touch_of(files[i].room, table));
	put("\n");
}

void write_tables(const char *path)
{
	put("# Rooms and tables\n\nMade by `tools/sql_blocks --tables`. **W** writes (its owner, and nobody else), r reads.\n\n| table |");
	for (int i = 0; i < file_count; i++)
		if (is_first_of_room(i))
			put(" %s |", files[i].room);
	put("\n|---|");
	for (int i = 0; i < file_count; i++)
		if (is_first_of_room(i))
			put("---|");
	put("\n");
	for (int f = 0; f < file_count; f++)
		for (int h = 0; h < files[f].head_count; h++)
			if (!strcmp(files[f].heads[h].what, "owns"))
				put_table(files[f].heads[h].word);
	save(path);
}
