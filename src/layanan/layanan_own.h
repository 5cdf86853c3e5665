/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this room share. */
#ifndef ABDI_LAYANAN_LAYANAN_OWN_H
#define ABDI_LAYANAN_LAYANAN_OWN_H
#include "law/access.h"
#include "layanan/layanan.h"

/* The service, if the actor may do this deed to it: else ERR_FORBIDDEN. */
MUST_CHECK enum err layanan_open(struct job *job, const struct id *layanan_id,
				 enum permission permission, struct layanan *out);

#endif
