/* SPDX-License-Identifier: Apache-2.0 */
/* The form that matches headings nobody knows with ours. Inside the room only. */
#ifndef ABDI_IMPORT_IMPORT_PAIR_H
#define ABDI_IMPORT_IMPORT_PAIR_H
#include "form/form.h"
#include "import/import_memory.h"
#include "import/import_read.h"

#define IMPORT_PAIRS_MAX 64 /* of a file; what is more comes when these are matched */

/* What a heading stands for: a column of ours, IMPORT_LEAVE_OUT, or nothing chosen. */
struct import_pair {
	struct str kolom;
};
#define IMPORT_LEAVE_OUT "lewati"

/* One a heading, in the order of the sheets. */
struct import_pairs {
	struct import_pair *pasangan;
	int count;
};

/* The form for the headings of the file, each with the columns its sheet still lacks. */
void import_pair_make(struct form *form, struct job *job, const struct import_file *file,
		      struct import_pairs *pairs);
/* What was chosen, to be remembered; two headings for one column are a fault of the form, and so is
   nothing at all. */
int import_pair_read(struct form *form, const struct form_source *source,
		     const struct import_file *file, struct import_remembered *out);

#endif
