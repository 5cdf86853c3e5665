/* SPDX-License-Identifier: Apache-2.0 */
/* What an address of mail looks like. */
#ifndef ABDI_BASE_EMAIL_H
#define ABDI_BASE_EMAIL_H
#include "base/str.h"

#define EMAIL_CHARS_MAX 254
#define EMAIL_NAME_MAX 64 /* before the "@" */

/* A name, one "@", a host with a dot, in plain letters, digits and signs only: another alphabet's
   letter that looks the same would be another address. */
bool email_is_right(struct str email);

#endif
