/* SPDX-License-Identifier: Apache-2.0 */
/* A temporary file of ours, read whole and removed. */
#ifndef ABDI_EVALUATION_EVALUATION_FILE_H
#define ABDI_EVALUATION_EVALUATION_FILE_H
#include "base/job.h"

MUST_CHECK enum err evaluation_take_file(struct job *job, struct str path, struct str *out);

#endif
