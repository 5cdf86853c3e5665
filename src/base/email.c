/* SPDX-License-Identifier: Apache-2.0 */
/* Judges addresses of mail by the signs agencies' servers take. */
#include "base/email.h"

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Words of the allowed signs between dots, none empty. */
static bool are_words(struct str text, const char *signs)
{
	bool is_begun = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '.' && !is_begun)
			return false;
		if (c != '.' && !is_alnum(c) && !strchr(signs, c))
			return false;
		is_begun = c != '.';
	}
	return is_begun;
}

static bool is_host(struct str host)
{
	struct str word = host, rest = host;

	if (!str_has(host, ".") || !are_words(host, "-"))
		return false;
	while (rest.len > 0) {
		word = str_cut(rest, '.', &rest);
		if (word.at[0] == '-' || word.at[word.len - 1] == '-')
			return false;
	}
	return word.len >= 2; /* the last: "id", "com" */
}

bool email_is_right(struct str email)
{
	struct str host, name = str_cut(email, '@', &host);

	if (email.len > EMAIL_CHARS_MAX || name.len > EMAIL_NAME_MAX ||
	    memchr(email.at, '\0', email.len))
		return false;
	return are_words(name, "!#$%&'*+/=?^_`{|}~-") && is_host(host);
}
