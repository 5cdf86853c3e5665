/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of what units achieved. */
#include "evaluation/evaluation.h"

#include "base/say.h"
#include "evaluation/capaian.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_make.h"
#include "evaluation/evaluation_pick_web.h"
#include "evaluation/evaluation_recap.h"
#include "evaluation/capaian_view.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/evaluation_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/unit_pick.h"

static struct str capaian_tag(enum capaian capaian)
{
	return capaian <= CAPAIAN_BAIK		    ? STR("ok")
	       : capaian == CAPAIAN_BUTUH_PERBAIKAN ? STR("wait")
						    : STR("bad");
}

/* What the list is narrowed to. */
struct saring {
	struct str periode, keadaan;
	struct id unit;
};
static const struct choice keadaan_at[] = {
	{.key = STR("belum"), .label = STR(SAID("Belum ditetapkan"))}};
static const struct choice_list keadaan_list = CHOICE_LIST(keadaan_at);
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {
	FIELD(CHOICE, periode, "Periode")
		FIELD(CHOICE, keadaan, "Keadaan", ONE_OF(keadaan_list), NONE("Semua"))
			FIELD(PICK, unit, "Unit", .finder = UNIT_FINDER, NOTE("(boleh kosong)"),
			      HINT("Sebagian namanya atau kodenya."))};
static const struct form_table saring_form = FORM_TABLE("capaian_saring", saring_fields);
#undef FORM_RECORD
#define SARING_AT(form, member) FORM_AT((form), struct saring, member)

static enum err read_filters(struct request *req, struct capaian_view *view,
			     struct capaian_span *span)
{
	struct job *job = request_job(req);
	struct form *form = &view->list.form;
	struct saring *saring = arena_new(job->mem, struct saring);
	struct unit *unit;
	enum err err;

	list_read(&view->list, req, &saring_form, saring);
	if ((err = evaluation_pick_in(job, form, SARING_AT(form, periode), &view->periode)) ||
	    (err = unit_pick(job, form, SARING_AT(form, unit), PERM_UNIT_ACHIEVEMENT)))
		return err;
	*span = (struct capaian_span){.tahun = view->periode.tahun,
				      .nomor = view->periode.nomor,
				      .is_unsaid = saring->keadaan.len > 0,
				      .after = list_after_id(&view->list)};
	if (id_is_none(&saring->unit))
		return ERR_OK;
	if (!(err = unit_load(job, &saring->unit, &unit)))
		span->within = unit->jalur;
	return err == ERR_NOT_FOUND ? ERR_OK : err; /* its fault stands by the field */
}

static void fill_page(struct arena *mem, const struct capaian_organisasi *list, int found,
		      struct capaian_view *view)
{
	int tahun = view->periode.tahun, nomor = view->periode.nomor;

	view->row_count = found < CAPAIAN_PAGE ? found : CAPAIAN_PAGE;
	view->row = arena_array(mem, struct capaian_row, view->row_count + 1);
	for (int i = 0; i < view->row_count; i++) {
		view->row[i].row = &list[i];
		view->row[i].tag = capaian_tag(list[i].predikat);
		view->row[i].url =
			str_format(mem, "/capaian/%.*s/%d/%d",
				   STR_ARG(id_str(mem, &list[i].unit.unit_id)), tahun, nomor);
	}
	if (found > CAPAIAN_PAGE)
		list_go_on(&view->list, id_str(mem, &list[CAPAIAN_PAGE - 1].unit.unit_id));
}

enum err capaian_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct capaian_organisasi *list;
	struct capaian_view view = {.row_count = 0};
	struct capaian_span span;
	struct shell shell;
	int found = 0;
	enum err err;

	if ((err = read_filters(req, &view, &span)) ||
	    (err = capaian_organisasi_list(job, &span, &list, &found)) ||
	    (err = capaian_organisasi_count(job, &span, &view.all)))
		return err;
	fill_page(job->mem, list, found, &view);
	shell_make(req, &shell, "/capaian");
	html_capaian_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

struct capaian_key {
	struct id unit_id;
	int tahun, nomor;
};

