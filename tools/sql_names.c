/* SPDX-License-Identifier: Apache-2.0 */
/* Names in a block: ":tahun" becomes a $n that is bound by name, "AS target?has_target" a column
   that finds its member. */
#include "sql_blocks.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool has_rows(const struct block *block)
{
	return block->kind == KIND_ONE || block->kind == KIND_ROWS || block->kind == KIND_EACH;
}

static void word_copy(char out[NAME_MAX_LEN], const char *from, const char *to)
{
	snprintf(out, NAME_MAX_LEN, "%.*s", (int)(to - from), from);
}

static const char *word_end(const char *at)
{
	while (is_word_char(*at))
		at++;
	return at;
}

static struct name *name_find(struct names *names, const char *word)
{
	for (int i = 0; i < names->count; i++)
		if (!strcmp(names->at[i].word, word))
			return &names->at[i];
	return NULL;
}

/* The place of a parameter among $n; a new one gets the next. What an argument says of its type
   goes along. */
static int param_of(struct block *block, const struct name *found)
{
	struct name *known = name_find(&block->params, found->word);

	if (!known) {
		const struct name *arg = name_find(&block->args, found->word);
		known = &block->params.at[block->params.count++];
		if (block->params.count > PARAMS_MAX)
			refuse(block->file->path, found->line, "%s: more than %d parameters",
			       block->name, PARAMS_MAX);
		*known = *found;
		if (arg)
			snprintf(known->type, sizeof(known->type), "%s", arg->type);
		else if (!block->result[0] || has_rows(block))
			refuse(block->file->path, found->line,
			       "%s: %s is neither an argument nor a member", block->name,
			       found->word);
	}
	if (strcmp(known->has, found->has) != 0 && found->has[0])
		refuse(block->file->path, found->line, "%s: %s is absent in two ways", block->name,
		       found->word);
	return (int)(known - block->params.at) + (block->is_shared ? 1 : 2);
}

/* After a name: "?" alone, or "?has_target". Returns where the SQL goes on. */
static const char *absence_read(struct name *name, const char *at)
{
	if (*at != '?')
		return at;
	const char *end = word_end(at + 1);

	word_copy(name->has, at + 1, end);
	if (end == at + 1)
		snprintf(name->has, sizeof(name->has), "?");
	return end;
}

/* $1 is the agency; every other value has a name. */
static void check_own_number(const struct block *block, const char *own)
{
	if (own[0] == '$' && (block->is_shared || own[1] != '1' || isdigit((unsigned char)own[2])))
		refuse(block->file->path, line_at(block, own),
		       "%s: only $1, the agency, has no name", block->name);
}

/* Copies the text, with $n for each ":name". */
static void params_name(struct block *block)
{
	char *plain = without_quotes(block);
	struct text out = {0};

	for (const char *at = plain; *at;) {
		const char *own = block->sql.at + (at - plain);
		bool is_cast = at[0] == ':' && (at[1] == ':' || (at > plain && at[-1] == ':'));
		if (*at != ':' || is_cast || !islower((unsigned char)at[1])) {
			check_own_number(block, own);
			text_add(&out, *own);
			at++;
			continue;
		}
		struct name found = {.line = line_at(block, own)};
		char number[16];
		const char *end = word_end(at + 1);
		word_copy(found.word, at + 1, end);
		at = absence_read(&found, end);
		snprintf(number, sizeof(number), "$%d", param_of(block, &found));
		text_put(&out, number);
	}
	free(plain);
	free(block->sql.at);
	block->sql = out;
}

