/* SPDX-License-Identifier: Apache-2.0 */
/* Root is only for starting: the service works as an account that owns nothing but the data
   directory. */
#ifndef ABDI_APP_PRIVILEGE_H
#define ABDI_APP_PRIVILEGE_H
#include "base/err.h"

/* As root: gives data_dir to the user and becomes that user for good; ERR_FORBIDDEN when that does
   not work. For everyone: no new privileges, no core files. */
MUST_CHECK enum err privilege_drop(const char *user, const char *data_dir);

#endif
