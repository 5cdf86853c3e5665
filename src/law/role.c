/* SPDX-License-Identifier: Apache-2.0 */
/* Keys and labels of roles and standings, from their tables. */
#include "law/role.h"

#include "law/names.h"

static const struct law_name perans[] = {
#define ROLE(name, key, label) [PERAN_##name] = {STR(key), STR(label)},
#include "law/role.def"
#undef ROLE
};

static const struct law_name penugasans[] = {
#define PENUGASAN(name, key, label) [PENUGASAN_##name] = {STR(key), STR(label)},
#include "law/penugasan.def"
#undef PENUGASAN
};

LAW_NAMES(peran, peran, perans)
LAW_LABELS(peran, peran, perans)
LAW_NAMES(penugasan, penugasan, penugasans)
LAW_LABELS(penugasan, penugasan, penugasans)
