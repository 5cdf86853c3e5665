/* SPDX-License-Identifier: Apache-2.0 */
/* The small parts of a workbook read before its sheets: their list and paths, shared strings, date
   styles. */
#ifndef ABDI_RENDER_XLSX_PARTS_H
#define ABDI_RENDER_XLSX_PARTS_H
#include "render/xml.h"
#include "render/zip.h"

#define XLSX_SHEETS_MAX 64
#define XLSX_STYLES_MAX 65490 /* what Excel itself allows */
#define XLSX_FORMATS_MAX 512

/* A sheet: its name, where its rows are, and whether a person sees it. */
struct xlsx_sheet_part {
	struct str name, relation, path;
	bool is_hidden;
};

/* How cells of a style show their numbers: as a date, or with so many digits at least. */
struct xlsx_style {
	bool is_date;
	int8_t whole, decimals; /* 0: as the number has them */
};

/* Where the parts of a workbook are. */
struct xlsx_parts {
	struct arena *mem;
	struct problems *faults;
	struct xlsx_sheet_part sheets[XLSX_SHEETS_MAX];
	int sheet_count;
	bool is_1904; /* the other day count, from old Macintosh workbooks */
	struct str *strings;
	int string_count;
	size_t string_bytes;
	struct xlsx_style *styles; /* by cell style number */
	int style_count;
	struct str book_path, strings_path, styles_path; /* in the archive */
};

/* Writes a cell's text as it was meant: "_x000D_" stands for a sign XML cannot hold. */
struct str xlsx_unescape(struct arena *mem, struct str text);
/* Reads them all; ERR_INVALID with faults when the file is no workbook. */
MUST_CHECK enum err xlsx_parts_load(struct archive *archive, struct xlsx_parts *parts);
/* One XML part through a handler; absent parts are ERR_NOT_FOUND, broken ones and DTDs a fault. */
MUST_CHECK enum err xlsx_part_read(struct archive *archive, const struct xlsx_parts *parts,
				   const char *name, const struct xml_handler *handler);

#endif
