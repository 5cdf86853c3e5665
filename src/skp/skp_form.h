/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of the plan ask, and the records they fill. */
#ifndef ABDI_SKP_SKP_FORM_H
#define ABDI_SKP_SKP_FORM_H
#include "form/field.h"
#include "skp/skp_record.h"

/* One result with its indicators, and what it hangs from: a leader's result or one of the unit. */
struct rhk_isian {
	int64_t version; /* of the plan, as in all of them */
	struct rhk rhk;
	struct id sumber;
};
extern const struct form_table rhk_form;

/* What the leader expects, value by value, in the order of law/berakhlak. */
struct perilaku_isian {
	int64_t version;
	struct skp_perilaku *perilaku;
	int count;
};
extern const struct form_table perilaku_form;

/* The attachment; one item a line. */
struct lampiran_isian {
	int64_t version;
	struct str dukungan, skema, konsekuensi;
};
extern const struct form_table lampiran_form;

/* The appraiser's notes: by result, by value, by part of the attachment. */
struct catatan {
	struct str text;
};
/* What an appraiser typed beside a plan. */
struct tinjau_isian {
	int64_t version;
	struct catatan *rhk, *nilai, *blok;
	int rhk_count, nilai_count, blok_count;
};
extern const struct form_table tinjau_form;
/* The name of the control a note was typed into: "komentar_nilai.harmonis". */
struct str skp_comment_field(struct arena *mem, const struct skp_comment *comment);

/* The agreement on paper, or the superior's note why there is none yet. */
struct luar_isian {
	int64_t version;
	struct pejabat_luar luar;
	struct str catatan;
};
extern const struct form_table luar_form;

#endif
