/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue as a spreadsheet that comes in again: sheets "Layanan", "Syarat" and "Langkah".
   What comes in becomes drafts, which hold for nobody until they are decided. */
#ifndef ABDI_LAYANAN_LAYANAN_SHEET_H
#define ABDI_LAYANAN_LAYANAN_SHEET_H
#include "layanan/layanan_change.h"
#include "render/xlsx_write.h"

#define LAYANAN_SHEET_MOST 500 /* services of one file */

/* The services that jalur reaches, each with the standard in force or, where none is, its draft. */
MUST_CHECK enum err layanan_sheet_write(struct job *job, struct str jalur, struct xlsx *xlsx);

/* One row of "Layanan", with its rows of the other sheets. */
struct layanan_baris {
	struct str unit, alamat, nama, kebutuhan, ringkas, jumlah, satuan;
	struct standar standar;
	int row;
};

/* A file that was read. */
struct layanan_sheet {
	struct layanan_baris *at;
	int count;
};
/* Reads a file; faults name sheet and cell: "Layanan!B7". */
MUST_CHECK enum err layanan_sheet_read(struct job *job, const char *path,
				       struct layanan_sheet *out);
/* Adds and changes services, and drafts their standards: all of it or, with faults, nothing. */
MUST_CHECK enum err layanan_sheet_apply(struct job *job, struct layanan_sheet *sheet);

#endif
