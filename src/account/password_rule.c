/* SPDX-License-Identifier: Apache-2.0 */
/* Length, common words and one's own name; no rule about kinds of characters. */
#include "account/password_rule.h"

#include <limits.h>
#include <string.h>

#define WORDS_AT_MOST 2 /* as many common words are still no passphrase */
#define OWN_MAX 16
#define SHORTEST_WORD 3
#define SHORTEST_RUN 4 /* "qwer", "4321" */
#define UNREACHED INT_MAX
#define LONGEST 200

static const char *const common[] = {
#define WORDS(line) line,
#include "account/password_words.def"
#undef WORDS
};

/* Neighbours on the keyboard and in the alphabet; read backwards too. */
static const char *const rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm",
				   "abcdefghijklmnopqrstuvwxyz", "01234567890"};

struct guess {
	struct str password; /* lower case */
	struct str own[OWN_MAX];
	int own_count;
	int best[LONGEST + 1]; /* fewest words that explain the first n characters */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_sign(char c)
{
	return !is_digit(c) && !is_letter(c) && (unsigned char)c < 0x80;
}

/* "p4$$w0rd": the signs people write for letters. */
static bool stands_for(char typed, char letter)
{
	static const char *const pairs[] = {"a4", "a@", "b8", "e3", "g9", "i1",
					    "i!", "o0", "s5", "s$", "t7", "z2"};

	if (typed == letter)
		return true;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i][0] == letter && pairs[i][1] == typed)
			return true;
	return false;
}

static bool word_is_at(const struct guess *guess, size_t at, struct str word)
{
	if (word.len < SHORTEST_WORD || at + word.len > guess->password.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!stands_for(guess->password.at[at + i], word.at[i]))
			return false;
	return true;
}

static void reach(struct guess *guess, size_t to, int words)
{
	if (words < guess->best[to])
		guess->best[to] = words;
}

static void try_words(struct guess *guess, size_t at)
{
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++) {
		struct str rest = str_from(common[i]);
		while (rest.len > 0) {
			struct str word = str_cut(rest, ' ', &rest);
			if (word_is_at(guess, at, word))
				reach(guess, at + word.len, guess->best[at] + 1);
		}
	}
	for (int i = 0; i < guess->own_count; i++)
		if (word_is_at(guess, at, guess->own[i]))
			reach(guess, at + guess->own[i].len, guess->best[at] + 1);
}

/* How many characters from at stand side by side in a row, in this direction. */
static size_t run_in(const struct guess *guess, size_t at, const char *row, int step)
{
	const char *here = strchr(row, guess->password.at[at]);
	size_t len = 0, last = strlen(row) - 1;

	while (here && at + len < guess->password.len && *here == guess->password.at[at + len]) {
		len++;
		if (here == (step > 0 ? row + last : row))
			break;
		here += step;
	}
	return len;
}

static size_t repeats_at(const struct guess *guess, size_t at)
{
	size_t len = 1;

	while (at + len < guess->password.len &&
	       guess->password.at[at + len] == guess->password.at[at])
		len++;
	return len;
}

static void try_runs(struct guess *guess, size_t at)
{
	size_t longest = repeats_at(guess, at);

	if (longest < SHORTEST_WORD)
		longest = 0;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t up = run_in(guess, at, rows[i], 1), down = run_in(guess, at, rows[i], -1);
		size_t len = up > down ? up : down;
		if (len >= SHORTEST_RUN && len > longest)
			longest = len;
	}
	for (size_t len = SHORTEST_WORD; len <= longest; len++)
		reach(guess, at + len, guess->best[at]);
}

static void read_own(struct guess *guess, struct str own)
{
	size_t from = 0;

	for (size_t i = 0; i <= own.len && guess->own_count < OWN_MAX; i++) {
		if (i < own.len && !is_sign(own.at[i]))
			continue;
		if (i - from >= SHORTEST_WORD)
			guess->own[guess->own_count++] = str_slice(own, from, i);
		from = i + 1;
	}
}

/* "abcdabcdabcd": nothing new after the first half or sooner. */
static bool repeats_itself(struct str password)
{
	for (size_t period = 1; period <= password.len / 2; period++) {
		size_t i = period;
		while (i < password.len && password.at[i] == password.at[i - period])
			i++;
		if (i == password.len)
			return true;
	}
	return false;
}

bool password_is_common(struct arena *mem, struct str password, struct str own)
{
	struct guess guess = {.password = str_lower(mem, str_slice(password, 0, LONGEST))};

	read_own(&guess, str_lower(mem, own));
	for (size_t i = 0; i <= LONGEST; i++)
		guess.best[i] = UNREACHED;
	guess.best[0] = 0;
	for (size_t at = 0; at < guess.password.len; at++) {
		if (guess.best[at] == UNREACHED)
			continue;
		if (is_sign(guess.password.at[at]) || is_digit(guess.password.at[at]))
			reach(&guess, at + 1, guess.best[at]);
		try_words(&guess, at);
		try_runs(&guess, at);
	}
	return guess.best[guess.password.len] <= WORDS_AT_MOST || repeats_itself(guess.password);
}
