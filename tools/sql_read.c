/* SPDX-License-Identifier: Apache-2.0 */
/* Reads .sql files: what a head says of all blocks, and each block from its header to the next. */
#include "sql_blocks.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

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

/* ---- The head of a file ---- */

static void head_add(struct file *file, int line, const char *what, const char *type,
		     const char *word)
{
	struct head *head = &file->heads[file->head_count];

	if (file->head_count++ == HEADS_MAX)
		refuse(file->path, line, "a head has at most %d words", HEADS_MAX);
	snprintf(head->what, sizeof(head->what), "%s", what);
	snprintf(head->type, sizeof(head->type), "%s", type);
	snprintf(head->word, sizeof(head->word), "%s", word);
	head->line = line;
}

/* "-- :owns skp rhk": false when the line is no head's. */
static bool head_read(struct file *file, int line, const char *at)
{
	static const char *const known[] = {"include", "owns", "enum", "bytes"};
	char what[NAME_MAX_LEN], word[NAME_MAX_LEN], type[NAME_MAX_LEN] = "";
	bool is_known = false;

	if (strncmp(at, "-- :", 4) != 0)
		return false;
	at += 4;
	(void)word_next(&at, what, sizeof(what));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		is_known |= !strcmp(what, known[i]);
	if (!is_known)
		return false;
	if (!strcmp(what, "enum") && !word_next(&at, type, sizeof(type)))
		refuse(file->path, line, "say :enum TYPE MEMBER…");
	while (*at && *at != '\n' && word_next(&at, word, sizeof(word)))
		head_add(file, line, what, type, word);
	return true;
}

/* ---- The header of a block ---- */

static enum kind kind_of(const char *word)
{
	static const char *const kinds[] = {
		[KIND_ONE] = ":one",	 [KIND_ROWS] = ":rows",	      [KIND_EACH] = ":each",
		[KIND_FOUND] = ":found", [KIND_CHANGED] = ":changed", [KIND_COUNTED] = ":counted",
		[KIND_SAVED] = ":saved"};

	for (size_t i = KIND_ONE; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!strcmp(word, kinds[i]))
			return (enum kind)i;
	return KIND_NONE;
}

static void header_mark(struct block *block, const char *word)
{
	const char *path = block->file->path;

	if (kind_of(word) != KIND_NONE) {
		if (block->kind != KIND_NONE)
			refuse(path, block->line, "%s: a block has one kind", block->name);
		block->kind = kind_of(word);
	} else if (!strcmp(word, ":shared")) {
		block->is_shared = true;
	} else if (!strcmp(word, ":quiet")) {
		block->is_quiet = true;
	} else if (!strcmp(word, ":later")) {
		block->is_later = true;
	} else if (!strcmp(word, ":sqlite")) {
		block->engine = ENGINE_SQLITE;
	} else if (!strcmp(word, ":postgres")) {
		block->engine = ENGINE_POSTGRES;
	} else {
		refuse(path, block->line, "%s: unknown mark %s", block->name, word);
	}
}

/* "(skp_id id, jalur text?)" */
static const char *args_read(struct block *block, const char *at)
{
	while (*at && *at != ')' && *at != '\n') {
		struct name *arg = &block->args.at[block->args.count];

		at += strspn(at, "(, \t");
		if (block->args.count++ == COLUMNS_MAX ||
		    sscanf(at, "%79[a-z0-9_] %79[a-z0-9_?]", arg->word, arg->type) != 2)
			refuse(block->file->path, block->line,
			       "%s: arguments are (name type, name type)", block->name);
		arg->line = block->line;
		at += strcspn(at, ",)\n");
	}
	if (*at != ')')
		refuse(block->file->path, block->line, "%s: arguments end with ) on the same line",
		       block->name);
	return at + 1;
}

static void header_words(struct block *block, const char *at)
{
	char word[NAME_MAX_LEN];

	for (at += strspn(at, " \t"); *at && *at != '\n'; at += strspn(at, " \t")) {
		if (*at == '(') {
			at = args_read(block, at);
			continue;
		}
		if (!word_next(&at, word, sizeof(word)))
			break;
		if (word[0] == ':')
			header_mark(block, word);
		else if (block->result[0] || !name_is_good(word))
			refuse(block->file->path, block->line,
			       "%s: a header ends after kind, record and arguments", block->name);
		else
			snprintf(block->result, sizeof(block->result), "%s", word);
	}
}

static struct block *header_read(struct file *file, int line, const char *at)
{
	struct block *block = &blocks[block_count];

