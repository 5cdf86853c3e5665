/* SPDX-License-Identifier: Apache-2.0 */
/* Each way leads to a page that this actor may open. */
#include "app/ways.h"

#include "base/say.h"
#include "http/exchange.h"
#include "law/access.h"

static void add(struct error_view *view, struct str label, struct str url)
{
	for (int i = 0; i < view->way_count; i++)
		if (str_equal(view->ways[i].url, url))
			return;
	if (view->way_count < ERROR_WAYS)
		view->ways[view->way_count++] = (struct error_way){label, url};
}

/* The page of ours that led here; STR_NONE when it was none, or this very one. */
static struct str page_before(struct request *req)
{
	struct str host, url = request_header(req, "Referer");

	(void)str_cut(url, ':', &url);
	if (!str_starts(url, "//"))
		return STR_NONE;
	host = str_cut(str_slice(url, 2, url.len), '/', &url);
	if (url.len == 0 || !str_equal(host, request_header(req, "Host")))
		return STR_NONE;
	url = str_join(request_mem(req), STR("/"), url);
	if (str_starts(url, "//") ||
	    (request_is_reading(req) && str_starts(url, str_cstr(request_mem(req), req->path))))
		return STR_NONE;
	return url;
}

/* The place of the menu that the address lies below: /pegawai of /pegawai/<id>. */
static void add_place(const struct request *req, const struct shell *shell, struct error_view *view)
{
	const struct shell_link *place = NULL;

	for (int g = 0; g < SHELL_GROUPS; g++)
		for (int i = 0; i < shell->groups[g].link_count; i++) {
			const struct shell_link *link = &shell->links[shell->groups[g].first + i];
			size_t len = strlen(link->path);
			if (str_starts(req->path, link->path) && req->path.len > len &&
			    req->path.at[len] == '/' && (!place || len > strlen(place->path)))
				place = link;
		}
	if (place)
		add(view, say(shell->mem, str_from(place->label)), str_from(place->path));
}

/* A guest, or somebody whose address is no page, so that nobody asked who they are. */
static void add_visitor(struct request *req, const struct shell *shell, struct error_view *view)
{
	struct arena *mem = shell->mem;
	bool may_be_staff = request_session(req).len > 0;

	if (may_be_staff)
		add(view, SAY(mem, "Beranda"), STR("/beranda"));
	if (shell->actor->instansi_slug.len > 0) {
		add(view, SAY(mem, "Halaman depan instansi"),
		    shell->visit.len > 0 ? shell->visit : STR("/"));
		add(view, SAY(mem, "Cari kantor atau unit"),
		    str_join(mem, shell->visit, STR("/kantor")));
	} else {
		add(view, SAY(mem, "Halaman depan"), STR("/"));
	}
	add(view, SAY(mem, "Kalkulator"), STR("/kalkulator"));
	if (!may_be_staff)
		add(view, SAY(mem, "Masuk"), STR("/masuk"));
}

static struct str roles_of(struct arena *mem, const struct actor *actor)
{
	struct buf out;

	buf_init(&out, mem);
	for (int peran = PERAN_PUBLIK + 1; peran < PERAN_COUNT; peran++)
		if (actor_has_role(actor, (enum peran)peran)) {
			buf_add_cstr(&out, out.len > 0 ? ", " : "");
			buf_add(&out, say(mem, peran_label((enum peran)peran)));
		}
	return buf_str(&out);
}

void ways_find(struct request *req, const struct shell *shell, int status, struct error_view *view)
{
	struct arena *mem = shell->mem;
	struct str before = page_before(req);

	if (before.len > 0)
		add(view,
		    request_is_reading(req) ? SAY(mem, "Kembali ke halaman sebelumnya")
					    : SAY(mem, "Kembali ke formulir"),
		    before);
	if (status == 422 && request_is_reading(req))
		add(view, SAY(mem, "Buka halaman ini dari awal"), req->path);
	if (!shell->is_signed_in) {
		add_visitor(req, shell, view);
		return;
	}
	if (status == 403)
		view->roles = roles_of(mem, shell->actor);
	add_place(req, shell, view);
	add(view, SAY(mem, "Beranda"), STR("/beranda"));
	add(view, SAY(mem, "Cari halaman lain"), STR("/lainnya"));
}
