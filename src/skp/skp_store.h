/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of plans, without any access check: only this room's use cases call it. */
#ifndef ABDI_SKP_SKP_STORE_H
#define ABDI_SKP_SKP_STORE_H
#include "skp/skp.h"

MUST_CHECK enum err skp_find(struct job *job, const struct id *skp_id, struct skp **out);
MUST_CHECK enum err skp_find_newest(struct job *job, const struct id *pegawai_id, int tahun,
				    struct id *out);
MUST_CHECK enum err skp_insert(struct job *job, const struct skp *skp);
/* These two answer ERR_CONFLICT when someone saved the plan after version was loaded. */
MUST_CHECK enum err skp_touch(struct job *job, const struct id *skp_id, int64_t version);
MUST_CHECK enum err skp_save_state(struct job *job, const struct skp *skp, int64_t version);

/* State, post, appraiser, form and days; skp->version is the one loaded. */
MUST_CHECK enum err skp_save_post(struct job *job, const struct skp *skp);
MUST_CHECK enum err skp_unlink_rhk(struct job *job, const struct id *skp_id);
/* Plans of a person that are for another post than today's and are not closed. */
MUST_CHECK enum err skp_list_elsewhere(struct job *job, const struct id *pegawai_id,
				       struct id **out, int *count);
/* Plans for the post of today that still lie before, or name, an appraiser of before. */
MUST_CHECK enum err skp_list_of_former(struct job *job, const struct id *pegawai_id,
				       struct id **out, int *count);
MUST_CHECK enum err skp_save_luar(struct job *job, const struct skp *skp);

/* Inserts or replaces a result with its indicators; gives ids to what has none. */
MUST_CHECK enum err skp_put_rhk(struct job *job, const struct id *skp_id, struct rhk *rhk);
MUST_CHECK enum err skp_delete_rhk(struct job *job, const struct id *skp_id,
				   const struct id *rhk_id);
MUST_CHECK enum err skp_put_perilaku(struct job *job, const struct id *skp_id,
				     const struct skp_perilaku *perilaku);
MUST_CHECK enum err skp_put_lampiran(struct job *job, const struct id *skp_id,
				     const struct skp_lampiran *rows, int count);
MUST_CHECK enum err skp_put_comments(struct job *job, const struct id *skp_id,
				     const struct skp_comment *comments, int count);

/* Results of the agreed plan of a person in a year; results of the unit at jalur and of those above it. */
MUST_CHECK enum err skp_list_pimpinan(struct job *job, const struct id *pegawai_id, int tahun,
				      struct skp_source **out, int *count);
MUST_CHECK enum err skp_list_unit(struct job *job, struct str jalur, int tahun,
				  struct skp_source **out, int *count);
MUST_CHECK enum err skp_team_rows(struct job *job, const struct id *penilai_id, int tahun,
				  struct skp_team_row **out, int *count);
MUST_CHECK enum err skp_luar_rows(struct job *job, int tahun, struct skp_team_row **out,
				  int *count);
MUST_CHECK enum err skp_waiting(struct job *job, const struct id *penilai_id, int *count);

#endif
