/* SPDX-License-Identifier: Apache-2.0 */
/* Takes out of free words what could name somebody: addresses, numbers of four digits and more,
   names of the agency's staff and who is called "pak" or "ibu". */
#ifndef ABDI_SUARA_SUARA_MASK_H
#define ABDI_SUARA_SUARA_MASK_H
#include "base/str.h"

/* Folded words that are in the names of staff. */
struct suara_names {
	const struct str *at;
	int count;
};

#define SUARA_MASK_WORDS 256 /* more do not stand in SUARA_KATA_MAX letters */
/* The folded words of a text, of three letters and more, for who looks them up. */
int suara_mask_words(struct arena *mem, struct str text, struct str out[SUARA_MASK_WORDS]);
/* The text with "[nama]", "[nomor]", "[surel]" and "[tautan]" in their places; masked twice it is
   the same. */
struct str suara_mask(struct arena *mem, struct str text, const struct suara_names *names);
/* Does a word of the text begin with one of these lines, or a phrase with one of several words? */
bool suara_has_words(struct arena *mem, struct str text, struct str lines);

#endif
