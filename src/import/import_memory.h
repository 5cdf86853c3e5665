/* SPDX-License-Identifier: Apache-2.0 */
/* Which headings of other systems stand for which of ours: said once by hand, kept for the
   agency. */
#ifndef ABDI_IMPORT_IMPORT_MEMORY_H
#define ABDI_IMPORT_IMPORT_MEMORY_H
#include "base/job.h"
#include "import/import_column.h"

/* One heading of a kind of sheet; kolom is a heading of ours, or empty: it is left out. */
struct import_remembered {
	struct str jenis, judul, kolom; /* jenis: "pegawai"; judul as heading_key writes it */
};

/* All of an agency. */
struct import_memory {
	struct import_remembered *at;
	int count;
};

/* What was said so far. */
MUST_CHECK enum err import_memory_load(struct job *job, struct import_memory *out);
/* The column a heading stands for by what was said: true with *column, -1 for one to leave out. */
bool import_memory_find(const struct import_memory *memory, enum import_jenis jenis,
			struct str judul, int *column);
/* Keeps what was said of these headings in place of what was said before; tells the trail. */
MUST_CHECK enum err import_memory_keep(struct job *job, const struct import_remembered *rows,
				       int count);
/* "pegawai". */
struct str import_jenis_key(enum import_jenis jenis);

#endif
