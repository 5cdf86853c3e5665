/* SPDX-License-Identifier: Apache-2.0 */
/* Files that came in pieces before the form that names them (http/piece.h): for a room they are
   files of the form. */
#ifndef ABDI_APP_NAMED_FILES_H
#define ABDI_APP_NAMED_FILES_H
#include "http/exchange.h"

/* Once, when it is known who asks: each field FILE_NAMED ("name size field file name") becomes a
   file of the request, of which nothing has been read yet. */
void named_files_add(struct request *req);
/* Before the room looks at them, where reading may take a while: their content, copied. What is not
   whole stays without a path. */
void named_files_read(struct request *req);
/* The form is refused and drawn again: what came along with it is kept, so that it can be named. */
void named_files_keep(struct request *req);
/* The form's deed is done: they have served. */
void named_files_drop(struct request *req);

#endif
