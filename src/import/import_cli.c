/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a file, prints what it would do, and does it where that was asked. */
#include "import/import_cli.h"

#include "base/file.h"
#include "import/import.h"
#include "import/import_terminal.h"

struct running {
	const struct import_order *order;
	struct import_terminal at;
	struct import_preview *preview;
};

static enum err work(struct db *db, void *arg)
{
	struct running *r = arg;
	struct import_file *file;
	enum err err;

	r->at.job.db = db;
	if ((err = import_read(&r->at.job, r->order->path, &file)))
		return err;
	struct import_wish wish = {.ends = r->order->ends, .alasan = str_from(r->order->alasan)};
	return r->order->applies ? import_apply(&r->at.job, file, &wish, &r->preview)
				 : import_preview(&r->at.job, file, &wish, &r->preview);
}

static void preview_print(const struct import_preview *preview, FILE *out)
{
	for (int i = 0; i < IMPORT_JENIS_COUNT; i++) {
		const struct import_count *count = &preview->counts[i];
		if (count->is_present && preview->fault_count == 0) /* else nothing will change */
			(void)fprintf(out, "%-8.*s ditambah %d, diubah %d, diakhiri %d, tetap %d\n",
				      STR_ARG(import_lembar((enum import_jenis)i)), count->added,
				      count->changed, count->ended, count->same);
	}
	for (int i = 0; i < preview->note_count; i++)
		(void)fprintf(out, "%.*s: %.*s\n", STR_ARG(preview->notes[i].lembar),
			      STR_ARG(preview->notes[i].kalimat));
	for (int i = 0; i < preview->fault_count; i++) {
		const struct import_fault *fault = &preview->faults[i];
		(void)fprintf(out, "%.*s baris %d kolom %.*s \"%.*s\": %.*s\n",
			      STR_ARG(fault->lembar), fault->baris, STR_ARG(fault->column),
			      STR_ARG(fault->nilai), STR_ARG(fault->alasan));
	}
}

int import_cli(struct store *store, const struct import_order *order, FILE *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct running r = {.order = order};
	struct str hindrance = file_hindrance(mem, order->path);

	if (hindrance.len > 0) {
		(void)fprintf(out, "%.*s\n", STR_ARG(hindrance));
		return 2;
	}
	struct import_sitting sitting = {store, mem, order->kode, order->now, out};
	enum err err = import_terminal_begin(&r.at, &sitting);
	if (err)
		return 2;
	r.at.job.data_dir = order->data_dir;
	err = order->applies ? store_write(store, &r.at.instansi, work, &r)
			     : store_read(store, &r.at.instansi, work, &r);
	if (r.preview)
		preview_print(r.preview, out);
	int status = import_terminal_end(&r.at, err, "import", out);
	if (status == 0)
		(void)fprintf(out,
			      order->applies
				      ? "Tersimpan.\n"
				      : "Belum disimpan; tambahkan --terapkan untuk menyimpan.\n");
	return status;
}
