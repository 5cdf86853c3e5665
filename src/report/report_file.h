/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence files: what they are, proved to their last byte, and where they rest. The client's file
   name is never a path. */
#ifndef ABDI_REPORT_REPORT_FILE_H
#define ABDI_REPORT_REPORT_FILE_H
#include "report/report.h"
#include "report/report_kind.h"

#define BUKTI_UKURAN_MAX (10 << 20) /* bytes a file */

/* Where evidence rests: data_dir, the agency and the temporary file that arrived. */
struct bukti_arrival {
	const char *data_dir;
	struct id instansi_id;
	struct str path, file_name;
	int64_t size;
};

/* Checks the content, names it by its SHA-256 and makes it durable before any row speaks of it.
   What arrived stays where it is, too, until the request ends. ERR_INVALID: not accepted, *flaw
   says why; ERR_TOO_LARGE; ERR_IO. */
MUST_CHECK enum err bukti_keep(struct arena *mem, const struct bukti_arrival *arrival,
			       struct bukti *out, enum bukti_flaw *flaw);
/* On the writer, before the rows that name them: every file that arrived still lies in its place
   (report_sweep.h may have taken one that no row named yet), and none that does is taken from now
   on. What goes along from a corrected report is named all the time. */
MUST_CHECK enum err bukti_hold(struct job *job, const struct laporan *laporan);
struct str bukti_path(struct arena *mem, const char *data_dir, const struct id *instansi_id,
		      struct str sha256);

#endif