	if (block_count++ == BLOCKS_MAX)
		refuse(file->path, line, "more than %d blocks", BLOCKS_MAX);
	block->file = file;
	block->line = line;
	if (!word_next(&at, block->name, sizeof(block->name)) || !name_is_good(block->name))
		refuse(file->path, line, "a block needs a name of a-z, 0-9 and _");
	header_words(block, at);
	if (block->kind == KIND_NONE)
		refuse(file->path, line,
		       "%s: say :one, :rows, :each, :found, :changed, :counted or :saved",
		       block->name);
	return block;
}

/* ---- Parts ---- */

/* What several statements of a file say: "-- :part name" begins it, "-- :use name" puts it in. */
struct part {
	char name[NAME_MAX_LEN];
	const struct file *file;
	int line;
	struct text sql; /* on one line, so that the statement it stands in keeps its lines */
	bool is_used;
};

static struct part parts[PARTS_MAX];
static int part_count;

static struct part *part_named(const struct file *file, const char *name)
{
	for (int i = 0; i < part_count; i++)
		if (parts[i].file == file && !strcmp(parts[i].name, name))
			return &parts[i];
	return NULL;
}

/* The one name that stands behind :part or :use. */
static void part_name(const struct file *file, int line, const char *at, char *name)
{
	char more[NAME_MAX_LEN];

	if (!word_next(&at, name, NAME_MAX_LEN) || !name_is_good(name) ||
	    (*at != '\n' && word_next(&at, more, sizeof(more))))
		refuse(file->path, line, "say :part NAME or :use NAME, of a-z, 0-9 and _");
}

static struct part *part_read(const struct file *file, int line, const char *at)
{
	struct part *part = &parts[part_count];
	char name[NAME_MAX_LEN];

	part_name(file, line, at, name);
	if (part_named(file, name))
		refuse(file->path, line, "%s: a part has one text", name);
	if (part_count++ == PARTS_MAX)
		refuse(file->path, line, "more than %d parts", PARTS_MAX);
	part->file = file;
	part->line = line;
	snprintf(part->name, sizeof(part->name), "%s", name);
	return part;
}

static void part_use(const struct file *file, int line, const char *at, struct text *into)
{
	char name[NAME_MAX_LEN];

	part_name(file, line, at, name);
	struct part *part = part_named(file, name);
	if (!part || &part->sql == into)
		refuse(file->path, line, "%s: no part of that name stands above", name);
	part->is_used = true;
	text_put(into, part->sql.at);
}

static void parts_end(const struct file *file)
{
	for (int i = 0; i < part_count; i++)
		if (parts[i].file == file && !parts[i].is_used)
			refuse(file->path, parts[i].line, "%s: no statement uses it",
			       parts[i].name);
}

/* ---- The file ---- */

/* Copies one line without its comment, and what ends it; *quoted tells whether we stand inside
   '…'. */
static void line_add(struct text *text, const char *from, const char *to, bool *quoted)
{
	for (const char *at = from; at < to; at++) {
		if (*at == '\'')
			*quoted = !*quoted;
		if (!*quoted && at[0] == '-' && at + 1 < to && at[1] == '-')
			break;
		text_add(text, *at);
	}
}

/* "…/src/skp/skp.sql" lies in the room "skp". */
static void room_of(struct file *file)
{
	const char *end = strrchr(file->path, '/'), *from = end;

	while (from && from > file->path && from[-1] != '/')
		from--;
	if (from)
		snprintf(file->room, sizeof(file->room), "%.*s", (int)(end - from), from);
}

/* Where the lines go that stand below a header. */
struct place {
	struct text *text;
	char end; /* what a line break becomes */
	bool quoted;
};

static void line_read(struct file *file, int line, const char *at, struct place *place)
{
	const char *end = at + strcspn(at, "\n");

	if (!strncmp(at, "-- :name", 8)) {
		*place = (struct place){&header_read(file, line, at + 8)->sql, '\n', false};
	} else if (!strncmp(at, "-- :part", 8)) {
		*place = (struct place){&part_read(file, line, at + 8)->sql, ' ', false};
	} else if (!place->text) {
		bool is_comment = !strncmp(at, "--", 2) && strncmp(at, "-- :use", 7) != 0;
		if (!head_read(file, line, at) && !is_comment && end > at)
			refuse(file->path, line, "SQL before the first -- :name");
	} else {
		if (!strncmp(at, "-- :use", 7))
			part_use(file, line, at + 7, place->text);
		else
			line_add(place->text, at, end, &place->quoted);
		text_add(place->text, place->end);
	}
}

void file_read(const char *path)
{
	struct file *file = &files[file_count];
	const char *at = file_text(path);
	struct place place = {NULL, '\n', false};

	if (file_count++ == FILES_MAX)
		refuse(path, 1, "more than %d files", FILES_MAX);
	file->path = path;
	room_of(file);
	for (int line = 1; *at; line++) {
		const char *end = at + strcspn(at, "\n");
		line_read(file, line, at, &place);
		at = *end ? end + 1 : end;
	}
	parts_end(file);
}
