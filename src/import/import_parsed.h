/* SPDX-License-Identifier: Apache-2.0 */
/* What was read of a kept file, beside it: a file is read once, however often it is looked at. */
#ifndef ABDI_IMPORT_IMPORT_PARSED_H
#define ABDI_IMPORT_IMPORT_PARSED_H
#include "import/import_read.h"

/* Reads the file at path, or what was kept of reading it before; ERR_INVALID as import_read, again
   with the faults that it had. */
MUST_CHECK enum err import_parse(struct job *job, const char *path, struct import_file **out);
/* Forgets what was kept: the file reads otherwise now, or is gone. */
void import_parsed_remove(struct job *job, const char *path);

#endif
