/* SPDX-License-Identifier: Apache-2.0 */
/* What somebody from the public, or staff, told of a page that does not work. Nobody's name is
   asked; the words are deleted on the day the form promised. */
#ifndef ABDI_MASALAH_MASALAH_H
#define ABDI_MASALAH_MASALAH_H
#include "base/waiting.h"

#define MASALAH_URAIAN_MIN 10
#define MASALAH_URAIAN_MAX 2000
#define MASALAH_HALAMAN_MAX 200

/* What somebody said about a page. */
struct masalah {
	struct id masalah_id;
	struct str jenis, jenis_label; /* masalah_jenis.def */
	/* which page, as the link or the person says; never trusted as an address */
	struct str halaman;
	struct str uraian;
	int64_t created_at, ditangani_at; /* UTC µs; ditangani_at 0: open */
	struct date hapus_pada; /* promised when it was written */
	struct str ditangani_nama; /* who handled it */
};

/* Keeps what a visitor wrote; hapus_pada is the day their page named. */
MUST_CHECK enum err masalah_tell(struct job *job, const struct masalah *told);
/* Those that are open, or those that were handled, newest first; before is the id of the last one
   of the page before. For administrators: ERR_FORBIDDEN to others. */
MUST_CHECK enum err masalah_list(struct job *job, bool is_open, const struct id *before, int most,
				 struct masalah **out, int *count);
/* Somebody has seen to it; again is no fault. */
MUST_CHECK enum err masalah_handle(struct job *job, const struct id *masalah_id);
/* How many wait for this actor: 0 for who may not read them. */
MUST_CHECK enum err masalah_count_open(struct job *job, int64_t *count);
/* The same as a duty of who may see to them (kabar/duty.def). */
waiting_ask masalah_waits;
/* Deletes at most so many whose day has come (app/public.def). */
MUST_CHECK enum err masalah_forget(struct job *job, int most, int64_t *count);

#endif
