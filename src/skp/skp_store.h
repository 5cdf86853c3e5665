/* SPDX-License-Identifier: Apache-2.0 */
/* Whole plans, without any access check: only this room's use cases call it. */
#ifndef ABDI_SKP_SKP_STORE_H
#define ABDI_SKP_SKP_STORE_H
#include "skp/skp.h"

/* A plan with all that hangs on it. */
MUST_CHECK enum err skp_find(struct job *job, const struct id *skp_id, struct skp **out);
/* The same without its attachment and the comments on that. */
MUST_CHECK enum err skp_find_results(struct job *job, const struct id *skp_id, struct skp **out);
/* Inserts or replaces a result with its indicators; gives ids to what has none. */
MUST_CHECK enum err skp_put_rhk(struct job *job, const struct id *skp_id, struct rhk *rhk);
/* A result and its indicators. */
MUST_CHECK enum err skp_delete_rhk(struct job *job, const struct id *skp_id,
				   const struct id *rhk_id);
/* Replaces the attachment. */
MUST_CHECK enum err skp_put_lampiran(struct job *job, const struct id *skp_id,
				     const struct skp_lampiran *rows, int count);
/* Replaces the appraiser's words on the rows; an unknown row is ERR_NOT_FOUND. */
MUST_CHECK enum err skp_put_comments(struct job *job, const struct id *skp_id,
				     const struct skp_comment *comments, int count);
/* Results of the agreed plan of a person in a year; none when there is no such plan. */
MUST_CHECK enum err skp_list_pimpinan(struct job *job, const struct id *pegawai_id, int tahun,
				      struct skp_source **out, int *count);

#endif
