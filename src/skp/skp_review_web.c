/* SPDX-License-Identifier: Apache-2.0 */
/* The appraiser reads a plan and answers: back with notes, or agreed. */
#include "skp/skp_web.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "law/access.h"

#define COMMENTS_MAX (SKP_RHK_MAX + BERAKHLAK_COUNT + SKP_BLOK_COUNT)
#define TINJAU_AT(form, member) FORM_AT((form), struct tinjau_isian, member)

static enum err show(struct request *req, struct response *res, struct skp_tinjau *page, int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	skp_web_shell(req, "/tim",
		      conflict_title(page->form.conflict, job->mem, SAY(job->mem, "Tinjau SKP")),
		      &shell);
	html_skp_review(respond_html(res, status), &shell, page, job->faults);
	return ERR_OK;
}

/* A note for every result the plan has, each named by its id: one that came or went meanwhile moves
   no other's. */
static void name_rows(struct form *form, const struct skp *skp)
{
	struct choice *names = arena_array(form->mem, struct choice, skp->rhk_count + 1);

	for (int i = 0; i < skp->rhk_count; i++)
		names[i] = (struct choice){
			.key = id_str(form->mem, &skp->rhk[i].rhk_id),
			.label = say_format(form->mem, "Catatan untuk hasil kerja %d", i + 1)};
	form_name_rows(form, TINJAU_AT(form, rhk), names, skp->rhk_count);
	form_rows_until(form, TINJAU_AT(form, rhk), skp->rhk_count);
	form_rows_until(form, TINJAU_AT(form, nilai), BERAKHLAK_COUNT);
	form_rows_until(form, TINJAU_AT(form, blok), SKP_BLOK_COUNT);
}

static enum err load(struct request *req, struct skp_tinjau *page, struct skp **skp)
{
	struct job *job = request_job(req);
	enum err err = skp_web_load(req, skp);

