/* SPDX-License-Identifier: Apache-2.0 */
/* A zip file somebody sent us, read as streams and bounded before and while it is unpacked
   (reliability F4). */
#ifndef ABDI_RENDER_ZIP_H
#define ABDI_RENDER_ZIP_H
#include "base/problems.h"

#define ARCHIVE_ENTRIES_MAX 1000
#define ARCHIVE_BYTES_MAX ((int64_t)64 << 20)
#define ARCHIVE_RATIO_MAX 100
#define ARCHIVE_RATIO_FROM ((int64_t)256 << 10) /* below this size a high ratio is harmless */

struct archive;

/* Refuses what is broken, encrypted, or would unpack to more than the limits; says why in faults
   (field "berkas"). */
MUST_CHECK enum err archive_open(struct arena *mem, const char *path, struct problems *faults,
				 struct archive **out);
void archive_close(struct archive **archive);
bool archive_has(const struct archive *archive, const char *name);

/* Gets the next bytes of a part; returning anything but ERR_OK stops the reading. */
typedef enum err archive_chunk(void *arg, struct str bytes, bool is_last);
/* ERR_NOT_FOUND when the part is absent; ERR_INVALID with a fault when it is broken or past the
   limit. */
MUST_CHECK enum err archive_read(struct archive *archive, const char *name, archive_chunk *chunk,
				 void *arg);

#endif
