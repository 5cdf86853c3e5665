/* SPDX-License-Identifier: Apache-2.0 */
/* The file of heads: a line an agency, replaced as a whole. */
#include "audit/guard_file.h"

#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEAD_LINE "abdi-kepala-1\n"
#define FILE_MAX (4 * 1024 * 1024)

struct db_mark *guard_heads_find(struct guard_heads *heads, const struct id *instansi)
{
	for (int i = 0; i < heads->count; i++)
		if (id_equal(&heads->at[i].instansi, instansi))
			return &heads->at[i];
	return NULL;
}

bool guard_heads_take(struct guard_heads *heads, const struct db_mark *mark)
{
	struct db_mark *known = guard_heads_find(heads, &mark->instansi);

	if (known && known->number >= mark->number)
		return false;
	if (known) {
		*known = *mark;
		return true;
	}
	if (heads->count == heads->cap) {
		struct db_mark *old = heads->at;
		heads->cap = heads->cap ? 2 * heads->cap : 16;
		heads->at = arena_array(heads->mem, struct db_mark, heads->cap);
		if (old)
			memcpy(heads->at, old, (size_t)heads->count * sizeof(*old));
	}
	assert(heads->at);
	heads->at[heads->count++] = *mark;
	return true;
}

const char *guard_file_path(struct arena *mem, const char *data_dir, const uint8_t public_key[32])
{
	struct buf path;

	buf_init(&path, mem);
	buf_add_format(&path, "%s/kepala-", data_dir);
	buf_add_hex(&path, public_key, 8);
	buf_add_cstr(&path, ".txt");
	return str_cstr(mem, buf_str(&path));
}

/* ---- Reading ---- */

static bool hash_parse(struct str hex, uint8_t out[32])
{
	static const char digits[] = "0123456789abcdef";

	if (hex.len != 64)
		return false;
	for (size_t i = 0; i < 64; i++) {
		const char *digit = memchr(digits, hex.at[i], 16);
		if (!digit)
			return false;
		uint8_t value = (uint8_t)(digit - digits);
		out[i / 2] = (uint8_t)(i % 2 ? out[i / 2] | value : value << 4);
	}
	return true;
}

static bool line_parse(struct str line, struct db_mark *out)
{
	struct str rest, hash;
	struct str id = str_cut(line, ' ', &rest);
	struct str number = str_cut(rest, ' ', &hash);

	return id_parse(id, &out->instansi) && str_parse_int(number, &out->number) &&
	       out->number > 0 && hash_parse(hash, out->hash);
}

enum err guard_file_load(struct arena *mem, const char *path, struct guard_heads *out)
{
	struct str rest;
	enum err err = file_read(mem, path, FILE_MAX, &rest);

	*out = (struct guard_heads){.mem = mem};
	if (err)
		return err;
	if (!str_starts(rest, HEAD_LINE) || !str_ends(rest, "\n"))
		return ERR_INVALID;
	rest = str_slice(rest, sizeof(HEAD_LINE) - 1, rest.len);
	while (rest.len > 0) {
		struct db_mark mark = {0};
		if (!line_parse(str_cut(rest, '\n', &rest), &mark))
			return ERR_INVALID;
		(void)guard_heads_take(out, &mark);
	}
	return ERR_OK;
}

/* ---- Writing ---- */

static bool bytes_write(const char *path, struct str bytes)
{
	int file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool is_done = file >= 0;

	while (is_done && bytes.len > 0) {
		ssize_t put = write(file, bytes.at, bytes.len);
		if (put < 0 && errno == EINTR)
			continue;
		is_done = put > 0;
		if (is_done)
			bytes = str_slice(bytes, (size_t)put, bytes.len);
	}
	is_done = is_done && fsync(file) == 0;
	if (file >= 0)
		is_done &= close(file) == 0;
	return is_done;
}

static struct str heads_text(const struct guard_heads *heads)
{
	struct buf text;

	buf_init(&text, heads->mem);
	buf_add_cstr(&text, HEAD_LINE);
	for (int i = 0; i < heads->count; i++) {
		buf_add(&text, id_str(heads->mem, &heads->at[i].instansi));
		buf_add_format(&text, " %lld ", (long long)heads->at[i].number);
		buf_add_hex(&text, heads->at[i].hash, sizeof(heads->at[i].hash));
		buf_add_char(&text, '\n');
	}
	return buf_str(&text);
}

static enum err replace(const char *path, int folder, const struct guard_heads *heads,
			bool is_merging)
{
	struct guard_heads all = {.mem = heads->mem};

	if (is_merging) {
		enum err err = guard_file_load(heads->mem, path, &all);
		if (err && err != ERR_NOT_FOUND)
			return err;
	}
	for (int i = 0; i < heads->count; i++)
		(void)guard_heads_take(&all, &heads->at[i]);
	const char *fresh = str_cstr(heads->mem, str_format(heads->mem, "%s.baru", path));
	if (!bytes_write(fresh, heads_text(&all)) || rename(fresh, path) != 0 || fsync(folder) != 0)
		return ERR_IO;
	return ERR_OK;
}

/* Several processes may keep their data in one folder: one at a time. */
enum err guard_file_save(const char *path, const struct guard_heads *heads, bool is_merging)
{
	const char *end = strrchr(path, '/');
	struct str folder_name = str_slice(str_from(path), 0, (size_t)(end - path));
	int folder = open(str_cstr(heads->mem, folder_name), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0)
		return ERR_IO;
	enum err err =
		flock(folder, LOCK_EX) == 0 ? replace(path, folder, heads, is_merging) : ERR_IO;
	(void)close(folder); /* and with it the lock */
	return err;
}
