/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence is checked, cleaned, stored by its hash, and held until its report is safe. */
#include "report/report_file.h"

#include "base/crypto.h"
#include "base/file.h"
#include "law/access.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME_CHARS 120

struct str bukti_path(struct arena *mem, const char *data_dir, const struct id *instansi_id,
		      struct str sha256)
{
	struct str agency = id_str(mem, instansi_id);

	return str_format(mem, "%s/bukti/%.*s/%.2s/%.*s", data_dir, STR_ARG(agency), sha256.at,
			  STR_ARG(sha256));
}

/* A half file after a crash would carry a name that promises its content: so content first, then
   the name. */
static enum err sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);

	if (fd < 0)
		return ERR_IO;
	int bad = fsync(fd);
	close(fd);
	return bad ? ERR_IO : ERR_OK;
}

static enum err make_dir(const char *path)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST ? ERR_OK : ERR_IO;
}

static enum err make_parents(struct arena *mem, const struct bukti_arrival *arrival,
			     struct str sha256)
{
	struct str agency = id_str(mem, &arrival->instansi_id);
	struct str level[] = {
		str_format(mem, "%s/bukti", arrival->data_dir),
		str_format(mem, "%s/bukti/%.*s", arrival->data_dir, STR_ARG(agency)),
		str_format(mem, "%s/bukti/%.*s/%.2s", arrival->data_dir, STR_ARG(agency),
			   sha256.at),
	};

	for (size_t i = 0; i < 3; i++) {
		struct stat known;
		if (stat(str_cstr(mem, level[i]), &known) == 0)
			continue;
		if (make_dir(str_cstr(mem, level[i])))
			return ERR_IO;
		if (sync_path(i == 0 ? arrival->data_dir : str_cstr(mem, level[i - 1]),
			      O_RDONLY | O_DIRECTORY))
			return ERR_IO;
	}
	return ERR_OK;
}

/* A second name for what arrived: whole from the first moment on. *is_new: it was not there. */
static enum err link_into_place(struct arena *mem, struct str from, struct str to, bool *is_new)
{
	*is_new = link(str_cstr(mem, from), str_cstr(mem, to)) == 0;
	return *is_new || errno == EEXIST ? ERR_OK : ERR_IO;
}

static enum err sync_place(struct arena *mem, struct str place, struct str sha256)
{
	return sync_path(str_cstr(mem, str_slice(place, 0, place.len - sha256.len - 1)),
			 O_RDONLY | O_DIRECTORY);
}

static enum err place_durably(struct arena *mem, const struct bukti_arrival *arrival,
			      struct str sha256)
{
	struct str place = bukti_path(mem, arrival->data_dir, &arrival->instansi_id, sha256);
	bool is_new;
	enum err err;

	if ((err = make_parents(mem, arrival, sha256)))
		return err;
	if ((err = sync_path(str_cstr(mem, arrival->path), O_RDONLY)))
		return err;
	if ((err = link_into_place(mem, arrival->path, place, &is_new)))
		return err;
	return sync_place(mem, place, sha256); /* also when another request made it just now */
}

/* The fresh time tells the sweep that a row is about to name the file. */
static enum err hold_one(struct job *job, const struct bukti *bukti)
{
	struct str place =
		bukti_path(job->mem, job->data_dir, &job->actor->instansi_id, bukti->sha256);
	bool is_new;
	enum err err;

	if ((err = link_into_place(job->mem, bukti->datang, place, &is_new)))
		return err;
	if (utimensat(AT_FDCWD, str_cstr(job->mem, place), NULL, AT_SYMLINK_NOFOLLOW) != 0)
		return ERR_IO;
	return is_new ? sync_place(job->mem, place, bukti->sha256) : ERR_OK;
}

enum err bukti_hold(struct job *job, const struct laporan *laporan)
{
	enum err err = ERR_OK;

	for (int i = 0; i < laporan->bukti_count && !err; i++)
		if (laporan->bukti[i].datang.len)
			err = hold_one(job, &laporan->bukti[i]);
	return err;
}

/* The shown name: the last part, without control characters, cut to a bearable length. */
static struct str clean_name(struct arena *mem, struct str name)
{
	struct buf out;

	buf_init(&out, mem);
	if (!str_is_utf8(name))
		return STR("berkas");
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.at[i];
		if (c == '/' || c == '\\')
			out.len = 0;
		else if (c >= 0x20 && c != 0x7f && c != '"')
			buf_add_char(&out, (char)c);
	}
	struct str clean = str_trim(buf_str(&out));
	size_t from = clean.len > FILE_NAME_CHARS ? clean.len - FILE_NAME_CHARS : 0;
	while (from < clean.len && ((unsigned char)clean.at[from] & 0xc0) == 0x80)
		from++; /* the end is kept, for it tells the kind; never half a character */
	clean = str_slice(clean, from, clean.len);
	return clean.len ? clean : STR("berkas");
}

enum err bukti_keep(struct arena *mem, const struct bukti_arrival *arrival, struct bukti *out,
		    enum bukti_flaw *flaw)
{
	CLEANUP(arena_close)
	struct arena *scratch = arena_make(); /* a file is large, a form has many */
	const char *path = str_cstr(scratch, arrival->path);
	struct str bytes, mime;
	enum err err;

	if (arrival->size > BUKTI_UKURAN_MAX)
		return ERR_TOO_LARGE;
	if ((err = file_read(scratch, path, SIZE_MAX, &bytes)) ||
	    (err = bukti_judge(scratch, path, &bytes, &mime, flaw)))
		return err;
	struct str sha256 = crypto_sha256_hex(mem, bytes);
	if ((err = place_durably(mem, arrival, sha256)))
		return err;
	*out = (struct bukti){
		.bukti_id = id_make(),
		.jenis = str_starts(mime, "image/") ? STR("foto") : STR("berkas"),
		.nama = clean_name(mem, arrival->file_name),
		.mime = mime,
		.sha256 = sha256,
		.ukuran = (int64_t)bytes.len,
		.datang = arrival->path,
	};
	return ERR_OK;
}
