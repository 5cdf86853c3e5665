/* SPDX-License-Identifier: Apache-2.0 */
/* The draft's forms: one topic a page, each with the version it was made from. */
#include "skp/skp_web.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "skp/skp_conflict_web.h"

/* --- one result --- */

#define RHK_AT(page, member) FORM_AT(&(page)->form, struct rhk_isian, member)

static struct form *iki_rows(const struct skp_rhk_page *page, int *count)
{
	const struct form_cell *cell = &page->form.cells[RHK_AT(page, rhk.iki)];

	*count = cell->row_count;
	return cell->rows;
}

/* The results this one may hang from, as a list with whose they are. */
static enum err offer_sources(struct job *job, struct skp_rhk_page *page)
{
	int at = RHK_AT(page, sumber), count;
	struct skp_source_list list;
	enum err err = skp_list_sources(job, page->skp, &list);

	if (err)
		return err;
	bool has_pimpinan = list.pimpinan_count > 0;
	const struct skp_source *from = has_pimpinan ? list.pimpinan : list.unit;
	count = has_pimpinan ? list.pimpinan_count : list.unit_count;
	struct choice *choices = arena_array(job->mem, struct choice, count + 1);
	for (int i = 0; i < count; i++)
		choices[i] =
			(struct choice){.key = id_str(job->mem, &from[i].id),
					.label = has_pimpinan ? from[i].uraian
							      : str_format(job->mem, "%.*s (%.*s)",
									   STR_ARG(from[i].uraian),
									   STR_ARG(from[i].asal))};
	form_choose(&page->form, at, choices, count);
	bool is_jpt = skp_is_jpt(page->skp);
	form_say(&page->form, at,
		 is_jpt ? SAY(job->mem, "Hasil kerja unit yang diwujudkan")
			: SAY(job->mem, "Hasil kerja pimpinan yang didukung"),
		 has_pimpinan
			 ? SAY(job->mem, "Diambil dari SKP pimpinan Anda yang sudah ditetapkan.")
		 : is_jpt
			 ? SAY(job->mem, "Diambil dari hasil kerja unit (perjanjian kinerja).")
			 : SAY(job->mem,
			       "SKP pimpinan belum ditetapkan, jadi pilih dari hasil kerja unit."));
	page->has_pimpinan = has_pimpinan;
	return ERR_OK;
}

/* What this plan does not ask: perspectives are of the JPT form, aspects of the other, numbers of
   the quantitative approach. */
static void narrow(struct skp_rhk_page *page)
{
	int rows = RHK_AT(page, rhk.iki);
	const struct form column = {.table = page->form.table->fields[rows].rows};

	if (skp_is_jpt(page->skp))
		form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, aspek));
	else
		form_leave_out(&page->form, RHK_AT(page, rhk.perspektif));
	if (skp_is_kuantitatif(page->skp))
		return;
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, target));
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, satuan));
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, arah));
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, target_min));
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, yakin));
	form_leave_out_of_rows(&page->form, rows, FORM_AT(&column, struct iki, yakin_min));
}

static enum err make_rhk(struct job *job, const struct skp *skp, struct skp_rhk_page *page)
{
	*page = (struct skp_rhk_page){.skp = skp, .is_new = true};
	form_make(&page->form, job, &rhk_form, &page->isian);
	narrow(page);
	return offer_sources(job, page);
}

/* Empty rows for the usual aspects, so that a new result begins with them. */
static void add_rows(struct skp_rhk_page *page, int count)
{
	static const char *const usual[] = {"kuantitas", "kualitas", "waktu"};
	int before, now;

	(void)iki_rows(page, &before);
	form_rows_until(&page->form, RHK_AT(page, rhk.iki), before + count);
	struct form *rows = iki_rows(page, &now);
	for (int i = before; i < now; i++) {
		int n = i - before;
		rows[i].cells[FORM_AT(&rows[i], struct iki, aspek)].text = str_from(usual[n]);
		rows[i].cells[FORM_AT(&rows[i], struct iki, arah)].text =
			n == 2 ? STR("lower_better") : STR("higher_better");
	}
}

