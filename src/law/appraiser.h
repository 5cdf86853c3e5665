/* SPDX-License-Identifier: Apache-2.0 */
/* Which position appraises which, and which is above the appraiser (rulebook 1.4): provinces in
   appraiser.def [V], regencies and cities by the values penilai_* and atasan_* [K]. A delegation is
   a dated record and stands beside this (PK-20 [D]). */
#ifndef ABDI_LAW_APPRAISER_H
#define ABDI_LAW_APPRAISER_H
#include "law/values.h"

/* The classes of posts an appraiser is found by. */
enum kelas_jabatan {
	KELAS_KEPALA_DAERAH,
	KELAS_JPT_MADYA,
	KELAS_JPT_PRATAMA,
	KELAS_ADMINISTRATOR,
	KELAS_PENGAWAS,
	KELAS_PELAKSANA,
	KELAS_AHLI_UTAMA,
	KELAS_AHLI_MADYA,
	KELAS_AHLI_MUDA,
	KELAS_AHLI_PERTAMA,
	KELAS_KETERAMPILAN,
	KELAS_COUNT
};

/* A province, or a regency or city. */
enum pemerintahan { PEMERINTAHAN_PROVINSI, PEMERINTAHAN_KABKOTA };

/* As stored. */
struct str kelas_jabatan_key(enum kelas_jabatan kelas);
/* False when it is no class. */
MUST_CHECK bool kelas_jabatan_parse(struct str key, enum kelas_jabatan *out);
/* May this position appraise that one? */
bool appraiser_may(const struct law_values *law, enum pemerintahan kind, enum kelas_jabatan pegawai,
		   enum kelas_jabatan appraiser);
/* May this position be the superior of that pegawai's appraiser? */
bool appraiser_superior_may(const struct law_values *law, enum pemerintahan kind,
			    enum kelas_jabatan pegawai, enum kelas_jabatan superior);

#endif
