/* SPDX-License-Identifier: Apache-2.0 */
/* Folds the Latin letters of names; letters of other scripts stay as they are. */
#include "base/fold.h"

#include "base/letters.h"

/* U+00C0 to U+017F without their marks; "-" is no letter, and two letters where one stands for
   both. */
static const char *const latin[] = {
	"a", "a", "a",	"a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
	"d", "n", "o",	"o",  "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a",	"a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
	"d", "n", "o",	"o",  "o", "o", "o",  "-", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a",	"a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",
	"d", "d", "e",	"e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",
	"g", "g", "g",	"g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",
	"i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",
	"l", "l", "l",	"n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",
	"o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",
	"s", "s", "t",	"t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",
	"u", "u", "u",	"u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",
};

_Static_assert(sizeof latin / sizeof latin[0] == 0x180 - 0xC0, "a letter a place");

enum sign { SIGN_LETTER, SIGN_NOTHING, SIGN_BLANK };

static size_t length_of(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static bool is_apostrophe(struct str letter)
{
	return str_is(letter, "'") || str_is(letter, "`") || str_is(letter, "\xC2\xB4") ||
	       str_is(letter, "\xE2\x80\x98") || str_is(letter, "\xE2\x80\x99") ||
	       str_is(letter, "\xCA\xBC") || str_is(letter, "\xCA\xBB");
}

/* U+0300 to U+036F: a mark that stands behind its letter. */
static bool is_mark(struct str letter)
{
	unsigned char first = (unsigned char)letter.at[0];

	return letter.len == 2 &&
	       (first == 0xCC || (first == 0xCD && (unsigned char)letter.at[1] <= 0xAF));
}

/* One letter of more than one byte. */
static enum sign wide_sign(struct str letter, struct str *folded)
{
	unsigned char first = (unsigned char)letter.at[0];

	if (is_apostrophe(letter) || is_mark(letter))
		return SIGN_NOTHING;
	if (first == 0xC2 || first == 0xE2) /* signs, dashes, quotes, wide blanks */
		return SIGN_BLANK;
	if (letter.len == 2 && first >= 0xC3 && first <= 0xC5) {
		int point = (first & 0x1F) << 6 | ((unsigned char)letter.at[1] & 0x3F);
		*folded = str_from(latin[point - 0xC0]);
		return str_is(*folded, "-") ? SIGN_BLANK : SIGN_LETTER;
	}
	*folded = letter;
	return SIGN_LETTER;
}

static enum sign sign_of(struct str letter, char *small, struct str *folded)
{
	char c = letter.at[0];

	if (letter.len > 1)
		return wide_sign(letter, folded);
	if (is_apostrophe(letter))
		return SIGN_NOTHING;
	*small = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	*folded = (struct str){small, 1};
	return (*small >= 'a' && *small <= 'z') || (c >= '0' && c <= '9') ? SIGN_LETTER
									  : SIGN_BLANK;
}

static void word_end(struct buf *word, struct fold *out)
{
	if (word->len > 0 && out->count < FOLD_WORDS_MAX)
		out->word[out->count++] = buf_str(word);
	if (word->len > 0)
		buf_init(word, word->mem);
}

void fold_words(struct arena *mem, struct str text, struct fold *out)
{
	struct buf word;
	struct str folded;
	char small;

	out->count = 0;
	buf_init(&word, mem);
	for (size_t at = 0, len; at < text.len; at += len) {
		len = length_of((unsigned char)text.at[at]);
		switch (sign_of(str_slice(text, at, at + len), &small, &folded)) {
		case SIGN_LETTER: buf_add(&word, folded); break;
		case SIGN_BLANK: word_end(&word, out); break;
		case SIGN_NOTHING: break;
		}
	}
	word_end(&word, out);
}

static struct str cut_bytes(struct str text, size_t most)
{
	size_t end = text.len < most ? text.len : most;

	while (end > 0 && end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80)
		end--; /* never half a letter */
	return str_slice(text, 0, end);
}

struct str fold_key(struct arena *mem, const struct fold *fold, int from)
{
	struct buf key;

	buf_init(&key, mem);
	for (int i = from; i < fold->count && key.len < FOLD_KEY_MAX; i++)
		buf_add(&key, fold->word[i]);

	return cut_bytes(buf_str(&key), FOLD_KEY_MAX);
}

/* U+2010 to U+2015, and the minus sign. */
static bool is_dash(struct str letter)
{
	return (letter.len == 3 && memcmp(letter.at, "\xE2\x80", 2) == 0 &&
		(unsigned char)letter.at[2] >= 0x90 && (unsigned char)letter.at[2] <= 0x95) ||
	       str_is(letter, "\xE2\x88\x92");
}

struct str fold_code(struct arena *mem, struct str code)
{
	struct buf key;
	struct str folded;
	char small;

	buf_init(&key, mem);
	for (size_t at = 0, len; at < code.len; at += len) {
		len = length_of((unsigned char)code.at[at]);
		struct str letter = str_slice(code, at, at + len);
		enum sign sign = sign_of(letter, &small, &folded);
		if (sign == SIGN_LETTER)
			buf_add(&key, folded);
		else if (is_dash(letter))
			buf_add_char(&key, '-');
		else if (sign == SIGN_BLANK && len == 1 && letter.at[0] > ' ')
			buf_add_char(&key, letter.at[0]);
	}
	return buf_str(&key);
}

/* --- places in lists --- */

#define DIGITS_SHORT 9 /* so many are told by one sign before them */

static size_t digits_at(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && text.at[end] >= '0' && text.at[end] <= '9')
		end++;
	return end;
}

/* How long a number is stands before it: then a byte by byte comparison goes by its size. */
static void number_add(struct buf *key, struct str digits)
{
	while (digits.len > 1 && digits.at[0] == '0')
		digits = str_slice(digits, 1, digits.len);
	if (digits.len < DIGITS_SHORT)
		buf_add_int(key, (int64_t)digits.len);
	else
		buf_add_format(key, "%d%03zu", DIGITS_SHORT, digits.len);
	buf_add(key, digits);
}

struct str fold_order(struct arena *mem, struct str name)
{
	struct str text = letters_plain(mem, name), folded;
	bool is_parted = false;
	struct buf key;
	char small = 0; /* stays when the sign is wider than a byte */

	buf_init(&key, mem);
	for (size_t at = 0, end; at < text.len && key.len < FOLD_ORDER_MAX; at = end) {
		end = at + length_of((unsigned char)text.at[at]);
		enum sign sign = sign_of(str_slice(text, at, end), &small, &folded);
		if (sign == SIGN_LETTER && is_parted && key.len > 0)
			buf_add_char(&key, ' ');
		if (sign != SIGN_NOTHING)
			is_parted = sign == SIGN_BLANK;
		if (sign != SIGN_LETTER)
			continue;
		if (small >= '0' && small <= '9' && text.at[at] == small) {
			end = digits_at(text, at);
			number_add(&key, str_slice(text, at, end));
		} else {
			buf_add(&key, folded);
		}
	}
	return cut_bytes(buf_str(&key), FOLD_ORDER_MAX);
}
