/* SPDX-License-Identifier: Apache-2.0 */
/* Files that come in pieces: each lies in its person's folder and grows there, whatever becomes
   of the line, until a form names it. The device gives it its name, so a piece sent twice is one
   piece. */
#ifndef ABDI_HTTP_PIECE_H
#define ABDI_HTTP_PIECE_H
#include "base/err.h"
#include "base/id.h"
#include "base/str.h"

#define PIECE_MAX ((int64_t)256 << 10) /* bytes of one piece */
#define PIECE_FILE_MAX ((int64_t)10 << 20) /* bytes of a file: as long as evidence may be */
#define PIECE_FILES_MAX 20 /* files of one person that no form has named yet */
#define PIECE_DAYS 30 /* how long they wait: as long as what a device keeps to be sent */

/* Whose files. */
struct piece_place {
	const char *data_dir;
	struct id instansi_id, akun_id;
};

/* Bytes of a file of size, the first of which is its from-th. */
struct piece {
	struct id file;
	int64_t from, size;
	struct str bytes;
};

/* How much of it is here; 0: nothing. */
int64_t piece_held(struct arena *mem, const struct piece_place *place, const struct id *file);
/* Adds it, durably; *held: how much of the file is here then, also when the piece was refused.
   ERR_CONFLICT: what is missing begins elsewhere, or another piece is just being written;
   ERR_TOO_LARGE: longer than a piece may be, or past the file's end; ERR_BUSY: the person's folder
   is full; ERR_IO. */
MUST_CHECK enum err piece_add(struct arena *mem, const struct piece_place *place,
			      const struct piece *piece, int64_t *held);
/* A copy of the whole file: what a form judges must not grow any more. ERR_NOT_FOUND: it is not
   here, or not whole. */
MUST_CHECK enum err piece_copy(struct arena *mem, const struct piece_place *place,
			       const struct piece *piece, struct str to);
/* Takes in a whole file that came with a form which was refused, under a name of its own. */
MUST_CHECK enum err piece_keep(struct arena *mem, const struct piece_place *place, struct str from,
			       struct id *file);
void piece_drop(struct arena *mem, const struct piece_place *place, const struct id *file);
/* Removes what has waited longer than PIECE_DAYS at now (seconds). */
void piece_sweep(const char *data_dir, int64_t now);

#endif
