/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the parts of a workbook by its relationships. */
#include "render/xlsx_parts.h"

#include "base/say.h"
#include "render/xlsx_read.h"

#include <string.h>

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
	if (xml_reader_is_excessive(feed->reader))
		return refuse(feed->faults, "xlsx.excessive",
			      STR("Susunan berkas ini tidak wajar (terlalu dalam atau terlalu "
				  "banyak atribut), sehingga ditolak. Simpan ulang lalu unggah "
				  "lagi."));
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
	if (strcmp(name, "sheet") != 0 || parts->sheet_count++ >= XLSX_SHEETS_MAX)
		return;
	struct str state = xml_attr(attrs, "state"), title = xml_attr(attrs, "name");
	parts->sheets[parts->sheet_count - 1] = (struct xlsx_sheet_part){
		.name = xlsx_unescape(parts->mem, str_copy(parts->mem, title)),
		.relation = str_copy(parts->mem, xml_attr(attrs, "id")),
		.is_hidden = str_is(state, "hidden") || str_is(state, "veryHidden")};
}

/* Where a relationship of the part at from leads: "/xl/a.xml" from the top, "a.xml" beside it,
   "../a.xml" above. */
static struct str target_path(struct arena *mem, struct str from, struct str target)
{
	if (str_starts(target, "/"))
		return str_copy(mem, str_slice(target, 1, target.len));
	size_t folder = from.len;
	while (folder > 0 && from.at[folder - 1] != '/')
		folder--;
	while (str_starts(target, "../") || str_starts(target, "./")) {
		bool is_up = target.at[1] == '.';
		target = str_slice(target, is_up ? 3 : 2, target.len);
		if (is_up && folder > 0)
			for (folder--; folder > 0 && from.at[folder - 1] != '/';)
				folder--;
	}
	return str_join(mem, str_slice(from, 0, folder), target);
}

/* _rels/.rels: which part is the workbook. */
static void root_start(void *arg, const char *name, const char **attrs)
{
	struct xlsx_parts *parts = arg;

	if (strcmp(name, "Relationship") == 0 &&
	    str_ends(xml_attr(attrs, "Type"), "/officeDocument"))
		parts->book_path = target_path(parts->mem, STR_NONE, xml_attr(attrs, "Target"));
}

/* The workbook's relationships. */
static void relation_start(void *arg, const char *name, const char **attrs)
{
	struct xlsx_parts *parts = arg;
	struct str id = xml_attr(attrs, "Id"), type = xml_attr(attrs, "Type");

	if (strcmp(name, "Relationship") != 0)
		return;
	struct str path = target_path(parts->mem, parts->book_path, xml_attr(attrs, "Target"));
	if (str_ends(type, "/sharedStrings"))
		parts->strings_path = path;
	if (str_ends(type, "/styles"))
		parts->styles_path = path;
	for (int i = 0; i < parts->sheet_count && i < XLSX_SHEETS_MAX; i++)
		if (str_equal(parts->sheets[i].relation, id))
			parts->sheets[i].path = path;
}

