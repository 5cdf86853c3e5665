/* SPDX-License-Identifier: Apache-2.0 */
/* Looks sentences up in the table the build lays, and writes dates and numbers as the reader
   does. */
#include "base/say.h"

/* In a translated format these stand for [ | ] around a choice, where no text of a person can be
   taken for one. */
#define CHOICE_OPEN '\1'
#define CHOICE_ELSE '\2'
#define CHOICE_CLOSE '\3'

static const struct bahasa_row {
	const char *key, *own_name;
	char decimal, clock;
} languages[] = {
#define BAHASA(name, key, own_name, decimal, clock) {key, own_name, decimal, clock},
#include "base/bahasa.def"
#undef BAHASA
};

const enum bahasa bahasa_all[BAHASA_COUNT] = {
#define BAHASA(name, key, own_name, decimal, clock) BAHASA_##name,
#include "base/bahasa.def"
#undef BAHASA
};

static const struct bahasa_row *language_of(const struct arena *mem)
{
	return &languages[arena_bahasa(mem)];
}

struct str bahasa_key(enum bahasa bahasa)
{
	return str_from(languages[bahasa].key);
}

struct str bahasa_name(enum bahasa bahasa)
{
	return str_from(languages[bahasa].own_name);
}

bool bahasa_parse(struct str key, enum bahasa *out)
{
	for (int i = 0; i < BAHASA_COUNT; i++)
		if (str_is(key, languages[i].key)) {
			*out = (enum bahasa)i;
			return true;
		}
	return false;
}

/* "en-GB;q=0.8" -> 800 and the language, -1 when we do not speak it; a weight we cannot read
   weighs nothing. */
static int accepted_weight(struct str range, enum bahasa *out)
{
	struct str weight, rest;
	struct str tag = str_trim(str_cut(range, ';', &weight));
	int64_t hundredths = 100;

	if (!bahasa_parse(str_cut(tag, '-', &rest), out))
		return -1;
	weight = str_trim(weight);
	if (str_starts(weight, "q=") && !str_parse_hundredths(str_slice(weight, 2, 6), &hundredths))
		return 0;
	return (int)hundredths;
}

enum bahasa bahasa_accepted(struct str header)
{
	enum bahasa best = BAHASA_ID, one;
	int best_weight = 0;

	while (header.len > 0) {
		int weight = accepted_weight(str_cut(header, ',', &header), &one);
		if (weight > best_weight) {
			best = one;
			best_weight = weight;
		}
	}
	return best;
}

struct str say_str(struct arena *mem, struct str sentence)
{
	enum bahasa bahasa = arena_bahasa(mem);

	if (bahasa == BAHASA_ID || sentence.len == 0)
		return sentence;
	for (size_t at = say_hash(sentence.at, sentence.len);; at++) {
		const struct saying *saying = &say_table[at & say_table_mask];
		if (!saying->said[BAHASA_ID].at)
			return sentence;
		if (str_equal(saying->said[BAHASA_ID], sentence))
			return saying->said[bahasa].len > 0 ? saying->said[bahasa] : sentence;
	}
}

struct str say_cstr(struct arena *mem, const char *sentence)
{
	return say_str(mem, str_from(sentence));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Is the last number of a text one? "1", "(1" are; "11", "0,1" and a text without number are
   not. */
static bool ends_in_one(struct str text)
{
	size_t end = text.len, from;

	while (end > 0 && !is_digit(text.at[end - 1]))
		end--;
	from = end;
	while (from > 0 && (is_digit(text.at[from - 1]) || text.at[from - 1] == '.' ||
			    text.at[from - 1] == ','))
		from--;
	return end - from == 1 && text.at[from] == '1';
}

/* Takes the fitting half of each choice; most sentences have none. */
static struct str choose(struct arena *mem, struct str text)
{
	struct buf out;
	struct str rest = text;

	if (!text.len || !memchr(text.at, CHOICE_OPEN, text.len))
		return text;
	buf_init(&out, mem);
	while (rest.len > 0) {
		struct str one, many;
		buf_add(&out, str_cut(rest, CHOICE_OPEN, &rest));
		if (rest.len == 0)
			break;
		one = str_cut(rest, CHOICE_ELSE, &rest);
		many = str_cut(rest, CHOICE_CLOSE, &rest);
		buf_add(&out, ends_in_one(buf_str(&out)) ? one : many);
	}
	return buf_str(&out);
}

PRINTF_LIKE(2, 0)
static struct str format_said(struct arena *mem, const char *fmt, va_list args)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_list(&out, say_cstr(mem, fmt).at, args);
	return choose(mem, buf_str(&out));
}

struct str say_format(struct arena *mem, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	struct str said = format_said(mem, fmt, args);
	va_end(args);
	return said;
}

void buf_say_format(struct buf *buf, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buf_add(buf, format_said(buf->mem, fmt, args));
	va_end(args);
}

struct str say_month_name(struct arena *mem, int month)
{
	return say(mem, date_month_name(month));
}

struct str say_date(struct arena *mem, struct date d)
{
	return str_format(mem, "%d %.*s %d", d.day, STR_ARG(say_month_name(mem, d.month)), d.year);
}

/* The first three letters are the usual short names in both languages. */
struct str say_date_short(struct arena *mem, struct date d)
{
	struct str name = str_slice(say_month_name(mem, d.month), 0, 3);

	return str_format(mem, "%d %.*s", d.day, STR_ARG(name));
}

struct str say_day_name(struct arena *mem, struct date d)
{
	return say(mem, date_day_name(d));
}

/* What stands before the year is a sentence of ours; a name is kept with its year. */
struct str say_period(struct arena *mem, struct str name)
{
	size_t end = name.len;
	struct str words;

	while (end > 0 && name.at[end - 1] != ' ')
		end--;
	if (end == 0 || arena_bahasa(mem) == BAHASA_ID)
		return name;
	words = say(mem, str_slice(name, 0, end - 1));
	return str_format(mem, "%.*s %.*s", STR_ARG(words),
			  STR_ARG(str_slice(name, end, name.len)));
}

struct str say_clock(struct arena *mem, int64_t utc_us, enum zona zona)
{
	int minute = time_minute_of_day(utc_us, zona);

	return str_format(mem, "%02d%c%02d", minute / 60, language_of(mem)->clock, minute % 60);
}

/* Only the marks change, so that the same swap leads both ways. */
struct str say_number(struct arena *mem, struct str number)
{
	const struct bahasa_row *reader = language_of(mem), *ours = &languages[BAHASA_ID];
	char *swapped;

	if (reader->decimal == ours->decimal || number.len == 0)
		return number;
	swapped = arena_room(mem, number.len);
	for (size_t i = 0; i < number.len; i++) {
		char c = number.at[i];
		swapped[i] = c == '.' ? ',' : c == ',' ? '.' : c;
	}
	return (struct str){swapped, number.len};
}

struct str say_hundredths(struct arena *mem, int64_t hundredths)
{
	return say_number(mem, str_hundredths(mem, hundredths));
}

bool say_parse_hundredths(struct arena *mem, struct str s, int64_t *out)
{
	return str_parse_hundredths(say_number(mem, s), out);
}
