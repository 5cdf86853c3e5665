/* SPDX-License-Identifier: Apache-2.0 */
/* Walks the list. */
#include "law/names.h"

int law_name_find(const struct law_name *names, int count, struct str key)
{
	for (int i = 0; i < count; i++)
		if (str_equal(names[i].key, key))
			return i;
	return -1;
}
