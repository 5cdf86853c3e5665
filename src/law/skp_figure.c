/* SPDX-License-Identifier: Apache-2.0 */
/* Targets of a plan that make no sense. */
#include "law/skp_figure.h"

#include "base/say.h"

/* A plan's own target is held against nothing but its unit. */
static struct figure target_figure(const struct iki *iki, int64_t amount)
{
	return (struct figure){.amount = amount, .satuan = iki->satuan};
}

static void check_figure(const struct law_values *law, const struct rhk *rhk, int n, bool is_least,
			 struct problems *faults)
{
	const struct iki *iki = &rhk->iki[n];
	struct figure figure = target_figure(iki, is_least ? iki->target_min : iki->target);
	struct figure_place place = {
		str_format(faults->mem, "%s.%d", is_least ? "iki_target_min" : "iki_target", n),
		say_format(faults->mem, "Indikator %d: ", n + 1)};

	figure_check(law, &figure, is_least ? iki->yakin_min : iki->yakin, &place, faults);
}

void law_skp_check_figures(const struct law_values *law, const struct rhk *rhk,
			   struct problems *faults)
{
	for (int n = 0; n < rhk->iki_count; n++) {
		if (!rhk->iki[n].has_target)
			continue;
		check_figure(law, rhk, n, false, faults);
		check_figure(law, rhk, n, true, faults);
	}
}

static bool is_impossible(const struct law_values *law, const struct iki *iki)
{
	struct figure most = target_figure(iki, iki->target),
		      least = target_figure(iki, iki->target_min);

	return iki->has_target && (figure_is_impossible(figure_judge(law, &most)) ||
				   figure_is_impossible(figure_judge(law, &least)));
}

void law_skp_figure_gaps(const struct law_values *law, const struct skp *skp,
			 struct problems *faults)
{
	for (int i = 0; i < skp->rhk_count; i++)
		for (int n = 0; n < skp->rhk[i].iki_count; n++)
			if (is_impossible(law, &skp->rhk[i].iki[n]))
				problem_add(faults, str_format(faults->mem, "rhk.%d", i + 1),
					    "figure.impossible",
					    say_format(faults->mem,
						       "Hasil kerja %d, indikator %d: targetnya "
						       "tidak mungkin. Buka lalu perbaiki.",
						       i + 1, n + 1));
}