/* What is stored of a result, as the form has it. */
static struct rhk_isian isian_of(const struct skp *skp, const struct rhk *rhk)
{
	return (struct rhk_isian){.version = skp->version,
				  .rhk = *rhk,
				  .sumber = id_is_none(&rhk->rhk_pimpinan_id)
						    ? rhk->hasil_unit_id
						    : rhk->rhk_pimpinan_id};
}

static void fill_rhk(struct skp_rhk_page *page, const struct rhk *rhk)
{
	if (!rhk) {
		page->isian.version = page->skp->version;
		page->isian.rhk.jenis = STR("utama");
		form_fill(&page->form);
		add_rows(page, skp_is_jpt(page->skp) ? 1 : 3);
		return;
	}
	page->isian = isian_of(page->skp, rhk);
	page->komentar = rhk->komentar;
	page->is_new = false;
	form_fill(&page->form);
}

static void show_rhk(struct request *req, struct response *res, struct skp_rhk_page *page,
		     int status)
{
	struct str title = SAY(request_mem(req), "Hasil kerja");
	struct shell shell;
	int count;

	if (iki_rows(page, &count), count == 0)
		add_rows(page, 1);
	struct form *rows = iki_rows(page, &count);
	for (int i = 0; i < count && !skp_is_kuantitatif(page->skp); i++)
		form_say(&rows[i], FORM_AT(&rows[i], struct iki, uraian),
			 SAY(request_mem(req), "Apa tanda keberhasilannya?"), STR_NONE);
	skp_web_shell(req, "/skp", conflict_title(page->form.conflict, page->form.mem, title),
		      &shell);
	html_skp_rhk(respond_html(res, status), &shell, page, request_job(req)->faults);
}

static const struct rhk *rhk_with(const struct skp *skp, const struct id *id)
{
	for (int i = 0; i < skp->rhk_count; i++)
		if (id_equal(&skp->rhk[i].rhk_id, id))
			return &skp->rhk[i];
	return NULL;
}

static const struct rhk *rhk_named(const struct skp *skp, struct str text)
{
	struct id id;

	return id_parse(text, &id) ? rhk_with(skp, &id) : NULL;
}

/* What the page of one result is asked for: one to change, or the kind of a new one. */
struct rhk_asked {
	struct id rhk;
	struct str jenis;
};
static const struct choice jenis_at[] = {{.key = STR("utama")}, {.key = STR("tambahan")}};
static const struct choice_list jenis_list = CHOICE_LIST(jenis_at);
#define FORM_RECORD struct rhk_asked
static const struct field asked_fields[] = {FIELD(HIDDEN, rhk, "Rencana hasil kerja") FIELD(
	CHOICE, jenis, "Jenis", ONE_OF(jenis_list))};
static const struct form_table asked_form = FORM_TABLE("rhk_asked", asked_fields);
#undef FORM_RECORD

/* GET /skp/:skp_id/rhk: ?rhk=<id> changes one, ?jenis=tambahan begins another kind. */
enum err skp_rhk_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct rhk_asked asked = {.jenis = STR_NONE};
	const struct rhk *rhk = NULL;
	struct skp_rhk_page page;
	struct skp *skp;
	enum err err;

	if ((err = skp_web_load_draft(req, &skp)) ||
	    (err = form_read_address(req, &asked_form, &asked)))
		return err;
	if (!id_is_none(&asked.rhk) && !(rhk = rhk_with(skp, &asked.rhk)))
		return ERR_NOT_FOUND;
	if ((err = make_rhk(job, skp, &page)))
		return err;
	fill_rhk(&page, rhk);
	if (!rhk && str_is(asked.jenis, "tambahan"))
		page.isian.rhk.jenis = page.form.cells[RHK_AT(&page, rhk.jenis)].text = asked.jenis;
	show_rhk(req, res, &page, 200);
	return ERR_OK;
}

/* What the record needs beyond its fields: the link as one of two. */
static void complete(struct skp_rhk_page *page)
{
	struct rhk *rhk = &page->isian.rhk;

	rhk->rhk_pimpinan_id = rhk->hasil_unit_id = (struct id){{0}};
	if (str_is(rhk->jenis, "utama"))
		*(page->has_pimpinan ? &rhk->rhk_pimpinan_id : &rhk->hasil_unit_id) =
			page->isian.sumber;
}

