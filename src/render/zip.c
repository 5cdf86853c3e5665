/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libzip; nothing else does. Bombs are refused by what they claim and by what comes. */
#include "render/zip.h"

#include <stdio.h>
#include <string.h>
#include <zip.h>

/* The record at a zip's end, with a comment behind it. */
#define END_RECORD 22
#define END_COUNT 10
#define END_COMMENT_MAX 65535

struct archive {
	zip_t *zip;
	struct problems *faults;
	int64_t unpacked; /* bytes seen so far, whatever the directory declared */
};

/* say: refuse 3 */
static enum err refuse(struct problems *faults, const char *rule, struct str sentence)
{
	problem_add(faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

/* Old .xls files and password-protected .xlsx files share one container, which is no zip. */
static bool is_ole(const char *path)
{
	static const unsigned char mark[8] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
	unsigned char head[8] = {0};
	FILE *file = fopen(path, "rb");

	if (!file)
		return false;
	size_t got = fread(head, 1, sizeof(head), file);
	(void)fclose(file);
	return got == sizeof(head) && memcmp(head, mark, sizeof(mark)) == 0;
}

/* How many parts the file says it has, as its last record tells: libzip makes room for each. -1:
   no such record, libzip will say so. */
static int parts_of(const char *path)
{
	static const unsigned char mark[4] = {'P', 'K', 5, 6};
	unsigned char tail[END_RECORD + END_COMMENT_MAX];
	FILE *file = fopen(path, "rb");
	size_t got = 0;

	if (!file)
		return -1;
	if (fseek(file, -(long)sizeof tail, SEEK_END) == 0 || fseek(file, 0, SEEK_SET) == 0)
		got = fread(tail, 1, sizeof tail, file);
	(void)fclose(file);
	for (size_t i = got < END_RECORD ? 0 : got - END_RECORD + 1; i-- > 0;)
		if (memcmp(tail + i, mark, sizeof mark) == 0)
			return tail[i + END_COUNT] | tail[i + END_COUNT + 1] << 8;
	return -1;
}

static bool is_known_method(const zip_stat_t *st)
{
	return st->comp_method == ZIP_CM_STORE || st->comp_method == ZIP_CM_DEFLATE;
}

static enum err entry_check(zip_t *zip, zip_uint64_t index, int64_t *total, struct problems *faults)
{
	zip_stat_t st;

	zip_stat_init(&st);
	if (zip_stat_index(zip, index, 0, &st) != 0)
		return refuse(faults, "zip.broken",
			      STR("Berkas XLSX ini rusak. Simpan ulang lalu unggah lagi."));
	if (st.encryption_method != ZIP_EM_NONE)
		return refuse(
			faults, "zip.encrypted",
			STR("Berkas ini berkata sandi. Simpan tanpa kata sandi lalu unggah lagi."));
	if (!is_known_method(&st))
		return refuse(faults, "zip.method",
			      STR("Berkas ini dimampatkan dengan cara yang tidak dikenal. Simpan "
				  "ulang sebagai Excel Workbook (.xlsx) lalu unggah lagi."));
	if (st.size > (zip_uint64_t)ARCHIVE_BYTES_MAX ||
	    (*total += (int64_t)st.size) > ARCHIVE_BYTES_MAX)
		return refuse(faults, "zip.too_large",
			      STR("Isi berkas ini lebih dari 64 MiB setelah dibuka. Bagi menjadi "
				  "beberapa berkas."));
	if ((int64_t)st.size > ARCHIVE_RATIO_FROM && st.size / ARCHIVE_RATIO_MAX > st.comp_size)
		return refuse(faults, "zip.ratio",
			      STR("Isi berkas ini dimampatkan tidak wajar (lebih dari 100 kali), "
				  "sehingga ditolak."));
	return ERR_OK;
}

static enum err archive_check(zip_t *zip, struct problems *faults)
{
	zip_int64_t count = zip_get_num_entries(zip, 0);
	int64_t total = 0;
	enum err err = ERR_OK;

	for (zip_int64_t i = 0; i < count && !err; i++)
		err = entry_check(zip, (zip_uint64_t)i, &total, faults);
	return err;
}

enum err archive_open(struct arena *mem, const char *path, struct problems *faults,
		      struct archive **out)
{
	int code = 0;
	enum err err;

	if (is_ole(path))
		return refuse(
			faults, "zip.ole",
			STR("Berkas ini berkata sandi atau berformat lama (.xls). Simpan sebagai "
			    "Excel Workbook (.xlsx) tanpa kata sandi lalu unggah lagi."));
	if (parts_of(path) > ARCHIVE_ENTRIES_MAX)
		return refuse(faults, "zip.too_many",
			      STR("Berkas ini berisi lebih dari 1.000 bagian, sehingga ditolak."));
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
	if (!zip)
		return refuse(faults, "zip.broken",
			      STR("Berkas ini bukan XLSX yang utuh: terpotong, rusak, atau "
				  "berformat lain. Simpan "
				  "ulang sebagai Excel Workbook (.xlsx) lalu unggah lagi."));
	if ((err = archive_check(zip, faults))) {
		zip_discard(zip);
		return err;
	}
	struct archive *archive = arena_new(mem, struct archive);
	*archive = (struct archive){.zip = zip, .faults = faults};
	*out = archive;
	return ERR_OK;
}

void archive_close(struct archive **archive)
{
	if (*archive && (*archive)->zip)
		zip_discard((*archive)->zip);
	*archive = NULL;
}

bool archive_has(const struct archive *archive, const char *name)
{
	return zip_name_locate(archive->zip, name, ZIP_FL_NOCASE) >= 0;
}

static enum err file_read(struct archive *archive, zip_file_t *file, archive_chunk *chunk,
			  void *arg)
{
	char bytes[32768];
	enum err err;

	for (;;) {
		zip_int64_t got = zip_fread(file, bytes, sizeof(bytes));
		if (got < 0)
			return refuse(archive->faults, "zip.broken",
				      STR("Berkas XLSX ini rusak di tengah. Simpan ulang lalu "
					  "unggah lagi."));
		if ((archive->unpacked += got) > ARCHIVE_BYTES_MAX)
			return refuse(archive->faults, "zip.too_large",
				      STR("Isi berkas ini lebih dari 64 MiB setelah dibuka. Bagi "
					  "menjadi beberapa "
					  "berkas."));
		if ((err = chunk(arg, (struct str){bytes, (size_t)got}, got == 0)) || got == 0)
			return err;
	}
}

enum err archive_read(struct archive *archive, const char *name, archive_chunk *chunk, void *arg)
{
	if (!archive_has(archive, name))
		return ERR_NOT_FOUND;
	zip_file_t *file = zip_fopen(archive->zip, name, ZIP_FL_NOCASE);
	if (!file)
		return refuse(archive->faults, "zip.broken",
			      STR("Berkas XLSX ini rusak atau dimampatkan dengan cara yang tidak "
				  "dikenal. Simpan "
				  "ulang lalu unggah lagi."));
	enum err err = file_read(archive, file, chunk, arg);
	(void)zip_fclose(file);
	return err;
}
