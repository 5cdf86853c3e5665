/* SPDX-License-Identifier: Apache-2.0 */
/* All units, posts, people and holidays as a spreadsheet that comes in again unchanged. */
#ifndef ABDI_IMPORT_IMPORT_LIST_H
#define ABDI_IMPORT_IMPORT_LIST_H
#include "base/job.h"

struct xlsx;

/* Writes the four sheets: what lives today. */
MUST_CHECK enum err import_list_write(struct job *job, struct xlsx *xlsx);

#endif
