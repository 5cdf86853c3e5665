/* SPDX-License-Identifier: Apache-2.0 */
/* Goes over a text word by word. */
#include "suara/suara_mask.h"

#include "base/fold.h"

#define NAME_LETTERS 3 /* shorter ones are no names that tell anything */
#define NUMBER_DIGITS 4

static const char *const ordinary[] = {
#define SUARA_BIASA(word) word,
#include "suara/suara_biasa.def"
#undef SUARA_BIASA
};
static const char *const called[] = {"pak", "bapak",   "bu",   "ibu",	 "mas",	   "mbak",
				     "kak", "kakak",   "bang", "abang",	 "om",	   "tante",
				     "sdr", "saudara", "dr",   "dokter", "suster", "bpk"};
static const char *const ends[] = {".com", ".id", ".net", ".org", ".info", ".me", ".co"};

static bool is_in(struct str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, list[i]))
			return true;
	return false;
}

#define IS_IN(word, list) is_in(word, list, sizeof(list) / sizeof((list)[0]))

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters and whatever is beyond ASCII; an apostrophe inside a name belongs to it. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) || c == '\'';
}

static struct str folded(struct arena *mem, struct str word)
{
	struct fold fold;

	fold_words(mem, word, &fold);
	return fold.count > 0 ? fold_key(mem, &fold, 0) : STR_NONE;
}

/* --- numbers and addresses --- */

static size_t chunk_end(struct str text, size_t at)
{
	while (at < text.len && !is_space(text.at[at]))
		at++;
	return at;
}

static bool is_mail(struct str chunk)
{
	for (size_t i = 1; i + 1 < chunk.len; i++)
		if (chunk.at[i] == '@')
			return true;
	return false;
}

/* "jakarta.go.id", "abc.com/x": an ending that stands at the end or before a sign. */
static bool has_ending(struct str lower)
{
	for (size_t e = 0; e < sizeof(ends) / sizeof(ends[0]); e++) {
		struct str end = str_from(ends[e]);
		for (size_t i = 1; i + end.len <= lower.len; i++) {
			struct str after = str_slice(lower, i + end.len, lower.len);
			if (!str_starts(str_slice(lower, i, lower.len), ends[e]))
				continue;
			if (after.len == 0 || (!is_letter(after.at[0]) && !is_digit(after.at[0])))
				return true;
		}
	}
	return false;
}

static bool is_link(struct arena *mem, struct str chunk)
{
	struct str lower = str_lower(mem, chunk);

	return str_has(lower, "://") || str_starts(lower, "www.") || has_ending(lower);
}

/* A number with what people write between its digits, "0812-3456 789"; 0: too short to mask. */
static size_t number_end(struct str text, size_t at)
{
	size_t end = at;
	int digits = 0;

	for (size_t i = at; i < text.len; i++) {
		char c = text.at[i];
		if (is_digit(c)) {
			digits++;
			end = i + 1;
		} else if (!(c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' ||
			     c == '+' || c == ',')) {
			break;
		}
	}
	return digits >= NUMBER_DIGITS ? end : 0;
}

static bool begins_chunk(struct str text, size_t at)
{
	return at == 0 || is_space(text.at[at - 1]);
}

static struct str without_numbers(struct arena *mem, struct str text)
{
	struct buf out;
	size_t at = 0, end;

	buf_init(&out, mem);
	while (at < text.len) {
		struct str chunk = str_slice(text, at, chunk_end(text, at));
		if (begins_chunk(text, at) && chunk.len > 0 && is_mail(chunk)) {
			buf_add_cstr(&out, "[surel]");
			at += chunk.len;
		} else if (begins_chunk(text, at) && chunk.len > 0 && is_link(mem, chunk)) {
			buf_add_cstr(&out, "[tautan]");
			at += chunk.len;
		} else if (is_digit(text.at[at]) && (end = number_end(text, at)) > 0) {
			buf_add_cstr(&out, "[nomor]");
			at = end;
		} else if (is_digit(text.at[at])) {
			while (at < text.len && is_digit(text.at[at]))
				buf_add_char(&out, text.at[at++]);
		} else {
			buf_add_char(&out, text.at[at++]);
		}
	}
	return buf_str(&out);
}

/* --- names --- */

