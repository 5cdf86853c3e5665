/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what was asked and writes what is answered. */
#include "law/calculator_input.h"
#include "base/say.h"
#include "law/digits.h"

static const struct calculator_input *find(const struct calc *calc, const char *key)
{
	for (int i = 0; i < calc->count; i++)
		if (str_is(calc->inputs[i].key, key))
			return &calc->inputs[i];
	return NULL;
}

bool calc_has(const struct calc *calc, const char *key)
{
	return find(calc, key) != NULL;
}

struct str calc_text(const struct calc *calc, const char *key)
{
	const struct calculator_input *input = find(calc, key);
	return input ? str_trim(input->value) : STR_NONE;
}

void calc_fault(struct calc *calc, const char *key, struct str sentence)
{
	for (int i = 0; i < calc->faults->count; i++)
		if (str_is(calc->faults->at[i].field, key) &&
		    str_equal(calc->faults->at[i].sentence, sentence))
			return; /* said already, of an earlier item of the same list */
	problem_add(calc->faults, str_from(key), "kalkulator.masukan", sentence);
}

/* Only what stands there can be wrong; that it is missing was said already. */
void calc_wrong_choice(struct calc *calc, const char *key, const char *choices)
{
	if (calc_has(calc, key))
		calc_fault(calc, key, say_format(calc->mem, "pilih salah satu dari %s.", choices));
}

static int64_t int_of(struct calc *calc, const char *key, struct str text, int64_t least,
		      int64_t most)
{
	int64_t number;

	if (str_parse_int(text, &number) && number >= least && number <= most)
		return number;
	calc_fault(calc, key,
		   say_format(calc->mem, "isi dengan bilangan bulat %lld sampai %lld.",
			      (long long)least, (long long)most));
	return least;
}

int64_t calc_int(struct calc *calc, const char *key, int64_t least, int64_t most)
{
	return calc_has(calc, key) ? int_of(calc, key, calc_text(calc, key), least, most) : least;
}

int64_t calc_int_or(struct calc *calc, const char *key, int64_t most, int64_t fallback)
{
	return calc_has(calc, key) ? calc_int(calc, key, 0, most) : fallback;
}

bool calc_flag(struct calc *calc, const char *key)
{
	return calc_int_or(calc, key, 1, 0) == 1;
}

int64_t calc_hundredths(struct calc *calc, const char *key, int64_t most)
{
	int64_t number = 0;

	if (!calc_has(calc, key))
		return 0;
	if (str_parse_hundredths(calc_text(calc, key), &number) && number >= 0 && number <= most)
		return number;
	calc_fault(calc, key,
		   say_format(calc->mem, "isi dengan 0 sampai %lld, paling banyak dua desimal.",
			      (long long)most / 100));
	return 0;
}

struct ratio calc_ratio(struct calc *calc, const char *key, struct str text, int least, int most)
{
	struct ratio number;
	struct str decimals, whole = str_cut(text, ',', &decimals); /* people here write 88,31 */

	if (decimals.len)
		text = str_format(calc->mem, "%.*s.%.*s", STR_ARG(whole), STR_ARG(decimals));
	if (ratio_parse(text, &number) && ratio_compare(number, ratio_make(least, 1)) >= 0 &&
	    ratio_compare(number, ratio_make(most, 1)) <= 0)
		return number;
	calc_fault(calc, key,
		   say_format(calc->mem,
			      "isi dengan bilangan antara %d dan %d, paling banyak enam desimal.",
			      least, most));
	return ratio_make(most, 1);
}

/* "07:30" or "07:30:59" as seconds of the day. */
static bool clock_parse(struct str text, int *seconds)
{
	static const int most[] = {23, 59, 59};
	struct str rest = text;
	int parts = 0;

	*seconds = 0;
	while (rest.len && parts < 3) {
		struct str digits = str_cut(rest, ':', &rest);
		if (!digits_only(digits, 2) || digits_at(digits, 0, 2) > most[parts])
			return false;
		*seconds = *seconds * 60 + digits_at(digits, 0, 2);
		parts++;
	}
	if (parts == 2)
		*seconds *= 60;
	return text.len == 5 || text.len == 8; /* nothing but whole parts */
}

