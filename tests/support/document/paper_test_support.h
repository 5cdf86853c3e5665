/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a paper twice and compares it byte by byte. */
#ifndef ABDI_DOCUMENT_PAPER_TEST_SUPPORT_H
#define ABDI_DOCUMENT_PAPER_TEST_SUPPORT_H
#include "base/arena.h"
#include "base/str.h"

/* Makes the paper of this content twice, byte by byte the same. With ABDI_TEST_KEEP set, it stays
   in that folder as NAME.pdf for a person to look at. */
void paper_test_repeats(struct arena *mem, struct str content, struct str url, const char *name);

#endif
