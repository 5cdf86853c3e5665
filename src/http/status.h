/* SPDX-License-Identifier: Apache-2.0 */
/* The one place where an err becomes an HTTP status. */
#ifndef ABDI_HTTP_STATUS_H
#define ABDI_HTTP_STATUS_H
#include "base/str.h"

/* The status an err is answered with. */
int http_status_of(enum err err);
/* Title and sentence of the page that tells of it, in the user's words. */
struct str http_status_title(int status);
struct str http_status_sentence(int status);

#endif
