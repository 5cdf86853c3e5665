/* SPDX-License-Identifier: Apache-2.0 */
/* Calls qpdf; nothing else does. It is given the file's lock alone, in a paper without pages, so
   that nothing of the file is ever unpacked. */
#include "render/pdf_lock.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

#define LOCK_MOST ((size_t)8 << 10) /* bytes of a lock; real ones have a few hundred */

/* What stands behind the last such word; STR_NONE without one. */
static struct str behind_last(struct str bytes, const char *word)
{
	struct str found = STR_NONE, rest = bytes;
	size_t len = strlen(word);

	for (const char *at; (at = memmem(rest.at, rest.len, word, len)); rest = found)
		found = str_slice(bytes, (size_t)(at - bytes.at) + len, bytes.len);
	return found;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static struct str skip_blanks(struct str s)
{
	while (s.len > 0 && is_blank(*s.at))
		s = str_slice(s, 1, s.len);
	return s;
}

/* "(a text)", "<hex>"; where it ends. */
static size_t string_end(struct str s)
{
	int depth = 0;

	if (*s.at == '<') {
		const char *end = memchr(s.at, '>', s.len);
		return end ? (size_t)(end - s.at) + 1 : s.len;
	}
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '\\')
			i++;
		else if (s.at[i] == '(')
			depth++;
		else if (s.at[i] == ')' && --depth == 0)
			return i + 1;
	}
	return s.len;
}

/* A dictionary or a list as a whole; STR_NONE when none begins here or it has no end. */
static struct str object_of(struct str s)
{
	int depth = 0;

	s = str_slice(s, 0, LOCK_MOST);
	for (size_t i = 0; i < s.len; i++) {
		bool is_double = i + 1 < s.len && s.at[i + 1] == s.at[i];
		if (s.at[i] == '[' || (s.at[i] == '<' && is_double))
			depth++;
		else if (s.at[i] == ']' || (s.at[i] == '>' && is_double))
			depth--;
		else if (depth > 0 && (s.at[i] == '(' || s.at[i] == '<'))
			i += string_end(str_slice(s, i, s.len)) - 1;
		else if (depth == 0)
			return STR_NONE;
		if ((s.at[i] == '<' || (s.at[i] == '>' && depth >= 0)) && is_double)
			i++;
		if (depth == 0)
			return str_slice(s, 0, i + 1);
	}
	return STR_NONE;
}

/* The lock's dictionary: behind its name, or where "34 0 R" leads. */
static struct str lock_of(struct arena *mem, struct str bytes)
{
	struct str lock = skip_blanks(behind_last(bytes, "/Encrypt")), rest;
	int64_t number, generation;

	if (lock.len > 0 && *lock.at == '<')
		return object_of(lock);
	struct str first = str_cut(str_slice(lock, 0, 20), ' ', &rest);
	struct str second = str_cut(rest, ' ', &rest);
	if (!str_parse_int(first, &number) || !str_parse_int(second, &generation))
		return STR_NONE;
	return object_of(skip_blanks(
		behind_last(bytes, str_cstr(mem, str_format(mem, "%lld %lld obj", (long long)number,
							    (long long)generation)))));
}

static bool asks_for_password(struct str paper)
{
	qpdf_data pdf = qpdf_init();
	bool is_locked = false;

	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	if (qpdf_read_memory(pdf, "bukti", paper.at, paper.len, NULL) & QPDF_ERRORS)
		is_locked = qpdf_get_error_code(pdf, qpdf_get_error(pdf)) == qpdf_e_password;
	qpdf_cleanup(&pdf);
	return is_locked;
}

bool pdf_is_locked(struct arena *mem, struct str bytes)
{
	struct str lock = lock_of(mem, bytes);

	if (lock.len == 0)
		return false;
	struct str id = object_of(skip_blanks(behind_last(bytes, "/ID")));
	struct buf paper;
	buf_init(&paper, mem); /* the lock's texts may hold any byte */
	buf_add_cstr(&paper, "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
			     "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj");
	buf_add(&paper, lock);
	buf_add_cstr(&paper, "endobj\ntrailer<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID");
	buf_add(&paper, id.len > 0 ? id : STR("[<00><00>]"));
	buf_add_cstr(&paper, ">>\nstartxref\n0\n%%EOF\n");
	return asks_for_password(buf_str(&paper));
}
