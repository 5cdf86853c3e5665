/* SPDX-License-Identifier: Apache-2.0 */
/* A signed document beside the object it was made of. */
#ifndef ABDI_DOCUMENT_DOCUMENT_COMPARE_H
#define ABDI_DOCUMENT_DOCUMENT_COMPARE_H
#include "base/job.h"
#include "document/document_record.h"

/* What is compared with the signed content. */
struct document_compare {
	struct str our_key;
	bool is_told; /* the trail has the digest of exactly these bytes */
	bool is_object_newer; /* the trail tells of a later deed on the object */
};

/* *why NULL: everything is as it was signed. What may change without a deed (a name, a post) is not
   compared. */
MUST_CHECK enum err document_compare(struct job *job, const struct dokumen *dokumen,
				     const struct document_compare *compare, const char **why);

#endif
