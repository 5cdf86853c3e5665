/* SPDX-License-Identifier: Apache-2.0 */
/* A plain zip writer for tests, apart from the library that reads: it also makes what nobody should
   send. */
#ifndef ABDI_RENDER_ZIP_TEST_SUPPORT_H
#define ABDI_RENDER_ZIP_TEST_SUPPORT_H
#include "base/str.h"

struct zip_part {
	const char *name;
	struct str data;
	uint32_t crc; /* these three are filled while writing */
	size_t packed, at;
};

/* Writes a zip of the parts; bytes_max > 0 cuts the file short. */
void zip_test_write(struct arena *mem, const char *path, struct zip_part *parts, int count,
		    size_t bytes_max);

#endif
