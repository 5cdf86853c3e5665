/* SPDX-License-Identifier: Apache-2.0 */
/* Loading units, posts, people and holidays from a file that was read: show what would change,
   apply all or nothing. */
#ifndef ABDI_IMPORT_IMPORT_H
#define ABDI_IMPORT_IMPORT_H
#include "base/job.h"
#include "import/import_read.h"

/* What applying would do; items_max of the records it changes are told one by one. */
MUST_CHECK enum err import_preview(struct job *job, const struct import_file *file, unsigned ends,
				   int items_max, struct import_preview **out);
/* Does it, in the write the job is; with any fault nothing, and ERR_INVALID. */
MUST_CHECK enum err import_apply(struct job *job, const struct import_file *file, unsigned ends,
				 struct import_preview **out);

#endif
