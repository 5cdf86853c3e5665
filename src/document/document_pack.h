/* SPDX-License-Identifier: Apache-2.0 */
/* Canonical bytes: named fields, each with its length before it, so that no text can pose as
   another field. */
#ifndef ABDI_DOCUMENT_DOCUMENT_PACK_H
#define ABDI_DOCUMENT_DOCUMENT_PACK_H
#include "base/str.h"

#define PACK_MAGIC "abdi-dokumen-1\n"
#define PACK_CELLS_MAX 10

/* A named value. */
struct pack_field {
	struct str name, value;
};

/* A signed text taken apart. */
struct pack {
	struct pack_field *at;
	int count;
};

/* Opens the text. */
void pack_begin(struct buf *out);
/* Adds a named value; the name is a literal of ours. */
void pack_put(struct buf *out, const char *name, struct str value);
/* A row of a table: its cells packed into one value. */
void pack_row(struct buf *out, const char *name, const struct str *cell, int count);
/* False when the bytes are not exactly what pack_put wrote. */
MUST_CHECK bool pack_parse(struct arena *mem, struct str bytes, struct pack *out);
/* The first field of the name, or STR_NONE. */
struct str pack_get(const struct pack *pack, const char *name);
/* Cells of a row; false when it is not a row of exactly count cells. */
MUST_CHECK bool pack_cells(struct str row, struct str *cell, int count);

#endif
