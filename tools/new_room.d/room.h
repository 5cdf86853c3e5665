/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@: a short record with a day, kept for the whole agency; listed oldest first. */
#ifndef ABDI_@ROOM@_@ROOM@_H
#define ABDI_@ROOM@_@ROOM@_H
#include "base/job.h"
#include "form/field.h"

#define @ROOM@_JUDUL_MAX 200
#define @ROOM@_ISI_MAX 2000

/* One of them. */
struct @room@ {
	struct id @room@_id;
	struct str judul, isi;
	struct date tanggal;
};

/* What a person fills in of it. */
extern const struct form_table @room@_form;

/* Those after this one (none: from the beginning), at most so many; @ROOM@_READ. */
MUST_CHECK enum err @room@_list(struct job *job, const struct id *after, int most,
				struct @room@ **out, int *count);
/* Lists every fault, or keeps it under an id of its own; @ROOM@_EDIT. */
MUST_CHECK enum err @room@_add(struct job *job, struct @room@ *@room@);

#endif
