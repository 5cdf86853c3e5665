/* SPDX-License-Identifier: Apache-2.0 */
/* How a share becomes whole people where the law leaves it open, 1.7.2 and 4.4 [D]: 0 nearest with
   halves up, 1 up, 2 down. */
#ifndef ABDI_LAW_ROUNDING_H
#define ABDI_LAW_ROUNDING_H
#include "base/ratio.h"

/* Whole, by the mode of the value. */
int64_t rounding_apply(int mode, struct ratio exact);

#endif