struct word {
	struct str text, folded;
	size_t from, to;
	bool is_name, is_masked, is_own; /* is_own: one of our marks */
};

static int words_of(struct arena *mem, struct str text, struct word out[SUARA_MASK_WORDS])
{
	int count = 0;

	for (size_t at = 0; at < text.len && count < SUARA_MASK_WORDS;) {
		if (!is_letter(text.at[at])) {
			at++;
			continue;
		}
		struct word *word = &out[count++];
		*word = (struct word){.from = at};
		while (at < text.len && is_letter(text.at[at]))
			at++;
		word->to = at;
		word->is_own = word->from > 0 && text.at[word->from - 1] == '[';
		word->text = str_slice(text, word->from, word->to);
		word->folded = folded(mem, word->text);
	}
	return count;
}

int suara_mask_words(struct arena *mem, struct str text, struct str out[SUARA_MASK_WORDS])
{
	struct word *words = arena_array(mem, struct word, SUARA_MASK_WORDS);
	int found = words_of(mem, text, words), count = 0;

	for (int i = 0; i < found; i++)
		if (words[i].folded.len >= NAME_LETTERS && !words[i].is_own)
			out[count++] = words[i].folded;
	return count;
}

static bool is_name(const struct suara_names *names, struct str folded)
{
	for (int i = 0; folded.len >= NAME_LETTERS && i < names->count; i++)
		if (str_equal(names->at[i], folded))
			return true;
	return false;
}

static bool is_capital(struct str word)
{
	return word.len > 0 && word.at[0] >= 'A' && word.at[0] <= 'Z';
}

/* "Pak Anton" names somebody whoever he is; "bagus" does behind "pak" or beside another name. */
static void mark_names(struct word *words, int count, const struct suara_names *names)
{
	for (int i = 0; i < count; i++)
		words[i].is_name = !words[i].is_own && is_name(names, words[i].folded);
	for (int i = 0; i < count; i++) {
		struct word *word = &words[i];
		bool is_called = i > 0 && IS_IN(words[i - 1].folded, called);
		bool has_other =
			(i > 0 && words[i - 1].is_name && !IS_IN(words[i - 1].folded, ordinary)) ||
			(i + 1 < count && words[i + 1].is_name &&
			 !IS_IN(words[i + 1].folded, ordinary));
		if (word->is_own)
			continue;
		if (word->is_name)
			word->is_masked = is_called || has_other || !IS_IN(word->folded, ordinary);
		else
			word->is_masked =
				is_called && is_capital(word->text) && !IS_IN(word->folded, called);
	}
}

struct str suara_mask(struct arena *mem, struct str text, const struct suara_names *names)
{
	struct word *words = arena_array(mem, struct word, SUARA_MASK_WORDS);
	struct str plain = without_numbers(mem, text);
	int count = words_of(mem, plain, words);
	size_t at = 0;
	struct buf out;

	mark_names(words, count, names);
	buf_init(&out, mem);
	for (int i = 0; i < count; i++) {
		if (!words[i].is_masked)
			continue;
		buf_add(&out, str_slice(plain, at, words[i].from));
		if (i == 0 || !words[i - 1].is_masked)
			buf_add_cstr(&out, "[nama]");
		else if (out.len > 0 && is_space(out.at[out.len - 1]))
			out.len--; /* a name of several words is one */
		at = words[i].to;
	}
	buf_add(&out, str_slice(plain, at, plain.len));
	return buf_str(&out);
}

/* --- themes --- */

static struct str spaced(struct arena *mem, struct str text)
{
	struct word *words = arena_array(mem, struct word, SUARA_MASK_WORDS);
	int count = words_of(mem, text, words);
	struct buf out;

	buf_init(&out, mem);
	for (int i = 0; i < count; i++) {
		buf_add_char(&out, ' ');
		buf_add(&out, words[i].folded);
	}
	return buf_str(&out);
}

bool suara_has_words(struct arena *mem, struct str text, struct str lines)
{
	struct str all = spaced(mem, text), rest = lines;

	while (rest.len > 0) {
		struct str line = str_cut(rest, '\n', &rest);
		struct str wanted = spaced(mem, line);
		if (wanted.len > 0 && str_has(all, str_cstr(mem, wanted)))
			return true;
	}
	return false;
}
