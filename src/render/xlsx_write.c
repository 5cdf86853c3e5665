/* SPDX-License-Identifier: Apache-2.0 */
/* Calls libxlsxwriter; nothing else does. */
#include "render/xlsx_write.h"

#include <unistd.h>
#include <xlsxwriter.h>

#define A4 9 /* Excel's number of the paper */

struct xlsx {
	struct arena *mem, *row_mem;
	const char *path;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold, *as_text, *as_number;
	uint32_t row;
	bool is_failed;
};

enum err xlsx_open(struct arena *mem, const char *path, struct xlsx **out)
{
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};
	struct xlsx *xlsx = arena_new(mem, struct xlsx);

	xlsx->mem = mem;
	xlsx->path = str_cstr(mem, str_from(path));
	xlsx->book = workbook_new_opt(path, &options);
	if (!xlsx->book)
		return ERR_IO;
	xlsx->row_mem = arena_make();
	xlsx->bold = workbook_add_format(xlsx->book);
	format_set_bold(xlsx->bold);
	xlsx->as_text = workbook_add_format(xlsx->book);
	format_set_num_format(xlsx->as_text, "@");
	xlsx->as_number = workbook_add_format(xlsx->book); /* else a cell is what its column is */
	*out = xlsx;
	return ERR_OK;
}

enum err xlsx_sheet(struct xlsx *xlsx, struct str name, const int *widths, int count)
{
	xlsx->sheet = workbook_add_worksheet(xlsx->book, str_cstr(xlsx->mem, name));
	if (!xlsx->sheet) {
		xlsx->is_failed = true;
		return ERR_IO;
	}
	xlsx->row = 0;
	/* Printed: A4 across, as wide as the sheet, headings on each page, which page of which
	   sheet. */
	worksheet_set_landscape(xlsx->sheet);
	worksheet_set_paper(xlsx->sheet, A4);
	worksheet_fit_to_pages(xlsx->sheet, 1, 0);
	if (worksheet_repeat_rows(xlsx->sheet, 0, 0) ||
	    worksheet_set_footer(xlsx->sheet, "&L&A&RHalaman &P dari &N"))
		xlsx->is_failed = true;
	/* Columns are text, so that an 18-digit NIP typed into a template keeps its digits. */
	for (int i = 0; i < count; i++)
		if (worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i,
					 widths ? widths[i] : 18, xlsx->as_text))
			xlsx->is_failed = true;
	return ERR_OK;
}

void xlsx_numbers(struct xlsx *xlsx, int from, int to, int width)
{
	if (xlsx->sheet && worksheet_set_column(xlsx->sheet, (lxw_col_t)from, (lxw_col_t)to, width,
						xlsx->as_number))
		xlsx->is_failed = true;
}

static void text_write(struct xlsx *xlsx, int column, struct str text, lxw_format *format)
{
	if (text.len == 0 || !xlsx->sheet)
		return;
	if (worksheet_write_string(xlsx->sheet, xlsx->row, (lxw_col_t)column,
				   str_cstr(xlsx->row_mem, text), format))
		xlsx->is_failed = true;
}

void xlsx_head(struct xlsx *xlsx, const struct str *cells, int count)
{
	for (int i = 0; i < count; i++)
		text_write(xlsx, i, cells[i], xlsx->bold);
	if (xlsx->sheet && xlsx->row == 0)
		worksheet_freeze_panes(xlsx->sheet, 1, 0);
	xlsx_next_row(xlsx);
}

void xlsx_row(struct xlsx *xlsx, const struct str *cells, int count)
{
	for (int i = 0; i < count; i++)
		xlsx_text(xlsx, i, cells[i]);
	xlsx_next_row(xlsx);
}

void xlsx_text(struct xlsx *xlsx, int column, struct str text)
{
	text_write(xlsx, column, text, xlsx->as_text);
}

void xlsx_hundredths(struct xlsx *xlsx, int column, int64_t hundredths)
{
	if (xlsx->sheet && worksheet_write_number(xlsx->sheet, xlsx->row, (lxw_col_t)column,
						  (double)hundredths / 100, xlsx->as_number))
		xlsx->is_failed = true;
}

void xlsx_next_row(struct xlsx *xlsx)
{
	xlsx->row++;
	arena_clear(xlsx->row_mem);
}

enum err xlsx_finish(struct xlsx *xlsx)
{
	lxw_error code = workbook_close(xlsx->book);

	xlsx->book = NULL;
	return code == LXW_NO_ERROR && !xlsx->is_failed ? ERR_OK : ERR_IO;
}

void xlsx_close(struct xlsx **xlsx)
{
	if (*xlsx && (*xlsx)->book) {
		(void)workbook_close((*xlsx)->book);
		(void)unlink((*xlsx)->path);
	}
	if (*xlsx)
		arena_free((*xlsx)->row_mem);
	*xlsx = NULL;
}
