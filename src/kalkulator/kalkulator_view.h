/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages of the calculators show. */
#ifndef ABDI_KALKULATOR_KALKULATOR_VIEW_H
#define ABDI_KALKULATOR_KALKULATOR_VIEW_H
#include "kalkulator/kalkulator_form.h"
#include "kalkulator/kalkulator_why.h"
#include "render/shell.h"

/* The page of a calculator. */
struct kalkulator_view {
	struct arena *mem;
	const struct kalkulator *kalkulator;
	struct kalk_form form;
	bool has_answer;
	struct kalk_why why;
	struct kalk_figure *figures;
	int figure_count;
	struct str headline, json, day; /* day: whose rules answered, in words */
};

/* The calculators of one subject. */
struct kalkulator_group {
	struct str label;
	const struct kalkulator *items;
	int count;
};

/* False when the headline says the only figure already. */
bool kalk_needs_figures(const struct kalkulator_view *view);
/* Then "Tambah baris" must say to which. */
bool kalk_has_more_lists(const struct kalk_form *form);
struct str kalkulator_url(struct arena *mem, const struct kalkulator *kalkulator);

#endif
