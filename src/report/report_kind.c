/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures are read whole, office files by what they say of their parts, PDFs by their marks. */
#include "report/report_kind.h"

#include "render/image.h"
#include "render/pdf_lock.h"
#include "render/xml.h"
#include "render/zip.h"

#include <stdio.h>
#include <string.h>

#define ZIP_MIME "application/zip" /* told apart by its content types */
#define PDF_MIME "application/pdf"
#define HEIC_MIME "image/heic"
#define OPENXML "application/vnd.openxmlformats-officedocument."

static const struct magic {
	const char *bytes;
	size_t len, at;
	const char *mime;
} magics[] = {
	{"\xff\xd8\xff", 3, 0, "image/jpeg"},
	{"\x89PNG\r\n\x1a\n", 8, 0, "image/png"},
	{"PK\x03\x04", 4, 0, ZIP_MIME},
};

static bool has_bytes(struct str head, size_t at, const char *bytes, size_t len)
{
	return head.len >= at + len && memcmp(head.at + at, bytes, len) == 0;
}

/* The brands of HEIF: photos of iPhones and of some Android phones. */
static bool is_heic(struct str head)
{
	static const char *const brands[] = {"heic", "heix", "heim", "heis", "hevc",
					     "hevx", "mif1", "msf1", "avif"};

	if (!has_bytes(head, 4, "ftyp", 4))
		return false;
	for (size_t i = 0; i < sizeof brands / sizeof brands[0]; i++)
		if (has_bytes(head, 8, brands[i], 4))
			return true;
	return false;
}

struct str bukti_sniff(struct str head)
{
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if (has_bytes(head, magics[i].at, magics[i].bytes, magics[i].len))
			return str_from(magics[i].mime);
	if (has_bytes(head, 0, "RIFF", 4) && has_bytes(head, 8, "WEBP", 4))
		return STR("image/webp");
	if (is_heic(head))
		return STR(HEIC_MIME);
	return str_has(str_slice(head, 0, BUKTI_MARK_WITHIN), "%PDF-") ? STR(PDF_MIME) : STR_NONE;
}

static enum err write_whole(const char *path, struct str bytes)
{
	FILE *file = fopen(path, "wbe");

	if (!file)
		return ERR_IO;
	bool bad = fwrite(bytes.at, 1, bytes.len, file) != bytes.len;
	return fclose(file) != 0 || bad ? ERR_IO : ERR_OK;
}

/* The picture alone takes the place of what arrived, before anything else sees it. */
static enum err image_keep(struct arena *mem, const char *path, enum image_kind kind,
			   struct str *bytes)
{
	struct str clean;
	enum err err = image_clean(mem, kind, *bytes, &clean);

	if (err || str_equal(clean, *bytes))
		return err;
	*bytes = clean;
	return write_whole(path, clean);
}

/* ---- office files ---- */

/* What a package says of its parts: their types, never their names. */
struct package {
	struct arena *mem;
	struct xml_reader *reader;
	const char *mime;
	bool has_macros;
};

static const char *document_of(struct str type)
{
	static const struct {
		const char *main, *mime;
	} kinds[] = {
		{OPENXML "spreadsheetml.sheet.main+xml", OPENXML "spreadsheetml.sheet"},
		{OPENXML "wordprocessingml.document.main+xml", OPENXML "wordprocessingml.document"},
		{OPENXML "presentationml.presentation.main+xml",
		 OPENXML "presentationml.presentation"},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (str_is(type, kinds[i].main))
			return kinds[i].mime;
	return NULL;
}

/* "macroEnabled", "macrosheet", "vbaProject": types are the same in any case. */
static void type_take(void *arg, const char *name, const char **attrs)
{
	struct package *package = arg;
	struct str type = str_lower(package->mem, xml_attr(attrs, "ContentType"));
	const char *mime = document_of(type);

	(void)name;
	package->has_macros |= str_has(type, "macro") || str_has(type, "vba");
	package->mime = mime ? mime : package->mime;
}

static enum err types_take(void *arg, struct str bytes, bool is_last)
{
	const struct package *package = arg;

	return xml_reader_feed(package->reader, bytes, is_last);
}

static enum err package_read(struct package *package, const char *path)
{
	struct xml_handler handler = {.start = type_take, .arg = package};
	CLEANUP(archive_close) struct archive *archive = NULL;
	CLEANUP(xml_reader_close)
	struct xml_reader *reader = xml_reader_make(package->mem, &handler);
	struct problems faults;
	enum err err;

	package->reader = reader;
	problems_init(&faults, package->mem);
	if ((err = archive_open(package->mem, path, &faults, &archive)))
		return err;
	err = archive_read(archive, "[Content_Types].xml", types_take, package);
	return err == ERR_NOT_FOUND ? ERR_INVALID : err;
}

static enum err office_judge(struct arena *mem, const char *path, struct str *mime,
			     enum bukti_flaw *flaw)
{
	struct package package = {.mem = mem};
	enum err err = package_read(&package, path);

	if (err)
		return err;
	if (package.has_macros)
		*flaw = BUKTI_MACROS;
	if (package.has_macros || !package.mime)
		return ERR_INVALID;
	*mime = str_from(package.mime);
	return ERR_OK;
}

/* ---- PDF ---- */

/* Writers and mail leave blanks and zeros behind the last line. */
static struct str without_padding(struct str bytes)
{
	while (bytes.len > 0 && (unsigned char)bytes.at[bytes.len - 1] <= ' ')
		bytes.len--;
	return bytes;
}

static enum err pdf_judge(struct arena *mem, struct str bytes, enum bukti_flaw *flaw)
{
	struct str whole = without_padding(bytes);
	size_t tail = whole.len > BUKTI_MARK_WITHIN ? whole.len - BUKTI_MARK_WITHIN : 0;

	if (!str_has(str_slice(whole, tail, whole.len), "%%EOF"))
		return ERR_INVALID;
	if (!pdf_is_locked(mem, bytes))
		return ERR_OK;
	*flaw = BUKTI_PASSWORD;
	return ERR_INVALID;
}

/* What the first bytes promise must be so to the end. */
enum err bukti_judge(struct arena *mem, const char *path, struct str *bytes, struct str *mime,
		     enum bukti_flaw *flaw)
{
	*flaw = BUKTI_UNKNOWN;
	*mime = bukti_sniff(*bytes);
	if (str_is(*mime, "image/jpeg"))
		return image_keep(mem, path, IMAGE_JPEG, bytes);
	if (str_is(*mime, "image/png"))
		return image_keep(mem, path, IMAGE_PNG, bytes);
	if (str_is(*mime, "image/webp"))
		return image_keep(mem, path, IMAGE_WEBP, bytes);
	if (str_is(*mime, ZIP_MIME))
		return office_judge(mem, path, mime, flaw);
	if (str_is(*mime, PDF_MIME))
		return pdf_judge(mem, *bytes, flaw);
	if (str_is(*mime, HEIC_MIME))
		*flaw = BUKTI_HEIC;
	return ERR_INVALID;
}
