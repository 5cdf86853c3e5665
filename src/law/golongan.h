/* SPDX-License-Identifier: Apache-2.0 */
/* Ranks (rulebook 8.3 [K]): PNS have golongan/ruang and pangkat, PPPK a golongan I to XVII and no pangkat. */
#ifndef ABDI_LAW_GOLONGAN_H
#define ABDI_LAW_GOLONGAN_H
#include "base/str.h"

/* "III/a" -> "Penata Muda"; STR_NONE for PPPK and anything unknown. */
struct str pangkat_of_golongan(struct str golongan);
bool golongan_is_pns(struct str golongan);
bool golongan_is_pppk(struct str golongan);
/* 0 for I/a … 16 for IV/e, for comparing ranks; -1 when it is none of PNS. */
int golongan_rank(struct str golongan);

#endif
