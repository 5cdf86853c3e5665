/* SPDX-License-Identifier: Apache-2.0 */
/* Loading units, posts, people and holidays from a file that was read: show what would change,
   apply all or nothing. */
#ifndef ABDI_IMPORT_IMPORT_H
#define ABDI_IMPORT_IMPORT_H
#include "base/job.h"
#include "import/import_read.h"

/* What applying would do. */
MUST_CHECK enum err import_preview(struct job *job, const struct import_file *file,
				   const struct import_wish *wish, struct import_preview **out);
/* Does it, in the write the job is; with any fault nothing, and ERR_INVALID. Roles are given by the
   rules of their page (account/role.h): never to oneself, never without saying why. */
MUST_CHECK enum err import_apply(struct job *job, const struct import_file *file,
				 const struct import_wish *wish, struct import_preview **out);

#endif