/* Of "_xHHHH_" the value, or -1. */
static int escape_value(struct str text)
{
	int value = 0;

	if (text.len < 7 || text.at[0] != '_' || text.at[1] != 'x' || text.at[6] != '_')
		return -1;
	for (int i = 2; i < 6; i++) {
		char c = (char)(text.at[i] | 0x20);
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
						   : -1;
		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static void point_add(struct buf *out, int point)
{
	if (point >= 0xD800 && point <= 0xDFFF)
		point = 0xFFFD; /* half a letter */
	if (point < 0x80) {
		buf_add_char(out, (char)point);
		return;
	}
	if (point >= 0x10000) {
		buf_add_char(out, (char)(0xF0 | point >> 18));
		buf_add_char(out, (char)(0x80 | (point >> 12 & 0x3F)));
	} else if (point >= 0x800) {
		buf_add_char(out, (char)(0xE0 | point >> 12));
	} else {
		buf_add_char(out, (char)(0xC0 | point >> 6));
	}
	if (point >= 0x800)
		buf_add_char(out, (char)(0x80 | (point >> 6 & 0x3F)));
	buf_add_char(out, (char)(0x80 | (point & 0x3F)));
}

struct str xlsx_unescape(struct arena *mem, struct str text)
{
	struct buf out;

	if (!str_has(text, "_x"))
		return text;
	buf_init(&out, mem);
	for (size_t at = 0; at < text.len;) {
		struct str rest = str_slice(text, at, text.len);
		int value = escape_value(rest);
		int low = value >= 0xD800 && value <= 0xDBFF
				  ? escape_value(str_slice(rest, 7, rest.len))
				  : -1;
		if (value < 0) {
			buf_add_char(&out, text.at[at++]);
			continue;
		}
		bool is_pair = low >= 0xDC00 && low <= 0xDFFF;
		point_add(&out,
			  is_pair ? 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00) : value);
		at += is_pair ? 14 : 7;
	}
	return buf_str(&out);
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
	struct str meant = xlsx_unescape(parts->mem, text);
	parts->strings[parts->string_count++] = meant.len == 0	      ? STR_NONE
						: meant.at == text.at ? str_copy(parts->mem, text)
								      : meant;
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

/* styles.xml: how cell styles show numbers. */
struct styles_reading {
	struct xlsx_parts *parts;
	struct {
		int64_t number;
		struct xlsx_style style;
	} formats[XLSX_FORMATS_MAX];
	int format_count;
	bool in_cell_styles, is_over;
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

/* "000" and "0.00" show digits a number does not need; codes like 1.10 are typed so. */
static struct xlsx_style style_of_code(struct str code)
{
	struct xlsx_style style = {.is_date = is_date_code(code)};
	size_t whole = 0, decimals = 0;

	while (whole < code.len && code.at[whole] == '0')
		whole++;
	if (whole < code.len && code.at[whole] == '.')
		while (whole + 1 + decimals < code.len && code.at[whole + 1 + decimals] == '0')
			decimals++;
	bool is_all = whole + decimals + (decimals > 0) == code.len;
	if (is_all && whole > 0 && whole <= 15 && decimals <= 15) {
		style.whole = (int8_t)whole;
		style.decimals = (int8_t)decimals;
	}
	return style;
}

/* The file's own formats first: it may give a number of the usual ones another meaning. */
static struct xlsx_style style_of_format(const struct styles_reading *reading, int64_t number)
{
	for (int i = 0; i < reading->format_count; i++)
		if (reading->formats[i].number == number)
			return reading->formats[i].style;
	bool is_date = (number >= 14 && number <= 17) || number == 22 ||
		       (number >= 27 && number <= 31) || number == 36 ||
		       (number >= 50 && number <= 58);
	return (struct xlsx_style){.is_date = is_date, .decimals = number == 2 ? 2 : 0};
}

static void styles_add(struct styles_reading *reading, struct xlsx_style style)
{
	struct xlsx_parts *parts = reading->parts;

	if (parts->style_count == XLSX_STYLES_MAX) {
		reading->is_over = true;
		return;
	}
	parts->styles =
		arena_grow(parts->mem, parts->styles, parts->style_count, sizeof *parts->styles);
	parts->styles[parts->style_count++] = style;
}

static void format_add(struct styles_reading *reading, const char **attrs)
{
	int64_t number = 0;

	if (reading->format_count == XLSX_FORMATS_MAX) {
		reading->is_over = true;
		return;
	}
	if (!str_parse_int(xml_attr(attrs, "numFmtId"), &number))
		return;
	reading->formats[reading->format_count].number = number;
	reading->formats[reading->format_count++].style =
		style_of_code(xml_attr(attrs, "formatCode"));
}

static void styles_start(void *arg, const char *name, const char **attrs)
{
	struct styles_reading *reading = arg;
	int64_t number = 0;

	if (strcmp(name, "cellXfs") == 0) {
		reading->in_cell_styles = true;
	} else if (strcmp(name, "numFmt") == 0) {
		format_add(reading, attrs);
	} else if (strcmp(name, "xf") == 0 && reading->in_cell_styles) {
		bool is_known = str_parse_int(xml_attr(attrs, "numFmtId"), &number);
		styles_add(reading,
			   is_known ? style_of_format(reading, number) : (struct xlsx_style){0});
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
	enum err err =
		xlsx_part_read(archive, parts, str_cstr(parts->mem, parts->strings_path), &handler);
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
	enum err err =
		xlsx_part_read(archive, parts, str_cstr(parts->mem, parts->styles_path), &handler);
	if (err == ERR_OK && reading->is_over)
		return refuse(parts->faults, "xlsx.styles",
			      STR("Berkas ini memuat terlalu banyak gaya sel. Salin isinya ke "
				  "buku kerja baru lalu unggah lagi."));
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels". */
static const char *relations_path(struct arena *mem, struct str part)
{
	size_t folder = part.len;

	while (folder > 0 && part.at[folder - 1] != '/')
		folder--;
	struct str name = str_slice(part, folder, part.len);
	return str_cstr(mem, str_format(mem, "%.*s_rels/%.*s.rels",
					STR_ARG(str_slice(part, 0, folder)), STR_ARG(name)));
}

static enum err book_load(struct archive *archive, struct xlsx_parts *parts)
{
	struct xml_handler root = {root_start, NULL, NULL, parts};
	struct xml_handler workbook = {workbook_start, NULL, NULL, parts};
	struct xml_handler relations = {relation_start, NULL, NULL, parts};
	enum err err;

	parts->book_path = STR("xl/workbook.xml");
	parts->strings_path = STR("xl/sharedStrings.xml");
	parts->styles_path = STR("xl/styles.xml");
	err = xlsx_part_read(archive, parts, "_rels/.rels", &root);
	if (err == ERR_OK || err == ERR_NOT_FOUND)
		err = xlsx_part_read(archive, parts, str_cstr(parts->mem, parts->book_path),
				     &workbook);
	if (err == ERR_OK)
		err = xlsx_part_read(archive, parts, relations_path(parts->mem, parts->book_path),
				     &relations);
	return err;
}

enum err xlsx_parts_load(struct archive *archive, struct xlsx_parts *parts)
{
	enum err err = book_load(archive, parts);

	if (err == ERR_NOT_FOUND)
		return refuse(parts->faults, "xlsx.not_workbook",
			      STR("Berkas ini bukan buku kerja Excel (.xlsx). Pakai templat yang "
				  "tersedia."));
	if (!err && parts->sheet_count > XLSX_SHEETS_MAX)
		return refuse(parts->faults, "xlsx.sheets",
			      STR("Berkas ini memuat lebih dari 64 lembar. Sisakan lembar yang "
				  "dipakai lalu unggah lagi."));
	if (err || (err = strings_load(archive, parts)))
		return err;
	return styles_load(archive, parts);
}
