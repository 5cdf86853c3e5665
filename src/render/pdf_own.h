/* SPDX-License-Identifier: Apache-2.0 */
/* A paper between being laid out (pdf.c) and being drawn (pdf_draw.c). Floats are those of the
   drawing library; nothing is decided with them. */
#ifndef ABDI_RENDER_PDF_OWN_H
#define ABDI_RENDER_PDF_OWN_H
#include "render/pdf.h"

#include <pango/pangocairo.h>

#define MARGIN 36.0
#define CURVE_STEP 62
#define CURVE_HIGH 34

/* What a voice is told of the text between two of them goes with the texts, in their order. */
enum mark_kind { MARK_SHADE, MARK_LINE, MARK_DARK, MARK_CURVE, MARK_TEXT, MARK_KINDS, MARK_TAG };

/* Something to be drawn on a page. */
struct mark {
	enum mark_kind kind;
	double x, y, to_x, to_y; /* of a text: where its baseline begins */
	PangoLayoutLine *line; /* of its layout, which lives as long */
	const int *height; /* of a curve */
	const char *tag; /* begins, or ends: "P", "TR" */
	bool is_end;
};

/* A paper being laid out. */
struct pdf {
	const struct pdf_page *page;
	struct arena *mem;
	cairo_t *cr;
	PangoContext *context;
	PangoFontDescription *font;
	PangoAttrList *features;
	double width, height, y;
	int mark_count, layout_count, page_count;
	struct mark *marks;
	PangoLayout **layouts;
	int *page_ends; /* of each page that is full: how many marks came before its end */
	struct pdf_table table;
	double column[PDF_COLUMNS_MAX + 1];
	bool in_table;
	bool is_page_new; /* no row stands on this page yet */
	bool is_again; /* what is placed was told on a page before */
};

/* What the texts until its end are to a voice: "P", "TR". */
void pdf_tag_begin(struct pdf *pdf, const char *tag);
void pdf_tag_end(struct pdf *pdf, const char *tag);
/* A text of that size in the paper's font, which lives as long as the paper. */
PangoLayout *pdf_layout(struct pdf *pdf, double points, bool is_bold);
/* What it says and how its lines are broken. A sign no font here has is told by its number,
   "[U+4E2D]". */
void pdf_set_text(const struct pdf *pdf, PangoLayout *layout, struct str text, double width,
		  enum pdf_align align);

#endif
