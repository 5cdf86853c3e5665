/* SPDX-License-Identifier: Apache-2.0 */
/* A document for who has its code: the public page and the receipt. */
#ifndef ABDI_BERKAS_BERKAS_CEK_H
#define ABDI_BERKAS_BERKAS_CEK_H
#include "berkas/berkas_view.h"

/* What the code opens. */
MUST_CHECK enum err berkas_cek_make(struct job *job, const struct berkas *b,
				    struct berkas_cek *out);
/* And its picture, which leads to the public page at this address of the installation; without one
   it holds the code alone, for a counter's reader. */
void berkas_cek_draw(struct job *job, struct str address, struct berkas_cek *view);

#endif
