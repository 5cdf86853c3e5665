/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of people and units. */
#include "generated/routes.h"
#include "base/json.h"
#include "base/say.h"
#include "generated/org_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/jenis_asn.h"
#include "law/nip.h"
#include "org/browse.h"
#include "org/org_view.h"
#include "org/unit_names.h"
#include "org/unit_pick.h"

/* Empty for who may not open it: a page offers what opens. */
static struct str pegawai_url(const struct job *job, const struct pegawai *pegawai)
{
	struct str text = id_str(job->mem, &pegawai->pegawai_id);

	if (!pegawai_may_show(job, pegawai))
		return STR_NONE;
	return str_format(job->mem, "/pegawai/%.*s", STR_ARG(text));
}

static struct pegawai_item *items_make(const struct job *job, const struct pegawai *pegawai,
				       int count)
{
	struct pegawai_item *items = arena_array(job->mem, struct pegawai_item, count + 1);

	for (int i = 0; i < count; i++)
		items[i] = (struct pegawai_item){.pegawai = &pegawai[i],
						 .url = pegawai_url(job, &pegawai[i]),
						 .nip = nip_display(job->mem, pegawai[i].nip)};
	return items;
}

enum err pegawai_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct pegawai_list_view view = {.item_count = 0};
	struct pegawai_filter filter = {.cari = STR_NONE};
	struct form *form = &view.list.form;
	struct pegawai *pegawai;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &pegawai_filter_form, &filter);
	if ((err = unit_pick(job, form, FORM_AT(form, struct pegawai_filter, unit),
			     PERM_ORG_READ)) ||
	    (err = pegawai_browse(job, &filter.unit, filter.cari, view.list.ask.after, &pegawai,
				  &view.item_count)))
		return err;
	view.items = items_make(job, pegawai, view.item_count);
	if (view.item_count == PEGAWAI_PAGE)
		list_go_on(&view.list, pegawai[view.item_count - 1].nip);
	shell_make(req, &shell, "/pegawai");
	html_pegawai_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static struct str kelompok_label(struct str kelompok)
{
	if (str_is(kelompok, "jpt"))
		return STR("Jabatan Pimpinan Tinggi");
	if (str_is(kelompok, "administrator"))
		return STR("Administrator");
	if (str_is(kelompok, "pengawas"))
		return STR("Pengawas");
	return str_is(kelompok, "jf") ? STR("Jabatan Fungsional") : STR("Pelaksana");
}

/* "III/c, Penata"; the second may be missing. */
static struct str with_more(struct arena *mem, struct str first, struct str more)
{
	return first.len && more.len ? str_format(mem, "%.*s, %.*s", STR_ARG(first), STR_ARG(more))
				     : first;
}

static enum err penilai_fill(struct job *job, struct pegawai_view *view)
{
	struct pegawai *penilai;
	enum err err;

	if (id_is_none(&view->pegawai->penilai_id))
		return ERR_OK;
	if ((err = pegawai_load(job, &view->pegawai->penilai_id, &penilai)))
		return err;
	view->penilai = penilai;
	view->penilai_url = pegawai_url(job, penilai);
	view->penilai_nip = nip_display(job->mem, penilai->nip);
	return ERR_OK;
}

enum err pegawai_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct pegawai_view view = {0};
	struct pegawai *pegawai, *bawahan;
	struct jabatan *jabatan;
	struct shell shell;
	struct id id;
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", &id)) ||
	    (err = pegawai_show(job, &id, &pegawai)) ||
	    (err = jabatan_load(job, &pegawai->jabatan_id, &jabatan)) ||
	    (err = pegawai_list_bawahan(job, &id, &bawahan, &view.bawahan_count)))
		return err;
	view.pegawai = pegawai;
	view.jabatan = jabatan;
	view.nip = nip_display(job->mem, pegawai->nip);
	view.jenis_label = say(job->mem, jenis_asn_label(pegawai->jenis));
	view.golongan = with_more(job->mem, pegawai->golongan, pegawai->pangkat);
	view.kelompok_label = with_more(job->mem, say(job->mem, kelompok_label(jabatan->kelompok)),
					jabatan->jenjang);
	view.bawahan = items_make(job, bawahan, view.bawahan_count);
	if (access_may(job->actor, PERM_ORG_IMPORT))
		view.mutasi_url =
			str_format(job->mem, "/impor/pegawai/%.*s", STR_ARG(id_str(job->mem, &id)));
	if ((err = penilai_fill(job, &view)))
		return err;
	/* cppcheck-suppress constStatement ; it takes this call for a list */
	shell_make(req, &shell, "/pegawai");
	html_pegawai_show(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

static struct unit_item unit_item_make(struct arena *mem, const struct unit *unit)
{
	struct str id = id_str(mem, &unit->unit_id);

	return (struct unit_item){unit, str_format(mem, "/unit?unit=%.*s", STR_ARG(id)),
				  str_format(mem, "/pegawai?unit=%.*s", STR_ARG(id))};
}

#define UNIT_DEPTH_MAX 16

/* The units above, as far as the reader may see them. */
static enum err above_fill(struct job *job, struct unit_view *view)
{
	const struct unit *unit = view->here.unit;
	struct unit_item up[UNIT_DEPTH_MAX];
	struct unit *above;
	int count = 0;
	enum err err;

	while (!id_is_none(&unit->induk_id) && count < UNIT_DEPTH_MAX) {
		if ((err = unit_show(job, &unit->induk_id, &above)))
			break; /* out of what the reader may see */
		up[count++] = unit_item_make(job->mem, unit = above);
	}
	view->above = arena_array(job->mem, struct unit_item, UNIT_DEPTH_MAX);
	while (count > 0)
		view->above[view->above_count++] = up[--count];
	return ERR_OK;
}

static enum err unit_fill(struct job *job, struct unit_view *view, const struct id *unit_id)
{
	struct id after = list_after_id(&view->list);
	struct unit *unit, *below;
	enum err err;

	if ((err = unit_show(job, unit_id, &unit)) ||
	    (err = unit_list_below(job, unit, &after, &below, &view->below_count)))
		return err;
	view->here = unit_item_make(job->mem, unit);
	view->below = arena_array(job->mem, struct unit_item, UNIT_PAGE);
	for (int i = 0; i < view->below_count; i++)
		view->below[i] = unit_item_make(job->mem, &below[i]);
	if (view->below_count == UNIT_PAGE)
		list_go_on(&view->list, id_str(job->mem, &below[UNIT_PAGE - 1].unit_id));
	return above_fill(job, view);
}

enum err unit_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct unit_view view = {.below_count = 0};
	struct unit_filter filter = {{{0}}};
	struct form *form = &view.list.form;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &unit_filter_form, &filter);
	if ((err = unit_pick(job, form, FORM_AT(form, struct unit_filter, unit), PERM_ORG_READ)) ||
	    (err = unit_fill(job, &view, &filter.unit)))
		return err;
	shell_make(req, &shell, "/pegawai");
	html_unit_show(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* Names that complete what somebody types, for a script. */
enum err unit_pick_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct unit *units;
	struct json json;
	int count;
	enum err err =
		unit_names_find(job, request_query(req, "kata"), PERM_ORG_READ, &units, &count);

	if (err)
		return err;
	json_init(&json, respond_json(res, 200));
	json_open_array(&json);
	for (int i = 0; i < count && i < FORM_PICK_MOST; i++)
		json_text(&json, unit_name_make(job->mem, &units[i]));
	json_close_array(&json);
	return ERR_OK;
}
