/* SPDX-License-Identifier: Apache-2.0 */
/* Taking in, and the list of open documents, on one page. */
#include "base/say.h"
#include "berkas/berkas_form.h"
#include "berkas/berkas_view.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/berkas_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "org/org.h"

#define SERVICES 60 /* of the actor's units, in one select */
#define CARI_MAX 40

/* What the list is narrowed by, and the service that is taken in. */
struct saring {
	unsigned tampil;
	struct str cari;
	struct id layanan;
};

static const struct choice tampil_at[] = {
	{.key = STR("semua"), .label = STR(SAID("Semua"))},
	{.key = STR("lewat"), .label = STR(SAID("Lewat janji"))},
	{.key = STR("hari"), .label = STR(SAID("Hari ini"))},
	{.key = STR("warga"), .label = STR(SAID("Menunggu warga"))},
	{.key = STR("siap"), .label = STR(SAID("Siap diambil"))}};
static const struct choice_list tampil_list = CHOICE_LIST(tampil_at);
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {FIELD(CHOICE, tampil, "Tampilkan", ONE_OF(tampil_list))
						     FIELD(SEARCH, cari, "Cari", .most = CARI_MAX)
							     FIELD(HIDDEN, layanan, "Layanan")};
static const struct form_table saring_form = FORM_TABLE("berkas_saring", saring_fields);
#undef FORM_RECORD

/* Services one can take in for, of which one stands on the page with its ticks. */
static enum err offer_services(struct job *job, struct berkas_list_view *view, struct form *form)
{
	struct layanan_cari which = {.jalur = access_scope_jalur(job->actor, PERM_BERKAS_WORK),
				     .is_aktif_only = true,
				     .most = SERVICES};
	struct berkas_masuk *record = form->record;
	struct layanan *services;
	int count = 0, open = 0;
	bool is_known = false;
	enum err err = layanan_list(job, &which, &services, &count);

	if (err)
		return err;
	struct choice *choices = arena_array(job->mem, struct choice, count + 1);
	for (int i = 0; i < count; i++) {
		if (services[i].nomor == 0)
			continue;
		is_known = is_known || id_equal(&services[i].layanan_id, &record->layanan_id);
		if (open == 0 && id_is_none(&record->layanan_id))
			record->layanan_id = services[i].layanan_id;
		choices[open++] = (struct choice){.key = id_str(job->mem, &services[i].layanan_id),
						  .label = services[i].nama};
	}
	form_choose(form, FORM_AT(form, struct berkas_masuk, layanan_id), choices, open);
	view->masuk = open > 0 ? form : NULL;
	if (!is_known && open > 0 && !id_parse(choices[0].key, &record->layanan_id))
		return ERR_NOT_FOUND;
	return ERR_OK;
}

static enum err load_service(struct job *job, struct berkas_list_view *view)
{
	const struct berkas_masuk *record;
	struct law_values law;
	enum err err;

	if (!view->masuk)
		return ERR_OK;
	record = view->masuk->record;
	view->untuk = id_str(job->mem, &record->layanan_id);
	if ((err = standar_on(job, &record->layanan_id, job->today, &view->standar)) ||
	    (err = setelan_values_load(job, job->today, &law)))
		return err;
	view->hapus_hari = (int)law.of[LAW_berkas_hapus_hari];
	view->janji = janji_text(job->mem, view->standar.janji_jumlah, view->standar.janji_satuan);
	return ERR_OK;
}

static void make_tabs(struct job *job, const struct berkas_jumlah *jumlah, unsigned here,
		      struct berkas_list_view *view)
{
	const int64_t counts[] = {jumlah->semua, jumlah->lewat, jumlah->hari_ini, jumlah->warga,
				  jumlah->siap};

	for (int i = 0; i < BERKAS_TAMPIL_COUNT; i++)
		view->tabs[i] = (struct berkas_tab){
			.url = i == 0 ? STR("/berkas")
				      : str_format(job->mem, "/berkas?tampil=%.*s",
						   STR_ARG(tampil_at[i].key)),
			.label = say(job->mem, tampil_at[i].label),
			.count = counts[i],
			.is_here = (unsigned)i == here,
			.is_bad = i == BERKAS_LEWAT && counts[i] > 0};
	view->tampil = tampil_at[here].key;
}

/* "12345.<id>": the last row of the page before. */
static void place_parse(struct list *list, struct berkas_cari *which)
{
	struct str id_text;
	struct str urut = str_cut(list->ask.after, '.', &id_text);

	if (list->ask.after.len == 0)
		return;
	if (!str_parse_int(urut, &which->urut) || !id_parse(id_text, &which->berkas_id)) {
		which->urut = 0;
		which->berkas_id = (struct id){.bytes = {0}};
		list_begin_again(list);
	}
}

