/* SPDX-License-Identifier: Apache-2.0 */
/* Regulations and legal terms found in a text. The tool that makes the templates links it too. */
#include "base/cite.h"

#include <string.h>

static const struct cited {
	const char *text;
	size_t len;
	bool is_law;
} cited[] = {
#define LAW(text) {text, sizeof(text) - 1, true},
#define WORD(text) {text, sizeof(text) - 1, false},
#include "base/cite.def"
#undef LAW
#undef WORD
};
#define CITED (sizeof cited / sizeof cited[0])

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Of a word in either language; a byte past ASCII is part of a letter. */
static bool is_inner(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
	       (unsigned char)c >= 128;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* A legal term may begin a sentence. */
static bool begins_with(const struct cited *with, const char *at, size_t left)
{
	if (left < with->len ||
	    (with->is_law ? *at != *with->text : lower(*at) != lower(*with->text)))
		return false;
	return memcmp(at + 1, with->text + 1, with->len - 1) == 0 &&
	       (left == with->len || !is_inner(at[with->len]));
}

/* " 94/2021" behind a regulation's name; 0: none. */
static size_t number_length(const char *at, size_t left)
{
	size_t n = 1;

	if (left < 2 || at[0] != ' ' || !is_digit(at[1]))
		return 0;
	while (n < left &&
	       (is_digit(at[n]) || (at[n] == '/' && n + 1 < left && is_digit(at[n + 1]))))
		n++;
	return n;
}

static size_t length_at(const char *at, size_t left, bool with_terms)
{
	for (size_t i = 0; i < CITED; i++) {
		if ((!cited[i].is_law && !with_terms) || !begins_with(&cited[i], at, left))
			continue;
		if (!cited[i].is_law)
			return cited[i].len;
		size_t number = number_length(at + cited[i].len, left - cited[i].len);
		if (number > 0)
			return cited[i].len + number;
	}
	return 0;
}

bool cite_find(const char *text, size_t len, bool with_terms, size_t *from, size_t *count)
{
	for (size_t i = 0; i < len; i++) {
		if (i > 0 && is_inner(text[i - 1]))
			continue;
		size_t found = length_at(text + i, len - i, with_terms), more;
		if (found == 0)
			continue;
		while (i + found < len && text[i + found] == ' ' &&
		       (more = length_at(text + i + found + 1, len - i - found - 1, with_terms)) >
			       0)
			found += 1 + more;
		*from = i;
		*count = found;
		return true;
	}
	return false;
}
