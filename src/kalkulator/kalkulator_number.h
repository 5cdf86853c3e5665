/* SPDX-License-Identifier: Apache-2.0 */
/* The law's plain numbers and dates as people write them here. */
#ifndef ABDI_KALKULATOR_KALKULATOR_NUMBER_H
#define ABDI_KALKULATOR_KALKULATOR_NUMBER_H
#include "base/date.h"
#include "base/ratio.h"

struct str kalk_number_comma(struct arena *mem, struct str plain); /* "81.17" -> "81,17" */
struct str kalk_number_group(struct arena *mem, int64_t number); /* 93000 -> "93.000" */
struct str kalk_number_rupiah(struct arena *mem, int64_t rupiah); /* "Rp93.000" */
struct str kalk_number_ratio(struct arena *mem, struct ratio number, int decimals); /* "2,7500" */
struct str kalk_number_day(struct arena *mem, struct date day); /* "Kamis, 21 Agustus 2025" */

#endif
