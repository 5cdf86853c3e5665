/* SPDX-License-Identifier: Apache-2.0 */
/* Below data_dir/unggah: a folder an agency, in it one a person, in it a file a name. */
#include "http/piece.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY_SECONDS 86400

static const char *folder_of(struct arena *mem, const struct piece_place *place)
{
	return str_cstr(mem, str_format(mem, "%s/unggah/%.*s/%.*s", place->data_dir,
					STR_ARG(id_str(mem, &place->instansi_id)),
					STR_ARG(id_str(mem, &place->akun_id))));
}

static const char *path_of(struct arena *mem, const struct piece_place *place,
			   const struct id *file)
{
	return str_cstr(
		mem, str_format(mem, "%s/%.*s", folder_of(mem, place), STR_ARG(id_str(mem, file))));
}

int64_t piece_held(struct arena *mem, const struct piece_place *place, const struct id *file)
{
	struct stat st;

	return lstat(path_of(mem, place, file), &st) == 0 && S_ISREG(st.st_mode) ? st.st_size : 0;
}

static enum err make_folder(struct arena *mem, const struct piece_place *place)
{
	const char *level[] = {
		str_cstr(mem, str_format(mem, "%s/unggah", place->data_dir)),
		str_cstr(mem, str_format(mem, "%s/unggah/%.*s", place->data_dir,
					 STR_ARG(id_str(mem, &place->instansi_id)))),
		folder_of(mem, place),
	};

	for (int i = 0; i < 3; i++)
		if (mkdir(level[i], 0700) != 0 && errno != EEXIST)
			return ERR_IO;
	return ERR_OK;
}

static bool has_room(struct arena *mem, const struct piece_place *place)
{
	DIR *entries = opendir(folder_of(mem, place));
	struct dirent *entry;
	int count = 0;

	while (entries && (entry = readdir(entries)))
		count += entry->d_name[0] != '.';
	if (entries)
		(void)closedir(entries);
	return count < PIECE_FILES_MAX;
}

/* The file, locked for one piece; *fd is then the caller's. */
static enum err open_locked(struct arena *mem, const struct piece_place *place,
			    const struct piece *piece, int *fd)
{
	enum err err = make_folder(mem, place);

	if (err)
		return err;
	if (piece->from == 0 && piece_held(mem, place, &piece->file) == 0 && !has_room(mem, place))
		return ERR_BUSY;
	*fd = open(path_of(mem, place, &piece->file),
		   O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (piece->from == 0 ? O_CREAT : 0), 0600);
	if (*fd < 0)
		return errno == ENOENT ? ERR_CONFLICT : ERR_IO;
	return flock(*fd, LOCK_EX | LOCK_NB) == 0 ? ERR_OK : ERR_CONFLICT;
}

static enum err write_at(int fd, const struct piece *piece)
{
	struct str rest = piece->bytes;
	int64_t at = piece->from;

	while (rest.len > 0) {
		ssize_t n = pwrite(fd, rest.at, rest.len, at);
		if (n <= 0)
			return ERR_IO;
		at += n;
		rest = str_slice(rest, (size_t)n, rest.len);
	}
	return fdatasync(fd) == 0 ? ERR_OK : ERR_IO;
}

/* What a failed write has left would count as received. */
static enum err append(int fd, const struct piece *piece)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return ERR_IO;
	/* One that bears another name too is evidence by now and grows no more. */
	if (st.st_size != piece->from || st.st_nlink != 1)
		return ERR_CONFLICT;
	enum err err = write_at(fd, piece);
	return err && ftruncate(fd, piece->from) != 0 ? ERR_IO : err;
}

enum err piece_add(struct arena *mem, const struct piece_place *place, const struct piece *piece,
		   int64_t *held)
{
	int fd = -1;
	enum err err = ERR_OK;

	if ((int64_t)piece->bytes.len > PIECE_MAX || piece->from < 0 ||
	    piece->from > piece->size - (int64_t)piece->bytes.len)
		err = ERR_TOO_LARGE;
	if (!err && !(err = open_locked(mem, place, piece, &fd)))
		err = append(fd, piece);
	if (fd >= 0)
		(void)close(fd);
	*held = piece_held(mem, place, &piece->file);
	return err;
}

static enum err copy_bytes(int from, int to, int64_t size)
{
	while (size > 0) {
		ssize_t n = copy_file_range(from, NULL, to, NULL, (size_t)size, 0);
		if (n <= 0)
			return ERR_IO;
		size -= n;
	}
	return ERR_OK;
}

enum err piece_copy(struct arena *mem, const struct piece_place *place, const struct piece *piece,
		    struct str to)
{
	int in = open(path_of(mem, place, &piece->file), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	int out = -1;
	enum err err = ERR_NOT_FOUND;

	if (in >= 0 && fstat(in, &st) == 0 && st.st_size == piece->size) {
		out = open(str_cstr(mem, to), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
			   0600);
		err = out < 0 ? ERR_IO : copy_bytes(in, out, piece->size);
	}
	if (in >= 0)
		(void)close(in);
	if (out >= 0 && close(out) != 0 && !err)
		err = ERR_IO;
	return err;
}

enum err piece_keep(struct arena *mem, const struct piece_place *place, struct str from,
		    struct id *file)
{
	enum err err = make_folder(mem, place);

	if (err)
		return err;
	if (!has_room(mem, place))
		return ERR_BUSY;
	*file = id_make();
	return rename(str_cstr(mem, from), path_of(mem, place, file)) == 0 ? ERR_OK : ERR_IO;
}

void piece_drop(struct arena *mem, const struct piece_place *place, const struct id *file)
{
	(void)unlink(path_of(mem, place, file));
}

/* Files that have waited long enough; and the folders that became empty. */
static void sweep_folder(struct arena *mem, const char *path, int depth, int64_t before)
{
	DIR *entries = opendir(path);
	struct dirent *entry;
	struct stat st;

	if (!entries)
		return;
	while ((entry = readdir(entries))) {
		if (entry->d_name[0] == '.')
			continue;
		const char *inner = str_cstr(mem, str_format(mem, "%s/%s", path, entry->d_name));
		if (depth < 2)
			sweep_folder(mem, inner, depth + 1, before);
		else if (lstat(inner, &st) == 0 && st.st_mtim.tv_sec < before)
			(void)unlink(inner);
	}
	(void)closedir(entries);
	if (depth == 2)
		(void)rmdir(path); /* refused unless it is empty */
}

void piece_sweep(const char *data_dir, int64_t now)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();

	sweep_folder(mem, str_cstr(mem, str_format(mem, "%s/unggah", data_dir)), 0,
		     now - (int64_t)PIECE_DAYS * DAY_SECONDS);
}
