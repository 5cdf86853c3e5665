/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of keys: the own ones, and those of the agency; making one shows it once. */
#include "api/api_key_view.h"
#include "base/say.h"
#include "form/form_web.h"
#include "generated/routes.h"
#include "generated/api_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/unit_pick.h"

static struct str scopes_in_words(struct arena *mem, api_scopes scopes)
{
	struct buf out;

	buf_init(&out, mem);
	for (int scope = SCOPE_NONE + 1; scope < SCOPE_COUNT; scope++) {
		if (!api_scopes_have(scopes, (enum api_scope)scope))
			continue;
		if (out.len > 0)
			buf_add_cstr(&out, ", ");
		buf_add(&out, say(mem, str_from(api_scope_label((enum api_scope)scope))));
	}
	return buf_str(&out);
}

static struct str state_of(struct arena *mem, const struct api_key *key)
{
	if (key->is_open)
		return SAY(mem, "Berlaku");
	return key->dicabut_at != 0 ? SAY(mem, "Dicabut") : SAY(mem, "Berakhir");
}

static void items_fill(struct job *job, struct api_key_view *view, const struct api_key *keys,
		       int count)
{
	struct arena *mem = job->mem;

	view->items = arena_array(mem, struct api_key_item, count + 1);
	view->count = count;
	for (int i = 0; i < count; i++) {
		const struct api_key *key = &keys[i];
		struct date made = date_of_time(key->created_at, job->actor->zona);
		view->items[i] = (struct api_key_item){
			.key = key,
			.state = state_of(mem, key),
			.made = date_long(mem, made),
			.last = date_long(mem, key->berakhir),
			.used = date_is_none(key->dipakai) ? STR_NONE
							   : date_long(mem, key->dipakai),
			.scopes = scopes_in_words(mem, key->cakupan),
			.url_revoke = str_format(mem, "%.*s/%.*s/cabut", STR_ARG(view->action),
						 STR_ARG(id_str(mem, &key->kunci_id))),
		};
	}
}

static void choices_fill(struct arena *mem, struct api_key_view *view, enum api_holder holder,
			 api_scopes chosen)
{
	view->choice_count = 0;
	for (int i = SCOPE_NONE + 1; i < SCOPE_COUNT; i++) {
		enum api_scope scope = (enum api_scope)i;
		if (api_scope_fits(scope, holder))
			view->choices[view->choice_count++] = (struct api_scope_choice){
				.key = str_from(api_scope_key(scope)),
				.label = say(mem, str_from(api_scope_label(scope))),
				.is_chosen = api_scopes_have(chosen, scope)};
	}
}

static enum err own_keys(struct job *job, struct api_key_view *view)
{
	struct api_key *keys;
	int count;
	enum err err = api_key_list_own(job, &keys, &count);

	if (!err)
		items_fill(job, view, keys, count);
	return err;
}

/* Every key of the agency: a list that nothing narrows. */
static enum err all_keys(struct request *req, struct api_key_view *view)
{
	static const struct form_table no_filter = {.name = "kunci_sistem_saring"};
	struct job *job = request_job(req);
	struct api_key *keys;
	int count;

	list_read(&view->list, req, &no_filter, NULL);
	struct id after = list_after_id(&view->list);
	enum err err = api_key_list_all(job, &after, &keys, &count);
	if (err)
		return err;
	items_fill(job, view, keys, count);
	if (count == API_KEY_PAGE)
		list_go_on(&view->list, id_str(job->mem, &keys[count - 1].kunci_id));
	return ERR_OK;
}

/* How long a key may last is the agency's to set. */
static enum err hint_fill(struct request *req, struct api_key_view *view)
{
	struct job *job = request_job(req);
	struct form *form = &view->form;
	int days, at = FORM_AT(form, struct api_key, berakhir);
	enum err err = api_key_days(job, view->is_system ? HOLDER_SISTEM : HOLDER_ORANG, &days);

	form->cells[at].hint = say_format(job->mem, "Paling lama %d hari lagi.", days);
	return err;
}

/* The page with the form as it stands in view. */
static enum err show(struct request *req, struct response *res, struct api_key_view *view,
		     int status)
{
	struct shell shell;
	enum err err = view->is_system ? all_keys(req, view) : own_keys(request_job(req), view);

	if (err || (err = hint_fill(req, view)))
		return err;
	shell_make(req, &shell, str_cstr(request_mem(req), view->action));
	if (view->list.is_lost)
		status = list_status(&view->list);
	html_api_key_list(respond_html(res, status), &shell, view, request_job(req)->faults);
	return ERR_OK;
}

