/* SPDX-License-Identifier: Apache-2.0 */
/* What is answered when a handler left no answer: a page, problem details, or the way to the
   sign-in. */
#include "app/answer.h"

#include "app/named_files.h"
#include "app/resume.h"
#include "app/ways.h"
#include "base/log.h"
#include "base/say.h"
#include "generated/render_templates.h"
#include "http/form.h"
#include "http/problem.h"
#include "http/router.h"
#include "http/shell_web.h"
#include "http/status.h"
#include "law/access.h"

static bool is_unkept(const struct request *req, int status)
{
	return !request_is_reading(req) && (status == 503 || status == 504);
}

/* Everything of the answer but what is told in it. */
static void begin_answer(struct request *req, int status)
{
	struct pairs kept = req->response.headers; /* cookies and Allow stay */

	response_reset(&req->response);
	for (int i = 0; i < kept.count; i++) {
		if (str_is(kept.at[i].name, "Set-Cookie") || str_is(kept.at[i].name, "Allow"))
			pairs_add(&req->response.headers, kept.at[i].name, kept.at[i].value);
	}
	if (status == 503 || status == 504 || status == 429)
		respond_header(&req->response, "Retry-After", STR("5"));
	if (is_unkept(req, status)) /* for programs and for the page's script: decision 0026 */
		respond_header(&req->response, "Abdi-Outcome",
			       status == 504 ? STR("unknown") : STR("refused"));
}

static void answer_page(struct request *req, int status, struct str title, struct str sentence)
{
	struct error_view view = {.title = title, .sentence = sentence};
	struct shell shell;

	begin_answer(req, status);
	if (request_wants_json(req)) {
		respond_problem(&req->response, status, &req->faults);
		return;
	}
	shell_make(req, &shell, "");
	ways_find(req, &shell, status, &view);
	html_error_page(respond_html(&req->response, status), &shell, &view);
}

static void answer_kept_form(struct request *req, int status)
{
	begin_answer(req, status);
	problems_init(&req->faults, req->mem);
	resume_unkept(req, status == 504 ? RESUME_UNKNOWN : RESUME_REFUSED, status);
}

/* A change that brought no form to be kept, or one with a password. */
static struct str unkept_sentence(struct arena *mem, int status)
{
	return status == 504
		       ? SAY(mem, "Sambungan ke basis data terputus tepat ketika menyimpan. "
				  "Periksa dahulu apakah perubahan itu sudah ada, lalu ulangi.")
		       : SAY(mem, "Yang Anda kirim belum tersimpan. Coba lagi sebentar lagi.");
}

void answer_status(struct request *req, int status)
{
	struct str sentence = say(req->mem, http_status_sentence(status));

	if (is_unkept(req, status) && resume_can_keep(req)) {
		answer_kept_form(req, status);
		return;
	}
	if (status == 422 && req->faults.count > 0)
		sentence = req->faults.at[0].sentence;
	if (is_unkept(req, status))
		sentence = unkept_sentence(req->mem, status);
	answer_page(req, status, say(req->mem, http_status_title(status)), sentence);
}

/* The database lost what it had confirmed (audit/guard.h). */
static void answer_halted(struct request *req)
{
	answer_page(req, 503, SAY(request_mem(req), "Perubahan dihentikan sementara"),
		    SAY(request_mem(req),
			"Yang Anda kirim belum tersimpan. Basis data kembali ke keadaan yang lebih "
			"lama daripada yang pernah dikonfirmasi, jadi semua perubahan ditolak "
			"sampai petugas teknis memeriksanya. Membaca tetap bisa."));
}

static void answer_sign_in(struct request *req)
{
	struct str target = req->path;

	if (req->query_text.len > 0)
		target = str_format(req->mem, "%.*s?%.*s", STR_ARG(req->path),
				    STR_ARG(req->query_text));
	if (!request_is_reading(req))
		target = STR("/beranda");
	response_reset(&req->response);
	(void)respond_see_other(&req->response, str_format(req->mem, "/masuk?ke=%.*s",
							   STR_ARG(form_escape(req->mem, target))));
}

/* A page with faults (422) or a named refusal is an answer; a half-written 200 before an err is
   not. */
static bool fits(const struct response *res, enum err err)
{
	if (res->status == 0)
		return false;
	return err == ERR_OK ||
	       (res->status >= 400 && err != ERR_STORE && err != ERR_UNKNOWN && err != ERR_HALTED);
}

void answer_outcome(struct request *req, enum err err)
{
	if (fits(&req->response, err))
		return;
	if (err == ERR_STORE || err == ERR_UNKNOWN || err == ERR_IO)
		log_error("request", "id=%.*s route=%s err=%s", STR_ARG(req->job.request_id),
			  req->route ? req->route->path : "", err_name(err));
	if (err == ERR_SIGN_IN && !request_wants_json(req))
		answer_sign_in(req);
	else if (err == ERR_HALTED)
		answer_halted(req);
	else if (err == ERR_OK)
		req->response.status = 204;
	else
		answer_status(req, http_status_of(err));
}

/* The outbox sends beside pages that are being opened: a receipt or a note in a cookie would be
   told on whichever page of the browser comes next, and the sender would not hear it. */
static void tell_kept(struct request *req)
{
	response_reset(&req->response);
	req->response.status = 204;
	respond_header(&req->response, "Abdi-Outcome", STR("kept"));
}

void answer_receipt(struct request *req)
{
	int status = req->response.status;

	if (request_is_reading(req) || req->route->api || (status != 303 && status != 201))
		return;
	named_files_drop(req);
	if (status == 303 && request_is_queued(req))
		tell_kept(req);
	else
		respond_receipt(&req->response, request_field(req, "kunci"));
}
