/* SPDX-License-Identifier: Apache-2.0 */
/* What was stored before one way of writing was asked for: codes and addresses that only look
   different, names in another writing, signs nothing shows. Entry refuses or mends such texts since
   (base/letters.h, base/email.h); this finds the ones that stand. */
#ifndef ABDI_ORG_LOOKALIKE_H
#define ABDI_ORG_LOOKALIKE_H
#include "base/job.h"
#include "db/store.h"

#include <stdio.h>

/* What is the matter with a text; the words of each: lookalike.c. */
enum lookalike_fault {
	LOOKALIKE_WRITING, /* the name is written in a way that entry makes another of */
	LOOKALIKE_UNSHOWABLE, /* a sign in it that no paper or screen shows */
	LOOKALIKE_ADDRESS, /* an address of mail with signs that only look right */
	LOOKALIKE_TWIN, /* a code or address that is another's, but for its writing */
	LOOKALIKE_FAULTS
};

/* One of them. */
struct lookalike {
	enum lookalike_fault fault;
	const char *kind; /* "unit", "jabatan", "pegawai" */
	struct str kode, other; /* code or NIP of it; of the twin */
};

/* A stored text as it is looked at. */
struct lookalike_row {
	struct str kode, nama, email;
};

/* An agency to look through. */
struct lookalike_agency {
	struct id id;
	struct str kode;
};

/* Those of one agency who are here; reads only. */
MUST_CHECK enum err lookalike_list(struct job *job, struct lookalike **out, int *count);
/* Every agency, a line each and what to do; ERR_CONFLICT when there is one. */
MUST_CHECK enum err lookalike_print(struct store *store, FILE *out);

#endif
