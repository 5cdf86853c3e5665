/* SPDX-License-Identifier: Apache-2.0 */
/* The only file that knows cairo and pango. Floats are those of the drawing library; nothing is
   decided with them. */
#include "render/pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define A4_SHORT 595.0
#define A4_LONG 842.0
#define MARGIN 36.0
#define FOOT 30.0 /* room for the page number below the body */
#define PAD 3.0 /* inside a table cell */
#define FAMILY "Noto Sans,DejaVu Sans"

struct pdf {
	const struct pdf_page *page;
	struct arena *mem;
	cairo_t *cr;
	PangoLayout *layout; /* free text; table cells have their own */
	double width, height, y;
	int page_number, page_total; /* total 0 while counting */
	struct pdf_table table;
	double column[PDF_COLUMNS_MAX + 1];
	bool in_table;
	bool is_page_new; /* no row stands on this page yet */
};

static void set_font(PangoLayout *layout, double points, bool is_bold)
{
	PangoFontDescription *font = pango_font_description_from_string(FAMILY);
	pango_font_description_set_absolute_size(font, points * PANGO_SCALE);
	pango_font_description_set_weight(font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
}

static PangoAlignment alignment(enum pdf_align align)
{
	switch (align) {
	case PDF_LEFT: return PANGO_ALIGN_LEFT;
	case PDF_CENTER: return PANGO_ALIGN_CENTER;
	case PDF_RIGHT: return PANGO_ALIGN_RIGHT;
	}
	__builtin_unreachable();
}

static void set_text(PangoLayout *layout, struct str text, double width, enum pdf_align align)
{
	pango_layout_set_text(layout, text.at, (int)text.len);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, alignment(align));
}

static double layout_height(PangoLayout *layout)
{
	int height = 0;
	pango_layout_get_size(layout, NULL, &height);
	return (double)height / PANGO_SCALE;
}

static double body_bottom(const struct pdf *pdf)
{
	return pdf->height - MARGIN - FOOT;
}

static void draw_footer(struct pdf *pdf)
{
	double y = pdf->height - MARGIN - 8;
	set_font(pdf->layout, 7, false);
	cairo_set_source_rgb(pdf->cr, 0.3, 0.3, 0.3);
	set_text(pdf->layout, pdf->page->footer, pdf->width - 2 * MARGIN - 110, PDF_LEFT);
	pango_layout_set_ellipsize(pdf->layout, PANGO_ELLIPSIZE_END);
	cairo_move_to(pdf->cr, MARGIN, y);
	pango_cairo_show_layout(pdf->cr, pdf->layout);
	pango_layout_set_ellipsize(pdf->layout, PANGO_ELLIPSIZE_NONE);
	set_text(pdf->layout,
		 str_format(pdf->mem, "Halaman %d dari %d", pdf->page_number, pdf->page_total), 100,
		 PDF_RIGHT);
	cairo_move_to(pdf->cr, pdf->width - MARGIN - 100, y);
	pango_cairo_show_layout(pdf->cr, pdf->layout);
	cairo_set_source_rgb(pdf->cr, 0, 0, 0);
}

static void line(struct pdf *pdf, double x1, double y1, double x2, double y2)
{
	cairo_move_to(pdf->cr, x1, y1);
	cairo_line_to(pdf->cr, x2, y2);
	cairo_stroke(pdf->cr);
}

static void table_close_line(struct pdf *pdf)
{
	if (pdf->in_table && !pdf->table.is_plain)
		line(pdf, pdf->column[0], pdf->y, pdf->column[pdf->table.column_count], pdf->y);
}

static void draw_head(struct pdf *pdf);

void pdf_page_break(struct pdf *pdf)
{
	table_close_line(pdf);
	draw_footer(pdf);
	cairo_show_page(pdf->cr);
	pdf->page_number++;
	pdf->y = MARGIN;
	draw_head(pdf);
	pdf->is_page_new = true;
}

void pdf_need(struct pdf *pdf, int points)
{
	if (pdf->y + points > body_bottom(pdf))
		pdf_page_break(pdf);
}

void pdf_gap(struct pdf *pdf, int points)
{
	pdf->y += points;
}

