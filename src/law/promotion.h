/* SPDX-License-Identifier: Apache-2.0 */
/* Regular promotion of PNS (rulebook PRO-01): four years in the rank [K], predikat at least Baik in
   the last two years [K], no running penalty [V], not past the highest rank of the education [K];
   until 20 May 2025 not past the direct superior's rank either [V]. Values pangkat_*, puncak_*. */
#ifndef ABDI_LAW_PROMOTION_H
#define ABDI_LAW_PROMOTION_H
#include "law/predikat.h"

/* What somebody has learnt. */
enum pendidikan {
#define PENDIDIKAN(key, label) PENDIDIKAN_##key,
#include "law/pendidikan.def"
#undef PENDIDIKAN
	PENDIDIKAN_COUNT
};
MUST_CHECK bool pendidikan_parse(struct str key, enum pendidikan *out);
struct str pendidikan_key(enum pendidikan pendidikan);

/* Who is proposed, and when. */
struct promotion {
	int rank, superior_rank; /* golongan_rank; superior_rank -1: not known */
	struct date since; /* in the rank */
	enum pendidikan pendidikan;
	enum predikat predikat[2]; /* of the last two years */
	bool has_penalty; /* a discipline penalty is running */
	struct date proposed;
};

/* What stands against it. */
enum promotion_block {
	BLOCK_MASA,
	BLOCK_PREDIKAT,
	BLOCK_HUKUMAN,
	BLOCK_PENDIDIKAN,
	BLOCK_ATASAN,
	BLOCK_PUNCAK, /* IV/e is the last */
	BLOCK_COUNT
};
struct str promotion_block_key(enum promotion_block block);
/* One bit a reason; 0: nothing. law: in force on the day of the proposal. */
unsigned promotion_blocks(const struct law_values *law, const struct promotion *promotion);
/* The first day it can begin: the first of a month of those pangkat_periode leaves, not before the
   proposal and the years in the rank. */
struct date promotion_begins(const struct law_values *law, const struct promotion *promotion);

#endif
