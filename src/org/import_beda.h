/* SPDX-License-Identifier: Apache-2.0 */
/* What a row does to its record, kept while the plan is made and told in the words of people. Inside the room only. */
#ifndef ABDI_ORG_IMPORT_BEDA_H
#define ABDI_ORG_IMPORT_BEDA_H
#include "org/import.h"

struct import_plan;

/* What the cells of a row do to its record, as the store writes it; kolom NO_KOLOM: a sentence. Kept for what changes,
   and for the first new records of a sheet (items_max). */
#define NO_KOLOM (-1)
struct plan_beda {
	int kolom;
	struct str sebelum, sesudah;
};
struct plan_bedas {
	const struct plan_beda *at;
	int count;
};

/* Codes with the names they stand for, numbers of people grouped. */
void import_beda_tell(const struct import_plan *plan, struct plan_bedas beda,
		      struct import_item *item);

#endif
