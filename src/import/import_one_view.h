/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of one person's post shows. */
#ifndef ABDI_IMPORT_IMPORT_ONE_VIEW_H
#define ABDI_IMPORT_IMPORT_ONE_VIEW_H
#include "form/form.h"
#include "http/request.h"
#include "import/import_one.h"
#include "org/org.h"
#include "render/html.h"
#include "render/shell.h"

/* Two deeds with one person, each with a form; one is filled with what was typed. */
struct import_one_view {
	const struct pegawai *pegawai;
	struct str nip, person_url, move_url, end_url;
	struct import_ask ask;
	struct form move_form, end_form;
};

#endif
