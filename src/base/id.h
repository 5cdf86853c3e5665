/* SPDX-License-Identifier: Apache-2.0 */
/* Identifiers made by us: UUIDv7, 16 bytes, so that keys grow with time; text form is the usual 36
   characters. */
#ifndef ABDI_BASE_ID_H
#define ABDI_BASE_ID_H
#include "base/str.h"

/* The identifier of a record, made by us; all zeros is none. */
struct id {
	uint8_t bytes[16];
};

#define ID_TEXT_LEN 36

/* A new one: later ones sort behind earlier ones. */
struct id id_make(void);
/* As text: "0193e5f2-…". */
struct str id_str(struct arena *mem, const struct id *id);
/* The same into memory of the caller's. */
void id_write(const struct id *id, char text[ID_TEXT_LEN]);
/* False when the text is no identifier. */
MUST_CHECK bool id_parse(struct str text, struct id *out);
/* The 32 hex digits alone, as in a cookie or a key. */
MUST_CHECK bool id_parse_hex(struct str text, struct id *out);
bool id_equal(const struct id *a, const struct id *b);
bool id_is_none(const struct id *id); /* all zero: no record */
/* The same 16 bytes for the same name in the same space: for imports and demonstrations that
   repeat. */
struct id id_named(const struct id *space, struct str name);

#endif
