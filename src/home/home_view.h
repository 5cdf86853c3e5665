/* SPDX-License-Identifier: Apache-2.0 */
/* The first page as its templates see it: struct home and the words around it. */
#ifndef ABDI_HOME_HOME_VIEW_H
#define ABDI_HOME_HOME_VIEW_H
#include "form/form.h"
#include "home/home.h"
#include "render/chart.h"
#include "render/shell.h"
#include "report/report_form.h"

/* A day of the strip in words. */
struct home_day_view {
	const char *name, *kind; /* "Sen"; class of the strip */
	struct str says, free_name; /* for readers; of a holiday */
	int number;
	bool is_today, is_reported;
};

/* The first page. */
struct home_view {
	const struct home *home;
	struct str greeting, moment, moment_iso, today_iso;
	struct laporan_isian isian; /* the quick report, as far as it was drafted */
	struct form form;
	struct bukti_isian berkas;
	struct form berkas_form;
	struct home_day_view week[HOME_WEEK];
	int64_t without_plan;
	struct str *amounts; /* beside home->results: "152 / 200 akta" */
	struct str *clocks; /* beside home->reports: "08.05" */
	struct str *quantities; /* beside home->reports: "14 berkas" */
	struct str pace_sentence, tambahan; /* tambahan: what work beside the plan is called */
	struct chart_step steps[HOME_PREDIKAT_MAX];
	struct str level_names[5];
};

#endif
