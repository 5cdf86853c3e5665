/* SPDX-License-Identifier: Apache-2.0 */
/* The small file of remembered heads: one line an agency, replaced whole. */
#ifndef ABDI_AUDIT_GUARD_FILE_H
#define ABDI_AUDIT_GUARD_FILE_H
#include "db/store.h"

/* The heads a guard file keeps, one an agency. */
struct guard_heads {
	struct arena *mem;
	struct db_mark *at;
	int count, cap;
};

/* NULL when nothing is remembered of this agency. */
struct db_mark *guard_heads_find(struct guard_heads *heads, const struct id *instansi);
/* Keeps the mark if its number is higher than what is kept; true when it was. */
bool guard_heads_take(struct guard_heads *heads, const struct db_mark *mark);

/* Beside the data; named after the installation's public key, so that another installation's
   database in the same folder is another story and no loss. */
const char *guard_file_path(struct arena *mem, const char *data_dir, const uint8_t public_key[32]);
/* ERR_NOT_FOUND: no such file; ERR_INVALID: not one of ours. */
MUST_CHECK enum err guard_file_load(struct arena *mem, const char *path, struct guard_heads *out);
/* Replaces it; is_merging: a higher number another process has put there meanwhile stays.
   Synced. */
MUST_CHECK enum err guard_file_save(const char *path, const struct guard_heads *heads,
				    bool is_merging);

#endif
