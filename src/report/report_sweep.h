/* SPDX-License-Identifier: Apache-2.0 */
/* Takes away files of evidence that no row names: of refused and undone reports at once, what a
   crash left after a day. A file is removed only when no committed report names it, on the writer,
   and when nobody has held it meanwhile (bukti_hold): a report about to be committed keeps its
   files, whoever else sent or undid the same content. */
#ifndef ABDI_REPORT_REPORT_SWEEP_H
#define ABDI_REPORT_REPORT_SWEEP_H
#include "db/store.h"
#include "report/report.h"

#define SWEEP_SHELVES 256 /* the files of an agency lie in so many folders, by their first byte */

/* Perhaps nobody names its files now or soon; the next sweeps see to it. From any thread. */
void report_sweep_doubt(const struct laporan *laporan, const struct id *instansi_id);
/* Looks at those in doubt. Both run on the caretaker's thread. */
void report_sweep_doubtful(struct store *store, const char *data_dir, int64_t now);
/* One folder of every agency, and what uploads left in data_dir/tmp: files older than a day at
   now. */
void report_sweep_shelf(struct store *store, const char *data_dir, int shelf, int64_t now);

#endif