/* The list of columns begins behind the first SELECT or RETURNING that stands in no bracket. */
static const char *columns_begin(const char *plain)
{
	int depth = 0;
	const char *begin = NULL;

	for (const char *at = plain; *at; at++) {
		depth += (*at == '(') - (*at == ')');
		bool is_start = depth == 0 && (at == plain || !is_word_char(at[-1]));
		if (!is_start)
			continue;
		if (!strncasecmp(at, "RETURNING", 9) && !is_word_char(at[9]))
			return at + 9;
		if (!begin && !strncasecmp(at, "SELECT", 6) && !is_word_char(at[6]))
			begin = at + 6;
		if (!begin && (!strncasecmp(at, "INSERT", 6) || !strncasecmp(at, "UPDATE", 6) ||
			       !strncasecmp(at, "DELETE", 6)))
			begin = at + strlen(at);
	}
	return begin ? begin : plain + strlen(plain);
}

static bool is_column_end(const char *at, const char *plain, int depth)
{
	static const char *const words[] = {"FROM", "WHERE", "UNION", "ORDER", "LIMIT"};

	if (depth > 0)
		return false;
	if (!*at || *at == ',')
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if ((at == plain || !is_word_char(at[-1])) &&
		    !strncasecmp(at, words[i], strlen(words[i])) &&
		    !is_word_char(at[strlen(words[i])]))
			return true;
	return false;
}

/* The last word of a column is its name: "s.nama", "COUNT(…) AS jumlah", "AS target?has_target". */
static void column_read(struct block *block, const char *own, const char *from, const char *to)
{
	struct name *column = &block->columns.at[block->columns.count];
	const char *mark = memchr(from, '?', (size_t)(to - from));
	const char *end = mark ? mark : to;

	while (end > from && isspace((unsigned char)end[-1]))
		end--;
	const char *begin = end;
	while (begin > from && is_word_char(begin[-1]))
		begin--;
	if (block->columns.count++ == COLUMNS_MAX)
		refuse(block->file->path, block->line, "%s: more than %d columns", block->name,
		       COLUMNS_MAX);
	column->line = line_at(block, own + (begin - from));
	if (begin == end || isdigit((unsigned char)*begin))
		refuse(block->file->path, column->line, "%s: this column has no name; write AS …",
		       block->name);
	word_copy(column->word, begin, end);
	if (mark)
		absence_read(column, mark);
}

static void columns_name(struct block *block)
{
	char *plain = without_quotes(block);
	const char *from = columns_begin(plain);
	int depth = 0;

	while (isspace((unsigned char)*from))
		from++;
	if (!strncasecmp(from, "DISTINCT", 8))
		from += 8;
	for (const char *at = from; *from; at++) {
		depth += (*at == '(') - (*at == ')');
		if (!is_column_end(at, plain, depth))
			continue;
		column_read(block, block->sql.at + (from - plain), from, at);
		if (*at != ',')
			break;
		from = at + 1;
	}
	free(plain);
}

/* Takes "?has_target" out of the text: only we read it. */
static void absences_drop(struct block *block)
{
	char *plain = without_quotes(block);
	struct text out = {0};

	for (const char *at = plain; *at;) {
		if (*at == '?' && at > plain && is_word_char(at[-1])) {
			at = word_end(at + 1);
			continue;
		}
		text_add(&out, block->sql.at[at - plain]);
		at++;
	}
	free(plain);
	free(block->sql.at);
	block->sql = out;
}

/* Both texts of a block number their parameters alike, in the order of the one that is read
   first. */
static void params_of_twin(struct block *block)
{
	for (struct block *other = blocks; other < block; other++)
		if (!strcmp(other->name, block->name))
			block->params = other->params;
}

void block_name(struct block *block)
{
	params_of_twin(block);
	params_name(block);
	if (has_rows(block)) {
		columns_name(block);
		if (!block->result[0])
			refuse(block->file->path, block->line,
			       "%s: say which record or type a row is", block->name);
	}
	absences_drop(block);
	for (int i = 0; i < block->args.count; i++)
		if (!name_find(&block->params, block->args.at[i].word))
			refuse(block->file->path, block->line, "%s: argument %s is not used",
			       block->name, block->args.at[i].word);
}
