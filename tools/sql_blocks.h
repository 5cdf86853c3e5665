/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the SQL generator: reading, names, refusing what the house does not allow, writing
   C. */
#ifndef ABDI_TOOLS_SQL_BLOCKS_H
#define ABDI_TOOLS_SQL_BLOCKS_H
#include <stdbool.h>
#include <stddef.h>

#define BLOCKS_MAX 4096
#define NAME_MAX_LEN 80
#define PARAMS_MAX 64
#define COLUMNS_MAX 96
#define HEADS_MAX 128
#define FILES_MAX 256
#define PARTS_MAX 256

enum engine { ENGINE_BOTH, ENGINE_SQLITE, ENGINE_POSTGRES };

/* What a block answers, as its header says. */
enum kind {
	KIND_NONE,
	KIND_ONE, /* one row, or ERR_NOT_FOUND */
	KIND_ROWS, /* all rows, as an array */
	KIND_EACH, /* row by row */
	KIND_FOUND, /* whether a row came */
	KIND_CHANGED, /* a statement without rows */
	KIND_COUNTED, /* the same, and how many rows it changed */
	KIND_SAVED, /* exactly one row, or ERR_CONFLICT */
};

struct text {
	char *at;
	size_t len, cap;
};

/* A name in SQL that stands for a member or an argument. */
struct name {
	char word[NAME_MAX_LEN]; /* "luar__nama" */
	char type[NAME_MAX_LEN]; /* of an argument: "id", "text?"; empty: a member of the record */
	char has[NAME_MAX_LEN]; /* the bool that says whether there is a value; "?": empty is
	                           NULL */
	int line;
	bool is_used;
};

struct names {
	struct name at[COLUMNS_MAX];
	int count;
};

/* One .sql file, with what its head says of all its blocks. */
struct file {
	const char *path;
	char room[NAME_MAX_LEN];
	struct head {
		char what[NAME_MAX_LEN]; /* "include", "owns", "enum", "bytes" */
		char type[NAME_MAX_LEN]; /* of an enum: "skp_state" */
		char word[NAME_MAX_LEN]; /* the header, table or member */
		int line;
	} heads[HEADS_MAX];
	int head_count;
};

struct block {
	char name[NAME_MAX_LEN];
	enum kind kind;
	bool is_shared, is_quiet, is_later;
	enum engine engine;
	struct file *file;
	int line; /* of the header */
	/* as written, without comments and the last semicolon; line breaks are kept */
	struct text sql;
	char result[NAME_MAX_LEN]; /* the record, or the type of a single value */
	struct names args, params, columns;
	int param_count;
	unsigned changes; /* a bit per enum store_part */
	struct block *twin; /* the postgres text of a sqlite block */
	bool is_twin;
};

extern struct block blocks[BLOCKS_MAX];
extern int block_count;
extern struct file files[FILES_MAX];
extern int file_count;

__attribute__((noreturn, format(printf, 3, 4))) void refuse(const char *file, int line,
							    const char *fmt, ...);
void *must_have(void *memory);
void text_add(struct text *text, char c);
void text_put(struct text *text, const char *chars);
char *file_text(const char *path);
bool is_word_char(char c);
/* The first place of a word, whatever its case; NULL when it is not there. */
const char *find_word(const char *text, const char *word);
/* Line in the file of a place in the block's text. */
int line_at(const struct block *block, const char *at);
/* Copy with everything inside '…' blanked, so that checks look at SQL only. */
char *without_quotes(const struct block *block);
/* What a file's head says of a member, table or header; NULL when it says nothing. */
const struct head *head_of(const struct file *file, const char *what, const char *word);

/* sql_read.c */
void file_read(const char *path);
/* sql_names.c: named parameters and columns become $n and members. */
void block_name(struct block *block);
/* sql_check.c */
void block_end(struct block *block); /* without the last semicolon; there must be SQL */
void block_check(struct block *block);
void blocks_pair(void);
void blocks_own(void);
/* Does the text write to that table? */
bool writes_to(const char *plain, const char *table);
bool reads_from(const char *plain, const char *table);
/* sql_write.c */
void write_room(const char *folder, const char *room);
void write_index(const char *folder);
void write_migrations(const char *path, char **paths, int count);
void write_tables(const char *path);

#endif
