/* SPDX-License-Identifier: Apache-2.0 */
/* What stays Indonesian inside a sentence of another language: regulations and legal terms. */
#ifndef ABDI_BASE_CITE_H
#define ABDI_BASE_CITE_H
#include <stdbool.h>
#include <stddef.h>

/* How a page says it. */
#define CITE_BEGIN "<span lang=\"id\">"
#define CITE_END "</span>"

/* Finds the first such words of a text: true with where they begin and how long they are.
   with_terms: legal terms too, not only regulations with their number; several in a row are one. */
bool cite_find(const char *text, size_t len, bool with_terms, size_t *from, size_t *count);

#endif
