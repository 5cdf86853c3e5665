/* SPDX-License-Identifier: Apache-2.0 */
/* Text as a search sees it: small letters and digits only. Case, accents, apostrophes, signs and
   blanks make no difference, so that "nur hayati" finds Nurhayati and "skom" finds S.Kom. */
#ifndef ABDI_BASE_FOLD_H
#define ABDI_BASE_FOLD_H
#include "base/str.h"

#define FOLD_WORDS_MAX 16 /* of one text; what stands behind is not looked for */
#define FOLD_KEY_MAX 40 /* bytes of a key */
#define FOLD_ORDER_MAX 240 /* bytes of a place in a list */

/* Folded words of a text. */
struct fold {
	struct str word[FOLD_WORDS_MAX];
	int count;
};

/* Cuts a text into its folded words: "Ma'ruf Haji-Ali, S.Kom." -> maruf haji ali s kom. */
void fold_words(struct arena *mem, struct str text, struct fold *out);
/* From the word at from on, without blanks: what stands in an index for it, and what is looked for
   there. */
struct str fold_key(struct arena *mem, const struct fold *fold, int from);

/* A code as the same code is looked for: case, accents, apostrophes and blanks make no difference,
   every dash is one, other signs stay: "j‑ 21" -> j-21. */
struct str fold_code(struct arena *mem, struct str code);

/* The place of a name in a list, compared byte by byte: case, accents, apostrophes and signs make
   no difference, a name stands before one that goes on, and numbers go by their size, "SD 9" before
   "SD 10". Decision 0023. */
struct str fold_order(struct arena *mem, struct str name);

#endif
