/* SPDX-License-Identifier: Apache-2.0 */
/* Everything is laid out once, into marks; when all pages are known, each is drawn kind by kind
   (pdf_draw.c). */
#include "render/pdf.h"

#include "render/pdf_own.h"

#define FOOT 30.0 /* room for the page number below the body */
#define LARGE_HEAD 16 /* points from which on a large line is a heading */
#define PAD 3.0 /* inside a table cell */

static PangoAlignment alignment(enum pdf_align align)
{
	switch (align) {
	case PDF_LEFT: return PANGO_ALIGN_LEFT;
	case PDF_CENTER: return PANGO_ALIGN_CENTER;
	case PDF_RIGHT: return PANGO_ALIGN_RIGHT;
	}
	__builtin_unreachable();
}

/* Has any font here a picture of it? */
static bool is_drawn(PangoFontset *fonts, struct str sign)
{
	gunichar point = g_utf8_get_char_validated(sign.at, (gssize)sign.len);
	PangoFont *font = pango_fontset_get_font(fonts, point);
	bool is = !font || pango_font_has_char(font, point) != FALSE;

	if (font)
		g_object_unref(font);
	return is;
}

/* The library draws an empty box for what no font has; a paper says which sign it was. */
static struct str numbered(const struct pdf *pdf, PangoLayout *layout, struct str text)
{
	PangoFontset *fonts =
		pango_context_load_fontset(pdf->context, pango_layout_get_font_description(layout),
					   pango_context_get_language(pdf->context));
	struct buf out;

	buf_init(&out, pdf->mem);
	for (size_t at = 0, end; at < text.len; at = end) {
		for (end = at + 1; end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80;)
			end++;
		struct str sign = str_slice(text, at, end);
		if (sign.len == 1 || is_drawn(fonts, sign))
			buf_add(&out, sign);
		else
			buf_add_format(&out, "[U+%04X]",
				       g_utf8_get_char_validated(sign.at, (gssize)sign.len));
	}
	g_object_unref(fonts);
	return buf_str(&out);
}

void pdf_set_text(const struct pdf *pdf, PangoLayout *layout, struct str text, double width,
		  enum pdf_align align)
{
	pango_layout_set_text(layout, text.at, (int)text.len);
	if (pango_layout_get_unknown_glyphs_count(layout) > 0) {
		struct str shown = numbered(pdf, layout, text);
		pango_layout_set_text(layout, shown.at, (int)shown.len);
	}
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, alignment(align));
}

