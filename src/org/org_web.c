/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of people and units. */
#include "generated/routes.h"
#include "base/say.h"
#include "generated/org_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/nip.h"
#include "org/org_view.h"

static struct str pegawai_url(struct arena *mem, const struct id *id)
{
	struct str text = id_str(mem, id);

	return str_format(mem, "/pegawai/%.*s", STR_ARG(text));
}

static int depth_of(struct str jalur)
{
	int depth = -2; /* "/1/" is the top */

	for (size_t i = 0; i < jalur.len; i++)
		depth += jalur.at[i] == '/';
	return depth;
}

/* Names indented by two wide spaces a level, for a select. */
static struct unit_option *options_make(struct arena *mem, const struct unit *units, int count,
					const struct id *chosen)
{
	struct unit_option *options = arena_array(mem, struct unit_option, count + 1);

	for (int i = 0; i < count; i++) {
		struct buf label;
		buf_init(&label, mem);
		for (int depth = depth_of(units[i].jalur) - depth_of(units[0].jalur); depth > 0;
		     depth--)
			buf_add_cstr(&label, "\xE2\x80\x83");
		buf_add(&label, units[i].nama);
		options[i] = (struct unit_option){.unit = &units[i],
						  .id = id_str(mem, &units[i].unit_id),
						  .label = buf_str(&label),
						  .is_chosen = id_equal(&units[i].unit_id, chosen)};
	}
	return options;
}

static struct pegawai_item *items_make(struct arena *mem, const struct pegawai *pegawai, int count)
{
	struct pegawai_item *items = arena_array(mem, struct pegawai_item, count + 1);

	for (int i = 0; i < count; i++)
		items[i] = (struct pegawai_item){.pegawai = &pegawai[i],
						 .url = pegawai_url(mem, &pegawai[i].pegawai_id),
						 .nip = nip_display(mem, pegawai[i].nip)};
	return items;
}

/* Letters, digits and "-._~" stay; the rest as %XX. */
static struct str query_escaped(struct arena *mem, struct str text)
{
	struct buf buf;

	buf_init(&buf, mem);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		bool is_plain = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
				c == '-' || c == '.';
		if (is_plain)
			buf_add_char(&buf, (char)c);
		else
			buf_add_format(&buf, "%%%02X", c);
	}
	return buf_str(&buf);
}

enum err pegawai_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct pegawai_list_view view = {.search = request_query(req, "cari")};
	struct str unit_text = request_query(req, "unit");
	struct id unit_id = {{0}};
	struct unit *units;
	struct pegawai *pegawai;
	struct shell shell;
	enum err err;

	if (unit_text.len && !id_parse(unit_text, &unit_id))
		return ERR_NOT_FOUND;
	if ((err = unit_browse(job, &units, &view.unit_count)) ||
	    (err = pegawai_browse(job, &unit_id, view.search, request_query(req, "sesudah"),
				  &pegawai, &view.item_count)))
		return err;
	view.units = options_make(job->mem, units, view.unit_count, &unit_id);
	view.items = items_make(job->mem, pegawai, view.item_count);
	if (view.item_count == PEGAWAI_PAGE)
		view.next_url =
			str_format(job->mem, "/pegawai?cari=%.*s&unit=%.*s&sesudah=%.*s",
				   STR_ARG(query_escaped(job->mem, view.search)),
				   STR_ARG(unit_text), STR_ARG(pegawai[view.item_count - 1].nip));
	shell_make(req, &shell, "/pegawai");
	html_pegawai_list(respond_html(res, 200), &shell, &view);
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

static struct str jenis_label(struct str jenis)
{
	if (str_is(jenis, "pppk"))
		return STR("PPPK");
	return str_is(jenis, "cpns") ? STR("CPNS") : STR("PNS");
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
	view->penilai_url = pegawai_url(job->mem, &penilai->pegawai_id);
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
	view.jenis_label = say(job->mem, jenis_label(pegawai->jenis));
	view.golongan = with_more(job->mem, pegawai->golongan, pegawai->pangkat);
	view.kelompok_label = with_more(job->mem, say(job->mem, kelompok_label(jabatan->kelompok)),
					jabatan->jenjang);
	view.bawahan = items_make(job->mem, bawahan, view.bawahan_count);
	if ((err = penilai_fill(job, &view)))
		return err;
	/* cppcheck-suppress constStatement ; it takes this call for a list */
	shell_make(req, &shell, "/pegawai");
	html_pegawai_show(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

static void tree_entry(struct buf *out, struct arena *mem, const struct unit *unit)
{
	struct str id = id_str(mem, &unit->unit_id);

	buf_add_cstr(out, "<li><a class=\"t\" href=\"/pegawai?unit=");
	html_text(out, id);
	buf_add_cstr(out, "\"><span>");
	html_text(out, unit->nama);
	buf_add_cstr(out, "</span><small>");
	html_text(out, unit->kode);
	buf_add_cstr(out, unit->is_mandiri ? " \xC2\xB7 mandiri</small></a>" : "</small></a>");
}

/* Units come parents first, so depth alone tells which lists open and close. */
static struct safe_html tree_make(struct arena *mem, const struct unit *units, int count)
{
	struct buf out;
	int depth = -1, first = count ? depth_of(units[0].jalur) : 0;

	buf_init(&out, mem);
	for (int i = 0; i < count; i++) {
		int here = depth_of(units[i].jalur) - first;
		if (here > depth + 1) /* a unit above is hidden or ended */
			here = depth + 1;
		if (here < 0)
			here = 0;
		if (here > depth)
			buf_add_cstr(&out, depth < 0 ? "<ul class=\"tree\">" : "<ul>");
		for (; depth > here; depth--)
			buf_add_cstr(&out, "</li></ul>");
		if (i > 0 && here == depth)
			buf_add_cstr(&out, "</li>");
		depth = here;
		tree_entry(&out, mem, &units[i]);
	}
	for (; depth >= 0; depth--)
		buf_add_cstr(&out, "</li></ul>");
	return (struct safe_html){buf_str(&out)};
}

enum err unit_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct unit *units;
	struct shell shell;
	int count = 0;
	enum err err = unit_browse(job, &units, &count);

	if (err)
		return err;
	shell_make(req, &shell, "/pegawai");
	html_unit_tree(respond_html(res, 200), &shell, tree_make(job->mem, units, count), count);
	return ERR_OK;
}
