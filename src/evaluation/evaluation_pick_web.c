/* SPDX-License-Identifier: Apache-2.0 */
/* Choosing the period and the person. */
#include "evaluation/evaluation_pick_web.h"
#include "base/say.h"
#include "evaluation/evaluation_recap.h"

#include "evaluation/evaluation_make.h"

static bool parse(struct str text, int *tahun, int *nomor)
{
	struct str rest, first = str_cut(text, '-', &rest);
	int64_t year = 0, number = 0;

	if (!str_parse_int(first, &year) || !str_parse_int(rest, &number) || year < 2000 ||
	    year > 9999 || number < 0 || number > 99)
		return false;
	*tahun = (int)year;
	*nomor = (int)number;
	return true;
}

enum err evaluation_pick(struct request *req, struct str action, struct evaluation_periode *out)
{
	struct job *job = request_job(req);
	struct periode *list;
	int count = 0;
	enum err err;

	if (!parse(request_query(req, "periode"), &out->tahun, &out->nomor)) {
		err = evaluation_periode_now(job, &out->tahun, &out->nomor);
		if (err ==
		    ERR_NOT_FOUND) /* no year was set up: an empty page says so, not a missing
		                      one */
			*out = (struct evaluation_periode){
				.tahun = job->today.year,
				.nomor = 1,
				.nama = SAY(job->mem, "Belum ada periode")};
		else if (err)
			return err;
	}
	if ((err = evaluation_periode_list(job, &list, &count)))
		return err;
	struct str fallback = out->nama.len ? out->nama : str_format(job->mem, "%d", out->tahun);
	view_periode(job->mem, action, list, count, out);
	if (out->nama.len == 0)
		out->nama = fallback;
	return ERR_OK;
}

static enum err param_int(struct request *req, const char *name, int *out)
{
	int64_t value = 0;
	if (!str_parse_int(request_param(req, name), &value) || value < 0 || value > 9999)
		return ERR_NOT_FOUND;
	*out = (int)value;
	return ERR_OK;
}

enum err evaluation_key(struct request *req, struct id *pegawai_id, int *tahun, int *nomor)
{
	enum err err;

	if ((err = request_id_param(req, "pegawai_id", pegawai_id)))
		return err;
	if ((err = param_int(req, "tahun", tahun)))
		return err;
	return param_int(req, "nomor", nomor);
}
