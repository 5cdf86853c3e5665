/* SPDX-License-Identifier: Apache-2.0 */
/* Rows, faults and notes one behind the other, numbers of this machine: nobody else reads them and
   they live a day. */
#include "import/import_parsed.h"

#include "base/file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MARK 0x61626431
#define PARSED_BYTES_MAX ((size_t)512 << 20)

static const char *parsed_path(struct job *job, const char *path)
{
	return str_cstr(job->mem, str_format(job->mem, "%s.baris", path));
}

/* --- writing --- */

static void put_number(struct buf *out, int64_t number)
{
	int32_t kept = (int32_t)number;

	buf_add(out, (struct str){(const char *)&kept, sizeof kept});
}

static void put_text(struct buf *out, struct str text)
{
	put_number(out, (int64_t)text.len);
	buf_add(out, text);
}

static void put_sheet(struct buf *out, const struct import_sheet *sheet)
{
	put_number(out, sheet->is_present | sheet->has_head << 1);
	put_text(out, sheet->lembar);
	put_number(out, sheet->hidden_count);
	for (int i = 0; i < IMPORT_COLUMN_MAX; i++)
		put_number(out, sheet->has_column[i] | sheet->is_month_first[i] << 1);
	put_number(out, sheet->stranger_count);
	for (int i = 0; i < sheet->stranger_count; i++) {
		put_text(out, sheet->strangers[i].judul);
		put_text(out, sheet->strangers[i].kunci);
	}
	put_number(out, sheet->count);
	for (int i = 0; i < sheet->count; i++) {
		put_number(out, sheet->rows[i].baris);
		put_number(out, sheet->rows[i].told);
		for (int k = 0; k < IMPORT_COLUMN_MAX; k++)
			put_text(out, sheet->rows[i].cells[k]);
	}
}

static void put_faults(struct buf *out, const struct import_faults *faults)
{
	put_number(out, faults->more);
	put_number(out, faults->count);
	for (int i = 0; i < faults->count; i++) {
		const struct import_fault *fault = &faults->at[i];
		put_text(out, fault->lembar);
		put_text(out, fault->column);
		put_text(out, fault->nilai);
		put_text(out, fault->alasan);
		put_text(out, str_from(fault->rule));
		put_number(out, fault->baris);
	}
}

static void put_refusal(struct buf *out, const struct problems *faults)
{
	put_number(out, faults->count);
	for (int i = 0; i < faults->count; i++) {
		put_text(out, faults->at[i].rule);
		put_text(out, faults->at[i].sentence);
	}
}

/* file NULL: it was refused, by the faults of the job. */
static struct str parsed_text(struct job *job, const struct import_file *file)
{
	struct buf out;

	buf_init(&out, job->mem);
	put_number(&out, MARK);
	put_number(&out, (int64_t)sizeof(struct import_file));
	put_number(&out, file != NULL);
	if (!file) {
		put_refusal(&out, job->faults);
		return buf_str(&out);
	}
	for (int i = 0; i < IMPORT_JENIS_COUNT; i++)
		put_sheet(&out, &file->sheets[i]);
	put_faults(&out, &file->faults);
	put_number(&out, file->note_count);
	for (int i = 0; i < file->note_count; i++) {
		put_text(&out, file->notes[i].lembar);
		put_text(&out, file->notes[i].kalimat);
	}
	return buf_str(&out);
}

/* Under another name first, so that nobody reads half of it. Where it cannot be kept the file is
   read again. */
static void parsed_keep(struct job *job, const char *path, struct str bytes)
{
	const char *to = parsed_path(job, path);
	const char *half = str_cstr(job->mem, str_format(job->mem, "%s.%p", to, (void *)job));
	FILE *file = bytes.len <= PARSED_BYTES_MAX ? fopen(half, "wb") : NULL;

	if (!file)
		return;
	bool is_whole = fwrite(bytes.at, 1, bytes.len, file) == bytes.len;
	is_whole &= fclose(file) == 0;
	if (!is_whole || rename(half, to) != 0)
		(void)unlink(half);
}

/* --- reading --- */

struct taking {
	struct str rest;
	bool is_broken;
};

static int64_t take_number(struct taking *t)
{
	int32_t number = 0;

	if (t->rest.len < sizeof number) {
		t->is_broken = true;
		return 0;
	}
	memcpy(&number, t->rest.at, sizeof number);
	t->rest = str_slice(t->rest, sizeof number, t->rest.len);
	return number;
}

/* So many elements follow, each of at least a number: no more than there are bytes for. */
static int take_count(struct taking *t)
{
	int64_t count = take_number(t);

	if (count < 0 || (size_t)count > t->rest.len / sizeof(int32_t)) {
		t->is_broken = true;
		return 0;
	}
	return (int)count;
}

