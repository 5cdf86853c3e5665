/* SPDX-License-Identifier: Apache-2.0 */
/* What is refused: SQL that only one engine reads, that is put together from pieces, that forgets
   the agency, or that writes to a table of another room. */
#include "sql_blocks.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void block_end(struct block *block)
{
	struct text *sql = &block->sql;

	while (sql->len > 0 &&
	       (isspace((unsigned char)sql->at[sql->len - 1]) || sql->at[sql->len - 1] == ';'))
		sql->at[--sql->len] = '\0';
	if (sql->len == 0)
		refuse(block->file->path, block->line, "%s: no SQL follows", block->name);
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
			refuse(block->file->path, line_at(block, block->sql.at + (at - plain)),
			       "%s: name the columns instead of *", block->name);
	}
}

/* Values are bound by names, which stand as $n by now; SQL is never put together from pieces. */
static void check_params(struct block *block, const char *plain)
{
	for (const char *at = plain; *at; at++) {
		int line = line_at(block, block->sql.at + (at - plain));
		if (strchr("?{}@`\\\"", *at))
			refuse(block->file->path, line,
			       "%s: '%c' has no place in a block; bind values as :name",
			       block->name, *at);
		if (*at == '%' && (at[1] == 's' || at[1] == 'd'))
			refuse(block->file->path, line,
			       "%s: SQL is not put together from pieces; bind :name", block->name);
		if (*at == ';')
			refuse(block->file->path, line, "%s: one statement a block", block->name);
		if (*at == ':' && at[1] != ':' && (at == plain || at[-1] != ':'))
			refuse(block->file->path, line, "%s: a name begins with a small letter",
			       block->name);
		if (at[0] == ':' && at[1] == ':' && block->engine != ENGINE_POSTGRES)
			refuse(block->file->path, line,
			       "%s: write CAST(… AS …), SQLite has no ::", block->name);
		if (*at == '$' && strtol(at + 1, NULL, 10) > block->param_count)
			block->param_count = (int)strtol(at + 1, NULL, 10);
	}
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
			refuse(block->file->path, line_at(block, block->sql.at + (at - plain)),
			       "%s: %s has no place in a block", block->name, banned[i]);
	}
}

static void check_agency(const struct block *block, const char *plain)
{
	if (block->is_shared)
		return;
	if (!find_word(plain, "instansi_id"))
		refuse(block->file->path, block->line,
		       "%s: does not name instansi_id (or mark it :shared)", block->name);
	const char *at = plain;
	while ((at = strstr(at, "$1")) && isdigit((unsigned char)at[2]))
		at += 2;
	if (!at)
		refuse(block->file->path, block->line, "%s: $1 must be its instansi_id",
		       block->name);
}

static void check_kind(const struct block *block, const char *plain)
{
	const char *at = plain + strspn(plain, " \t\n");
	bool is_select = find_word(at, "SELECT") == at;
	bool gives = is_select || find_word(plain, "RETURNING");
	bool takes = block->kind >= KIND_CHANGED;

	if (gives && takes)
		refuse(block->file->path, block->line, "%s: gives rows, so it is :rows or :one",
		       block->name);
}

static bool names_after(const char *plain, const char *table, const char *const *verbs,
			size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (const char *at = plain; (at = find_word(at, verbs[i])) != NULL;) {
			at += strlen(verbs[i]);
			at += strspn(at, " \t\n");
			if (find_word(at, table) == at)
				return true;
		}
	return false;
}

/* Who stands behind a session is remembered for seconds, and a change to these tables ends that;
   :quiet on a block says that it changes nobody's standing. */
bool writes_to(const char *plain, const char *table)
{
	static const char *const verbs[] = {"INTO", "UPDATE", "DELETE FROM"};

	return names_after(plain, table, verbs, sizeof(verbs) / sizeof(verbs[0]));
}

bool reads_from(const char *plain, const char *table)
{
	static const char *const verbs[] = {"FROM", "JOIN"};

	return names_after(plain, table, verbs, sizeof(verbs) / sizeof(verbs[0]));
}

