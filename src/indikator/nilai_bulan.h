/* SPDX-License-Identifier: Apache-2.0 */
/* The form of a month: a row for each area or person of a unit, or one for the unit itself. */
#ifndef ABDI_INDIKATOR_NILAI_BULAN_H
#define ABDI_INDIKATOR_NILAI_BULAN_H
#include "indikator/nilai.h"

/* One row of the form of a month: an area, a person, or the unit itself. */
struct nilai_baris {
	int64_t version; /* 0: there is none yet */
	int64_t pembilang, penyebut;
	bool has_pembilang, has_penyebut;
	struct str yakin;
};
/* The form of a month. */
struct nilai_isian {
	struct id unit_id, induk_id; /* induk: only the areas of that kecamatan */
	int bulan, count;
	struct nilai_baris *baris;
	struct str sumber_data;
};
/* Which month's form. */
struct nilai_saring {
	struct id unit, induk;
	int tahun;
	struct str bulan;
};
extern const struct form_table nilai_form, nilai_saring_form;

/* What a value can be told of, by the definition: its areas, people, or the unit alone. */
struct nilai_subjek {
	struct id wilayah_id, pegawai_id;
	struct str nama, kode;
};

/* The subjects of a month in that unit with what is stored; INDIKATOR_FILL. */
MUST_CHECK enum err nilai_open(struct job *job, const struct indikator *indikator,
			       const struct nilai_isian *which, struct nilai_subjek **subjek,
			       struct nilai **stored, int *count);
/* Keeps what changed of a month: rows in the order of nilai_open. ERR_CONFLICT when one was saved
   meanwhile. INDIKATOR_FILL. */
MUST_CHECK enum err nilai_save(struct job *job, const struct indikator *indikator,
			       const struct nilai_isian *isian);

#endif
