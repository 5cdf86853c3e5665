/* SPDX-License-Identifier: Apache-2.0 */
/* Choosing the period and the person. */
#include "evaluation/evaluation_pick_web.h"
#include "base/say.h"
#include "evaluation/evaluation_load.h"
#include "evaluation/evaluation_recap.h"

#include "evaluation/evaluation_make.h"
#include "form/table.h"

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

static bool is_listed(const struct evaluation_periode *periode)
{
	for (int i = 0; i < periode->choice_count; i++)
		if (periode->choice[i].is_chosen)
			return true;
	return false;
}

/* No year was set up: an empty page says so, not a missing one. */
static enum err pick_now(struct job *job, struct evaluation_periode *out)
{
	enum err err = evaluation_periode_now(job, &out->tahun, &out->nomor);

	if (err != ERR_NOT_FOUND)
		return err;
	*out = (struct evaluation_periode){
		.tahun = job->today.year, .nomor = 1, .nama = SAY(job->mem, "Belum ada periode")};
	return ERR_OK;
}

/* The list offers two years, but an older period may be asked for too. */
static enum err judge(struct job *job, struct str asked, bool is_read,
		      struct evaluation_periode *out)
{
	struct periode periode;
	enum err err = ERR_OK;

	if (asked.len == 0 || (is_read && is_listed(out)))
		return ERR_OK;
	if (is_read)
		err = evaluation_periode(job, out->tahun, out->nomor, &periode);
	if (!is_read || err == ERR_NOT_FOUND)
		out->wrong = SAY(job->mem, "Periode: pilih salah satu dari daftar.");
	return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err pick(struct job *job, struct str asked, struct evaluation_periode *out)
{
	bool is_read = parse(asked, &out->tahun, &out->nomor);
	struct periode *list;
	int count = 0;
	enum err err;

	if (!is_read && (err = pick_now(job, out)))
		return err;
	if ((err = evaluation_periode_list(job, &list, &count)))
		return err;
	struct str fallback = out->nama.len ? out->nama : str_format(job->mem, "%d", out->tahun);
	view_periode(job->mem, list, count, out);
	if (out->nama.len == 0)
		out->nama = fallback;
	return judge(job, asked, is_read, out);
}

/* A closed list that only the page knows; nothing chosen is the period people work on. */
enum err evaluation_pick_in(struct job *job, struct form *form, int at,
			    struct evaluation_periode *out)
{
	enum err err = pick(job, form->cells[at].text, out);

	if (err)
		return err;
	struct choice *choices = arena_array(job->mem, struct choice, out->choice_count + 1);
	for (int i = 0; i < out->choice_count; i++) {
		choices[i] =
			(struct choice){.key = out->choice[i].value, .label = out->choice[i].label};
		if (out->choice[i].is_chosen)
			form->cells[at].text = out->choice[i].value;
	}
	form_choose(form, at, choices, out->choice_count);
	if (out->wrong.len > 0)
		problem_add(job->faults, form->cells[at].id, "form.malformed", out->wrong);
	return ERR_OK;
}

/* What a list of one period is narrowed by. */
struct saring {
	struct str periode;
};
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {FIELD(CHOICE, periode, "Periode")};
static const struct form_table saring_form = FORM_TABLE("periode_saring", saring_fields);
#undef FORM_RECORD

enum err evaluation_pick(struct request *req, struct list *list, struct evaluation_periode *out)
{
	list_read(list, req, &saring_form, arena_new(request_mem(req), struct saring));
	return evaluation_pick_in(request_job(req), &list->form, 0, out);
}

enum err evaluation_pick_sent(struct request *req, struct str path, struct list *list,
			      struct evaluation_periode *out)
{
	struct job *job = request_job(req);
	struct saring *saring = arena_new(job->mem, struct saring);

	saring->periode = str_format(job->mem, "%d-%d", out->tahun, out->nomor);
	*list = (struct list){.path = path};
	form_make(&list->form, job, &saring_form, saring);
	form_fill(&list->form);
	return evaluation_pick_in(job, &list->form, 0, out);
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