static void view_make(struct request *req, struct api_key_view *view, struct api_key *key)
{
	bool is_system = key->holder == HOLDER_SISTEM;

	*view = (struct api_key_view){.is_system = is_system,
				      .action = is_system ? STR("/kunci-sistem") : STR("/kunci")};
	form_make(&view->form, request_job(req),
		  is_system ? &api_key_system_form : &api_key_own_form, key);
}

static enum err page(struct request *req, struct response *res, enum api_holder holder)
{
	struct api_key key = {.holder = holder};
	struct api_key_view view;

	view_make(req, &view, &key);
	choices_fill(request_job(req)->mem, &view, holder, 0);
	return show(req, res, &view, 200);
}

enum err api_key_own_page(struct request *req, struct response *res)
{
	return page(req, res, HOLDER_ORANG);
}

enum err api_key_all_page(struct request *req, struct response *res)
{
	return page(req, res, HOLDER_SISTEM);
}

static api_scopes read_scopes(struct request *req, const struct api_key_view *view)
{
	struct choice offered[SCOPE_COUNT];
	struct choice_list list = {offered, view->choice_count};
	struct field field = {.name = "cakupan",
			      .label = STR(SAID("Yang boleh dilakukan")),
			      .choices = &list,
			      .most = SCOPE_COUNT};
	api_scopes scopes = 0;
	struct str *words;

	for (int i = 0; i < view->choice_count; i++)
		offered[i] = (struct choice){.key = view->choices[i].key};
	int count = form_ticked(req, &field, &words);
	for (int i = 0; i < count; i++)
		scopes |= api_scopes_parse(words[i]);
	return scopes;
}

/* Shown now and never again: asked for once more with the same form, only the list is answered. */
static enum err show_made(struct request *req, struct response *res, const struct api_key *key,
			  struct str secret)
{
	struct api_key_view view;
	struct shell shell;

	view_make(req, &view, &(struct api_key){.holder = key->holder});
	shell_make(req, &shell, str_cstr(request_mem(req), view.action));
	html_api_key_made(respond_html(res, 201), &shell, view.action, key, secret);
	respond_header(res, "Location", view.action);
	respond_header(res, "Cache-Control", STR("no-store"));
	respond_note(res,
		     STR("Kunci sudah dibuat. Isinya hanya tampil satu kali; bila tidak sempat "
			 "disalin, cabut lalu buat lagi."));
	return ERR_OK;
}

static enum err pick_unit(struct job *job, struct form *form)
{
	return unit_pick(job, form, FORM_AT(form, struct api_key, unit_id), PERM_API_MANAGE);
}

static enum err show_again(struct request *req, struct response *res, void *view)
{
	return show(req, res, view, 422);
}

static enum err send(struct request *req, struct response *res, enum api_holder holder)
{
	struct job *job = request_job(req);
	struct api_key *key = arena_new(job->mem, struct api_key);
	struct form_source source = form_from_body(req);
	struct api_key_view *view = arena_new(job->mem, struct api_key_view);
	struct str secret;

	key->holder = holder;
	view_make(req, view, key);
	form_read(&view->form, &source);
	choices_fill(job->mem, view, holder, 0);
	key->cakupan = read_scopes(req, view);
	enum err err = holder == HOLDER_SISTEM ? pick_unit(job, &view->form) : ERR_OK;
	if (!err)
		err = api_key_make(job, key, &secret);
	if (err == ERR_INVALID) {
		choices_fill(job->mem, view, holder, key->cakupan);
		respond_again(res, show_again, view);
	}
	return err ? err : show_made(req, res, key, secret);
}

enum err api_key_own_send(struct request *req, struct response *res)
{
	return send(req, res, HOLDER_ORANG);
}

enum err api_key_system_send(struct request *req, struct response *res)
{
	return send(req, res, HOLDER_SISTEM);
}

static enum err revoke(struct request *req, struct response *res, struct str back)
{
	struct id kunci_id;
	enum err err;

	if ((err = request_id_param(req, "kunci_id", &kunci_id)) ||
	    (err = api_key_revoke(request_job(req), &kunci_id)))
		return err;
	respond_note(res, STR("Kunci sudah dicabut."));
	return respond_see_other(res, back);
}

enum err api_key_own_revoke_send(struct request *req, struct response *res)
{
	return revoke(req, res, STR("/kunci"));
}

enum err api_key_revoke_send(struct request *req, struct response *res)
{
	return revoke(req, res, STR("/kunci-sistem"));
}
