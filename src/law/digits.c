/* SPDX-License-Identifier: Apache-2.0 */
/* Digits of a number, as numbers. */
#include "law/digits.h"

bool digits_only(struct str text, size_t len)
{
	if (text.len != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}

int digits_at(struct str text, size_t from, size_t count)
{
	int number = 0;

	for (size_t i = from; i < from + count; i++)
		number = number * 10 + (text.at[i] - '0');
	return number;
}
