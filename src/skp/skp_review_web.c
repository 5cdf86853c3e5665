/* SPDX-License-Identifier: Apache-2.0 */
/* The appraiser reads a plan and answers: back with notes, or agreed. */
#include "skp/skp_web.h"

#include "generated/routes.h"
#include "generated/skp_templates.h"
#include "law/access.h"
#include "skp/skp_conflict_web.h"

#define COMMENTS_MAX (SKP_RHK_MAX + BERAKHLAK_COUNT + SKP_BLOK_COUNT)

static enum err show(struct request *req, struct response *res, struct review_form *form,
		     int status)
{
	struct job *job = request_job(req);
	struct shell shell;

	skp_web_shell(req, "/tim",
		      conflict_title(form->conflict, form->view.mem, STR("Tinjau SKP")), &shell);
	html_skp_review(respond_html(res, status), &shell, form, job->faults);
	return ERR_OK;
}

static enum err load(struct request *req, struct review_form *form, struct skp **skp)
{
	struct job *job = request_job(req);
	enum err err = skp_web_load(req, skp);

	if (err)
		return err;
	if (id_equal(&(*skp)->pegawai_id, &job->actor->pegawai_id))
		return ERR_FORBIDDEN;
	*form = (struct review_form){0};
	skp_view_make(job, *skp, &form->view);
	return ERR_OK;
}

enum err skp_review_page(struct request *req, struct response *res)
{
	struct review_form form;
	struct skp *skp;
	enum err err = load(req, &form, &skp);

	if (err)
		return err;
	if (!form.view.may_decide) /* answered meanwhile: the plan itself tells how it stands */
		return respond_see_other(res, skp_url(form.view.mem, skp, ""));
	return show(req, res, &form, 200);
}

static struct str comment_at(struct request *req, const char *name, int n)
{
	struct str text;

	return request_field_at(req, name, n, &text) ? str_trim(text) : STR_NONE;
}

/* Notes by result come first, in the order of the page, so that a fault's "komentar.<n>" names its row. */
static int read_comments(struct request *req, const struct skp *skp, struct review_form *form,
			 struct skp_comment *out)
{
	struct str key;
	int count = 0;

	for (int i = 0; i < SKP_RHK_MAX && request_field_at(req, "komentar_rhk", i, &key); i++) {
		struct skp_comment comment = {.text = comment_at(req, "komentar", i)};

		if (!id_parse(key, &comment.rhk_id) || id_is_none(&comment.rhk_id))
			continue;
		out[count++] = comment;
		if (i < skp->rhk_count)
			form->komentar[i] = comment.text;
	}
	for (int i = 0; i < BERAKHLAK_COUNT && request_field_at(req, "nilai", i, &key); i++) {
		int index = berakhlak_index(key);

		if (index < 0)
			continue;
		form->komentar_nilai[index] = comment_at(req, "komentar_nilai", i);
		out[count++] =
			(struct skp_comment){.nilai = key, .text = form->komentar_nilai[index]};
	}
	for (int i = 0; i < SKP_BLOK_COUNT && request_field_at(req, "blok", i, &key); i++) {
		int index = skp_blok_index(key);

		if (index < 0)
			continue;
		form->komentar_blok[index] = comment_at(req, "komentar_blok", i);
		out[count++] =
			(struct skp_comment){.blok = key, .text = form->komentar_blok[index]};
	}
	return count;
}

static bool has_text(const struct skp_comment *comments, int count)
{
	for (int i = 0; i < count; i++)
		if (comments[i].text.len > 0)
			return true;
	return false;
}

static enum err answer(struct request *req, const struct skp *skp, int64_t version,
		       const struct skp_comment *comments, int count)
{
	struct job *job = request_job(req);

	if (str_is(request_field(req, "aksi"), "kembalikan"))
		return skp_return(job, &skp->skp_id, version, comments, count);
	if (has_text(comments, count)) {
		problem_add(job->faults, STR("komentar.0"), "skp.comment_unsent",
			    STR("Ada catatan yang belum terkirim. Pilih kembalikan, atau hapus "
				"catatan itu."));
		return ERR_INVALID;
	}
	return skp_agree(job, &skp->skp_id, version);
}

enum err skp_review_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct skp_comment comments[COMMENTS_MAX];
	struct review_form form;
	struct skp *skp;
	int count;
	enum err err = load(req, &form, &skp);

	if (err)
		return err;
	count = read_comments(req, skp, &form, comments);
	err = answer(req, skp, skp_web_version(req), comments, count);
	if (err == ERR_CONFLICT)
		form.conflict = skp_conflict_review(&form);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		enum err shown = show(req, res, &form, err == ERR_INVALID ? 422 : 409);

		return shown ? shown : err;
	}
	if (err)
		return err;
	respond_note(res, str_format(job->mem, "SKP %.*s %s.", STR_ARG(skp->pegawai_nama),
				     str_is(request_field(req, "aksi"), "kembalikan")
					     ? "dikembalikan dengan catatan"
					     : "disetujui dan ditetapkan"));
	return respond_see_other(res, str_format(job->mem, "/tim?tahun=%d", skp->tahun));
}
