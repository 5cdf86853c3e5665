/* SPDX-License-Identifier: Apache-2.0 */
/* Exact fractions, for rules that must not depend on binary floats. */
#ifndef ABDI_BASE_RATIO_H
#define ABDI_BASE_RATIO_H
#include "base/str.h"

/* A fraction, always in lowest terms. */
struct ratio {
	int64_t num, den; /* den > 0, in lowest terms */
};

/* num over den, in lowest terms; den is not 0. */
struct ratio ratio_make(int64_t num, int64_t den);
/* Exact: asserts that nothing overflows. */
struct ratio ratio_add(struct ratio a, struct ratio b);
/* a * b, exact. */
struct ratio ratio_mul(struct ratio a, struct ratio b);
/* a / b, exact; b is not 0. */
struct ratio ratio_div(struct ratio a, struct ratio b);
/* Below 0 when a is less, 0 when they are equal. */
int ratio_compare(struct ratio a, struct ratio b);
/* value × 10^decimals, half away from zero: ratio_round_half_up(9.375, 2) = 938. */
int64_t ratio_round_half_up(struct ratio a, int decimals);
int64_t ratio_floor(struct ratio a);
int64_t ratio_ceil(struct ratio a);
/* "2.7500": a point, fixed decimals, half up; the machine's writing. */
struct str ratio_decimal(struct arena *mem, struct ratio a, int decimals);
/* "2.75", "-3", "0.1": exact. */
MUST_CHECK bool ratio_parse(struct str text, struct ratio *out);

#endif