int calc_clock(struct calc *calc, const char *key)
{
	int seconds = 0;

	if (calc_has(calc, key) && !clock_parse(calc_text(calc, key), &seconds))
		calc_fault(calc, key, STR("isi dengan jam JJ:MM atau JJ:MM:DD."));
	return seconds;
}

static struct date date_of(struct calc *calc, const char *key, struct str text)
{
	struct date day;

	if (date_parse(text, &day) && day.year >= 1900 && day.year <= 2999)
		return day;
	calc_fault(calc, key, STR("isi dengan tanggal TTTT-BB-HH yang ada di kalender."));
	return DATE(2000, 1, 1);
}

struct date calc_date(struct calc *calc, const char *key)
{
	return calc_has(calc, key) ? date_of(calc, key, calc_text(calc, key)) : DATE(2000, 1, 1);
}

int calc_list(struct calc *calc, const char *key, struct str parts[CALC_LIST_MAX])
{
	struct str rest = calc_text(calc, key);
	bool has_more = rest.len > 0;
	int count = 0;

	while (has_more) {
		struct str tail;
		struct str part = str_cut(rest, ',', &tail);
		has_more = part.len < rest.len;
		if (count == CALC_LIST_MAX) {
			calc_fault(calc, key, STR("paling banyak 366 butir."));
			return count;
		}
		parts[count++] = str_trim(part);
		rest = tail;
	}
	return count;
}

int calc_int_list(struct calc *calc, const char *key, int64_t most, int numbers[CALC_LIST_MAX])
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(calc, key, parts);

	for (int i = 0; i < count; i++)
		numbers[i] = (int)int_of(calc, key, parts[i], 0, most);
	return count;
}

int calc_date_list(struct calc *calc, const char *key, struct date dates[CALC_LIST_MAX])
{
	struct str parts[CALC_LIST_MAX];
	int count = calc_list(calc, key, parts);

	for (int i = 0; i < count; i++)
		dates[i] = date_of(calc, key, parts[i]);
	return count;
}

struct calendar calc_calendar(struct calc *calc)
{
	struct date libur[CALC_LIST_MAX];
	int count = calc_date_list(calc, "libur", libur);
	return calendar_make(calc->mem, &calc->law, libur, count);
}

static void put_key(struct calc *calc, const char *key)
{
	buf_add_format(&calc->json, "%s\"%s\":", calc->json.len ? "," : "", key);
}

static void put_text(struct calc *calc, struct str value)
{
	buf_add_char(&calc->json, '"');
	for (size_t i = 0; i < value.len; i++) {
		unsigned char c = (unsigned char)value.at[i];
		if (c < 0x20)
			buf_add_format(&calc->json, "\\u%04x", c);
		else if (c == '"' || c == '\\')
			buf_add_format(&calc->json, "\\%c", c);
		else
			buf_add_char(&calc->json, value.at[i]);
	}
	buf_add_char(&calc->json, '"');
}

void calc_put_str(struct calc *calc, const char *key, struct str value)
{
	put_key(calc, key);
	put_text(calc, value);
}

void calc_put_int(struct calc *calc, const char *key, int64_t value)
{
	put_key(calc, key);
	buf_add_int(&calc->json, value);
}

void calc_put_bool(struct calc *calc, const char *key, bool value)
{
	put_key(calc, key);
	buf_add_cstr(&calc->json, value ? "true" : "false");
}

void calc_put_decimal(struct calc *calc, const char *key, struct ratio value, int decimals)
{
	calc_put_str(calc, key, ratio_decimal(calc->mem, value, decimals));
}

void calc_put_date(struct calc *calc, const char *key, struct date value)
{
	calc_put_str(calc, key, date_iso(calc->mem, value));
}

void calc_put_list(struct calc *calc, const char *key, const struct str *values, int count)
{
	put_key(calc, key);
	buf_add_char(&calc->json, '[');
	for (int i = 0; i < count; i++) {
		if (i)
			buf_add_char(&calc->json, ',');
		put_text(calc, values[i]);
	}
	buf_add_char(&calc->json, ']');
}

void calc_put_int_list(struct calc *calc, const char *key, const int *values, int count)
{
	put_key(calc, key);
	buf_add_char(&calc->json, '[');
	for (int i = 0; i < count; i++)
		buf_add_format(&calc->json, "%s%d", i ? "," : "", values[i]);
	buf_add_char(&calc->json, ']');
}
