/* SPDX-License-Identifier: Apache-2.0 */
/* Finds people and units by what somebody typed of their names. Every typed word must begin a word
   of the name; written together or apart makes no difference. */
#ifndef ABDI_ORG_SEARCH_H
#define ABDI_ORG_SEARCH_H
#include "org/browse.h"

/* What is looked for, and below which unit. */
struct search {
	struct str jalur, typed;
};

/* At most PEGAWAI_PAGE people: whose name or NIP begins so in one piece, then who has the words
   apart, then who holds such a post. after: the last one of the page before, or NULL. */
MUST_CHECK enum err search_pegawai(struct job *job, const struct search *search,
				   const struct pegawai *after, struct pegawai **out, int *count);
/* At most so many units, by name or code. */
MUST_CHECK enum err search_unit(struct job *job, const struct search *search, int most,
				struct unit **out, int *count);

#endif
