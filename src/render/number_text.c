/* SPDX-License-Identifier: Apache-2.0 */
/* Rounds the written digits themselves, so that no binary fraction comes in. */
#include "render/number_text.h"

#include <string.h>

#define POWER_MOST 400 /* beyond what a spreadsheet's number can be */
#define SMALL_MOST 20 /* zeros behind the point before the first digit */

struct digits {
	char at[NUMBER_DIGITS + 2]; /* one to carry into, one to round by */
	int count, point; /* the point stands before digit number point */
	bool is_negative;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits with at most one point, leading zeros left out; *rest begins with the power. */
static bool mantissa_read(struct str text, struct digits *d, struct str *rest)
{
	bool has_point = false, has_digit = false;
	size_t i = 0;

	for (; i < text.len && (is_digit(text.at[i]) || (text.at[i] == '.' && !has_point)); i++) {
		if (text.at[i] == '.') {
			has_point = true;
			continue;
		}
		has_digit = true;
		if (d->count == 0 && text.at[i] == '0') {
			d->point -= has_point;
			continue;
		}
		if (d->count <= NUMBER_DIGITS)
			d->at[d->count++] = text.at[i];
		d->point += !has_point;
	}
	*rest = str_slice(text, i, text.len);
	return has_digit;
}

static bool power_read(struct str text, int *power)
{
	int64_t value = 0;

	*power = 0;
	if (text.len == 0)
		return true;
	if ((text.at[0] | 0x20) != 'e')
		return false;
	text = str_slice(text, 1, text.len);
	if (str_starts(text, "+"))
		text = str_slice(text, 1, text.len);
	if (!str_parse_int(text, &value) || value < -POWER_MOST || value > POWER_MOST)
		return false;
	*power = (int)value;
	return true;
}

/* To NUMBER_DIGITS, half away from zero, then without zeros at the end. */
static void digits_round(struct digits *d)
{
	if (d->count > NUMBER_DIGITS) {
		int i = NUMBER_DIGITS - 1;
		bool carries = d->at[NUMBER_DIGITS] >= '5';
		d->count = NUMBER_DIGITS;
		for (; carries && i >= 0; i--) {
			carries = d->at[i] == '9';
			d->at[i] = carries ? '0' : (char)(d->at[i] + 1);
		}
		if (carries) {
			memmove(d->at + 1, d->at, NUMBER_DIGITS - 1);
			d->at[0] = '1';
			d->point++;
		}
	}
	while (d->count > 0 && d->at[d->count - 1] == '0')
		d->count--;
}

static void digits_write(const struct digits *d, struct number *out)
{
	int from = d->point < 0 ? d->point : 0;
	int most = d->count > d->point ? d->count : d->point;

	if (d->is_negative && d->count > 0)
		out->text[out->len++] = '-';
	if (d->point <= 0)
		out->text[out->len++] = '0';
	for (int i = from; i < most; i++) {
		if (i == (d->point > 0 ? d->point : from))
			out->text[out->len++] = '.';
		out->text[out->len++] = i >= 0 && i < d->count ? d->at[i] : '0';
	}
}

bool number_parse(struct str text, struct number *out)
{
	struct digits d = {.count = 0};
	struct str rest;
	int power;

	*out = (struct number){.len = 0};
	if (str_starts(text, "-") || str_starts(text, "+")) {
		d.is_negative = text.at[0] == '-';
		text = str_slice(text, 1, text.len);
	}
	if (!mantissa_read(text, &d, &rest) || !power_read(rest, &power))
		return false;
	digits_round(&d);
	d.point = d.count ? d.point + power : 0;
	if (d.point < -SMALL_MOST)
		return false;
	out->digits_before = d.point > 0 ? d.point : 0;
	if (out->digits_before <= NUMBER_DIGITS)
		digits_write(&d, out);
	return true;
}
