/* SPDX-License-Identifier: Apache-2.0 */
/* The seven values of work behaviour and their guides, from berakhlak.def (rulebook 1.3 [V]). */
#ifndef ABDI_LAW_BERAKHLAK_H
#define ABDI_LAW_BERAKHLAK_H
#include "base/str.h"

#define BERAKHLAK_COUNT 7
#define BERAKHLAK_GUIDES 3

/* A core value with its key, name and conduct. */
struct berakhlak {
	struct str code, label;
	struct str guides[BERAKHLAK_GUIDES];
};

/* All values in their lawful order. */
const struct berakhlak *berakhlak_all(void);
/* NULL when the code is none of the seven. */
struct str berakhlak_label(struct str code); /* STR_NONE when unknown */
/* 0..6 in lawful order, -1 when unknown. */
int berakhlak_index(struct str code);

#endif
