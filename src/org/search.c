/* SPDX-License-Identifier: Apache-2.0 */
/* A search goes on from page to page through three kinds of hits, each a walk over an index. */
#include "org/search.h"

#include "base/fold.h"
#include "generated/org_sql.h"
#include "org/words.h"

#define ALSO_MAX 3 /* words looked for beside the one that is walked over: of more, the longest */
#define RARE 200 /* a word with fewer hits is as good as any */

/* How somebody was found. */
enum way { WAY_PIECE, WAY_WORDS, WAY_POST, WAY_COUNT };

/* A search at work. */
struct walk {
	struct job *job;
	struct str jalur;
	struct fold fold;
	struct str piece; /* all that was typed, in one piece */
	struct str walked, also[ALSO_MAX]; /* of several words: the rarest, and the others */
	/* where it goes on */
	enum way way;
	struct str from;
	struct id post, after;
};

/* --- which words --- */

static void keep_longest(struct walk *walk, struct str word)
{
	int shortest = 0;

	for (int i = 1; i < ALSO_MAX; i++)
		if (walk->also[i].len < walk->also[shortest].len)
			shortest = i;
	if (word.len > walk->also[shortest].len)
		walk->also[shortest] = word;
}

/* Which word to walk over is asked of the index, without counting what is frequent. */
static enum err choose_words(struct walk *walk, const char *jenis)
{
	int rarest = 0, least = RARE;

	for (int i = 0; i < walk->fold.count; i++) {
		int hits = 0;
		enum err err = sql_words_count(walk->job, str_from(jenis), walk->fold.word[i], RARE,
					       &hits);
		if (err)
			return err;
		if (hits < least) {
			least = hits;
			rarest = i;
		}
	}
	walk->walked = walk->fold.word[rarest];
	for (int i = 0; i < walk->fold.count; i++)
		if (i != rarest)
			keep_longest(walk, walk->fold.word[i]);
	return ERR_OK;
}

static void walk_make(struct walk *walk, struct job *job, const struct search *search)
{
	*walk = (struct walk){.job = job, .jalur = search->jalur};
	fold_words(job->mem, search->typed, &walk->fold);
	walk->piece = fold_key(job->mem, &walk->fold, 0);
	walk->from = walk->piece;
	walk->walked = STR_NONE;
	for (int i = 0; i < ALSO_MAX; i++)
		walk->also[i] = STR_NONE;
}

/* --- where the page before ended --- */

/* The first of a text's keys that begins so; false without one. */
static bool first_key(struct arena *mem, struct str text, struct str begins, struct str *key)
{
	struct fold fold;
	bool is_found = false;

	fold_words(mem, text, &fold);
	for (int i = 0; i < fold.count; i++) {
		struct str next = fold_key(mem, &fold, i);
		if (!str_starts(next, str_cstr(mem, begins)))
			continue;
		if (!is_found || str_compare(next, *key) < 0)
			*key = next;
		is_found = true;
	}
	return is_found;
}

static bool person_key(struct walk *walk, const struct pegawai *person, struct str begins)
{
	struct arena *mem = walk->job->mem;

	return first_key(mem, person->nip, begins, &walk->from) ||
	       first_key(mem, person->nama, begins, &walk->from);
}

/* Behind the person who ended the page before. Who was renamed meanwhile ends the list. */
static void go_on(struct walk *walk, const struct pegawai *last)
{
	walk->after = last->pegawai_id;
	walk->way = WAY_PIECE;
	if (person_key(walk, last, walk->piece))
		return;
	walk->way = WAY_WORDS;
	if (walk->fold.count > 1 && person_key(walk, last, walk->walked))
		return;
	walk->way = WAY_POST;
	walk->post = last->jabatan_id;
	if (!first_key(walk->job->mem, last->jabatan_nama, walk->piece, &walk->from))
		walk->way = WAY_COUNT;
}

/* --- the walk --- */

static enum err ask(const struct walk *walk, int most, struct pegawai **rows, int *count)
{
	const struct job *job = walk->job;

	*count = 0;
	switch (walk->way) {
	case WAY_PIECE:
		return sql_pegawai_found(job, walk->jalur, walk->piece, walk->from, &walk->after,
					 STR_NONE, STR_NONE, STR_NONE, STR_NONE, most, rows, count);
	case WAY_WORDS:
		if (walk->fold.count < 2)
			return ERR_OK;
		return sql_pegawai_found(job, walk->jalur, walk->walked, walk->from, &walk->after,
					 walk->also[0], walk->also[1], walk->also[2], walk->piece,
					 most, rows, count);
	case WAY_POST:
		return sql_pegawai_found_by_post(job, walk->jalur, walk->piece, walk->from,
						 &walk->post, &walk->after, most, rows, count);
	case WAY_COUNT: return ERR_OK;
	}
	__builtin_unreachable();
}

static void next_way(struct walk *walk)
{
	walk->way++;
	walk->from = walk->way == WAY_WORDS ? walk->walked : walk->piece;
	walk->post = walk->after = (struct id){{0}};
}

static enum err take(struct walk *walk, struct pegawai *out, int *count)
{
	struct pegawai *rows = NULL;
	int found = 0;
	enum err err = ask(walk, PEGAWAI_PAGE - *count, &rows, &found);

	if (!err && found > 0)
		memcpy(out + *count, rows, sizeof(*rows) * (size_t)found);
	*count += found;
	return err;
}

enum err search_pegawai(struct job *job, const struct search *search, const struct pegawai *after,
			struct pegawai **out, int *count)
{
	struct walk walk;
	enum err err = ERR_OK;

	walk_make(&walk, job, search);
	*out = arena_array(job->mem, struct pegawai, PEGAWAI_PAGE);
	*count = 0;
	if (walk.piece.len == 0)
		return ERR_OK;
	if (walk.fold.count > 1 && (err = choose_words(&walk, WORDS_PEGAWAI)))
		return err;
	if (after)
		go_on(&walk, after);
	for (; walk.way < WAY_COUNT && *count < PEGAWAI_PAGE && !err; next_way(&walk))
		err = take(&walk, *out, count);
	return err;
}

enum err search_unit(struct job *job, const struct search *search, int most, struct unit **out,
		     int *count)
{
	struct walk walk;
	enum err err;

	walk_make(&walk, job, search);
	*out = NULL;
	*count = 0;
	if (walk.piece.len == 0)
		return ERR_OK;
	err = sql_unit_found(job, walk.jalur, walk.piece, STR_NONE, STR_NONE, STR_NONE, most, out,
			     count);
	if (err || *count > 0 || walk.fold.count < 2)
		return err;
	if ((err = choose_words(&walk, WORDS_UNIT)))
		return err;
	return sql_unit_found(job, walk.jalur, walk.walked, walk.also[0], walk.also[1],
			      walk.also[2], most, out, count);
}
