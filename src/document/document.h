/* SPDX-License-Identifier: Apache-2.0 */
/* The three signed documents (rulebook 1.8): SKP, Evaluasi, Dokumen Evaluasi. What is signed are
   canonical bytes; paper is made from those bytes alone, and a public code leads from paper back to
   them. */
#ifndef ABDI_DOCUMENT_DOCUMENT_H
#define ABDI_DOCUMENT_DOCUMENT_H
#include "audit/event.h"
#include "document/document_record.h"

/* Readers of events (app/readers.def): the papers of what has just been decided, signed in the same
   transaction. */
MUST_CHECK enum err document_skp_decided(struct job *job, const struct event *event);
MUST_CHECK enum err document_evaluasi_decided(struct job *job, const struct event *event);
/* The paper in force as it was signed, after the access check of its object; ERR_NOT_FOUND when
   there is none. */
MUST_CHECK enum err document_load(struct job *job, enum dokumen_jenis jenis,
				  const struct id *objek_id, struct dokumen **out);
/* For what was decided before papers were signed with the decision, and for agencies made in bulk:
   signs the object as it stands now, superseding the paper of an older version. ERR_NOT_FOUND while
   it is not final. On the writer only. */
MUST_CHECK enum err document_issue(struct job *job, enum dokumen_jenis jenis,
				   const struct id *objek_id, struct dokumen **out);
/* For the public page; ERR_NOT_FOUND for an unknown code. Accepts dashes, spaces and small
   letters. */
MUST_CHECK enum err document_verify(struct job *job, struct str kode, struct dokumen_periksa *out);

#endif
