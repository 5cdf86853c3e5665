/* SPDX-License-Identifier: Apache-2.0 */
/* From records to what the templates show. */
#ifndef ABDI_EVALUATION_EVALUATION_MAKE_H
#define ABDI_EVALUATION_EVALUATION_MAKE_H
#include "evaluation/evaluation_luar_view.h"
#include "law/berakhlak.h"

/* The page on which an appraiser rates somebody. */
struct evaluation_review *view_review(struct arena *mem, const struct evaluasi *evaluasi,
				      const struct evaluasi_ringkas *team, int team_count);
/* Where each row finds its fields in the review's form. */
void view_fields(struct evaluation_review *review);
/* tahun and nomor of out are set: which choice stands. */
void view_periode(struct arena *mem, const struct periode *list, int count,
		  struct evaluation_periode *out);
struct str view_review_url(struct arena *mem, const struct id *pegawai_id, int tahun, int nomor);
struct str view_own_sentence(struct arena *mem, const struct evaluasi_ringkas *row);
/* The plan's indicators as both forms show them. */
struct review_iki *view_iki(struct arena *mem, const struct evaluasi *evaluasi, int *count);
struct str view_realisasi(struct arena *mem, const struct iki *iki,
			  const struct evaluasi_iki *made);

#endif
