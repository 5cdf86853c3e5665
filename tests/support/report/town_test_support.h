/* SPDX-License-Identifier: Apache-2.0 */
/* A unit and an ASN with a plan in force of one result, on 24 November 2026 in WIT; a folder for
   evidence. Every row has the agency's own id. */
#ifndef ABDI_REPORT_TOWN_TEST_SUPPORT_H
#define ABDI_REPORT_TOWN_TEST_SUPPORT_H
#include "base/problems.h"
#include "db/store_test_support.h"
#include "law/access.h"
#include "report/report.h"

#define TOWN_NOW time_of_date(DATE(2026, 11, 24), 600, ZONA_WIT)

struct town {
	struct store *store;
	struct arena *mem;
	struct problems faults; /* of the last step */
	struct id instansi;
	struct actor actor;
	struct date today;
	char dir[32]; /* below the working directory, removed at the end */
	struct laporan laporan; /* what the steps send: 9 deeds "akta" today */
	struct bukti bukti; /* of town_arrive */
	struct laporan_ganti ganti;
};

/* cmocka's set-up and tear-down; *state is the town. */
int town_open(void **state);
int town_close(void **state);
struct job town_job(struct town *town, struct db *db);
/* One step as a write, with no fault found yet. */
enum err town_run(struct town *town, db_work *step);
/* Steps: arg is the town; of what stands in town->laporan. */
db_work town_send, town_undo, town_replace;
/* A PDF arrives and is taken in, as the pool does before the writer sees the report; the report has
   it then. */
void town_arrive(struct town *town, const char *name);
#define TOWN_CONTENT "%PDF-1.4\nsatu bukti\n%%EOF\n"

#endif
