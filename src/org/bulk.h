/* SPDX-License-Identifier: Apache-2.0 */
/* Writing units, positions, people and holidays as they come from a file or a first run. Callers
   have asked for the right, judged the whole, and tell the trail what they did. */
#ifndef ABDI_ORG_BULK_H
#define ABDI_ORG_BULK_H
#include "org/org.h"

/* From today on. */
MUST_CHECK enum err unit_add(struct job *job, const struct unit *unit);
/* One that ended lives again. */
MUST_CHECK enum err unit_save(struct job *job, const struct unit *unit);
/* Today is its last day, unless it ended before; jalur is where it stands now. */
MUST_CHECK enum err unit_end(struct job *job, const struct unit *unit);

/* From today on. */
MUST_CHECK enum err jabatan_add(struct job *job, const struct jabatan *jabatan);
/* One that ended lives again. */
MUST_CHECK enum err jabatan_save(struct job *job, const struct jabatan *jabatan);
/* Today is its last day. */
MUST_CHECK enum err jabatan_end(struct job *job, const struct id *jabatan_id);
/* Its people follow it into its unit. */
MUST_CHECK enum err jabatan_move_pegawai(struct job *job, const struct jabatan *jabatan);

/* New people, in few statements; appraisers stand before those they appraise. */
MUST_CHECK enum err pegawai_add_many(struct job *job, const struct pegawai *people, int count);
/* One who ended is here again. Tells the rooms above, perhaps of another post. */
MUST_CHECK enum err pegawai_save(struct job *job, const struct pegawai *pegawai);
/* That day is the last one here. */
MUST_CHECK enum err pegawai_end(struct job *job, const struct id *pegawai_id, struct date last);

/* Adds the day or renames it. */
MUST_CHECK enum err hari_libur_save(struct job *job, const struct hari_libur *libur);
/* Of a holiday nothing stays but the trail: it tells which one was taken away. */
MUST_CHECK enum err hari_libur_end(struct job *job, const struct hari_libur *libur);

/* A year that stands already, with its periods. */
MUST_CHECK enum err tahun_add(struct job *job, const struct tahun_kinerja *tahun);
/* Closes the first periods of a year, up to the last one named. */
MUST_CHECK enum err tahun_close(struct job *job, int tahun, int last);

#endif
