/* SPDX-License-Identifier: Apache-2.0 */
/* @Room@:
   a record with a day and a kind, of the whole agency; the oldest first. */
#ifndef ABDI_@ROOM@_@ROOM@_H
#define ABDI_@ROOM@_@ROOM@_H
#include "base/job.h"
#include "form/field.h"
#include "render/record.h"

/* One of them. */
struct @room@ {
	struct id @room@_id;
	struct str judul, jenis, isi; /* jenis: a key of @room@_jenis */
	struct date tanggal;
};

/* Which of them: with this word. */
struct @room@_saring {
	struct str cari;
};

extern const struct choice_list @room@_jenis;
extern const struct form_table @room@_form, @room@_saring_form; /* what a person fills in, asks */

/* @ROOM@_READ. */
MUST_CHECK enum err @room@_list(struct job *job, const struct @room@_saring *which,
				const struct records_ask *ask, struct records_page *out);
/* Lists every fault, or keeps it under an id of its own; @ROOM@_EDIT. */
MUST_CHECK enum err @room@_add(struct job *job, struct @room@ *@room@);

#endif
