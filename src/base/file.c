/* SPDX-License-Identifier: Apache-2.0 */
/* Whole files as bytes in an arena. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 65536

enum err file_read(struct arena *mem, const char *path, size_t most, struct str *out)
{
	FILE *file = fopen(path, "rbe");
	struct buf bytes;
	size_t got;

	*out = STR_NONE;
	if (!file)
		return errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
	buf_init(&bytes, mem);
	do {
		buf_reserve(&bytes, BLOCK);
		got = fread(bytes.at + bytes.len, 1, BLOCK, file);
		bytes.len += got;
	} while (got > 0 && bytes.len <= most);
	bool is_broken = ferror(file) != 0;
	is_broken |= fclose(file) != 0;
	if (is_broken)
		return ERR_IO;
	*out = buf_str(&bytes);
	return bytes.len > most ? ERR_INVALID : ERR_OK;
}

enum err file_take(struct arena *mem, const char *path, size_t most, struct str *out)
{
	enum err err = file_read(mem, path, most, out);

	return unlink(path) == 0 || err ? err : ERR_IO;
}

static bool is_of_name(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       c >= 0x80;
}

struct str file_name_of(struct arena *mem, struct str text)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < text.len; i++) {
		if (is_of_name((unsigned char)text.at[i]))
			buf_add_char(&out, text.at[i]);
		else if (out.len > 0 && out.at[out.len - 1] != '-')
			buf_add_char(&out, '-');
	}
	while (out.len > FILE_NAME_MOST || (out.len > 0 && (out.at[out.len - 1] == '-')))
		do
			out.len--;
		while (out.len > 0 && ((unsigned char)out.at[out.len] & 0xc0) == 0x80);
	return buf_str(&out);
}

struct str file_hindrance(struct arena *mem, const char *path)
{
	struct stat about = {.st_mode = 0};
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int why = file < 0 || fstat(file, &about) != 0 ? errno : 0;

	if (file >= 0)
		(void)close(file);
	if (why == ENOENT || why == ENOTDIR)
		return str_format(mem, "Berkas \"%s\" tidak ada. Periksa nama dan foldernya.",
				  path);
	if (why == EACCES || why == EPERM)
		return str_format(mem,
				  "Berkas \"%s\" tidak boleh dibaca oleh pengguna yang menjalankan "
				  "abdi. Beri hak baca, atau salin ke tempat yang boleh.",
				  path);
	if (why != 0)
		return str_format(mem, "Berkas \"%s\" tidak dapat dibuka: %s.", path,
				  strerror(why));
	if (!S_ISREG(about.st_mode))
		return str_format(mem, "\"%s\" bukan berkas. Sebut satu berkas.", path);
	return STR_NONE;
}
