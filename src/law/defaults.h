/* SPDX-License-Identifier: Apache-2.0 */
/* The values before an agency sets its own, from defaults.def. LAW_DEFAULT_item_rating_above is
   110. */
#ifndef ABDI_LAW_DEFAULTS_H
#define ABDI_LAW_DEFAULTS_H

/* Every number of defaults.def. */
enum law_default {
#define DEFAULT(key, value, least, most, unit, help) LAW_DEFAULT_##key = (value),
#include "law/defaults.def"
#undef DEFAULT
};

#endif