/* A result removed meanwhile becomes a new one. */
static void conflict_rhk(struct skp_rhk_page *page)
{
	const struct rhk *rhk = rhk_with(page->skp, &page->isian.rhk.rhk_id);
	struct conflict *conflict = page->form.conflict =
		skp_conflict_begin(page->form.mem, page->skp, "");

	if (rhk) {
		struct rhk_isian stored = isian_of(page->skp, rhk);
		form_compare(&page->form, &stored);
		return;
	}
	form_renew(&page->form, &(struct rhk_isian){.version = page->skp->version});
	if (conflict->is_closed)
		return;
	conflict->sentence =
		page->is_new
			? SAY(page->form.mem,
			      "SKP ini sudah diubah dari tempat lain sejak Anda membuka halaman "
			      "ini. Hasil kerja baru Anda belum tersimpan.")
			: SAY(page->form.mem,
			      "Hasil kerja ini sudah dihapus dari tempat lain. Bila Anda "
			      "menyimpannya, ia menjadi hasil kerja baru.");
	page->form.cells[RHK_AT(page, rhk.rhk_id)].text = STR_NONE;
	page->is_new = true;
}

/* What was typed, for a plan of one's own. */
static enum err read_rhk(struct request *req, struct skp_rhk_page *page, struct skp **skp)
{
	struct form_source source = form_from_body(req);
	enum err err;

	if ((err = skp_web_load_own(req, skp)) || (err = make_rhk(request_job(req), *skp, page)))
		return err;
	form_read(&page->form, &source);
	page->is_new = page->form.cells[RHK_AT(page, rhk.rhk_id)].text.len == 0;
	return ERR_OK;
}

static enum err rhk_again(struct request *req, struct response *res, void *why)
{
	bool is_conflict = skp_web_is_conflict(why);
	struct skp_rhk_page page;
	struct skp *skp;
	enum err err = read_rhk(req, &page, &skp);

	if (err)
		return err;
	if (is_conflict)
		conflict_rhk(&page);
	show_rhk(req, res, &page, is_conflict ? 409 : 422);
	return ERR_OK;
}

enum rhk_aksi { RHK_SIMPAN, RHK_BARIS };
static const struct choice rhk_aksi_at[] = {{.key = STR("simpan")}, {.key = STR("baris")}};
static const struct choice_list rhk_aksi_list = CHOICE_LIST(rhk_aksi_at);
static const struct field rhk_buttons =
	FORM_BUTTONS("aksi", rhk_aksi_list, "Pilih simpan, atau tambah baris indikator.");

