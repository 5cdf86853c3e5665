/* SPDX-License-Identifier: Apache-2.0 */
/* Titles stand before a name by custom, and behind it after a comma or with points. */
#include "base/name.h"

#include "base/fold.h"
#include "base/letters.h"

/* Titles before a name, without their points, small. */
static const char *const titles[] = {"prof", "dr", "drs", "dra", "drg", "drh", "ir",
				     "h",    "hj", "kh",  "ns",	 "apt", "pdt", "pdp",
				     "ust",  "bd", "ny",  "tn",	 "sdr", "sdri"};

static bool is_listed(struct str word)
{
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
		const char *letter = titles[i];
		size_t at = 0;
		for (; at < word.len; at++) {
			if (word.at[at] == '.')
				continue;
			if ((word.at[at] | 0x20) != *letter)
				break;
			letter++;
		}
		if (at == word.len && *letter == '\0')
			return true;
	}
	return false;
}

/* "Drs", "K.H." as one, or "Prof.Dr." part by part. A first initial is none. */
static bool is_title(struct str word)
{
	if (is_listed(word))
		return true;
	while (word.len > 0)
		if (!is_listed(str_cut(word, '.', &word)))
			return false;
	return true;
}

/* "S.H.", "M.Si": a degree behind the name; "M." is an initial. */
static bool is_degree(struct str word)
{
	struct str rest;

	(void)str_cut(word, '.', &rest);
	return rest.len > 0;
}

static struct str last_word(struct str name)
{
	size_t from = name.len;

	while (from > 0 && name.at[from - 1] != ' ')
		from--;
	return str_slice(name, from, name.len);
}

struct str name_bare(struct str name)
{
	struct str whole = str_trim(name), rest;
	struct str bare = str_trim(str_cut(whole, ',', &rest));

	while (bare.len > 0 && is_title(str_cut(bare, ' ', &rest)))
		bare = str_trim(rest);
	while (bare.len > 0 && is_degree(last_word(bare)))
		bare = str_trim(str_slice(bare, 0, bare.len - last_word(bare).len));
	return bare.len > 0 ? bare : whole;
}

struct str name_called(struct str name)
{
	struct str bare = name_bare(name), rest;
	struct str first = str_cut(bare, ' ', &rest);
	bool is_initial = str_chars(first) == 1 || (str_chars(first) == 2 && str_ends(first, "."));

	if (!is_initial || rest.len == 0)
		return first;
	return str_slice(bare, 0, first.len + 1 + str_cut(rest, ' ', &rest).len);
}

struct str name_initials(struct arena *mem, struct str name, int most)
{
	struct str rest = name_bare(name);
	struct buf out;

	buf_init(&out, mem);
	while (rest.len > 0 && most > 0) {
		struct str letter = letters_first(mem, str_cut(rest, ' ', &rest));
		buf_add(&out, letter);
		most -= letter.len > 0;
	}
	return buf_str(&out);
}

struct str name_order(struct arena *mem, struct str name)
{
	return fold_order(mem, name_bare(name));
}
