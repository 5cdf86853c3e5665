/* SPDX-License-Identifier: Apache-2.0 */
/* The frame of a page: who is signed in, and of the roof's table of places those that this actor
   may go to. */
#include "http/shell_web.h"

#include "base/name.h"
#include "base/say.h"
#include "http/csrf.h"
#include "http/exchange.h"
#include "http/public_form.h"
#include "http/router.h"
#include "law/access.h"

#include <string.h>

static bool fits(const struct menu_row *row, const struct actor *actor)
{
	bool is_for = row->whom == MENU_ALL ||
		      (row->whom == MENU_PERSON && !id_is_none(&actor->pegawai_id)) ||
		      (row->whom == MENU_PENILAI && actor->has_bawahan);

	return is_for && (row->permission == PERM_PUBLIC || access_may(actor, row->permission));
}

static struct shell_link link_of(const struct menu_row *row, const struct shell *shell)
{
	struct shell_link link = row->link;

	link.is_active = str_is(shell->active, link.path);
	link.label = say(shell->mem, link.label).at;
	link.words = say(shell->mem, link.words).at;
	return link;
}

static void add_places(const struct menu *menu, struct shell *shell)
{
	const struct menu_row *row = menu->rows, *end = menu->rows + menu->row_count;
	int count = 0;

	memcpy(shell->groups, menu->groups, sizeof(shell->groups));
	for (int g = 0; g < SHELL_GROUPS; g++) {
		struct shell_group *group = &shell->groups[g];
		group->first = count;
		group->label = say(shell->mem, group->label).at;
		for (; row < end && row->at == g; row++) {
			if (!fits(row, shell->actor))
				continue;
			shell->links[count] = link_of(row, shell);
			group->is_open |= shell->links[count++].is_active;
		}
		group->link_count = count - group->first;
	}
}

static void add_tabs(const struct menu *menu, struct shell *shell)
{
	int taken = -1;

	for (int i = 0; i < menu->tab_count; i++) {
		const struct menu_row *row = &menu->tabs[i];
		if (row->at == taken || !fits(row, shell->actor))
			continue;
		taken = row->at;
		shell->tabs[shell->tab_count++] = link_of(row, shell);
	}
}

void shell_add_menu(const struct menu *menu, struct shell *out)
{
	bool is_open = false;

	add_places(menu, out);
	for (int g = 0; g < SHELL_GROUPS; g++)
		is_open |= out->groups[g].is_open;
	out->groups[0].is_open |= !is_open; /* a page outside of the menu opens the own places */
	add_tabs(menu, out);
}

static struct str theme_of(const struct actor *actor)
{
	struct str theme = actor->tema;

	return str_is(theme, "light") || str_is(theme, "dark") ? theme : STR_NONE;
}

/* "/nilai/:pegawai_id" -> "/nilai/…": which page it is, and nothing of whom it shows. */
static struct str page_of(struct arena *mem, const struct route *route)
{
	struct str rest = str_from(route->path);
	struct buf out;

	if (router_is_visit(route))
		rest = str_slice(rest, sizeof(ROUTER_VISIT) - 1, rest.len);
	rest = str_slice(rest, 1, rest.len);
	buf_init(&out, mem);
	do {
		struct str part = str_cut(rest, '/', &rest);
		buf_add_char(&out, '/');
		buf_add(&out, str_starts(part, ":") ? STR("…") : part);
	} while (rest.len > 0);
	return buf_str(&out);
}

/* Addresses of the agency's pages for its public, as this request writes them. */
static void set_visit(const struct request *req, struct shell *out)
{
	struct str slug = request_route_param(req, "instansi");

	out->is_visit = req->is_visit;
	if (slug.len > 0)
		out->visit = str_format(out->mem, "/w/%.*s", STR_ARG(slug));
	else if (!req->is_visit)
		out->visit = str_format(out->mem, "/w/%.*s", STR_ARG(out->actor->instansi_slug));
	if (out->actor->instansi_slug.len > 0 && req->route)
		out->page = page_of(out->mem, req->route);
	if (!req->public_form)
		return;
	out->purpose = say(out->mem, req->public_form->purpose);
	out->deleted_on = request_deleted_on(req);
}

/* Where the switch of languages comes back to: this page, or the first one after a form. Without
   what was asked: an address must not carry on what somebody typed. */
static struct str here_of(struct request *req)
{
	return str_is(request_method(req), "GET") ? request_path(req) : STR("/");
}

static struct str describe(const struct shell *shell)
{
	if (shell->is_visit && shell->agency.len > 0)
		return say_format(shell->mem,
				  "Layanan warga %.*s: kantor, alamat, telepon, dan jam buka.",
				  STR_ARG(shell->agency));
	return SAY(shell->mem, "Abdi: rencana, laporan, dan penilaian kinerja pegawai ASN, dengan "
			       "dasar aturannya.");
}

void shell_make(struct request *req, struct shell *out, const char *active)
{
	const struct actor *actor = request_job(req)->actor;
	*out = (struct shell){.mem = request_mem(req), .actor = actor, .active = str_from(active)};
	out->csrf = csrf_mask(out->mem, actor->csrf);
	out->note = request_note(req);
	out->trouble = req->trouble ? say(out->mem, req->trouble) : STR_NONE;
	out->receipts = request_receipts(req);
	out->theme = theme_of(actor);
	out->here = here_of(req);
	out->agency = actor->instansi_nama;
	out->person = actor->nama;
	out->is_signed_in = actor->is_signed_in;
	set_visit(req, out);
	out->description = describe(out);
	if (!out->is_signed_in)
		return;
	out->user = id_str(out->mem, &actor->akun_id);
	out->initials = name_initials(out->mem, actor->nama, 2);
	shell_add_menu(&app_menu, out);
	app_menu.bell(request_job(req), out);
}

void shell_keep(const struct shell *shell, struct response *res)
{
	if (shell->is_signed_in && shell->note.len == 0 && shell->receipts.len == 0)
		respond_header(res, KEEPING, shell->user);
}

void shell_make_visit(struct request *req, struct shell *out)
{
	shell_make(req, out, "");
	out->is_visit = true;
	out->description = describe(out);
}
