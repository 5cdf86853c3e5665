/* SPDX-License-Identifier: Apache-2.0 */
/* The decided evaluations of a month, person by person, as e-Kinerja BKN lays them out (rulebook
   BKN-01). */
#ifndef ABDI_EVALUATION_EVALUATION_BKN_H
#define ABDI_EVALUATION_EVALUATION_BKN_H
#include "evaluation/evaluation_record.h"

/* A person of the recap. */
struct bkn_row {
	struct str nip, nama, jabatan;
	enum rating hasil, perilaku;
	enum predikat predikat;
};

/* The whole sheet. */
struct bkn_recap {
	struct str instansi_kode, instansi_nama, unit_nama, periode;
	struct bkn_row *row;
	int count;
};

/* Is that period one of the format? */
bool evaluation_bkn_knows(struct job *job, int tahun, int nomor);
/* Of a unit and those below it. ERR_INVALID, with a fault at "periode", for a period the format does
   not know; one under objection stays out (PK-53). */
MUST_CHECK enum err evaluation_bkn(struct job *job, const struct unit *unit, int tahun, int nomor,
				   struct bkn_recap *out);
/* Writes it as a spreadsheet. */
MUST_CHECK enum err evaluation_bkn_write(struct job *job, struct str path,
					 const struct bkn_recap *recap);

#endif
