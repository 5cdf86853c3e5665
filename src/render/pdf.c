/* SPDX-License-Identifier: Apache-2.0 */
/* The only file that knows cairo and pango. Floats are those of the drawing library; nothing is
   decided with them.

   Everything is laid out once, into marks; when all pages are known, each is drawn kind by kind:
   one path for all its lines costs cairo a fraction of a path for each. */
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

enum mark_kind { MARK_SHADE, MARK_LINE, MARK_DARK, MARK_CURVE, MARK_TEXT, MARK_KINDS };

/* Something to be drawn on a page. */
struct mark {
	enum mark_kind kind;
	double x, y, to_x, to_y; /* of a text: where its baseline begins */
	PangoLayoutLine *line; /* of its layout, which lives as long */
	const int *height; /* of a curve */
};

struct pdf {
	const struct pdf_page *page;
	struct arena *mem;
	cairo_t *cr;
	PangoContext *context;
	PangoFontDescription *font;
	double width, height, y;
	int mark_count, layout_count, page_count;
	struct mark *marks;
	PangoLayout **layouts;
	int *page_ends; /* of each page that is full: how many marks came before its end */
	struct pdf_table table;
	double column[PDF_COLUMNS_MAX + 1];
	bool in_table;
	bool is_page_new; /* no row stands on this page yet */
};

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

static PangoLayout *layout_make(struct pdf *pdf, double points, bool is_bold)
{
	PangoLayout *layout = pango_layout_new(pdf->context);

	pango_font_description_set_absolute_size(pdf->font, points * PANGO_SCALE);
	pango_font_description_set_weight(pdf->font,
					  is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, pdf->font);
	pdf->layouts = arena_grow(pdf->mem, pdf->layouts, pdf->layout_count, sizeof(PangoLayout *));
	pdf->layouts[pdf->layout_count++] = layout;
	return layout;
}

static struct mark *mark_add(struct pdf *pdf, enum mark_kind kind, double x, double y)
{
	pdf->marks = arena_grow(pdf->mem, pdf->marks, pdf->mark_count, sizeof(struct mark));
	struct mark *mark = &pdf->marks[pdf->mark_count++];

	*mark = (struct mark){.kind = kind, .x = x, .y = y};
	return mark;
}

/* The line an iterator stands at, its top at y; returns how high it is. */
static double line_place(struct pdf *pdf, PangoLayoutIter *at, double x, double y)
{
	PangoRectangle box;

	pango_layout_iter_get_line_extents(at, NULL, &box);
	double rise = (double)(pango_layout_iter_get_baseline(at) - box.y) / PANGO_SCALE;
	struct mark *mark = mark_add(pdf, MARK_TEXT, x + (double)box.x / PANGO_SCALE, y + rise);
	mark->line = pango_layout_iter_get_line_readonly(at);
	return (double)box.height / PANGO_SCALE;
}

static double line_height(PangoLayoutIter *at)
{
	PangoRectangle box;

	pango_layout_iter_get_line_extents(at, NULL, &box);
	return (double)box.height / PANGO_SCALE;
}

