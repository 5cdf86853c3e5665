/* SPDX-License-Identifier: Apache-2.0 */
/* A small sheet, XLSX or CSV, as rows of named columns: the first filled line names them, in any
   order. Faults stand at "berkas", each with its line. */
#ifndef ABDI_INDIKATOR_LEMBAR_WEB_H
#define ABDI_INDIKATOR_LEMBAR_WEB_H
#include "base/job.h"
#include "http/request.h"

#define LEMBAR_COLUMNS_MAX 10
#define LEMBAR_FAULTS_MAX 30 /* so many lines with faults are told; the rest as a number */

/* A column: its heading, what it holds, and what the template shows. */
struct lembar_kolom {
	const char *judul, *isi, *contoh;
	bool is_needed;
};
/* The columns of one kind of sheet. */
struct lembar_tabel {
	struct str nama; /* of the sheet, and of the template's file */
	const struct lembar_kolom *kolom;
	int count, most; /* most: rows */
};

/* One line; cells in the table's order, trimmed. */
struct lembar_baris {
	int baris;
	struct str sel[LEMBAR_COLUMNS_MAX];
};
/* A whole sheet. */
struct lembar {
	int count;
	struct lembar_baris *baris;
};

/* Reads the file; ERR_INVALID lists what is wrong with it. */
MUST_CHECK enum err lembar_read(struct job *job, const struct upload *file,
				const struct lembar_tabel *tabel, struct lembar *out);
/* A workbook with the headings and one line to begin with. */
MUST_CHECK enum err lembar_template(struct request *req, struct response *res,
				    const struct lembar_tabel *tabel);
/* Where a download is written before it is sent; a name of chance below the data directory. */
const char *lembar_path(struct job *job);
/* Sends the finished workbook at path and removes it. */
MUST_CHECK enum err lembar_send(struct request *req, struct response *res, const char *path,
				struct str name);

#endif
