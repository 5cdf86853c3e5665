/* SPDX-License-Identifier: Apache-2.0 */
/* How a year's periods are made, and what its entries hold of it. */
#ifndef ABDI_ORG_YEAR_TEXT_H
#define ABDI_ORG_YEAR_TEXT_H
#include "org/org.h"

/* Number 0 is the year; months: of one period. */
struct periode periode_make(struct arena *mem, int tahun, int nomor, int months);
/* Objects of the trail have ids made of these names. */
struct str tahun_name(struct arena *mem, int tahun);
struct str periode_name(struct arena *mem, int tahun, int nomor);
/* Of "tahun.open" and of "tahun.set_batas". */
struct str tahun_text(struct arena *mem, const struct tahun_kinerja *tahun);
struct str tahun_batas_text(struct arena *mem, const struct tahun_kinerja *tahun);
/* Of "setelan.save". */
struct str setelan_text(struct arena *mem, struct date from, struct str value);

#endif
