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
	bool is_nine, is_kiosk, is_paper;
	struct str action, nine_url, list_url;
	struct str title; /* of the page */
	struct date open_on; /* when the figures of this month are told */
};

/* What may be spoken of, one after the other. */
struct suara_pilih {
	const struct layanan *rows;
	int count;
	struct list list;
};

/* A mean in words: "3,21". */
struct str suara_hundredths(struct arena *mem, int64_t hundredths);

/* One element beside its mean. */
struct suara_unsur {
	struct str label, mean; /* mean empty: not asked */
	int width; /* of its bar, of 300 */
	char mutu[2];
};

/* The staff's list. */
struct suara_daftar {
	struct suara_baris *rows;
	struct str *urls, *index; /* beside rows */
	int count;
	struct karantina *held;
	struct str *held_urls;
	int held_count;
	struct str period, xlsx_url;
	struct list list;
	bool may_judge, may_write;
};
/* All that is told of one service. */
struct suara_satu {
	struct suara_lingkup lingkup;
	struct suara_figures figures;
	struct suara_unsur unsur[UNSUR_COUNT];
	struct suara_words words;
	struct str *tema_urls; /* beside words.tema */
	struct str period, index, other_index, percaya, lowest, form_url, pdf_url, xlsx_url,
		paper_url, here, method;
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
	struct suara_tema *rows;
	struct form *forms; /* beside rows, and one for a new one */
	int count;
	bool may_edit;
};

#endif
