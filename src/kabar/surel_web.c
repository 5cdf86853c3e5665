/* SPDX-License-Identifier: Apache-2.0 */
/* The page about the mail server with its trial, and everybody's own choice about the digest. */
#include "kabar/digest.h"
#include "base/say.h"
#include "kabar/mail.h"
#include "kabar/surel_view.h"

#include "form/form_web.h"
#include "form/press.h"
#include "generated/routes.h"
#include "generated/kabar_templates.h"
#include "http/response.h"
#include "http/shell_web.h"

static struct str moment(const struct job *job, int64_t at)
{
	if (at == 0)
		return STR_NONE;
	return say_format(job->mem, "%.*s pukul %.*s %.*s",
			  STR_ARG(say_date(job->mem, date_of_time(at, job->actor->zona))),
			  STR_ARG(say_clock(job->mem, at, job->actor->zona)),
			  STR_ARG(zona_key(job->actor->zona)));
}

enum err surel_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct mail_state state = mail_state();
	struct digest_choice own;
	struct shell shell;
	enum err err;

	if ((err = digest_choice_load(job, &own)))
		return err;
	struct surel_view view = {.is_configured = mail_is_configured(),
				  .own_address = own.address,
				  .sent = moment(job, state.sent_at),
				  .failed = moment(job, state.failed_at),
				  .why = str_from(state.why)};
	shell_make(req, &shell, "/surel");
	html_surel_page(respond_html(res, 200), &shell, &view);
	return ERR_OK;
}

enum err surel_try_send(struct request *req, struct response *res)
{
	static const _Atomic bool goes_on;
	struct job *job = request_job(req);
	struct mail mail = {.subject = SAY(job->mem, "Abdi: surel uji"),
			    .body = SAY(job->mem,
					"Surel dari Abdi sampai. Ringkasan harian akan datang dari "
					"alamat ini.")};
	enum err err;

	if ((err = digest_own_address(job, &mail.to)))
		return err;
	err = mail_send(&mail, &goes_on);
	respond_note(res, err ? STR("Surel uji tidak terkirim. Sebabnya tertulis di bawah.")
			      : STR("Surel uji diterima server surel. Periksa kotak masuk Anda."));
	return respond_see_other(res, STR("/surel"));
}

static const struct choice digest_at[] = {{.key = STR("ya")}, {.key = STR("tidak")}};
static const struct choice_list digest_list = CHOICE_LIST(digest_at);
static const struct field digest_buttons =
	FORM_BUTTONS("ringkasan", digest_list, "Pilih kirim ringkasan harian, atau jangan.");

enum err digest_choice_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	unsigned pressed;
	enum err err = form_pressed(job, &digest_buttons, &source, &pressed);
	bool is_off = pressed == 1;

	if (err || (err = digest_choose(job, is_off)))
		return err;
	respond_note(res, is_off ? STR("Ringkasan harian tidak dikirim lagi.")
				 : STR("Ringkasan harian akan dikirim."));
	return respond_see_other(res, STR("/kabar"));
}
