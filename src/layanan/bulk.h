/* SPDX-License-Identifier: Apache-2.0 */
/* Writing services as a demonstration brings them: decided long ago. No right is asked and nothing
   is told to the trail: the caller does. */
#ifndef ABDI_LAYANAN_BULK_H
#define ABDI_LAYANAN_BULK_H
#include "layanan/layanan.h"

/* A service. */
MUST_CHECK enum err layanan_bulk_add(struct job *job, const struct layanan *layanan);
/* A decided version of its standard, with its lists. */
MUST_CHECK enum err standar_bulk_add(struct job *job, const struct standar *standar);
/* A post that serves it. */
MUST_CHECK enum err pelaksana_bulk_add(struct job *job, const struct id *layanan_id,
				       const struct id *jabatan_id);
/* The first promise of a unit. */
MUST_CHECK enum err maklumat_bulk_add(struct job *job, const struct maklumat *maklumat,
				      const struct id *akun_id);

#endif
