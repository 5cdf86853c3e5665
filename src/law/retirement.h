/* SPDX-License-Identifier: Apache-2.0 */
/* Batas usia pensiun by position (rulebook 8.4 [K]). Values pensiun_*. */
#ifndef ABDI_LAW_RETIREMENT_H
#define ABDI_LAW_RETIREMENT_H
#include "law/appraiser.h"

/* Years of age; the head of a region is elected and has none: 0. */
int retirement_age(const struct law_values *law, enum kelas_jabatan kelas);
/* The birthday on which that age is reached; of 29 February the day before in a year without it. */
struct date retirement_reached(struct date lahir, int age);

#endif
