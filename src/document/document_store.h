/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of signed documents and their public codes. */
#ifndef ABDI_DOCUMENT_DOCUMENT_STORE_H
#define ABDI_DOCUMENT_DOCUMENT_STORE_H
#include "base/job.h"
#include "document/document_record.h"

/* Where the paper of a public code lies. */
struct dokumen_place {
	struct id instansi_id, dokumen_id;
};

/* The one in force; ERR_NOT_FOUND when nothing was signed yet. */
MUST_CHECK enum err document_store_of(struct job *job, enum dokumen_jenis jenis,
				      const struct id *objek_id, struct dokumen **out);
MUST_CHECK enum err document_store_load(struct job *job, const struct id *dokumen_id,
					struct dokumen **out);
/* Keeps the new document with its code and supersedes the older ones. */
MUST_CHECK enum err document_store_add(struct job *job, const struct dokumen *dokumen);
/* Where the paper of a public code lies; ERR_NOT_FOUND for an unknown one. */
MUST_CHECK enum err document_store_kode(struct job *job, struct str kode,
					struct dokumen_place *out);

#endif