	if (err)
		return err;
	if (id_equal(&(*skp)->pegawai_id, &job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	*page = (struct skp_tinjau){.isian.rhk_count = (*skp)->rhk_count};
	skp_view_make(job, *skp, &page->view);
	form_make(&page->form, job, &tinjau_form, &page->isian);
	name_rows(&page->form, *skp);
	return ERR_OK;
}

enum err skp_review_page(struct request *req, struct response *res)
{
	struct skp_tinjau page;
	struct skp *skp;
	enum err err = load(req, &page, &skp);

	if (err)
		return err;
	if (!page.view.may_decide) /* answered meanwhile: the plan itself tells how it stands */
		return respond_see_other(res, skp_url(page.view.mem, skp, ""));
	form_renew(&page.form, &(struct tinjau_isian){.version = skp->version});
	return show(req, res, &page, 200);
}

/* What was written of each, in the order of the page. */
static int gather(const struct skp *skp, const struct tinjau_isian *isian, struct skp_comment *out)
{
	int count = 0;

	for (int i = 0; i < isian->rhk_count; i++)
		out[count++] = (struct skp_comment){.rhk_id = skp->rhk[i].rhk_id,
						    .text = isian->rhk[i].text};
	for (int i = 0; i < isian->nilai_count; i++)
		out[count++] = (struct skp_comment){.nilai = berakhlak_all()[i].code,
						    .text = isian->nilai[i].text};
	for (int i = 0; i < isian->blok_count; i++)
		out[count++] =
			(struct skp_comment){.blok = skp_blok_key(i), .text = isian->blok[i].text};
	return count;
}

/* What was written about a result that was removed meanwhile has no row to stand in. */
static void gather_gone(const struct request *req, struct skp_tinjau *page)
{
	const struct form_cell *rows = &page->form.cells[TINJAU_AT(&page->form, rhk)];
	struct arena *mem = page->form.mem;
	struct str name, text;

	for (int i = 0; request_nth_field(req, i, &name, &text); i++) {
		struct str key = str_slice(name, STR("komentar.").len, name.len);
		if (!str_starts(name, "komentar.") || text.len == 0 ||
		    choice_index(rows->row_names, key) >= 0)
			continue;
		page->gone = str_format(mem, "%.*s%.*s\n", STR_ARG(page->gone), STR_ARG(text));
	}
}

/* The answer to a plan that was answered meanwhile: nothing can be sent any more. */
static void compare(struct skp_tinjau *page, const struct skp *skp)
{
	struct conflict *conflict = page->form.conflict =
		conflict_make(page->form.mem, skp_url(page->form.mem, skp, ""));
	struct catatan rhk[SKP_RHK_MAX], nilai[BERAKHLAK_COUNT], blok[SKP_BLOK_COUNT];
	struct tinjau_isian stored = {skp->version,    rhk,	      nilai, blok, skp->rhk_count,
				      BERAKHLAK_COUNT, SKP_BLOK_COUNT};

	if (skp->state != SKP_DIAJUKAN)
		conflict_close(conflict,
			       say_format(page->form.mem,
					  "SKP ini sudah dijawab dan sekarang berstatus %.*s. "
					  "Catatan Anda belum terkirim dan masih ada di bawah; "
					  "salin bila perlu.",
					  STR_ARG(str_lower(page->form.mem,
							    say(page->form.mem,
								skp_state_label(skp->state))))));
	for (int i = 0; i < skp->rhk_count && i < SKP_RHK_MAX; i++)
		rhk[i].text = skp->rhk[i].komentar;
	for (int i = 0; i < BERAKHLAK_COUNT; i++)
		nilai[i].text = skp->perilaku[i].komentar;
	for (int i = 0; i < SKP_BLOK_COUNT; i++)
		blok[i].text = skp->blok_komentar[i];
	form_compare(&page->form, &stored);
}

enum tinjau_aksi { TINJAU_SETUJUI, TINJAU_KEMBALIKAN };
static const struct choice aksi_at[] = {{.key = STR("setujui")}, {.key = STR("kembalikan")}};
static const struct choice_list aksi_list = CHOICE_LIST(aksi_at);
static const struct field aksi_buttons =
	FORM_BUTTONS("aksi", aksi_list, "Pilih setujui, atau kembalikan dengan catatan.");

/* After the rollback: the plan as it stands now, beside what was typed. */
static enum err draw_again(struct request *req, struct response *res, void *why)
{
	bool is_conflict = skp_web_is_conflict(why);
	struct form_source source = form_from_body(req);
	struct skp_tinjau page;
	struct skp *skp;
	enum err err = load(req, &page, &skp);

	if (err)
		return err;
	form_read(&page.form, &source);
	if (is_conflict) {
		compare(&page, skp);
		gather_gone(req, &page);
	}
	return show(req, res, &page, is_conflict ? 409 : 422);
}

enum err skp_review_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct skp_comment comments[COMMENTS_MAX];
	struct skp_tinjau page;
	struct skp *skp;
	unsigned aksi;
	enum err err = load(req, &page, &skp);

	if (err)
		return err;
	form_read(&page.form, &source);
	int count = gather(skp, &page.isian, comments);
	if (!(err = form_pressed(job, &aksi_buttons, &source, &aksi)))
		err = aksi == TINJAU_KEMBALIKAN
			      ? skp_return(job, &skp->skp_id, page.isian.version, comments, count)
			      : skp_agree(job, &skp->skp_id, page.isian.version, comments, count);
	if (skp_web_again(req, res, draw_again, err))
		return err;
	respond_note(res, say_format(job->mem, "SKP %.*s %s.", STR_ARG(skp->pegawai_nama),
				     aksi == TINJAU_KEMBALIKAN
					     ? SAY(job->mem, "dikembalikan dengan catatan").at
					     : SAY(job->mem, "disetujui dan ditetapkan").at));
	return respond_see_other(res, str_format(job->mem, "/tim?tahun=%d", skp->tahun));
}
