/* SPDX-License-Identifier: Apache-2.0 */
/* Figures and periods in words. */
#include "base/say.h"
#include "suara/suara_own.h"
#include "suara/suara_view.h"

#define MONTHS_BACK 8
#define CHOICES_MAX 24
#define MONTHS 12

static void say_elements(struct arena *mem, const struct suara_figures *f, struct suara_unsur *out)
{
	for (int u = 0; u < UNSUR_COUNT; u++) {
		out[u] = (struct suara_unsur){.label = say(mem, unsur_label((enum unsur)u))};
		if (!f->means.applies[u])
			continue;
		int64_t mean = ratio_round_half_up(f->means.mean[u], 2);
		out[u].mean = say_format(mem, "%.*s", STR_ARG(str_hundredths(mem, mean)));
		out[u].percent = (int)((mean - 100) / 3);
	}
	for (int i = 0; i < f->lowest_count; i++)
		out[f->lowest[i]].is_low = true;
}

/* The decree's 0.111 and 1/9 weigh all nine; of fewer each weighs alike (4.3 [D]). */
static struct str weight_text(struct arena *mem, enum skm_weight weight, int asked)
{
	if (asked == UNSUR_COUNT && weight == SKM_WEIGHT_ROUNDED_0_111)
		return STR("0,111");
	return str_format(mem, "1/%d", asked);
}

/* Collection by a code on the wall is no sample drawn by chance: that is told beside the index
   (SKM-02 [D]). */
static struct str method_of(struct arena *mem, const struct suara_figures *f)
{
	int asked = 0;

	for (int u = 0; u < UNSUR_COUNT; u++)
		asked += f->means.applies[u];
	struct str first = say_format(
		mem,
		SAID("%lld suara sukarela lewat kode QR, layar kantor, atau kertas; bukan sampel "
		     "acak. Bobot tiap unsur %.*s, dari %d unsur yang ditanyakan."),
		(long long)f->n, STR_ARG(weight_text(mem, f->weight, asked)), asked);

	if (f->advised == 0)
		return first;
	return str_format(mem, "%.*s %.*s", STR_ARG(first),
			  STR_ARG(say_format(mem,
					     SAID("Dari %lld yang dilayani pada kurun sebelumnya, "
						  "dianjurkan %lld penjawab."),
					     (long long)f->served, (long long)f->advised)));
}

void suara_angka_say(struct arena *mem, const struct suara_figures *figures,
		     struct suara_angka *out)
{
	*out = (struct suara_angka){.figures = figures};
	say_elements(mem, figures, out->unsur);
	if (!figures->is_shown)
		return;
	out->index = str_hundredths(mem, figures->index);
	if (figures->has_other)
		out->other = say_format(mem, SAID("Dengan bobot lainnya %.*s, mutu %c."),
					STR_ARG(str_hundredths(mem, figures->other_index)),
					figures->other_mutu);
	if (figures->percaya > 0)
		out->percaya = say_format(mem, SAID("Kepercayaan %.*s dari 4."),
					  STR_ARG(str_hundredths(mem, figures->percaya)));
	out->method = method_of(mem, figures);
}

/* --- periods --- */

static void add(struct arena *mem, struct choice *list, int *count, struct str key)
{
	int from, to;

	if (*count < CHOICES_MAX && suara_period(key, &from, &to))
		list[(*count)++] =
			(struct choice){.key = key, .label = suara_period_name(mem, from, to)};
}

void suara_period_choose(struct form *form, int at, struct date today)
{
	struct choice *list = arena_array(form->mem, struct choice, CHOICES_MAX);
	struct date closed = suara_month_closed(today);
	int count = 0;

	for (int back = 1; back < MONTHS_BACK; back++) {
		struct date month = date_add_months(closed, -back);
		add(form->mem, list, &count, str_format(form->mem, "%d", BULAN(month)));
	}
	for (int back = 1; back <= 4; back++) {
		struct date month = date_add_months(closed, -3 * back);
		add(form->mem, list, &count,
		    str_format(form->mem, "%dT%d", month.year, (month.month - 1) / 3 + 1));
	}
	for (int back = 0; back < 3; back++)
		add(form->mem, list, &count, str_format(form->mem, "%d", closed.year - back));
	form_choose(form, at, list, count);
}

bool suara_period_asked(struct str asked, struct date today, int *from, int *to)
{
	*from = *to = BULAN(date_add_months(suara_month_closed(today), -1));
	return asked.len == 0 || suara_period(asked, from, to);
}
