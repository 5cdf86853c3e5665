/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers and dates as people write them here, in the plain writing of the law; what is neither stays as typed. */
#ifndef ABDI_KALKULATOR_KALKULATOR_NUMBER_H
#define ABDI_KALKULATOR_KALKULATOR_NUMBER_H
#include "base/date.h"
#include "base/ratio.h"

struct str kalk_number_plain_whole(struct arena *mem,
				   struct str typed); /* "5.000.000" -> "5000000" */
struct str kalk_number_plain_decimal(struct arena *mem,
				     struct str typed); /* "1.250,5" -> "1250.5" */
struct str kalk_number_plain_date(struct arena *mem,
				  struct str typed); /* "6/1/2025" -> "2025-01-06" */

/* And the other way, for reading: */
struct str kalk_number_comma(struct arena *mem, struct str plain); /* "81.17" -> "81,17" */
struct str kalk_number_group(struct arena *mem, int64_t number); /* 93000 -> "93.000" */
struct str kalk_number_rupiah(struct arena *mem, int64_t rupiah); /* "Rp93.000" */
struct str kalk_number_ratio(struct arena *mem, struct ratio number, int decimals); /* "2,7500" */
struct str kalk_number_day(struct arena *mem, struct date day); /* "Kamis, 21 Agustus 2025" */

#endif
