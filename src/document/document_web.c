/* SPDX-License-Identifier: Apache-2.0 */
/* Downloads of signed documents, and the public page that verifies one. */
#include "document/document.h"

#include "document/document_name.h"
#include "document/document_pdf.h"
#include "generated/routes.h"
#include "generated/document_templates.h"
#include "http/form.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "org/org.h"

struct issue {
	enum dokumen_jenis jenis;
	struct id objek_id;
	struct arena *mem;
	struct str isi, kode;
};

/* The document's bytes, copied from the writer's memory into the request's. */
static enum err issue_work(struct job *job, void *arg)
{
	struct issue *issue = arg;
	struct dokumen *made;
	enum err err = document_issue(job, issue->jenis, &issue->objek_id, &made);

	if (err)
		return err;
	issue->isi = str_copy(issue->mem, made->isi);
	issue->kode = str_copy(issue->mem, made->kode);
	return ERR_OK;
}

/* Reads what was signed with the decision; only what was decided without a paper is signed now. */
static enum err issue_load(struct request *req, struct issue *issue)
{
	struct dokumen *found;
	enum err err = document_load(request_job(req), issue->jenis, &issue->objek_id, &found);

	if (err == ERR_NOT_FOUND)
		return request_write(req, issue_work, issue);
	if (err)
		return err;
	issue->isi = found->isi;
	issue->kode = found->kode;
	return ERR_OK;
}

/* STR_NONE until the agency has said where it is found: the host a browser names may be anybody's.
 */
static enum err verify_url(struct job *job, struct str kode, struct str *out)
{
	enum err err = public_address_load(job, out);

	if (!err && out->len > 0)
		*out = str_format(job->mem, "%.*s/v/%.*s", STR_ARG(*out), STR_ARG(kode));
	return err;
}

static enum err send_document(struct request *req, struct response *res, enum dokumen_jenis jenis,
			      const char *param)
{
	struct issue issue = {.jenis = jenis, .mem = request_mem(req)};
	struct str pdf, url;
	enum err err;

	if ((err = request_id_param(req, param, &issue.objek_id)))
		return err;
	if ((err = issue_load(req, &issue)))
		return err;
	if ((err = verify_url(request_job(req), issue.kode, &url)) ||
	    (err = document_pdf(issue.mem, issue.isi, url, &pdf)))
		return err;
	return respond_bytes(res, "application/pdf", document_file_name(issue.mem, issue.isi), pdf);
}

enum err document_skp_file(struct request *req, struct response *res)
{
	return send_document(req, res, DOKUMEN_SKP, "skp_id");
}

enum err document_evaluasi_file(struct request *req, struct response *res)
{
	return send_document(req, res, DOKUMEN_EVALUASI, "evaluasi_id");
}

enum err document_dokumen_file(struct request *req, struct response *res)
{
	return send_document(req, res, DOKUMEN_DOKUMEN_EVALUASI, "evaluasi_id");
}

/* The form of the first page: a code becomes an address that may be kept. */
enum err document_find_page(struct request *req, struct response *res)
{
	struct str kode =
		str_slice(str_digits(request_mem(req), request_query(req, "kode")), 0, 32);

	if (kode.len == 0)
		return respond_see_other(res, STR("/"));
	return respond_see_other(res, str_format(request_mem(req), "/v/%.*s",
						 STR_ARG(form_escape(request_mem(req), kode))));
}

enum err document_verify_page(struct request *req, struct response *res)
{
	struct dokumen_periksa found;
	struct shell shell;
	struct str kode = request_param(req, "kode");
	enum err err = document_verify(request_job(req), kode, &found);

	if (err && err != ERR_NOT_FOUND)
		return err;
	shell_make(req, &shell, "");
	respond_header(res, "X-Robots-Tag", STR("noindex"));
	html_document_verify(respond_html(res, err ? 404 : 200), &shell, err ? NULL : &found,
			     str_slice(kode, 0, 32));
	return ERR_OK;
}
