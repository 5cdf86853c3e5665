/* SPDX-License-Identifier: Apache-2.0 */
/* A service on the wall: what it promises, what to bring, and a code that opens its page. */
#include "base/file.h"
#include "base/say.h"
#include "generated/routes.h"
#include "http/response.h"
#include "layanan/layanan_view.h"
#include "org/org.h"
#include "render/pdf.h"

#define QR_SIDE 170 /* points: some 6 cm, read from two metres */

struct poster {
	struct arena *mem;
	struct layanan layanan;
	struct standar standar;
	struct maklumat maklumat;
	struct str agency, url, janji, unknown, scan;
	struct qr qr;
};

static void draw(struct pdf *pdf, const void *arg)
{
	const struct poster *p = arg;
	const struct str lines[] = {p->agency, p->layanan.unit_nama};

	pdf_letterhead(pdf, lines, 2);
	pdf_large(pdf, p->layanan.nama, 30);
	if (p->layanan.ringkas.len > 0)
		pdf_large(pdf, p->layanan.ringkas, 13);
	pdf_gap(pdf, 10);
	pdf_large(pdf,
		  p->janji.len > 0 ? say_format(p->mem, "Selesai dalam %.*s sejak berkas lengkap",
						STR_ARG(p->janji))
				   : p->unknown,
		  19);
	if (p->standar.biaya.len > 0)
		pdf_large(pdf, p->standar.biaya, 16);
	pdf_gap(pdf, 10);
	if (p->standar.syarat_count > 0)
		pdf_large(pdf, SAY(p->mem, "Bawa ini"), 16);
	for (int i = 0; i < p->standar.syarat_count; i++) {
		const struct syarat *it = &p->standar.syarat[i];
		pdf_large(pdf,
			  str_format(p->mem, "□ %.*s%s%.*s", STR_ARG(it->nama),
				     it->keterangan.len ? ", " : "", STR_ARG(it->keterangan)),
			  13);
	}
	pdf_gap(pdf, 12);
	if (p->maklumat.isi.len > 0) {
		pdf_large(pdf, str_format(p->mem, "“%.*s”", STR_ARG(p->maklumat.isi)), 12);
		pdf_small(pdf, str_format(p->mem, "%.*s, %.*s", STR_ARG(p->maklumat.nama),
					  STR_ARG(p->maklumat.jabatan)));
		pdf_gap(pdf, 12);
	}
	if (p->url.len > 0)
		pdf_qr(pdf, &p->qr, QR_SIDE,
		       str_format(p->mem, "%.*s\n\n%.*s", STR_ARG(p->scan), STR_ARG(p->url)));
}

static enum err poster_load(struct request *req, struct poster *p)
{
	struct job *job = request_job(req);
	struct str address;
	enum err err;

	p->mem = job->mem;
	if ((err = layanan_by_slug(job, request_route_param(req, "slug"), &p->layanan)) ||
	    (err = standar_on(job, &p->layanan.layanan_id, job->today, &p->standar)) ||
	    (err = maklumat_load(job, &p->layanan.unit_id, &p->maklumat)) ||
	    (err = public_address_load(job, &address)))
		return err;
	p->agency = job->actor->instansi_nama;
	p->janji = janji_text(job->mem, p->standar.janji_jumlah, p->standar.janji_satuan);
	p->unknown = SAY(job->mem, "Waktu penyelesaian belum ditetapkan");
	p->scan = SAY(job->mem, "Pindai untuk melihat syarat, di mana dokumen Anda, dan menilai "
				"layanan ini.");
	if (address.len == 0) /* no code leads to an address nobody set */
		return ERR_OK;
	p->url = str_format(job->mem, "%.*s/w/%.*s/layanan/%.*s", STR_ARG(address),
			    STR_ARG(job->actor->instansi_slug), STR_ARG(p->layanan.slug));
	return qr_make(job->mem, p->url, &p->qr);
}

static enum err respond_poster(struct request *req, struct response *res, bool is_a3)
{
	struct job *job = request_job(req);
	struct poster poster = {.mem = NULL};
	struct pdf_page page;
	struct str body;
	enum err err = poster_load(req, &poster);

	if (err)
		return err;
	page = (struct pdf_page){.is_a3 = is_a3,
				 .title = poster.layanan.nama,
				 .author = poster.agency,
				 .footer = poster.layanan.unit_nama,
				 .created_iso = time_utc_iso(job->mem, job->now)};
	if ((err = pdf_make(job->mem, &page, draw, &poster, &body)))
		return err;
	return respond_bytes(res, "application/pdf",
			     str_format(job->mem, "Poster-%s-%.*s.pdf", is_a3 ? "A3" : "A4",
					STR_ARG(poster.layanan.slug)),
			     body);
}

enum err poster_a4_file(struct request *req, struct response *res)
{
	return respond_poster(req, res, false);
}

enum err poster_a3_file(struct request *req, struct response *res)
{
	return respond_poster(req, res, true);
}