PangoLayout *pdf_layout(struct pdf *pdf, double points, bool is_bold)
{
	PangoLayout *layout = pango_layout_new(pdf->context);

	pango_font_description_set_absolute_size(pdf->font, points * PANGO_SCALE);
	pango_font_description_set_weight(pdf->font,
					  is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, pdf->font);
	pango_layout_set_attributes(layout, pdf->features);
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

void pdf_tag_begin(struct pdf *pdf, const char *tag)
{
	if (!pdf->is_again)
		mark_add(pdf, MARK_TAG, 0, 0)->tag = tag;
}

void pdf_tag_end(struct pdf *pdf, const char *tag)
{
	if (pdf->is_again)
		return;
	struct mark *mark = mark_add(pdf, MARK_TAG, 0, 0);
	mark->tag = tag;
	mark->is_end = true;
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
	pdf->is_again = true;
	draw_head(pdf);
	pdf->is_again = false;
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

/* What a text is to a voice, and how it looks. */
struct look {
	const char *tag;
	double points;
	bool is_bold;
	enum pdf_align align;
};

/* Text of any length, line by line, so that it may cross pages. */
static void flow(struct pdf *pdf, const struct look *look, struct str text)
{
	const char *tag = look->tag;

	PangoLayout *layout = pdf_layout(pdf, look->points, look->is_bold);

	pdf_set_text(pdf, layout, text, pdf->width - 2 * MARGIN, look->align);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	pdf_tag_begin(pdf, tag);
	do {
		if (pdf->y + line_height(at) > body_bottom(pdf)) {
			pdf_tag_end(pdf, tag); /* no tag that holds text crosses pages */
			pdf_page_break(pdf);
			pdf_tag_begin(pdf, tag);
		}
		pdf->y += line_place(pdf, at, MARGIN, pdf->y);
	} while (pango_layout_iter_next_line(at));
	pdf_tag_end(pdf, tag);
	pango_layout_iter_free(at);
}

void pdf_title(struct pdf *pdf, struct str text)
{
	flow(pdf, &(struct look){"H1", 12, true, PDF_CENTER}, text);
	pdf->y += 2;
}

void pdf_large(struct pdf *pdf, struct str text, int points)
{
	flow(pdf, &(struct look){points >= LARGE_HEAD ? "H2" : "P", points, true, PDF_LEFT}, text);
	pdf->y += points / 3.0;
}

void pdf_letterhead(struct pdf *pdf, const struct str *lines, int count)
{
	for (int i = 0; i < count; i++) {
		struct look look = {"P", i == 0 ? 13 : i == 1 ? 11 : 8, i < 2, PDF_CENTER};
		if (lines[i].len > 0)
			flow(pdf, &look, lines[i]);
	}
	pdf->y += 4;
	line(pdf, MARGIN, pdf->y, pdf->width - MARGIN, pdf->y);
	line(pdf, MARGIN, pdf->y + 2, pdf->width - MARGIN, pdf->y + 2);
	pdf->y += 12;
}

void pdf_section(struct pdf *pdf, struct str text)
{
	pdf_need(pdf, 60);
	pdf->y += 8;
	flow(pdf, &(struct look){"H2", 9.5, true, PDF_LEFT}, text);
	pdf->y += 3;
}

void pdf_text(struct pdf *pdf, struct str text, enum pdf_align align)
{
	flow(pdf, &(struct look){"P", 9, false, align}, text);
}

void pdf_small(struct pdf *pdf, struct str text)
{
	flow(pdf, &(struct look){"P", 7, false, PDF_LEFT}, text);
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
	out->layout = pdf_layout(pdf, pdf->table.is_plain ? 9 : 8, cell->is_bold);
	pdf_set_text(pdf, out->layout, cell->text, out->right - out->left - 2 * PAD, cell->align);
	out->at = pango_layout_get_iter(out->layout);
}

/* Two columns of text are no table to a voice. */
static const char *cell_tag(const struct pdf *pdf, const struct cell_flow *cell)
{
	if (pdf->table.is_plain)
		return "P";
	return cell->cell->is_shaded ? "TH" : "TD";
}

/* Draws lines while they fit; returns the height used. */
static double cell_lines(struct pdf *pdf, struct cell_flow *cell, double room)
{
	const char *tag = cell_tag(pdf, cell);
	double used = 0;

	pdf_tag_begin(pdf, tag);

	while (!cell->is_done) {
		if (used + line_height(cell->at) > room && used > 0)
			break;
		used += line_place(pdf, cell->at, cell->left + PAD, pdf->y + PAD + used);
		cell->is_done = !pango_layout_iter_next_line(cell->at);
	}
	pdf_tag_end(pdf, tag);
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

static void row_begin(struct pdf *pdf)
{
	if (!pdf->table.is_plain)
		pdf_tag_begin(pdf, "TR");
}

static void row_end(struct pdf *pdf)
{
	if (!pdf->table.is_plain)
		pdf_tag_end(pdf, "TR");
}

/* A row higher than a page: as many lines as fit, then the rest on the next. */
static void row_draw_split(struct pdf *pdf, struct cell_flow *cell, int count)
{
	for (bool is_first = true; !row_is_done(cell, count); is_first = false) {
		double room = body_bottom(pdf) - pdf->y - 2 * PAD, used = 0;
		row_begin(pdf);
		for (int i = 0; i < count; i++) {
			double part = cell_lines(pdf, &cell[i], room);
			used = part > used ? part : used;
		}
		row_end(pdf);
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
	row_begin(pdf);
	for (int i = 0; i < count; i++) {
		(void)cell_lines(pdf, &cell[i], height);
		cell_frame(pdf, &cell[i], height, true);
	}
	row_end(pdf);
	pdf->y += height;
}

/* The reader of a new page must know which row goes on. */
static void cells_say_again(const struct pdf *pdf, struct cell_flow *cell, int count)
{
	for (int i = 0; i < count; i++) {
		if (!pdf->is_page_new || !cell[i].cell->is_continued || !cell[i].cell->again.len)
			continue;
		pdf_set_text(pdf, cell[i].layout, cell[i].cell->again,
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
	if (table->head && pdf->y + 60 > body_bottom(pdf)) {
		pdf->in_table = false;
		pdf_page_break(pdf);
		pdf->in_table = true;
	}
	if (!table->is_plain)
		pdf_tag_begin(pdf, "Table");
	draw_head(pdf);
}

void pdf_row(struct pdf *pdf, const struct pdf_cell *cell, int count)
{
	row_place(pdf, cell, count, true);
}

void pdf_table_end(struct pdf *pdf)
{
	table_close_line(pdf);
	if (!pdf->table.is_plain)
		pdf_tag_end(pdf, "Table");
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
	PangoLayout *layout = pdf_layout(pdf, 8, false);
	pdf_set_text(pdf, layout, beside, pdf->width - 2 * MARGIN - side - 12, PDF_LEFT);
	pdf_tag_begin(pdf, "P");
	layout_place(pdf, layout, MARGIN + side + 12, pdf->y);
	pdf_tag_end(pdf, "P");
	pdf->y += side + 4;
}

void pdf_curve(struct pdf *pdf, const int height[5], const struct str label[5])
{
	pdf_need(pdf, 52);
	double base = pdf->y + CURVE_HIGH;

	line(pdf, MARGIN, base, MARGIN + 5 * CURVE_STEP, base);
	mark_add(pdf, MARK_CURVE, MARGIN + 30, base)->height = height;
	for (int i = 0; i < 5; i++) {
		PangoLayout *layout = pdf_layout(pdf, 6.5, false);
		pdf_set_text(pdf, layout, label[i], CURVE_STEP, PDF_CENTER);
		layout_place(pdf, layout, MARGIN + CURVE_STEP * i, base + 2);
	}
	pdf->y = base + 16;
}
