/* SPDX-License-Identifier: Apache-2.0 */
/* The page of the devices one is signed in on. */
#include "account/device_view.h"
#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/account_templates.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"

/* "24 November 2026, 08.42 WIT" */
static struct str moment(struct job *job, int64_t at)
{
	enum zona zona = job->actor->zona;
	struct str day = say_date(job->mem, date_of_time(at, zona));
	struct str clock = say_clock(job->mem, at, zona), name = zona_key(zona);

	return str_format(job->mem, "%.*s, %.*s %.*s", STR_ARG(day), STR_ARG(clock), STR_ARG(name));
}

enum err device_list_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct device *devices;
	struct shell shell;
	int count;
	enum err err = device_list(job, request_session(req), &devices, &count);

	if (err)
		return err;
	struct device_item *items = arena_array(job->mem, struct device_item, DEVICES_MAX);
	for (int i = 0; i < count; i++) {
		int64_t seen = devices[i].is_this ? job->now : devices[i].seen_at;
		items[i] = (struct device_item){
			.device = &devices[i],
			.seen = moment(job, seen),
			.seen_iso = time_iso(job->mem, seen, job->actor->zona),
			.signed_in = moment(job, devices[i].signed_in_at),
			.signed_in_iso =
				time_iso(job->mem, devices[i].signed_in_at, job->actor->zona),
		};
	}
	shell_make(req, &shell, "/lainnya");
	html_device_list(respond_html(res, 200), &shell, items, count);
	return ERR_OK;
}

struct device_choice {
	struct str sesi; /* "lain": all but this one */
};
#define FORM_RECORD struct device_choice
static const struct field device_fields[] = {FIELD(HIDDEN, sesi, "Perangkat",
						   NEEDED("Pilih perangkat yang dikeluarkan."),
						   WRONG("Pilih perangkat yang dikeluarkan."))};
static const struct form_table device_form = FORM_TABLE("perangkat", device_fields);
#undef FORM_RECORD

/* A device that has gone by itself meanwhile is what was wanted. */
enum err device_end_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct form_source source = form_from_body(req);
	struct device_choice which;
	struct form form;

	form_make(&form, job, &device_form, &which);
	form_read(&form, &source);
	if (problems_any(job->faults))
		return ERR_INVALID;

	bool is_all = str_is(which.sesi, "lain");
	enum err err =
		is_all ? device_end_others(job, request_session(req)) : device_end(job, which.sesi);
	if (err && err != ERR_NOT_FOUND)
		return err;
	respond_note(res, is_all ? STR("Semua perangkat lain sudah dikeluarkan.")
				 : STR("Perangkat itu sudah dikeluarkan."));
	return respond_see_other(res, STR("/perangkat"));
}
