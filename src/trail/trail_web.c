/* SPDX-License-Identifier: Apache-2.0 */
/* The change history as a timeline. */
#include "audit/chain_watch.h"
#include "base/say.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/trail_templates.h"
#include "http/form.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "trail/trail_view.h"
#include "law/access.h"

#define SEARCH_MAX 100

static struct str role_label(struct str key)
{
	enum peran peran;

	return peran_parse(key, &peran) ? peran_label(peran) : key;
}

/* "pegawai+auditor" -> "Pegawai, Auditor" */
static struct str roles_text(struct arena *mem, struct str keys)
{
	struct buf out;

	buf_init(&out, mem);
	while (keys.len > 0) {
		if (out.len > 0)
			buf_add_cstr(&out, ", ");
		buf_add(&out, say(mem, role_label(str_cut(keys, '+', &keys))));
	}
	return buf_str(&out);
}

/* Without an account it was the command line, or the program itself. */
static struct str who_text(const struct trail_entry *entry)
{
	if (id_is_none(&entry->akun_id))
		return STR(SAID("Baris perintah"));
	return entry->actor.nama.len > 0 ? entry->actor.nama
					 : STR(SAID("Akun yang tidak ditampilkan"));
}

static void items_fill(struct job *job, const struct trail_page *page, struct trail_view *view)
{
	struct date before = {0};

	view->items = arena_array(job->mem, struct trail_item, page->count + 1);
	view->count = page->count;
	for (int i = 0; i < page->count; i++) {
		const struct trail_entry *entry = &page->at[i];
		struct date day = date_of_time(entry->at, job->actor->zona);
		view->items[i] = (struct trail_item){
			.entry = entry,
			.label = say(job->mem, trail_deed_label(entry->deed)),
			.day = say_date(job->mem, day),
			.clock = say_clock(job->mem, entry->at, job->actor->zona),
			.iso = time_iso(job->mem, entry->at, job->actor->zona),
			.who = who_text(entry),
			.roles = roles_text(job->mem, entry->peran),
			.is_new_day = i == 0 || date_compare(day, before) != 0,
		};
		before = day;
	}
}

static void chain_fill(struct job *job, struct trail_view *view)
{
	struct chain_state state;

	view->is_whole = true;
	if (!chain_watch_find(&job->actor->instansi_id, &state)) {
		view->chain = SAY(job->mem,
				  "Rantai sedang diperiksa; buka lagi halaman ini sebentar lagi.");
		return;
	}
	struct date day = date_of_time(state.at, job->actor->zona);
	struct str when =
		say_format(job->mem, "%.*s pukul %.*s %.*s", STR_ARG(say_date(job->mem, day)),
			   STR_ARG(say_clock(job->mem, state.at, job->actor->zona)),
			   STR_ARG(zona_key(job->actor->zona)));
	view->is_whole = state.first_bad == 0;
	view->chain =
		view->is_whole
			? say_format(job->mem, "Rantai utuh sampai entri %lld, diperiksa %.*s.",
				     (long long)state.count, STR_ARG(when))
			: say_format(job->mem,
				     "Rantai tidak utuh mulai entri %lld, diperiksa %.*s. "
				     "Hubungi petugas teknis dan jangan ubah apa pun.",
				     (long long)state.first_bad, STR_ARG(when));
	if (state.backward)
		view->chain = str_format(
			job->mem, "%.*s %.*s", STR_ARG(view->chain),
			STR_ARG(say_format(job->mem,
					   "Jam server pernah mundur %lld kali; urutan entri "
					   "menurut nomornya.",
					   (long long)state.backward)));
}

/* The groups of deeds, as choices. */
static void bagian_offer(struct form *form)
{
	int count;
	const struct trail_bagian *all = trail_bagian_all(&count);
	struct choice *choices = arena_array(form->mem, struct choice, count + 1);

	for (int i = 0; i < count; i++)
		choices[i] = (struct choice){.key = str_from(all[i].key),
					     .label = str_from(all[i].label)};
	form_choose(form, FORM_AT(form, struct trail_filter, bagian), choices, count);
}

#define FORM_RECORD struct trail_filter
static const struct field filters[] = {
	FIELD(SEARCH, pelaku, "Siapa yang melakukan", .most = SEARCH_MAX)
		FIELD(SEARCH, tentang, "Data siapa (nama atau NIP)", .most = SEARCH_MAX)
			FIELD(CHOICE, bagian, "Perbuatan", NONE("Semua"))
				FIELD(DATE, hari, "Hari")};
static const struct form_table filter_form = FORM_TABLE("jejak", filters);

enum err trail_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct trail_filter filter = {.before = 0};
	struct trail_view view = {.count = 0};
	struct trail_page page;
	struct shell shell;
	enum err err;

	list_make(&view.list, req, &filter_form, &filter);
	bagian_offer(&view.list.form);
	list_take(&view.list, req);
	filter.before = list_after_number(&view.list);
	if ((err = trail_list(job, &filter, &page)))
		return err;
	items_fill(job, &page, &view);
	chain_fill(job, &view);
	if (page.next > 0)
		list_go_on(&view.list, str_format(job->mem, "%lld", (long long)page.next));
	shell_make(req, &shell, "/jejak");
	html_trail(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}
