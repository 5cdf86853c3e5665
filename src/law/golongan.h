/* SPDX-License-Identifier: Apache-2.0 */
/* Ranks (rulebook 8.3 [K]): PNS have golongan/ruang and pangkat, as golongan.def lists them with
   the day they begin; PPPK a golongan from I to the value pppk_golongan_most and no pangkat. */
#ifndef ABDI_LAW_GOLONGAN_H
#define ABDI_LAW_GOLONGAN_H
#include "law/values.h"

/* From that day the golongan carries this pangkat; "" when it ends. */
struct golongan_row {
	struct str golongan, pangkat;
	struct date from;
};

/* What a table's rows say of that day, later rows over earlier ones; STR_NONE for PPPK and anything
   unknown. */
struct str golongan_read(const struct golongan_row *rows, int count, struct str golongan,
			 struct date day);
/* "III/a" -> "Penata Muda" on that day. */
struct str pangkat_of_golongan(struct str golongan, struct date day);
bool golongan_is_pns(struct str golongan, struct date day);
bool golongan_is_pppk(const struct law_values *law, struct str golongan);
/* 0 for I/a … 16 for IV/e, for comparing ranks; -1 when it is none of PNS. */
int golongan_rank(struct str golongan);

#endif