static enum err load_rows(struct job *job, const struct saring *saring,
			  struct berkas_list_view *view)
{
	struct berkas_cari which = {.tampil = (enum berkas_tampil)saring->tampil,
				    .most = RECORDS_LIMIT_MAX + 1};
	struct berkas *rows = NULL;
	enum err err;

	view->is_search = saring->cari.len > 0;
	place_parse(&view->list, &which);
	err = view->is_search
		      ? berkas_find(job, saring->cari, RECORDS_LIMIT_MAX, &rows, &view->count)
		      : berkas_list(job, &which, &rows, &view->count);
	if (err)
		return err;
	view->rows = rows;
	if (view->count > RECORDS_LIMIT_MAX) {
		const struct berkas *last = &rows[--view->count - 1];
		list_go_on(&view->list, str_format(job->mem, "%lld.%.*s", (long long)last->urut,
						   STR_ARG(id_str(job->mem, &last->berkas_id))));
	}
	return berkas_look_all(job, rows, view->count, &view->rupa);
}

static enum err show(struct request *req, struct response *res, struct form *form, int status)
{
	struct job *job = request_job(req);
	struct saring *saring = arena_new(job->mem, struct saring);
	struct berkas_masuk *record = form->record;
	struct berkas_list_view view = {.count = 0};
	struct berkas_jumlah jumlah;
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &saring_form, saring);
	if (status == 200 && id_is_none(&record->layanan_id))
		record->layanan_id = saring->layanan;
	view.cari = saring->cari;
	view.today = str_format(job->mem, "%.*s, %.*s", STR_ARG(say_day_name(job->mem, job->today)),
				STR_ARG(say_date(job->mem, job->today)));
	if ((err = offer_services(job, &view, form)) || (err = load_service(job, &view)) ||
	    (err = berkas_count(job, &jumlah)) || (err = load_rows(job, saring, &view)))
		return err;
	if (status == 200)
		form_fill(form);
	make_tabs(job, &jumlah, saring->tampil, &view);
	shell_make(req, &shell, "/berkas");
	html_berkas_list(respond_html(res, status == 200 ? list_status(&view.list) : status),
			 &shell, &view, job->faults);
	return ERR_OK;
}

enum err berkas_list_page(struct request *req, struct response *res)
{
	return show(req, res, form_new(req, &berkas_masuk_form), 200);
}

static enum err show_wrong(struct request *req, struct response *res, void *form)
{
	return show(req, res, form, 422);
}

/* Another service was chosen: the same form with its ticks, and nothing is wrong yet. */
enum err berkas_pilih_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &berkas_masuk_form);
	struct berkas_list_view view = {.count = 0};
	struct berkas_masuk *record = form->record;
	enum err err = offer_services(request_job(req), &view, form);

	if (err)
		return err;
	form_read(form, &source);
	request_job(req)->faults->count = 0;
	for (int i = 0; i < BERKAS_SYARAT_MAX; i++)
		record->ada[i] = false;
	return show(req, res, form, 200);
}

enum err berkas_masuk_send(struct request *req, struct response *res)
{
	struct form_source source = form_from_body(req);
	struct form *form = form_new(req, &berkas_masuk_form);
	struct berkas_list_view view = {.count = 0};
	struct job *job = request_job(req);
	struct berkas_masuk *record = form->record;
	struct berkas made;
	enum err err = offer_services(job, &view, form);

	if (err)
		return err;
	form_read(form, &source);
	if (id_is_none(&record->untuk))
		problem_add(
			job->faults, STR("untuk"), "berkas.untuk",
			STR("Halaman ini tidak sampai dengan utuh. Muat ulang, lalu isi lagi."));
	else if (!id_equal(&record->untuk, &record->layanan_id))
		problem_add(job->faults, STR("layanan"), "berkas.other",
			    STR("Syarat layanan ini lain. Centang yang ada, lalu kirim lagi."));
	/* all that is wrong at once: the use case looks even where a field was none */
	if ((err = berkas_add(job, record, &made)) == ERR_NOT_FOUND && problems_any(job->faults))
		err = ERR_INVALID;
	if (err == ERR_INVALID)
		respond_again(res, show_wrong, form);
	if (err)
		return err;
	respond_note(res, say_format(job->mem, "Berkas %.*s diterima",
				     STR_ARG(berkas_kode_text(job->mem, made.kode))));
	return respond_see_other(res, str_format(job->mem, "/berkas/%.*s/tanda?baru=ya",
						 STR_ARG(id_str(job->mem, &made.berkas_id))));
}
