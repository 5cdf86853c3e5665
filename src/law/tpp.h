/* SPDX-License-Identifier: Apache-2.0 */
/* Tambahan penghasilan of a month: 60 parts productivity, 40 parts discipline, Kepmendagri 900-4700/2020
   (rulebook 3.3 [K]). */
#ifndef ABDI_LAW_TPP_H
#define ABDI_LAW_TPP_H
#include "law/predikat.h"

struct tpp_limits {
	int productivity_percent; /* 60 [K] */
	int predikat_percent[PREDIKAT_COUNT]; /* productivity of a predikat, local [D] */
	int penalty_percent; /* 25: cut while a moderate penalty runs, PP 94/2021 [V] */
};
struct tpp_limits tpp_limits_default(void);

/* Whole rupiah, rounded down. points: hundredths of discipline percent points of the month. */
int64_t tpp_amount(const struct tpp_limits *limits, int64_t base, int productivity_percent,
		   int64_t points, bool has_penalty);

#endif
