/* SPDX-License-Identifier: Apache-2.0 */
/* Escaping writers behind the templates' {{ }}; the generator picks one by the place the value stands in. */
#ifndef ABDI_RENDER_HTML_H
#define ABDI_RENDER_HTML_H
#include "base/date.h"
#include "base/problems.h"

/* Markup made by our own code from escaped parts; the only thing {{! }} accepts. */
struct safe_html {
	struct str markup;
};

void html_text(struct buf *out, struct str s); /* & < > " ' */
void html_cstr(struct buf *out, const char *s);
void html_int(struct buf *out, int64_t n); /* plain digits */
void html_date(struct buf *out, struct date d); /* "24 November 2026" */
void html_safe(struct buf *out, struct safe_html s);
void html_url(struct buf *out,
	      struct str s); /* href/src/action: only "/…", "#…", "?…", http(s): else "#" */

/* What follows a constant beginning in an address (href="/skp/{{ id }}"): every byte that could mean more is %XX. */
void html_url_part_text(struct buf *out, struct str s);
void html_url_part_cstr(struct buf *out, const char *s);

#define html_url_part(out, v)                                                                      \
	_Generic((v), struct str: html_url_part_text, const char *: html_url_part_cstr, \
		char *: html_url_part_cstr, int: html_int, int8_t: html_int, int16_t: html_int, \
		int64_t: html_int, long long: html_int, unsigned: html_int, size_t: html_int)((out), (v))

/* An icon of assets/ikon.svg by its id, without meaning for readers: the word stands beside it. */
void html_icon(struct buf *out, const char *name);
/* An icon that carries meaning itself. */
void html_icon_says(struct buf *out, const char *name, struct str label);

#define html_value(out, v)                                                                         \
	_Generic((v), struct str: html_text, const char *: html_cstr, char *: html_cstr, struct date: html_date, \
		int: html_int, int8_t: html_int, int16_t: html_int, int64_t: html_int, long long: html_int, \
		unsigned: html_int, size_t: html_int)((out), (v))

#endif
