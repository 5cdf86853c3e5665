/* SPDX-License-Identifier: Apache-2.0 */
/* The bell of every page, and the page of what waits and what was told. */
#include "kabar/kabar_web.h"

#include "base/say.h"
#include "generated/routes.h"
#include "generated/kabar_templates.h"
#include "http/shell_web.h"
#include "kabar/kabar_view.h"
#include "kabar/mail.h"

#define WEEK_DAYS 7

static void add_count(struct shell *shell, const char *place, int64_t count)
{
	for (int g = 0; g < SHELL_GROUPS; g++) {
		struct shell_group *group = &shell->groups[g];
		for (int i = group->first; i < group->first + group->link_count; i++) {
			if (!str_is(str_from(place), shell->links[i].path))
				continue;
			shell->links[i].count += (int)count;
			group->count += (int)count;
		}
	}
	for (int i = 0; i < shell->tab_count; i++)
		if (str_is(str_from(place), shell->tabs[i].path))
			shell->tabs[i].count += (int)count;
}

void kabar_bell(struct job *job, struct shell *shell)
{
	int64_t counts[DUTY_COUNT], unread = 0;

	/* A frame without counts is better than no page. */
	if (duty_counts(job, counts) || notice_count_unread(job, &unread))
		return;
	for (int i = 0; i < DUTY_COUNT; i++) {
		if (counts[i] == 0)
			continue;
		shell->duties++;
		add_count(shell, duty_place((enum duty_name)i), counts[i]);
	}
	shell->unread = (int)unread;
	if (shell->duties + shell->unread > 0)
		add_count(shell, "/kabar", shell->duties + shell->unread);
}

static struct str day_heading(const struct job *job, struct date day)
{
	int age = date_days(job->today) - date_days(day);

	return age <= 0		 ? SAY(job->mem, "Hari ini")
	       : age == 1	 ? SAY(job->mem, "Kemarin")
	       : age < WEEK_DAYS ? SAY(job->mem, "Sepekan terakhir")
				 : SAY(job->mem, "Sebelumnya");
}

/* "10.20 WIT" under its day, with the day where the heading does not say it. */
static struct str when_of(const struct job *job, const struct notice *notice, struct date day)
{
	struct str clock = str_format(job->mem, "%.*s %.*s",
				      STR_ARG(say_clock(job->mem, notice->at, job->actor->zona)),
				      STR_ARG(zona_key(job->actor->zona)));

	if (date_days(job->today) - date_days(day) < 2)
		return clock;
	return str_format(job->mem, "%.*s, %.*s", STR_ARG(say_date(job->mem, day)), STR_ARG(clock));
}

static void fill_items(const struct job *job, const struct notice_list *list,
		       struct kabar_view *view)
{
	struct str before = STR_NONE;

	for (int i = 0; i < list->count; i++) {
		const struct notice *notice = &list->at[i];
		struct date day = date_of_time(notice->at, job->actor->zona);
		struct str heading = day_heading(job, day);
		view->items[view->count++] =
			(struct kabar_item){notice, when_of(job, notice, day),
					    str_equal(heading, before) ? STR_NONE : heading};
		before = heading;
	}
}

enum err kabar_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	static const struct form_table no_filter = {.name = "kabar_saring"};
	struct duty_list duties;
	struct notice_list notices;
	struct kabar_view view = {.duties = &duties, .has_mail = mail_is_configured()};
	struct shell shell;
	enum err err;

	list_read(&view.list, req, &no_filter, NULL);
	struct id after = list_after_id(&view.list);
	view.is_first = id_is_none(&after);
	if ((err = duty_list(job, &duties)) || (err = notice_list(job, &after, &notices)) ||
	    (err = notice_count_unread(job, &view.unread)) ||
	    (view.has_mail && (err = digest_choice_load(job, &view.digest))))
		return err;
	fill_items(job, &notices, &view);
	if (!id_is_none(&notices.next))
		list_go_on(&view.list, id_str(job->mem, &notices.next));
	shell_make(req, &shell, "/kabar");
	html_kabar_page(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static enum err mark_read_work(struct job *job, void *arg)
{
	return notice_mark_read(job, arg);
}

/* Opening a notice reads it; that it could not be noted keeps nobody from the record. */
enum err kabar_open_page(struct request *req, struct response *res)
{
	struct id kabar_id;
	struct notice notice;
	enum err err;

	if ((err = request_id_param(req, "kabar_id", &kabar_id)) ||
	    (err = notice_find(request_job(req), &kabar_id, &notice)))
		return err;
	if (!notice.is_read)
		(void)!request_write(req, mark_read_work, &kabar_id);
	return respond_see_other(res, notice.path);
}

enum err kabar_read_send(struct request *req, struct response *res)
{
	enum err err = notice_mark_read(request_job(req), &(struct id){{0}});

	if (err)
		return err;
	respond_note(res, STR("Semua kabar ditandai sudah dibaca."));
	return respond_see_other(res, STR("/kabar"));
}
