/* SPDX-License-Identifier: Apache-2.0 */
/* How many respondents a survey needs, Krejcie-Morgan (rulebook 4.4 [V formula, D rounding]). */
#ifndef ABDI_LAW_SAMPLE_H
#define ABDI_LAW_SAMPLE_H
#include "law/values.h"

#define SAMPLE_POPULATION_MAX INT64_C(10000000000)

/* Nearest whole number, as in the printed table, unless sample_rounding says otherwise; 0 for no
   population. */
int64_t sample_size(const struct law_values *law, int64_t population);

#endif
