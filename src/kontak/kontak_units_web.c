/* SPDX-License-Identifier: Apache-2.0 */
/* Reads which units a list shows, and where it goes on. */
#include "kontak/kontak_units_web.h"

#include "kontak/kontak_form.h"

/* The code that a page ended with may have gone since: then the list begins again. */
static enum err load(struct job *job, struct kontak_cari *which, struct kontak_units *out)
{
	enum err err;

	which->sesudah = out->list.ask.after;
	which->most = RECORDS_LIMIT_MAX + 1;
	err = kontak_units(job, which, &out->units, &out->count);
	if (err || out->count > 0 || which->sesudah.len == 0)
		return err;
	list_begin_again(&out->list);
	which->sesudah = STR_NONE;
	return kontak_units(job, which, &out->units, &out->count);
}

enum err kontak_units_read(struct request *req, const struct id *induk_id, struct str jalur,
			   struct kontak_units *out)
{
	static const struct form_table no_filter = {.name = "bagian_saring"};
	struct kontak_cari *which = arena_new(request_mem(req), struct kontak_cari);
	enum err err;

	list_read(&out->list, req, id_is_none(induk_id) ? &kontak_cari_form : &no_filter, which);
	which->induk_id = *induk_id;
	which->jalur = jalur;
	if ((err = load(request_job(req), which, out)) || out->count <= RECORDS_LIMIT_MAX)
		return err;
	out->count = RECORDS_LIMIT_MAX;
	list_go_on(&out->list, out->units[out->count - 1].kode);
	return ERR_OK;
}
