/* SPDX-License-Identifier: Apache-2.0 */
/* One person moved or ended from the command line, by the form of the page. */
#include "import/import_cli.h"
#include "import/import_one_form.h"
#include "import/import_terminal.h"
#include "law/nip.h"
#include "org/org.h"

#include <string.h>

struct running {
	const struct import_one_order *order;
	struct import_terminal at;
	struct import_ask ask;
	struct pegawai *pegawai;
	bool is_unknown;
};

/* What was typed, by the names of the forms' fields. */
static bool typed(const void *from, const char *name, int n, struct str *out)
{
	const struct import_one_order *order = from;
	const struct {
		const char *name, *text;
	} fields[] = {{"kode_jabatan", order->kode_jabatan},
		      {"nip_penilai", order->nip_penilai},
		      {"tmt", order->hari},
		      {"berakhir", order->hari},
		      {"alasan", order->dasar},
		      {"dasar", order->dasar}};

	for (size_t i = 0; i < sizeof fields / sizeof *fields && n == 0; i++)
		if (strcmp(fields[i].name, name) == 0 && fields[i].text) {
			*out = str_from(fields[i].text);
			return true;
		}
	return false;
}

static enum err read_order(struct running *r)
{
	struct form_source source = {typed, r->order};
	struct form form;

	r->ask.deed = r->order->is_end ? IMPORT_END : IMPORT_MOVE;
	if (r->order->is_end)
		form_make(&form, &r->at.job, &import_akhir_form, &r->ask.akhir);
	else
		form_make(&form, &r->at.job, &import_pindah_form, &r->ask.pindah);
	form_read(&form, &source);
	return problems_any(&r->at.faults) ? ERR_INVALID : ERR_OK;
}

static enum err work(struct db *db, void *arg)
{
	struct running *r = arg;
	struct id id;
	enum err err;

	r->at.job.db = db;
	if ((err = pegawai_by_nip(&r->at.job, str_from(r->order->nip), &r->pegawai))) {
		r->is_unknown = err == ERR_NOT_FOUND;
		return err;
	}
	id = r->pegawai->pegawai_id;
	if ((err = read_order(r)) || (err = import_one(&r->at.job, &id, &r->ask)))
		return err;
	return pegawai_load(&r->at.job, &id, &r->pegawai);
}

static void tell(const struct running *r, FILE *out)
{
	const struct pegawai *p = r->pegawai;
	struct arena *mem = r->at.job.mem;

	(void)fprintf(out, "%.*s, NIP %.*s: ", STR_ARG(p->nama), STR_ARG(nip_display(mem, p->nip)));
	if (r->order->is_end)
		(void)fprintf(out, "hari terakhir di sini %.*s.\n",
			      STR_ARG(date_long(mem, p->berakhir)));
	else
		(void)fprintf(out, "%.*s di %.*s sejak %.*s.\n", STR_ARG(p->jabatan_nama),
			      STR_ARG(p->unit_nama), STR_ARG(date_long(mem, p->tmt)));
	(void)fprintf(out, "Tersimpan.\n");
}

int import_one_cli(struct store *store, const struct import_one_order *order, FILE *out)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct import_sitting sitting = {store, mem, order->kode, order->now, out};
	struct running r = {.order = order};
	enum err err = import_terminal_begin(&r.at, &sitting);

	if (err)
		return 2;
	err = store_write(store, &r.at.instansi, work, &r);
	if (r.is_unknown) {
		(void)fprintf(out, "Tidak ada pegawai dengan NIP itu.\n");
		return 1;
	}
	int status = import_terminal_end(&r.at, err, "pegawai", out);
	if (status == 0)
		tell(&r, out);
	return status;
}
