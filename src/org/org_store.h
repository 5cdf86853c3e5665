/* SPDX-License-Identifier: Apache-2.0 */
/* The room's own SQL, for its use cases only. Rows live in mem. */
#ifndef ABDI_ORG_ORG_STORE_H
#define ABDI_ORG_ORG_STORE_H
#include "db/store.h"
#include "org/org.h"

MUST_CHECK enum err org_pegawai_by_id(struct db *db, struct arena *mem, const struct id *id,
				      struct pegawai **out);
MUST_CHECK enum err org_pegawai_of_penilai(struct job *job, const struct id *id,
					   struct pegawai **out, int *count);
MUST_CHECK enum err org_unit_by_id(struct db *db, struct arena *mem, const struct id *id,
				   struct unit **out);
MUST_CHECK enum err org_jabatan_by_id(struct db *db, struct arena *mem, const struct id *id,
				      struct jabatan **out);

#endif
