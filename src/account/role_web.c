/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of roles and of other people's accounts. */
#include "account/account.h"
#include "account/account_form.h"
#include "account/activation.h"
#include "account/role_view.h"
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/nip.h"
#include "org/unit_pick.h"

#define SEARCH_MAX 100

static struct str person_url(struct arena *mem, const struct id *akun_id)
{
	return str_format(mem, "/peran/%.*s", STR_ARG(id_str(mem, akun_id)));
}

/* "Plt., 1 November 2026 sampai 31 Desember 2026", as far as there is something to say. */
static struct str term_of(struct arena *mem, const struct role *role)
{
	struct buf out;

	buf_init(&out, mem);
	if (role->penugasan != PENUGASAN_DEFINITIF)
		buf_add(&out, say(mem, penugasan_label(role->penugasan)));
	if (!date_is_none(role->mulai)) {
		buf_add(&out, out.len > 0 ? SAY(mem, ", sejak ") : SAY(mem, "sejak "));
		buf_add(&out, say_date(mem, role->mulai));
	}
	if (!date_is_none(role->sampai)) {
		buf_add(&out, out.len > 0 ? SAY(mem, " sampai ") : SAY(mem, "sampai "));
		buf_add(&out, say_date(mem, role->sampai));
	}
	return buf_str(&out);
}

static struct role_item *roles_make(struct job *job, const struct role_person *person)
{
	struct role_item *items =
		arena_array(job->mem, struct role_item, (size_t)person->role_count + 1);

	for (int i = 0; i < person->role_count; i++) {
		const struct role *role = &person->roles[i];
		items[i] = (struct role_item){
			.role = role,
			.peran = peran_key(role->peran),
			.unit_id = id_str(job->mem, &role->unit_id),
			.label = say(job->mem, peran_label(role->peran)),
			.scope = role->is_whole_agency ? SAY(job->mem, "seluruh instansi")
						       : role->unit_nama,
			.term = term_of(job->mem, role),
			.is_held = role_is_held(role, job->today),
		};
	}
	return items;
}

struct role_filter {
	struct str cari;
};
#define FORM_RECORD struct role_filter
static const struct field filters[] = {
	FIELD(SEARCH, cari, "Cari nama", .most = SEARCH_MAX,
	      HINT("Cari siapa saja yang punya akun, untuk memberi peran, membuat kode aktivasi "
		   "baru, atau mengunci."))};
static const struct form_table filter_form = FORM_TABLE("peran", filters);

