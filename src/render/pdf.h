/* SPDX-License-Identifier: Apache-2.0 */
/* Printed documents: A4, wrapping tables that break across pages and repeat their head, page
   numbers, embedded subset fonts. The same drawing gives the same bytes. Lengths are points (1/72
   inch), as whole numbers. */
#ifndef ABDI_RENDER_PDF_H
#define ABDI_RENDER_PDF_H
#include "render/qr.h"

struct pdf;

/* The paper and where the next line goes. */
struct pdf_page {
	bool is_landscape;
	bool is_a3; /* the same drawing on A3, larger by the root of two */
	struct str title, author,
		footer; /* the footer stands left of the page number on every page */
	struct str created_iso; /* written as the creation date, so that bytes repeat */
};

/* Where text stands in its cell. */
enum pdf_align { PDF_LEFT, PDF_CENTER, PDF_RIGHT };

/* Text with its look. */
struct pdf_cell {
	struct str text;
	int span; /* columns it covers; 0 counts as 1 */
	enum pdf_align align;
	bool is_bold, is_shaded;
	bool is_continued; /* belongs to the cell above: no line between them */
	struct str again; /* what a continued cell says where it begins a page */
};

#define PDF_COLUMNS_MAX 10

/* Rows that break over pages, their head repeated. */
struct pdf_table {
	int column_count;
	int parts[PDF_COLUMNS_MAX]; /* widths in proportion */
	bool is_plain; /* no lines, no shading: for two columns of text */
	const struct pdf_cell *head; /* repeated on each page; NULL: none */
	int head_count;
};

/* Lays out the whole document on the pdf; what it hands over by address lives until pdf_make is
   done. */
typedef void pdf_draw(struct pdf *pdf, const void *arg);

/* Makes the file in memory of the arena. ERR_IO when the library refuses. */
MUST_CHECK enum err pdf_make(struct arena *mem, const struct pdf_page *page, pdf_draw *draw,
			     const void *arg, struct str *out);

/* Who writes: the agency, the unit, then where they are; empty lines are left out. */
void pdf_letterhead(struct pdf *pdf, const struct str *lines, int count);
void pdf_title(struct pdf *pdf, struct str text); /* centred, bold, 12 pt */
void pdf_section(struct pdf *pdf, struct str text); /* bold; stays with what follows */
void pdf_text(struct pdf *pdf, struct str text, enum pdf_align align);
/* Bold lines of so many points, for what hangs on a wall. */
void pdf_large(struct pdf *pdf, struct str text, int points);
void pdf_small(struct pdf *pdf, struct str text);
void pdf_gap(struct pdf *pdf, int points);
/* Begins a new page when fewer points than this are left. */
void pdf_need(struct pdf *pdf, int points);
void pdf_page_break(struct pdf *pdf);
void pdf_table_begin(struct pdf *pdf, const struct pdf_table *table);
void pdf_row(struct pdf *pdf, const struct pdf_cell *cell, int count);
void pdf_table_end(struct pdf *pdf);
/* The code at the left, lines of text beside it. */
void pdf_qr(struct pdf *pdf, const struct qr *qr, int side, struct str beside);
/* A small curve through five heights 0–100, for the distribution pattern, with five labels
   below. */
void pdf_curve(struct pdf *pdf, const int height[5], const struct str label[5]);

#endif
