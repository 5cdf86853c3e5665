/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a text into day, month and year, in the order people of this country write them. */
#include "import/import_date.h"

#define PARTS 3
#define YEAR_LEAST 1900
#define YEAR_MOST 2200
#define SERIAL_LEAST 20000 /* 1954 */
#define SERIAL_MOST 80000 /* 2119 */
#define YEARS_AHEAD 1 /* a year of two digits lies at most that far ahead */

/* A run of digits or letters. */
struct part {
	struct str text;
	int64_t number; /* -1: letters */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool part_next(struct str *rest, struct part *out)
{
	size_t from = 0, to;

	while (from < rest->len && strchr(" -/.,", rest->at[from]))
		from++;
	to = from;
	while (to < rest->len && is_digit(rest->at[to]))
		to++;
	bool is_number = to > from;
	while (!is_number && to < rest->len && is_letter(rest->at[to]))
		to++;
	out->text = str_slice(*rest, from, to);
	out->number = -1;
	*rest = str_slice(*rest, to, rest->len);
	return out->text.len > 0 && (!is_number || str_parse_int(out->text, &out->number));
}

/* "mei", "May", "Agustus", "ags": a whole name or its short form, in small letters. */
static int month_of(struct str word)
{
	static const struct {
		const char *name;
		int month;
	} names[] = {
		{"januari", 1},	  {"january", 1},   {"februari", 2},  {"february", 2},
		{"pebruari", 2},  {"maret", 3},	    {"march", 3},     {"april", 4},
		{"mei", 5},	  {"may", 5},	    {"juni", 6},      {"june", 6},
		{"juli", 7},	  {"july", 7},	    {"agustus", 8},   {"august", 8},
		{"ags", 8},	  {"agt", 8},	    {"september", 9}, {"oktober", 10},
		{"october", 10},  {"november", 11}, {"nopember", 11}, {"desember", 12},
		{"december", 12},
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		size_t at = 0;
		while (at < word.len && names[i].name[at] &&
		       (word.at[at] | 0x20) == names[i].name[at])
			at++;
		if (at == word.len && (at >= 3 || names[i].name[at] == '\0'))
			return names[i].month;
	}
	return 0;
}

static bool is_weekday(struct str word)
{
	static const char *const names[] = {
		"senin",  "selasa",  "rabu",	  "kamis",    "jumat",	"sabtu",    "minggu",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		size_t at = 0;
		while (at < word.len && names[i][at] && (word.at[at] | 0x20) == names[i][at])
			at++;
		if (at == word.len && at >= 3)
			return true;
	}
	return false;
}

/* Digits up to a colon or the end: "08:30:00.000". */
static bool clock_read(struct str text, int *minute, struct str *rest)
{
	struct str hours, minutes;
	int64_t hour = 0, past = 0;
	size_t end = 0;

	while (end < text.len && (is_digit(text.at[end]) || strchr(":.", text.at[end])))
		end++;
	*rest = str_trim(str_slice(text, end, text.len));
	hours = str_cut(str_slice(text, 0, end), ':', &minutes);
	if (!str_parse_int(hours, &hour) || !str_parse_int(str_slice(minutes, 0, 2), &past) ||
	    hour > 23 || past > 59)
		return false;
	*minute = (int)(hour * 60 + past);
	return true;
}

/* A time of day behind the day counts only where it is told in UTC: 15:00 of the day before is the
   first minute of a day in the east. */
static bool time_take(struct str text, enum zona zona, struct date *day)
{
	static const enum zona zones[] = {ZONA_WIB, ZONA_WITA, ZONA_WIT};
	struct str rest;
	int minute = 0;

	text = str_trim(text);
	if (text.len == 0)
		return true;
	if (text.at[0] == 'T')
		text = str_slice(text, 1, text.len);
	if (!clock_read(text, &minute, &rest))
		return false;
	if (!str_is(rest, "Z"))
		return rest.len == 0 || str_starts(rest, "+") || str_is(rest, "AM") ||
		       str_is(rest, "PM");
	bool is_midnight_there = minute == 0, is_midnight_here = false;
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
		is_midnight_here |= minute + (int)zones[i] == 24 * 60;
	if (is_midnight_here || (!is_midnight_there && minute + (int)zona >= 24 * 60))
		*day = date_add_days(*day, 1);
	return true;
}

static bool day_make(int64_t year, int64_t month, int64_t day, struct date *out)
{
	if (year < YEAR_LEAST || year > YEAR_MOST || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	*out = DATE((int16_t)year, (int8_t)month, (int8_t)day);
	return date_is_valid(*out);
}

static int64_t whole_year(const struct part *part, struct date today)
{
	if (part->text.len != 2)
		return part->number;
	bool is_this_century = part->number <= today.year % 100 + YEARS_AHEAD;
	return today.year / 100 * 100 + part->number - (is_this_century ? 0 : 100);
}

/* 2 Januari 2024, Januari 2, 2024. */
static enum import_day words_read(const struct part *parts, struct date today, struct date *out)
{
	bool is_first = parts[0].number < 0;
	const struct part *day = &parts[is_first ? 1 : 0];
	int month = month_of(parts[is_first ? 0 : 1].text);

	if (month == 0 || day->number < 0 || day->text.len > 2 ||
	    (parts[2].text.len != 2 && parts[2].text.len != 4) ||
	    !day_make(whole_year(&parts[2], today), month, day->number, out))
		return IMPORT_DAY_WRONG;
	return IMPORT_DAY_READ;
}

/* Numbers only. With two digits for the year there may be three ways to read them. */
static enum import_day numbers_read(const struct part *p, struct date today, struct date *out)
{
	struct date other;

	if (p[0].text.len == 4)
		return day_make(p[0].number, p[1].number, p[2].number, out) ? IMPORT_DAY_READ
									    : IMPORT_DAY_WRONG;
	if (p[2].text.len == 4 && day_make(p[2].number, p[1].number, p[0].number, out))
		return IMPORT_DAY_READ;
	if (p[2].text.len == 4)
		return day_make(p[2].number, p[0].number, p[1].number, &other)
			       ? IMPORT_DAY_MONTH_FIRST
			       : IMPORT_DAY_WRONG;
	if (p[0].text.len > 2 || p[2].text.len != 2)
		return IMPORT_DAY_WRONG;
	bool is_read = day_make(whole_year(&p[2], today), p[1].number, p[0].number, out);
	bool is_other = day_make(whole_year(&p[2], today), p[0].number, p[1].number, &other) ||
			(p[0].text.len == 2 &&
			 day_make(whole_year(&p[0], today), p[1].number, p[2].number, &other));
	return is_other && p[0].number != p[1].number ? IMPORT_DAY_TWO_WAYS
	       : is_read			      ? IMPORT_DAY_READ
						      : IMPORT_DAY_WRONG;
}

/* Digits in one run: a spreadsheet's number, or 20240102. */
static enum import_day run_read(struct str text, struct date *out)
{
	int64_t number = 0;

	if (!str_parse_int(text, &number) || number < 0)
		return IMPORT_DAY_WRONG;
	if (text.len == 5 && number >= SERIAL_LEAST && number <= SERIAL_MOST) {
		*out = date_from_days((int32_t)number + date_days(DATE(1899, 12, 30)));
		return IMPORT_DAY_READ;
	}
	if (text.len != 8)
		return IMPORT_DAY_WRONG;
	/* a year in front leaves no month for the other order, and the other way round */
	return day_make(number / 10000, number / 100 % 100, number % 100, out) ||
			       day_make(number % 10000, number / 10000 % 100, number / 1000000, out)
		       ? IMPORT_DAY_READ
		       : IMPORT_DAY_WRONG;
}

/* Three runs, the first of the text; *rest is what stands behind. A weekday before them is passed
   over. */
static bool parts_read(struct str text, struct part *parts, struct str *rest)
{
	*rest = text;
	for (int i = 0; i < PARTS; i++) {
		if (!part_next(rest, &parts[i]))
			return false;
		if (i == 0 && is_weekday(parts[0].text) && !part_next(rest, &parts[0]))
			return false;
	}
	return true;
}

enum import_day import_day_parse(struct str text, struct date today, enum zona zona,
				 struct date *out)
{
	struct part parts[PARTS];
	struct date day = {0};
	struct str rest;
	enum import_day read;

	if (run_read(text, &day) == IMPORT_DAY_READ) {
		*out = day;
		return IMPORT_DAY_READ;
	}
	if (!parts_read(text, parts, &rest) || parts[2].number < 0)
		return IMPORT_DAY_WRONG;
	bool is_words = parts[0].number < 0 || parts[1].number < 0;
	read = is_words ? words_read(parts, today, &day) : numbers_read(parts, today, &day);
	if (read == IMPORT_DAY_READ && !time_take(rest, zona, &day))
		return IMPORT_DAY_WRONG;
	if (read == IMPORT_DAY_READ)
		*out = day;
	return read;
}

bool import_day_ends_in_year(struct str text)
{
	struct part parts[PARTS];
	struct str rest;

	return parts_read(text, parts, &rest) && parts[0].number >= 0 && parts[1].number >= 0 &&
	       parts[0].text.len <= 2;
}

bool import_day_is_month_first(struct str text)
{
	struct date day;

	return import_day_parse(text, DATE(2000, 1, 1), ZONA_WIB, &day) == IMPORT_DAY_MONTH_FIRST;
}
