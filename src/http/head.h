/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a request as RFC 9112 wants it, judged before any library reads it: what two readers
   could understand in two ways is refused (reliability G1, decision 0029). */
#ifndef ABDI_HTTP_HEAD_H
#define ABDI_HTTP_HEAD_H
#include "base/str.h"

#define HEAD_BYTES_MAX ((size_t)16 * 1024) /* request line and fields; more is 431 */
#define HEAD_TARGET_MAX 8192 /* bytes; more is 414 */
#define HEAD_FIELDS_MAX 64 /* more is 431 */
#define HEAD_COOKIES_MAX 64 /* in all Cookie fields; more is 431 */
#define HEAD_COOKIE_BYTES_MAX 4096 /* of all Cookie fields; more is 431 */
#define HEAD_LENGTH_DIGITS_MAX 18 /* of Content-Length; more is 413 */
#define HEAD_CHUNK_LINE_MAX 256 /* bytes of the line before a chunk; more is 400 */

/* What was read of a head. */
struct head {
	int status; /* 0: in order; else what it is refused with */
	bool is_head; /* the method is HEAD: no answer may have a body */
	bool is_chunked;
	int64_t length; /* Content-Length, 0 without one */
	struct str target; /* as it stands: origin-form, absolute-form, or "*" */
	struct str authority; /* of an absolute target, else STR_NONE */
	int minor; /* HTTP/1.minor */
	/* what the fields were seen to have */
	int hosts, lengths, codings, cookies;
	size_t cookie_bytes;
};

/* How far text is the beginning of a head: its length with the empty line when it is whole, 0 while
   more must come; *is_bad when no head begins so (a line not ended by CR LF, a control character).
   *seen is where to go on, 0 at first. */
size_t head_end(struct str text, size_t *seen, bool *is_bad);
/* A whole head, with its empty line. */
void head_read(struct str text, struct head *out);
/* One line "name: value" without its end; false: none. */
bool head_field(struct str line, struct str *name, struct str *value);
/* The line before a chunk, without its end; false: none. */
bool head_chunk_size(struct str line, int64_t *out);

#endif
