/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with addresses ready. */
#ifndef ABDI_IMPORT_IMPORT_VIEW_H
#define ABDI_IMPORT_IMPORT_VIEW_H
#include "form/form.h"
#include "http/request.h"
#include "import/import.h"
#include "import/import_pair.h"
#include "render/html.h"
#include "render/shell.h"

/* A sheet's columns, for the help of the page. */
struct import_column_view {
	struct str lembar, csv_url;
	const struct import_column *columns;
	int count;
};

/* The page that takes a file. */
struct import_page_view {
	struct import_column_view lembar[IMPORT_JENIS_COUNT];
	struct import_isian {
		const struct upload *berkas;
	} isian;
	struct form form; /* of the file */
};

/* What a file would do. */
struct import_preview_view {
	const struct import_preview *preview; /* NULL: the file could not be read */
	struct import_persetujuan {
		struct str alasan; /* why the roles are given */
	} isian;
	struct form form; /* of that */
	struct import_pairs pairs;
	struct form pair_form; /* headings to match, where there are any */
	struct str pair_action;
	struct str action, faults_url, changes_url;
	struct str akhiri; /* the sheets that hold everything: "unit,pegawai" */
	int faults_shown;
};

#endif
