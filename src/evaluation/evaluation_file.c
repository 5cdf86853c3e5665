/* SPDX-License-Identifier: Apache-2.0 */
#include "evaluation/evaluation_file.h"

#include <stdio.h>
#include <unistd.h>

enum err evaluation_take_file(struct job *job, struct str path, struct str *out)
{
	const char *name = str_cstr(job->mem, path);
	FILE *file = fopen(name, "rb");
	struct buf bytes;
	char block[8192];
	size_t got;

	if (!file)
		return ERR_IO;
	buf_init(&bytes, job->mem);
	while ((got = fread(block, 1, sizeof block, file)) > 0)
		buf_add(&bytes, (struct str){block, got});
	bool is_bad = ferror(file) != 0;
	is_bad |= fclose(file) != 0;
	is_bad |= unlink(name) != 0;
	*out = buf_str(&bytes);
	return is_bad ? ERR_IO : ERR_OK;
}
