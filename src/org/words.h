/* SPDX-License-Identifier: Apache-2.0 */
/* What people, posts and units are found by, kept in step with their names. Whoever writes a name
   calls this. */
#ifndef ABDI_ORG_WORDS_H
#define ABDI_ORG_WORDS_H
#include "base/job.h"
#include "db/store.h"

#define WORDS_PEGAWAI "p"
#define WORDS_JABATAN "j"
#define WORDS_UNIT "u"

/* Something with a name, and a number or code that is looked for from its beginning. */
struct worded {
	struct id id;
	struct str nama, kode;
};

/* Lays the words of one kind for those that have none yet, in few statements. */
MUST_CHECK enum err words_add(const struct job *job, const char *jenis, const struct worded *things,
			      int count);
/* Lays them anew: it was renamed, or is here again. */
MUST_CHECK enum err words_renew(const struct job *job, const char *jenis,
				const struct worded *thing);
/* It is found no more. */
MUST_CHECK enum err words_drop(const struct job *job, const struct id *id);
/* Lays those of all who are here, for an agency that has none. */
MUST_CHECK enum err words_fill(struct job *job);
/* The same, at the start of the program, for agencies that were here before there were words. */
MUST_CHECK enum err words_fill_waiting(struct store *store);

#endif
