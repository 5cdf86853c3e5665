/* SPDX-License-Identifier: Apache-2.0 */
/* Uploaded files kept between preview and confirmation, below data_dir/impor, one agency's out of
   another's reach. */
#ifndef ABDI_IMPORT_IMPORT_KEPT_H
#define ABDI_IMPORT_IMPORT_KEPT_H
#include "base/job.h"

#define IMPORT_KEPT_SECONDS 86400

/* Moves the file there; removes what was left behind for more than a day. */
MUST_CHECK enum err import_keep(struct job *job, struct str path, struct id *out);
/* ERR_NOT_FOUND when it is not there any more. */
MUST_CHECK enum err import_kept_path(struct job *job, const struct id *id, const char **out);
/* Forgets it. */
void import_kept_remove(struct job *job, const struct id *id);
/* A fresh path for a file made to be sent; file_take gives its bytes once it is made. */
MUST_CHECK enum err import_kept_new(struct job *job, const char **out);

#endif
