/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of signing in and out, of the password, and of the first run. */
#include "account/account_view.h"

#include "account/account.h"
#include "account/session.h"
#include "base/say.h"
#include "form/form_web.h"
#include "form/press.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/language.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "http/status.h"

#define KNOWN_SECONDS (365 * 86400)

static bool is_signed_in(struct request *req)
{
	return request_job(req)->actor->is_signed_in;
}

static struct str device_of(struct request *req)
{
	return request_header(req, "User-Agent");
}

/* 200 for a fresh form, 422 with faults, 429 when there were too many attempts. */
static enum err sign_in_show(struct request *req, struct response *res,
			     const struct sign_in_view *view, enum err err)
{
	struct shell shell;
	int status = err == ERR_BUSY ? 429 : err ? http_status_of(err) : 200;

	shell_make(req, &shell, "");
	html_sign_in(respond_html(res, status), &shell, view, request_job(req)->faults);
	return err;
}

enum err sign_in_page(struct request *req, struct response *res)
{
	struct sign_in_view view = {.target = request_query(req, "ke")};
	struct sign_in who = {.must_change = false};
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err)
		return err;
	if (!is_set_up)
		return respond_see_other(res, STR("/mulai"));
	if (is_signed_in(req))
		return respond_see_other(res, STR("/beranda"));
	form_make(&view.form, request_job(req), &sign_in_form, &who);
	return sign_in_show(req, res, &view, ERR_OK);
}

struct sign_in_write {
	struct sign_in who;
	struct str device, old, cookie;
};

static enum err sign_in_work(struct job *job, void *arg)
{
	struct sign_in_write *write = arg;
	return account_sign_in(job, &write->who, write->device, write->old, &write->cookie);
}

