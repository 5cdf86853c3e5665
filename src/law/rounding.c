/* SPDX-License-Identifier: Apache-2.0 */
/* Three ways to a whole number. */
#include "law/rounding.h"

enum mode { NEAREST, UP, DOWN };

int64_t rounding_apply(int mode, struct ratio exact)
{
	switch (mode) {
	case UP: return ratio_ceil(exact);
	case DOWN: return ratio_floor(exact);
	default: return ratio_round_half_up(exact, 0);
	}
}
