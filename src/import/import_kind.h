/* SPDX-License-Identifier: Apache-2.0 */
/* What a file is by its first bytes, whatever its name says. */
#ifndef ABDI_IMPORT_IMPORT_KIND_H
#define ABDI_IMPORT_IMPORT_KIND_H
#include "base/str.h"

/* What a file is. */
enum import_kind { IMPORT_KIND_WORKBOOK, IMPORT_KIND_CSV, IMPORT_KIND_OTHER };

/* For IMPORT_KIND_OTHER *refusal says what it is and what to do. Old and encrypted workbooks count
   as workbooks: their reader knows more of them. */
MUST_CHECK enum err import_kind_find(const char *path, enum import_kind *out, struct str *refusal);

#endif
