/* SPDX-License-Identifier: Apache-2.0 */
/* Draws what was laid out, kind by kind: one path for all lines of a page costs cairo a fraction of
   a path for each. Texts carry what they are, so that a voice reads them in order. */
#include "render/pdf_finish.h"
#include "render/pdf_own.h"

#include <cairo-pdf.h>

#define A4_SHORT 595.0
#define A4_LONG 842.0
#define A3_SCALE 1.4142
#define FAMILY "Noto Sans,DejaVu Sans"
/* No pair of letters is drawn together or as one: readers that search a paper take a gap for a
   blank ("PE JABAT") and a joined pair for a letter of its own. */
#define FEATURES "kern=0,liga=0,clig=0"

static void curve_draw(cairo_t *cr, const struct mark *mark)
{
	const int *height = mark->height;

	cairo_move_to(cr, mark->x, mark->y - CURVE_HIGH * height[0] / 100.0);
	for (int i = 1; i < 5; i++) {
		double from = mark->y - CURVE_HIGH * height[i - 1] / 100.0;
		double to = mark->y - CURVE_HIGH * height[i] / 100.0;
		double left = mark->x + CURVE_STEP * (i - 1), right = mark->x + CURVE_STEP * i;
		double middle = left + CURVE_STEP / 2.0;
		cairo_curve_to(cr, middle, from, middle, to, right, to);
	}
}

static void mark_draw(cairo_t *cr, const struct mark *mark)
{
	switch (mark->kind) {
	case MARK_SHADE:
	case MARK_DARK:
		cairo_rectangle(cr, mark->x, mark->y, mark->to_x - mark->x, mark->to_y - mark->y);
		return;
	case MARK_LINE:
		cairo_move_to(cr, mark->x, mark->y);
		cairo_line_to(cr, mark->to_x, mark->to_y);
		return;
	case MARK_CURVE: curve_draw(cr, mark); return;
	case MARK_TEXT:
		cairo_move_to(cr, mark->x, mark->y);
		pango_cairo_show_layout_line(cr, mark->line);
		return;
	case MARK_TAG:
		if (mark->is_end)
			cairo_tag_end(cr, mark->tag);
		else
			cairo_tag_begin(cr, mark->tag, NULL);
		return;
	case MARK_KINDS: return;
	}
}

static void kind_begin(cairo_t *cr, enum mark_kind kind)
{
	cairo_set_source_rgb(cr, 0, 0, 0);
	if (kind == MARK_SHADE)
		cairo_set_source_rgb(cr, 0.91, 0.93, 0.97);
	if (kind == MARK_CURVE)
		cairo_set_source_rgb(cr, 0.09, 0.31, 0.69);
	cairo_set_line_width(cr, kind == MARK_CURVE ? 1.4 : 0.5);
	cairo_set_antialias(cr, kind == MARK_DARK ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
}

static void kind_end(cairo_t *cr, enum mark_kind kind)
{
	if (kind == MARK_LINE || kind == MARK_CURVE)
		cairo_stroke(cr);
	else if (kind != MARK_TEXT)
		cairo_fill(cr);
}

/* The marks of a page from the lowest kind to the highest. */
static void marks_draw(struct pdf *pdf, int from, int to)
{
	for (enum mark_kind kind = 0; kind < MARK_KINDS; kind++) {
		kind_begin(pdf->cr, kind);
		for (int i = from; i < to; i++)
			if (pdf->marks[i].kind == kind ||
			    (pdf->marks[i].kind == MARK_TAG && kind == MARK_TEXT))
				mark_draw(pdf->cr, &pdf->marks[i]);
		kind_end(pdf->cr, kind);
	}
}

static void footer_draw(struct pdf *pdf, PangoLayout *foot, int number)
{
	double y = pdf->height - MARGIN - 8;
	PangoLayout *page = pdf_layout(pdf, 7, false);

	pdf_set_text(pdf, page, str_format(pdf->mem, "Halaman %d dari %d", number, pdf->page_count),
		     100, PDF_RIGHT);
	cairo_set_source_rgb(pdf->cr, 0.3, 0.3, 0.3);
	cairo_move_to(pdf->cr, MARGIN, y);
	pango_cairo_show_layout(pdf->cr, foot);
	cairo_move_to(pdf->cr, pdf->width - MARGIN - 100, y);
	pango_cairo_show_layout(pdf->cr, page);
}

static void pages_draw(struct pdf *pdf)
{
	PangoLayout *foot = pdf_layout(pdf, 7, false);

	pdf_set_text(pdf, foot, pdf->page->footer, pdf->width - 2 * MARGIN - 110, PDF_LEFT);
	pango_layout_set_ellipsize(foot, PANGO_ELLIPSIZE_END);
	for (int i = 0; i < pdf->page_count; i++) {
		marks_draw(pdf, i ? pdf->page_ends[i - 1] : 0, pdf->page_ends[i]);
		footer_draw(pdf, foot, i + 1);
		cairo_show_page(pdf->cr);
	}
}

static cairo_status_t keep_bytes(void *closure, const unsigned char *data, unsigned int length)
{
	buf_add(closure, (struct str){(const char *)data, length});
	return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, struct arena *mem, const struct pdf_page *page)
{
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
				       str_cstr(mem, page->title));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR,
				       str_cstr(mem, page->author));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Abdi");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
				       str_cstr(mem, page->created_iso));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
				       str_cstr(mem, page->created_iso));
}

static double scale_of(const struct pdf_page *page)
{
	return page->is_a3 ? A3_SCALE : 1.0;
}

/* Lays out and draws everything; the surface belongs to the caller. */
static enum err draw_on(struct pdf *pdf, cairo_surface_t *surface, pdf_draw *draw, const void *arg)
{
	pdf->cr = cairo_create(surface);
	cairo_scale(pdf->cr, scale_of(pdf->page), scale_of(pdf->page));
	pdf->context = pango_cairo_create_context(pdf->cr);
	pdf->font = pango_font_description_from_string(FAMILY);
	pdf->features = pango_attr_list_new();
	pango_attr_list_insert(pdf->features, pango_attr_font_features_new(FEATURES));
	pdf->y = MARGIN;
	pdf_tag_begin(pdf, "Document");
	draw(pdf, arg);
	pdf_tag_end(pdf, "Document");
	pdf->in_table = false;
	pdf_page_break(pdf);
	pages_draw(pdf);
	cairo_status_t status = cairo_status(pdf->cr);
	for (int i = 0; i < pdf->layout_count; i++)
		g_object_unref(pdf->layouts[i]);
	pango_attr_list_unref(pdf->features);
	pango_font_description_free(pdf->font);
	g_object_unref(pdf->context);
	cairo_destroy(pdf->cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	return status == CAIRO_STATUS_SUCCESS ? ERR_OK : ERR_IO;
}

enum err pdf_make(struct arena *mem, const struct pdf_page *page, pdf_draw *draw, const void *arg,
		  struct str *out)
{
	struct pdf pdf = {.page = page, .mem = mem};
	struct buf bytes;

	pdf.width = page->is_landscape ? A4_LONG : A4_SHORT;
	pdf.height = page->is_landscape ? A4_SHORT : A4_LONG;
	buf_init(&bytes, mem);
	double scale = scale_of(page);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		keep_bytes, &bytes, pdf.width * scale, pdf.height * scale);
	set_metadata(surface, mem, page);
	enum err err = draw_on(&pdf, surface, draw, arg);
	cairo_surface_destroy(surface);
	return err ? err : pdf_finish(mem, buf_str(&bytes), out);
}