/* The parts of enum store_part (db/store.h), in its order. */
static unsigned parts_changed(const char *plain)
{
	static const char *const tables[][8] = {
		{"instansi", "unit", "jabatan", "pegawai", "akun", "akun_peran", "sesi", NULL},
		{"tahun_kinerja", "periode", "hari_libur", "setelan", NULL},
		{"unit", "jabatan", "pegawai", NULL},
		{"skp", "hasil_unit", NULL},
		{"evaluasi", "capaian_organisasi", NULL},
		{"laporan", NULL},
		{"kabar", "masalah", "berkas", "indikator_versi", "suara_karantina", NULL},
		{"layanan", "layanan_standar", NULL},
	};
	unsigned parts = 0;

	for (unsigned part = 0; part < sizeof(tables) / sizeof(tables[0]); part++)
		for (int i = 0; tables[part][i]; i++)
			if (writes_to(plain, tables[part][i]))
				parts |= 1U << part;
	return parts;
}

void block_check(struct block *block)
{
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
		refuse(b->file->path, b->line, "%s: already at %s:%d", b->name, a->file->path,
		       a->line);
	if (a->kind != b->kind || strcmp(a->result, b->result) != 0 ||
	    a->is_shared != b->is_shared || a->param_count != b->param_count)
		refuse(b->file->path, b->line, "%s: its twin has another kind or other parameters",
		       b->name);
	struct block *first = a->engine == ENGINE_SQLITE ? a : b;
	struct block *second = a->engine == ENGINE_SQLITE ? b : a;
	first->twin = second;
	second->is_twin = true;
}

void blocks_pair(void)
{
	for (int i = 0; i < block_count; i++)
		for (int j = i + 1; j < block_count; j++)
			if (!strcmp(blocks[i].name, blocks[j].name))
				pair(&blocks[i], &blocks[j]);
	for (int i = 0; i < block_count; i++)
		if (blocks[i].engine != ENGINE_BOTH && !blocks[i].twin && !blocks[i].is_twin)
			refuse(blocks[i].file->path, blocks[i].line,
			       "%s: the twin for the other engine is missing", blocks[i].name);
}

/* ---- Tables with an owner ---- */

static const struct file *owner_of(const char *table)
{
	for (int i = 0; i < file_count; i++)
		if (head_of(&files[i], "owns", table))
			return &files[i];
	return NULL;
}

/* The word behind a verb that writes: the table. False when none is left. */
static bool next_written(const char **at, char table[NAME_MAX_LEN])
{
	static const char *const verbs[] = {"INTO", "UPDATE", "DELETE FROM"};
	const char *first = NULL;
	size_t skip = 0;

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		const char *found = find_word(*at, verbs[i]);
		if (found && (!first || found < first)) {
			first = found;
			skip = strlen(verbs[i]);
		}
	}
	if (!first)
		return false;
	*at = first + skip;
	*at += strspn(*at, " \t\n");
	snprintf(table, NAME_MAX_LEN, "%.*s",
		 (int)strspn(*at, "abcdefghijklmnopqrstuvwxyz0123456789_"), *at);
	return true;
}

/* A room writes its own tables only; every other may read them. */
static void block_own(const struct block *block)
{
	char *plain = without_quotes(block);
	char table[NAME_MAX_LEN];

	for (const char *at = plain; next_written(&at, table);) {
		const struct file *owner = owner_of(table);
		if (!table[0]) /* ON CONFLICT … DO UPDATE SET */
			continue;
		if (!owner)
			refuse(block->file->path, block->line,
			       "%s: nobody owns %s; write -- :owns %s", block->name, table, table);
		if (strcmp(owner->room, block->file->room) != 0)
			refuse(block->file->path, block->line, "%s: %s belongs to the room %s",
			       block->name, table, owner->room);
	}
	free(plain);
}

void blocks_own(void)
{
	for (int i = 0; i < file_count; i++)
		for (int j = 0; j < files[i].head_count; j++) {
			const struct head *head = &files[i].heads[j];
			const struct file *owner = owner_of(head->word);
			if (!strcmp(head->what, "owns") && owner != &files[i])
				refuse(files[i].path, head->line, "%s has an owner: %s", head->word,
				       owner->path);
		}
	for (int i = 0; i < block_count; i++)
		block_own(&blocks[i]);
}