/* Text of any length, line by line, so that it may cross pages. */
static void flow(struct pdf *pdf, struct str text, double points, bool is_bold,
		 enum pdf_align align)
{
	PangoLayout *layout = pango_cairo_create_layout(pdf->cr);
	set_font(layout, points, is_bold);
	set_text(layout, text, pdf->width - 2 * MARGIN, align);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	do {
		PangoRectangle box;
		PangoLayoutLine *row = pango_layout_iter_get_line_readonly(at);
		pango_layout_iter_get_line_extents(at, NULL, &box);
		double high = (double)box.height / PANGO_SCALE;
		if (pdf->y + high > body_bottom(pdf))
			pdf_page_break(pdf);
		double rise = (double)(pango_layout_iter_get_baseline(at) - box.y) / PANGO_SCALE;
		cairo_move_to(pdf->cr, MARGIN + (double)box.x / PANGO_SCALE, pdf->y + rise);
		pango_cairo_show_layout_line(pdf->cr, row);
		pdf->y += high;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	g_object_unref(layout);
}

void pdf_title(struct pdf *pdf, struct str text)
{
	flow(pdf, text, 12, true, PDF_CENTER);
	pdf->y += 2;
}

void pdf_section(struct pdf *pdf, struct str text)
{
	pdf_need(pdf, 60);
	pdf->y += 8;
	flow(pdf, text, 9.5, true, PDF_LEFT);
	pdf->y += 3;
}

void pdf_text(struct pdf *pdf, struct str text, enum pdf_align align)
{
	flow(pdf, text, 9, false, align);
}

void pdf_small(struct pdf *pdf, struct str text)
{
	flow(pdf, text, 7, false, PDF_LEFT);
}

/* One cell of the row being drawn: where it stands and which line of it comes next. */
struct cell_flow {
	const struct pdf_cell *cell;
	PangoLayout *layout;
	PangoLayoutIter *at;
	bool is_done;
	double left, right;
};

static void cell_open(struct pdf *pdf, const struct pdf_cell *cell, int from, struct cell_flow *out)
{
	int to = from + (cell->span > 1 ? cell->span : 1);
	if (to > pdf->table.column_count)
		to = pdf->table.column_count;
	*out = (struct cell_flow){
		.cell = cell, .left = pdf->column[from], .right = pdf->column[to]};
	out->layout = pango_cairo_create_layout(pdf->cr);
	set_font(out->layout, pdf->table.is_plain ? 9 : 8, cell->is_bold);
	set_text(out->layout, cell->text, out->right - out->left - 2 * PAD, cell->align);
	out->at = pango_layout_get_iter(out->layout);
}

static void cell_close(struct cell_flow *cell)
{
	pango_layout_iter_free(cell->at);
	g_object_unref(cell->layout);
}

/* Draws lines while they fit; returns the height used. is_dry only measures one full cell. */
static double cell_lines(struct pdf *pdf, struct cell_flow *cell, double room)
{
	double used = 0;
	while (!cell->is_done) {
		PangoRectangle box;
		PangoLayoutLine *row = pango_layout_iter_get_line_readonly(cell->at);
		pango_layout_iter_get_line_extents(cell->at, NULL, &box);
		double high = (double)box.height / PANGO_SCALE;
		if (used + high > room && used > 0)
			break;
		double rise =
			(double)(pango_layout_iter_get_baseline(cell->at) - box.y) / PANGO_SCALE;
		cairo_move_to(pdf->cr, cell->left + PAD + (double)box.x / PANGO_SCALE,
			      pdf->y + PAD + used + rise);
		pango_cairo_show_layout_line(pdf->cr, row);
		used += high;
		cell->is_done = !pango_layout_iter_next_line(cell->at);
	}
	return used;
}

static void cell_shade(struct pdf *pdf, const struct cell_flow *cell, double height)
{
	if (!cell->cell->is_shaded || pdf->table.is_plain)
		return;
	cairo_set_source_rgb(pdf->cr, 0.91, 0.93, 0.97);
	cairo_rectangle(pdf->cr, cell->left, pdf->y, cell->right - cell->left, height);
	cairo_fill(pdf->cr);
	cairo_set_source_rgb(pdf->cr, 0, 0, 0);
}

static void cell_frame(struct pdf *pdf, const struct cell_flow *cell, double height,
		       bool is_first_part)
{
	if (pdf->table.is_plain)
		return;
	line(pdf, cell->left, pdf->y, cell->left, pdf->y + height);
	line(pdf, cell->right, pdf->y, cell->right, pdf->y + height);
	if (!cell->cell->is_continued || !is_first_part || pdf->is_page_new)
		line(pdf, cell->left, pdf->y, cell->right, pdf->y);
}

static double row_height(const struct cell_flow *cell, int count)
{
	double most = 0;
	for (int i = 0; i < count; i++) {
		double high = layout_height(cell[i].layout);
		most = high > most ? high : most;
	}
	return most + 2 * PAD;
}

static bool row_is_done(const struct cell_flow *cell, int count)
{
	for (int i = 0; i < count; i++)
		if (!cell[i].is_done)
			return false;
	return true;
}

/* A row higher than a page: as many lines as fit, then the rest on the next. */
static void row_draw_split(struct pdf *pdf, struct cell_flow *cell, int count)
{
	for (bool is_first = true; !row_is_done(cell, count); is_first = false) {
		double room = body_bottom(pdf) - pdf->y - 2 * PAD, used = 0;
		for (int i = 0; i < count; i++) {
			double part = cell_lines(pdf, &cell[i], room);
			used = part > used ? part : used;
		}
		for (int i = 0; i < count; i++)
			cell_frame(pdf, &cell[i], used + 2 * PAD, is_first);
		pdf->y += used + 2 * PAD;
		if (!row_is_done(cell, count))
			pdf_page_break(pdf);
	}
}

static void row_draw(struct pdf *pdf, struct cell_flow *cell, int count, double height)
{
	for (int i = 0; i < count; i++)
		cell_shade(pdf, &cell[i], height);
	for (int i = 0; i < count; i++) {
		(void)cell_lines(pdf, &cell[i], height);
		cell_frame(pdf, &cell[i], height, true);
	}
	pdf->y += height;
}

/* The reader of a new page must know which row goes on. */
static void cells_say_again(const struct pdf *pdf, struct cell_flow *cell, int count)
{
	for (int i = 0; i < count; i++) {
		if (!pdf->is_page_new || !cell[i].cell->is_continued || !cell[i].cell->again.len)
			continue;
		set_text(cell[i].layout, cell[i].cell->again,
			 cell[i].right - cell[i].left - 2 * PAD, cell[i].cell->align);
		pango_layout_iter_free(cell[i].at);
		cell[i].at = pango_layout_get_iter(cell[i].layout);
	}
}

static void row_place(struct pdf *pdf, const struct pdf_cell *cells, int count, bool may_break)
{
	struct cell_flow flow_of[PDF_COLUMNS_MAX];
	int column = 0, used = 0;

	for (int i = 0; i < count && column < pdf->table.column_count; i++) {
		cell_open(pdf, &cells[i], column, &flow_of[used++]);
		column += cells[i].span > 1 ? cells[i].span : 1;
	}
	double height = row_height(flow_of, used), page = body_bottom(pdf) - MARGIN;
	if (may_break && height < page * 0.6 && pdf->y + height > body_bottom(pdf))
		pdf_page_break(pdf);
	cells_say_again(pdf, flow_of, used);
	if (may_break && pdf->y + height > body_bottom(pdf)) {
		if (pdf->y + 60 > body_bottom(pdf))
			pdf_page_break(pdf);
		row_draw_split(pdf, flow_of, used);
	} else {
		row_draw(pdf, flow_of, used, height);
	}
	for (int i = 0; i < used; i++)
		cell_close(&flow_of[i]);
	pdf->is_page_new = false;
}

static void draw_head(struct pdf *pdf)
{
	if (pdf->in_table && pdf->table.head)
		row_place(pdf, pdf->table.head, pdf->table.head_count, false);
}

void pdf_table_begin(struct pdf *pdf, const struct pdf_table *table)
{
	int total = 0;
	pdf->table = *table;
	pdf->in_table = true;
	for (int i = 0; i < table->column_count; i++)
		total += table->parts[i];
	pdf->column[0] = MARGIN;
	for (int i = 0; i < table->column_count; i++)
		pdf->column[i + 1] = pdf->column[i] + (pdf->width - 2 * MARGIN) * table->parts[i] /
							      (total ? total : 1);
	cairo_set_line_width(pdf->cr, 0.5);
	if (table->head && pdf->y + 60 > body_bottom(pdf))
		pdf_page_break(pdf);
	else
		draw_head(pdf);
}

void pdf_row(struct pdf *pdf, const struct pdf_cell *cell, int count)
{
	row_place(pdf, cell, count, true);
}

void pdf_table_end(struct pdf *pdf)
{
	table_close_line(pdf);
	pdf->in_table = false;
	pdf->y += 4;
}

void pdf_qr(struct pdf *pdf, const struct qr *qr, int side, struct str beside)
{
	pdf_need(pdf, side + 4);
	double unit = (double)side / qr->size;
	for (int y = 0; y < qr->size; y++)
		for (int x = 0; x < qr->size; x++)
			if (qr_is_dark(qr, x, y))
				cairo_rectangle(pdf->cr, MARGIN + x * unit, pdf->y + y * unit, unit,
						unit);
	cairo_set_antialias(pdf->cr, CAIRO_ANTIALIAS_NONE);
	cairo_fill(pdf->cr);
	cairo_set_antialias(pdf->cr, CAIRO_ANTIALIAS_DEFAULT);
	set_font(pdf->layout, 8, false);
	set_text(pdf->layout, beside, pdf->width - 2 * MARGIN - side - 12, PDF_LEFT);
	cairo_move_to(pdf->cr, MARGIN + side + 12, pdf->y);
	pango_cairo_show_layout(pdf->cr, pdf->layout);
	pdf->y += side + 4;
}

void pdf_curve(struct pdf *pdf, const int height[5], const struct str label[5])
{
	const double step = 62, high = 34;
	pdf_need(pdf, 52);
	double base = pdf->y + high, x = MARGIN + 30;

	cairo_set_line_width(pdf->cr, 0.5);
	line(pdf, MARGIN, base, MARGIN + 5 * step, base);
	cairo_set_line_width(pdf->cr, 1.4);
	cairo_set_source_rgb(pdf->cr, 0.09, 0.31, 0.69);
	cairo_move_to(pdf->cr, x, base - high * height[0] / 100);
	for (int i = 1; i < 5; i++) {
		double from = base - high * height[i - 1] / 100, to = base - high * height[i] / 100;
		double left = x + step * (i - 1), right = x + step * i;
		cairo_curve_to(pdf->cr, left + step / 2, from, right - step / 2, to, right, to);
	}
	cairo_stroke(pdf->cr);
	cairo_set_source_rgb(pdf->cr, 0, 0, 0);
	set_font(pdf->layout, 6.5, false);
	for (int i = 0; i < 5; i++) {
		set_text(pdf->layout, label[i], step, PDF_CENTER);
		cairo_move_to(pdf->cr, MARGIN + step * i, base + 2);
		pango_cairo_show_layout(pdf->cr, pdf->layout);
	}
	pdf->y = base + 16;
}

static cairo_status_t keep_bytes(void *closure, const unsigned char *data, unsigned int length)
{
	buf_add(closure, (struct str){(const char *)data, length});
	return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t drop_bytes(void *closure, const unsigned char *data, unsigned int length)
{
	(void)closure, (void)data, (void)length;
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

/* One pass; with out NULL the bytes are dropped and only *pages is learnt. */
static enum err draw_pass(struct pdf *pdf, pdf_draw *draw, const void *arg, struct buf *out,
			  int *pages)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		out ? keep_bytes : drop_bytes, out, pdf->width, pdf->height);
	set_metadata(surface, pdf->mem, pdf->page);
	pdf->cr = cairo_create(surface);
	pdf->layout = pango_cairo_create_layout(pdf->cr);
	pdf->y = MARGIN;
	pdf->page_number = 1;
	draw(pdf, arg);
	draw_footer(pdf);
	cairo_show_page(pdf->cr);
	*pages = pdf->page_number;
	cairo_status_t status = cairo_status(pdf->cr);
	g_object_unref(pdf->layout);
	cairo_destroy(pdf->cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS ? ERR_OK : ERR_IO;
}

enum err pdf_make(struct arena *mem, const struct pdf_page *page, pdf_draw *draw, const void *arg,
		  struct str *out)
{
	struct pdf pdf = {.page = page, .mem = mem};
	struct buf bytes;
	enum err err;

	pdf.width = page->is_landscape ? A4_LONG : A4_SHORT;
	pdf.height = page->is_landscape ? A4_SHORT : A4_LONG;
	if ((err = draw_pass(&pdf, draw, arg, NULL, &pdf.page_total)))
		return err;
	buf_init(&bytes, mem);
	int pages = 0;
	if ((err = draw_pass(&pdf, draw, arg, &bytes, &pages)))
		return err;
	*out = buf_str(&bytes);
	return ERR_OK;
}
