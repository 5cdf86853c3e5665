/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of signing in and out, of the password, and of the first run. */
#include "account/account_view.h"

#include "account/account.h"
#include "account/session.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/cookie.h"
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
static enum err sign_in_form(struct request *req, struct response *res,
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
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err)
		return err;
	if (!is_set_up)
		return respond_see_other(res, STR("/mulai"));
	if (is_signed_in(req))
		return respond_see_other(res, STR("/beranda"));
	return sign_in_form(req, res, &view, ERR_OK);
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
	struct sign_in_view view = {.login = request_field(req, "masuk"),
				    .target = request_field(req, "ke")};
	struct sign_in_write write = {
		.who = {.login = view.login,
			.password = request_field(req, "sandi"),
			.address = request_address(req),
			.known = request_cookie(req, COOKIE_KNOWN)},
		.device = device_of(req),
	};
	enum err err = account_check(request_job(req), &write.who);

	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return sign_in_form(req, res, &view, err);
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
	respond_header(res, "Clear-Site-Data", STR("\"cache\""));
	respond_note(res, STR("Anda sudah keluar."));
	return respond_see_other(res, STR("/masuk"));
}

static enum err password_form(struct request *req, struct response *res, enum err err)
{
	struct shell shell;
	int status = err == ERR_BUSY ? 429 : err ? http_status_of(err) : 200;

	shell_make(req, &shell, "");
	html_password(respond_html(res, status), &shell, request_job(req)->faults);
	return err;
}

enum err password_page(struct request *req, struct response *res)
{
	return password_form(req, res, ERR_OK);
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
	struct password_write write = {.device = device_of(req)};
	enum err err = account_check_password(request_job(req), request_field(req, "sekarang"),
					      request_field(req, "baru"),
					      request_field(req, "ulang"), &write.hash);

	if (err == ERR_INVALID || (err == ERR_BUSY && problems_any(request_job(req)->faults)))
		return password_form(req, res, err);
	if (err || (err = request_write(req, password_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	respond_note(res, STR("Kata sandi sudah diganti."));
	return respond_see_other(res, STR("/beranda"));
}

enum err theme_send(struct request *req, struct response *res)
{
	enum err err = account_set_theme(request_job(req), request_field(req, "tema"));

	return err ? err : respond_see_other(res, STR("/lainnya"));
}

static enum err first_run_form(struct request *req, struct response *res,
			       const struct installation *view, enum err err)
{
	struct shell shell;

	shell_make(req, &shell, "");
	html_first_run(respond_html(res, err ? http_status_of(err) : 200), &shell, view,
		       request_job(req)->faults);
	return err;
}

enum err first_run_page(struct request *req, struct response *res)
{
	struct installation view = {0};
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err)
		return err;
	return is_set_up ? respond_see_other(res, STR("/masuk"))
			 : first_run_form(req, res, &view, ERR_OK);
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
	struct installation in = {
		.nama = request_field(req, "nama"),
		.kode = request_field(req, "kode"),
		.kota = request_field(req, "kota"),
		.zona = request_field(req, "zona"),
		.admin_nama = request_field(req, "admin_nama"),
		.admin_email = request_field(req, "admin_email"),
		.sandi = request_field(req, "sandi"),
		.ulang = request_field(req, "ulang"),
		.kode_awal = request_field(req, "kode_awal"),
	};
	struct first_run_write write = {.in = &in, .device = device_of(req)};
	bool is_set_up = false;
	enum err err = installation_is_set_up(request_job(req), &is_set_up);

	if (err || is_set_up)
		return err ? err : respond_see_other(res, STR("/masuk"));
	if ((err = installation_check(request_job(req), &in, &write.hash)) == ERR_INVALID)
		return first_run_form(req, res, &in, err);
	if (err || (err = request_write(req, first_run_work, &write)))
		return err;
	respond_session(res, write.cookie, SESSION_SECONDS);
	respond_note(res,
		     STR("Instansi sudah dibuat. Berikutnya: impor unit, jabatan, dan pegawai."));
	return respond_see_other(res, STR("/beranda"));
}