/* All lines of a text that stays on its page. */
static void layout_place(struct pdf *pdf, PangoLayout *layout, double x, double y)
{
	PangoLayoutIter *at = pango_layout_get_iter(layout);

	do
		y += line_place(pdf, at, x, y);
	while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
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

static void line(struct pdf *pdf, double x1, double y1, double x2, double y2)
{
	struct mark *mark = mark_add(pdf, MARK_LINE, x1, y1);

	mark->to_x = x2;
	mark->to_y = y2;
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
	pdf->page_ends = arena_grow(pdf->mem, pdf->page_ends, pdf->page_count, sizeof(int));
	pdf->page_ends[pdf->page_count++] = pdf->mark_count;
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
	PangoLayout *layout = layout_make(pdf, points, is_bold);

	set_text(layout, text, pdf->width - 2 * MARGIN, align);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	do {
		if (pdf->y + line_height(at) > body_bottom(pdf))
			pdf_page_break(pdf);
		pdf->y += line_place(pdf, at, MARGIN, pdf->y);
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
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
	out->layout = layout_make(pdf, pdf->table.is_plain ? 9 : 8, cell->is_bold);
	set_text(out->layout, cell->text, out->right - out->left - 2 * PAD, cell->align);
	out->at = pango_layout_get_iter(out->layout);
}

/* Draws lines while they fit; returns the height used. */
static double cell_lines(struct pdf *pdf, struct cell_flow *cell, double room)
{
	double used = 0;

	while (!cell->is_done) {
		if (used + line_height(cell->at) > room && used > 0)
			break;
		used += line_place(pdf, cell->at, cell->left + PAD, pdf->y + PAD + used);
		cell->is_done = !pango_layout_iter_next_line(cell->at);
	}
	return used;
}

static void cell_shade(struct pdf *pdf, const struct cell_flow *cell, double height)
{
	if (!cell->cell->is_shaded || pdf->table.is_plain)
		return;
	struct mark *mark = mark_add(pdf, MARK_SHADE, cell->left, pdf->y);
	mark->to_x = cell->right;
	mark->to_y = pdf->y + height;
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
		pango_layout_iter_free(flow_of[i].at);
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

/* The dark run of a row of the code from x on; returns where it ends. */
static int qr_run(const struct qr *qr, int x, int y)
{
	while (x < qr->size && qr_is_dark(qr, x, y))
		x++;
	return x;
}

void pdf_qr(struct pdf *pdf, const struct qr *qr, int side, struct str beside)
{
	pdf_need(pdf, side + 4);
	double unit = (double)side / qr->size;
	for (int y = 0; y < qr->size; y++)
		for (int x = 0, end; x < qr->size; x = end + 1) {
			end = qr_run(qr, x, y);
			if (end == x)
				continue;
			struct mark *mark =
				mark_add(pdf, MARK_DARK, MARGIN + x * unit, pdf->y + y * unit);
			mark->to_x = MARGIN + end * unit;
			mark->to_y = pdf->y + (y + 1) * unit;
		}
	PangoLayout *layout = layout_make(pdf, 8, false);
	set_text(layout, beside, pdf->width - 2 * MARGIN - side - 12, PDF_LEFT);
	layout_place(pdf, layout, MARGIN + side + 12, pdf->y);
	pdf->y += side + 4;
}

#define CURVE_STEP 62
#define CURVE_HIGH 34

void pdf_curve(struct pdf *pdf, const int height[5], const struct str label[5])
{
	pdf_need(pdf, 52);
	double base = pdf->y + CURVE_HIGH;

	line(pdf, MARGIN, base, MARGIN + 5 * CURVE_STEP, base);
	mark_add(pdf, MARK_CURVE, MARGIN + 30, base)->height = height;
	for (int i = 0; i < 5; i++) {
		PangoLayout *layout = layout_make(pdf, 6.5, false);
		set_text(layout, label[i], CURVE_STEP, PDF_CENTER);
		layout_place(pdf, layout, MARGIN + CURVE_STEP * i, base + 2);
	}
	pdf->y = base + 16;
}

/* ---- Drawing what was laid out ---- */

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
			if (pdf->marks[i].kind == kind)
				mark_draw(pdf->cr, &pdf->marks[i]);
		kind_end(pdf->cr, kind);
	}
}

static void footer_draw(struct pdf *pdf, PangoLayout *foot, int number)
{
	double y = pdf->height - MARGIN - 8;
	PangoLayout *page = layout_make(pdf, 7, false);

	set_text(page, str_format(pdf->mem, "Halaman %d dari %d", number, pdf->page_count), 100,
		 PDF_RIGHT);
	cairo_set_source_rgb(pdf->cr, 0.3, 0.3, 0.3);
	cairo_move_to(pdf->cr, MARGIN, y);
	pango_cairo_show_layout(pdf->cr, foot);
	cairo_move_to(pdf->cr, pdf->width - MARGIN - 100, y);
	pango_cairo_show_layout(pdf->cr, page);
}

static void pages_draw(struct pdf *pdf)
{
	PangoLayout *foot = layout_make(pdf, 7, false);

	set_text(foot, pdf->page->footer, pdf->width - 2 * MARGIN - 110, PDF_LEFT);
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

/* Lays out and draws everything; the surface belongs to the caller. */
static enum err draw_on(struct pdf *pdf, cairo_surface_t *surface, pdf_draw *draw, const void *arg)
{
	pdf->cr = cairo_create(surface);
	pdf->context = pango_cairo_create_context(pdf->cr);
	pdf->font = pango_font_description_from_string(FAMILY);
	pdf->y = MARGIN;
	draw(pdf, arg);
	pdf->in_table = false;
	pdf_page_break(pdf);
	pages_draw(pdf);
	cairo_status_t status = cairo_status(pdf->cr);
	for (int i = 0; i < pdf->layout_count; i++)
		g_object_unref(pdf->layouts[i]);
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
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(keep_bytes, &bytes, pdf.width, pdf.height);
	set_metadata(surface, mem, page);
	enum err err = draw_on(&pdf, surface, draw, arg);
	cairo_surface_destroy(surface);
	*out = buf_str(&bytes);
	return err;
}
