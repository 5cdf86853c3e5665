/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the parts of a workbook by its relationships. */
#include "render/xlsx_parts.h"

#include "base/say.h"
#include "render/xlsx_read.h"

#include <string.h>

#define FORMATS_MAX 512

struct part_feed {
	struct xml_reader *reader;
	struct problems *faults;
	const char *name;
};

/* say: refuse 3 */
static enum err refuse(struct problems *faults, const char *rule, struct str sentence)
{
	problem_add(faults, STR("berkas"), rule, sentence);
	return ERR_INVALID;
}

static enum err feed_chunk(void *arg, struct str bytes, bool is_last)
{
	struct part_feed *feed = arg;
	enum err err = xml_reader_feed(feed->reader, bytes, is_last);

	if (err == ERR_OK)
		return err;
	if (xml_reader_saw_dtd(feed->reader))
		return refuse(feed->faults, "xlsx.dtd",
			      STR("Berkas ini memuat deklarasi DTD, yang tidak pernah dibuat oleh "
				  "Excel, sehingga ditolak."));
	return refuse(feed->faults, "xlsx.broken",
		      say_format(feed->faults->mem,
				 "Bagian %s dari berkas XLSX ini rusak atau terpotong. Simpan "
				 "ulang lalu unggah lagi.",
				 feed->name));
}

enum err xlsx_part_read(struct archive *archive, const struct xlsx_parts *parts, const char *name,
			const struct xml_handler *handler)
{
	CLEANUP(xml_reader_close) struct xml_reader *reader = xml_reader_make(parts->mem, handler);
	struct part_feed feed = {.reader = reader, .faults = parts->faults, .name = name};

	return archive_read(archive, name, feed_chunk, &feed);
}

/* workbook.xml */
static void workbook_start(void *arg, const char *name, const char **attrs)
{
	struct xlsx_parts *parts = arg;

	if (strcmp(name, "workbookPr") == 0) {
		struct str value = xml_attr(attrs, "date1904");
		parts->is_1904 = str_is(value, "1") || str_is(value, "true");
	}
	if (strcmp(name, "sheet") != 0 || parts->sheet_count == XLSX_SHEETS_MAX)
		return;
	parts->sheets[parts->sheet_count++] =
		(struct xlsx_sheet_part){.name = str_copy(parts->mem, xml_attr(attrs, "name")),
					 .relation = str_copy(parts->mem, xml_attr(attrs, "id"))};
}

/* workbook.xml.rels */
static void relation_start(void *arg, const char *name, const char **attrs)
{
	struct xlsx_parts *parts = arg;
	struct str id = xml_attr(attrs, "Id"), target = xml_attr(attrs, "Target");

	if (strcmp(name, "Relationship") != 0)
		return;
	for (int i = 0; i < parts->sheet_count; i++) {
		if (!str_equal(parts->sheets[i].relation, id))
			continue;
		parts->sheets[i].path =
			str_starts(target, "/")
				? str_copy(parts->mem, str_slice(target, 1, target.len))
				: str_join(parts->mem, STR("xl/"), target);
	}
}

/* sharedStrings.xml: the runs of one <si> joined, phonetic hints (<rPh>) left out. */
struct strings_reading {
	struct xlsx_parts *parts;
	struct buf text;
	bool in_text, in_hint, is_over;
};

static void strings_start(void *arg, const char *name, const char **attrs)
{
	struct strings_reading *reading = arg;

	(void)attrs;
	if (strcmp(name, "si") == 0)
		reading->text.len = 0;
	else if (strcmp(name, "rPh") == 0)
		reading->in_hint = true;
	else if (strcmp(name, "t") == 0)
		reading->in_text = !reading->in_hint;
}

static void strings_keep(struct xlsx_parts *parts, struct str text)
{
	parts->strings =
		arena_grow(parts->mem, parts->strings, parts->string_count, sizeof *parts->strings);
	parts->strings[parts->string_count++] = text.len ? str_copy(parts->mem, text) : STR_NONE;
	parts->string_bytes += text.len + sizeof(struct str);
}

static void strings_end(void *arg, const char *name)
{
	struct strings_reading *reading = arg;

	if (strcmp(name, "t") == 0)
		reading->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		reading->in_hint = false;
	else if (strcmp(name, "si") == 0 && !reading->is_over)
		strings_keep(reading->parts, buf_str(&reading->text));
	reading->is_over |= reading->parts->string_bytes + reading->text.len > XLSX_STRINGS_MAX;
}

