/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes text for where it stands. */
#include "render/html.h"

#include "base/cite.h"
#include "generated/assets.h"

#include <string.h>

/* What stands for a character in text and in quoted attributes; NULL: itself. */
static const char *const escapes[256] = {
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

void html_text(struct buf *out, struct str s)
{
	size_t from = 0;

	if (s.len == 0) /* an empty text may point nowhere */
		return;
	for (size_t i = 0; i < s.len; i++) {
		const char *escape = escapes[(unsigned char)s.at[i]];
		if (!escape)
			continue;
		buf_add(out, (struct str){s.at + from, i - from});
		buf_add_cstr(out, escape);
		from = i + 1;
	}
	buf_add(out, (struct str){s.at + from, s.len - from});
}

void html_cstr(struct buf *out, const char *s)
{
	html_text(out, str_from(s));
}

static void cited_text(struct buf *out, struct str s, bool with_terms)
{
	size_t from, count;

	while (arena_bahasa(out->mem) != BAHASA_ID &&
	       cite_find(s.at, s.len, with_terms, &from, &count)) {
		html_text(out, str_slice(s, 0, from));
		buf_add(out, STR(CITE_BEGIN));
		html_text(out, str_slice(s, from, from + count));
		buf_add(out, STR(CITE_END));
		s = str_slice(s, from + count, s.len);
	}
	html_text(out, s);
}

void html_told_text(struct buf *out, struct str s)
{
	cited_text(out, s, false);
}

void html_told_cstr(struct buf *out, const char *s)
{
	cited_text(out, str_from(s), false);
}

void html_label_text(struct buf *out, struct str said)
{
	cited_text(out, said, true);
}

void html_int(struct buf *out, int64_t n)
{
	buf_add_int(out, n);
}

void html_date(struct buf *out, struct date d)
{
	if (!date_is_none(d))
		html_text(out, say_date(out->mem, d));
}

void html_choice_int(struct buf *out, int64_t n, const char *one, const char *many)
{
	html_cstr(out, n == 1 ? one : many);
}

void html_choice_text(struct buf *out, struct str n, const char *one, const char *many)
{
	html_cstr(out, str_is(n, "1") ? one : many);
}

void html_choice_cstr(struct buf *out, const char *n, const char *one, const char *many)
{
	html_choice_text(out, str_from(n), one, many);
}

void html_safe(struct buf *out, struct safe_html s)
{
	buf_add(out, s.markup);
}

/* "//host" would leave us, and so would "/\host" in some browsers. */
static bool is_path(struct str s)
{
	return s.len > 0 && s.at[0] == '/' && (s.len == 1 || (s.at[1] != '/' && s.at[1] != '\\'));
}

void html_url(struct buf *out, struct str s)
{
	bool is_ours = is_path(s) || str_starts(s, "#") || str_starts(s, "?");
	if (is_ours || str_starts(s, "https://") || str_starts(s, "http://"))
		html_text(out, s);
	else
		buf_add_char(out, '#');
}

static bool is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == '.' || c == '~';
}

void html_url_part_text(struct buf *out, struct str s)
{
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (is_unreserved(c)) {
			buf_add_char(out, (char)c);
		} else {
			char coded[3] = {'%', digits[c >> 4], digits[c & 15]};
			buf_add(out, (struct str){coded, sizeof coded});
		}
	}
}

void html_url_part_cstr(struct buf *out, const char *s)
{
	html_url_part_text(out, str_from(s));
}

void html_icon(struct buf *out, const char *name)
{
	buf_add(out, STR("<svg class=\"i\" aria-hidden=\"true\"><use href=\"" ASSET_IKON_SVG "#"));
	html_cstr(out, name);
	buf_add(out, STR("\"/></svg>"));
}

void html_icon_says(struct buf *out, const char *name, struct str label)
{
	buf_add(out, STR("<svg class=\"i\" role=\"img\" aria-label=\""));
	html_text(out, label);
	buf_add(out, STR("\"><use href=\"" ASSET_IKON_SVG "#"));
	html_cstr(out, name);
	buf_add(out, STR("\"/></svg>"));
}
