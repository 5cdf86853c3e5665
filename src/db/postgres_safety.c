/* SPDX-License-Identifier: Apache-2.0 */
/* The closed list of the server's options that are asked, and which of them may be off. */
#include "db/postgres_safety.h"

#include "base/log.h"
#include "db/store.h"

static const char *const names[] = {"fsync", "full_page_writes"};

#define COUNT ((int)(sizeof names / sizeof *names))

static unsigned let_off; /* set before a store is opened */

const char *postgres_safety(int number)
{
	return number < COUNT ? names[number] : NULL;
}

bool postgres_is_let_off(int number)
{
	return (let_off >> number) & 1U;
}

enum err store_let_off(struct str options)
{
	unsigned found = 0;

	while (options.len > 0) {
		struct str word = str_trim(str_cut(options, ',', &options));
		int i = 0;
		while (i < COUNT && !str_is(word, names[i]))
			i++;
		if (i == COUNT) {
			log_error("settings", "\"%.*s\" is none of fsync, full_page_writes",
				  STR_ARG(word));
			return ERR_INVALID;
		}
		found |= 1U << i;
	}
	let_off = found;
	return ERR_OK;
}
