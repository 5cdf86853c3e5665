/* SPDX-License-Identifier: Apache-2.0 */
/* The agency meant on the command line, and who acts there. */
#include "import/import_terminal.h"

#include "generated/import_sql.h"

struct finding {
	struct import_terminal *at;
	const char *kode;
	int agency_count;
};

/* The agency asked for by its code, or the only one. */
static enum err agency_find(struct db *db, void *arg)
{
	struct finding *f = arg;
	struct import_agency agency;
	struct job job = f->at->job;

	job.db = db;
	CLEANUP(query_close) struct query *q = sql_import_instansi_all(&job);
	while (sql_import_instansi_all_next(q, job.mem, &agency)) {
		if (f->kode && !str_is(agency.kode, f->kode))
			continue;
		f->agency_count++;
		f->at->instansi = agency.instansi_id;
		f->at->actor.instansi_nama = agency.nama;
		if (!zona_parse(agency.zona, &f->at->actor.zona))
			f->at->actor.zona = ZONA_WIB;
	}
	return query_error(q);
}

static void actor_make(struct import_terminal *at, const struct import_sitting *sitting)
{
	at->actor.instansi_id = at->instansi;
	at->actor.nama = STR("Baris perintah");
	at->actor.is_signed_in = true;
	at->actor.scope_count = 1;
	at->actor.scopes[0] =
		(struct actor_scope){.peran = PERAN_ADMIN_KEPEGAWAIAN, .jalur = STR_NONE};
	problems_init(&at->faults, sitting->mem);
	at->job.actor = &at->actor;
	at->job.faults = &at->faults;
	at->job.now = sitting->now;
	at->job.today = date_of_time(sitting->now, at->actor.zona);
	at->job.request_id = STR("baris-perintah");
}

enum err import_terminal_begin(struct import_terminal *at, const struct import_sitting *sitting)
{
	struct finding finding = {at, sitting->kode, 0};

	*at = (struct import_terminal){.job.mem = sitting->mem};
	enum err err = store_read(sitting->store, NULL, agency_find, &finding);
	if (!err && finding.agency_count != 1) {
		(void)fprintf(sitting->out,
			      finding.agency_count
				      ? "Ada beberapa instansi: sebutkan dengan --instansi KODE.\n"
				      : "Instansi tidak ditemukan.\n");
		return ERR_NOT_FOUND;
	}
	if (err)
		(void)fprintf(sitting->out, "abdi: %s\n", err_told(err));
	actor_make(at, sitting);
	return err;
}

int import_terminal_end(const struct import_terminal *at, enum err err, const char *command,
			FILE *out)
{
	for (int i = 0; i < at->faults.count; i++)
		(void)fprintf(out, "%.*s\n", STR_ARG(at->faults.at[i].sentence));
	if (problems_any(&at->faults))
		return 1;
	if (err)
		(void)fprintf(out, "abdi %s: %s\n", command, err_told(err));
	return err ? 2 : 0;
}
