/* SPDX-License-Identifier: Apache-2.0 */
/* The public pages of the calculators. A question stands in the address, so that it can be passed
   on; a person's number never does: those two ask by POST, read nothing from the address, and are
   not kept by the browser. */
#include "kalkulator/kalkulator_view.h"

#include "base/say.h"
#include "form/form_web.h"
#include "form/table.h"
#include "generated/routes.h"
#include "generated/kalkulator_templates.h"
#include "http/response.h"
#include "http/shell_web.h"

struct str kalkulator_url(struct arena *mem, const struct kalkulator *kalkulator)
{
	return str_format(mem, "/kalkulator/%.*s", STR_ARG(kalkulator->name));
}

enum err kalkulator_list_page(struct request *req, struct response *res)
{
	struct shell shell;
	int count, made = 0;
	const struct kalkulator *list = kalkulator_list(request_mem(req), &count);
	struct kalkulator_group *groups = /* one stands apart: a group more, not a crash */
		arena_array(request_mem(req), struct kalkulator_group, count + 1);

	for (int i = 0; i < count; i++) {
		if (i == 0 || list[i].subject != list[i - 1].subject)
			groups[made++] = (struct kalkulator_group){
				say(request_mem(req), kalk_subject_label(list[i].subject)),
				&list[i], 0};
		groups[made - 1].count++;
	}
	shell_make(req, &shell, "/kalkulator");
	html_kalkulator_list(respond_html(res, 200), &shell, groups, made);
	return ERR_OK;
}

/* --- where the values come from --- */

static bool from_nowhere(const void *from, const char *name, int n, struct str *out)
{
	(void)from, (void)name, (void)n, (void)out;
	return false;
}

/* "hasil=di_atas perilaku=sesuai" */
static bool from_example(const void *from, const char *name, int n, struct str *out)
{
	struct str rest = *(const struct str *)from;

	while (rest.len && n == 0) {
		struct str value, pair = str_cut(rest, ' ', &rest);
		if (str_is(str_cut(pair, '=', &value), name)) {
			*out = value;
			return true;
		}
	}
	return false;
}

/* ?contoh=1 shows the example. */
struct asked {
	struct str contoh;
};
static const struct choice contoh_at[] = {{.key = STR("1")}};
static const struct choice_list contoh_list = CHOICE_LIST(contoh_at);
#define FORM_RECORD struct asked
static const struct field asked_fields[] = {FIELD(CHOICE, contoh, "Contoh", ONE_OF(contoh_list))};
static const struct form_table asked_form = FORM_TABLE("kalkulator_asked", asked_fields);
#undef FORM_RECORD

static void read_form(struct request *req, const struct asked *asked, struct kalkulator_view *view)
{
	const struct kalkulator *kalkulator = view->kalkulator;
	struct form_source source = form_from_address(req);

	if (str_is(request_method(req), "POST"))
		source = form_from_body(req);
	else if (asked->contoh.len)
		source = (struct form_source){from_example, &kalkulator->example};
	else if (kalkulator->is_private)
		source = (struct form_source){from_nowhere, NULL};
	kalk_form_read(&view->form, request_job(req), kalkulator, &source);
}

/* --- the answer --- */

/* The answer in words: what the rule's own function said, else the first figure. */
static struct str headline_of(const struct kalkulator_view *view)
{
	struct buf list;

	if (view->why.headline.len || view->figure_count == 0)
		return view->why.headline;
	const struct kalk_figure *first = &view->figures[0];
	buf_init(&list, view->mem);
	if (view->why.is_labelled)
		buf_add_format(&list, "%.*s: ", STR_ARG(first->label));
	buf_add(&list, first->value);
	for (int i = 0; i < first->item_count; i++)
		buf_add_format(&list, "%s%.*s", i ? ", " : "", STR_ARG(first->items[i]));
	return buf_str(&list);
}

bool kalk_needs_figures(const struct kalkulator_view *view)
{
	return view->figure_count > 1 || view->figures[0].item_count > 0 ||
	       !str_has(view->headline, str_cstr(view->mem, view->figures[0].value));
}

bool kalk_has_more_lists(const struct kalk_form *form)
{
	int lists = 0;

	for (int i = 0; i < form->table.count; i++)
		lists += form->table.fields[i].kind == FIELD_ROWS;
	return lists > 1;
}

static void explain(struct kalkulator_view *view, const struct calculator_question *question,
		    struct problems *faults)
{
	struct kalk_why *why = &view->why;
	struct date day = calculator_day(view->kalkulator->law, question);

	*why = (struct kalk_why){.mem = view->mem,
				 .kalkulator = view->kalkulator,
				 .question = *question,
				 .calc = {.mem = view->mem,
					  .inputs = question->inputs,
					  .count = question->count,
					  .today = question->today,
					  .faults = faults},
				 .tone = "info"};
	law_values_on(day, &question->rows, &why->calc.law);
	why->answer = kalk_answer_read(view->mem, view->json);
	view->figures = kalk_figures_of(view->mem, view->kalkulator->name, &why->answer,
					&view->figure_count);
	view->kalkulator->why(why);
	view->headline = headline_of(view);
	if (view->kalkulator->law->values.len)
		view->day = kalk_number_day(view->mem, day);
	view->has_answer = true;
}

static enum err compute(struct request *req, struct kalkulator_view *view)
{
	struct problems *faults = request_job(req)->faults;
	struct calculator_question question = {.today = request_job(req)->today};
	struct problems law;
	struct buf json;

	problems_init(&law, view->mem);
	buf_init(&json, view->mem);
	question.inputs = view->form.inputs;
	question.count = view->form.input_count;
	enum err err = calculator_run(view->kalkulator->law, &question, &json, &law);
	kalk_form_take_faults(&view->form, &law, faults);
	if (err || problems_any(faults))
		return ERR_INVALID;
	view->json = buf_str(&json);
	explain(view, &question, &law);
	return ERR_OK;
}

static enum err show(struct request *req, struct response *res)
{
	struct kalkulator_view view = {.mem = request_mem(req)};
	struct asked asked = {.contoh = STR_NONE};
	struct shell shell;
	enum err err;

	view.kalkulator = kalkulator_find(view.mem, request_param(req, "nama"));
	if (!view.kalkulator)
		return ERR_NOT_FOUND;
	if ((err = form_read_address(req, &asked_form, &asked)))
		return err;
	read_form(req, &asked, &view);
	if (view.form.is_asked)
		err = compute(req, &view);
	if (view.kalkulator->is_private)
		respond_header(res, "Cache-Control", STR("no-store"));
	shell_make(req, &shell, "/kalkulator");
	html_kalkulator_page(respond_html(res, err ? 422 : 200), &shell, &view,
			     request_job(req)->faults);
	return ERR_OK;
}

enum err kalkulator_page(struct request *req, struct response *res)
{
	return show(req, res);
}

/* Only the two that ask a person's number; the others keep their question in the address. */
enum err kalkulator_send(struct request *req, struct response *res)
{
	const struct kalkulator *kalkulator =
		kalkulator_find(request_mem(req), request_param(req, "nama"));

	return kalkulator && kalkulator->is_private ? show(req, res) : ERR_NOT_FOUND;
}
