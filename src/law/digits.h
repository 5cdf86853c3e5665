/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers inside an identifier's digits: NIP and NIK are cut at fixed places. */
#ifndef ABDI_LAW_DIGITS_H
#define ABDI_LAW_DIGITS_H
#include "base/str.h"

/* Exactly len characters, all of them 0 to 9. */
bool digits_only(struct str text, size_t len);
/* The number in the digits [from, from + count); the text holds digits only. */
int digits_at(struct str text, size_t from, size_t count);

#endif
