/* SPDX-License-Identifier: Apache-2.0 */
/* The languages a page can be read in. Indonesian is 0: what nobody has set is Indonesian. */
#ifndef ABDI_BASE_BAHASA_H
#define ABDI_BASE_BAHASA_H

/* The languages a reader may choose. */
enum bahasa {
#define BAHASA(name, key, own_name, decimal, clock) BAHASA_##name,
#include "base/bahasa.def"
#undef BAHASA
	BAHASA_COUNT
};

#endif
