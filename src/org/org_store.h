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
MUST_CHECK enum err org_tahun_load(struct job *job, int tahun, struct tahun_kinerja *out);
MUST_CHECK enum err org_tahun_add(struct db *db, const struct tahun_kinerja *tahun);
MUST_CHECK enum err org_periode_add(struct db *db, const struct periode *periode);
MUST_CHECK enum err org_periode_save_status(struct db *db, const struct periode_change *change);
/* ERR_CONFLICT when someone saved the year after its version was loaded. */
MUST_CHECK enum err org_tahun_save_batas(struct db *db, const struct tahun_kinerja *tahun);
MUST_CHECK enum err org_setelan_load(struct job *job, const char *kunci, struct date day,
				     struct str *out);
MUST_CHECK enum err org_setelan_add(struct db *db, const char *kunci, struct date from,
				    struct str value);

#endif
