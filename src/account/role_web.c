/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of roles and of other people's accounts. */
#include "account/account.h"
#include "account/activation.h"
#include "account/role_view.h"
#include "base/say.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/form.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/nip.h"
#include "org/org.h"

#include <string.h>

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
	struct role_person *people;
	struct id after = {{0}};
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &filter_form, &filter);
	if (view.list.after.len > 0 && !id_parse(view.list.after, &after))
		return ERR_NOT_FOUND;
	if ((err = role_browse(job, filter.cari, &after, &people, &view.count)))
		return err;
	view.items = arena_array(job->mem, struct role_person_item, ROLE_PAGE);
	for (int i = 0; i < view.count; i++)
		view.items[i] =
			(struct role_person_item){.person = &people[i],
						  .url = person_url(job->mem, &people[i].akun_id),
						  .roles = roles_make(job, &people[i])};
	if (view.count == ROLE_PAGE)
		list_go_on(&view.list, id_str(job->mem, &people[view.count - 1].akun_id));
	shell_make(req, &shell, "/peran");
	html_role_list(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

static void choice_add(struct role_choice *choices, int *count, struct str key, struct str label)
{
	choices[(*count)++] = (struct role_choice){.value = key, .label = label};
}

static void mark_chosen(struct role_choice *choices, int count, struct str value)
{
	for (int i = 0; i < count; i++)
		choices[i].is_chosen = str_equal(choices[i].value, value);
}

static void perans_fill(struct arena *mem, struct role_person_view *view)
{
	view->perans = arena_array(mem, struct role_choice, PERAN_COUNT);
	for (enum peran peran = 0; peran < PERAN_COUNT; peran++)
		if (peran_is_given(peran))
			choice_add(view->perans, &view->peran_count, peran_key(peran),
				   say(mem, peran_label(peran)));
	mark_chosen(view->perans, view->peran_count, view->form.peran);
	view->penugasans = arena_array(mem, struct role_choice, PENUGASAN_COUNT);
	for (enum penugasan penugasan = 0; penugasan < PENUGASAN_COUNT; penugasan++)
		choice_add(view->penugasans, &view->penugasan_count, penugasan_key(penugasan),
			   say(mem, penugasan_label(penugasan)));
	mark_chosen(view->penugasans, PENUGASAN_COUNT,
		    view->form.penugasan.len > 0 ? view->form.penugasan
						 : penugasan_key(PENUGASAN_DEFINITIF));
}

static int depth_of(struct str jalur)
{
	int depth = -2; /* "/1/" is the top */

	for (size_t i = 0; i < jalur.len; i++)
		depth += jalur.at[i] == '/';
	return depth;
}

/* Indented by two wide spaces a level; the top stands for the whole agency. */
static enum err units_fill(struct job *job, struct role_person_view *view)
{
	struct unit *units;
	enum err err = unit_list(job, STR_NONE, &units, &view->unit_count);

	if (err)
		return err;
	view->units = arena_array(job->mem, struct role_choice, (size_t)view->unit_count + 1);
	for (int i = 0; i < view->unit_count; i++) {
		struct buf label;
		buf_init(&label, job->mem);
		for (int depth = depth_of(units[i].jalur); depth > 0; depth--)
			buf_add_cstr(&label, "\xE2\x80\x83");
		buf_add(&label, units[i].nama);
		if (id_is_none(&units[i].induk_id))
			buf_add(&label, SAY(job->mem, " (seluruh instansi)"));
		view->units[i] = (struct role_choice){.value = id_str(job->mem, &units[i].unit_id),
						      .label = buf_str(&label)};
	}
	mark_chosen(view->units, view->unit_count, view->form.unit);
	return ERR_OK;
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
	    (err = role_show(job, &akun_id, person)) || (err = units_fill(job, view)))
		return err;
	view->person = person;
	view->nip = nip_display(job->mem, person->nip);
	view->action = person_url(job->mem, &akun_id);
	view->roles = roles_make(job, person);
	view->is_self = id_equal(&akun_id, &job->actor->akun_id);
	perans_fill(job->mem, view);
	shell_make(req, &shell, "/peran");
	html_role_person(respond_html(res, status), &shell, view, job->faults);
	return status == 422 ? ERR_INVALID : ERR_OK;
}

enum err role_person_page(struct request *req, struct response *res)
{
	struct role_person_view view = {0};

	return person_page(req, res, &view, 200);
}

static struct role_form role_read(struct request *req)
{
	return (struct role_form){
		.peran = request_field(req, "peran"),
		.unit = request_field(req, "unit"),
		.penugasan = request_field(req, "penugasan"),
		.mulai = request_field(req, "mulai"),
		.sampai = request_field(req, "sampai"),
		.alasan = request_field(req, "alasan"),
	};
}

/* What a deed came to: its page again with the faults, or back to the person with a note. */
static enum err conclude(struct request *req, struct response *res, struct role_person_view *view,
			 enum err err, struct str note)
{
	struct id akun_id;

	if (err == ERR_INVALID)
		return person_page(req, res, view, 422);
	if (err || (err = request_id_param(req, "akun_id", &akun_id)))
		return err;
	respond_note(res, note);
	return respond_see_other(res, person_url(request_mem(req), &akun_id));
}

enum err role_give_send(struct request *req, struct response *res)
{
	struct role_person_view view = {.form = role_read(req), .deed = STR("beri")};
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	if (!err)
		err = role_give(request_job(req), &akun_id, &view.form);
	return conclude(req, res, &view, err,
			SAY(request_mem(req), "Peran sudah diberikan dan langsung berlaku."));
}

enum err role_end_send(struct request *req, struct response *res)
{
	struct role_person_view view = {.form = role_read(req), .deed = STR("akhiri")};
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	if (!err)
		err = role_end(request_job(req), &akun_id, &view.form);
	return conclude(req, res, &view, err, SAY(request_mem(req), "Peran sudah diakhiri."));
}

enum err account_lock_send(struct request *req, struct response *res)
{
	struct role_person_view view = {.form = role_read(req), .deed = STR("kunci")};
	bool is_locked = !str_is(request_field(req, "keadaan"), "buka");
	struct id akun_id;
	enum err err = request_id_param(req, "akun_id", &akun_id);

	if (!err)
		err = account_lock(request_job(req), &akun_id, is_locked, view.form.alasan);
	return conclude(req, res, &view, err,
			is_locked ? SAY(request_mem(req), "Akun sudah dikunci.")
				  : SAY(request_mem(req), "Kunci akun sudah dibuka."));
}

/* The code stands on the answer itself: a note or another page would have to keep it somewhere. */
enum err account_code_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct role_person_view view = {.form = role_read(req), .deed = STR("kode")};
	struct role_person person;
	struct shell shell;
	struct id akun_id;
	struct str code;
	enum err err;

	if ((err = request_id_param(req, "akun_id", &akun_id)))
		return err;
	err = account_renew_code(job, &akun_id, view.form.alasan, &code);
	if (err == ERR_INVALID)
		return person_page(req, res, &view, 422);
	if (err || (err = role_show(job, &akun_id, &person)))
		return err;
	shell_make(req, &shell, "/peran");
	respond_header(res, "Cache-Control", STR("no-store"));
	html_account_code(respond_html(res, 200), &shell, &person, code,
			  date_add_days(job->today, CODE_DAYS), person_url(job->mem, &akun_id));
	return ERR_OK;
}
