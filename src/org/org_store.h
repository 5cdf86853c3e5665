/* SPDX-License-Identifier: Apache-2.0 */
/* The room's own SQL, for its use cases only. Rows live in mem. */
#ifndef ABDI_ORG_ORG_STORE_H
#define ABDI_ORG_ORG_STORE_H
#include "db/store.h"
#include "org/org.h"

/* ERR_NOT_FOUND when there is nobody. */
MUST_CHECK enum err org_pegawai_by_id(struct db *db, struct arena *mem, const struct id *id,
				      struct pegawai **out);
/* Whom this person appraises, by name. */
MUST_CHECK enum err org_pegawai_of_penilai(struct job *job, const struct id *id,
					   struct pegawai **out, int *count);
/* ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err org_unit_by_id(struct db *db, struct arena *mem, const struct id *id,
				   struct unit **out);
/* ERR_NOT_FOUND when there is none. */
MUST_CHECK enum err org_jabatan_by_id(struct db *db, struct arena *mem, const struct id *id,
				      struct jabatan **out);

#endif
