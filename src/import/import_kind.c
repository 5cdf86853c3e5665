/* SPDX-License-Identifier: Apache-2.0 */
/* Looks at the first bytes. */
#include "import/import_kind.h"

#include "base/say.h"

#include <stdio.h>
#include <string.h>

#define HEAD_BYTES 512
#define ZIP_NAME_AT 30 /* of the first entry */

static const struct {
	const char *mark;
	size_t at, len;
	const char *refusal;
} others[] = {
	{"mimetypeapplication/vnd.oasis", ZIP_NAME_AT, 29,
	 SAID("Berkas ini berformat LibreOffice (.ods). Simpan sebagai Excel Workbook (.xlsx) lalu "
	      "unggah lagi.")},
	{"%PDF", 0, 4, SAID("Berkas ini PDF. Unggah berkas Excel (.xlsx) atau CSV.")},
	{"\x89PNG", 0, 4, SAID("Berkas ini gambar. Unggah berkas Excel (.xlsx) atau CSV.")},
	{"\xFF\xD8\xFF", 0, 3, SAID("Berkas ini gambar. Unggah berkas Excel (.xlsx) atau CSV.")},
	{"GIF8", 0, 4, SAID("Berkas ini gambar. Unggah berkas Excel (.xlsx) atau CSV.")},
	{"{\\rtf", 0, 5, SAID("Berkas ini dokumen teks. Unggah berkas Excel (.xlsx) atau CSV.")},
	{"Rar!", 0, 4, SAID("Berkas ini arsip. Unggah berkas Excel (.xlsx) atau CSV di dalamnya.")},
	{"\x1F\x8B", 0, 2,
	 SAID("Berkas ini arsip. Unggah berkas Excel (.xlsx) atau CSV di dalamnya.")},
	{"7z\xBC\xAF", 0, 4,
	 SAID("Berkas ini arsip. Unggah berkas Excel (.xlsx) atau CSV di dalamnya.")},
};

static bool has_mark(struct str head, const char *mark, size_t at, size_t len)
{
	return head.len >= at + len && memcmp(head.at + at, mark, len) == 0;
}

/* Some applications call a web page or XML ".xls". */
static bool is_markup(struct str head)
{
	while (head.len && (head.at[0] <= ' ' || (unsigned char)head.at[0] >= 0x80))
		head = str_slice(head, 1, head.len); /* a byte order mark too */
	return head.len > 1 && head.at[0] == '<' &&
	       (head.at[1] == '!' || head.at[1] == '?' || (head.at[1] >= 'A' && head.at[1] <= 'z'));
}

enum err import_kind_find(const char *path, enum import_kind *out, struct str *refusal)
{
	char bytes[HEAD_BYTES];
	FILE *file = fopen(path, "rb");

	if (!file)
		return ERR_IO;
	struct str head = {bytes, fread(bytes, 1, sizeof(bytes), file)};
	(void)fclose(file);
	*out = IMPORT_KIND_OTHER;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (has_mark(head, others[i].mark, others[i].at, others[i].len)) {
			*refusal = str_from(others[i].refusal);
			return ERR_OK;
		}
	if (is_markup(head)) {
		*refusal = STR(
			SAID("Berkas ini halaman web atau XML yang dinamai lain. Buka di Excel, "
			     "simpan sebagai Excel Workbook (.xlsx), lalu unggah lagi."));
		return ERR_OK;
	}
	bool is_workbook = has_mark(head, "PK", 0, 2) || has_mark(head, "\xD0\xCF\x11\xE0", 0, 4);
	*out = is_workbook ? IMPORT_KIND_WORKBOOK : IMPORT_KIND_CSV;
	return ERR_OK;
}
