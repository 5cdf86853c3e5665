/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report_file.h"

#include "base/crypto.h"
#include "law/access.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SNIFF_LEN 4096
#define FILE_NAME_CHARS 120

struct magic {
	const char *bytes;
	size_t len, at;
	const char *mime;
};

static const struct magic magics[] = {
	{"\xff\xd8\xff", 3, 0, "image/jpeg"},
	{"\x89PNG\r\n\x1a\n", 8, 0, "image/png"},
	{"WEBP", 4, 8, "image/webp"},
	{"%PDF-", 5, 0, "application/pdf"},
};

static bool has_bytes(struct str head, size_t at, const char *bytes, size_t len)
{
	return head.len >= at + len && memcmp(head.at + at, bytes, len) == 0;
}

static bool contains(struct str head, const char *word)
{
	return head.len > 0 && memmem(head.at, head.len, word, strlen(word)) != NULL;
}

/* Office files are ZIP archives whose first entries name their kind; other archives are refused. */
static struct str sniff_zip(struct str head)
{
	if (contains(head, "xl/"))
		return STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	if (contains(head, "word/"))
		return STR(
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document");
	if (contains(head, "ppt/"))
		return STR("application/"
			   "vnd.openxmlformats-officedocument.presentationml.presentation");
	return STR_NONE;
}

struct str bukti_sniff(struct str head)
{
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if (has_bytes(head, magics[i].at, magics[i].bytes, magics[i].len) &&
		    (magics[i].at == 0 || has_bytes(head, 0, "RIFF", 4)))
			return str_from(magics[i].mime);
	return has_bytes(head, 0, "PK\x03\x04", 4) ? sniff_zip(head) : STR_NONE;
}

struct str bukti_path(struct arena *mem, const char *data_dir, const struct id *instansi_id,
		      struct str sha256)
{
	struct str agency = id_str(mem, instansi_id);

	return str_format(mem, "%s/bukti/%.*s/%.2s/%.*s", data_dir, STR_ARG(agency), sha256.at,
			  STR_ARG(sha256));
}

/* A half file after a crash would carry a name that promises its content: so content first, then the name. */
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
		if (laporan->bukti[i].sha256.len)
			err = hold_one(job, &laporan->bukti[i]);
	return err;
}

/* Hashes the file as it stands and keeps its first bytes for the content check. */
static enum err read_whole(struct arena *mem, const char *path, struct str *head,
			   struct str *sha256)
{
	char *block = arena_alloc(mem, 1 << 16);
	struct crypto_sha256 sum;
	FILE *file = fopen(path, "rbe");

	if (!file)
		return ERR_IO;
	crypto_sha256_begin(&sum);
	*head = STR_NONE;
	for (size_t got; (got = fread(block, 1, 1 << 16, file)) > 0;) {
		struct str piece = {block, got};
		if (head->len == 0)
			*head = str_copy(mem, str_slice(piece, 0, SNIFF_LEN));
		crypto_sha256_add(&sum, piece);
	}
	bool bad = ferror(file) != 0;
	if (fclose(file) != 0 || bad)
		return ERR_IO;
	*sha256 = crypto_sha256_end(&sum, mem);
	return ERR_OK;
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

enum err bukti_keep(struct arena *mem, const struct bukti_arrival *arrival, struct bukti *out)
{
	struct str head, sha256;
	enum err err;

	if (arrival->size > BUKTI_UKURAN_MAX)
		return ERR_TOO_LARGE;
	if ((err = read_whole(mem, str_cstr(mem, arrival->path), &head, &sha256)))
		return err;
	struct str mime = bukti_sniff(head);
	if (mime.len == 0)
		return ERR_INVALID;
	if ((err = place_durably(mem, arrival, sha256)))
		return err;
	*out = (struct bukti){
		.bukti_id = id_make(),
		.jenis = str_starts(mime, "image/") ? STR("foto") : STR("berkas"),
		.nama = clean_name(mem, arrival->file_name),
		.mime = mime,
		.sha256 = sha256,
		.ukuran = arrival->size,
		.datang = arrival->path,
	};
	return ERR_OK;
}