static struct str take_text(struct taking *t)
{
	int64_t len = take_number(t);

	if (len < 0 || (size_t)len > t->rest.len) {
		t->is_broken = true;
		return STR_NONE;
	}
	struct str text = len ? str_slice(t->rest, 0, (size_t)len) : STR_NONE;
	t->rest = str_slice(t->rest, (size_t)len, t->rest.len);
	return text;
}

static void take_sheet(struct taking *t, struct arena *mem, struct import_sheet *sheet)
{
	int64_t flags = take_number(t);

	sheet->is_present = flags & 1;
	sheet->has_head = flags >> 1 & 1;
	sheet->lembar = take_text(t);
	sheet->hidden_count = (int)take_number(t);
	for (int i = 0; i < IMPORT_COLUMN_MAX; i++) {
		flags = take_number(t);
		sheet->has_column[i] = flags & 1;
		sheet->is_month_first[i] = flags >> 1 & 1;
	}
	sheet->stranger_count = take_count(t);
	sheet->strangers = arena_array(mem, struct import_stranger, sheet->stranger_count + 1);
	for (int i = 0; i < sheet->stranger_count; i++) {
		sheet->strangers[i].judul = take_text(t);
		sheet->strangers[i].kunci = take_text(t);
	}
	sheet->count = take_count(t);
	sheet->rows = arena_array(mem, struct import_row, sheet->count + 1);
	for (int i = 0; i < sheet->count && !t->is_broken; i++) {
		sheet->rows[i].baris = (int)take_number(t);
		sheet->rows[i].told = (unsigned)take_number(t);
		for (int k = 0; k < IMPORT_COLUMN_MAX; k++)
			sheet->rows[i].cells[k] = take_text(t);
	}
}

static void take_faults(struct taking *t, struct arena *mem, struct import_faults *faults)
{
	faults->mem = mem;
	faults->more = (int)take_number(t);
	int count = take_count(t);
	for (int i = 0; i < count && !t->is_broken; i++) {
		struct import_fault fault = {.lembar = take_text(t)};
		fault.column = take_text(t);
		fault.nilai = take_text(t);
		fault.alasan = take_text(t);
		fault.rule = str_cstr(mem, take_text(t));
		fault.baris = (int)take_number(t);
		faults->at = arena_grow(mem, faults->at, faults->count, sizeof *faults->at);
		faults->at[faults->count++] = fault;
	}
}

static enum err take_refusal(struct taking *t, struct job *job)
{
	int count = take_count(t);

	for (int i = 0; i < count && !t->is_broken; i++) {
		struct str rule = take_text(t), sentence = take_text(t);
		problem_add(job->faults, STR("berkas"), str_cstr(job->mem, rule), sentence);
	}
	return count && !t->is_broken ? ERR_INVALID : ERR_NOT_FOUND;
}

static enum err parsed_take(struct job *job, struct str bytes, struct import_file **out)
{
	struct import_file *file = arena_new(job->mem, struct import_file);
	struct taking t = {.rest = bytes};

	if (take_number(&t) != MARK || take_number(&t) != (int64_t)sizeof(struct import_file))
		return ERR_NOT_FOUND;
	if (!take_number(&t))
		return take_refusal(&t, job);
	for (int i = 0; i < IMPORT_JENIS_COUNT; i++)
		take_sheet(&t, job->mem, &file->sheets[i]);
	take_faults(&t, job->mem, &file->faults);
	file->note_count = take_count(&t);
	file->notes = arena_array(job->mem, struct import_note, file->note_count + 1);
	for (int i = 0; i < file->note_count; i++) {
		file->notes[i].lembar = take_text(&t);
		file->notes[i].kalimat = take_text(&t);
	}
	if (t.is_broken || t.rest.len > 0)
		return ERR_NOT_FOUND;
	*out = file;
	return ERR_OK;
}

enum err import_parse(struct job *job, const char *path, struct import_file **out)
{
	struct str bytes;
	enum err err = ERR_NOT_FOUND;

	*out = NULL;
	if (!file_read(job->mem, parsed_path(job, path), PARSED_BYTES_MAX, &bytes))
		err = parsed_take(job, bytes, out);
	if (!err || err == ERR_INVALID)
		return err;
	err = import_read(job, path, out);
	if (!err || err == ERR_INVALID)
		parsed_keep(job, path, parsed_text(job, err ? NULL : *out));
	return err;
}

void import_parsed_remove(struct job *job, const char *path)
{
	(void)unlink(parsed_path(job, path));
}
