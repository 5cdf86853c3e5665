/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a file, prints what it would do, and does it where that was asked. */
#include "import/import_cli.h"

#include "base/file.h"
#include "generated/import_sql.h"
#include "import/import.h"
#include "law/access.h"

struct running {
	const struct import_order *order;
	struct job job;
	struct actor actor;
	struct problems faults;
	struct id instansi;
	int agency_count;
	struct import_preview *preview;
};

/* The agency asked for by its code, or the only one. */
static enum err agency_find(struct db *db, void *arg)
{
	struct running *r = arg;
	struct import_agency agency;

	r->job.db = db;
	CLEANUP(query_close) struct query *q = sql_import_instansi_all(&r->job);
	while (sql_import_instansi_all_next(q, r->job.mem, &agency)) {
		if (r->order->kode && !str_is(agency.kode, r->order->kode))
			continue;
		r->agency_count++;
		r->instansi = agency.instansi_id;
		r->actor.instansi_nama = agency.nama;
		if (!zona_parse(agency.zona, &r->actor.zona))
			r->actor.zona = ZONA_WIB;
	}
	return query_error(q);
}

/* Whoever may run this program on the server acts as the personnel officer. */
static void actor_make(struct running *r, struct arena *mem)
{
	r->actor.instansi_id = r->instansi;
	r->actor.nama = STR("Baris perintah");
	r->actor.is_signed_in = true;
	r->actor.scope_count = 1;
	r->actor.scopes[0] =
		(struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN, .jalur = STR_NONE};
	problems_init(&r->faults, mem);
	r->job.actor = &r->actor;
	r->job.faults = &r->faults;
	r->job.now = r->order->now;
	r->job.today = date_of_time(r->order->now, r->actor.zona);
	r->job.request_id = STR("baris-perintah");
	r->job.data_dir = r->order->data_dir;
}

static enum err work(struct db *db, void *arg)
{
	struct running *r = arg;
	struct import_file *file;
	enum err err;

	r->job.db = db;
	if ((err = import_read(&r->job, r->order->path, &file)))
		return err;
	struct import_wish wish = {.ends = r->order->ends, .alasan = str_from(r->order->alasan)};
	return r->order->applies ? import_apply(&r->job, file, &wish, &r->preview)
				 : import_preview(&r->job, file, &wish, &r->preview);
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
	struct running r = {.order = order, .job = {.mem = mem}};
	struct str hindrance = file_hindrance(mem, order->path);
	enum err err;

	if (hindrance.len > 0) {
		(void)fprintf(out, "%.*s\n", STR_ARG(hindrance));
		return 2;
	}
	err = store_read(store, NULL, agency_find, &r);
	if (!err && r.agency_count != 1) {
		(void)fprintf(out,
			      r.agency_count
				      ? "Ada beberapa instansi: sebutkan dengan --instansi KODE.\n"
				      : "Instansi tidak ditemukan.\n");
		return 2;
	}
	actor_make(&r, mem);
	if (!err)
		err = order->applies ? store_write(store, &r.instansi, work, &r)
				     : store_read(store, &r.instansi, work, &r);
	if (r.preview)
		preview_print(r.preview, out);
	for (int i = 0; i < r.faults.count; i++)
		(void)fprintf(out, "%.*s\n", STR_ARG(r.faults.at[i].sentence));
	if (problems_any(&r.faults))
		return 1;
	if (err) {
		(void)fprintf(out, "abdi import: %s\n", err_told(err));
		return 2;
	}
	(void)fprintf(out, order->applies
				   ? "Tersimpan.\n"
				   : "Belum disimpan; tambahkan --terapkan untuk menyimpan.\n");
	return 0;
}
