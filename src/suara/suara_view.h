/* SPDX-License-Identifier: Apache-2.0 */
/* What the room's templates show, with addresses ready. */
#ifndef ABDI_SUARA_SUARA_VIEW_H
#define ABDI_SUARA_SUARA_VIEW_H
#include "form/form.h"
#include "form/list.h"
#include "layanan/layanan.h"
#include "render/html.h"
#include "render/shell.h"
#include "suara/suara_form.h"

/* The form of a voice. */
struct suara_view {
	struct suara_lingkup lingkup;
	struct form form;
	struct suara_tanya tanya[SUARA_TANYA_MAX];
	int tanya_count;
	bool is_nine, is_kiosk;
	struct str action, nine_url, list_url;
	struct date open_on; /* when the figures of this month are told */
};

/* What may be spoken of, one after the other. */
struct suara_pilih {
	const struct layanan *rows;
	int count;
	struct list list;
};

/* One element in words: its mean "3,21", empty where nobody was asked, and what share of 1 to 4. */
struct suara_unsur {
	struct str label, mean;
	int percent;
	bool is_low; /* among the lowest */
};

/* Figures in words. */
struct suara_angka {
	const struct suara_figures *figures;
	struct str index, other, percaya, method;
	struct suara_unsur unsur[UNSUR_COUNT];
};
void suara_angka_say(struct arena *mem, const struct suara_figures *figures,
		     struct suara_angka *out);
/* The periods that can be asked for, newest first: months that are over, quarters, years. */
void suara_period_choose(struct form *form, int at, struct date today);
/* What was asked for, else the last month that is over. False: none. */
MUST_CHECK bool suara_period_asked(struct str asked, struct date today, int *from, int *to);

/* The staff's list. */
struct suara_daftar {
	struct suara_baris *rows;
	struct str *urls, *index; /* beside rows */
	int count;
	struct karantina *held;
	struct str *held_urls;
	int held_count;
	struct str period;
	struct list list;
	bool may_write;
};

/* All that is told of one service. */
struct suara_satu {
	struct suara_lingkup lingkup;
	struct suara_figures figures;
	struct suara_angka angka;
	struct suara_words words;
	struct str *tema_urls; /* beside words.tema */
	int from, to;
	struct str period, form_url, kiosk_url, paper_url;
	struct list list;
	bool may_write;
};

/* One group that was held back. */
struct suara_tahan {
	struct karantina_detail detail;
	struct suara_unsur unsur[UNSUR_COUNT];
	struct str period, action;
	struct form form;
};

/* The themes. */
struct suara_temas {
	struct form *forms; /* one a theme, and one for a new one */
	struct str *names;
	int count;
	bool may_edit;
};

#endif
