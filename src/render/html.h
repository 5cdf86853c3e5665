/* SPDX-License-Identifier: Apache-2.0 */
/* Escaping writers behind the templates' {{ }}; the generator picks one by the place the value
   stands in. */
#ifndef ABDI_RENDER_HTML_H
#define ABDI_RENDER_HTML_H
#include "base/date.h"
#include "base/problems.h"
#include "base/say.h"

/* Markup made by our own code from escaped parts; the only thing {{! }} accepts. */
struct safe_html {
	struct str markup;
};

void html_text(struct buf *out, struct str s); /* & < > " ' */
void html_cstr(struct buf *out, const char *s);
void html_int(struct buf *out, int64_t n); /* plain digits */
void html_date(struct buf *out, struct date d); /* "24 November 2026", as the reader writes it */
/* One of two words of a translation, by the number before it. */
void html_choice_int(struct buf *out, int64_t n, const char *one, const char *many);
void html_choice_text(struct buf *out, struct str n, const char *one, const char *many);
void html_choice_cstr(struct buf *out, const char *n, const char *one, const char *many);
#define html_choice(out, n, one, many)                                                             \
	_Generic((n), struct str: html_choice_text, const char *: html_choice_cstr, \
		char *: html_choice_cstr, default: html_choice_int)((out), (n), (one), (many))
/* Text between tags: the regulations it names are Indonesian whatever the reader's language, and it
   says so. */
void html_told_text(struct buf *out, struct str s);
void html_told_cstr(struct buf *out, const char *s);
/* A label in the reader's language, between tags: its legal terms too. */
void html_label_text(struct buf *out, struct str said);
#define html_label(out, label) html_label_text((out), say((out)->mem, (label)))
/* A label in the reader's language. */
#define html_said(out, label) html_text((out), say((out)->mem, (label)))
void html_safe(struct buf *out, struct safe_html s);
void html_url(struct buf *out,
	      struct str s); /* href/src/action: only "/…", "#…", "?…", http(s): else "#" */

/* What follows a constant beginning in an address (href="/skp/{{ id }}"): every byte that could
   mean more is %XX. */
void html_url_part_text(struct buf *out, struct str s);
void html_url_part_cstr(struct buf *out, const char *s);

#define html_url_part(out, v)                                                                      \
	_Generic((v), struct str: html_url_part_text, const char *: html_url_part_cstr, \
		char *: html_url_part_cstr, int: html_int, int8_t: html_int, int16_t: html_int, \
		int64_t: html_int, long long: html_int, unsigned: html_int, \
		size_t: html_int)((out), (v))

/* An icon of assets/ikon.svg by its id, without meaning for readers: the word stands beside it. */
void html_icon(struct buf *out, const char *name);
/* An icon that carries meaning itself. */
void html_icon_says(struct buf *out, const char *name, struct str label);

#define html_value(out, v)                                                                         \
	_Generic((v), struct str: html_text, const char *: html_cstr, char *: html_cstr, \
		struct date: html_date, int: html_int, int8_t: html_int, int16_t: html_int, \
		int64_t: html_int, long long: html_int, unsigned: html_int, \
		size_t: html_int)((out), (v))

#define html_told(out, v)                                                                          \
	_Generic((v), struct str: html_told_text, const char *: html_told_cstr, \
		char *: html_told_cstr, \
		struct date: html_date, int: html_int, int8_t: html_int, int16_t: html_int, \
		int64_t: html_int, long long: html_int, unsigned: html_int, \
		size_t: html_int)((out), (v))

#endif
