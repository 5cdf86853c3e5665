/* SPDX-License-Identifier: Apache-2.0 */
/* Paper from canonical bytes alone: the same bytes give the same file. */
#ifndef ABDI_DOCUMENT_DOCUMENT_PDF_H
#define ABDI_DOCUMENT_DOCUMENT_PDF_H
#include "base/str.h"

/* url: where the code is verified, shown and put into the QR; STR_NONE: the agency has no address
   yet, so the paper has no QR and says where to ask. ERR_INVALID when the bytes are not a
   document. */
MUST_CHECK enum err document_pdf(struct arena *mem, struct str isi, struct str url,
				 struct str *out);

#endif
