/* SPDX-License-Identifier: Apache-2.0 */
/* What a person had typed and not sent when they signed out, so that nothing stays readable on the
   device. Only they get it back, and it is sealed where it lies. */
#ifndef ABDI_ACCOUNT_TITIPAN_H
#define ABDI_ACCOUNT_TITIPAN_H
#include "base/job.h"
#include "db/store.h"

#define TITIPAN_BYTES_MAX ((size_t)256 << 10)
#define TITIPAN_ITEMS_MAX 500 /* forms with words in them, and reports that wait */

/* As it lies in the table. */
struct titipan_isi {
	struct str isi; /* sealed */
	int64_t saved_at;
};

/* Takes the place of what was handed over before. isi: JSON {draf: [[name, text]], kotak: [item]}
   as assets/kirim.js makes it; anything else is ERR_INVALID with a fault. */
MUST_CHECK enum err titipan_save(struct job *job, struct str isi);
/* *isi STR_NONE: nothing waits. */
MUST_CHECK enum err titipan_load(struct job *job, struct str *isi);
/* It is on a device again. */
MUST_CHECK enum err titipan_drop(struct job *job);
/* Removes what has lain longer than this agency lets it (titipan_days). */
MUST_CHECK enum err titipan_forget_old(struct store *store, const struct id *instansi_id,
				       int64_t now);

#endif