enum err skp_rhk_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct skp_rhk_page page;
	struct skp *skp;
	unsigned aksi;
	enum err err = read_rhk(req, &page, &skp), pressed;

	if (err)
		return err;
	pressed = form_pressed(job, &rhk_buttons, &source, &aksi);
	if (aksi == RHK_BARIS) { /* one more row, without script too */
		problems_init(job->faults, job->mem);
		add_rows(&page, 1);
		show_rhk(req, res, &page, 200);
		return ERR_OK;
	}
	complete(&page);
	err = pressed ? pressed
		      : skp_save_rhk(job, &skp->skp_id, page.isian.version, &page.isian.rhk);
	if (skp_web_again(req, res, rhk_again, err))
		return err;
	respond_note(res, STR("Hasil kerja tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

static void show_remove(struct request *req, struct response *res, const struct skp *skp,
			const struct rhk *rhk, int status)
{
	struct skp_view view;
	struct shell shell;

	skp_view_make(request_job(req), skp, &view);
	if (status == 409)
		view.conflict = skp_conflict_plain(
			view.mem, skp, "",
			SAY(request_mem(req),
			    "SKP ini sudah diubah dari tempat lain sejak Anda membuka halaman ini. "
			    "Beginilah hasil kerja itu sekarang."));
	skp_web_shell(
		req, "/skp",
		conflict_title(view.conflict, view.mem, SAY(request_mem(req), "Hapus hasil kerja")),
		&shell);
	html_skp_remove(respond_html(res, status), &shell, &view, rhk);
}

enum err skp_remove_rhk_page(struct request *req, struct response *res)
{
	const struct rhk *rhk;
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err)
		return err;
	rhk = rhk_named(skp, request_param(req, "rhk_id"));
	if (!rhk)
		return ERR_NOT_FOUND;
	show_remove(req, res, skp, rhk, 200);
	return ERR_OK;
}

/* Only a conflict comes here; the result may be gone by now. */
static enum err remove_again(struct request *req, struct response *res, void *why)
{
	const struct rhk *rhk;
	struct skp *skp;
	enum err err = skp_web_load_own(req, &skp);

	(void)why;
	if (err)
		return err;
	if (!(rhk = rhk_named(skp, request_param(req, "rhk_id"))))
		return ERR_NOT_FOUND;
	show_remove(req, res, skp, rhk, 409);
	return ERR_OK;
}

enum err skp_remove_rhk_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	const struct rhk *rhk;
	struct skp *skp;
	enum err err = skp_web_load_own(req, &skp);

	if (err)
		return err;
	rhk = rhk_named(skp, request_param(req, "rhk_id"));
	if (!rhk) { /* removed from another tab: what was asked for has happened */
		respond_note(res, STR("Hasil kerja itu sudah dihapus sebelumnya."));
		return respond_see_other(res, skp_url(job->mem, skp, ""));
	}
	err = skp_remove_rhk(job, &skp->skp_id, form_version(req), &rhk->rhk_id);
	if (err == ERR_CONFLICT)
		return skp_web_again(req, res, remove_again, err);
	if (err)
		return err;
	respond_note(res, STR("Hasil kerja dihapus dari draf."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

/* --- the seven values, the attachment --- */

/* A page of the draft that is one form. */
struct topic {
	const struct form_table *table;
	const char *path, *title;
	/* What is stored of it, as the form has it. */
	void *(*stored)(struct arena *mem, const struct skp *skp);
	void (*html)(struct buf *out, const struct shell *shell, const struct skp_form *page,
		     const struct problems *faults);
};

static void show_topic(struct request *req, struct response *res, const struct topic *topic,
		       const struct skp_form *page, int status)
{
	struct str title = say(request_mem(req), str_from(topic->title));
	struct shell shell;

	skp_web_shell(req, "/skp", conflict_title(page->form.conflict, page->form.mem, title),
		      &shell);
	topic->html(respond_html(res, status), &shell, page, request_job(req)->faults);
}

static enum err topic_page(struct request *req, struct response *res, const struct topic *topic)
{
	struct skp_form page;
	struct skp *skp;
	enum err err = skp_web_load_draft(req, &skp);

	if (err)
		return err;
	page.skp = skp;
	form_make(&page.form, request_job(req), topic->table, topic->stored(request_mem(req), skp));
	form_fill(&page.form);
	show_topic(req, res, topic, &page, 200);
	return ERR_OK;
}

/* What was typed, for a plan of one's own. */
static enum err topic_read(struct request *req, const struct topic *topic, struct skp_form *page,
			   struct skp **skp)
{
	struct form_source source = form_from_body(req);
	struct arena *mem = request_mem(req);
	enum err err = skp_web_load_own(req, skp);

	if (err)
		return err;
	page->skp = *skp;
	form_make(&page->form, request_job(req), topic->table,
		  arena_alloc(mem, topic->table->record_size));
	form_read(&page->form, &source);
	return ERR_OK;
}

/* After the rollback, as a response_draw. */
static enum err topic_again(struct request *req, struct response *res, const struct topic *topic,
			    bool is_conflict)
{
	struct arena *mem = request_mem(req);
	struct skp_form page;
	struct skp *skp;
	enum err err = topic_read(req, topic, &page, &skp);

	if (err)
		return err;
	if (is_conflict) {
		page.form.conflict = skp_conflict_begin(mem, skp, topic->path);
		form_compare(&page.form, topic->stored(mem, skp));
	}
	show_topic(req, res, topic, &page, is_conflict ? 409 : 422);
	return ERR_OK;
}

static void *perilaku_stored(struct arena *mem, const struct skp *skp)
{
	struct perilaku_isian *stored = arena_new(mem, struct perilaku_isian);

	*stored = (struct perilaku_isian){.version = skp->version, .count = BERAKHLAK_COUNT};
	stored->perilaku = arena_array(mem, struct skp_perilaku, BERAKHLAK_COUNT);
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		stored->perilaku[i] = skp->perilaku[i];
	return stored;
}

static const struct topic perilaku = {&perilaku_form, "/perilaku", SAID("Perilaku kerja"),
				      perilaku_stored, html_skp_perilaku};

enum err skp_perilaku_page(struct request *req, struct response *res)
{
	return topic_page(req, res, &perilaku);
}

static enum err perilaku_again(struct request *req, struct response *res, void *why)
{
	return topic_again(req, res, &perilaku, skp_web_is_conflict(why));
}

enum err skp_perilaku_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp_form page;
	struct skp *skp;
	enum err err = topic_read(req, &perilaku, &page, &skp);

	if (err)
		return err;
	const struct perilaku_isian *isian = page.form.record;
	for (int i = 0; i < isian->count; i++)
		isian->perilaku[i].nilai = berakhlak_all()[i].code;
	err = skp_save_perilaku(job, &skp->skp_id, isian->version, isian->perilaku, isian->count);
	if (skp_web_again(req, res, perilaku_again, err))
		return err;
	respond_note(res, STR("Perilaku kerja tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}

static struct str lines_of(struct arena *mem, const struct skp *skp, const char *blok)
{
	struct buf out;

	buf_init(&out, mem);
	for (int i = 0; i < skp->lampiran_count; i++) {
		if (!str_is(skp->lampiran[i].blok, blok))
			continue;
		buf_add(&out, skp->lampiran[i].uraian);
		buf_add_char(&out, '\n');
	}
	return buf_str(&out);
}

static void *lampiran_stored(struct arena *mem, const struct skp *skp)
{
	struct lampiran_isian *stored = arena_new(mem, struct lampiran_isian);

	*stored = (struct lampiran_isian){
		.version = skp->version,
		.dukungan = lines_of(mem, skp, "dukungan_sumber_daya"),
		.skema = lines_of(mem, skp, "skema_pertanggungjawaban"),
		.konsekuensi = lines_of(mem, skp, "konsekuensi"),
	};
	return stored;
}

static const struct topic lampiran = {&lampiran_form, "/lampiran", SAID("Lampiran SKP"),
				      lampiran_stored, html_skp_lampiran};

enum err skp_lampiran_page(struct request *req, struct response *res)
{
	return topic_page(req, res, &lampiran);
}

static enum err lampiran_again(struct request *req, struct response *res, void *why)
{
	return topic_again(req, res, &lampiran, skp_web_is_conflict(why));
}

static int split_lines(struct str text, const char *blok, struct skp_lampiran *rows, int count)
{
	struct str rest = text;

	while (rest.len > 0 && count <= SKP_LAMPIRAN_MAX) {
		struct str line = str_trim(str_cut(rest, '\n', &rest));

		if (line.len > 0)
			rows[count++] = (struct skp_lampiran){str_from(blok), line};
	}
	return count;
}

enum err skp_lampiran_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp_lampiran rows[SKP_LAMPIRAN_MAX + 1];
	struct skp_form page;
	struct skp *skp;
	enum err err = topic_read(req, &lampiran, &page, &skp);

	if (err)
		return err;
	const struct lampiran_isian *isian = page.form.record;
	int count = split_lines(isian->dukungan, "dukungan_sumber_daya", rows, 0);
	count = split_lines(isian->skema, "skema_pertanggungjawaban", rows, count);
	count = split_lines(isian->konsekuensi, "konsekuensi", rows, count);
	err = skp_save_lampiran(job, &skp->skp_id, isian->version, rows, count);
	if (skp_web_again(req, res, lampiran_again, err))
		return err;
	respond_note(res, STR("Lampiran tersimpan."));
	return respond_see_other(res, skp_url(job->mem, skp, ""));
}
