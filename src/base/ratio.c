/* SPDX-License-Identifier: Apache-2.0 */
/* Fractions in lowest terms; an overflow is a mistake of the program. */
#include "base/ratio.h"

#include <assert.h>

/* Products of two int64_t. Results that do not fit back are a mistake of ours: inputs are
   bounded. */
__extension__ typedef __int128 wide;

static wide wide_gcd(wide a, wide b)
{
	if (a < 0)
		a = -a;
	while (b) {
		wide rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

static struct ratio reduce(wide num, wide den)
{
	assert(den != 0);
	if (den < 0) {
		num = -num;
		den = -den;
	}
	wide shared = wide_gcd(num, den);
	num /= shared;
	den /= shared;
	assert(num <= INT64_MAX && num >= INT64_MIN && den <= INT64_MAX);
	return (struct ratio){(int64_t)num, (int64_t)den};
}

struct ratio ratio_make(int64_t num, int64_t den)
{
	return reduce(num, den);
}

struct ratio ratio_add(struct ratio a, struct ratio b)
{
	return reduce((wide)a.num * b.den + (wide)b.num * a.den, (wide)a.den * b.den);
}

struct ratio ratio_mul(struct ratio a, struct ratio b)
{
	return reduce((wide)a.num * b.num, (wide)a.den * b.den);
}

struct ratio ratio_div(struct ratio a, struct ratio b)
{
	return reduce((wide)a.num * b.den, (wide)a.den * b.num);
}

int ratio_compare(struct ratio a, struct ratio b)
{
	wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;
	return (left > right) - (left < right);
}

int64_t ratio_round_half_up(struct ratio a, int decimals)
{
	wide scaled = a.num;

	assert(decimals >= 0 && decimals <= 9);
	for (int i = 0; i < decimals; i++)
		scaled *= 10;
	bool is_negative = scaled < 0;
	if (is_negative)
		scaled = -scaled;
	wide rounded = (scaled * 2 + a.den) / ((wide)a.den * 2);
	assert(rounded <= INT64_MAX);
	return is_negative ? -(int64_t)rounded : (int64_t)rounded;
}

int64_t ratio_floor(struct ratio a)
{
	return a.num / a.den - (a.num % a.den < 0);
}

int64_t ratio_ceil(struct ratio a)
{
	return a.num / a.den + (a.num % a.den > 0);
}

struct str ratio_decimal(struct arena *mem, struct ratio a, int decimals)
{
	int64_t rounded = ratio_round_half_up(a, decimals);
	uint64_t size = rounded < 0 ? 0 - (uint64_t)rounded : (uint64_t)rounded;
	uint64_t unit = 1;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	const char *sign = rounded < 0 ? "-" : "";
	if (decimals == 0)
		return str_format(mem, "%s%llu", sign, (unsigned long long)size);
	return str_format(mem, "%s%llu.%0*llu", sign, (unsigned long long)(size / unit), decimals,
			  (unsigned long long)(size % unit));
}

/* Twelve digits before and six after the point: enough for rupiah, and sums of such values stay
   exact. */
#define WHOLE_DIGITS_MAX 12
#define DECIMALS_MAX 6

static bool take_digits(struct str s, size_t most, int64_t *value)
{
	if (s.len == 0 || s.len > most)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		*value = *value * 10 + (s.at[i] - '0');
	}
	return true;
}

bool ratio_parse(struct str text, struct ratio *out)
{
	bool is_negative = str_starts(text, "-");
	struct str decimals;
	struct str body = str_slice(text, is_negative ? 1 : 0, text.len);
	struct str whole = str_cut(body, '.', &decimals);
	int64_t num = 0, den = 1;

	if (!take_digits(whole, WHOLE_DIGITS_MAX, &num))
		return false;
	if (whole.len < body.len && !take_digits(decimals, DECIMALS_MAX, &num))
		return false;
	for (size_t i = 0; i < decimals.len; i++)
		den *= 10;
	*out = ratio_make(is_negative ? -num : num, den);
	return true;
}