static void strings_text(void *arg, struct str text)
{
	struct strings_reading *reading = arg;

	if (reading->text.len + text.len > XLSX_STRINGS_MAX)
		reading->is_over = true;
	else if (reading->in_text)
		buf_add(&reading->text, text);
}

/* styles.xml: which cell styles show a date. */
struct styles_reading {
	struct xlsx_parts *parts;
	int64_t date_formats[FORMATS_MAX];
	int format_count;
	bool in_cell_styles;
};

/* A format code shows a date when y or d stands in it outside quotes, brackets and escapes. */
static bool is_date_code(struct str code)
{
	char closes = 0;

	for (size_t i = 0; i < code.len; i++) {
		char c = code.at[i];
		if (closes)
			closes = c == closes ? 0 : closes;
		else if (c == '"')
			closes = '"';
		else if (c == '[')
			closes = ']';
		else if (c == '\\' || c == '_' || c == '*')
			i++;
		else if (memchr("yYdD", c, 4))
			return true;
	}
	return false;
}

static bool is_date_format(const struct styles_reading *reading, int64_t number)
{
	for (int i = 0; i < reading->format_count; i++)
		if (reading->date_formats[i] == number)
			return true;
	return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
	       number == 36 || (number >= 50 && number <= 58);
}

static void styles_add(struct styles_reading *reading, bool is_date)
{
	struct xlsx_parts *parts = reading->parts;

	parts->is_date_style = arena_grow(parts->mem, parts->is_date_style, parts->style_count,
					  sizeof *parts->is_date_style);
	parts->is_date_style[parts->style_count++] = is_date;
}

static void styles_start(void *arg, const char *name, const char **attrs)
{
	struct styles_reading *reading = arg;
	int64_t number = 0;

	if (strcmp(name, "cellXfs") == 0) {
		reading->in_cell_styles = true;
	} else if (strcmp(name, "numFmt") == 0) {
		if (reading->format_count < FORMATS_MAX &&
		    str_parse_int(xml_attr(attrs, "numFmtId"), &number) &&
		    is_date_code(xml_attr(attrs, "formatCode")))
			reading->date_formats[reading->format_count++] = number;
	} else if (strcmp(name, "xf") == 0 && reading->in_cell_styles) {
		bool is_known = str_parse_int(xml_attr(attrs, "numFmtId"), &number);
		styles_add(reading, is_known && is_date_format(reading, number));
	}
}

static void styles_end(void *arg, const char *name)
{
	struct styles_reading *reading = arg;

	if (strcmp(name, "cellXfs") == 0)
		reading->in_cell_styles = false;
}

static enum err strings_load(struct archive *archive, struct xlsx_parts *parts)
{
	struct strings_reading reading = {.parts = parts};
	struct xml_handler handler = {strings_start, strings_end, strings_text, &reading};

	buf_init(&reading.text, parts->mem);
	enum err err = xlsx_part_read(archive, parts, "xl/sharedStrings.xml", &handler);
	if (err == ERR_OK && reading.is_over)
		return refuse(parts->faults, "xlsx.strings",
			      STR("Teks dalam berkas ini lebih dari 32 MiB. Bagi menjadi beberapa "
				  "berkas."));
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err styles_load(struct archive *archive, struct xlsx_parts *parts)
{
	struct styles_reading *reading = arena_new(parts->mem, struct styles_reading);
	struct xml_handler handler = {styles_start, styles_end, NULL, reading};

	reading->parts = parts;
	enum err err = xlsx_part_read(archive, parts, "xl/styles.xml", &handler);
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err xlsx_parts_load(struct archive *archive, struct xlsx_parts *parts)
{
	struct xml_handler workbook = {workbook_start, NULL, NULL, parts};
	struct xml_handler relations = {relation_start, NULL, NULL, parts};
	enum err err;

	err = xlsx_part_read(archive, parts, "xl/workbook.xml", &workbook);
	if (err == ERR_OK)
		err = xlsx_part_read(archive, parts, "xl/_rels/workbook.xml.rels", &relations);
	if (err == ERR_NOT_FOUND)
		return refuse(parts->faults, "xlsx.not_workbook",
			      STR("Berkas ini bukan buku kerja Excel (.xlsx). Pakai templat yang "
				  "tersedia."));
	if (err || (err = strings_load(archive, parts)))
		return err;
	return styles_load(archive, parts);
}