static enum err read_key(struct request *req, struct capaian_key *key)
{
	int64_t tahun = 0, nomor = 0;
	enum err err = request_id_param(req, "unit_id", &key->unit_id);

	if (err)
		return err;
	if (!str_parse_int(request_param(req, "tahun"), &tahun) ||
	    !str_parse_int(request_param(req, "nomor"), &nomor) || tahun < 0 || tahun > 9999 ||
	    nomor < 0 || nomor > 99)
		return ERR_NOT_FOUND;
	key->tahun = (int)tahun;
	key->nomor = (int)nomor;
	return ERR_OK;
}

/* "Triwulan IV 2026"; the number when the period is gone. */
static enum err periode_name(struct job *job, const struct capaian_key *key, struct str *out)
{
	struct periode periode;
	enum err err = evaluation_periode(job, key->tahun, key->nomor, &periode);

	*out = err ? str_format(job->mem, "%d-%d", key->tahun, key->nomor) : periode.nama;
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err edit_show(struct request *req, struct response *res, const struct capaian_key *key,
			  const struct capaian_edit *edit)
{
	struct job *job = request_job(req);
	struct capaian_edit view = *edit;
	struct shell shell;
	int status = view.form.conflict ? 409 : problems_any(job->faults) ? 422 : 200;
	enum err err = periode_name(job, key, &view.periode);

	if (err)
		return err;
	view.url = request_path(req);
	view.back = str_format(job->mem, "/capaian?periode=%d-%d", key->tahun, key->nomor);
	shell_make(req, &shell, "/capaian");
	html_capaian_edit(respond_html(res, status), &shell, &view, job->faults);
	return ERR_OK;
}

enum err capaian_edit_page(struct request *req, struct response *res)
{
	struct capaian_edit edit = {0};
	struct capaian_key key;
	enum err err;

	if ((err = read_key(req, &key)))
		return err;
	if ((err = capaian_organisasi_load(request_job(req), &key.unit_id, key.tahun, key.nomor,
					   &edit.capaian)))
		return err;
	form_make(&edit.form, request_job(req), &capaian_form, &edit.capaian);
	form_fill(&edit.form);
	return edit_show(req, res, &key, &edit);
}

/* What was sent of an achievement, and why it was refused. */
struct refused {
	struct capaian_key key;
	struct capaian_edit edit;
	enum err why;
};

/* What was typed, beside what is stored by now. */
static enum err draw_again(struct request *req, struct response *res, void *arg)
{
	struct refused *refused = arg;
	struct capaian_edit *edit = &refused->edit;
	const struct capaian_key *key = &refused->key;
	struct capaian_organisasi stored;
	enum err err = capaian_organisasi_load(request_job(req), &key->unit_id, key->tahun,
					       key->nomor, &stored);

	if (err)
		return err;
	edit->capaian.unit = stored.unit;
	edit->capaian.tetap = stored.tetap;
	edit->capaian.penetap_nama = stored.penetap_nama;
	if (refused->why == ERR_CONFLICT) {
		edit->form.conflict = conflict_make(request_mem(req), request_path(req));
		form_compare(&edit->form, &stored);
	}
	return edit_show(req, res, key, edit);
}

enum err capaian_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct refused *refused = arena_new(job->mem, struct refused);
	struct capaian_key *key = &refused->key;
	struct capaian_organisasi *capaian = &refused->edit.capaian;
	enum err err;

	if ((err = read_key(req, key)))
		return err;
	capaian->unit.unit_id = key->unit_id;
	form_make(&refused->edit.form, job, &capaian_form, capaian);
	form_read(&refused->edit.form, &source);
	err = capaian_organisasi_set(job, capaian, key->tahun, key->nomor);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		refused->why = err;
		respond_again(res, draw_again, refused);
	}
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Capaian %.*s ditetapkan: %.*s.",
				     STR_ARG(capaian->unit.nama),
				     STR_ARG(say(job->mem, capaian_label(capaian->predikat)))));
	return respond_see_other(
		res, str_format(job->mem, "/capaian?periode=%d-%d", key->tahun, key->nomor));
}