enum err role_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct role_list_view view = {.count = 0};
	struct role_filter filter;
	struct role_page page;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &filter_form, &filter);
	if ((err = role_browse(job, filter.cari, view.list.ask.after, &page)))
		return err;
	view.count = page.count;
	view.items = arena_array(job->mem, struct role_person_item, (size_t)page.count + 1);
	for (int i = 0; i < page.count; i++)
		view.items[i] = (struct role_person_item){
			.person = &page.people[i],
			.url = person_url(job->mem, &page.people[i].akun_id),
			.roles = roles_make(job, &page.people[i])};
	if (page.next.len > 0)
		list_go_on(&view.list, page.next);
	shell_make(req, &shell, "/peran");
	html_role_list(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

/* --- one account --- */

static void perans_choose(struct form *form)
{
	struct choice *choices = arena_array(form->mem, struct choice, PERAN_COUNT);
	int count = 0;

	for (enum peran peran = 0; peran < PERAN_COUNT; peran++)
		if (peran_is_given(peran))
			choices[count++] =
				(struct choice){.key = peran_key(peran),
						.label = say(form->mem, peran_label(peran))};
	form_choose(form, FORM_AT(form, struct role_form, peran), choices, count);
}

static void penugasans_choose(struct form *form)
{
	struct choice *choices = arena_array(form->mem, struct choice, PENUGASAN_COUNT);

	for (enum penugasan penugasan = 0; penugasan < PENUGASAN_COUNT; penugasan++)
		choices[penugasan] =
			(struct choice){.key = penugasan_key(penugasan),
					.label = say(form->mem, penugasan_label(penugasan))};
	form_choose(form, FORM_AT(form, struct role_form, penugasan), choices, PENUGASAN_COUNT);
}

/* The form that gives a role, empty. */
static void give_make(struct job *job, struct role_person_view *view)
{
	view->role.penugasan = penugasan_key(PENUGASAN_DEFINITIF);
	form_make(&view->form, job, &role_give_form, &view->role);
	perans_choose(&view->form);
	penugasans_choose(&view->form);
	form_fill(&view->form);
}

static void roles_fill(struct job *job, struct role_person_view *view)
{
	bool is_ending = str_is(view->deed, "akhiri");

	view->roles = roles_make(job, view->person);
	for (int i = 0; i < view->person->role_count; i++)
		view->roles[i].is_ending =
			is_ending && str_equal(view->role.peran, view->roles[i].peran) &&
			id_equal(&view->role.unit, &view->roles[i].role->unit_id);
}

static enum err person_page(struct request *req, struct response *res,
			    struct role_person_view *view, int status)
{
	struct job *job = request_job(req);
	struct role_person *person = arena_new(job->mem, struct role_person);
	struct shell shell;
	struct id akun_id;
	enum err err;

	if ((err = request_id_param(req, "akun_id", &akun_id)) ||
	    (err = role_show(job, &akun_id, person)))
		return err;
	view->person = person;
	view->nip = nip_display(job->mem, person->nip);
	view->action = person_url(job->mem, &akun_id);
	view->is_self = id_equal(&akun_id, &job->actor->akun_id);
	roles_fill(job, view);
	if (!view->form.table)
		give_make(job, view);
	shell_make(req, &shell, "/peran");
	html_role_person(respond_html(res, status), &shell, view, job->faults);
	return ERR_OK;
}

enum err role_person_page(struct request *req, struct response *res)
{
	struct role_person_view view = {.deed = STR_NONE};

	return person_page(req, res, &view, 200);
}

static enum err person_again(struct request *req, struct response *res, void *view)
{
	return person_page(req, res, view, 422);
}

static struct role_person_view *view_new(struct request *req, const char *deed)
{
	struct role_person_view *view = arena_new(request_mem(req), struct role_person_view);

	view->deed = str_from(deed);
	return view;
}

/* What a deed came to: its page again with the faults, or back to the person with a note. */
static enum err conclude(struct request *req, struct response *res, struct role_person_view *view,
			 enum err err, struct str note)
{
	struct id akun_id;

	if (err == ERR_INVALID)
		respond_again(res, person_again, view);
	if (err || (err = request_id_param(req, "akun_id", &akun_id)))
		return err;
	respond_note(res, note);
	return respond_see_other(res, person_url(request_mem(req), &akun_id));
}

enum err role_give_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_body(req);
	struct role_person_view *view = view_new(req, "beri");
	struct form *form = &view->form;
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	give_make(job, view);
	form_read(form, &source);
	view->alasan = view->role.alasan;
	if (!err)
		err = unit_pick(job, form, FORM_AT(form, struct role_form, unit),
				PERM_ACCOUNT_MANAGE);
	if (!err)
		err = role_give(job, &akun_id, &view->role);
	return conclude(req, res, view, err,
			SAY(request_mem(req), "Peran sudah diberikan dan langsung berlaku."));
}

/* Reads the smaller forms of the page, each into its own record. */
static void read(struct request *req, const struct form_table *table, void *record)
{
	struct form_source source = form_from_body(req);
	struct form form;

	form_make(&form, request_job(req), table, record);
	form_read(&form, &source);
}

enum err role_end_send(struct request *req, struct response *res)
{
	struct role_person_view *view = view_new(req, "akhiri");
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	read(req, &role_end_form, &view->role);
	view->alasan = view->role.alasan;
	if (!err)
		err = role_end(request_job(req), &akun_id, &view->role);
	return conclude(req, res, view, err, SAY(request_mem(req), "Peran sudah diakhiri."));
}

enum err account_lock_send(struct request *req, struct response *res)
{
	struct role_person_view *view = view_new(req, "kunci");
	struct akun_isian isian = {.alasan = STR_NONE};
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	read(req, &lock_form, &isian);
	bool is_locked = str_is(isian.keadaan, "kunci");
	view->alasan = isian.alasan;
	if (!err)
		err = account_lock(request_job(req), &akun_id, is_locked, isian.alasan);
	return conclude(req, res, view, err,
			is_locked ? SAY(request_mem(req), "Akun sudah dikunci.")
				  : SAY(request_mem(req), "Kunci akun sudah dibuka."));
}

/* The code stands on the answer itself: a note or another page would have to keep it somewhere. */
enum err account_code_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct role_person_view *view = view_new(req, "kode");
	struct akun_isian isian = {.alasan = STR_NONE};
	struct role_person person;
	struct shell shell;
	struct id akun_id;
	struct str code;
	enum err err;

	if ((err = request_id_param(req, "akun_id", &akun_id)))
		return err;
	read(req, &code_form, &isian);
	view->alasan = isian.alasan;
	err = account_renew_code(job, &akun_id, isian.alasan, &code);
	if (err == ERR_INVALID)
		respond_again(res, person_again, view);
	if (err || (err = role_show(job, &akun_id, &person)))
		return err;
	shell_make(req, &shell, "/peran");
	respond_header(res, "Cache-Control", STR("no-store"));
	html_account_code(respond_html(res, 200), &shell, &person, code,
			  date_add_days(job->today, CODE_DAYS), person_url(job->mem, &akun_id));
	return ERR_OK;
}
