/* SPDX-License-Identifier: Apache-2.0 */
/* Files of a multipart form, written to disk as their pieces come. The client's name never reaches
   the file system. */
#ifndef ABDI_HTTP_UPLOAD_H
#define ABDI_HTTP_UPLOAD_H
#include "base/crypto.h"
#include "http/request.h"

#define UPLOAD_FILES_MAX 20 /* those beyond are dropped */
#define UPLOAD_KEPT_FILES 5 /* as much as so many of the longest is kept of one form */
/* As much as so many is read to its end, so that the form comes back with what was written in it
   and says which file was too long; beyond that the answer is 413. */
#define UPLOAD_READ_FILES 20

/* Collects the parts of one form. */
struct upload_form {
	struct request *req;
	const char *dir; /* temporary files live here; NULL: files are counted, not kept */
	int64_t file_max; /* bytes a file */
	int64_t kept_bytes; /* of all files so far */
	int fd; /* of the file being written; -1 between files */
	struct upload file;
	struct crypto_sha256 sum; /* of that file so far */
	struct str field; /* the plain field being collected */
	struct buf value;
	size_t text_bytes;
	bool is_file, has_bytes; /* of the part being collected */
	enum err err; /* first thing that went wrong; the rest is skipped */
};

/* Nothing came yet; files go below dir. Of one longer than file_max, or too much beside the others,
   nothing is kept but its size: it has no path. */
void upload_begin(struct upload_form *form, struct request *req, const char *dir, int64_t file_max);
/* One piece; file_name NULL for plain fields, offset 0 begins a new part, unless it has the same
   names as one of which nothing has come yet. */
void upload_piece(struct upload_form *form, const char *field, const char *file_name,
		  struct str data, uint64_t offset);
/* Closes the last part and tells whether all went well. */
MUST_CHECK enum err upload_end(struct upload_form *form);

#endif
