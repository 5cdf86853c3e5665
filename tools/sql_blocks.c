/* SPDX-License-Identifier: Apache-2.0 */
/* Turns named SQL blocks into C, and refuses what the house does not allow in SQL.
     sql_blocks OUT_FOLDER FILE.sql... a header and a source for each room, and the table of all
     sql_blocks --migrations OUT.c FILE.sql...
     sql_blocks --tables OUT.md FILE.sql...         which room writes and reads which table
   docs/decisions/0015-sql-by-names.md tells how a block is written. */
#include "sql_blocks.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct block blocks[BLOCKS_MAX];
int block_count;
struct file files[FILES_MAX];
int file_count;

void refuse(const char *file, int line, const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s:%d: ", file, line);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void *must_have(void *memory)
{
	if (!memory) {
		fprintf(stderr, "sql_blocks: out of memory\n");
		exit(1);
	}
	return memory;
}

void text_add(struct text *text, char c)
{
	if (text->len + 1 >= text->cap) {
		text->cap = text->cap ? text->cap * 2 : 256;
		text->at = must_have(realloc(text->at, text->cap));
	}
	text->at[text->len++] = c;
	text->at[text->len] = '\0';
}

void text_put(struct text *text, const char *chars)
{
	for (; *chars; chars++)
		text_add(text, *chars);
}

char *file_text(const char *path)
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

bool is_word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

const char *find_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = text; *at; at++)
		if ((at == text || !is_word_char(at[-1])) && !strncasecmp(at, word, len) &&
		    !is_word_char(at[len]))
			return at;
	return NULL;
}

int line_at(const struct block *block, const char *at)
{
	int line = block->line + 1;

	for (const char *p = block->sql.at; p < at; p++)
		if (*p == '\n')
			line++;
	return line;
}

char *without_quotes(const struct block *block)
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
		refuse(block->file->path, block->line, "%s: a quote is not closed", block->name);
	return plain;
}

const struct head *head_of(const struct file *file, const char *what, const char *word)
{
	for (int i = 0; i < file->head_count; i++)
		if (!strcmp(file->heads[i].what, what) && !strcmp(file->heads[i].word, word))
			return &file->heads[i];
	return NULL;
}

static void read_all(char **paths, int count)
{
	for (int i = 0; i < count; i++)
		file_read(paths[i]);
	for (int i = 0; i < block_count; i++) {
		block_end(&blocks[i]);
		block_name(&blocks[i]);
	}
	for (int i = 0; i < block_count; i++)
		block_check(&blocks[i]);
	blocks_pair();
	blocks_own();
}

static void write_rooms(const char *folder)
{
	for (int i = 0; i < file_count; i++) {
		bool is_first = true;
		for (int j = 0; j < i; j++)
			is_first &= strcmp(files[j].room, files[i].room) != 0;
		if (is_first)
			write_room(folder, files[i].room);
	}
	write_index(folder);
}

int main(int argc, char **argv)
{
	if (argc < 3 || (argv[1][0] == '-' && argc < 4)) {
		fprintf(stderr, "usage: sql_blocks OUT_FOLDER FILE.sql...\n"
				"       sql_blocks --migrations OUT.c FILE.sql...\n"
				"       sql_blocks --tables OUT.md FILE.sql...\n");
		return 2;
	}
	if (!strcmp(argv[1], "--migrations")) {
		write_migrations(argv[2], argv + 3, argc - 3);
	} else if (!strcmp(argv[1], "--tables")) {
		read_all(argv + 3, argc - 3);
		write_tables(argv[2]);
	} else {
		read_all(argv + 2, argc - 2);
		write_rooms(argv[1]);
	}
	return 0;
}