enum err sign_in_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct sign_in_view view = {.target = request_field(req, "ke")};
	struct sign_in_write write = {
		.who = {.address = request_address(req),
			.known = request_cookie(req, COOKIE_KNOWN)},
		.device = device_of(req),
	};
	enum err err;

	form_make(&view.form, request_job(req), &sign_in_form, &write.who);
	form_read(&view.form, &source);
	err = account_check(request_job(req), &write.who);
	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return sign_in_show(req, res, &view, err);
	if (err || (err = request_write(req, sign_in_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	respond_cookie(res, COOKIE_KNOWN, write.who.known, KNOWN_SECONDS);
	if (write.who.must_change)
		return respond_see_other(res, STR("/sandi"));
	return respond_see_other(res, view.target.len > 0 ? view.target : STR("/beranda"));
}

enum err sign_out_send(struct request *req, struct response *res)
{
	enum err err = account_sign_out(request_job(req), request_session(req));

	if (err)
		return err;
	respond_session(res, STR_NONE, 0);
	/* Not "storage": a shared phone may hold what another person has still to send. What this
	   one typed was handed over by the page (assets/kirim.js) before the form came. */
	respond_header(res, "Clear-Site-Data", STR("\"cache\""));
	respond_note(res, STR("Anda sudah keluar."));
	return respond_see_other(res, STR("/masuk"));
}

static enum err password_show(struct request *req, struct response *res, struct form *form,
			      enum err err)
{
	struct shell shell;
	int status = err == ERR_BUSY ? 429 : err ? http_status_of(err) : 200;

	if (!account_asks_password(request_job(req)->actor))
		form_leave_out(form, FORM_AT(form, struct sandi_isian, sekarang));
	else if (request_job(req)->actor->must_change)
		form_say(form, FORM_AT(form, struct sandi_isian, sekarang),
			 SAY(request_mem(req), "Kode aktivasi yang baru dipakai"), STR_NONE);
	shell_make(req, &shell, "");
	html_password(respond_html(res, status), &shell, form, request_job(req)->faults);
	return err;
}

enum err password_page(struct request *req, struct response *res)
{
	struct sandi_isian isian;
	struct form form;

	form_make(&form, request_job(req), &sandi_form, &isian);
	return password_show(req, res, &form, ERR_OK);
}

struct password_write {
	struct str hash, device, cookie;
};

static enum err password_work(struct job *job, void *arg)
{
	struct password_write *write = arg;
	return account_set_password(job, write->hash, write->device, &write->cookie);
}

enum err password_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct password_write write = {.device = device_of(req)};
	struct sandi_isian isian;
	struct form form;
	enum err err;

	form_make(&form, request_job(req), &sandi_form, &isian);
	form_read(&form, &source);
	err = account_check_password(request_job(req), isian.sekarang, isian.baru, isian.ulang,
				     &write.hash);
	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return password_show(req, res, &form, err);
	if (err || (err = request_write(req, password_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	respond_note(res, STR("Kata sandi sudah diganti."));
	return respond_see_other(res, STR("/beranda"));
}

struct theme_choice {
	struct str tema; /* empty: as the device has it */
};
static const struct choice theme_at[] = {{.key = STR("light")}, {.key = STR("dark")}};
static const struct choice_list theme_list = CHOICE_LIST(theme_at);
#define FORM_RECORD struct theme_choice
static const struct field theme_fields[] = {
	FIELD(RADIO, tema, "Tampilan", ONE_OF(theme_list),
	      WRONG("Pilih terang, gelap, atau ikut perangkat."))};
static const struct form_table theme_form = FORM_TABLE("tampilan", theme_fields);
#undef FORM_RECORD

enum err theme_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct job *job = request_job(req);
	struct theme_choice chosen;
	struct form form;

	form_make(&form, job, &theme_form, &chosen);
	form_read(&form, &source);
	enum err err =
		problems_any(job->faults) ? ERR_INVALID : account_set_theme(job, chosen.tema);
	return err ? err : respond_see_other(res, STR("/lainnya"));
}

static const struct choice language_at[] = {
#define BAHASA(name, key_, ...) {.key = STR(key_)},
#include "base/bahasa.def"
#undef BAHASA
};
static const struct choice_list language_list = CHOICE_LIST(language_at);
static const struct field language_buttons =
	FORM_BUTTONS("bahasa", language_list, "Pilih salah satu bahasa.");

static enum err language_work(struct job *job, void *arg)
{
	return account_set_language(job, *(const enum bahasa *)arg);
}

/* The browser remembers it too, so that the sign-in page speaks as the pages behind it. */
enum err language_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	unsigned pressed;
	enum err err = form_pressed(request_job(req), &language_buttons, &source, &pressed);
	enum bahasa bahasa = (enum bahasa)pressed;

	if (err)
		return err;
	respond_language(res, bahasa);
	if (request_job(req)->actor->is_signed_in)
		err = request_write(req, language_work, &bahasa);
	return err ? err : respond_see_other(res, request_field(req, "ke"));
}

static enum err first_run_show(struct request *req, struct response *res, const struct form *form,
			       enum err err)
{
	struct shell shell;

	shell_make(req, &shell, "");
	html_first_run(respond_html(res, err ? http_status_of(err) : 200), &shell, form,
		       request_job(req)->faults);
	return err;
}

static void first_run_begin(struct request *req, struct form *form, struct installation *in)
{
	form_make(form, request_job(req), &installation_form, in);
	if (!setup_code_is_demanded())
		form_leave_out(form, FORM_AT(form, struct installation, kode_awal));
}

enum err first_run_page(struct request *req, struct response *res)
{
	struct installation in = {.ulang = STR_NONE};
	struct form form;
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err || is_set_up)
		return err ? err : respond_see_other(res, STR("/masuk"));
	first_run_begin(req, &form, &in);
	return first_run_show(req, res, &form, ERR_OK);
}

struct first_run_write {
	const struct installation *in;
	struct str hash, device, cookie;
};

static enum err first_run_work(struct job *job, void *arg)
{
	struct first_run_write *write = arg;
	return installation_create(job, write->in, write->hash, write->device, &write->cookie);
}

enum err first_run_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct installation in = {.ulang = STR_NONE};
	struct form form;
	struct first_run_write write = {.in = &in, .device = device_of(req)};
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err || is_set_up)
		return err ? err : respond_see_other(res, STR("/masuk"));
	first_run_begin(req, &form, &in);
	form_read(&form, &source);
	if ((err = installation_check(request_job(req), &in, &write.hash)) == ERR_INVALID)
		return first_run_show(req, res, &form, err);
	if (err || (err = request_write(req, first_run_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	respond_note(res,
		     STR("Instansi sudah dibuat. Berikutnya: impor unit, jabatan, dan pegawai."));
	return respond_see_other(res, STR("/beranda"));
}
